package chart

import (
	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"gongshi/internal/chart/ink"
	"gongshi/internal/chart/option"
	"gongshi/internal/svg"
)

// planBars lays out horizontal bars, each with its value at its end, and a legend
// on top where a category has several.
func planBars(s Spec, c option.Canvas) (option.Plan, error) {
	legend := option.NewKeys(s.legendNames(), option.Square, c)
	v := layValues(s, c, layRows(s.Categories, cluster{}, c, 0).length)
	r := layRows(s.Categories, cluster{len(s.Series), v.lines}, c, legend.Space())

	bar := option.NewBar(r.options(v.reach)...)
	bar.SetXAxis(r.names).XYReversal()
	e := r.extras(barExtras(s.corners()))
	e.Legend = legend
	names := seriesTexts(s, legend)
	if legend != nil {
		bar.SetGlobalOptions(charts.WithLegendOpts(legend.Legend(2, option.Edge)))
	}
	for i, series := range s.Series {
		bar.AddSeries(names[i], barData(series.Points, v.labels[i]),
			charts.WithBarChartOpts(r.chart()),
			charts.WithItemStyleOpts(legendStyle(s, i)),
			charts.WithLabelOpts(valueLabel("right", c)))
	}
	return e.Plan(bar, c.Width, r.end(), s.marks())
}

// legendNames are the names that a legend tells apart: those of the series, if
// there are several.
func (s Spec) legendNames() []string {
	if len(s.Series) == 1 {
		return nil
	}
	return s.seriesNames()
}

// seriesTexts are the names of the series as ECharts knows them, "" without a legend.
func seriesTexts(s Spec, legend *option.Keys) []string {
	if legend == nil {
		return make([]string, len(s.Series))
	}
	return legend.Texts()
}

// values are the values at the ends of bars.
type values struct {
	labels [][][]string // their lines, by series and category
	lines  int          // the most that one has
	reach  float64      // the value whose bar is as long as there is room
}

// valueLimit is how wide the value beside the longest bar may be.
func valueLimit(c option.Canvas) int {
	if c.Narrow {
		return c.Width / 2
	}
	return c.Width * 3 / 8
}

// layValues finds the scale on which every bar with its value has room in length.
func layValues(s Spec, c option.Canvas, length int) values {
	v := values{lines: 1, reach: 0}
	for _, series := range s.Series {
		labels, _ := option.WrapAll(labelsOf(series.Points), c.Values(), valueLimit(c))
		v.labels = append(v.labels, labels)
		v.reach = max(v.reach, reachOf(series.Points, length, func(d int) float64 {
			return float64(length) - valueGap - c.Values().Widest(labels[d])
		}))
	}
	v.reach = orOne(v.reach)
	for i, series := range s.Series {
		unbreak(v.labels[i], series.Points, v.reach, float64(length), c)
		v.lines = max(v.lines, option.Most(v.labels[i]))
	}
	return v
}

// unbreak puts values back on one line where their bars leave room for it.
func unbreak(labels [][]string, points []Point, reach, length float64, c option.Canvas) {
	for i, p := range points {
		bar := p.Value / reach * length
		if bar+valueGap+c.Values().Width(p.Label) <= length {
			labels[i] = []string{p.Label}
		}
	}
}

// reachOf returns the value of an axis of the given length on which every point
// is no longer than room allows it; 0 when all points are.
func reachOf(points []Point, length int, room func(i int) float64) float64 {
	reach := 0.0
	for i, p := range points {
		reach = max(reach, p.Value/room(i)*float64(length))
	}
	return reach
}

// orOne makes a scale of one that nothing is longer than nothing on.
func orOne(reach float64) float64 {
	if reach == 0 {
		return 1
	}
	return reach
}

// barData turns points into the data of a series, named by their labels.
func barData(points []Point, labels [][]string) []opts.BarData {
	data := make([]opts.BarData, len(points))
	for i, p := range points {
		data[i] = opts.BarData{Name: svg.Literal(labels[i]), Value: p.Value, ItemStyle: markStyle(p.Role)}
		switch {
		case p.Missing:
			data[i].Label = quietLabel()
		case p.None:
			data[i].Label = hidden()
		}
	}
	return data
}

// valueLabel is how the value at the end of a bar looks.
func valueLabel(position string, c option.Canvas) opts.Label {
	return opts.Label{
		Show: opts.Bool(true), Position: position, Color: ink.Text,
		FontSize: float32(c.Text), FontWeight: "bold", LineHeight: float32(c.Values().LineHeight()),
	}
}

// quietLabel is how the words look that stand for a value that nobody knows.
func quietLabel() *opts.Label { return &opts.Label{Color: ink.Quiet, FontWeight: "normal"} }

// corners are how round the corners of horizontal bars are. Bars that are many
// have square ones, as the parts of a stack have: the drawing is a quarter smaller.
func (s Spec) corners() []int {
	if len(s.Series) > 1 {
		return nil
	}
	return []int{0, 3, 3, 0}
}

// barExtras are what the typed options of a series of bars lack. A value that is
// not zero is always to be seen, be it as a line.
func barExtras(corners []int) option.Tree {
	return option.Tree{
		"silent":       true,
		"clip":         false,
		"barMinHeight": 2,
		"itemStyle":    option.Tree{"borderRadius": corners},
		"label":        option.Tree{"distance": valueGap},
	}
}

// markStyle is how a mark of a role looks.
func markStyle(role Role) *opts.ItemStyle {
	look := ink.Of(string(role))
	if look.Outline == "" {
		return &opts.ItemStyle{Color: look.Fill}
	}
	return &opts.ItemStyle{Color: look.Fill, BorderColor: look.Outline, BorderWidth: 2}
}

// legendStyle is how a series looks in the legend, if there is one. Without it
// each point has a look of its own, and inherits nothing.
func legendStyle(s Spec, i int) opts.ItemStyle {
	if len(s.Series) == 1 {
		return opts.ItemStyle{}
	}
	return *markStyle(s.Series[i].Points[0].Role)
}

// marks are the marks of an option whose series are those of the Spec: all that
// are known and not nothing.
func (s Spec) marks() [][]svg.Mark {
	marks := make([][]svg.Mark, len(s.Series))
	for i, series := range s.Series {
		for d, p := range series.Points {
			marks[i] = append(marks[i], svg.Mark{Series: i, Category: d, Drawn: p.Value > 0})
		}
	}
	return marks
}
