package render

import (
	"cmp"
	"context"
	"fmt"
	"html/template"
	"slices"

	"gongshi/internal/chart"
	"gongshi/internal/report"
	"gongshi/internal/view"
)

// drawCharts draws the charts that stand on pages, in every language, and fills
// their template.
func (r *Renderer) drawCharts(ctx context.Context, draw func(context.Context, []chart.Spec) ([]chart.Drawing, error)) error {
	var specs []chart.Spec
	var views []view.ChartFigure
	placed := r.placedCharts()
	for _, e := range r.editions {
		for _, c := range placed {
			fig, spec := e.chart(c)
			views, specs = append(views, fig), append(specs, spec)
		}
	}
	if len(specs) == 0 {
		return nil
	}
	drawings, err := draw(ctx, specs)
	if err != nil {
		return fmt.Errorf("draw charts: %w", err)
	}
	for i, e := range r.editions {
		for j, c := range placed {
			at := i*len(placed) + j
			fig := views[at]
			fig.Wide, fig.Narrow = template.HTML(drawings[at].Wide), template.HTML(drawings[at].Narrow)
			html, err := e.templates.Part("chart", fig)
			if err != nil {
				return fmt.Errorf("chart %q: %w", c.ID, err)
			}
			e.figures[c.ID] = html
		}
	}
	return nil
}

// placedCharts lists the charts that a page shows; the others are not drawn.
func (r *Renderer) placedCharts() []*report.Chart {
	placed := map[string]bool{}
	for p := range r.site.Pages.All() {
		for _, w := range p.In {
			for _, part := range w.Body.Parts {
				if part.Chart != nil {
					placed[part.Chart.ID] = true
				}
			}
		}
	}
	return slices.DeleteFunc(slices.Collect(r.site.Charts.All()), func(c *report.Chart) bool { return !placed[c.ID] })
}

// chart makes a chart's view and what is to be drawn.
func (e *edition) chart(c *report.Chart) (view.ChartFigure, chart.Spec) {
	fig := view.ChartFigure{
		ID:       report.ChartAnchor(c.ID),
		Kind:     string(c.Kind),
		Title:    c.Title.String(e.Lang),
		Subtitle: c.Subtitle.String(e.Lang),
		Columns:  []string{e.Say("item"), e.Say("value")},
	}
	spec := chart.Spec{ID: fig.ID, Kind: chart.Kind(c.Kind), Title: fig.Title}
	var points []mark
	if c.Kind == report.Donut {
		points, spec.Centre, fig.Total = e.donut(c)
	} else {
		points = e.bars(c)
	}
	series := chart.Series{Name: fig.Subtitle}
	var said []string
	for _, p := range points {
		spec.Categories = append(spec.Categories, p.name)
		series.Points = append(series.Points, chart.Point{Value: p.value, Label: p.figure.Text, Role: p.role})
		fig.Rows = append(fig.Rows, p.row())
		said = append(said, e.Say("item-value", p.name, p.figure.Text))
		addProvenance(&fig, p.figure)
	}
	fig.Mixed = len(fig.AsOf) > 1
	if !fig.Mixed {
		for i := range fig.Rows {
			fig.Rows[i].AsOf = nil
		}
	}
	spec.Series = []chart.Series{series}
	spec.Description = e.Lang.Join(said)
	return fig, spec
}

// mark is one bar, column or part of a chart.
type mark struct {
	name   string
	value  float64
	role   chart.Role
	figure view.Figure
}

func (m mark) row() view.ChartRow {
	asOf := m.figure.AsOf
	return view.ChartRow{Head: m.name, URL: m.figure.URL, Cells: []view.Cell{{Text: m.figure.Text, Machine: m.figure.Machine, Status: m.figure.Status}}, AsOf: &asOf}
}

// addProvenance notes the date and the source of a figure, each once.
func addProvenance(v *view.ChartFigure, f view.Figure) {
	if !slices.Contains(v.AsOf, f.AsOf) {
		v.AsOf = append(v.AsOf, f.AsOf)
	}
	if !slices.Contains(v.Sources, f.Source) {
		v.Sources = append(v.Sources, f.Source)
	}
}

// bars shows metrics at their newest values, the largest first.
func (e *edition) bars(c *report.Chart) []mark {
	var marks []mark
	for _, ref := range c.Metrics {
		m, _ := e.Site.Metrics.Get(ref.ID)
		o, _ := e.Site.Latest(m)
		marks = append(marks, mark{m.Name.String(e.Lang), o.Value.Number.Float(), chart.Done, e.Figure(m, o)})
	}
	slices.SortStableFunc(marks, func(a, b mark) int { return cmp.Compare(b.value, a.value) })
	return marks
}

// donut shows a ratio as what is in it and what is left over.
func (e *edition) donut(c *report.Chart) (marks []mark, centre string, total *view.ChartRow) {
	m, _ := e.Site.Metrics.Get(c.Metrics[0].ID)
	part, whole, _ := e.Site.Parts(m)
	o, _ := e.Site.Latest(m)
	in, _ := part.At(o.AsOf)
	all, _ := whole.At(o.AsOf)
	rest := all
	rest.Value.Number = all.Value.Number.Sub(in.Value.Number)

	restFigure := e.Figure(whole, rest)
	restFigure.URL = ""
	marks = []mark{
		{part.Name.String(e.Lang), in.Value.Number.Float(), chart.Done, e.Figure(part, in)},
		{c.Rest.String(e.Lang), rest.Value.Number.Float(), chart.Open, restFigure},
	}
	f := e.Figure(whole, all)
	total = &view.ChartRow{Head: f.Name, URL: f.URL, Cells: []view.Cell{{Text: f.Text, Machine: f.Machine}}}
	return marks, e.Figure(m, o).Number, total
}
