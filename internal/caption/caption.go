// Package caption says in one language what a chart shows: the table beside it, the labels
// of its marks, its description in words. Begin at Figure.
package caption

import (
	"cmp"
	"slices"
	"strings"

	"gongshi/internal/locale"
	"gongshi/internal/present"
	"gongshi/internal/report"
	"gongshi/internal/tabulate"
	"gongshi/internal/view"
)

// Figure shows a chart's table, with all that is said of it, but for the
// drawings.
func Figure(pr *present.Presenter, c *report.Chart, t *tabulate.Table) view.ChartFigure {
	fig := view.ChartFigure{
		ID:       report.ChartAnchor(c.ID),
		Kind:     string(c.Kind),
		Title:    c.Title.String(pr.Lang),
		Subtitle: c.Subtitle.String(pr.Lang),
		URL:      pr.URL(c.Path()),
		Columns:  []string{corner(pr, c)},
		Drawn:    len(t.Columns),
		Words:    describe(pr, c, t),
	}
	for _, h := range t.Columns {
		fig.Columns = append(fig.Columns, Head(pr, h))
	}
	if t.Parts() {
		fig.Columns = append(fig.Columns, pr.Say("total"))
	}
	if len(t.Goals) > 0 && c.Kind == report.Progress {
		fig.Columns = append(fig.Columns, pr.Say("target"), pr.Say("target-by"), pr.Say("target-reached"))
	}
	for i := range t.Rows {
		fig.Rows = append(fig.Rows, rowOf(pr, c, t, i))
	}
	if t.Whole() {
		fig.Total = totalRow(pr, c, t)
	}
	addProvenance(pr, &fig, c, t)
	return fig
}

// corner names what the rows of a chart are.
func corner(pr *present.Presenter, c *report.Chart) string {
	switch {
	case c.Kind == report.Line:
		return pr.Say("date")
	case c.By.Set():
		return pr.Say(c.By.ID)
	}
	return pr.Say("item")
}

// Head names a row or a column.
func Head(pr *present.Presenter, h tabulate.Head) string {
	switch {
	case h.Metric != nil:
		return h.Metric.Name.String(pr.Lang)
	case h.Term != nil:
		return h.Term.Name.String(pr.Lang)
	case !h.Date.IsZero():
		return pr.Lang.Date(h.Date)
	case !h.Month.IsZero():
		return pr.Lang.Month(h.Month)
	case h.Text.Written():
		return h.Text.String(pr.Lang)
	}
	return pr.Say(h.Word)
}

// cellText prints a cell with its unit. Projects are a plain number: the head of
// their column says what they are.
func cellText(pr *present.Presenter, c tabulate.Cell) string {
	switch {
	case c.None:
		return pr.Say("no-value")
	case c.Metric == nil:
		return pr.Lang.Number(c.Value.Number)
	}
	return pr.Figure(c.Metric, c.Observation).Text
}

// Label prints a cell as the label of its mark. Within a stack there is room for
// the number alone.
func Label(pr *present.Presenter, c *report.Chart, t *tabulate.Table, cell tabulate.Cell) string {
	tight := c.Kind == report.Stacked || c.Kind == report.Stacked100 || c.Kind == report.SmallMultiples
	if tight && !cell.Missing() && cell.Metric != nil && cell.Metric.Kind != report.Ratio && t.SameUnit(pr.Site) {
		return cell.Metric.Print(pr.Lang, cell.Value).Number
	}
	return cellText(pr, cell)
}

// shown is a cell as the table beside the chart has it.
func shown(pr *present.Presenter, c tabulate.Cell) view.Cell {
	out := view.Cell{Text: cellText(pr, c)}
	switch {
	case c.Missing():
	case c.Metric == nil:
		out.Machine = c.Value.Number.String()
	default:
		f := pr.Figure(c.Metric, c.Observation)
		out.Machine, out.Status = f.Machine, f.Status
	}
	return out
}

// rowOf is a row of the table beside the chart.
func rowOf(pr *present.Presenter, c *report.Chart, t *tabulate.Table, i int) view.ChartRow {
	row := view.ChartRow{Head: Head(pr, t.Rows[i])}
	if m := t.Rows[i].Metric; m != nil {
		row.URL = pr.URL(m.Path())
	}
	for _, cell := range t.Cells[i] {
		row.Cells = append(row.Cells, shown(pr, cell))
	}
	if t.Parts() {
		row.Cells = append(row.Cells, shown(pr, t.RowTotals[i]))
	}
	if len(t.Goals) > 0 && c.Kind == report.Progress {
		cell := t.Cells[i][0]
		goal := reached(pr, cell, t.Goals[i])
		row.Cells = append(row.Cells, view.Cell{Text: goal.Text, Machine: goal.Machine}, view.Cell{Text: goal.By.Text}, view.Cell{Text: goal.Reached})
	}
	return row
}

// totalRow is the whole that the rows make up.
func totalRow(pr *present.Presenter, c *report.Chart, t *tabulate.Table) *view.ChartRow {
	row := &view.ChartRow{Head: pr.Say("total")}
	if whole, ok := wholeOf(pr, c); ok {
		row.Head, row.URL = whole.Name.String(pr.Lang), pr.URL(whole.Path())
	}
	for i := range t.Columns {
		row.Cells = append(row.Cells, shown(pr, t.ColumnTotals[i]))
	}
	if t.Parts() {
		row.Cells = append(row.Cells, shown(pr, t.Total))
	}
	return row
}

// wholeOf returns the metric that all of a chart's rows make up together.
func wholeOf(pr *present.Presenter, c *report.Chart) (*report.Metric, bool) {
	if len(c.Metrics) != 1 {
		return nil, false
	}
	m, ok := pr.Site.Metrics.Get(c.Metrics[0].ID)
	if ok && m.Kind == report.Ratio {
		_, m, ok = pr.Site.Parts(m)
	}
	return m, ok
}

// addProvenance says of when the values are, and where they come from. Where their
// dates differ, each row says its own.
func addProvenance(pr *present.Presenter, fig *view.ChartFigure, c *report.Chart, t *tabulate.Table) {
	for i, row := range t.Cells {
		for _, cell := range row {
			if cell.None {
				continue
			}
			day := pr.Day(cell.AsOf)
			if !slices.Contains(fig.AsOf, day) {
				fig.AsOf = append(fig.AsOf, day)
			}
			fig.Rows[i].AsOf = &day
			if cell.Metric == nil {
				continue
			}
			if source := pr.Source(cell.Source); !slices.Contains(fig.Sources, source) {
				fig.Sources = append(fig.Sources, source)
			}
		}
	}
	fig.Note = chartNote(pr, c, t)
	fig.Mixed = len(fig.AsOf) > 1 && len(t.Columns) == 1 && c.Kind != report.Line
	for i := range fig.Rows {
		if !fig.Mixed {
			fig.Rows[i].AsOf = nil
		} else if fig.Rows[i].AsOf == nil {
			fig.Rows[i].AsOf = &view.Day{}
		}
	}
}

// chartNote says what the marks alone do not: how projects were counted, the target
// of a line, the rate that a donut shows; else "".
func chartNote(pr *present.Presenter, c *report.Chart, t *tabulate.Table) string {
	counted := int(t.Total.Value.Number.Float())
	switch {
	case c.By.ID == string(report.MonthDimension):
		return pr.Counted("counted-completed", counted)
	case c.Count.Set():
		return pr.Counted("counted-from", counted)
	case c.Kind == report.Line && len(t.Goals) > 0:
		return Goal(pr, t.Columns[0].Metric, t.Goals[0])
	case c.Kind == report.Donut && !c.By.Set():
		m, _ := pr.Site.Metrics.Get(c.Metrics[0].ID)
		return pr.Say("words-item", m.Name.String(pr.Lang), pr.Latest(m).Text)
	}
	return ""
}

// fewRows is the number of rows up to which a description says all of them.
const fewRows = 6

// describe describes a chart in a sentence or two, from its table: for whoever
// cannot see it, or wants to quote it.
func describe(pr *present.Presenter, c *report.Chart, t *tabulate.Table) string {
	said := tableWords(pr, c, t)
	if t.Whole() && len(t.Columns) == 1 {
		said = append(said, pr.Say("words-total", cellText(pr, t.Total)))
	}
	if note := chartNote(pr, c, t); note != "" && !c.Count.Set() {
		said = append(said, note)
	}
	return strings.Join(said, pr.Say("words-gap")) + pr.Say("words-end")
}

// tableWords says what is in the table: each row where they are few, or where they
// make up nothing that would stand for them; else the extremes, or the totals.
func tableWords(pr *present.Presenter, c *report.Chart, t *tabulate.Table) (said []string) {
	switch {
	case c.Kind == report.Line:
		for i := range t.Columns {
			said = append(said, course(pr, t, i))
		}
	case len(t.Rows) > fewRows && len(t.Columns) == 1 && c.Kind != report.Progress:
		said = extremes(pr, t)
	case len(t.Rows) > fewRows && t.Whole():
		for i, h := range t.Columns {
			said = append(said, pr.Say("words-item", Head(pr, h), cellText(pr, t.ColumnTotals[i])))
		}
	default:
		for i, h := range t.Rows {
			said = append(said, pr.Say("words-item", Head(pr, h), rowWords(pr, c, t, i)))
		}
	}
	return said
}

// rowWords says what is in a row.
func rowWords(pr *present.Presenter, c *report.Chart, t *tabulate.Table, row int) string {
	if len(t.Columns) == 1 {
		cell := t.Cells[row][0]
		text := cellText(pr, cell)
		if len(t.Goals) > 0 && c.Kind == report.Progress {
			goal := reached(pr, cell, t.Goals[row])
			return pr.Say("words-goal", text, goalText(pr, cell.Metric, t.Goals[row]), goal.By.Text, goal.Reached)
		}
		return text
	}
	var said []string
	key := "words-part"
	if len(c.Dates) > 0 {
		key = "words-dated"
	}
	for i, cell := range t.Cells[row] {
		if t.Parts() && cell.Size() == 0 {
			continue // a part that is not there
		}
		said = append(said, pr.Say(key, Head(pr, t.Columns[i]), cellText(pr, cell)))
	}
	return pr.Lang.Join(said)
}

// extremes says which rows are the largest and the smallest, where all have one
// unit; else how many rows there are.
func extremes(pr *present.Presenter, t *tabulate.Table) []string {
	said := []string{pr.Counted("words-rows", len(t.Rows))}
	if !t.SameUnit(pr.Site) {
		return said
	}
	named := slices.DeleteFunc(rowsKnown(t, 0), func(i int) bool { return t.Rows[i].Remainder })
	return append(said, highLow(pr, t, 0, named, "words-highest", "words-lowest")...)
}

// rowsKnown lists the rows in which a column has a value.
func rowsKnown(t *tabulate.Table, column int) []int {
	var rows []int
	for i, row := range t.Cells {
		if !row[column].Missing() {
			rows = append(rows, i)
		}
	}
	return rows
}

// highLow says where a column is highest and lowest among some rows; nothing when
// all are alike.
func highLow(pr *present.Presenter, t *tabulate.Table, column int, rows []int, high, low string) []string {
	if len(rows) == 0 {
		return nil
	}
	size := func(a, b int) int { return cmp.Compare(t.Cells[a][column].Size(), t.Cells[b][column].Size()) }
	top, bottom := slices.MaxFunc(rows, size), slices.MinFunc(rows, size)
	if size(top, bottom) == 0 {
		return nil
	}
	at := func(key string, row int) string {
		return pr.Say(key, Head(pr, t.Rows[row]), cellText(pr, t.Cells[row][column]))
	}
	return []string{at(high, top), at(low, bottom)}
}

// course says how a column goes from the first of its dates to the last.
func course(pr *present.Presenter, t *tabulate.Table, column int) string {
	rows := rowsKnown(t, column) // two at least: check saw to it
	first, last := rows[0], rows[len(rows)-1]
	from, to := t.Cells[first][column], t.Cells[last][column]
	clause := pr.Say("words-course", Head(pr, t.Columns[column]), Head(pr, t.Rows[first]), cellText(pr, from), Head(pr, t.Rows[last]), cellText(pr, to))
	if change := courseChange(pr, from, to); change != "" {
		clause = pr.Say("words-change", clause, change)
	}
	said := []string{clause}
	if ends := []float64{from.Size(), to.Size()}; outside(t, column, rows, ends) {
		said = append(said, highLow(pr, t, column, rows, "words-peak", "words-trough")...)
	}
	for i := last + 1; i < len(t.Rows); i++ {
		if cell := t.Cells[i][column]; !cell.None {
			said = append(said, pr.Say("words-item", Head(pr, t.Rows[i]), cellText(pr, cell)))
		}
	}
	return strings.Join(said, pr.Say("words-gap"))
}

// outside reports whether a column is anywhere higher or lower than at both of its
// ends.
func outside(t *tabulate.Table, column int, rows []int, ends []float64) bool {
	return slices.ContainsFunc(rows, func(row int) bool {
		size := t.Cells[row][column].Size()
		return size < slices.Min(ends) || size > slices.Max(ends)
	})
}

// courseChange says by how much a value has changed, "" where it cannot be told.
func courseChange(pr *present.Presenter, first, last tabulate.Cell) string {
	if !first.Exact() || !last.Exact() || first.Metric.Kind == report.Ratio {
		return ""
	}
	return pr.Change(first.Metric, last.Value.Number.Sub(first.Value.Number))
}

// reached shows a target of a cell's metric.
func reached(pr *present.Presenter, c tabulate.Cell, t report.Target) view.TargetRow {
	for _, row := range pr.Targets(c.Metric) {
		if row.By.ISO == t.By.String() {
			return row
		}
	}
	return view.TargetRow{}
}

// Progress prints a value with how far it has come, as the label of its bar.
func Progress(pr *present.Presenter, t *tabulate.Table, row int) string {
	cell := t.Cells[row][0]
	text := cellText(pr, cell)
	if cell.Missing() {
		return text
	}
	return pr.Say("progress-label", text, goalText(pr, cell.Metric, t.Goals[row]))
}

// Goal prints a target as the label of its line.
func Goal(pr *present.Presenter, m *report.Metric, t report.Target) string {
	return pr.Say("goal-label", goalText(pr, m, t), pr.Lang.Date(t.By))
}

// goalText prints a target: one that is not to be exceeded as such.
func goalText(pr *present.Presenter, m *report.Metric, t report.Target) string {
	value := report.Value{Number: t.Number}
	if m.LowerIsBetter {
		value.Bound = locale.AtMost
	}
	if m.Kind == report.Ratio {
		return pr.Lang.Bounded(t.Number, value.Bound) + "%"
	}
	return m.Print(pr.Lang, value).Text
}
