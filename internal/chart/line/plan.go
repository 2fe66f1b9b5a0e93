// Package line lays out points over time, joined by lines: which texts there are,
// and where they stand so that none covers another, a line or a point.
package line

import (
	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"gongshi/internal/chart/ink"
	"gongshi/internal/chart/option"
	"gongshi/internal/chart/place"
	"gongshi/internal/svg"
)

// A Chart is what to draw; every text is final.
type Chart struct {
	Dates  []string  // the names of the places on the axis
	At     []float64 // where they are, in units of time; increasing
	Series []Series  // one at least
	Goal   *Goal     // what is to be reached; nil: nothing is
}

// A Series is one line, with a point for every date.
type Series struct {
	Name   string // unused where there is one series
	Role   string // as package ink knows it
	Points []Point
}

// A Point is a value at a date.
type Point struct {
	Value   float64
	Label   string // the value as readers see it
	Missing bool   // nobody knows the value: the line has a gap, and the Label says so
	None    bool   // nothing was stated at this date: the line goes on past it
}

// A Goal is a dashed line across the chart.
type Goal struct {
	Value float64
	Label string
}

// names are the names of the series.
func (ch Chart) names() []string {
	names := make([]string, len(ch.Series))
	for i, series := range ch.Series {
		names[i] = series.Name
	}
	return names
}

// labels are the values of a series.
func (s Series) labels() []string {
	labels := make([]string, len(s.Points))
	for i, p := range s.Points {
		labels[i] = p.Label
	}
	return labels
}

// Plan lays a chart out for a canvas. A name stands at the end of its line where
// that is clear, and the goal at its own, else in a legend. As many values are
// written as have room.
func Plan(ch Chart, c option.Canvas) (option.Plan, error) {
	l := newLayout(ch, c, false)
	texts, placed := l.place()
	if !placed {
		l = newLayout(ch, c, true)
		texts, _ = l.place()
	}

	line := charts.NewLine()
	line.SetGlobalOptions(charts.WithAnimation(false),
		charts.WithGridOpts(option.Grid(l.left, l.top, l.width, l.height)),
		charts.WithXAxisOpts(opts.XAxis{Type: "value", Min: l.first, Max: l.last}),
		charts.WithYAxisOpts(opts.YAxis{Type: "value", Show: opts.Bool(false), Min: l.low, Max: l.high}))
	e := option.Extras{XAxis: dateAxis(), Legend: l.legend, Titles: texts.titles}
	if l.legend != nil {
		line.SetGlobalOptions(charts.WithLegendOpts(l.legend.Legend(2, option.Edge)))
	}
	seriesKeys, goalKey := l.keys()
	for i := range ch.Series {
		line.AddSeries(seriesKeys[i], nil)
		e.Series = append(e.Series, l.series(i, texts.offsets[i]))
	}
	marks := ch.marks()
	if ch.Goal != nil {
		line.AddSeries(goalKey, nil)
		e.Series, marks = append(e.Series, l.goal()), append(marks, nil)
	}
	return e.Plan(line, c.Width, l.end(), marks)
}

// known reports whether a point has a place.
func (p Point) known() bool { return !p.Missing && !p.None }

// marks are the points of which something was stated; those that are known are drawn.
func (ch Chart) marks() [][]svg.Mark {
	marks := make([][]svg.Mark, len(ch.Series))
	for i, series := range ch.Series {
		marks[i] = []svg.Mark{} // nil would be a series that only adorns
		for d, p := range series.Points {
			if !p.None {
				marks[i] = append(marks[i], svg.Mark{Series: i, Category: d, Drawn: !p.Missing})
			}
		}
	}
	return marks
}

// dateAxis is the line at zero. The dates below are texts of their own, so that
// they can be chosen.
func dateAxis() option.Tree {
	off := option.Tree{"show": false}
	return option.Tree{
		"axisLine":  option.Tree{"show": true, "lineStyle": option.Tree{"color": ink.Rule, "width": 1}},
		"axisLabel": off, "axisTick": off, "splitLine": off,
	}
}

// series is a line with its points; offsets say where their values stand from
// them, nil for one that is not written.
func (l *layout) series(i int, offsets []*place.Point) option.Tree {
	series := l.chart.Series[i]
	look := ink.Of(series.Role)
	data := []any{} // of what was stated, as marks says
	for d, p := range series.Points {
		if p.None {
			continue
		}
		value := []any{l.chart.At[d], p.Value}
		if p.Missing {
			value[1] = "-"
		}
		at := offsets[d]
		if at == nil {
			data = append(data, value) // ECharts looks no further than a bare value
			continue
		}
		data = append(data, option.Tree{
			"name": svg.Literal(l.values[i][d]), "value": value,
			"label": option.Tree{"show": true, "offset": []float64{at.X, at.Y}},
		})
	}
	stroke := option.Tree{"color": look.Stroke, "width": 2.5}
	if look.Dashes != nil {
		stroke["type"] = look.Dashes
	}
	shape := option.Tree{"color": look.Point, "borderColor": look.Rim, "borderWidth": 2}
	if look.Rim == "" {
		shape["borderColor"], shape["borderWidth"] = ink.Edge, 1
	}
	return option.Tree{
		"data": data, "silent": true, "clip": false,
		"symbol": look.Symbol, "symbolSize": 2 * l.radius, "showAllSymbol": true,
		"lineStyle": stroke, "itemStyle": shape,
		"label": option.Tree{
			"position": "inside", "color": ink.Text, "fontSize": l.canvas.Text, "fontWeight": "bold",
			"lineHeight": l.canvas.Values().LineHeight(),
		},
	}
}

// goal is the dashed line of what is to be reached.
func (l *layout) goal() option.Tree {
	goal := l.chart.Goal.Value
	return option.Tree{
		"data": [][]float64{{l.first, goal}, {l.last, goal}}, "silent": true, "clip": false, "symbol": "none", "z": 1,
		"lineStyle": option.Tree{"color": ink.Aim, "width": 1.5, "type": []int{6, 4}},
		"itemStyle": option.Tree{"color": "none"}, // the legend would show a point
	}
}
