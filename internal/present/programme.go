package present

import (
	"gongshi/internal/locale"
	"gongshi/internal/report"
	"gongshi/internal/view"
)

// fewProjects is the number of projects up to which a list shows by itself how
// many there are of each kind.
const fewProjects = 5

// Counts counts the projects by status, by schedule and by level, category and
// area, where any project says so. Each count adds up to all projects.
func (pr *Presenter) Counts() []view.Count {
	if pr.Site.Projects.Len() <= fewProjects {
		return nil
	}
	var counts []view.Count
	add := func(by string, ids []string, of func(*report.Project) string, name func(id string) string) {
		list := pr.Site.CountProjects(ids, of)
		if len(list) == 1 && list[0].ID == "" {
			return // nothing is said of any
		}
		count := view.Count{By: by}
		for _, c := range list {
			text := pr.Say("not-published")
			if c.ID != "" {
				text = name(c.ID)
			}
			n := locale.Int(int64(c.Projects))
			count.Rows = append(count.Rows, view.CountRow{Text: text, Number: pr.Lang.Number(n), Machine: n.String()})
		}
		counts = append(counts, count)
	}
	term := func(kind report.TermKind) ([]string, func(string) string) {
		return pr.Site.Vocabulary[kind].IDs(), func(id string) string { return pr.Term(kind, report.Ref{ID: id}) }
	}
	ids, name := term(report.StatusTerm)
	add(pr.Say("by-status"), ids, func(p *report.Project) string { return p.Status.ID }, name)
	states := make([]string, len(report.ScheduleStates))
	for i, s := range report.ScheduleStates {
		states[i] = string(s)
	}
	add(pr.Say("schedule"), states, func(p *report.Project) string { return string(p.Schedule.State) },
		func(id string) string { return pr.Say("schedule-" + id) })
	ids, name = term(report.Level)
	add(pr.Say("by-level"), ids, func(p *report.Project) string { return p.Level.ID }, name)
	ids, name = term(report.Category)
	add(pr.Say("by-category"), ids, func(p *report.Project) string { return p.Category.ID }, name)
	ids, name = term(report.Area)
	add(pr.Say("by-area"), ids, func(p *report.Project) string { return p.Area.ID }, name)
	return counts
}

// ByArea shows what the projects of each area promised of a metric, and the
// result. It is empty when there is one area only.
func (pr *Presenter) ByArea(m *report.Metric) []view.AreaRow {
	results := pr.Site.ByArea(m)
	if len(results) < 2 {
		return nil
	}
	var rows []view.AreaRow
	for _, r := range results {
		row := view.AreaRow{Area: pr.Say("not-published"), Result: pr.Quantity(m, r.Result)}
		if r.Area.Set() {
			row.Area = pr.Place(r.Area)
		}
		if r.Promised {
			row.Target = pr.Quantity(m, r.Target)
			row.Share = pr.Reached(r.LowerIsBetter, r.Result, r.Target)
		}
		rows = append(rows, row)
	}
	return rows
}
