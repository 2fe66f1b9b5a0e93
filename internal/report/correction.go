package report

import (
	"slices"

	"gongshi/internal/diag"
	"gongshi/internal/locale"
)

// CorrectionKind tells better data from a mistake (Code of Practice for
// Statistics, T3.9).
type CorrectionKind string

// The kinds of corrections.
const (
	Revision CorrectionKind = "revision"   // better data came in
	Error    CorrectionKind = "correction" // the published value was wrong
)

// CorrectionKinds lists the kinds that an author may write.
var CorrectionKinds = []CorrectionKind{Revision, Error}

// Correction says that a published number was changed.
type Correction struct {
	Pos    diag.Pos
	Date   locale.Date // when it was corrected
	AsOf   Day         // which value: its as-of date; of a target: by when it is to be reached
	Target bool        // a target was changed, no value
	By     TermKind    // a part of a breakdown was changed: of which kind; else ""
	Term   Ref         // that part's term
	Was    locale.Decimal
	WasPos diag.Pos
	Bound  locale.Bound // of what it was
	Kind   CorrectionKind
	Reason Text
}

// Subject names one number of a metric: its value at a date, unless it says that
// a target or a part of a breakdown is meant.
type Subject struct {
	AsOf   locale.Date
	Target bool     // what is to be reached by that date
	By     TermKind // the value broken down by terms of a kind,
	Term   string   // and of these the one with this id
}

// IsValue reports whether the metric's value is meant.
func (of Subject) IsValue() bool { return !of.Target && of.By == "" }

// Subject returns which number was corrected.
func (c Correction) Subject() Subject { return Subject{c.AsOf.Date, c.Target, c.By, c.Term.ID} }

// Same reports whether two corrections say the same of the same number.
func (c Correction) Same(d Correction) bool {
	return c.Date == d.Date && c.Changes(d.Subject(), d.Was, d.Bound)
}

// Changes reports whether a correction says that a number was changed from what
// it was.
func (c Correction) Changes(of Subject, was locale.Decimal, bound locale.Bound) bool {
	return c.Subject() == of && c.Was.Cmp(was) == 0 && c.Bound == bound
}

// Next returns the correction that changed the same number after the i-th one. It
// reports false when there is none: then the number is as that one left it.
func (m *Metric) Next(i int) (Correction, bool) {
	for _, c := range m.Corrections[i+1:] {
		if c.Subject() == m.Corrections[i].Subject() {
			return c, true
		}
	}
	return Correction{}, false
}

// Now returns what a number of a metric is now. A target of a ratio is in
// percent.
func (s *Site) Now(m *Metric, of Subject) (Observation, bool) {
	if of.IsValue() {
		return s.ValueAt(m, of.AsOf)
	}
	if of.Target {
		i := slices.IndexFunc(m.Targets, func(t Target) bool { return t.By == of.AsOf })
		if i < 0 {
			return Observation{}, false
		}
		return Observation{Pos: m.Targets[i].Pos, AsOf: of.AsOf, Value: Value{Number: m.Targets[i].Number}}, true
	}
	for _, b := range m.By {
		for _, part := range b.Parts {
			if b.Kind == of.By && b.AsOf == of.AsOf && part.Term.ID == of.Term {
				return Observation{Pos: part.Term.Pos, AsOf: b.AsOf, Value: Value{Number: part.Number}}, true
			}
		}
	}
	return Observation{}, false
}
