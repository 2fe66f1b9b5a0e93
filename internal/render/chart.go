package render

import (
	"context"
	"fmt"
	"html/template"
	"slices"

	"gongshi/internal/chart"
	"gongshi/internal/report"
)

// figureChart is a chart in one language, drawn and ready to stand in a page.
type figureChart struct {
	view ChartFigure
	html template.HTML
}

// drawCharts draws the charts that stand on pages, in every language, and fills
// their template.
func (r *Renderer) drawCharts(ctx context.Context, draw func(context.Context, []chart.Spec) ([]chart.Drawing, error)) error {
	var specs []chart.Spec
	var views []ChartFigure
	placed := r.placedCharts()
	for _, e := range r.editions {
		for _, c := range placed {
			view, spec := e.chart(c)
			views, specs = append(views, view), append(specs, spec)
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
			view := views[at]
			view.Wide, view.Narrow = template.HTML(drawings[at].Wide), template.HTML(drawings[at].Narrow)
			html, err := e.part("chart", view)
			if err != nil {
				return fmt.Errorf("chart %q: %w", c.ID, err)
			}
			e.figures[c.ID] = figureChart{view, html}
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
func (e *edition) chart(c *report.Chart) (ChartFigure, chart.Spec) {
	view := ChartFigure{
		ID:       report.ChartAnchor(c.ID),
		Kind:     string(c.Kind),
		Title:    c.Title.String(e.lang),
		Subtitle: c.Subtitle.String(e.lang),
		Columns:  []string{e.say("item"), e.say("value")},
	}
	spec := chart.Spec{ID: view.ID, Kind: chart.Kind(c.Kind), Title: view.Title}
	var points []mark
	if c.Kind == report.Donut {
		points, spec.Centre, view.Total = e.donut(c)
	} else {
		points = e.bars(c)
	}
	series := chart.Series{Name: view.Subtitle}
	var said []string
	for _, p := range points {
		spec.Categories = append(spec.Categories, p.name)
		series.Points = append(series.Points, chart.Point{Value: p.value, Label: p.figure.Text, Role: p.role})
		view.Rows = append(view.Rows, p.row())
		said = append(said, e.say("item-value", p.name, p.figure.Text))
		view.addProvenance(p.figure)
	}
	view.Mixed = len(view.AsOf) > 1
	if !view.Mixed {
		for i := range view.Rows {
			view.Rows[i].AsOf = nil
		}
	}
	spec.Series = []chart.Series{series}
	spec.Description = e.lang.Join(said)
	return view, spec
}

// mark is one bar, column or part of a chart.
type mark struct {
	name   string
	value  float64
	role   chart.Role
	figure Figure
}

func (m mark) row() ChartRow {
	asOf := m.figure.AsOf
	return ChartRow{Head: m.name, URL: m.figure.URL, Cells: []Cell{{Text: m.figure.Text, Machine: m.figure.Machine}}, AsOf: &asOf}
}

// addProvenance notes the date and the source of a figure, each once.
func (v *ChartFigure) addProvenance(f Figure) {
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
		m, _ := e.site.Metrics.Get(ref.ID)
		o, _ := e.site.Latest(m)
		marks = append(marks, mark{m.Name.String(e.lang), o.Value.Number.Float(), chart.Done, e.figure(m, o)})
	}
	slices.SortStableFunc(marks, func(a, b mark) int { return int(b.value - a.value) })
	return marks
}

// donut shows a ratio as what is in it and what is left over.
func (e *edition) donut(c *report.Chart) (marks []mark, centre string, total *ChartRow) {
	m, _ := e.site.Metrics.Get(c.Metrics[0].ID)
	part, whole, _ := e.site.Parts(m)
	o, _ := e.site.Latest(m)
	in, _ := part.At(o.AsOf)
	all, _ := whole.At(o.AsOf)
	rest := all
	rest.Value.Number = all.Value.Number.Sub(in.Value.Number)

	restFigure := e.figure(whole, rest)
	restFigure.URL = ""
	marks = []mark{
		{part.Name.String(e.lang), in.Value.Number.Float(), chart.Done, e.figure(part, in)},
		{c.Rest.String(e.lang), rest.Value.Number.Float(), chart.Open, restFigure},
	}
	f := e.figure(whole, all)
	total = &ChartRow{Head: f.Name, URL: f.URL, Cells: []Cell{{Text: f.Text, Machine: f.Machine}}}
	return marks, e.figure(m, o).Number, total
}
