package chart

import (
	"fmt"
	"math"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"gongshi/internal/chart/ink"
	"gongshi/internal/chart/option"
)

// rows is the layout of horizontal bars: a band for every category, with its
// name at the left of its bars or, on a narrow canvas, above them.
type rows struct {
	canvas option.Canvas
	names  []string // their lines joined
	left   int      // where bars begin
	length int      // the longest that a bar with its value may be
	band   int      // height of a band
	bar    int      // height of a bar
	pitch  int      // from one bar of a band to the next
	rise   int      // how far a name stands above the middle of its bars, when above
	top    int      // where the first band begins
	height int      // of all bands
}

// A cluster is what a band has to hold beside its name.
type cluster struct {
	bars  int // one below the other
	lines int // of the values of each
}

// nameGap is the space between a name and its bar; valueGap between a bar and
// its value.
const (
	nameGap  = 14
	valueGap = 9
)

// layRows lays out a band for every category, below what is taken of the top.
func layRows(categories []string, cl cluster, c option.Canvas, top int) rows {
	if c.Narrow {
		return layNarrowRows(categories, cl, c, top, 1)
	}
	r := rows{canvas: c, bar: 32, top: top}
	if cl.bars > 1 {
		r.bar = 24
	}
	names, _ := option.WrapAll(categories, c.Names(), c.Width/3)
	r.names = option.JoinAll(names)
	r.left = int(math.Ceil(option.Widest(names, c.Names()))) + nameGap
	r.length = c.Width - r.left - 2
	high := max(option.Most(names)*c.Names().LineHeight(), r.pile(cl))
	r.band = max(54, high+16)
	if cl.bars > 1 {
		r.band = high + 28
	}
	r.height = len(categories) * r.band
	return r
}

// layNarrowRows puts names above the bars. A band is as high as the name, the
// bars and the space to the next name; the bars are in its middle, so the bands
// begin above the canvas by what is empty above the first name. The first bands
// of several columns, where there are several, begin side by side.
func layNarrowRows(categories []string, cl cluster, c option.Canvas, top, columns int) rows {
	const gap = 6
	space := 18
	r := rows{canvas: c, bar: 24, left: 1, length: c.Width - 2}
	if cl.bars > 1 {
		r.bar, space = 20, 26
	}
	names, _ := option.WrapAll(categories, c.Names(), c.Width-4)
	r.names = option.JoinAll(names)
	name, first := option.Most(names)*c.Names().LineHeight(), option.Most(names[:columns])*c.Names().LineHeight()
	pile := r.pile(cl)
	r.band = name + gap + pile + space
	r.rise = pile/2 + gap
	r.top = top + option.Edge + first + r.rise - r.band/2
	r.height = (len(categories) + columns - 1) / columns * r.band
	return r
}

// pile sets how far the bars of a band are apart, and returns how high they are
// together, with their values.
func (r *rows) pile(cl cluster) int {
	value := cl.lines * r.canvas.Values().LineHeight()
	if cl.bars <= 1 {
		return max(r.bar, value)
	}
	r.pitch = max(r.bar*5/4, value)
	return (cl.bars-1)*r.pitch + max(r.bar, value)
}

// end is where the drawing ends, below the last bar.
func (r rows) end() int {
	if r.canvas.Narrow {
		return r.top + r.height - r.band/2 + r.rise + option.Edge
	}
	return r.top + r.height
}

// chart is how bars are set in their bands.
func (r rows) chart() opts.BarChart {
	bar := opts.BarChart{BarWidth: option.Units(r.bar)}
	if r.pitch > 0 {
		bar.BarGap = fmt.Sprintf("%.4g%%", 100*float64(r.pitch-r.bar)/float64(r.bar))
	}
	return bar
}

// options are the axes and the grid. A value of reach is as long as there is room.
func (r rows) options(reach float64) []charts.GlobalOpts {
	return []charts.GlobalOpts{
		charts.WithGridOpts(option.Grid(r.left, r.top, r.length, r.height)),
		charts.WithXAxisOpts(lengthAxis(reach)),
		charts.WithYAxisOpts(r.nameAxis()),
	}
}

// lengthAxis is the unseen axis along which bars are long.
func lengthAxis(reach float64) opts.XAxis {
	return opts.XAxis{Type: "value", Show: opts.Bool(false), Min: 0, Max: reach}
}

// nameAxis is the line that bars begin at, with their names.
func (r rows) nameAxis() opts.YAxis {
	return opts.YAxis{
		Type:     "category",
		Inverse:  opts.Bool(true), // the first category is on top
		AxisLine: &opts.AxisLine{Show: opts.Bool(!r.canvas.Narrow), LineStyle: &opts.LineStyle{Color: ink.Rule, Width: 1}},
		AxisLabel: &opts.AxisLabel{
			Color:    ink.Text,
			FontSize: r.canvas.Text,
			Margin:   nameGap,
		},
	}
}

// extras are what the typed options of the rows lack.
func (r rows) extras(series ...option.Tree) option.Extras {
	label := axisLabelExtras(r.canvas)
	if r.canvas.Narrow {
		label["inside"] = true
		label["margin"] = 0
		label["align"] = "left"
		label["verticalAlign"] = "bottom"
		label["padding"] = []int{0, 0, r.rise, 0}
	}
	return option.Extras{
		YAxis:  option.Tree{"axisLabel": label, "axisTick": option.Tree{"show": false}},
		Series: series,
	}
}

// axisLabelExtras are what the typed options of the names on an axis lack: every
// name is shown, with its line height.
func axisLabelExtras(c option.Canvas) option.Tree {
	return option.Tree{"interval": 0, "lineHeight": c.Names().LineHeight()}
}
