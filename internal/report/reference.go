package report

import (
	"slices"

	"gongshi/internal/diag"
	"gongshi/internal/locale"
	"gongshi/internal/markdown"
)

// Answer is what a reference in prose stands for.
type Answer struct {
	Metric *Metric
	Form   markdown.Form
	Value  Observation    // the value that is asked for; of a change, the later one
	Change locale.Decimal // of a change: later minus earlier
	Share  locale.Share   // of a share
	Rank   int            // of a rank: 1 for the greatest
}

// Answer finds what a reference on a page stands for. The project is the page's,
// or nil. It returns a problem when there is no answer.
func (s *Site) Answer(p *Project, ref *markdown.Ref) (Answer, *diag.Problem) {
	m, ok := s.Metrics.Get(ref.ID)
	if !ok {
		problem := diag.Unknown(ref.Pos, ref.ID, "metric", inMetrics, s.Metrics.IDs())
		return Answer{}, &problem
	}
	a := Answer{Metric: m, Form: ref.Form}
	switch {
	case ref.Own:
		return s.own(a, p, ref)
	case ref.Form == markdown.Change:
		return s.change(a, ref)
	case ref.Form == markdown.Share:
		return s.share(a, ref)
	case ref.Form == markdown.Rank:
		return s.rank(a, ref)
	}
	return s.value(a, ref, ref.Args)
}

// inMetrics is where an editor looks for a metric.
const inMetrics = "content/metrics"

func refuse(ref *markdown.Ref, format string, args ...any) (Answer, *diag.Problem) {
	p := diag.At(ref.Pos, format, args...)
	return Answer{}, &p
}

// own answers {{this.id}}: what the page's project contributes, as of the date of
// its source.
func (s *Site) own(a Answer, p *Project, ref *markdown.Ref) (Answer, *diag.Problem) {
	if p == nil {
		return refuse(ref, "{{this.%s}} stands on a page that is not a project's; write {{%s}}", ref.ID, ref.ID)
	}
	c, ok := p.Contribution(ref.ID)
	if !ok && p.Broken {
		return a, nil
	}
	if !ok {
		problem := diag.At(ref.Pos, "this project contributes nothing to %q", ref.ID).WithSee(p.Pos).
			WithHint("add %s = … below [counts] in project.toml", ref.ID)
		return a, &problem
	}
	a.Value = s.Own(p, c)
	return a, nil
}

// Own returns what a project contributes to a metric, as of the date of the
// project's source.
func (s *Site) Own(p *Project, c Contribution) Observation {
	o := Observation{Value: Value{Number: c.Number}, Source: p.Source, Status: c.Status}
	if src, ok := s.Sources.Get(p.Source.ID); ok {
		o.AsOf = src.Date.Date
	}
	return o
}

// value answers {{id}} and {{id 2024-06-30}}.
func (s *Site) value(a Answer, ref *markdown.Ref, dates []string) (Answer, *diag.Problem) {
	if len(dates) == 0 {
		a.Value, _ = s.Latest(a.Metric) // a metric without a value has been reported
		return a, nil
	}
	o, problem := s.dated(a.Metric, ref, dates[0])
	a.Value = o
	return a, problem
}

// dated returns a metric's value at a date.
func (s *Site) dated(m *Metric, ref *markdown.Ref, date string) (Observation, *diag.Problem) {
	d, err := locale.ParseDate(date)
	if err != nil {
		problem := diag.At(ref.Pos, "reference %s: %v", ref.Written(), err)
		return Observation{}, &problem
	}
	o, ok := s.ValueAt(m, d)
	if !ok {
		var dates []string
		for _, o := range s.Series(m) {
			dates = append(dates, o.AsOf.String())
		}
		problem := diag.At(ref.Pos, "metric %q has no value as of %s", m.ID, date).WithHint("%s", diag.Suggest(date, dates))
		return o, &problem
	}
	return o, nil
}

// change answers {{id change 2024-06-30}} and {{id change 2024-06-30 2024-11-25}}.
func (s *Site) change(a Answer, ref *markdown.Ref) (Answer, *diag.Problem) {
	a, problem := s.value(a, ref, ref.Args[1:])
	if problem != nil {
		return a, problem
	}
	earlier, problem := s.dated(a.Metric, ref, ref.Args[0])
	later := a.Value.Value
	switch {
	case problem != nil:
		return a, problem
	case a.Metric.Kind == Ratio:
		return refuse(ref, "%q is a ratio; a change is of counts, amounts and measures", ref.ID)
	case earlier.Value.Missing || later.Missing || earlier.Value.Bound != locale.Exact || later.Bound != locale.Exact:
		return refuse(ref, "the change of %q cannot be told: one of its two values is not exact", ref.ID)
	}
	a.Change = later.Number.Sub(earlier.Value.Number)
	return a, nil
}

// share answers {{id share other}}, at the newest date that both have.
func (s *Site) share(a Answer, ref *markdown.Ref) (Answer, *diag.Problem) {
	other, ok := s.Metrics.Get(ref.Args[0])
	if !ok {
		problem := diag.Unknown(ref.Pos, ref.Args[0], "metric", inMetrics, s.Metrics.IDs())
		return a, &problem
	}
	a.Value, _ = s.Latest(a.Metric)
	whole, ok := s.ValueAt(other, a.Value.AsOf)
	switch {
	case a.Metric.Kind == Ratio || other.Kind == Ratio || a.Metric.Kind != other.Kind:
		return refuse(ref, "%q is no share of %q: they are a %s and a %s", ref.ID, other.ID, a.Metric.Kind, other.Kind)
	case !ok:
		return refuse(ref, "%q has a value as of %s, but %q has none", ref.ID, a.Value.AsOf, other.ID)
	case whole.Value.Missing || a.Value.Value.Missing || whole.Value.Number.Sign() == 0 || whole.Value.Bound != locale.Exact || a.Value.Value.Bound != locale.Exact:
		return refuse(ref, "the share of %q in %q cannot be told: one of them is not exact, or 0", ref.ID, other.ID)
	}
	a.Share = locale.Share{Part: a.Value.Value.Number, Whole: whole.Value.Number}
	return a, nil
}

// rank answers {{id rank area east}}, in the newest breakdown by that kind.
func (s *Site) rank(a Answer, ref *markdown.Ref) (Answer, *diag.Problem) {
	kind, term := TermKind(ref.Args[0]), ref.Args[1]
	var newest *Breakdown
	for i, b := range a.Metric.By {
		if b.Kind == kind && (newest == nil || b.AsOf.Compare(newest.AsOf) > 0) {
			newest = &a.Metric.By[i]
		}
	}
	if newest == nil {
		return refuse(ref, "%q is not broken down by %q", ref.ID, kind)
	}
	i := slices.IndexFunc(newest.Parts, func(v TermValue) bool { return v.Term.ID == term })
	if i < 0 {
		return refuse(ref, "%q has no value for the %s %q", ref.ID, kind, term)
	}
	if total, ok := s.ValueAt(a.Metric, newest.AsOf); ok && total.Value.Number.Sub(newest.Sum()).Cmp(newest.Parts[i].Number) > 0 {
		return refuse(ref, "the rank of %q cannot be told: more of %q is not broken down than it has", term, ref.ID)
	}
	a.Rank = 1
	for _, part := range newest.Parts {
		if part.Number.Cmp(newest.Parts[i].Number) > 0 {
			a.Rank++
		}
	}
	a.Value = Observation{AsOf: newest.AsOf, Value: Value{Number: newest.Parts[i].Number}, Source: a.Metric.Source}
	return a, nil
}
