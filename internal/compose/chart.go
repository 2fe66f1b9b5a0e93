package compose

import (
	"context"
	"fmt"
	"html/template"

	"gongshi/internal/caption"
	"gongshi/internal/chart"
	"gongshi/internal/plot"
	"gongshi/internal/report"
	"gongshi/internal/tabulate"
	"gongshi/internal/view"
)

// Chart is a chart in one language, drawn.
type Chart struct {
	Figure view.ChartFigure
	Alone  []byte        // the drawing as a file of its own, SVG
	html   template.HTML // the figure as it stands within prose
}

// Draw draws charts: each in a wide and a narrow form, and as a file of its own.
type Draw func(context.Context, []chart.Spec) ([]chart.Drawing, error)

// DrawCharts draws every chart of the site for each composer, that is in each
// language, and fills their template.
func DrawCharts(ctx context.Context, site *report.Site, composers []*Composer, draw Draw) error {
	var specs []chart.Spec
	var drawn []Chart
	for _, c := range composers {
		for def := range site.Charts.All() {
			t := tabulate.Chart(site, def)
			figure := caption.Figure(c.Presenter, def, t)
			drawn, specs = append(drawn, Chart{Figure: figure}), append(specs, plot.Spec(c.Presenter, def, t, figure))
		}
	}
	if len(specs) == 0 {
		return nil
	}
	drawings, err := draw(ctx, specs)
	if err != nil {
		return fmt.Errorf("draw charts: %w", err)
	}
	for i, c := range composers {
		for j, id := range site.Charts.IDs() {
			at := i*site.Charts.Len() + j
			d := drawn[at]
			d.Figure.Wide, d.Figure.Narrow = template.HTML(drawings[at].Wide), template.HTML(drawings[at].Narrow)
			d.Alone = drawings[at].Alone
			if d.html, err = c.Templates.Part("chart", d.Figure); err != nil {
				return fmt.Errorf("chart %q: %w", id, err)
			}
			c.Charts[id] = d
		}
	}
	return nil
}
