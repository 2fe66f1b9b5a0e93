package line

import (
	"math"
	"slices"

	"gongshi/internal/chart/option"
	"gongshi/internal/chart/place"
)

// layout is the layout of a line chart.
type layout struct {
	chart  Chart
	canvas option.Canvas
	values [][][]string // the lines of the values, by series and category
	dates  [][]string   // the lines of the categories
	names  []name       // of the lines, at their ends; nil when they are in the legend, or there is one line
	aim    bool         // whether the goal is in the legend
	legend *option.Keys // nil when nothing is in it

	first, last              float64 // of the axis
	low, high                float64 // of the values
	left, top, width, height int     // of the field
	below                    int     // room for values below the field
	radius                   float64 // of a point
}

// A name stands at the end of its line, behind the last value.
type name struct {
	value  []string // its lines
	lines  []string
	centre float64 // below the top of the field, in units
}

// around is how far a text stands from the end of a line.
const around = 14

// newLayout lays the field out: as wide as the texts at its sides leave room for.
// Aim says that the goal is to be in the legend.
func newLayout(ch Chart, c option.Canvas, aim bool) *layout {
	l := &layout{chart: ch, canvas: c, aim: aim, first: ch.At[0], last: ch.At[len(ch.At)-1], height: 280}
	if c.Narrow {
		l.height = 230
	}
	if l.first == l.last { // one point, in the middle
		l.first, l.last = l.first-1, l.last+1
	}
	limit := min(170, (c.Width-2*around)/2)
	l.dates, _ = option.WrapAll(ch.Dates, c.Names(), limit)
	lines := 1
	for _, series := range ch.Series {
		wrapped, _ := option.WrapAll(series.labels(), c.Values(), limit)
		l.values, lines = append(l.values, wrapped), max(lines, option.Most(wrapped))
	}
	l.scale()
	l.findNames()
	l.legend = option.NewKeys(l.legendNames(), option.Stroke, c)
	l.left, l.width = l.sides()
	if l.radius = 5; l.width < 16*len(ch.At) { // else the points would hide the line
		l.radius = 3
	}
	room := lines*c.Values().LineHeight() + around
	l.top = l.legend.Space() + option.Edge + room
	if l.low < 0 {
		l.below = room
	}
	return l
}

// scale finds the lowest and the highest value. Zero is always among them, for a
// line that begins elsewhere makes much of little.
func (l *layout) scale() {
	for _, series := range l.chart.Series {
		for _, p := range series.Points {
			l.low, l.high = min(l.low, p.Value), max(l.high, p.Value)
		}
	}
	if l.chart.Goal != nil {
		l.low, l.high = min(l.low, l.chart.Goal.Value), max(l.high, l.chart.Goal.Value)
	}
	if l.low == l.high {
		l.high = 1
	}
}

// findNames puts the names at the ends of the lines, if there is room beside the
// field and each stands where its line ends.
func (l *layout) findNames() {
	if len(l.chart.Series) == 1 {
		return
	}
	const far = 8
	face, last := l.canvas.Names(), len(l.chart.At)-1
	wrapped, fit := option.WrapAll(l.chart.names(), face, 200)
	ends, heights := make([]float64, len(wrapped)), make([]float64, len(wrapped))
	for i, series := range l.chart.Series {
		fit = fit && series.Points[last].known()
		ends[i] = l.depth(series.Points[last].Value)
		heights[i] = float64(max(len(wrapped[i]), len(l.values[i][last])) * face.LineHeight())
	}
	for i, centre := range place.Spread(ends, heights) {
		fit = fit && math.Abs(centre-ends[i]) <= far
		l.names = append(l.names, name{l.values[i][last], wrapped[i], centre})
	}
	if !fit || l.canvas.Narrow || l.besideWidth() > l.canvas.Width*2/5 {
		l.names = nil
	}
}

// legendNames are the names in the legend: those of several lines that do not
// stand at the lines, and that of the goal, if it has no place at its own.
func (l *layout) legendNames() []string {
	var names []string
	if l.names == nil && len(l.chart.Series) > 1 {
		names = l.chart.names()
	}
	if l.aim {
		names = append(names, l.chart.Goal.Label)
	}
	return names
}

// keys are the names of the lines and of the goal as the legend knows them, ""
// for one that is not in it.
func (l *layout) keys() (series []string, goal string) {
	series = make([]string, len(l.chart.Series))
	if l.legend == nil {
		return series, ""
	}
	texts := l.legend.Texts()
	if l.aim {
		goal = texts[len(texts)-1]
		texts = texts[:len(texts)-1]
	}
	copy(series, texts)
	return series, goal
}

// depth is how far a value is below the top of the field.
func (l *layout) depth(value float64) float64 {
	return (l.high - value) / (l.high - l.low) * float64(l.height)
}

// sides returns where the field begins, and its width: the first and the last
// texts stand half beside it, and the names of the lines wholly.
func (l *layout) sides() (left, width int) {
	last := len(l.dates) - 1
	half := func(d int) int {
		widest := max(2*around, l.canvas.Names().Widest(l.dates[d]))
		for i := range l.values {
			widest = max(widest, l.canvas.Values().Widest(l.values[i][d]))
		}
		return int(math.Ceil(widest / 2))
	}
	left = half(0)
	return left, l.canvas.Width - left - max(l.besideWidth(), half(last))
}

// besideWidth is how much room the names take beside the field, with the last
// values before them.
func (l *layout) besideWidth() int {
	if len(l.names) == 0 {
		return 0
	}
	widest := 0.0
	for _, n := range l.names {
		widest = max(widest, l.canvas.Names().Widest(n.lines))
	}
	return around + l.lastValues() + int(math.Ceil(widest))
}

// lastValues is how wide the last values are, with the space behind them.
func (l *layout) lastValues() int {
	const space = 8
	widest := 0.0
	for _, n := range l.names {
		widest = max(widest, l.canvas.Values().Widest(n.value))
	}
	return int(math.Ceil(widest)) + space
}

// end is where the drawing ends, below the dates.
func (l *layout) end() int {
	return l.datesTop() + option.Most(l.dates)*l.canvas.Names().LineHeight() + option.Edge
}

// datesTop is where the dates begin.
func (l *layout) datesTop() int { return l.top + l.height + l.below + 10 }

// x is where a category stands on the canvas.
func (l *layout) x(d int) float64 {
	return float64(l.left) + (l.chart.At[d]-l.first)/(l.last-l.first)*float64(l.width)
}

// point is where a value stands on the canvas.
func (l *layout) point(d int, value float64) place.Point {
	return place.Point{X: l.x(d), Y: float64(l.top) + l.depth(value)}
}

// runs are the points of a series that are joined: between two of them there is
// one that is not known.
func (l *layout) runs(i int) [][]place.Point {
	runs := [][]place.Point{nil}
	for d, p := range l.chart.Series[i].Points {
		if p.Missing {
			runs = append(runs, nil)
		}
		if p.known() {
			runs[len(runs)-1] = append(runs[len(runs)-1], l.point(d, p.Value))
		}
	}
	return slices.DeleteFunc(runs, func(run []place.Point) bool { return len(run) == 0 })
}
