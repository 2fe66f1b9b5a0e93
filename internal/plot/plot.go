// Package plot says what is to be drawn of a chart in one language: its table,
// every text final, every mark with its colour.
package plot

import (
	"slices"

	"gongshi/internal/caption"
	"gongshi/internal/chart"
	"gongshi/internal/present"
	"gongshi/internal/report"
	"gongshi/internal/tabulate"
	"gongshi/internal/view"
)

// Spec is what is to be drawn of a chart. The figure is its view, for the texts.
func Spec(pr *present.Presenter, c *report.Chart, t *tabulate.Table, figure view.ChartFigure) chart.Spec {
	s := chart.Spec{ID: figure.ID, Kind: chart.Kind(c.Kind), Title: figure.Title, Description: figure.Words}
	for _, h := range t.Rows {
		s.Categories = append(s.Categories, caption.Head(pr, h))
		if c.Kind == report.Line {
			s.At = append(s.At, float64(h.Date.Days()))
		}
	}
	for i, h := range t.Columns {
		series := chart.Series{Name: caption.Head(pr, h)}
		for j := range t.Rows {
			series.Points = append(series.Points, point(pr, c, t, j, i))
		}
		s.Series = append(s.Series, series)
	}
	switch {
	case c.Kind == report.Donut && len(c.Metrics) > 0 && !c.By.Set():
		m, _ := pr.Site.Metrics.Get(c.Metrics[0].ID)
		s.Centre = pr.Latest(m).Number
	case c.Kind == report.Progress:
		s.GoalName = pr.Say("target")
	case len(t.Goals) > 0:
		s.Goal = goal(pr, c, t)
	}
	return s
}

// point is the mark of a cell.
func point(pr *present.Presenter, c *report.Chart, t *tabulate.Table, row, column int) chart.Point {
	cell := t.Cells[row][column]
	p := chart.Point{Value: cell.Size(), Label: caption.Label(pr, c, t, cell), Missing: cell.Missing() && !cell.None, None: cell.None, Role: role(c, t, row, column)}
	if c.Kind == report.Progress {
		p.Goal = t.Goals[row].Number.Float()
		if cell.Metric.Kind != report.Ratio { // each thing has its own unit: what they share is the target
			p.Value, p.Goal = p.Value/p.Goal, 1
		}
		p.Label = caption.Progress(pr, t, row)
	}
	return p
}

// goal is the target of the only metric of a line.
func goal(pr *present.Presenter, c *report.Chart, t *tabulate.Table) *chart.Goal {
	m, _ := pr.Site.Metrics.Get(c.Metrics[0].ID)
	return &chart.Goal{Value: t.Goals[0].Number.Float(), Label: caption.Goal(pr, m, t.Goals[0])}
}

// fixedRoles are the colours of what has the same one everywhere on the site: the
// states of projects, and of the schedule.
var fixedRoles = map[string]chart.Role{
	string(report.Completed):   chart.Done,
	string(report.InProgress):  chart.Open,
	string(report.NotStarted):  chart.Neutral,
	string(report.Stopped):     chart.One,
	string(report.Merged):      chart.Three,
	string(report.Unpublished): chart.Four,

	string(report.Ahead):  chart.One,
	string(report.OnTime): chart.Done,
	string(report.Behind): chart.Open,
}

// freeRoles are the colours of parts that mean nothing but themselves, in order.
var freeRoles = []chart.Role{chart.One, chart.Two, chart.Three, chart.Four, chart.Five, chart.Six}

// role is the colour of a cell: of its part where the chart has parts; else that of
// everything that was counted.
func role(c *report.Chart, t *tabulate.Table, row, column int) chart.Role {
	switch c.Kind {
	case report.Donut:
		if !c.By.Set() {
			return []chart.Role{chart.Done, chart.Open}[row]
		}
		return partRoles(t.Rows)[row]
	case report.Grouped, report.Stacked, report.Stacked100, report.SmallMultiples:
		return partRoles(t.Columns)[column]
	case report.Line:
		if len(t.Columns) > 1 {
			return partRoles(t.Columns)[column]
		}
	}
	if t.Rows[row].Remainder {
		return chart.Neutral
	}
	return chart.Done
}

// partRoles gives each of several parts a colour of its own. A state of a project
// has the same everywhere, a remainder is neutral, as far as no part before it has
// that colour; the others take what is left, in order, but for the one that looks
// like what is open.
func partRoles(parts []tabulate.Head) []chart.Role {
	given := make([]chart.Role, len(parts))
	for i, h := range parts {
		if r := fixedRole(h); !slices.Contains(given, r) {
			given[i] = r
		}
	}
	for i := range parts {
		for _, r := range freeRoles {
			alike := r == chart.Two && slices.Contains(given, chart.Open)
			if given[i] == "" && !alike && !slices.Contains(given, r) {
				given[i] = r
			}
		}
	}
	return given
}

// fixedRole is the colour that a part has everywhere, "" when it has none.
func fixedRole(h tabulate.Head) chart.Role {
	switch {
	case h.Remainder:
		return chart.Neutral
	case h.Word != "", h.Term != nil && h.Term.Kind == report.StatusTerm:
		return fixedRoles[h.ID]
	}
	return ""
}
