package present

import (
	"slices"

	"gongshi/internal/locale"
	"gongshi/internal/report"
	"gongshi/internal/view"
)

// Kind says in words what sort of figure a metric is.
func (pr *Presenter) Kind(m *report.Metric) string {
	if part, whole, ok := pr.Site.Parts(m); ok {
		return pr.Say("kind-ratio", part.Name.String(pr.Lang), whole.Name.String(pr.Lang))
	}
	return pr.Say("kind-"+string(m.Kind), m.Currency.ID)
}

// Parts shows numerator and denominator of a rate, at the rate's date: a part may
// have a newer value that makes no rate yet.
func (pr *Presenter) Parts(m *report.Metric, rate report.Observation) []view.Figure {
	var parts []view.Figure
	for _, ref := range m.Of {
		if part, ok := pr.Site.Metrics.Get(ref.ID); ok {
			o, _ := pr.Site.ValueAt(part, rate.AsOf)
			parts = append(parts, pr.Figure(part, o))
		}
	}
	return parts
}

// PartOf leads to the rates that are computed from a metric.
func (pr *Presenter) PartOf(m *report.Metric) []view.Link {
	var links []view.Link
	for other := range pr.Site.Metrics.All() {
		if slices.ContainsFunc(other.Of, func(r report.Ref) bool { return r.ID == m.ID }) {
			links = append(links, view.Link{Text: other.Name.String(pr.Lang), URL: pr.URL(other.Path())})
		}
	}
	return links
}

// Series lists the values of a metric, newest first.
func (pr *Presenter) Series(m *report.Metric) []view.SeriesRow {
	var rows []view.SeriesRow
	for _, o := range pr.Site.Series(m) {
		f := pr.Figure(m, o)
		row := view.SeriesRow{AsOf: f.AsOf, Number: f.Number, Unit: f.Unit, Text: f.Text, Machine: f.Machine, Status: f.Status, Source: f.Source}
		if m.Kind == report.Ratio {
			row.Parts = pr.Say("of", pr.Lang.Number(o.Value.Share.Part), pr.Lang.Number(o.Value.Share.Whole))
		}
		rows = append(rows, row)
	}
	slices.Reverse(rows)
	return rows
}

// Quantity prints a number with a metric's unit.
func (pr *Presenter) Quantity(m *report.Metric, d locale.Decimal) string {
	return pr.Value(m, report.Value{Number: d})
}

// Value prints a value of a metric with its bound and unit.
func (pr *Presenter) Value(m *report.Metric, v report.Value) string {
	if v.Missing {
		return pr.Say("not-published")
	}
	return m.Print(pr.Lang, v).Text
}
