package chart

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"
	"unicode"
)

// Kind is a form of drawing.
type Kind string

// The kinds of drawings.
const (
	Bar     Kind = "bar"     // horizontal bars; one series
	Column  Kind = "column"  // upright columns; one series; drawn as bars where the names have no room below columns
	Donut   Kind = "donut"   // two or three parts of a whole; one series
	Stacked Kind = "stacked" // horizontal bars of several parts, a series for each part
)

// Role is what a colour means; the stylesheet gives each role its colours.
type Role string

// The roles of marks.
const (
	Done    Role = "done"    // finished, or simply counted
	Open    Role = "open"    // not finished
	Neutral Role = "neutral" // neither
)

// Spec is a chart in one language, ready to draw: every text is final.
type Spec struct {
	ID          string // unique on a page; letters, digits and hyphens
	Kind        Kind
	Title       string   // for <title>
	Description string   // for <desc>: what the chart shows, in words; may be ""
	Categories  []string // a name for every point of a series
	Series      []Series
	Centre      string // for a donut: the text in the hole, such as 85.7%; may be ""
}

// Series is one row of marks, a point for every category.
type Series struct {
	Name   string // for the legend of a stack; else unused
	Points []Point
}

// Point is one mark.
type Point struct {
	Value float64 // zero or more
	Label string  // as readers see it: 156盏
	Role  Role    // the same for all points of a series in a stack
}

// Drawing is a chart as SVG, laid out for a wide and for a narrow place.
type Drawing struct {
	Wide   []byte // 800 units wide
	Narrow []byte // 360 units wide
}

// validate returns what makes a Spec impossible to draw, or nil.
func (s Spec) validate() error {
	if s.ID == "" || strings.ContainsFunc(s.ID, notInID) {
		return fmt.Errorf("the ID %q is not of letters, digits and hyphens", s.ID)
	}
	if len(s.Categories) == 0 || len(s.Series) == 0 {
		return errors.New("there is nothing to draw")
	}
	for _, series := range s.Series {
		if err := series.validate(len(s.Categories)); err != nil {
			return err
		}
	}
	return s.validateKind()
}

func notInID(r rune) bool {
	return r > unicode.MaxASCII || r != '-' && !unicode.IsLetter(r) && !unicode.IsDigit(r)
}

// validate checks a series of a chart with so many categories.
func (s Series) validate(categories int) error {
	if len(s.Points) != categories {
		return fmt.Errorf("series %q has %d points for %d categories", s.Name, len(s.Points), categories)
	}
	for _, p := range s.Points {
		if p.Value < 0 || math.IsNaN(p.Value) || math.IsInf(p.Value, 0) {
			return fmt.Errorf("the value %v (%q) is not zero or more", p.Value, p.Label)
		}
		if !slices.Contains([]Role{Done, Open, Neutral}, p.Role) {
			return fmt.Errorf("the role %q is not known", p.Role)
		}
	}
	return nil
}

// validateKind checks what a kind demands.
func (s Spec) validateKind() error {
	switch s.Kind {
	case Bar, Column:
		return s.validateOneSeries()
	case Donut:
		return errors.Join(s.validateOneSeries(), s.validateParts(), differ(s.Categories))
	case Stacked:
		return errors.Join(s.validateStack(), differ(s.seriesNames()))
	}
	return fmt.Errorf("the kind %q is not known", s.Kind)
}

func (s Spec) validateOneSeries() error {
	if len(s.Series) != 1 {
		return fmt.Errorf("a %s has one series, not %d", s.Kind, len(s.Series))
	}
	return nil
}

// validateParts checks the parts of a donut.
func (s Spec) validateParts() error {
	if n := len(s.Categories); n != 2 && n != 3 {
		return fmt.Errorf("a donut has two or three parts, not %d", n)
	}
	if total(s.Series[0].Points) == 0 {
		return errors.New("a donut has a whole that is more than zero")
	}
	return nil
}

// validateStack checks that the parts of a stack can be told apart.
func (s Spec) validateStack() error {
	seen := map[Role]bool{}
	for _, series := range s.Series {
		role := series.Points[0].Role
		if seen[role] || slices.ContainsFunc(series.Points, func(p Point) bool { return p.Role != role }) {
			return fmt.Errorf("series %q of a stack needs one role, which no other series has", series.Name)
		}
		seen[role] = true
	}
	return nil
}

// differ checks that the entries of a legend can be told apart.
func differ(names []string) error {
	seen := map[string]bool{}
	for _, name := range names {
		if name = clean(name); name == "" || seen[name] {
			return fmt.Errorf("the name %q in the legend is empty or there twice", name)
		}
		seen[name] = true
	}
	return nil
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

// cleaned returns the Spec with every drawn text on one line and fit for XML.
func (s Spec) cleaned() Spec {
	s.Title, s.Description, s.Centre = clean(s.Title), clean(s.Description), clean(s.Centre)
	s.Categories = slices.Clone(s.Categories)
	for i, name := range s.Categories {
		s.Categories[i] = clean(name)
	}
	s.Series = slices.Clone(s.Series)
	for i, series := range s.Series {
		s.Series[i].Name = clean(series.Name)
		s.Series[i].Points = slices.Clone(series.Points)
		for j, p := range series.Points {
			s.Series[i].Points[j].Label = clean(p.Label)
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
