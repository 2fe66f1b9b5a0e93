package chart

import (
	"github.com/go-echarts/go-echarts/v2/charts"

	"gongshi/internal/chart/option"
	"gongshi/internal/svg"
)

// planPanels lays out a panel for every category, in rows as one reads, all on
// one scale. A column of panels is narrow bars with their names above them, on
// axes of its own: the series of the option are those of each column in turn.
func planPanels(s Spec, c option.Canvas) (option.Plan, error) {
	p := layPanels(s, c)
	bar := option.NewBar()
	bar.XAxisList, bar.YAxisList = nil, nil
	e := p.extras(barExtras(s.corners()))
	if e.Legend = p.legend; e.Legend != nil {
		bar.SetGlobalOptions(charts.WithLegendOpts(p.legend.Legend(2, option.Edge)))
	}
	var marks [][]svg.Mark
	for column := range p.columns {
		p.addColumn(bar, column)
		for i := range s.Series {
			marks = append(marks, everyNth(s.marks()[i], column, p.columns))
		}
	}
	return e.Plan(bar, c.Width, p.end(), marks)
}

// panels are columns of rows.
type panels struct {
	rows
	spec    Spec
	legend  *option.Keys
	values  values
	columns int
	across  int // from the beginning of a column to that of the next
}

// layPanels takes as many columns as leave room for names and values.
func layPanels(s Spec, c option.Canvas) panels {
	p := panels{spec: s, legend: option.NewKeys(s.legendNames(), option.Square, c)}
	columns, gap := 3, 40
	if c.Narrow {
		columns, gap = 2, 24
	}
	for columns = min(columns, len(s.Categories)); ; columns-- {
		cell := c
		cell.Narrow = true
		cell.Width = (c.Width - gap*(columns-1)) / columns
		if columns == 1 || panelsFit(s, cell) {
			p.columns, p.across = columns, cell.Width+gap
			p.values = layValues(s, cell, layNarrowRows(s.Categories, cluster{}, cell, 0, columns).length)
			p.rows = layNarrowRows(s.Categories, cluster{len(s.Series), p.values.lines}, cell, p.legend.Space(), columns)
			return p
		}
	}
}

// panelsFit reports whether a panel may be as narrow as the canvas: no word of a
// name is broken, and no value takes more than two fifths of it.
func panelsFit(s Spec, cell option.Canvas) bool {
	_, fit := option.WrapAll(s.Categories, cell.Names(), cell.Width-4)
	for _, series := range s.Series {
		for _, p := range series.Points {
			room := cell.Width * 2 / 5
			if p.Missing {
				room = cell.Width - valueGap
			}
			fit = fit && cell.Values().Width(p.Label) <= float64(room)
		}
	}
	return fit
}

// addColumn adds the axes and the series of a column.
func (p panels) addColumn(bar *charts.Bar, column int) {
	names := everyNth(p.names, column, p.columns)
	x, y := lengthAxis(p.values.reach), p.nameAxis()
	x.GridIndex, y.GridIndex = column, column
	y.Data = names
	bar.ExtendXAxis(x)
	bar.ExtendYAxis(y)
	bar.SetGlobalOptions(charts.WithGridOpts(option.Grid(p.left+column*p.across, p.top, p.length, len(names)*p.band)))
	layout := p.chart()
	layout.XAxisIndex, layout.YAxisIndex = column, column
	texts := seriesTexts(p.spec, p.legend)
	for i, series := range p.spec.Series {
		points, labels := everyNth(series.Points, column, p.columns), everyNth(p.values.labels[i], column, p.columns)
		bar.AddSeries(texts[i], barData(points, labels),
			charts.WithBarChartOpts(layout),
			charts.WithItemStyleOpts(legendStyle(p.spec, i)),
			charts.WithLabelOpts(valueLabel("right", p.canvas)))
	}
}

// everyNth returns the first of every n things, or the one that comes so much later.
func everyNth[T any](things []T, first, n int) []T {
	var out []T
	for i := first; i < len(things); i += n {
		out = append(out, things[i])
	}
	return out
}
