package chart

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"
	"unicode"
)

// Limits of what can still be told apart.
const (
	mostSeries = 6
	mostPanels = 30
)

// validate returns what makes a Spec impossible to draw, or nil.
func (s Spec) validate() error {
	if s.ID == "" || strings.ContainsFunc(s.ID, notInID) {
		return fmt.Errorf("the ID %q is not of letters, digits and hyphens", s.ID)
	}
	if len(s.Categories) == 0 || len(s.Series) == 0 {
		return errors.New("there is nothing to draw")
	}
	for _, series := range s.Series {
		if len(series.Points) != len(s.Categories) {
			return fmt.Errorf("series %q has %d points for %d categories", series.Name, len(series.Points), len(s.Categories))
		}
		for _, p := range series.Points {
			if err := s.validatePoint(p); err != nil {
				return err
			}
		}
	}
	return s.validateKind()
}

func notInID(r rune) bool {
	return r > unicode.MaxASCII || r != '-' && !unicode.IsLetter(r) && !unicode.IsDigit(r)
}

// validatePoint checks a point.
func (s Spec) validatePoint(p Point) error {
	switch {
	case !slices.Contains(roles, p.Role):
		return fmt.Errorf("the role %q is not known", p.Role)
	case p.Missing && p.None:
		return fmt.Errorf("a point is missing (%q) and was not stated at once", p.Label)
	case p.Missing, p.None:
		return nil
	case !finite(p.Value) || !finite(p.Goal):
		return fmt.Errorf("the value %v (%q) is not a number", p.Value, p.Label)
	case p.Goal < 0 || p.Value < 0 && s.Kind != Line:
		return fmt.Errorf("the value %v (%q) is not zero or more", min(p.Value, p.Goal), p.Label)
	}
	return nil
}

func finite(value float64) bool { return !math.IsNaN(value) && !math.IsInf(value, 0) }

// validateKind checks what a kind demands.
func (s Spec) validateKind() error {
	switch s.Kind {
	case Bar, Column, Progress:
		return s.validateOneSeries()
	case Donut:
		return errors.Join(s.validateOneSeries(), s.validateParts(), differ(s.Categories))
	case Grouped, Stacked, Stacked100:
		return s.validateSeries()
	case Line:
		return errors.Join(s.validateSeries(), s.validateAxis())
	case SmallMultiples:
		return errors.Join(s.validateSeries(), s.validatePanels())
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
	points := s.Series[0].Points
	if n := len(points); n != 2 && n != 3 {
		return fmt.Errorf("a donut has two or three parts, not %d", n)
	}
	if slices.ContainsFunc(points, func(p Point) bool { return p.Missing || p.None }) {
		return errors.New("a donut has parts that are all known")
	}
	if total(points) == 0 {
		return errors.New("a donut has a whole that is more than zero")
	}
	return nil
}

// validateSeries checks that the series of a chart can be told apart.
func (s Spec) validateSeries() error {
	if n := len(s.Series); n > mostSeries {
		return fmt.Errorf("a %s has at most %d series, not %d", s.Kind, mostSeries, n)
	}
	seen := map[Role]bool{}
	for _, series := range s.Series {
		role := series.Points[0].Role
		if seen[role] || slices.ContainsFunc(series.Points, func(p Point) bool { return p.Role != role }) {
			return fmt.Errorf("series %q needs one role, which no other series has", series.Name)
		}
		seen[role] = true
	}
	if len(s.Series) == 1 && s.Kind != Stacked && s.Kind != Stacked100 {
		return nil // it has no legend
	}
	return differ(s.seriesNames())
}

// validateAxis checks where the points of a line stand.
func (s Spec) validateAxis() error {
	if len(s.At) != len(s.Categories) {
		return fmt.Errorf("a line has a place on its axis for every category, not %d for %d", len(s.At), len(s.Categories))
	}
	for i, at := range s.At {
		if !finite(at) || i > 0 && at <= s.At[i-1] {
			return fmt.Errorf("the place %v on the axis is not after the one before", at)
		}
	}
	switch {
	case s.Goal == nil:
		return nil
	case !finite(s.Goal.Value):
		return fmt.Errorf("the goal %v (%q) is not a number", s.Goal.Value, s.Goal.Label)
	case clean(s.Goal.Label) == "":
		return fmt.Errorf("the goal %v has no label", s.Goal.Value)
	}
	return nil
}

func (s Spec) validatePanels() error {
	if n := len(s.Categories); n > mostPanels {
		return fmt.Errorf("small multiples have at most %d panels, not %d", mostPanels, n)
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
