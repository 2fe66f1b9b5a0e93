package present

import (
	"math/big"

	"gongshi/internal/locale"
	"gongshi/internal/report"
	"gongshi/internal/view"
)

// Targets shows what a metric is to reach, and how far it had come by then: what
// was reached later is reached too late.
func (pr *Presenter) Targets(m *report.Metric) []view.TargetRow {
	var rows []view.TargetRow
	for _, t := range m.Targets {
		p := m.Print(pr.Lang, m.TargetValue(t))
		row := view.TargetRow{By: pr.Day(t.By), Machine: p.Machine, Text: p.Text, Reached: pr.Say("target-unknown")}
		if o, ok := pr.Site.NewestBy(m, t.By); ok && !o.Value.Missing && o.Value.Bound == locale.Exact {
			row.Reached = pr.Reached(m.LowerIsBetter, exactly(m, o.Value), t.Number)
		}
		rows = append(rows, row)
	}
	return rows
}

// exactly returns a value as it is before it is rounded; of a ratio, in percent.
func exactly(m *report.Metric, v report.Value) *big.Rat {
	if m.Kind == report.Ratio {
		return v.Share.Rat()
	}
	return v.Number.Rat()
}

// Reached says how far a value has come towards a target, both exact: within it or not,
// where less is better and the target is a limit, else the share of it, which may be over 100 %.
func (pr *Presenter) Reached(lowerIsBetter bool, value *big.Rat, target locale.Decimal) string {
	switch met := value.Cmp(target.Rat()) <= 0; {
	case lowerIsBetter && met:
		return pr.Say("target-met")
	case lowerIsBetter:
		return pr.Say("target-not-met")
	}
	return pr.Say("target-share", pr.Lang.Number(locale.Reached(value, target.Rat()))+"%")
}

// Breakdowns shows a metric by the terms of its vocabularies, in their order.
func (pr *Presenter) Breakdowns(m *report.Metric) []view.Breakdown {
	var list []view.Breakdown
	for _, b := range m.By {
		total, _ := pr.Site.ValueAt(m, b.AsOf) // check saw to it
		out := view.Breakdown{Kind: pr.Say("by-" + string(b.Kind)), AsOf: pr.Day(b.AsOf), Status: pr.Status(total)}
		row := func(head string, v report.Value) view.TermRow {
			share := "–"
			if total.Value.Bound == locale.Exact && total.Value.Number.Sign() > 0 {
				share = pr.Lang.Percent(locale.Share{Part: v.Number, Whole: total.Value.Number}, 1)
			}
			return view.TermRow{Head: head, Text: pr.Value(m, v), Machine: v.Number.String(), Share: share}
		}
		for _, part := range b.Parts {
			out.Rows = append(out.Rows, row(pr.Term(b.Kind, part.Term), report.Value{Number: part.Number}))
		}
		if rest := total.Value.Number.Sub(b.Sum()); rest.Sign() > 0 {
			r := row(pr.Say("rest"), report.Value{Number: rest, Bound: total.Value.Bound})
			out.Rest = &r
		}
		if out.Rest != nil || total.Value.Bound != locale.Exact {
			out.Why = m.Rest[b.Kind].String(pr.Lang)
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

// Reconciled compares a metric with what the projects contribute to it.
func (pr *Presenter) Reconciled(m *report.Metric) view.Reconciled {
	latest, _ := pr.Site.Latest(m)
	tally := pr.Site.Tally(m)
	row := view.Reconciled{
		Metric: view.Link{Text: m.Name.String(pr.Lang), URL: pr.URL(m.Path())},
		Total:  pr.Figure(m, latest).Text,
		Reason: m.Difference.String(pr.Lang),
	}
	sum := tally.Value(m.RollUp)
	if !sum.Missing {
		row.Projects = pr.Value(m, sum)
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
	case sum.Same(latest.Value):
		row.Result = pr.Say("sum-equal")
	case len(tally.Silent) > 0 && latest.Value.Bound == locale.Exact && sum.Number.Cmp(latest.Value.Number) == 0:
		row.Result = pr.Say("sum-so-far") // a silent project may have something to add
	default:
		row.Result = pr.Say("sum-partly")
	}
	return row
}
