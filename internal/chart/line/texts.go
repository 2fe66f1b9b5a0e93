package line

import (
	"math"

	"github.com/go-echarts/go-echarts/v2/opts"

	"gongshi/internal/chart/ink"
	"gongshi/internal/chart/option"
	"gongshi/internal/chart/place"
	"gongshi/internal/svg"
)

// texts are what is written in a line chart.
type texts struct {
	titles  []opts.Title     // the names, the dates, the goal, and what is said of values that are not known
	offsets [][]*place.Point // from each point to the middle of its value, by series and category; nil for one that is not written
}

// place finds a place for every text that has one, the most important first. It
// fails when the goal has none.
func (l *layout) place() (t texts, placed bool) {
	field := l.field()
	t.titles = append(l.nameTitles(field), l.dateTitles()...)
	if l.chart.Goal != nil && !l.aim {
		goal, placed := l.goalTitle(field)
		if !placed {
			return texts{}, false
		}
		t.titles = append(t.titles, goal)
	}
	t.offsets = l.placeValues(field)
	t.titles = append(t.titles, l.missingTitles(field)...)
	return t, true
}

// field is the field with its points and lines.
func (l *layout) field() *place.Field {
	f := &place.Field{Bounds: place.Box{
		Top: float64(l.legend.Space()), Bottom: float64(l.top + l.height + l.below),
	}}
	for i := range l.chart.Series {
		for _, run := range l.runs(i) {
			f.Draw(run...)
			for _, p := range run {
				f.Put(place.Around(p, 2*l.radius+2, 2*l.radius+2))
			}
		}
	}
	if l.chart.Goal != nil {
		f.Draw(l.goalEnds())
	}
	return f
}

// nameTitles are the names at the ends of the lines, behind the last values.
func (l *layout) nameTitles(f *place.Field) []opts.Title {
	var titles []opts.Title
	left := l.left + l.width + around
	f.Bounds.Right = float64(left)
	if len(l.names) == 0 {
		f.Bounds.Right = float64(l.canvas.Width)
	}
	for _, n := range l.names {
		middle := l.top + int(math.Round(n.centre))
		beside := func(lines []string, face svg.Face, left int) {
			titles = append(titles, option.TextAt(lines, face, "left", left, middle-len(lines)*face.LineHeight()/2))
		}
		beside(n.value, l.canvas.Values(), left)
		beside(n.lines, l.canvas.Names(), left+l.lastValues())
	}
	return titles
}

// dateTitles are the first date, the last one, and of those between as many as
// keep apart.
func (l *layout) dateTitles() []opts.Title {
	const apart = 16
	face, last := l.canvas.Names(), len(l.dates)-1
	half := func(d int) float64 { return face.Widest(l.dates[d]) / 2 }
	var titles []opts.Title
	free, end := math.Inf(-1), l.x(last)-half(last)-apart
	for d := range l.dates {
		if x := l.x(d); d == last || x-half(d) >= free && (d == 0 || x+half(d) <= end) {
			titles = append(titles, option.TextAt(l.dates[d], face, "center", int(math.Round(x)), l.datesTop()))
			free = x + half(d) + apart
		}
	}
	return titles
}

// goalEnds are the ends of the line of the goal.
func (l *layout) goalEnds() (place.Point, place.Point) {
	y := float64(l.top) + l.depth(l.chart.Goal.Value)
	return place.Point{X: float64(l.left), Y: y}, place.Point{X: float64(l.left + l.width), Y: y}
}

// goalTitle is the text of the goal: above its line or below, at one end or in
// the middle, in one piece or broken, wherever it is free first.
func (l *layout) goalTitle(f *place.Field) (title opts.Title, placed bool) {
	face := l.canvas.Names()
	for _, limit := range []int{l.width, l.width * 2 / 3, l.width / 2} {
		lines, whole := face.Wrap(l.chart.Goal.Label, float64(limit))
		if !whole || len(lines) > 3 {
			break
		}
		boxes := l.goalBoxes(face.Widest(lines), float64(len(lines)*face.LineHeight()))
		if at := f.First(boxes); at >= 0 {
			return option.TextAt(lines, face, "left", int(boxes[at].Left), int(boxes[at].Top)), true
		}
	}
	return title, false
}

// goalBoxes are where a text of the goal may stand, the best place first.
func (l *layout) goalBoxes(width, height float64) []place.Box {
	const gap = 3
	from, to := l.goalEnds()
	var boxes []place.Box
	for _, left := range []float64{from.X, to.X - width, (from.X + to.X - width) / 2} {
		for _, top := range []float64{from.Y - height - gap, from.Y + gap} {
			boxes = append(boxes, place.Box{Left: left, Top: top, Right: left + width, Bottom: top + height})
		}
	}
	return boxes
}

// placeValues finds places for all values but those beside the names. If not all have one, those of the
// last, the first, the highest and the lowest point of each line are written.
func (l *layout) placeValues(f *place.Field) [][]*place.Point {
	all := make([][]int, len(l.chart.Series))
	few := make([][]int, len(l.chart.Series))
	for i, series := range l.chart.Series {
		for d, p := range series.Points {
			if beside := l.names != nil && d == len(series.Points)-1; p.known() && !beside {
				all[i] = append(all[i], d)
			}
		}
		few[i] = notable(series.Points, all[i])
	}
	trial := f.Clone()
	if offsets, complete := l.placeSome(trial, all); complete {
		*f = *trial
		return offsets
	}
	offsets, _ := l.placeSome(f, few)
	return offsets
}

// notable are the last, the first, the highest and the lowest of some points.
func notable(points []Point, known []int) []int {
	if len(known) == 0 {
		return nil
	}
	first, last := known[0], known[len(known)-1]
	high, low := last, last
	for _, d := range known {
		if points[d].Value > points[high].Value {
			high = d
		}
		if points[d].Value < points[low].Value {
			low = d
		}
	}
	return []int{last, first, high, low}
}

// placeSome finds places for the values of some points of each series. It is
// complete when all have one.
func (l *layout) placeSome(f *place.Field, some [][]int) (offsets [][]*place.Point, complete bool) {
	complete = true
	for range some {
		offsets = append(offsets, make([]*place.Point, len(l.chart.At)))
	}
	for turn := range len(l.chart.At) + 4 {
		for i, ds := range some {
			if turn >= len(ds) || offsets[i][ds[turn]] != nil {
				continue
			}
			offsets[i][ds[turn]] = l.placeValue(f, i, ds[turn])
			complete = complete && offsets[i][ds[turn]] != nil
		}
	}
	return offsets, complete
}

// placeValue finds a place for a value around its point: nil if there is none. The
// newest value, which readers look for first, may stand farther away, past its
// line or that of the goal; of several lines it could be taken for another's.
func (l *layout) placeValue(f *place.Field, i, d int) *place.Point {
	points, lines := l.chart.Series[i].Points, l.values[i][d]
	face := l.canvas.Values()
	width, height := face.Widest(lines), float64(len(lines)*face.LineHeight())
	centre := l.point(d, points[d].Value)
	var boxes []place.Box
	offsets := valueOffsets(width, height, l.radius, isValley(points, d))
	if len(l.chart.Series) == 1 && d == newest(points) {
		const step, farthest = 5.0, 20.0
		for farther := step; farther <= farthest; farther += step {
			offsets = append(offsets, valueOffsets(width, height, l.radius+farther, isValley(points, d))...)
		}
	}
	for _, at := range offsets {
		boxes = append(boxes, place.Around(place.Point{X: centre.X + at.X, Y: centre.Y + at.Y}, width, height))
	}
	if at := f.First(boxes); at >= 0 {
		return &offsets[at]
	}
	return nil
}

// newest is the last point with a place; -1 when none has one.
func newest(points []Point) int {
	for d := len(points) - 1; d >= 0; d-- {
		if points[d].known() {
			return d
		}
	}
	return -1
}

// isValley reports whether a point is lower than those that its line comes from
// and goes to.
func isValley(points []Point, d int) bool {
	higher := func(step int) bool {
		n := d + step
		for n >= 0 && n < len(points) && points[n].None {
			n += step
		}
		return n < 0 || n >= len(points) || points[n].Missing || points[n].Value > points[d].Value
	}
	return higher(-1) && higher(1) && len(points) > 1
}

// valueOffsets are the places of a value around its point, the best one first:
// above or, in a valley, below.
func valueOffsets(width, height, radius float64, valley bool) []place.Point {
	gap := radius + 2
	up, aside, slant := -(gap + height/2), gap+2+width/2, width/2
	if valley {
		up = -up
	}
	return []place.Point{
		{X: 0, Y: up}, {X: 0, Y: -up},
		{X: -slant, Y: up}, {X: slant, Y: up}, {X: slant, Y: -up}, {X: -slant, Y: -up},
		{X: aside, Y: 0}, {X: -aside, Y: 0},
	}
}

// missingTitles say of values that nobody knows that it is so, on the axis below
// the gap in the line, where there is room.
func (l *layout) missingTitles(f *place.Field) []opts.Title {
	face := svg.Face{Size: l.canvas.Text}
	var titles []opts.Title
	for i, series := range l.chart.Series {
		for d, p := range series.Points {
			lines := l.values[i][d]
			height := float64(len(lines) * face.LineHeight())
			top := l.point(d, 0).Y - height - 3
			box := place.Around(place.Point{X: l.x(d), Y: top + height/2}, face.Widest(lines), height)
			if p.Missing && f.First([]place.Box{box}) == 0 {
				title := option.TextAt(lines, face, "center", int(math.Round(l.x(d))), int(top))
				title.TitleStyle.Color = ink.Quiet
				titles = append(titles, title)
			}
		}
	}
	return titles
}
