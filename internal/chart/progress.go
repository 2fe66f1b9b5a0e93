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
// largest value or goal. A bar that would leave the others slivers is broken: it
// ends with its track. The values stand in a column behind the tracks; what is not
// known is said on its track. Goals are upright ticks, with a legend on top.
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
	e, marks := t.extras(t.barTree()), s.marks()
	if breaks := t.breaks(); len(breaks) > 0 {
		overlay(bar, "", breaks)
		e.Series, marks = append(e.Series, breakTree(t.bar)), append(marks, nil)
	}
	if legend != nil {
		bar.SetGlobalOptions(charts.WithLegendOpts(legend.Legend(2, option.Edge)))
		overlay(bar, legend.Texts()[0], t.goals())
		e.Series, e.Legend, marks = append(e.Series, tickTree(t.bar)), legend, append(marks, nil)
	}
	return e.Plan(bar, c.Width, t.end(), marks)
}

// overlay adds a series of signs on bars.
func overlay(bar *charts.Bar, name string, signs []opts.LineData) {
	line := charts.NewLine()
	line.AddSeries(name, signs)
	bar.Overlap(line)
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
	t.reach = orOne(reachOfTracks(t.points))
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

// reachOfTracks is the largest value or goal, but for values that leave the others
// slivers: where the bars end at several times the largest goal, those beyond it
// are broken.
func reachOfTracks(points []Point) float64 {
	const most = 2.5
	reach, goal := 0.0, 0.0
	for _, p := range points {
		reach, goal = max(reach, p.Value, p.Goal), max(goal, p.Goal)
	}
	shorter := func(p Point) bool { return p.Value > 0 && p.Value <= most*goal }
	if reach > most*goal && slices.ContainsFunc(points, shorter) {
		return most * goal
	}
	return reach
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
	for d, p := range t.points {
		data[d].Value = min(p.Value, t.reach)
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

// breaks are where the bars are broken that are longer than their tracks.
func (t tracks) breaks() []opts.LineData {
	const before = 20 // the end, in units
	var data []opts.LineData
	for d, p := range t.points {
		if p.Value > t.reach {
			data = append(data, opts.LineData{Value: []any{t.reach * (1 - before/float64(t.length)), d}})
		}
	}
	return data
}

// breakTree is how a break looks: two slanting cuts through the bar.
func breakTree(bar int) option.Tree {
	return option.Tree{
		"silent": true, "clip": false, "symbol": "path://M0 3L1 0M1 3L2 0", "symbolSize": []int{18, bar + 8},
		"lineStyle": option.Tree{"width": 0},
		"itemStyle": option.Tree{"color": "none", "borderColor": ink.Edge, "borderWidth": 4},
	}
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
