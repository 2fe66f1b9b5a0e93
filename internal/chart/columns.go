package chart

import (
	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"gongshi/internal/chart/ink"
	"gongshi/internal/chart/option"
)

// columnNames and columnValues wrap the texts of columns to what is free below
// and above each.
func columnNames(s Spec, c option.Canvas) (names [][]string, fit bool) {
	return option.WrapAll(s.Categories, c.Names(), columnBand(s, c)-10)
}

func columnValues(s Spec, c option.Canvas) (values [][]string, fit bool) {
	return option.WrapAll(labelsOf(s.Series[0].Points), c.Values(), columnBand(s, c)-6)
}

// columnBand is how wide the place of one column is.
func columnBand(s Spec, c option.Canvas) int { return c.Width / len(s.Categories) }

// columnsFit reports whether columns are wide enough to be told apart, and the
// texts of a chart have room above and below them.
func columnsFit(s Spec, c option.Canvas) bool {
	const narrowest = 24
	if columnBand(s, c) < narrowest {
		return false
	}
	_, names := columnNames(s, c)
	_, values := columnValues(s, c)
	return names && values
}

// planColumns lays out upright columns, each with its value above it.
func planColumns(s Spec, c option.Canvas) (option.Plan, error) {
	names, _ := columnNames(s, c)
	values, _ := columnValues(s, c)
	field, column := 250, 84
	if c.Narrow {
		field, column = 190, 56
	}
	top := option.Edge + option.Most(values)*c.Values().LineHeight() + valueGap
	bottom := nameGap + option.Most(names)*c.Names().LineHeight() + option.Edge
	points := s.Series[0].Points
	reach := orOne(reachOf(points, field, func(int) float64 { return float64(field) }))

	bar := option.NewBar(
		charts.WithGridOpts(option.Grid(0, top, c.Width, field)),
		charts.WithYAxisOpts(opts.YAxis{Type: "value", Show: opts.Bool(false), Min: 0, Max: reach}),
		charts.WithXAxisOpts(columnAxis(c)),
	)
	bar.SetXAxis(option.JoinAll(names))
	bar.AddSeries("", barData(points, values), charts.WithLabelOpts(valueLabel("top", c)),
		charts.WithBarChartOpts(opts.BarChart{BarWidth: option.Units(min(column, columnBand(s, c)*6/10))}))
	e := option.Extras{
		XAxis:  option.Tree{"axisLabel": axisLabelExtras(c)},
		Series: []option.Tree{barExtras([]int{3, 3, 0, 0})},
	}
	return e.Plan(bar, c.Width, top+field+bottom, s.marks())
}

// columnAxis is the line that columns stand on, with their names below.
func columnAxis(c option.Canvas) opts.XAxis {
	return opts.XAxis{
		Type:      "category",
		AxisTick:  &opts.AxisTick{Show: opts.Bool(false)},
		AxisLine:  &opts.AxisLine{Show: opts.Bool(true), LineStyle: &opts.LineStyle{Color: ink.Rule, Width: 1}},
		AxisLabel: &opts.AxisLabel{Color: ink.Text, FontSize: c.Text, Margin: nameGap - 4},
	}
}
