package chart

import (
	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"gongshi/internal/svg"
)

// columnNames and columnValues wrap the texts of columns to what is free below
// and above each.
func columnNames(s Spec, c canvas) (names [][]string, fit bool) {
	return wrapAll(s.Categories, c.names(), columnBand(s, c)-10)
}

func columnValues(s Spec, c canvas) (values [][]string, fit bool) {
	return wrapAll(labelsOf(s.Series[0].Points), c.values(), columnBand(s, c)-6)
}

// columnBand is how wide the place of one column is.
func columnBand(s Spec, c canvas) int { return c.width / len(s.Categories) }

// wrapAll wraps texts to limit. They fit when no word is broken and none has more
// than three lines.
func wrapAll(texts []string, f svg.Face, limit int) (wrapped [][]string, fit bool) {
	fit = true
	for _, text := range texts {
		lines, whole := f.Wrap(text, float64(limit))
		wrapped = append(wrapped, lines)
		fit = fit && whole && len(lines) <= 3
	}
	return wrapped, fit
}

// columnsFit reports whether the texts of a chart have room above and below
// upright columns.
func columnsFit(s Spec, c canvas) bool {
	_, names := columnNames(s, c)
	_, values := columnValues(s, c)
	return names && values
}

// planColumns lays out upright columns, each with its value above it.
func planColumns(s Spec, c canvas) (plan, error) {
	names, _ := columnNames(s, c)
	values, _ := columnValues(s, c)
	field, column := 250, 84
	if c.narrow {
		field, column = 190, 56
	}
	top := edge + most(values)*c.values().LineHeight() + valueGap
	bottom := nameGap + most(names)*c.names().LineHeight() + edge
	points := s.Series[0].Points
	reach := reachOf(points, func(int) float64 { return float64(field) }, field)

	bar := newBar(
		grid(0, top, c.width, field),
		charts.WithYAxisOpts(opts.YAxis{Type: "value", Show: opts.Bool(false), Min: 0, Max: reach}),
		charts.WithXAxisOpts(columnAxis(c)),
	)
	bar.SetXAxis(joinAll(names))
	bar.AddSeries("", barData(points, values), charts.WithLabelOpts(valueLabel("top", c)),
		charts.WithBarChartOpts(opts.BarChart{BarWidth: units(min(column, columnBand(s, c)*6/10))}))
	e := extras{
		xAxis:  tree{"axisLabel": axisLabelExtras(c)},
		series: barExtras([]int{3, 3, 0, 0}),
	}
	return e.plan(bar, c.width, top+field+bottom)
}

// columnAxis is the line that columns stand on, with their names below.
func columnAxis(c canvas) opts.XAxis {
	return opts.XAxis{
		Type:      "category",
		AxisTick:  &opts.AxisTick{Show: opts.Bool(false)},
		AxisLine:  &opts.AxisLine{Show: opts.Bool(true), LineStyle: &opts.LineStyle{Color: inkRule, Width: 1}},
		AxisLabel: &opts.AxisLabel{Color: inkText, FontSize: c.text, Margin: nameGap - 4},
	}
}

// most returns the largest number of lines.
func most(texts [][]string) int {
	n := 1
	for _, lines := range texts {
		n = max(n, len(lines))
	}
	return n
}

// joinAll joins the lines of each text.
func joinAll(texts [][]string) []string {
	out := make([]string, len(texts))
	for i, lines := range texts {
		out[i] = svg.Literal(lines)
	}
	return out
}
