package present

import (
	"slices"

	"gongshi/internal/locale"
	"gongshi/internal/report"
	"gongshi/internal/view"
)

// Targets shows what a metric is to reach, and how far it has come.
func (pr *Presenter) Targets(m *report.Metric, latest report.Observation) []view.TargetRow {
	var rows []view.TargetRow
	for _, t := range m.Targets {
		row := view.TargetRow{By: pr.Day(t.By), Machine: t.Number.String()}
		if m.Kind == report.Ratio {
			row.Text = pr.Lang.Number(t.Number) + "%"
			row.Reached = pr.Reached(m.LowerIsBetter, latest.Value.Share.Percent(m.Digits()), t.Number)
		} else {
			row.Text = pr.Quantity(m, t.Number)
			row.Reached = pr.Reached(m.LowerIsBetter, latest.Value.Number, t.Number)
		}
		if latest.Value.Missing || latest.Value.Bound != locale.Exact {
			row.Reached = pr.Say("target-unknown")
		}
		rows = append(rows, row)
	}
	return rows
}

// Reached says how far a value has come towards a target: met or not, where less
// is better, else the share of it, which may be over 100 %.
func (pr *Presenter) Reached(lowerIsBetter bool, value, target locale.Decimal) string {
	switch {
	case lowerIsBetter && value.Cmp(target) <= 0:
		return pr.Say("target-met")
	case lowerIsBetter:
		return pr.Say("target-not-met")
	case target.Sign() == 0:
		return pr.Say("target-met") // nothing was to be reached
	}
	return pr.Say("target-share", pr.ofTarget(value, target))
}

// ofTarget prints how much of a target is reached, and never 100% before it is.
func (pr *Presenter) ofTarget(value, target locale.Decimal) string {
	share := locale.Share{Part: value, Whole: target}
	if value.Cmp(target) < 0 && share.Percent(0).Cmp(locale.Int(100)) >= 0 {
		return pr.Lang.Percent(share, 2)
	}
	return pr.Lang.Percent(share, 0)
}

// Breakdowns shows a metric by the terms of its vocabularies, in their order.
func (pr *Presenter) Breakdowns(m *report.Metric) []view.Breakdown {
	var list []view.Breakdown
	for _, b := range m.By {
		total, _ := pr.Site.ValueAt(m, b.AsOf) // check saw to it
		out := view.Breakdown{Kind: pr.Say("by-" + string(b.Kind)), AsOf: pr.Day(b.AsOf), Why: m.Rest[b.Kind].String(pr.Lang)}
		row := func(head string, d locale.Decimal, bound locale.Bound) view.TermRow {
			share := "–"
			if total.Value.Bound == locale.Exact && total.Value.Number.Sign() > 0 {
				share = pr.Lang.Percent(locale.Share{Part: d, Whole: total.Value.Number}, 1)
			}
			return view.TermRow{Head: head, Text: m.Print(pr.Lang, report.Value{Number: d, Bound: bound}).Text, Machine: d.String(), Share: share}
		}
		for _, part := range b.Parts {
			out.Rows = append(out.Rows, row(pr.Term(b.Kind, part.Term), part.Number, locale.Exact))
		}
		if rest := total.Value.Number.Sub(b.Sum()); rest.Sign() > 0 {
			r := row(pr.Say("rest"), rest, total.Value.Bound)
			out.Rest = &r
		}
		list = append(list, out)
	}
	return list
}

// NextUpdate says when a newer value is to come.
func (pr *Presenter) NextUpdate(m *report.Metric) (next *view.Day, stale bool) {
	if m.NextUpdate.IsZero() {
		return nil, false
	}
	day := pr.Day(m.NextUpdate.Date)
	return &day, pr.Site.Stale(m)
}

// Corrections lists the changes of a metric's published values, newest first.
func (pr *Presenter) Corrections(m *report.Metric) []view.CorrectionRow {
	var rows []view.CorrectionRow
	for _, c := range slices.Backward(m.Corrections) {
		now, _ := pr.Site.ValueAt(m, c.AsOf.Date) // check saw to it
		was := report.Value{Number: c.Was, Bound: c.Bound}
		row := view.CorrectionRow{
			Metric: view.Link{Text: m.Name.String(pr.Lang), URL: pr.URL(m.Path())},
			Date:   pr.Day(c.Date), AsOf: pr.Day(c.AsOf.Date),
			Was: m.Print(pr.Lang, was).Text, Now: pr.Figure(m, now).Text,
			Kind: pr.Say("change-" + string(c.Kind)), Reason: c.Reason.String(pr.Lang),
		}
		if m.Kind == report.Ratio {
			row.Was = pr.Lang.Number(c.Was) + "%"
		}
		rows = append(rows, row)
	}
	return rows
}

// Reconciled compares a metric with what the projects contribute to it.
func (pr *Presenter) Reconciled(m *report.Metric) view.Reconciled {
	latest, _ := pr.Site.Latest(m)
	tally := pr.Site.Tally(m)
	row := view.Reconciled{
		Metric: view.Link{Text: m.Name.String(pr.Lang), URL: pr.URL(m.Path())},
		Total:  pr.Figure(m, latest).Text,
		Reason: m.Difference.String(pr.Lang),
	}
	sum := tally.Sum
	if m.RollUp == report.RollUpCount {
		sum = locale.Int(int64(len(tally.Projects)))
	}
	if len(tally.Projects) > 0 {
		row.Projects = pr.Quantity(m, sum)
	}
	switch {
	case latest.Value.Missing:
		row.Result = pr.Say("not-published")
	case len(tally.Projects) == 0:
		row.Result = pr.Say("sum-none")
	case len(m.Values) == 0:
		row.Result = pr.Say("sum-only")
	case m.Difference.Written():
		row.Result = pr.Say("sum-differs")
	case sum.Cmp(latest.Value.Number) == 0:
		row.Result = pr.Say("sum-equal")
	default:
		row.Result = pr.Say("sum-partly")
	}
	return row
}
