package present

import (
	"cmp"
	"slices"

	"gongshi/internal/report"
	"gongshi/internal/view"
)

// AllCorrections lists the changes of all published numbers, newest first.
func (pr *Presenter) AllCorrections() []view.CorrectionRow {
	var rows []view.CorrectionRow
	for m := range pr.Site.Metrics.All() {
		rows = append(rows, pr.Corrections(m)...)
	}
	slices.SortStableFunc(rows, func(a, b view.CorrectionRow) int { return cmp.Compare(b.Date.ISO, a.Date.ISO) })
	return rows
}

// Corrections lists the changes of a metric's published numbers, newest first.
func (pr *Presenter) Corrections(m *report.Metric) []view.CorrectionRow {
	var rows []view.CorrectionRow
	for i, c := range slices.Backward(m.Corrections) {
		rows = append(rows, view.CorrectionRow{
			Metric: view.Link{Text: pr.corrected(m, c), URL: pr.URL(m.Path())},
			Date:   pr.Day(c.Date), AsOf: pr.Day(c.AsOf.Date),
			Was: pr.was(m, c), Now: pr.became(m, i),
			Kind: pr.Say("change-" + string(c.Kind)), Reason: c.Reason.String(pr.Lang),
		})
	}
	return rows
}

// corrected names what was corrected: a metric, its target, or a part of it.
func (pr *Presenter) corrected(m *report.Metric, c report.Correction) string {
	name := m.Name.String(pr.Lang)
	switch {
	case c.Target:
		return pr.Say("change-of", name, pr.Say("target"))
	case c.By != "":
		return pr.Say("change-of", name, pr.Term(c.By, c.Term))
	}
	return name
}

// was prints what a correction says that a number was; of a ratio, in percent.
func (pr *Presenter) was(m *report.Metric, c report.Correction) string {
	if m.Kind == report.Ratio {
		return pr.Lang.Number(c.Was) + "%"
	}
	return m.Print(pr.Lang, report.Value{Number: c.Was, Bound: c.Bound}).Text
}

// became prints what a correction changed a number to: what the next correction
// of it says that it was or, after the last, what it is.
func (pr *Presenter) became(m *report.Metric, i int) string {
	of := m.Corrections[i].Subject()
	if next, ok := m.Next(i); ok {
		return pr.was(m, next)
	}
	now, _ := pr.Site.Now(m, of) // check saw to it
	if m.Kind == report.Ratio && of.Target {
		return pr.Lang.Number(now.Value.Number) + "%"
	}
	return pr.Figure(m, now).Text
}
