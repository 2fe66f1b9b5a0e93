// Package answer finds what a reference in prose stands for: {{id}}, its value at
// a date or of a term, a target, a change, a share, a rank. The rule that checks
// references and the page that prints them ask here, so that both have one answer.
package answer

import (
	"slices"

	"gongshi/internal/diag"
	"gongshi/internal/locale"
	"gongshi/internal/markdown"
	"gongshi/internal/report"
)

// Answer is what a reference in prose stands for.
type Answer struct {
	Metric *report.Metric
	Form   markdown.Form
	Value  report.Observation // the value that is asked for; of a change, the later one, as sure as the less sure
	Change locale.Decimal     // of a change: later minus earlier
	Share  locale.Share       // of a share
	Rank   int                // of a rank: 1 for the greatest
	Target bool               // the value is what is to be reached by its date
}

// To finds what a reference on a page stands for. The project is the page's, or nil.
// It returns a problem when there is no answer.
func To(s *report.Site, p *report.Project, ref *markdown.Ref) (Answer, *diag.Problem) {
	a, problem := find(s, p, ref)
	if problem != nil && problem.Sought == "" && a.Metric != nil && s.Faulty(a.Metric) {
		return a, nil // it follows from a number that could not be read, which has been reported
	}
	return a, problem
}

func find(s *report.Site, p *report.Project, ref *markdown.Ref) (Answer, *diag.Problem) {
	m, ok := s.Metrics.Get(ref.ID)
	if !ok {
		problem := diag.Unknown(ref.Pos, ref.ID, "metric", report.MetricsDir, s.Metrics.IDs())
		return Answer{}, &problem
	}
	a := Answer{Metric: m, Form: ref.Form}
	which, _ := ref.Which()
	switch {
	case ref.Own:
		return own(s, a, p, ref)
	case ref.Form == markdown.Change:
		return change(s, a, ref)
	case ref.Form == markdown.Share:
		return share(s, a, ref)
	case ref.Form == markdown.Rank:
		return rank(s, a, ref)
	case which.Kind != "":
		return part(s, a, ref, which)
	case which.Target:
		return target(a, ref, which)
	}
	return value(s, a, ref, ref.Args)
}

func refuse(ref *markdown.Ref, format string, args ...any) (Answer, *diag.Problem) {
	p := diag.At(ref.Pos, format, args...)
	return Answer{}, &p
}

// own answers {{this.id}}: what the page's project contributes.
func own(s *report.Site, a Answer, p *report.Project, ref *markdown.Ref) (Answer, *diag.Problem) {
	if p == nil {
		return refuse(ref, "{{this.%s}} stands on a page that is not a project's; write {{%s}}", ref.ID, ref.ID)
	}
	if which, _ := ref.Which(); which.Target {
		return ownTarget(a, p, ref)
	}
	c, ok := p.Contribution(ref.ID)
	if !ok && p.Broken {
		return a, nil
	}
	if _, promised := p.Delivery(ref.ID); !ok && promised {
		return refuse(ref, "this project has published no result of %q", ref.ID)
	}
	if !ok {
		problem := diag.At(ref.Pos, "this project contributes nothing to %q", ref.ID).WithSee(p.Pos).
			WithHint("add %s = … below [counts] in project.toml", ref.ID)
		return a, &problem
	}
	a.Value = s.Own(p, c)
	return a, nil
}

// value answers {{id}} and {{id 2024-06-30}}.
func value(s *report.Site, a Answer, ref *markdown.Ref, dates []string) (Answer, *diag.Problem) {
	if len(dates) == 0 {
		a.Value, _ = s.Latest(a.Metric) // a metric without a value has been reported
		return a, nil
	}
	o, problem := dated(s, a.Metric, ref, dates[0])
	a.Value = o
	return a, problem
}

// dated returns a metric's value at a date.
func dated(s *report.Site, m *report.Metric, ref *markdown.Ref, date string) (report.Observation, *diag.Problem) {
	d, err := locale.ParseDate(date)
	if err != nil {
		problem := diag.At(ref.Pos, "reference %s: %v", ref.Written(), err)
		return report.Observation{}, &problem
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
func change(s *report.Site, a Answer, ref *markdown.Ref) (Answer, *diag.Problem) {
	a, problem := value(s, a, ref, ref.Args[1:])
	if problem != nil {
		return a, problem
	}
	earlier, problem := dated(s, a.Metric, ref, ref.Args[0])
	later := a.Value.Value
	switch {
	case problem != nil:
		return a, problem
	case a.Metric.Kind == report.Ratio:
		return refuse(ref, "%q is a ratio; a change is of counts, amounts and measures", ref.ID)
	case earlier.AsOf.Compare(a.Value.AsOf) >= 0:
		return refuse(ref, "the change of %q goes from %s to %s; the first date must be the earlier one", ref.ID, earlier.AsOf, a.Value.AsOf)
	case earlier.Value.Missing || later.Missing || earlier.Value.Bound != locale.Exact || later.Bound != locale.Exact:
		return refuse(ref, "the change of %q cannot be told: one of its two values is not exact", ref.ID)
	}
	a.Change, a.Value = later.Number.Sub(earlier.Value.Number), s.Computed(a.Value, earlier)
	return a, nil
}

// share answers {{id share other}}, at the newest date of the part: the whole must
// have a value then, too.
func share(s *report.Site, a Answer, ref *markdown.Ref) (Answer, *diag.Problem) {
	other, ok := s.Metrics.Get(ref.Args[0])
	if !ok {
		problem := diag.Unknown(ref.Pos, ref.Args[0], "metric", report.MetricsDir, s.Metrics.IDs())
		return a, &problem
	}
	a.Value, _ = s.Latest(a.Metric)
	whole, ok := s.ValueAt(other, a.Value.AsOf)
	switch {
	case a.Metric.Kind == report.Ratio || other.Kind == report.Ratio || a.Metric.Kind != other.Kind:
		return refuse(ref, "%q is no share of %q: they are a %s and a %s", ref.ID, other.ID, a.Metric.Kind, other.Kind)
	case !s.SameUnit(a.Metric, other):
		return refuse(ref, "%q is no share of %q: they have different units", ref.ID, other.ID)
	case !ok:
		return refuse(ref, "%q has a value as of %s, but %q has none", ref.ID, a.Value.AsOf, other.ID)
	case whole.Value.Missing || a.Value.Value.Missing || whole.Value.Number.Sign() == 0 || whole.Value.Bound != locale.Exact || a.Value.Value.Bound != locale.Exact:
		return refuse(ref, "the share of %q in %q cannot be told: one of them is not exact, or 0", ref.ID, other.ID)
	}
	a.Share, a.Value = locale.Share{Part: a.Value.Value.Number, Whole: whole.Value.Number}, s.Computed(a.Value, whole)
	return a, nil
}

// rank answers {{id rank area east}}, in the newest breakdown by that kind.
func rank(s *report.Site, a Answer, ref *markdown.Ref) (Answer, *diag.Problem) {
	kind, term := report.TermKind(ref.Args[0]), ref.Args[1]
	var newest *report.Breakdown
	for i, b := range a.Metric.By {
		if b.Kind == kind && (newest == nil || b.AsOf.Compare(newest.AsOf) > 0) {
			newest = &a.Metric.By[i]
		}
	}
	if newest == nil {
		return refuse(ref, "%q is not broken down by %q", ref.ID, kind)
	}
	i := slices.IndexFunc(newest.Parts, func(v report.TermValue) bool { return v.Term.ID == term })
	if i < 0 {
		return refuse(ref, "%q has no value for the %s %q", ref.ID, kind, term)
	}
	number := newest.Parts[i].Number
	total, _ := s.ValueAt(a.Metric, newest.AsOf) // check saw to it
	rest := total.Value.Number.Sub(newest.Sum())
	switch bound := total.Value.Bound; {
	case bound == locale.AtLeast || bound == locale.About:
		return refuse(ref, "the rank of %q cannot be told: the total of %q is not exact, so what is not broken down could be more", term, ref.ID)
	case rest.Cmp(number) > 0:
		return refuse(ref, "the rank of %q cannot be told: more of %q is not broken down than it has", term, ref.ID)
	}
	a.Rank = 1
	for _, part := range newest.Parts {
		if part.Number.Cmp(number) > 0 {
			a.Rank++
		}
	}
	a.Value = total
	a.Value.Value = report.Value{Number: number}
	return a, nil
}
