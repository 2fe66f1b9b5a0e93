package chart

import (
	"encoding/json"
	"strconv"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"gongshi/internal/svg"
)

// A canvas is the place that a chart is laid out for.
type canvas struct {
	suffix string // of the IDs in the drawing
	width  int
	narrow bool // names stand above bars, legends below donuts
	text   int  // size of names and values
}

// The two canvases.
var (
	wide   = canvas{suffix: "w", width: 800, text: 16}
	narrow = canvas{suffix: "n", width: 328, text: 16, narrow: true}
)

// edge is kept free at the top and the bottom, for fonts whose lines are higher.
const edge = 2

func (c canvas) names() svg.Face  { return svg.Face{Size: c.text} }
func (c canvas) values() svg.Face { return svg.Face{Size: c.text, Bold: true} }

// A plan is a chart laid out: what ECharts is asked to draw.
type plan struct {
	option        []byte // ECharts option, JSON
	width, height int
}

// newPlan lays a valid, cleaned Spec out for a canvas.
func newPlan(s Spec, c canvas) (plan, error) {
	switch {
	case s.Kind == Donut:
		return planDonut(s, c)
	case s.Kind == Stacked:
		return planStack(s, c)
	case s.Kind == Column && columnsFit(s, c):
		return planColumns(s, c)
	}
	return planBars(s, c)
}

// tree is a piece of an option as JSON sees it.
type tree = map[string]any

// extras are what ECharts understands and go-echarts has no field for, or a
// field of another type. Each tree is laid over the typed piece of its name.
// It is the one visitor of every option.
type extras struct {
	charts.BaseConfigurationVisitor
	legend, xAxis, yAxis, series tree

	titles []opts.Title // texts that stand free; go-echarts knows one title
}

// Visit finishes an option. What go-echarts always writes, empty or not, would
// be drawn as invisible shapes.
func (e extras) Visit(option map[string]any) {
	delete(option, "tooltip")
	delete(option, "toolbox")
	delete(option, "color")
	if len(e.titles) == 0 {
		delete(option, "title")
	}
	if len(e.legend) == 0 {
		delete(option, "legend")
	}
}

// VisitGrid keeps ECharts from moving the field of the axes: the layout is Go's.
func (e extras) VisitGrid(grids []opts.Grid) any {
	return overlay(grids[0], tree{"outerBoundsMode": "none"})
}

func (e extras) VisitXAxis(axes []opts.XAxis) any { return overlay(axes[0], e.xAxis) }

func (e extras) VisitYAxis(axes []opts.YAxis) any { return overlay(axes[0], e.yAxis) }

func (e extras) VisitTitleOpt(opts.Title) any {
	titles := make([]tree, len(e.titles))
	for i, title := range e.titles {
		titles[i] = overlay(title, tree{"padding": 0})
	}
	return titles
}

func (e extras) VisitLegendOpt(legend opts.Legend) any { return overlay(legend, e.legend) }

func (e extras) VisitSeriesOpt(series charts.MultiSeries) any {
	out := make([]tree, len(series))
	for i, s := range series {
		out[i] = overlay(s, e.series)
	}
	return out
}

// overlay returns a typed piece of an option with the values of over set in it.
func overlay(typed any, over tree) tree {
	base := asTree(typed)
	for key, value := range over {
		if inner, ok := value.(tree); ok {
			value = overlay(base[key], inner)
		}
		base[key] = value
	}
	return base
}

// asTree returns a piece of an option as JSON sees it.
func asTree(typed any) tree {
	data, err := json.Marshal(typed)
	out := tree{}
	if err == nil {
		err = json.Unmarshal(data, &out)
	}
	if err != nil {
		panic(err) // the structs of go-echarts hold nothing that JSON does not know
	}
	if out == nil { // null
		return tree{}
	}
	return out
}

// A drawable is a chart of go-echarts.
type drawable interface {
	Accept(charts.ConfigurationVisitor)
	Validate()
	JSON() map[string]any
}

// plan makes the option of a chart.
func (e extras) plan(chart drawable, width, height int) (plan, error) {
	chart.Accept(e)
	chart.Validate() // moves the categories to their axis
	option, err := json.Marshal(chart.JSON())
	return plan{option: option, width: width, height: height}, err
}

// newBar starts a chart of bars or columns.
func newBar(global ...charts.GlobalOpts) *charts.Bar {
	bar := charts.NewBar()
	bar.SetGlobalOptions(append(global, charts.WithAnimation(false))...)
	return bar
}

// units writes a length as go-echarts wants it.
func units(length int) string { return strconv.Itoa(length) }

// grid places the field of an axis chart.
func grid(left, top, width, height int) charts.GlobalOpts {
	return charts.WithGridOpts(opts.Grid{Left: units(left), Top: units(top), Width: units(width), Height: units(height)})
}

// markStyle is how a mark of a role looks.
func markStyle(role Role) *opts.ItemStyle {
	switch role {
	case Open:
		return &opts.ItemStyle{Color: inkOpenFill, BorderColor: inkOpenLine, BorderWidth: 2}
	case Neutral:
		return &opts.ItemStyle{Color: inkNeutral}
	}
	return &opts.ItemStyle{Color: inkDone}
}
