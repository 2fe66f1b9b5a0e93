package answer

import (
	"slices"

	"gongshi/internal/diag"
	"gongshi/internal/locale"
	"gongshi/internal/markdown"
	"gongshi/internal/report"
)

// part answers {{id area east}}, in the newest breakdown by that kind or in that of
// a date.
func part(s *report.Site, a Answer, ref *markdown.Ref, which markdown.Which) (Answer, *diag.Problem) {
	kind := report.TermKind(which.Kind)
	var of *report.Breakdown
	var dates []string
	for i, b := range a.Metric.By {
		if b.Kind != kind {
			continue
		}
		dates = append(dates, b.AsOf.String())
		if which.Date == b.AsOf.String() || which.Date == "" && (of == nil || b.AsOf.Compare(of.AsOf) > 0) {
			of = &a.Metric.By[i]
		}
	}
	switch {
	case len(dates) == 0:
		return refuse(ref, "%q is not broken down by %q", ref.ID, kind)
	case of == nil:
		problem := diag.At(ref.Pos, "%q is not broken down by %q as of %s", ref.ID, kind, which.Date).WithHint("%s", diag.Suggest(which.Date, dates))
		return a, &problem
	}
	i := slices.IndexFunc(of.Parts, func(v report.TermValue) bool { return v.Term.ID == which.Term })
	if i < 0 {
		return refuse(ref, "%q has no value for the %s %q", ref.ID, kind, which.Term)
	}
	a.Value, _ = s.ValueAt(a.Metric, of.AsOf) // the date and source of the whole; check saw to it
	a.Value.Value = report.Value{Number: of.Parts[i].Number}
	return a, nil
}

// target answers {{id target}}, the target that is to be reached last, or that of a
// date.
func target(a Answer, ref *markdown.Ref, which markdown.Which) (Answer, *diag.Problem) {
	var dates []string
	var found *report.Target
	for i, t := range a.Metric.Targets {
		dates = append(dates, t.By.String())
		if which.Date == t.By.String() || which.Date == "" && (found == nil || t.By.Compare(found.By) > 0) {
			found = &a.Metric.Targets[i]
		}
	}
	if found == nil {
		problem := diag.At(ref.Pos, "metric %q has no target", ref.ID)
		if len(dates) > 0 {
			problem = diag.At(ref.Pos, "metric %q has no target by %s", ref.ID, which.Date).WithHint("%s", diag.Suggest(which.Date, dates))
		}
		return a, &problem
	}
	a.Target = true
	a.Value = report.Observation{Pos: found.Pos, AsOf: found.By, Value: report.Value{Number: found.Number}, Source: a.Metric.Source}
	if a.Metric.Kind == report.Ratio { // a target is typed in percent
		a.Value.Value = report.Value{Share: locale.Share{Part: found.Number, Whole: locale.Int(100)}, Digits: found.Number.Digits()}
	}
	return a, nil
}

// ownTarget answers {{this.id target}}: what the page's project promised, with the
// date on which it is due.
func ownTarget(a Answer, p *report.Project, ref *markdown.Ref) (Answer, *diag.Problem) {
	d, ok := p.Delivery(ref.ID)
	if !ok && !p.Broken {
		problem := diag.At(ref.Pos, "this project promised nothing of %q", ref.ID).WithSee(p.Pos).
			WithHint("add [deliver.%s] with a target to project.toml", ref.ID)
		return a, &problem
	}
	if ref.Form == markdown.AsOf && p.Due.IsZero() {
		return refuse(ref, "this project does not say when it is due")
	}
	a.Target = true
	a.Value = report.Observation{AsOf: p.Due.Date, Value: report.Value{Number: d.Target}, Source: p.Source}
	return a, nil
}
