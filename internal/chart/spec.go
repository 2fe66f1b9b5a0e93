package chart

import (
	"slices"
	"strings"
	"unicode"
)

// Kind is a form of drawing.
type Kind string

// The kinds of drawings.
const (
	Bar            Kind = "bar"             // horizontal bars; one series
	Column         Kind = "column"          // upright columns; one series; drawn as bars where the names have no room below columns
	Grouped        Kind = "grouped"         // horizontal bars, for every category a cluster with a bar of each series
	Stacked        Kind = "stacked"         // horizontal bars of several parts, a series for each part
	Stacked100     Kind = "stacked-100"     // the same, each bar as long as the others: its total is the whole
	Donut          Kind = "donut"           // two or three parts of a whole; one series
	Line           Kind = "line"            // points over time, a line for each series
	Progress       Kind = "progress"        // horizontal bars on a track, with what is to be reached; one series
	SmallMultiples Kind = "small-multiples" // a panel for every category, with a bar of each series
)

// Role is what a colour means; the stylesheet gives each role its colours.
type Role string

// The roles of marks. Those from One to Six have no meaning but to be told apart;
// taken in this order, neighbours differ the most.
const (
	Done    Role = "done"    // finished, or simply counted
	Open    Role = "open"    // not finished
	Neutral Role = "neutral" // neither
	One     Role = "one"
	Two     Role = "two"
	Three   Role = "three"
	Four    Role = "four"
	Five    Role = "five"
	Six     Role = "six"
)

// roles are all of them.
var roles = []Role{Done, Open, Neutral, One, Two, Three, Four, Five, Six}

// Spec is a chart in one language, ready to draw: every text is final. It is a
// table: a row for every category, a column for every series.
type Spec struct {
	ID          string // unique on a page; letters, digits and hyphens
	Kind        Kind
	Title       string   // for <title>
	Description string   // for <desc>: what the chart shows, in words; may be ""
	Categories  []string // a name for every point of a series
	Series      []Series
	Centre      string    // for a donut: the text in the hole, such as 85.7%; may be ""
	At          []float64 // for a line: where each category stands along the axis, such as days, increasing
	GoalName    string    // for progress: the text of the goals in the legend; "": no goal is shown
	Goal        *Goal     // for a line: what is to be reached; nil: nothing is
}

// Goal is a value to be reached, drawn as a dashed line across a line chart.
type Goal struct {
	Value float64 // on the scale of the points
	Label string  // as readers see it: 目标90%
}

// Series is one column of the table, a point for every category.
type Series struct {
	Name   string // for the legend, or for the end of a line; unused where there is one series
	Points []Point
}

// Point is one mark.
type Point struct {
	Value   float64 // zero or more; on a line any number
	Label   string  // as readers see it: 156盏
	Role    Role    // where there can be several series: the same for all points of one
	Missing bool    // nobody knows the value: there is no mark, and the Label, such as 未公布, stands where it would begin
	None    bool    // nothing was stated here: no mark, no label, and a line goes on past it
	Goal    float64 // for progress: what is to be reached, on the scale of Value; 0: nothing is
}

// Drawing is a chart as SVG, laid out for a wide and for a narrow place.
type Drawing struct {
	Wide   []byte // 800 units wide
	Narrow []byte // 328 units wide
	Alone  []byte // the wide one with a margin and a ground, as a file of its own
}

// seriesNames returns the names of the series.
func (s Spec) seriesNames() []string {
	names := make([]string, len(s.Series))
	for i, series := range s.Series {
		names[i] = series.Name
	}
	return names
}

// total adds up the values of points.
func total(points []Point) float64 {
	sum := 0.0
	for _, p := range points {
		sum += p.Value
	}
	return sum
}

// cleaned returns the Spec with every drawn text on one line and fit for XML, and
// nothing in the place of what nobody knows or stated.
func (s Spec) cleaned() Spec {
	s.Title, s.Description, s.Centre, s.GoalName = clean(s.Title), clean(s.Description), clean(s.Centre), clean(s.GoalName)
	if s.Goal != nil {
		s.Goal = &Goal{s.Goal.Value, clean(s.Goal.Label)}
	}
	s.Categories = slices.Clone(s.Categories)
	for i, name := range s.Categories {
		s.Categories[i] = clean(name)
	}
	s.Series = slices.Clone(s.Series)
	for i, series := range s.Series {
		s.Series[i].Name = clean(series.Name)
		s.Series[i].Points = slices.Clone(series.Points)
		for j, p := range series.Points {
			p.Label = clean(p.Label)
			if p.Missing || p.None {
				p.Value = 0
			}
			if p.None {
				p.Label = ""
			}
			s.Series[i].Points[j] = p
		}
	}
	return s
}

// clean makes every run of white space one space and drops what XML cannot hold.
func clean(text string) string {
	text = strings.Join(strings.Fields(text), " ")
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || r == '\uFFFE' || r == '\uFFFF' {
			return -1
		}
		return r
	}, strings.ToValidUTF8(text, "\uFFFD"))
}

// labelsOf returns the labels of points.
func labelsOf(points []Point) []string {
	labels := make([]string, len(points))
	for i, p := range points {
		labels[i] = p.Label
	}
	return labels
}
