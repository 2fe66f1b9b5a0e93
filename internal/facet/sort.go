package facet

import (
	"slices"
	"strconv"

	"gongshi/internal/report"
)

// ways are the ways to tell projects apart, in the order in which a list offers them:
// what went well and what did not comes first.
var ways = []struct {
	id   string
	by   report.Dimension
	path string
	kind report.TermKind // its terms are those of the vocabulary; "" for a way that has none
}{
	{"status", report.Dimension(report.StatusTerm), "/statuses/", report.StatusTerm},
	{"schedule", report.ScheduleDimension, "/schedule/", ""},
	{"area", report.Dimension(report.Area), "/areas/", report.Area},
	{"level", report.Dimension(report.Level), "/levels/", report.Level},
	{"category", report.Dimension(report.Category), "/categories/", report.Category},
	{"year", "", "/years/", ""},
	{"lead-body", "", "/bodies/", report.Organisation},
}

// Sort sorts the projects of a site. A facet that says nothing of any project is left
// out, and so is a group without projects. One by which all are the same stays: the
// addresses of its pages, once published, must not go away with the next project.
func Sort(s *report.Site) Facets {
	var facets Facets
	for _, way := range ways {
		f := &Facet{ID: way.id, By: way.by, Path: way.path, Groups: &report.Index[*Group]{}}
		switch {
		case way.kind == report.Area:
			sortByArea(s, f)
		case way.kind != "":
			sortByTerm(s, f, way.kind)
		case way.by == report.ScheduleDimension:
			sortBySchedule(s, f)
		default:
			sortByYear(s, f)
		}
		if f.Groups.Len() > 0 {
			f.Unsaid, f.Filter = unsaid(s, f), tellsApart(s, f) || saysHow(f)
			facets.Add(f.ID, f)
		}
	}
	return facets
}

// tellsApart reports whether some projects are in a group of a facet, and others not.
func tellsApart(s *report.Site, f *Facet) bool {
	for g := range f.Groups.All() {
		if len(g.Projects) < s.Projects.Len() {
			return true
		}
	}
	return false
}

// saysHow reports whether a facet says how far projects have come, or that one is late:
// that all are late or stopped must be as visible as that some are.
func saysHow(f *Facet) bool {
	return f.ID == "status" || f.By == report.ScheduleDimension && f.Groups.Has(string(report.Behind))
}

// sortByTerm makes the groups of a list of the vocabulary, in its order.
func sortByTerm(s *report.Site, f *Facet, kind report.TermKind) {
	found := groups{}
	for p := range s.Projects.All() {
		found.put(f, p.Term(kind).ID, p)
	}
	for t := range s.Vocabulary[kind].All() {
		if g := found[t.ID]; g != nil {
			g.Term = t
			f.Groups.Add(g.ID, g)
		}
	}
}

// sortBySchedule makes the groups of what the schedule may be.
func sortBySchedule(s *report.Site, f *Facet) {
	found := groups{}
	for p := range s.Projects.All() {
		found.put(f, s.Standing(p), p)
	}
	for _, state := range report.ScheduleStates {
		if g := found[string(state)]; g != nil {
			f.Groups.Add(g.ID, g)
		}
	}
}

// sortByYear makes a group of each year, the newest first.
func sortByYear(s *report.Site, f *Facet) {
	found := groups{}
	var years []int
	for p := range s.Projects.All() {
		year := ""
		if day := p.When(); !day.IsZero() {
			year = strconv.Itoa(day.Year)
			years = append(years, day.Year)
		}
		found.put(f, year, p)
	}
	slices.Sort(years)
	for _, year := range slices.Backward(slices.Compact(years)) {
		g := found[strconv.Itoa(year)]
		f.Groups.Add(g.ID, g)
	}
}

// sortByArea makes the tree of areas, each with the projects of those within it.
func sortByArea(s *report.Site, f *Facet) {
	found, within := groups{}, map[string][]*report.Term{}
	for p := range s.Projects.All() {
		for t := range s.Within(p.Area) {
			found.put(f, t.ID, p)
		}
	}
	for t := range s.Vocabulary[report.Area].All() {
		within[t.Parent.ID] = append(within[t.Parent.ID], t)
	}
	var grow func(around *Group, terms []*report.Term)
	grow = func(around *Group, terms []*report.Term) {
		for _, t := range terms {
			g := found[t.ID]
			if g == nil || !f.Groups.Add(g.ID, g) {
				continue
			}
			if g.Term, g.In = t, around; around != nil {
				around.Within = append(around.Within, g)
			}
			grow(g, within[t.ID])
		}
	}
	grow(nil, within[""])
}

// groups are those found so far, by id.
type groups map[string]*Group

func (g groups) put(f *Facet, id string, p *report.Project) {
	if g[id] == nil {
		g[id] = &Group{ID: id, Facet: f}
	}
	if list := g[id].Projects; len(list) == 0 || list[len(list)-1] != p { // a circle of areas comes by twice
		g[id].Projects = append(list, p)
	}
}

// unsaid lists the projects that are in no group of a facet.
func unsaid(s *report.Site, f *Facet) []*report.Project {
	said := map[*report.Project]bool{}
	for _, g := range f.Outermost() {
		for _, p := range g.Projects {
			said[p] = true
		}
	}
	return slices.DeleteFunc(slices.Collect(s.Projects.All()), func(p *report.Project) bool { return said[p] })
}
