// Package option makes what ECharts is asked to draw, by the typed structs of
// go-echarts: the pieces that charts of every kind are laid out from. It knows
// how large things are, and nothing of what a chart shows.
package option

import (
	"encoding/json"
	"reflect"
	"strconv"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"gongshi/internal/svg"
)

// A Plan is a chart laid out.
type Plan struct {
	Option        []byte       // what ECharts is asked to draw, JSON
	Width, Height int          // in units of the drawing
	Marks         [][]svg.Mark // by series and datum of the option; nil for a series that only adorns
}

// Tree is a piece of an option as JSON sees it.
type Tree = map[string]any

// Extras are what ECharts understands and go-echarts has no field for, or a
// field of another type. Each tree is laid over the typed piece of its name. It
// is the one visitor of every option.
type Extras struct {
	charts.BaseConfigurationVisitor
	XAxis, YAxis Tree         // for all axes
	Series       []Tree       // for each series; the last one is for all that follow, too
	Legend       *Keys        // nil: there is none
	Titles       []opts.Title // texts that stand free; go-echarts knows one title
}

// Visit finishes an option. What go-echarts always writes, empty or not, would
// be drawn as invisible shapes.
func (e Extras) Visit(option map[string]any) {
	delete(option, "tooltip")
	delete(option, "toolbox")
	delete(option, "color")
	if len(e.Titles) == 0 {
		delete(option, "title")
	}
	if e.Legend == nil {
		delete(option, "legend")
	}
}

// VisitGrid keeps ECharts from moving the fields of the axes: the layout is Go's.
func (e Extras) VisitGrid(grids []opts.Grid) any {
	return overlayAll(grids, Tree{"outerBoundsMode": "none"})
}

// VisitXAxis lays the extras of the x axes over them.
func (e Extras) VisitXAxis(axes []opts.XAxis) any { return overlayAll(axes, e.XAxis) }

// VisitYAxis lays the extras of the y axes over them.
func (e Extras) VisitYAxis(axes []opts.YAxis) any { return overlayAll(axes, e.YAxis) }

// VisitTitleOpt puts all free texts in the place of the one title.
func (e Extras) VisitTitleOpt(opts.Title) any {
	return overlayAll(e.Titles, Tree{"padding": 0})
}

// VisitLegendOpt lays the extras of the legend over it.
func (e Extras) VisitLegendOpt(legend opts.Legend) any {
	if e.Legend == nil {
		return nil
	}
	return overlay(legend, e.Legend.extras())
}

// VisitSeriesOpt lays the extras of each series over it.
func (e Extras) VisitSeriesOpt(series charts.MultiSeries) any {
	out := make([]Tree, len(series))
	for i, s := range series {
		out[i] = hoist(overlay(s, e.Series[min(i, len(e.Series)-1)]))
	}
	return out
}

// hoist gives a series the style that all its data share, and takes it from them:
// for a datum with a style of its own ECharts works the whole style out again. The
// style of a series with a name is the legend's as well, and stays what it is.
func hoist(series Tree) Tree {
	data, _ := series["data"].([]any)
	var shared Tree
	for _, d := range data {
		datum, _ := d.(Tree)
		style, _ := datum["itemStyle"].(Tree)
		if style == nil || shared != nil && !reflect.DeepEqual(style, shared) {
			return series
		}
		shared = style
	}
	if shared == nil {
		return series
	}
	own, _ := series["itemStyle"].(Tree)
	all := overlay(own, shared)
	if named := series["name"] != nil; named && !reflect.DeepEqual(all, own) {
		return series
	}
	for _, d := range data {
		delete(d.(Tree), "itemStyle")
	}
	series["itemStyle"] = all
	return series
}

// overlayAll lays the same over every piece.
func overlayAll[T any](typed []T, over Tree) []Tree {
	out := make([]Tree, len(typed))
	for i, piece := range typed {
		out[i] = overlay(piece, over)
	}
	return out
}

// overlay returns a typed piece of an option with the values of over set in it.
func overlay(typed any, over Tree) Tree {
	base := asTree(typed)
	for key, value := range over {
		if inner, ok := value.(Tree); ok {
			value = overlay(base[key], inner)
		}
		base[key] = value
	}
	return base
}

// asTree returns a piece of an option as JSON sees it.
func asTree(typed any) Tree {
	data, err := json.Marshal(typed)
	out := Tree{}
	if err == nil {
		err = json.Unmarshal(data, &out)
	}
	if err != nil {
		panic(err) // the structs of go-echarts hold nothing that JSON does not know
	}
	if out == nil { // null
		return Tree{}
	}
	return out
}

// A drawable is a chart of go-echarts.
type drawable interface {
	Accept(charts.ConfigurationVisitor)
	Validate()
	JSON() map[string]any
}

// Plan makes the option of a chart.
func (e Extras) Plan(chart drawable, width, height int, marks [][]svg.Mark) (Plan, error) {
	chart.Accept(e)
	chart.Validate() // moves the categories to their axis
	option, err := json.Marshal(chart.JSON())
	return Plan{Option: option, Width: width, Height: height, Marks: marks}, err
}

// NewBar starts a chart of bars or columns.
func NewBar(global ...charts.GlobalOpts) *charts.Bar {
	bar := charts.NewBar()
	bar.SetGlobalOptions(append(global, charts.WithAnimation(false))...)
	return bar
}

// Units writes a length as go-echarts wants it.
func Units(length int) string { return strconv.Itoa(length) }

// Grid is the field of an axis chart.
func Grid(left, top, width, height int) opts.Grid {
	return opts.Grid{Left: Units(left), Top: Units(top), Width: Units(width), Height: Units(height)}
}
