package chart

import (
	"context"
	"fmt"

	"gongshi/internal/svg"
)

// A Drawer draws charts and keeps what it drew. It may be used by several
// goroutines at once.
type Drawer struct {
	// CacheDir is the folder in which drawings are kept.
	CacheDir string
	// BundleID names the bundle of ECharts, without loading it.
	BundleID string
	// Bundle returns the script that sets the global variable echarts. It is
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
	drawer := svg.Drawer{CacheDir: d.CacheDir, BundleID: d.BundleID, Bundle: d.Bundle, Inks: inks}
	halves, err := drawer.Draw(ctx, pictures)
	if err != nil {
		return nil, err
	}
	drawings := make([]Drawing, len(specs))
	for i := range drawings {
		drawings[i] = Drawing{Wide: halves[2*i], Narrow: halves[2*i+1]}
	}
	return drawings, nil
}

// layOut plans the two halves of every chart, side by side.
func layOut(specs []Spec) ([]svg.Picture, error) {
	var pictures []svg.Picture
	for _, spec := range specs {
		if err := spec.validate(); err != nil {
			return nil, fmt.Errorf("chart %q: %w", spec.ID, err)
		}
		spec = spec.cleaned()
		for _, c := range []canvas{wide, narrow} {
			p, err := newPlan(spec, c)
			if err != nil {
				return nil, fmt.Errorf("chart %q: %w", spec.ID, err)
			}
			pictures = append(pictures, picture(spec, c, p))
		}
	}
	return pictures, nil
}

// picture is what is to be drawn of a chart for a canvas.
func picture(s Spec, c canvas, p plan) svg.Picture {
	out := svg.Picture{
		ID: s.ID + "-" + c.suffix, Title: s.Title, Description: s.Description,
		Width: p.width, Height: p.height, Option: p.option,
	}
	for _, series := range s.Series {
		out.Values = append(out.Values, valuesOf(series.Points))
	}
	return out
}

// valuesOf returns the values of points.
func valuesOf(points []Point) []float64 {
	values := make([]float64, len(points))
	for i, p := range points {
		values[i] = p.Value
	}
	return values
}
