package chart

import (
	"context"
	"fmt"

	"gongshi/internal/chart/ink"
	"gongshi/internal/chart/option"
	"gongshi/internal/svg"
)

// A Drawer draws charts and keeps what it drew. It may be used by several
// goroutines at once.
type Drawer struct {
	// CacheDir is the folder in which drawings are kept.
	CacheDir string
	// BundleID names the bundle of ECharts, without loading it.
	BundleID string
	// Bundle returns the module that sets the global variable echarts. It is
	// called only when there is something to draw.
	Bundle func(context.Context) ([]byte, error)
}

// Draw draws charts, each for a wide and for a narrow place. The drawings are in
// the order of specs and depend on nothing but them.
func (d *Drawer) Draw(ctx context.Context, specs []Spec) ([]Drawing, error) {
	pictures, err := layOut(specs)
	if err != nil {
		return nil, err
	}
	drawer := svg.Drawer{CacheDir: d.CacheDir, BundleID: d.BundleID, Bundle: d.Bundle, Inks: ink.All()}
	parts, err := drawer.Draw(ctx, pictures)
	if err != nil {
		return nil, err
	}
	drawings := make([]Drawing, len(specs))
	for i := range drawings {
		drawings[i] = Drawing{Wide: parts[3*i], Narrow: parts[3*i+1], Alone: parts[3*i+2]}
	}
	return drawings, nil
}

// layOut plans the three drawings of every chart, side by side. The one that
// stands alone is the wide one again, which svg draws once.
func layOut(specs []Spec) ([]svg.Picture, error) {
	var pictures []svg.Picture
	for _, spec := range specs {
		if err := spec.validate(); err != nil {
			return nil, fmt.Errorf("chart %q: %w", spec.ID, err)
		}
		spec = spec.cleaned()
		for _, c := range []option.Canvas{option.Wide, option.Narrow} {
			p, err := newPlan(spec, c)
			if err != nil {
				return nil, fmt.Errorf("chart %q: %w", spec.ID, err)
			}
			pictures = append(pictures, picture(spec, c, p))
		}
		alone := pictures[len(pictures)-2]
		alone.Ground = ink.Ground
		pictures = append(pictures, alone)
	}
	return pictures, nil
}

// newPlan lays a valid, cleaned Spec out for a canvas.
func newPlan(s Spec, c option.Canvas) (option.Plan, error) {
	switch {
	case s.Kind == Donut:
		return planDonut(s, c)
	case s.Kind == Stacked, s.Kind == Stacked100:
		return planStack(s, c)
	case s.Kind == Line:
		return planLine(s, c)
	case s.Kind == Progress:
		return planProgress(s, c)
	case s.Kind == SmallMultiples:
		return planPanels(s, c)
	case s.Kind == Column && columnsFit(s, c):
		return planColumns(s, c)
	}
	return planBars(s, c)
}

// picture is what is to be drawn of a chart for a canvas.
func picture(s Spec, c option.Canvas, p option.Plan) svg.Picture {
	return svg.Picture{
		ID: s.ID + "-" + c.Suffix, Title: s.Title, Description: s.Description,
		Width: p.Width, Height: p.Height, Option: p.Option, Marks: p.Marks,
	}
}
