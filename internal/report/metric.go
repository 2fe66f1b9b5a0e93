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

// MetricsDir is where an editor looks for a metric.
const MetricsDir = "content/metrics"

// Metric is one figure that the report follows, stated once, with its source.
type Metric struct {
	ID            string
	Pos           diag.Pos
	Name          Text
	Definition    Text
	Kind          Kind
	Unit          Unit
	Currency      Ref // of an amount: the ISO 4217 code, such as CNY; else unset
	Source        Ref
	Of            []Ref             // for a ratio: numerator and denominator
	Values        []Observation     // as typed, by date; none for a ratio
	Reported      []Reported        // for a ratio: what the source states
	Targets       []Target          // what is to be reached, by date; may be empty
	LowerIsBetter bool              // a target is reached by a value that is not above it
	By            []Breakdown       // values by term of a vocabulary; may be empty
	Rest          map[TermKind]Text // why a breakdown does not add up to the total; none where it does
	RollUp        RollUp            // how the value comes from what projects contribute; "" when it is stated
	Difference    Text              // why the projects' sum is not the total; unwritten where it is
	NextUpdate    Day               // when a newer value is to come; may be unset
	Corrections   []Correction      // of values that were published, by date of correction
	Broken        bool              // one of its numbers could not be read, which has been reported
}

// RollUp says how a metric comes from what projects contribute.
type RollUp string

// The ways in which projects make up a metric.
const (
	RollUpNone  RollUp = ""      // it does not come from projects, or is stated besides
	RollUpSum   RollUp = "sum"   // the sum of what they contribute
	RollUpCount RollUp = "count" // the number of projects that contribute
)

// RollUps lists the ways that an author may write.
var RollUps = []RollUp{RollUpSum, RollUpCount}

// Target is a number that is to be reached by a date.
type Target struct {
	Pos    diag.Pos
	By     locale.Date
	Number locale.Decimal
}

// TargetValue returns a target as a value of the metric: of a ratio, whose targets
// are typed in percent, a share.
func (m *Metric) TargetValue(t Target) Value {
	if m.Kind != Ratio {
		return Value{Number: t.Number}
	}
	return Value{Share: locale.Share{Part: t.Number, Whole: locale.Int(100)}, Digits: t.Number.Digits()}
}

// Breakdown is a metric's value at one date, by the terms of one kind.
type Breakdown struct {
	Pos   diag.Pos
	Kind  TermKind
	AsOf  locale.Date
	Parts []TermValue
}

// TermValue is a metric's value for one term.
type TermValue struct {
	Term   Ref
	Number locale.Decimal
}

// Sum adds up the parts of a breakdown.
func (b Breakdown) Sum() locale.Decimal {
	sum := locale.Int(0)
	for _, p := range b.Parts {
		sum = sum.Add(p.Number)
	}
	return sum
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
	Source Ref        // the metric's, unless the value names its own; of a computed one, the newest of its parts'
	Status DataStatus // how sure it is
}

// DataStatus says how sure a value is. The zero value is [Final].
type DataStatus string

// How sure a value may be.
const (
	Final       DataStatus = ""
	Provisional DataStatus = "provisional" // it may still change
	Revised     DataStatus = "revised"     // it was changed after it was published
)

// DataStatuses lists what an author may write; "final" is what [Final] is called
// there.
var DataStatuses = []DataStatus{"final", Provisional, Revised}

// Value is a number with its bound, or, for a ratio, a share. Exactly one of the
// two has a meaning, as the metric's kind says; neither when the value is
// missing, which is not a zero.
type Value struct {
	Number  locale.Decimal
	Bound   locale.Bound
	Share   locale.Share
	Digits  int  // after the point, when a share is printed in percent
	Missing bool // nobody knows or published it
}

// Same reports whether two numbers are known to be the same.
func (v Value) Same(w Value) bool {
	return !v.Missing && !w.Missing && v.Bound == locale.Exact && w.Bound == locale.Exact && v.Number.Cmp(w.Number) == 0
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

// digits returns how many digits after the point a ratio shows: as many as its
// source does at that date or, where it states none, at the newest.
func (m *Metric) digits(asOf locale.Date) int {
	digits := defaultDigits
	for _, r := range m.Reported {
		digits = r.Percent.Digits()
		if r.AsOf == asOf {
			break
		}
	}
	return digits
}

// Series returns a metric's observations, oldest first. Those that a correction
// changed are no surer than revised.
func (s *Site) Series(m *Metric) []Observation {
	series := s.stated(m)
	if m.Kind == Ratio {
		series = s.ratio(m)
	}
	if len(m.Corrections) == 0 {
		return series
	}
	series = slices.Clone(series)
	for i, o := range series {
		if slices.ContainsFunc(m.Corrections, func(c Correction) bool { return c.Subject() == Subject{AsOf: o.AsOf} }) {
			series[i].Status = lessSure(o.Status, Revised)
		}
	}
	return series
}

// ratio computes a ratio at every date that both of its parts have; a part that
// is missing, not a number, or a whole of 0 gives no observation.
func (s *Site) ratio(m *Metric) []Observation {
	part, whole, ok := s.Parts(m)
	if !ok {
		return nil
	}
	wholes := s.Series(whole)
	var series []Observation
	for _, p := range s.Series(part) {
		w, ok := at(wholes, p.AsOf)
		if !ok || p.Value.Missing || w.Value.Missing || w.Value.Number.Sign() == 0 {
			continue
		}
		o := s.Computed(p, w)
		o.Pos, o.Value = m.Pos, Value{Share: locale.Share{Part: p.Value.Number, Whole: w.Value.Number}, Digits: m.digits(p.AsOf)}
		series = append(series, o)
	}
	return series
}

// Computed returns a with what holds of a value that is computed from a and b: it
// is no surer than the less sure of them, and comes from the newer source.
func (s *Site) Computed(a, b Observation) Observation {
	a.Status, a.Source = lessSure(a.Status, b.Status), s.newer(a.Source, b.Source)
	return a
}

// newer returns the source that was published later.
func (s *Site) newer(a, b Ref) Ref {
	first, ok := s.Sources.Get(a.ID)
	second, ok2 := s.Sources.Get(b.ID)
	if !ok || ok2 && second.Date.Compare(first.Date.Date) > 0 {
		return b
	}
	return a
}

func at(series []Observation, date locale.Date) (Observation, bool) {
	i := slices.IndexFunc(series, func(o Observation) bool { return o.AsOf == date })
	if i < 0 {
		return Observation{}, false
	}
	return series[i], true
}

// ValueAt returns a metric's value at a date, computed if it is a ratio.
func (s *Site) ValueAt(m *Metric, date locale.Date) (Observation, bool) { return at(s.Series(m), date) }

// NewestBy returns a metric's newest observation up to a date.
func (s *Site) NewestBy(m *Metric, date locale.Date) (newest Observation, ok bool) {
	for _, o := range s.Series(m) {
		if o.AsOf.Compare(date) <= 0 {
			newest, ok = o, true
		}
	}
	return newest, ok
}

// lessSure returns how sure something is that is made of two values.
func lessSure(a, b DataStatus) DataStatus {
	for _, s := range []DataStatus{Provisional, Revised} {
		if a == s || b == s {
			return s
		}
	}
	return Final
}

// SameUnit reports whether the values of two metrics can be compared: of 5,000万元
// and 1亿元 the numbers alone say nothing.
func (s *Site) SameUnit(a, b *Metric) bool {
	if a.Currency.ID != b.Currency.ID {
		return false
	}
	for _, l := range s.Languages {
		for _, p := range l.Plurals {
			if a.Unit.In[l.Code][p] != b.Unit.In[l.Code][p] {
				return false
			}
		}
	}
	return true
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

// Faulty reports whether a number of a metric, or of what it is computed from, could
// not be read: what is missing then follows from that.
func (s *Site) Faulty(m *Metric) bool {
	for _, ref := range m.Of {
		if part, ok := s.Metrics.Get(ref.ID); ok && part.Broken {
			return true
		}
	}
	return m.Broken
}

// Latest returns a metric's newest observation.
func (s *Site) Latest(m *Metric) (Observation, bool) {
	series := s.Series(m)
	if len(series) == 0 {
		return Observation{}, false
	}
	return series[len(series)-1], true
}
