package chart

import (
	"math"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"gongshi/internal/svg"
)

// rows is the layout of horizontal bars: a band for every category, with its
// name at the left of the bar or, on a narrow canvas, above it.
type rows struct {
	canvas canvas
	names  []string // their lines joined
	left   int      // where bars begin
	length int      // the longest that a bar with its value may be
	band   int      // height of a band
	bar    int      // height of a bar
	rise   int      // how far a name stands above the middle of its bar, when above
	top    int      // where the first band begins
	height int      // of all bands
}

// valueLimit is how wide the value beside the longest bar may be.
func valueLimit(c canvas) int {
	if c.narrow {
		return c.width / 2
	}
	return c.width * 3 / 8
}

// nameGap is the space between a name and its bar; valueGap between a bar and
// its value.
const (
	nameGap  = 14
	valueGap = 9
)

// layRows lays out a band for every category. The values need so many lines,
// and top units are taken above.
func layRows(categories []string, valueLines int, c canvas, top int) rows {
	if c.narrow {
		return layNarrowRows(categories, valueLines, c, top)
	}
	r := rows{canvas: c, bar: 32, top: top}
	names, _ := wrapAll(categories, c.names(), c.width/3)
	r.names = joinAll(names)
	for _, name := range names {
		r.left = max(r.left, int(math.Ceil(c.names().Widest(name)))+nameGap)
	}
	r.length = c.width - r.left - 2
	r.band = max(54, max(most(names), valueLines)*c.names().LineHeight()+16)
	r.height = len(categories) * r.band
	return r
}

// layNarrowRows puts names above the bars. A band is as high as the name, the
// bar and the space to the next name; the bar is in its middle, so the bands
// begin above the canvas by what is empty above the first name.
func layNarrowRows(categories []string, valueLines int, c canvas, top int) rows {
	const gap, space = 6, 18
	r := rows{canvas: c, bar: 24, left: 1, length: c.width - 2}
	names, _ := wrapAll(categories, c.names(), c.width-4)
	r.names = joinAll(names)
	name, first := most(names)*c.names().LineHeight(), len(names[0])*c.names().LineHeight()
	bar := max(r.bar, valueLines*c.values().LineHeight())
	r.band = name + gap + bar + space
	r.rise = bar/2 + gap
	r.top = top + edge + first + r.rise - r.band/2
	r.height = len(categories) * r.band
	return r
}

// end is where the drawing ends, below the last bar.
func (r rows) end() int {
	if r.canvas.narrow {
		return r.top + r.height - r.band/2 + r.rise + edge
	}
	return r.top + r.height
}

// options are the axes and the grid. A value of reach is as long as there is room.
func (r rows) options(reach float64) []charts.GlobalOpts {
	return []charts.GlobalOpts{
		grid(r.left, r.top, r.length, r.height),
		charts.WithXAxisOpts(opts.XAxis{Type: "value", Show: opts.Bool(false), Min: 0, Max: reach}),
		charts.WithYAxisOpts(opts.YAxis{
			Type:     "category",
			Inverse:  opts.Bool(true), // the first category is on top
			AxisLine: &opts.AxisLine{Show: opts.Bool(!r.canvas.narrow), LineStyle: &opts.LineStyle{Color: inkRule, Width: 1}},
			AxisLabel: &opts.AxisLabel{
				Color:    inkText,
				FontSize: r.canvas.text,
				Margin:   nameGap,
			},
		}),
	}
}

// extras are what the typed options of the rows lack.
func (r rows) extras(series tree) extras {
	label := axisLabelExtras(r.canvas)
	if r.canvas.narrow {
		label["inside"] = true
		label["margin"] = 0
		label["align"] = "left"
		label["verticalAlign"] = "bottom"
		label["padding"] = []int{0, 0, r.rise, 0}
	}
	return extras{
		yAxis:  tree{"axisLabel": label, "axisTick": tree{"show": false}},
		series: series,
	}
}

// axisLabelExtras are what the typed options of the names on an axis lack: every
// name is shown, with its line height.
func axisLabelExtras(c canvas) tree {
	return tree{"interval": 0, "lineHeight": c.names().LineHeight()}
}

// planBars lays out horizontal bars, each with its value at its end.
func planBars(s Spec, c canvas) (plan, error) {
	points := s.Series[0].Points
	labels, _ := wrapAll(labelsOf(points), c.values(), valueLimit(c))
	length := layRows(s.Categories, 1, c, 0).length
	reach := reachOf(points, func(i int) float64 {
		return float64(length) - valueGap - c.values().Widest(labels[i])
	}, length)
	unbreak(labels, points, reach, float64(length), c)
	r := layRows(s.Categories, most(labels), c, 0)

	bar := newBar(r.options(reach)...)
	bar.SetXAxis(r.names).XYReversal()
	bar.AddSeries("", barData(points, labels), charts.WithBarChartOpts(opts.BarChart{BarWidth: units(r.bar)}),
		charts.WithLabelOpts(valueLabel("right", c)))
	return r.extras(barExtras([]int{0, 3, 3, 0})).plan(bar, c.width, r.end())
}

// unbreak puts values back on one line where their bars leave room for it.
func unbreak(labels [][]string, points []Point, reach, length float64, c canvas) {
	for i, p := range points {
		bar := p.Value / reach * length
		if bar+valueGap+c.values().Width(p.Label) <= length {
			labels[i] = []string{p.Label}
		}
	}
}

// reachOf returns the value of an axis of the given length on which every point
// is no longer than room allows it.
func reachOf(points []Point, room func(i int) float64, length int) float64 {
	reach := 0.0
	for i, p := range points {
		reach = max(reach, p.Value/room(i)*float64(length))
	}
	if reach == 0 {
		return 1 // nothing is longer than nothing
	}
	return reach
}

// barData turns points into the data of a series, named by their labels.
func barData(points []Point, labels [][]string) []opts.BarData {
	data := make([]opts.BarData, len(points))
	for i, p := range points {
		data[i] = opts.BarData{Name: svg.Literal(labels[i]), Value: p.Value, ItemStyle: markStyle(p.Role)}
	}
	return data
}

// valueLabel is how the value at the end of a bar looks.
func valueLabel(position string, c canvas) opts.Label {
	return opts.Label{
		Show: opts.Bool(true), Position: position, Color: inkText,
		FontSize: float32(c.text), FontWeight: "bold", LineHeight: float32(c.values().LineHeight()),
	}
}

// barExtras are what the typed options of a series of bars lack. A value that is
// not zero is always to be seen, be it as a line.
func barExtras(corners []int) tree {
	return tree{
		"silent":       true,
		"clip":         false,
		"barMinHeight": 2,
		"itemStyle":    tree{"borderRadius": corners},
		"label":        tree{"distance": valueGap},
	}
}
