// Package facet sorts the projects of a site by level, by area and by what else
// readers look for, into the groups that have pages.
package facet

import (
	"iter"

	"gongshi/internal/diag"
	"gongshi/internal/report"
)

// Facet is one way to tell the projects apart, as readers look for them: by area, by
// level. Each project is in one outermost group or among the unsaid.
type Facet struct {
	ID     string                // in the address of a filtered list: "area" of /projects/?area=xinjian
	By     report.Dimension      // what charts call it; "" when they do not know it
	Path   string                // of the page of all its groups: "/areas/"
	Groups *report.Index[*Group] // those that have projects, by id; an area comes before those within it
	Unsaid []*report.Project     // those of which nothing is said
	Filter bool                  // it helps to find projects: it tells them apart, or says how they stand
}

// Group is the projects that have something in common. It has a page.
type Group struct {
	ID       string
	Facet    *Facet
	Term     *report.Term      // nil for a state of the schedule and for a year
	In       *Group            // the area that it lies in; nil for the outermost and for all that are no areas
	Within   []*Group          // the areas that lie in it directly
	Projects []*report.Project // in the site's order, with those of the areas within; at least one
}

// Path returns the address of a group's page.
func (g *Group) Path() string { return g.Facet.Path + g.ID + "/" }

// DataFile returns the address of the data file about a group's projects, CSV, which
// all languages share.
func (g *Group) DataFile() string { return report.SortedFile(g.Path()) }

// Outermost lists the groups of a facet that lie in no other.
func (f *Facet) Outermost() []*Group {
	var list []*Group
	for g := range f.Groups.All() {
		if g.In == nil {
			list = append(list, g)
		}
	}
	return list
}

// Facets are the ways to tell the projects of a site apart, by id, in the order in
// which a list offers them. The zero value has none.
type Facets struct{ report.Index[*Facet] }

// Groups yields the groups of every facet.
func (x *Facets) Groups() iter.Seq[*Group] {
	return func(yield func(*Group) bool) {
		for f := range x.All() {
			for g := range f.Groups.All() {
				if !yield(g) {
					return
				}
			}
		}
	}
}

// Group returns a group of a facet, nil when there is none.
func (x *Facets) Group(facet, id string) *Group {
	if f, ok := x.Get(facet); ok {
		g, _ := f.Groups.Get(id)
		return g
	}
	return nil
}

// Addresses returns the addresses of the pages of facets and groups.
func (x *Facets) Addresses() report.Sorted {
	var s report.Sorted
	for f := range x.All() {
		s.Sections = append(s.Sections, f.Path)
	}
	for g := range x.Groups() {
		s.Pages.Add(g.Path(), report.SortedPage{Pos: g.pos(), Projects: g.Projects})
	}
	return s
}

// pos is where a group is named: its term or, where it has none, the first of its
// projects.
func (g *Group) pos() diag.Pos {
	if g.Term != nil {
		return g.Term.Pos
	}
	return g.Projects[0].Pos
}

// IsSection reports whether the page of a facet's groups has an address once a project
// is in one of them.
func IsSection(address string) bool {
	for _, way := range ways {
		if way.path == address {
			return true
		}
	}
	return false
}

// Completed counts the projects that were completed. Those that were stopped or merged
// stay in the whole that it is compared with.
func Completed(projects []*report.Project) int {
	done := 0
	for _, p := range projects {
		if p.Status.ID == string(report.Completed) {
			done++
		}
	}
	return done
}
