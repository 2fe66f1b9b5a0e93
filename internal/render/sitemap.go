package render

import (
	"bytes"
	"encoding/xml"
	"fmt"

	"gongshi/internal/report"
)

// The form of a sitemap (sitemaps.org) with the other languages of each page
// (Google Search Central, localized versions).
type urlSet struct {
	XMLName xml.Name  `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 urlset"`
	XHTML   string    `xml:"xmlns:xhtml,attr"`
	URLs    []siteURL `xml:"url"`
}

type siteURL struct {
	Loc   string      `xml:"loc"`
	Links []xhtmlLink `xml:"xhtml:link"`
}

type xhtmlLink struct {
	Rel      string `xml:"rel,attr"`
	HrefLang string `xml:"hreflang,attr"`
	Href     string `xml:"href,attr"`
}

func (r *Renderer) sitemap() ([]byte, error) {
	set := urlSet{XHTML: "http://www.w3.org/1999/xhtml"}
	for _, address := range r.addresses() {
		var links []xhtmlLink
		for _, e := range r.editions {
			links = append(links, xhtmlLink{"alternate", e.Lang.Tag, e.absolute(address)})
		}
		links = append(links, xhtmlLink{"alternate", "x-default", r.editions[0].absolute(address)})
		for _, e := range r.editions {
			set.URLs = append(set.URLs, siteURL{Loc: e.absolute(address), Links: links})
		}
	}
	var b bytes.Buffer
	b.WriteString(xml.Header)
	enc := xml.NewEncoder(&b)
	enc.Indent("", "\t")
	err := enc.Encode(set)
	b.WriteByte('\n')
	return b.Bytes(), err
}

// addresses lists the pages of the site, the same in every language.
func (r *Renderer) addresses() []string {
	list := append([]string{report.HomePath}, r.site.Sections()...)
	for m := range r.site.Metrics.All() {
		list = append(list, m.Path())
	}
	for c := range r.site.Charts.All() {
		list = append(list, c.Path())
	}
	for g := range r.facets.Groups() {
		list = append(list, g.Path())
	}
	for p := range r.site.Pages.All() {
		if !r.isSection(p.Path) {
			list = append(list, p.Path)
		}
	}
	return list
}

func (r *Renderer) robots() ([]byte, error) {
	u := *r.base
	u.Path += "sitemap.xml"
	return fmt.Appendf(nil, "User-agent: *\nAllow: /\n\nSitemap: %s\n", u.String()), nil
}
