// Package atlas makes the lists by which readers find their way through a site in one
// language: the site map, the glossary, and the footer of a government site.
package atlas

import (
	"slices"

	"gongshi/internal/present"
	"gongshi/internal/report"
	"gongshi/internal/route"
	"gongshi/internal/view"
)

// Atlas knows the pages of a site in one language. It may be used by several goroutines
// at once.
type Atlas struct {
	*present.Presenter
	Title func(address string) string // what a page is called in lists
}

func (a Atlas) link(address string) view.Link {
	return view.Link{Text: a.Title(address), URL: a.URL(address)}
}

// maxListed is how many projects the site map lists one by one. A site with more has
// lists of them, to which it leads instead.
const maxListed = 300

// SiteMap leads to every page: the free pages and the sections, and in each section
// its pages, projects by area. Of more than maxListed projects it leads to the lists.
func (a Atlas) SiteMap() []view.SiteMapGroup {
	lists := []view.SiteMapGroup{a.projects(), a.metrics()}
	if a.Site.Charts.Len() > 0 {
		lists = append(lists, a.charts())
	}
	lists = append(lists, a.sorted()...)
	return append([]view.SiteMapGroup{a.others(lists)}, lists...)
}

// group begins the part of the site map about a section with some pages.
func (a Atlas) group(id, address string) view.SiteMapGroup {
	return view.SiteMapGroup{ID: id, Name: a.link(address)}
}

// others lists the home page, the sections that have no list of their own, and the
// free pages.
func (a Atlas) others(lists []view.SiteMapGroup) view.SiteMapGroup {
	group := a.group("map-home", report.HomePath)
	group.Name.Text = a.Say("home")
	add := func(address string) {
		link := a.link(address)
		if !slices.ContainsFunc(lists, func(g view.SiteMapGroup) bool { return g.Name == link }) {
			group.Pages = append(group.Pages, link)
		}
	}
	for _, address := range route.Sections(a.Site) {
		add(address)
	}
	for p := range a.Site.Pages.All() {
		if p.Project == nil && !route.IsSection(a.Site, p.Path) {
			add(p.Path)
		}
	}
	return group
}

// projects lists projects by area, in the order of the vocabulary; those without an
// area come first.
func (a Atlas) projects() view.SiteMapGroup {
	group := a.group("map-projects", report.ProjectsPath)
	if a.Site.Projects.Len() > maxListed {
		group.Note = a.Counted("projects-listed", a.Site.Projects.Len())
		return group
	}
	byArea := map[string][]view.Link{}
	for p := range a.Site.Projects.All() {
		byArea[p.Area.ID] = append(byArea[p.Area.ID], a.link(p.Page.Path))
	}
	group.Pages = byArea[""]
	for area := range a.Site.Vocabulary[report.Area].All() {
		if pages := byArea[area.ID]; len(pages) > 0 {
			name := view.Link{Text: area.Name.String(a.Lang)}
			if g := a.Facets.Group("area", area.ID); g != nil {
				name = a.GroupLink(g)
			}
			group.Parts = append(group.Parts, view.SiteMapGroup{ID: "map-area-" + area.ID, Name: name, Pages: pages})
		}
	}
	return group
}

// sorted lists the groups of projects: areas, levels and the like.
func (a Atlas) sorted() []view.SiteMapGroup {
	var groups []view.SiteMapGroup
	for f := range a.Facets.All() {
		group := a.group("map-by-"+f.ID, f.Path)
		for g := range f.Groups.All() {
			group.Pages = append(group.Pages, view.Link{Text: a.GroupPlace(g), URL: a.URL(g.Path())})
		}
		groups = append(groups, group)
	}
	return groups
}

func (a Atlas) metrics() view.SiteMapGroup {
	group := a.group("map-metrics", report.MetricsPath)
	for m := range a.Site.Metrics.All() {
		group.Pages = append(group.Pages, a.link(m.Path()))
	}
	return group
}

func (a Atlas) charts() view.SiteMapGroup {
	group := a.group("map-charts", report.ChartsPath)
	for c := range a.Site.Charts.All() {
		group.Pages = append(group.Pages, a.link(c.Path()))
	}
	return group
}
