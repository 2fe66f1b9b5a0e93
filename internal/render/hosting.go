package render

import (
	"path"
	"slices"
	"strings"

	"gongshi/internal/hosting"
	"gongshi/internal/report"
	"gongshi/internal/route"
)

// planHosting lists the files for hosts and robots. They are the same in every
// language.
func (r *Renderer) planHosting() {
	r.addBytes("sitemap.xml", r.sitemap)
	r.addBytes("robots.txt", func() ([]byte, error) { return hosting.Robots(r.whole("sitemap.xml")), nil })
	r.addBytes("llms.txt", func() ([]byte, error) { return hosting.LLMs(r.guide()), nil })
	r.addBytes(hosting.HeadersFile, func() ([]byte, error) { return []byte(r.Policy().File(r.paths)), nil })
	if r.site.Security.Written() {
		path := strings.TrimPrefix(hosting.SecurityPath, "/")
		r.addBytes(path, func() ([]byte, error) { return hosting.Security(r.site, r.whole(path)), nil })
	}
}

// Policy says which headers the files of the site are to be sent with.
func (r *Renderer) Policy() hosting.Policy { return hosting.PolicyOf(r.site, r.base.Path) }

// whole returns the whole address of a file that all languages share.
func (r *Renderer) whole(path string) string {
	u := *r.base
	u.Path += path
	return u.String()
}

func (r *Renderer) sitemap() ([]byte, error) {
	var pages []hosting.Address
	for _, address := range route.Pages(r.site) {
		var versions []hosting.Version
		for _, e := range r.editions {
			versions = append(versions, hosting.Version{Lang: e.Lang.Tag, URL: e.absolute(address)})
		}
		versions = append(versions, hosting.Version{Lang: "x-default", URL: r.editions[0].absolute(address)})
		for _, e := range r.editions {
			pages = append(pages, hosting.Address{URL: e.absolute(address), Versions: versions, Modified: hosting.Modified(r.site, address, e.Lang)})
		}
	}
	return hosting.Sitemap(pages)
}

// guide says what the site is and where its pages and data files are: in each
// language its own pages, and the data, which all share, once.
func (r *Renderer) guide() hosting.Guide {
	var g hosting.Guide
	var titles []string
	for _, e := range r.editions {
		titles = append(titles, r.site.Title.String(e.Lang))
		if about := e.about(); about != "" {
			g.About = append(g.About, about)
		}
		part := hosting.GuidePart{Heading: e.Lang.Name}
		for _, address := range append([]string{report.HomePath}, e.destinations()...) {
			part.Links = append(part.Links, hosting.GuideLink{Text: e.menuTitle(address), URL: e.absolute(address), Note: e.summary(e.writing(address), nil)})
		}
		g.Parts = append(g.Parts, part)
	}
	g.Title = strings.Join(titles, " / ")
	data := hosting.GuidePart{Heading: r.editions[0].Say("data")}
	for _, address := range route.DataFiles() {
		file := strings.TrimPrefix(address, "/")
		data.Links = append(data.Links, hosting.GuideLink{Text: path.Base(file), URL: r.whole(file)})
	}
	data.Links = append(data.Links, hosting.GuideLink{Text: "sitemap.xml", URL: r.whole("sitemap.xml")})
	g.Parts = append(g.Parts, data)
	return g
}

// about says in a sentence what the site is, "" when nobody has.
func (e *edition) about() string {
	var said []string
	for _, text := range []string{e.Site.Tagline.String(e.Lang), e.Site.Notice.String(e.Lang), e.summary(e.writing(report.HomePath), nil)} {
		if text != "" {
			said = append(said, text)
		}
	}
	return strings.Join(said, " ")
}

// destinations lists the pages that the menu and the foot of every page lead to.
func (e *edition) destinations() []string {
	var list []string
	add := func(address string) {
		if address != report.HomePath && !slices.Contains(list, address) {
			list = append(list, address)
		}
	}
	for _, ref := range e.Site.Menu {
		add(e.pageAddress(ref.ID))
	}
	for _, address := range route.Sections(e.Site) {
		add(address)
	}
	for _, p := range e.topPages() {
		add(p.Path)
	}
	return list
}
