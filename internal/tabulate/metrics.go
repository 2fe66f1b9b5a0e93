package tabulate

import (
	"slices"

	"gongshi/internal/locale"
	"gongshi/internal/report"
)

// valueColumn is the head of the only column of a table that has one value to a
// row.
var valueColumn = Head{ID: "value", Word: "value"}

// restID names what is left over. No editor can give that id to a thing.
const restID = "_rest"

func metricHead(m *report.Metric) Head { return Head{ID: m.ID, Metric: m} }

func metricHeads(metrics []*report.Metric) []Head {
	heads := make([]Head, len(metrics))
	for i, m := range metrics {
		heads[i] = metricHead(m)
	}
	return heads
}

func dateHead(d locale.Date) Head { return Head{ID: d.String(), Date: d} }

func termHead(t *report.Term) Head { return Head{ID: t.ID, Term: t} }

// newest has a row for every metric, at its newest value.
func newest(s *report.Site, metrics []*report.Metric) *Table {
	t := &Table{Rows: metricHeads(metrics), Columns: []Head{valueColumn}}
	for _, m := range metrics {
		o, ok := s.Latest(m)
		t.Cells = append(t.Cells, []Cell{{Observation: o, Metric: m, None: !ok}})
	}
	return t
}

// againstTargets has a row for every metric, with the newest of its targets and
// the newest value up to that target's date.
func againstTargets(s *report.Site, metrics []*report.Metric) *Table {
	t := &Table{Columns: []Head{valueColumn}}
	for _, m := range metrics {
		if len(m.Targets) == 0 {
			continue
		}
		goal := m.Targets[len(m.Targets)-1]
		o, ok := s.NewestBy(m, goal.By)
		t.Rows, t.Goals = append(t.Rows, metricHead(m)), append(t.Goals, goal)
		t.Cells = append(t.Cells, []Cell{{Observation: o, Metric: m, None: !ok}})
	}
	return t
}

// atDates has a row for every metric and a column for every date.
func atDates(s *report.Site, metrics []*report.Metric, dates []report.Day) *Table {
	t := &Table{Rows: metricHeads(metrics)}
	for _, d := range dates {
		t.Columns = append(t.Columns, dateHead(d.Date))
	}
	for _, m := range metrics {
		var row []Cell
		for _, d := range dates {
			row = append(row, valueAt(s, m, d.Date))
		}
		t.Cells = append(t.Cells, row)
	}
	return t
}

// overTime has a row for every date that any of the metrics has a value of, and a
// column for every metric.
func overTime(s *report.Site, metrics []*report.Metric) *Table {
	var dates []locale.Date
	for _, m := range metrics {
		for _, o := range s.Series(m) {
			dates = append(dates, o.AsOf)
		}
	}
	slices.SortFunc(dates, locale.Date.Compare)
	t := &Table{Columns: metricHeads(metrics)}
	for _, d := range slices.Compact(dates) {
		var row []Cell
		for _, m := range metrics {
			row = append(row, valueAt(s, m, d))
		}
		t.Rows, t.Cells = append(t.Rows, dateHead(d)), append(t.Cells, row)
	}
	if len(metrics) == 1 && len(metrics[0].Targets) > 0 {
		t.Goals = metrics[0].Targets[len(metrics[0].Targets)-1:]
	}
	return t
}

func valueAt(s *report.Site, m *report.Metric, d locale.Date) Cell {
	o, ok := s.ValueAt(m, d)
	o.AsOf = d
	return Cell{Observation: o, Metric: m, None: !ok}
}

// ratioParts has two rows: what is in a ratio, and what it leaves over.
func ratioParts(s *report.Site, c *report.Chart, metrics []*report.Metric) *Table {
	t := &Table{Columns: []Head{valueColumn}}
	if len(metrics) == 0 {
		return t
	}
	part, whole, ok := s.Parts(metrics[0])
	latest, ok2 := s.Latest(metrics[0])
	if !ok || !ok2 {
		return t
	}
	in, all := valueAt(s, part, latest.AsOf), valueAt(s, whole, latest.AsOf)
	rest := all
	rest.Observation = s.Computed(all.Observation, in.Observation)
	rest.Value.Number = all.Value.Number.Sub(in.Value.Number)
	t.Rows = []Head{metricHead(part), {ID: restID, Text: c.Rest}}
	t.Cells = [][]Cell{{in}, {rest}}
	t.addUp(s, []Cell{all}, false)
	return t
}

// brokenDown has a row for every term by which the metrics are broken down, and
// a column for every metric.
func brokenDown(s *report.Site, kind report.TermKind, metrics []*report.Metric) *Table {
	t := &Table{Columns: metricHeads(metrics)}
	if len(metrics) == 1 {
		t.Columns = []Head{valueColumn}
	}
	date, ok := CommonBreakdown(metrics, kind)
	if !ok {
		return t
	}
	for term := range s.Vocabulary[kind].All() {
		row, stated := make([]Cell, len(metrics)), false
		for i, m := range metrics {
			row[i] = partOf(valueAt(s, m, date), breakdownAt(m, kind, date), term.ID)
			stated = stated || !row[i].None
		}
		if stated {
			t.Rows, t.Cells = append(t.Rows, termHead(term)), append(t.Cells, row)
		}
	}
	t.addRest(s, kind, date, metrics)
	var totals []Cell
	for _, m := range metrics {
		totals = append(totals, valueAt(s, m, date))
	}
	t.addUp(s, totals, len(metrics) > 1)
	return t
}

// partOf is a term's part of a total, as sure as that, and of its source.
func partOf(total Cell, b *report.Breakdown, term string) Cell {
	for _, p := range b.Parts {
		if p.Term.ID == term {
			part := total
			part.Pos, part.Value = p.Term.Pos, report.Value{Number: p.Number}
			return part
		}
	}
	return Cell{Metric: total.Metric, None: true}
}

// addRest adds the row of what the breakdowns leave over, if any does. Where the
// parts come up to a least number, nobody knows what they leave.
func (t *Table) addRest(s *report.Site, kind report.TermKind, date locale.Date, metrics []*report.Metric) {
	row, some := make([]Cell, len(metrics)), false
	for i, m := range metrics {
		row[i] = valueAt(s, m, date)
		row[i].Value.Number = row[i].Value.Number.Sub(breakdownAt(m, kind, date).Sum())
		row[i].None = row[i].Value.Number.Sign() <= 0
		some = some || !row[i].None
	}
	if some {
		t.Rows, t.Cells = append(t.Rows, Head{ID: restID, Word: "rest", Remainder: true}), append(t.Cells, row)
	}
}

// CommonBreakdown returns the newest date at which every one of the metrics is
// broken down by kind.
func CommonBreakdown(metrics []*report.Metric, kind report.TermKind) (date locale.Date, ok bool) {
	if len(metrics) == 0 {
		return date, false
	}
	for _, b := range metrics[0].By {
		everywhere := b.Kind == kind && !slices.ContainsFunc(metrics[1:], func(m *report.Metric) bool { return breakdownAt(m, kind, b.AsOf) == nil })
		if everywhere && (!ok || b.AsOf.Compare(date) > 0) {
			date, ok = b.AsOf, true
		}
	}
	return date, ok
}

func breakdownAt(m *report.Metric, kind report.TermKind, date locale.Date) *report.Breakdown {
	i := slices.IndexFunc(m.By, func(b report.Breakdown) bool { return b.Kind == kind && b.AsOf == date })
	if i < 0 {
		return nil
	}
	return &m.By[i]
}
