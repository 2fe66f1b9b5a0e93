package present

import (
	"cmp"
	"slices"

	"gongshi/internal/locale"
	"gongshi/internal/report"
	"gongshi/internal/view"
)

// addsUp reports whether the results of projects make up one of a metric. Of a measure,
// which may be an average, only its own roll-up says so.
func addsUp(m *report.Metric) bool {
	return m.Kind != report.Measure || m.RollUp != report.RollUpNone
}

// promises returns what a project promised of a metric, if that can be added to what
// others promised: not where projects are counted, whatever each of them contributes.
func promises(p *report.Project, m *report.Metric) (report.Delivery, bool) {
	if m.RollUp == report.RollUpCount {
		return report.Delivery{}, false
	}
	return p.Delivery(m.ID)
}

// ByArea shows what the projects of each area promised of a metric, and the
// result. It is empty when there is one area only, and when results cannot be added.
func (pr *Presenter) ByArea(m *report.Metric) []view.AreaRow {
	groups := pr.areaGroups(m)
	if !addsUp(m) || !slices.ContainsFunc(groups, func(g areaGroup) bool { return g.area != groups[0].area }) {
		return nil
	}
	var rows []view.AreaRow
	for _, g := range groups {
		rows = append(rows, pr.areaRow(m, g))
	}
	return rows
}

// concerns reports whether a project promised something of a metric, or contributes to it.
func concerns(p *report.Project, m *report.Metric) bool {
	_, promised := p.Delivery(m.ID)
	_, contributes := p.Contribution(m.ID)
	return promised || contributes
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
		d, promised := promises(p, m)
		if concerns(p, m) {
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
	result := tally.Value(cmp.Or(m.RollUp, report.RollUpSum))
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
	most := locale.Exact
	if g.lower {
		most = locale.AtMost
	}
	row.Target, row.Share = pr.Value(m, report.Value{Number: target, Bound: most}), pr.Say("target-unknown")
	if len(tally.Silent) == 0 {
		row.Share = pr.Reached(g.lower, result.Number.Rat(), target)
	}
	return row
}
