package check

import (
	"slices"

	"gongshi/internal/diag"
	"gongshi/internal/locale"
	"gongshi/internal/report"
)

func metricsComplete(s *report.Site) diag.List {
	var l diag.List
	for m := range s.Metrics.All() {
		l.Append(metricHas(m))
		l.Append(currencySound(m))
		if m.Source.Set() && !s.Sources.Has(m.Source.ID) {
			l.Add(diag.Unknown(m.Source.Pos, m.Source.ID, "source", inSources, s.Sources.IDs()))
		}
		l.Append(valueSources(s, m.Values, m.Source))
		if m.Kind != report.Ratio {
			l.Append(metricValues(m))
		}
		l.Append(targetsFit(m))
		l.Append(revisionsDeclared(m))
		l.Append(correctionsSound(s, m))
	}
	return l
}

// metricHas reports what a metric lacks, and what its kind does not take.
func metricHas(m *report.Metric) diag.List {
	var l diag.List
	missing := func(has bool, key, hint string) {
		if !has {
			l.Add(diag.At(m.Pos, "metric %q has no %s", m.ID, key).WithHint("%s", hint))
		}
	}
	ratio := m.Kind == report.Ratio
	missing(m.Name.Written(), "name", `add name = { zh = "…", en = "…" }`)
	missing(m.Kind != "", "kind", "add kind = \"count\"; allowed are count, ratio, amount, measure")
	missing(m.Definition.Written(), "definition", "say in one sentence what is counted and what is not")
	missing(m.Source.Set(), "source", "add source = \"…\", an id of "+inSources)
	missing(ratio || m.Unit.Written(), "unit", `add unit = { zh = "盏", en = { one = "street light", other = "street lights" } }`)
	missing(ratio || m.RollUp != report.RollUpNone || len(m.Values) > 0 || m.Broken, "value", `add a line such as values."2024-11-25" = 156`)
	missing(!ratio || len(m.Of) > 0, "parts", `add of = ["completed", "all"], the ids of numerator and denominator`)
	if ratio && len(m.Values) > 0 {
		l.Add(diag.At(m.Values[0].Pos, "metric %q is a ratio, which is computed; it takes no values", m.ID).
			WithHint(`what the source states goes into reported."2024-11-25" = "85.7%%"`))
	}
	if !ratio && len(m.Of) > 0 {
		l.Add(diag.At(m.Of[0].Pos, "metric %q has parts, but is not a ratio", m.ID).WithHint(`write kind = "ratio", or take "of" out`))
	}
	if ratio && (len(m.By) > 0 || m.RollUp != report.RollUpNone) {
		l.Add(diag.At(m.Pos, "metric %q is a ratio, which is computed; it takes neither by nor roll_up", m.ID))
	}
	if !ratio && len(m.Reported) > 0 {
		l.Add(diag.At(m.Reported[0].Pos, "metric %q has a reported rate, but is not a ratio", m.ID))
	}
	return l
}

// valueSources reports sources that nothing defines, and values that are newer than
// the source that they are said to come from. The source that values have unless
// they name their own is reported where it stands, not here.
func valueSources(s *report.Site, values []report.Observation, common report.Ref) diag.List {
	var l diag.List
	for _, o := range values {
		src, ok := s.Sources.Get(o.Source.ID)
		if !ok {
			if o.Source.Set() && o.Source != common {
				l.Add(diag.Unknown(o.Source.Pos, o.Source.ID, "source", inSources, s.Sources.IDs()))
			}
			continue
		}
		if !src.Date.IsZero() && o.AsOf.Compare(src.Date.Date) > 0 {
			l.Add(diag.At(o.Pos, "value as of %s is newer than its source %q of %s", o.AsOf, src.ID, src.Date).WithSee(src.Date.Pos).
				WithHint(`add the newer source to %s and name it: { value = …, source = "…" }`, inSources))
		}
	}
	return l
}

func metricValues(m *report.Metric) diag.List {
	var l diag.List
	for i, o := range m.Values {
		if !o.Value.Missing {
			l.Append(numberFits(m, o.Value.Number, o.Pos))
		}
		if i > 0 && m.Values[i-1].AsOf == o.AsOf && !o.AsOf.IsZero() {
			l.Add(diag.At(o.Pos, "metric %q has two values as of %s", m.ID, o.AsOf).WithSee(m.Values[i-1].Pos))
		}
	}
	return l
}

func targetsFit(m *report.Metric) diag.List {
	var l diag.List
	for _, t := range m.Targets {
		l.Append(targetFits(m, t.Number, m.LowerIsBetter, t.Pos))
	}
	return l
}

// targetFits reports a target that there is no share of. That nothing may be left
// is a target, too: 0, where lower is better.
func targetFits(m *report.Metric, target locale.Decimal, lowerIsBetter bool, pos diag.Pos) diag.List {
	var l diag.List
	if m.Kind != report.Ratio { // a ratio's target is in percent
		l.Append(numberFits(m, target, pos))
	}
	if target.Sign() <= 0 && !lowerIsBetter {
		l.Add(diag.At(pos, "target of %q is %s; it must be more than 0", m.ID, target).
			WithHint("if the target must not be exceeded, add lower_is_better = true"))
	}
	return l
}

// revisionsDeclared reports values that are said to be revised, where nothing says
// what they were.
func revisionsDeclared(m *report.Metric) diag.List {
	var l diag.List
	for _, o := range m.Values {
		corrected := slices.ContainsFunc(m.Corrections, func(c report.Correction) bool { return c.Subject() == report.Subject{AsOf: o.AsOf} })
		if o.Status == report.Revised && !corrected && !m.Broken {
			l.Add(diag.At(o.Pos, "value as of %s is said to be revised, but no correction says what it was", o.AsOf).
				WithHint(`write corrections."<date of the change>" = { as_of = %s, was = …, kind = "revision", reason = { zh = "…", en = "…" } }; it marks the value by itself`, o.AsOf))
		}
	}
	return l
}

// numberFits reports a number that a metric of that kind cannot have.
func numberFits(m *report.Metric, d locale.Decimal, pos diag.Pos) diag.List {
	var l diag.List
	if m.Kind == report.Count && d.Digits() > 0 {
		l.Add(diag.At(pos, "%q is a count, so %s must be a whole number", m.ID, d))
	}
	if d.Sign() < 0 && m.Kind == report.Count {
		l.Add(diag.At(pos, "%q is a count, so %s must not be negative", m.ID, d))
	}
	return l
}

func ratiosAgree(s *report.Site) diag.List {
	var l diag.List
	for m := range s.Metrics.All() {
		if m.Kind != report.Ratio || len(m.Of) == 0 {
			continue
		}
		part, whole, problems := ratioParts(s, m)
		l.Append(problems)
		if part != nil && whole != nil && !s.Faulty(m) {
			l.Append(ratioComputes(s, m, part, whole))
			l.Append(reportedAgrees(s, m))
		}
	}
	return l
}

// ratioComputes reports what keeps a ratio from being computed at any date, or from
// being true.
func ratioComputes(s *report.Site, m, part, whole *report.Metric) diag.List {
	var l diag.List
	if !s.SameUnit(part, whole) {
		l.Add(diag.At(m.Of[0].Pos, "%q and %q have different units, so that %q cannot be computed", part.ID, whole.ID, m.ID).WithSee(whole.Unit.Pos).
			WithHint("give both the same unit, with their values in it"))
	}
	l.Append(sameDates(s, m, part, whole))
	l.Append(sameDates(s, m, whole, part))
	l.Append(wholeNotZero(s, m, whole))
	l.Append(exactParts(s, m, part, whole))
	if len(l) == 0 && len(s.Series(m)) == 0 {
		l.Add(diag.At(m.Of[0].Pos, "%q cannot be computed: there is no date at which %q and %q both have a number", m.ID, part.ID, whole.ID))
	}
	return l
}

// ratioParts returns numerator and denominator; nil for one that will not do.
func ratioParts(s *report.Site, m *report.Metric) (part, whole *report.Metric, l diag.List) {
	if len(m.Of) != 2 {
		l.Add(diag.At(m.Of[0].Pos, "metric %q has %d parts; a ratio has two, numerator and denominator", m.ID, len(m.Of)))
		return nil, nil, l
	}
	found := [2]*report.Metric{}
	for i, ref := range m.Of {
		p, ok := s.Metrics.Get(ref.ID)
		switch {
		case !ok:
			l.Add(diag.Unknown(ref.Pos, ref.ID, "metric", inMetrics, s.Metrics.IDs()))
		case p.Kind == report.Ratio:
			l.Add(diag.At(ref.Pos, "%q is a ratio itself; the parts of a ratio are numbers", ref.ID).WithSee(p.Pos))
		default:
			found[i] = p
		}
	}
	return found[0], found[1], l
}

// sameDates reports a value of one part of a ratio that the other part lacks.
func sameDates(s *report.Site, ratio, a, b *report.Metric) diag.List {
	var l diag.List
	for _, o := range s.Series(a) {
		if _, ok := s.ValueAt(b, o.AsOf); !ok && !o.Value.Missing {
			l.Add(diag.At(o.Pos, "%q has a value as of %s, but %q has none, so that %q cannot be computed", a.ID, o.AsOf, b.ID, ratio.ID).WithSee(b.Pos))
		}
	}
	return l
}

// exactParts reports parts of a ratio that are not exact: of "more than 40" no
// rate can be computed that is true.
func exactParts(s *report.Site, ratio *report.Metric, parts ...*report.Metric) diag.List {
	var l diag.List
	for _, p := range parts {
		for _, o := range s.Series(p) {
			if o.Value.Bound != locale.Exact && !o.Value.Missing {
				l.Add(diag.At(o.Pos, "%q is not exact as of %s, so that %q cannot be computed", p.ID, o.AsOf, ratio.ID).WithSee(ratio.Pos))
			}
		}
	}
	return l
}

func wholeNotZero(s *report.Site, ratio, whole *report.Metric) diag.List {
	var l diag.List
	for _, o := range s.Series(whole) {
		if !o.Value.Missing && o.Value.Number.Sign() == 0 {
			l.Add(diag.At(o.Pos, "%q is 0, so that %q cannot be computed", whole.ID, ratio.ID).WithSee(ratio.Pos))
		}
	}
	return l
}

// reportedAgrees compares the rate that a source states with the computed one,
// to the digits that the source shows.
func reportedAgrees(s *report.Site, m *report.Metric) diag.List {
	var l diag.List
	series := map[locale.Date]locale.Share{}
	for _, o := range s.Series(m) {
		series[o.AsOf] = o.Value.Share
	}
	for _, r := range m.Reported {
		share, ok := series[r.AsOf]
		if !ok {
			l.Add(diag.At(r.Pos, "metric %q has a reported rate as of %s, but its parts have no values then", m.ID, r.AsOf))
			continue
		}
		if computed := share.Percent(r.Percent.Digits()); computed.Cmp(r.Percent) != 0 {
			problem := diag.At(r.Pos, "metric %q is reported as %s%%, but %s of %s is %s%%", m.ID, r.Percent, share.Part, share.Whole, computed).WithSee(m.Of[0].Pos)
			if share.Tie(r.Percent.Digits()) {
				problem = problem.WithHint("it lies exactly midway, at %s%%, and is rounded to the even digit; if the source rounds the other way, leave reported out for this date", share.Percent(r.Percent.Digits()+1))
			}
			l.Add(problem)
		}
	}
	return l
}
