package dataset

import (
	"encoding/json"

	"gongshi/internal/locale"
	"gongshi/internal/report"
	"gongshi/internal/tabulate"
)

// Chart is a chart's table, with the words that it needs in every language.
type Chart struct {
	Site  *report.Site
	Chart *report.Chart
	Table *tabulate.Table
	Words map[string]string                            // the description, by language
	Head  func(*locale.Language, tabulate.Head) string // the name of a row or column
}

// chartCell is one value of a chart.
type chartCell struct {
	Row    string            `json:"row"`
	Column string            `json:"column"`
	Metric string            `json:"metric,omitempty"` // none where projects are counted
	AsOf   string            `json:"as_of"`
	Value  json.Number       `json:"value,omitempty"`
	Bound  string            `json:"bound"`
	Status string            `json:"status"` // final, provisional, revised, missing
	Unit   map[string]string `json:"unit"`   // by language; none where projects are counted
	Source string            `json:"source,omitempty"`

	i, j int // its row and column in the table
}

// chartTarget is what a row or, in a line, a column is to reach.
type chartTarget struct {
	Row           string      `json:"row,omitempty"`
	Column        string      `json:"column,omitempty"`
	Value         json.Number `json:"value"`
	By            string      `json:"by"`
	LowerIsBetter bool        `json:"lower_is_better,omitempty"`
}

// chartRate is the rate that a donut shows the parts of.
type chartRate struct {
	Metric string `json:"metric"`
	observation
}

// cells lists the values of the chart, row by row. What nobody stated is left out.
func (c Chart) cells() []chartCell {
	var list []chartCell
	for i, row := range c.Table.Cells {
		for j, cell := range row {
			if !cell.None {
				list = append(list, c.cell(i, j, cell))
			}
		}
	}
	return list
}

func (c Chart) cell(i, j int, cell tabulate.Cell) chartCell {
	out := chartCell{
		Row: c.Table.Rows[i].ID, Column: c.Table.Columns[j].ID, i: i, j: j,
		AsOf: cell.AsOf.String(), Bound: exact, Status: final, Unit: map[string]string{},
	}
	if cell.Metric == nil {
		out.Value = json.Number(cell.Value.Number.String())
		return out
	}
	o := observe(c.Site, cell.Metric, cell.Observation)
	out.Metric, out.Value, out.Bound, out.Status, out.Unit, out.Source = cell.Metric.ID, o.Value, o.Bound, o.Status, o.Unit, o.Source
	return out
}

// targets lists what the chart shows as targets, each once.
func (c Chart) targets() []chartTarget {
	var list []chartTarget
	for i, goal := range c.Table.Goals {
		t := chartTarget{Value: json.Number(goal.Number.String()), By: goal.By.String()}
		m := c.Table.Cells[i][0].Metric
		if c.Chart.Kind == report.Line {
			t.Column, m = c.Table.Columns[i].ID, c.Table.Cells[0][i].Metric
		} else {
			t.Row = c.Table.Rows[i].ID
		}
		t.LowerIsBetter = m != nil && m.LowerIsBetter
		list = append(list, t)
	}
	return list
}

// target returns what the value in a row is to reach; zero if there is no target.
func (c Chart) target(targets []chartTarget, row int) chartTarget {
	switch {
	case len(targets) == 0:
		return chartTarget{}
	case c.Chart.Kind == report.Line:
		return targets[0]
	}
	return targets[row]
}

// rate returns the rate that the chart shows the parts of; nil if it shows none.
func (c Chart) rate() *chartRate {
	if c.Chart.Kind != report.Donut || c.Chart.By.Set() || c.Chart.Count.Set() {
		return nil
	}
	m, ok := c.Site.Metrics.Get(c.Chart.Metrics[0].ID)
	if !ok {
		return nil
	}
	latest, ok := c.Site.Latest(m)
	if !ok {
		return nil
	}
	return &chartRate{m.ID, observe(c.Site, m, latest)}
}

// ChartCSV writes the values of a chart in the long form, a line for each (RFC
// 4180).
func ChartCSV(c Chart) ([]byte, error) {
	header := []string{"row", "column"}
	for _, key := range []string{"row", "column", "unit"} {
		for _, l := range c.Site.Languages {
			header = append(header, key+"_"+l.Code)
		}
	}
	rows := [][]string{append(header, "metric", "as_of", "value", "bound", "status", "target", "target_by", "source")}
	targets := c.targets()
	for _, cell := range c.cells() {
		row := []string{cell.Row, cell.Column}
		for _, head := range []tabulate.Head{c.Table.Rows[cell.i], c.Table.Columns[cell.j]} {
			for _, l := range c.Site.Languages {
				row = append(row, harmless(c.Head(l, head)))
			}
		}
		for _, l := range c.Site.Languages {
			row = append(row, harmless(cell.Unit[l.Code]))
		}
		target := c.target(targets, cell.i)
		rows = append(rows, append(row, cell.Metric, cell.AsOf, cell.Value.String(), cell.Bound, cell.Status, target.Value.String(), target.By, cell.Source))
	}
	return writeCSV(rows)
}

// chartHead names a row or a column of a chart in every language.
type chartHead struct {
	ID   string            `json:"id"`
	Name map[string]string `json:"name"`
}

func (c Chart) heads(heads []tabulate.Head) []chartHead {
	list := []chartHead{}
	for _, h := range heads {
		names := map[string]string{}
		for _, l := range c.Site.Languages {
			names[l.Code] = c.Head(l, h)
		}
		list = append(list, chartHead{h.ID, names})
	}
	return list
}

// ChartJSON writes a chart: what it says of itself, its rows, columns and values.
func ChartJSON(c Chart) ([]byte, error) {
	out := struct {
		ID          string            `json:"id"`
		Kind        report.ChartKind  `json:"kind"`
		Title       map[string]string `json:"title"`
		Subtitle    map[string]string `json:"subtitle,omitempty"`
		Description map[string]string `json:"description"`
		Counts      string            `json:"counts,omitempty"` // "projects", where these are counted
		Rows        []chartHead       `json:"rows"`
		Columns     []chartHead       `json:"columns"`
		Values      []chartCell       `json:"values"`
		Targets     []chartTarget     `json:"targets,omitempty"`
		Rate        *chartRate        `json:"rate,omitempty"`
	}{
		c.Chart.ID, c.Chart.Kind, c.Chart.Title.In, c.Chart.Subtitle.In, c.Words, c.Chart.Count.ID,
		c.heads(c.Table.Rows), c.heads(c.Table.Columns), c.cells(), c.targets(), c.rate(),
	}
	return writeJSON(out)
}
