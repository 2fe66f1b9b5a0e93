package chart

import (
	"math"
	"slices"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"gongshi/internal/chart/ink"
	"gongshi/internal/chart/option"
)

// planProgress lays out horizontal bars, each on a track that is as long as the
// largest value or goal. The values stand in a column behind the tracks; what is
// not known is said on its track. Goals are upright ticks, with a legend on top.
func planProgress(s Spec, c option.Canvas) (option.Plan, error) {
	var legend *option.Keys
	if s.hasGoals() {
		legend = option.NewKeys([]string{s.GoalName}, option.Tick, c)
	}
	t := layTracks(s, c, legend.Space())

	bar := option.NewBar(t.options(t.reach)...)
	bar.SetXAxis(t.names).XYReversal()
	layout := t.chart()
	layout.ShowBackground = opts.Bool(true)
	bar.AddSeries("", t.data(), charts.WithBarChartOpts(layout), charts.WithLabelOpts(valueLabel("right", c)))
	e := t.extras(t.barTree(), tickTree(t.bar))
	marks := s.marks()
	if legend != nil {
		bar.SetGlobalOptions(charts.WithLegendOpts(legend.Legend(2, option.Edge)))
		ticks := charts.NewLine()
		ticks.AddSeries(legend.Texts()[0], t.goals())
		bar.Overlap(ticks)
		e.Legend, marks = legend, append(marks, nil)
	}
	return e.Plan(bar, c.Width, t.end(), marks)
}

// hasGoals reports whether there is a goal to show.
func (s Spec) hasGoals() bool {
	return s.GoalName != "" && slices.ContainsFunc(s.Series[0].Points, func(p Point) bool { return p.Goal > 0 })
}

// tracks are rows whose bars are as long as their tracks at most.
type tracks struct {
	rows
	points  []Point
	labels  [][]string // the lines of the values
	onTrack []bool     // which of them stand on their track, not behind it
	reach   float64    // the value that is as long as a track
}

// layTracks makes room for the values behind the tracks.
func layTracks(s Spec, c option.Canvas, top int) tracks {
	t := tracks{points: s.Series[0].Points}
	if !s.hasGoals() {
		t.points = withoutGoals(t.points)
	}
	t.labels, _ = option.WrapAll(labelsOf(t.points), c.Values(), valueLimit(c))
	t.rows = layRows(s.Categories, cluster{1, option.Most(t.labels)}, c, top)
	for _, p := range t.points {
		t.reach = max(t.reach, p.Value, p.Goal)
	}
	t.reach = orOne(t.reach)
	shortest := float64(t.length) - valueGap - option.Widest(t.labels, c.Values())
	column := 0.0
	for d := range t.points {
		if width := c.Values().Widest(t.labels[d]); t.clear(d, width, shortest) {
			t.onTrack = append(t.onTrack, true)
		} else {
			t.onTrack, column = append(t.onTrack, false), max(column, width)
		}
	}
	t.length -= valueGap + int(math.Ceil(column))
	return t
}

// clear reports whether the words for a value that is not known have room on a
// track, before its goal.
func (t tracks) clear(d int, width, length float64) bool {
	p := t.points[d]
	room := length
	if p.Goal > 0 {
		room = p.Goal/t.reach*length - valueGap
	}
	return p.Missing && valueGap+width <= room
}

// withoutGoals returns points that have nothing to reach.
func withoutGoals(points []Point) []Point {
	points = slices.Clone(points)
	for i := range points {
		points[i].Goal = 0
	}
	return points
}

// data are the bars. What is said of a value that is not known stands where its
// bar would begin, if it has room there.
func (t tracks) data() []opts.BarData {
	data := barData(t.points, t.labels)
	for d := range data {
		if t.onTrack[d] {
			data[d].Label.Position = "insideLeft"
		}
	}
	return data
}

// barTree is what the typed options of the bars lack.
func (t tracks) barTree() option.Tree {
	tree := barExtras([]int{0, 3, 3, 0})
	tree["backgroundStyle"] = option.Tree{"color": ink.Track}
	tree["label"] = option.Tree{"position": []any{t.length + valueGap, "50%"}, "align": "left", "verticalAlign": "middle"}
	return tree
}

// goals are the points of the ticks, for each row that has a goal.
func (t tracks) goals() []opts.LineData {
	var data []opts.LineData
	for d, p := range t.points {
		if p.Goal > 0 {
			data = append(data, opts.LineData{Value: []any{p.Goal, d}})
		}
	}
	return data
}

// tickTree is how ticks look: they reach over the bars, and have a gap around
// them, so that they are seen on a bar, too.
func tickTree(bar int) option.Tree {
	const width, over = 4, 6
	return option.Tree{
		"silent": true, "clip": false, "symbol": "rect", "symbolSize": []int{width, bar + 2*over},
		"lineStyle": option.Tree{"width": 0},
		"itemStyle": option.Tree{"color": ink.Goal, "borderColor": ink.Edge, "borderWidth": 3},
	}
}
