package present

import (
	"slices"
	"strings"

	"gongshi/internal/facet"
	"gongshi/internal/locale"
	"gongshi/internal/report"
	"gongshi/internal/view"
)

// fewProjects is the number of projects up to which a reader sees them all at once, and
// needs neither counts nor filters.
const fewProjects = 5

// Many reports whether there are so many projects that counts and filters help.
func (pr *Presenter) Many() bool { return pr.Site.Projects.Len() > fewProjects }

// ByDate returns projects in the order of their lists: those of the newest date first,
// those without one last.
func ByDate(projects []*report.Project) []*report.Project {
	return slices.SortedStableFunc(slices.Values(projects), func(a, b *report.Project) int { return b.When().Compare(a.When()) })
}

// GroupName names what the projects of a group have in common.
func (pr *Presenter) GroupName(g *facet.Group) string {
	switch {
	case g.Term != nil:
		return g.Term.Name.String(pr.Lang)
	case g.Facet.By == report.ScheduleDimension:
		return pr.Say("schedule-" + g.ID)
	}
	return pr.Say("in-year", g.ID)
}

// GroupPlace names a group with those that it lies in.
func (pr *Presenter) GroupPlace(g *facet.Group) string {
	if g.Facet.By == report.Dimension(report.Area) {
		return pr.Place(report.Ref{ID: g.ID})
	}
	return pr.GroupName(g)
}

// GroupLink leads to a group's page.
func (pr *Presenter) GroupLink(g *facet.Group) view.Link {
	return view.Link{Text: pr.GroupName(g), URL: pr.URL(g.Path())}
}

func (pr *Presenter) count(n int) string { return pr.Lang.Number(locale.Int(int64(n))) }

// Facet shows the groups of a facet as links with their counts.
func (pr *Presenter) Facet(f *facet.Facet) view.Facet {
	v := view.Facet{ID: f.ID, Title: pr.Say("facet-" + f.ID), URL: pr.URL(f.Path), Branches: pr.Branches(f.Outermost(), nil)}
	v.Open = f.ID == "status" || f.ID == "schedule"
	if n := len(f.Unsaid); n > 0 {
		v.Rest, v.RestKey = pr.count(n), f.ID+":"
	}
	return v
}

// Branches shows groups, one of which may be that of the page, with those within them.
func (pr *Presenter) Branches(groups []*facet.Group, current *facet.Group) []view.Branch {
	var list []view.Branch
	for _, g := range groups {
		b := view.Branch{
			Text: pr.GroupName(g), URL: pr.URL(g.Path()), Key: g.Facet.ID + ":" + g.ID,
			Count: pr.count(len(g.Projects)), Current: g == current, Within: pr.Branches(g.Within, current),
		}
		if n := len(g.Within); n > 0 {
			b.Inside = pr.Counted("places-within", n)
		}
		list = append(list, b)
	}
	return list
}

// Keys names the groups of filters that each project belongs to, in the address of a
// filtered list.
func (pr *Presenter) Keys() map[*report.Project]string {
	keys := map[*report.Project][]string{}
	for f := range pr.Facets.All() {
		if !f.Filter {
			continue
		}
		for g := range f.Groups.All() {
			for _, p := range g.Projects {
				keys[p] = append(keys[p], f.ID+":"+g.ID)
			}
		}
		for _, p := range f.Unsaid {
			keys[p] = append(keys[p], f.ID+":")
		}
	}
	joined := map[*report.Project]string{}
	for p, list := range keys {
		joined[p] = strings.Join(list, " ")
	}
	return joined
}

// Counts counts the projects by status, and those that are behind their plan, each with
// the page that lists them: what went wrong as plainly as what was done.
func (pr *Presenter) Counts() []view.Count {
	var counts []view.Count
	add := func(g *facet.Group) {
		counts = append(counts, view.Count{Link: pr.GroupLink(g), ID: g.ID, Number: pr.count(len(g.Projects))})
	}
	if f, ok := pr.Facets.Get("status"); ok {
		for g := range f.Groups.All() {
			add(g)
		}
	}
	if g := pr.Facets.Group("schedule", string(report.Behind)); g != nil {
		add(g)
	}
	return counts
}

// Shares says how many projects of each outermost group of a facet were completed.
func (pr *Presenter) Shares(f *facet.Facet) *view.Shares {
	row := func(link view.Link, projects []*report.Project) view.ShareRow {
		done, all := facet.Completed(projects), len(projects)
		return view.ShareRow{Link: link, Done: pr.count(done), All: pr.count(all), DoneNum: done, AllNum: all}
	}
	s := &view.Shares{By: pr.Say(f.ID)}
	for _, g := range f.Outermost() {
		s.Rows = append(s.Rows, row(pr.GroupLink(g), g.Projects))
	}
	if len(f.Unsaid) > 0 {
		rest := row(view.Link{Text: pr.Say("unsaid")}, f.Unsaid)
		s.Rest = &rest
	}
	every := slices.Collect(pr.Site.Projects.All())
	s.Total = row(view.Link{Text: pr.Say("total")}, every)
	s.Note = pr.Counted("counted-from", len(every))
	return s
}

// ByStatus counts projects by status, each with a bar as long as its part. It is empty when
// all are completed, which is said in words.
func (pr *Presenter) ByStatus(projects []*report.Project) []view.Part {
	count := map[string]int{}
	for _, p := range projects {
		count[p.Status.ID]++
	}
	if count[string(report.Completed)] == len(projects) {
		return nil
	}
	var parts []view.Part
	for t := range pr.Site.Vocabulary[report.StatusTerm].All() {
		if n := count[t.ID]; n > 0 {
			parts = append(parts, view.Part{
				Status: view.Status{ID: t.ID, Text: t.Name.String(pr.Lang)}, Class: barOf(report.Status(t.ID)),
				Number: pr.count(n), Part: n, Whole: len(projects),
			})
		}
	}
	return parts
}

// barOf is the colour of the bar of a status.
func barOf(s report.Status) string {
	switch s {
	case report.Completed:
		return "done"
	case report.NotStarted, report.InProgress:
		return "open"
	}
	return "neutral"
}

// LateOf counts the projects that are behind their plan, nil when none are.
func (pr *Presenter) LateOf(projects []*report.Project) *view.Count {
	n := 0
	for _, p := range projects {
		if pr.Site.Standing(p) == string(report.Behind) {
			n++
		}
	}
	if n == 0 {
		return nil
	}
	late := &view.Count{Link: view.Link{Text: pr.Say("schedule-behind")}, ID: string(report.Behind), Number: pr.count(n)}
	if g := pr.Facets.Group("schedule", string(report.Behind)); g != nil {
		late.URL = pr.URL(g.Path())
	}
	return late
}

// TermMetrics shows the newest value that metrics state for a group.
func (pr *Presenter) TermMetrics(g *facet.Group) []view.TermMetric {
	var list []view.TermMetric
	for m := range pr.Site.Metrics.All() {
		for _, b := range slices.Backward(m.By) {
			i := slices.IndexFunc(b.Parts, func(v report.TermValue) bool { return v.Term.ID == g.ID })
			if report.Dimension(b.Kind) != g.Facet.By || i < 0 {
				continue
			}
			total, _ := pr.Site.ValueAt(m, b.AsOf) // check saw to it
			list = append(list, view.TermMetric{
				Metric: view.Link{Text: m.Name.String(pr.Lang), URL: pr.URL(m.Path())},
				Text:   pr.Quantity(m, b.Parts[i].Number), AsOf: pr.Day(b.AsOf), Source: pr.Source(total.Source), Status: pr.Status(total),
			})
			break
		}
	}
	return list
}

// TermResults adds up what the projects of a group promised of each metric, and the
// result. Those that promised nothing have a line of their own: what they reached counts
// towards nobody's target. Metrics whose results cannot be added have none.
func (pr *Presenter) TermResults(g *facet.Group) []view.TermResult {
	var list []view.TermResult
	for m := range pr.Site.Metrics.All() {
		if !addsUp(m) {
			continue
		}
		var promised, lower, others areaGroup
		promised.promised, lower.promised, lower.lower = true, true, true
		for _, p := range g.Projects {
			switch d, ok := promises(p, m); {
			case ok && d.LowerIsBetter:
				lower.projects = append(lower.projects, p)
			case ok:
				promised.projects = append(promised.projects, p)
			case concerns(p, m):
				others.projects = append(others.projects, p)
			}
		}
		for _, group := range []areaGroup{promised, lower, others} {
			if len(group.projects) == 0 {
				continue
			}
			result := view.TermResult{Metric: view.Link{Text: m.Name.String(pr.Lang), URL: pr.URL(m.Path())}, AreaRow: pr.areaRow(m, group)}
			if newest := pr.Site.AddUpOf(group.projects)[m.ID].Newest; !newest.AsOf.IsZero() {
				day := pr.Day(newest.AsOf)
				result.AsOf = &day
			}
			list = append(list, result)
		}
	}
	return list
}

// CountingBy leads to the charts that count projects by a facet.
func (pr *Presenter) CountingBy(f *facet.Facet) []view.Link {
	var links []view.Link
	for c := range pr.Site.Charts.All() {
		if c.Count.Set() && f.By != "" && (c.By.ID == string(f.By) || c.Split.ID == string(f.By)) {
			links = append(links, view.Link{Text: c.Title.String(pr.Lang), URL: pr.URL(c.Path())})
		}
	}
	return links
}
