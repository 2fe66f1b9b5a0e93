// Package tabulate turns the definition of a chart into the table that it shows:
// a head for every row and column, a value in every cell. The drawing, the table
// beside it, its description and its data files are all made from this table, so
// that they cannot differ.
//
// A table knows no language: its heads are metrics, terms and dates, its cells
// observations. [Check] says which definitions make a table that can be drawn.
package tabulate

import (
	"cmp"
	"slices"

	"gongshi/internal/diag"
	"gongshi/internal/locale"
	"gongshi/internal/report"
)

// Table is what a chart shows.
type Table struct {
	Rows    []Head
	Columns []Head
	Cells   [][]Cell // by row, then column

	// Goals holds what each row is to reach or, for a line, what its only column is
	// to; empty when the chart shows no goals.
	Goals []report.Target

	ColumnTotals []Cell // the whole that each column makes up; empty when it makes up none
	RowTotals    []Cell // the same of each row
	Total        Cell   // of all cells, where there are totals of columns
}

// Whole reports whether the cells of a column make up a whole.
func (t *Table) Whole() bool { return len(t.ColumnTotals) > 0 }

// Parts reports whether the cells of a row make up a whole.
func (t *Table) Parts() bool { return len(t.RowTotals) > 0 }

// Head is what a row or a column stands for: exactly one of Metric, Term, Text,
// Date, Month and Word has a meaning.
type Head struct {
	ID     string // names it for machines: "district", "2024-11-25", "street-lights"
	Metric *report.Metric
	Term   *report.Term
	Text   report.Text // an editor's own words
	Date   locale.Date // an as-of date
	Month  locale.Date // the first day of a month
	Word   string      // a key of the interface's wording: "rest"

	// Remainder marks what has no name of its own: what is not broken down, the
	// projects of which nothing is said. It stands last, whatever its size.
	Remainder bool
}

// name is what an editor wrote as the head's name; "" for a date or a word of the
// interface.
func (h Head) name(l *locale.Language) string {
	switch {
	case h.Metric != nil:
		return h.Metric.Name.String(l)
	case h.Term != nil:
		return h.Term.Name.String(l)
	}
	return h.Text.String(l)
}

// pos is where that stands.
func (h Head) pos() diag.Pos {
	switch {
	case h.Metric != nil:
		return h.Metric.Pos
	case h.Term != nil:
		return h.Term.Pos
	}
	return h.Text.Pos
}

// Cell is one value.
type Cell struct {
	report.Observation
	Metric *report.Metric // what is measured; nil where projects are counted
	None   bool           // nothing was stated, not even that the value is missing
}

// Missing reports whether the cell has no value to draw.
func (c Cell) Missing() bool { return c.None || c.Value.Missing }

// Size is how large the cell's mark is: the number or, of a ratio, its percent.
func (c Cell) Size() float64 {
	switch {
	case c.Missing():
		return 0
	case c.Metric != nil && c.Metric.Kind == report.Ratio:
		return 100 * c.Value.Share.Part.Float() / c.Value.Share.Whole.Float()
	}
	return c.Value.Number.Float()
}

// Exact reports whether the cell has a value that is neither a least nor a most.
func (c Cell) Exact() bool { return !c.Missing() && c.Value.Bound == locale.Exact }

// addUp sets the totals: of the columns as given or, where they are not, as the sum
// of their cells, and of the rows where these make up a whole.
func (t *Table) addUp(s *report.Site, columns []Cell, rows bool) {
	for i := range t.Columns {
		if columns != nil {
			t.ColumnTotals = append(t.ColumnTotals, columns[i])
			continue
		}
		var cells []Cell
		for _, row := range t.Cells {
			cells = append(cells, row[i])
		}
		t.ColumnTotals = append(t.ColumnTotals, sum(s, cells))
	}
	for _, row := range t.Cells {
		if rows {
			t.RowTotals = append(t.RowTotals, sum(s, row))
		}
	}
	t.Total = sum(s, t.ColumnTotals)
}

// sum adds up cells. It is of the newest of their dates, and no surer than the
// least sure of them.
func sum(s *report.Site, cells []Cell) Cell {
	total := Cell{None: true}
	for _, c := range cells {
		switch {
		case c.Missing():
			continue
		case total.None:
			total = c
			continue
		}
		total.Observation = s.Computed(total.Observation, c.Observation)
		total.Value.Number = total.Value.Number.Add(c.Value.Number)
		total.Value.Bound = cmp.Or(total.Value.Bound, c.Value.Bound)
		if c.AsOf.Compare(total.AsOf) > 0 {
			total.AsOf = c.AsOf
		}
	}
	return total
}

// SameUnit reports whether all values of the table are read in one unit.
func (t *Table) SameUnit(s *report.Site) bool {
	var first *report.Metric
	for _, cell := range slices.Concat(t.Cells...) {
		switch m := cell.Metric; {
		case m == nil, m == first:
		case first == nil:
			first = m
		case m.Kind != first.Kind || !s.SameUnit(first, m):
			return false
		}
	}
	return true
}

// Chart makes the table of a chart. What the chart names and the site does not
// have is left out: check reports it.
func Chart(s *report.Site, c *report.Chart) *Table {
	t := shown(s, c)
	if c.SortsByValue() {
		t.sortByValue()
	}
	return t
}

func shown(s *report.Site, c *report.Chart) *Table {
	switch metrics := metricsOf(s, c); {
	case c.Count.Set():
		return Projects(s, report.Dimension(c.By.ID), report.Dimension(c.Split.ID))
	case c.By.Set():
		return brokenDown(s, report.TermKind(c.By.ID), metrics)
	case c.Kind == report.Line:
		return overTime(s, metrics)
	case c.Kind == report.Donut:
		return ratioParts(s, c, metrics)
	case len(c.Dates) > 0:
		return atDates(s, metrics, c.Dates)
	case c.Kind == report.Progress:
		return againstTargets(s, metrics)
	default:
		return newest(s, metrics)
	}
}

func metricsOf(s *report.Site, c *report.Chart) []*report.Metric {
	var metrics []*report.Metric
	for _, ref := range c.Metrics {
		if m, ok := s.Metrics.Get(ref.ID); ok {
			metrics = append(metrics, m)
		}
	}
	return metrics
}

// sortByValue puts the largest row first; remainders stay last.
func (t *Table) sortByValue() {
	order := make([]int, len(t.Rows))
	size := make([]float64, len(t.Rows))
	for i := range order {
		order[i] = i
		for _, cell := range t.Cells[i] {
			size[i] += cell.Size()
		}
	}
	last := func(row int) int {
		if t.Rows[row].Remainder {
			return 1
		}
		return 0
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Or(cmp.Compare(last(a), last(b)), cmp.Compare(size[b], size[a]))
	})
	t.Rows = reordered(t.Rows, order)
	t.Cells = reordered(t.Cells, order)
	if t.Parts() {
		t.RowTotals = reordered(t.RowTotals, order)
	}
	if len(t.Goals) > 0 {
		t.Goals = reordered(t.Goals, order)
	}
}

func reordered[T any](list []T, order []int) []T {
	out := make([]T, len(list))
	for i, from := range order {
		out[i] = list[from]
	}
	return out
}
