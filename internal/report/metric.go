package report

import (
	"slices"

	"gongshi/internal/diag"
	"gongshi/internal/locale"
)

// Kind says what a metric's values are.
type Kind string

// The kinds of metrics.
const (
	Count   Kind = "count"   // things that were counted: whole numbers
	Ratio   Kind = "ratio"   // computed from two other metrics, never typed
	Amount  Kind = "amount"  // money
	Measure Kind = "measure" // a quantity with a unit, such as km
)

// Kinds lists the kinds that an author may write.
var Kinds = []Kind{Count, Ratio, Amount, Measure}

// Metric is one figure that the report follows, stated once, with its source.
type Metric struct {
	ID         string
	Pos        diag.Pos
	Name       Text
	Definition Text
	Kind       Kind
	Unit       Unit
	Source     Ref
	Of         []Ref         // for a ratio: numerator and denominator
	Values     []Observation // as typed, by date; none for a ratio
	Reported   []Reported    // for a ratio: what the source states
}

// Unit is the word after a number, in each language and plural category.
type Unit struct {
	Pos diag.Pos
	In  map[string]map[locale.Plural]string // by language code
}

// Written reports whether the author gave a unit.
func (u Unit) Written() bool { return u.Pos != diag.Pos{} }

// For returns the unit that goes with a number.
func (u Unit) For(l *locale.Language, d locale.Decimal) string {
	return u.In[l.Code][l.Plural(d)]
}

// Observation is one value of a metric at one date.
type Observation struct {
	Pos    diag.Pos
	AsOf   locale.Date
	Value  Value
	Source Ref // the metric's, unless the value names its own
}

// Value is a number with its bound, or, for a ratio, a share. Exactly one of the
// two has a meaning, as the metric's kind says.
type Value struct {
	Number locale.Decimal
	Bound  locale.Bound
	Share  locale.Share
}

// Reported is a rate as its source prints it, to compare with the computed one.
type Reported struct {
	Pos     diag.Pos
	AsOf    locale.Date
	Percent locale.Decimal // 85.7, with the digits that the source shows
}

// defaultDigits is how many digits after the point a rate shows when its source
// does not say.
const defaultDigits = 1

// Digits returns how many digits after the point a ratio shows: as many as the
// source does.
func (m *Metric) Digits() int {
	if len(m.Reported) == 0 {
		return defaultDigits
	}
	return m.Reported[len(m.Reported)-1].Percent.Digits()
}

// Series returns a metric's observations, oldest first. A ratio is computed at
// every date that both of its parts have; a part that is missing, not a number,
// or a whole of 0 gives no observation.
func (s *Site) Series(m *Metric) []Observation {
	if m.Kind != Ratio {
		return m.Values
	}
	part, whole, ok := s.Parts(m)
	if !ok {
		return nil
	}
	var series []Observation
	for _, p := range part.Values {
		w, ok := whole.At(p.AsOf)
		if !ok || w.Value.Number.Sign() == 0 {
			continue
		}
		series = append(series, Observation{
			Pos:    m.Pos,
			AsOf:   p.AsOf,
			Value:  Value{Share: locale.Share{Part: p.Value.Number, Whole: w.Value.Number}},
			Source: m.Source,
		})
	}
	return series
}

// At returns the typed value at a date.
func (m *Metric) At(date locale.Date) (Observation, bool) {
	i := slices.IndexFunc(m.Values, func(o Observation) bool { return o.AsOf == date })
	if i < 0 {
		return Observation{}, false
	}
	return m.Values[i], true
}

// Parts returns the numerator and denominator of a ratio. It reports false when
// either is unknown or is itself a ratio.
func (s *Site) Parts(m *Metric) (part, whole *Metric, ok bool) {
	if len(m.Of) != 2 {
		return nil, nil, false
	}
	part, ok1 := s.Metrics.Get(m.Of[0].ID)
	whole, ok2 := s.Metrics.Get(m.Of[1].ID)
	return part, whole, ok1 && ok2 && part.Kind != Ratio && whole.Kind != Ratio
}

// Latest returns a metric's newest observation.
func (s *Site) Latest(m *Metric) (Observation, bool) {
	series := s.Series(m)
	if len(series) == 0 {
		return Observation{}, false
	}
	return series[len(series)-1], true
}
