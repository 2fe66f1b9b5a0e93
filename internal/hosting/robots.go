package hosting

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"regexp"
	"strings"

	"gongshi/internal/locale"
)

// Address is a page in a sitemap.
type Address struct {
	URL      string      // absolute
	Versions []Version   // in every language, itself included, and x-default
	Modified locale.Date // the newest date that its content knows; zero when it knows none
}

// Version is a page in one language.
type Version struct {
	Lang string // BCP 47, or x-default
	URL  string // absolute
}

// The form of a sitemap (sitemaps.org, protocol 0.9) with the other languages of each
// page (Google Search Central, localized versions).
type urlSet struct {
	XMLName xml.Name  `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 urlset"`
	XHTML   string    `xml:"xmlns:xhtml,attr"`
	URLs    []siteURL `xml:"url"`
}

type siteURL struct {
	Loc     string      `xml:"loc"`
	LastMod string      `xml:"lastmod,omitempty"`
	Links   []xhtmlLink `xml:"xhtml:link"`
}

type xhtmlLink struct {
	Rel      string `xml:"rel,attr"`
	HrefLang string `xml:"hreflang,attr"`
	Href     string `xml:"href,attr"`
}

// Sitemap returns sitemap.xml.
func Sitemap(pages []Address) ([]byte, error) {
	set := urlSet{XHTML: "http://www.w3.org/1999/xhtml"}
	for _, page := range pages {
		u := siteURL{Loc: page.URL, LastMod: page.Modified.String()}
		for _, v := range page.Versions {
			u.Links = append(u.Links, xhtmlLink{"alternate", v.Lang, v.URL})
		}
		set.URLs = append(set.URLs, u)
	}
	var b bytes.Buffer
	b.WriteString(xml.Header)
	enc := xml.NewEncoder(&b)
	enc.Indent("", "\t")
	err := enc.Encode(set)
	b.WriteByte('\n')
	return b.Bytes(), err
}

// Robots returns robots.txt (RFC 9309): everything here is meant to be found.
func Robots(sitemap string) []byte {
	return fmt.Appendf(nil, "User-agent: *\nAllow: /\n\nSitemap: %s\n", sitemap)
}

// Guide is a short guide to a site for programs that read text.
type Guide struct {
	Title string
	About []string // paragraphs
	Parts []GuidePart
}

// GuidePart is a list of links with a heading.
type GuidePart struct {
	Heading string
	Links   []GuideLink
}

// GuideLink leads to a page or a file.
type GuideLink struct {
	Text string
	URL  string // absolute
	Note string // what is there; may be ""
}

// LLMs returns llms.txt (llmstxt.org): a heading, a quotation that says what the site
// is, and lists of links.
func LLMs(g Guide) []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, "# %s\n", markdownText(g.Title))
	for i, text := range g.About {
		if i > 0 {
			b.WriteString(">")
		}
		fmt.Fprintf(&b, "\n> %s\n", markdownText(text))
	}
	for _, part := range g.Parts {
		fmt.Fprintf(&b, "\n## %s\n\n", markdownText(part.Heading))
		for _, link := range part.Links {
			fmt.Fprintf(&b, "- [%s](%s)", markdownText(link.Text), link.URL)
			if link.Note != "" {
				fmt.Fprintf(&b, ": %s", markdownText(link.Note))
			}
			b.WriteByte('\n')
		}
	}
	return b.Bytes()
}

// marks are the characters that would make links, HTML, code or emphasis of a text.
var marks = strings.NewReplacer(`\`, `\\`, "[", `\[`, "]", `\]`, "<", `\<`, "`", "\\`", "*", `\*`, "_", `\_`)

// start is what would make a heading, a quotation, a list, a rule or code of a line.
var start = regexp.MustCompile(`^([#>+=~-])|^(\d+)([.)](?: |$))`)

// markdownText puts a text on one line, so that Markdown shows it as it was typed
// (CommonMark 0.31.2, backslash escapes).
func markdownText(text string) string {
	line := strings.Join(strings.Fields(text), " ")
	return start.ReplaceAllString(marks.Replace(line), `$2\$1$3`)
}
