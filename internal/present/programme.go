package present

import (
	"slices"

	"gongshi/internal/locale"
	"gongshi/internal/report"
	"gongshi/internal/tabulate"
	"gongshi/internal/view"
)

// FewProjects is the number of projects up to which a list shows by itself how
// many there are of each kind.
const FewProjects = 5

// countedBy lists what the list of projects counts them by.
var countedBy = []report.Dimension{report.Dimension(report.StatusTerm), report.ScheduleDimension,
	report.Dimension(report.Level), report.Dimension(report.Category), report.Dimension(report.Area)}

// Counts counts the projects by status, by schedule and by level, category and
// area, where any project says so. Each count adds up to all projects.
func (pr *Presenter) Counts() []view.Count {
	if pr.Site.Projects.Len() <= FewProjects {
		return nil
	}
	var counts []view.Count
	for _, by := range countedBy {
		t := tabulate.Projects(pr.Site, by, "")
		if !slices.ContainsFunc(t.Rows, func(h tabulate.Head) bool { return tells(by, h) }) {
			continue
		}
		count := view.Count{By: pr.Say("by-" + string(by))}
		for i, h := range t.Rows {
			n := t.Cells[i][0].Value.Number
			count.Rows = append(count.Rows, view.CountRow{Text: pr.Head(h), Number: pr.Lang.Number(n), Machine: n.String()})
		}
		counts = append(counts, count)
	}
	return counts
}

// tells reports whether a row of a count says something: that projects have not
// begun, the count by status says already.
func tells(by report.Dimension, h tabulate.Head) bool {
	return !h.Remainder && (by != report.ScheduleDimension || h.Word != "")
}

// ByArea shows what the projects of each area promised of a metric, and the
// result. It is empty when there is one area only.
func (pr *Presenter) ByArea(m *report.Metric) []view.AreaRow {
	groups := pr.areaGroups(m)
	if !slices.ContainsFunc(groups, func(g areaGroup) bool { return g.area != groups[0].area }) {
		return nil
	}
	var rows []view.AreaRow
	for _, g := range groups {
		rows = append(rows, pr.areaRow(m, g))
	}
	return rows
}

// areaGroup is the projects of one area that promised something of a metric, that
// promised not to exceed it, or that promised nothing: what these reached counts
// towards nobody's target.
type areaGroup struct {
	area            report.Ref // unset for projects that name no area
	promised, lower bool
	projects        []*report.Project
}

// areaGroups groups the projects that promised something of a metric, or contribute
// to it, in the order of the vocabulary.
func (pr *Presenter) areaGroups(m *report.Metric) []areaGroup {
	type key struct {
		area            string
		promised, lower bool
	}
	found := map[key]areaGroup{}
	for p := range pr.Site.Projects.All() {
		d, promised := p.Delivery(m.ID)
		if _, contributes := p.Contribution(m.ID); promised || contributes {
			k := key{p.Area.ID, promised, d.LowerIsBetter}
			found[k] = areaGroup{report.Ref{ID: p.Area.ID}, promised, d.LowerIsBetter, append(found[k].projects, p)}
		}
	}
	var groups []areaGroup
	for _, area := range slices.Concat(pr.Site.Vocabulary[report.Area].IDs(), []string{""}) {
		for _, k := range []key{{area, true, false}, {area, true, true}, {area, false, false}} {
			if g, ok := found[k]; ok {
				groups = append(groups, g)
			}
		}
	}
	return groups
}

// areaRow adds up what a group promised and reached. How much of the target that
// is cannot be told where one of them has published no result.
func (pr *Presenter) areaRow(m *report.Metric, g areaGroup) view.AreaRow {
	tally := pr.Site.AddUpOf(g.projects)[m.ID]
	result := tally.Value(report.RollUpSum)
	row := view.AreaRow{Area: pr.Say("not-published"), Result: pr.Value(m, result), Status: pr.Status(tally.Newest)}
	if g.area.Set() {
		row.Area = pr.Place(g.area)
	}
	if !g.promised {
		return row
	}
	var target locale.Decimal
	for _, p := range g.projects {
		d, _ := p.Delivery(m.ID)
		target = target.Add(d.Target)
	}
	row.Target, row.Share = pr.Quantity(m, target), pr.Say("target-unknown")
	if len(tally.Silent) == 0 {
		row.Share = pr.Reached(g.lower, result.Number.Rat(), target)
	}
	return row
}
