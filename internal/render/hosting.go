package render

import (
	"path"
	"slices"
	"strings"

	"gongshi/internal/edition"
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
	if r.set.Site.Security.Written() {
		path := strings.TrimPrefix(hosting.SecurityPath, "/")
		r.addBytes(path, func() ([]byte, error) { return hosting.Security(r.set.Site, r.whole(path)), nil })
	}
}

// Policy says which headers the files of the site are to be sent with.
func (r *Renderer) Policy() hosting.Policy { return hosting.PolicyOf(r.set.Site, r.set.Base.Path) }

// whole returns the whole address of a file that all languages share.
func (r *Renderer) whole(path string) string {
	u := *r.set.Base
	u.Path += path
	return u.String()
}

func (r *Renderer) sitemap() ([]byte, error) {
	var pages []hosting.Address
	for _, address := range route.Pages(r.set.Site) {
		var versions []hosting.Version
		for _, e := range r.set.Editions {
			versions = append(versions, hosting.Version{Lang: e.Lang.Tag, URL: e.Absolute(address)})
		}
		versions = append(versions, hosting.Version{Lang: "x-default", URL: r.set.Editions[0].Absolute(address)})
		for _, e := range r.set.Editions {
			pages = append(pages, hosting.Address{URL: e.Absolute(address), Versions: versions, Modified: hosting.Modified(r.set.Site, address, e.Lang)})
		}
	}
	return hosting.Sitemap(pages)
}

// guide says what the site is and where its pages and data files are: in each
// language its own pages, and the data, which all share, once.
func (r *Renderer) guide() hosting.Guide {
	var g hosting.Guide
	var titles []string
	for _, e := range r.set.Editions {
		titles = append(titles, r.set.Site.Title.String(e.Lang))
		if about := about(e); about != "" {
			g.About = append(g.About, about)
		}
		part := hosting.GuidePart{Heading: e.Lang.Name}
		for _, address := range append([]string{report.HomePath}, destinations(r.set.Site)...) {
			part.Links = append(part.Links, hosting.GuideLink{Text: e.Titles.Menu(address), URL: e.Absolute(address), Note: e.Titles.Summary(address)})
		}
		g.Parts = append(g.Parts, part)
	}
	g.Title = strings.Join(titles, " / ")
	data := hosting.GuidePart{Heading: r.set.Editions[0].Say("data")}
	for _, address := range route.DataFiles() {
		file := strings.TrimPrefix(address, "/")
		data.Links = append(data.Links, hosting.GuideLink{Text: path.Base(file), URL: r.whole(file)})
	}
	data.Links = append(data.Links, hosting.GuideLink{Text: "sitemap.xml", URL: r.whole("sitemap.xml")})
	g.Parts = append(g.Parts, data)
	return g
}

// about says in a sentence what the site is, "" when nobody has.
func about(e *edition.Edition) string {
	said := []string{e.Site.Tagline.String(e.Lang), e.Site.Notice.String(e.Lang), e.Titles.Summary(report.HomePath)}
	return strings.Join(slices.DeleteFunc(said, func(text string) bool { return text == "" }), " ")
}

// destinations lists the pages that the menu and the foot of every page lead to.
func destinations(s *report.Site) []string {
	var list []string
	for _, address := range slices.Concat(route.Menu(s), route.Sections(s), route.Top(s)) {
		if address != report.HomePath && !slices.Contains(list, address) {
			list = append(list, address)
		}
	}
	return list
}
