package check

import (
	"gongshi/internal/diag"
	"gongshi/internal/locale"
	"gongshi/internal/report"
)

func metricsComplete(s *report.Site) diag.List {
	var l diag.List
	for m := range s.Metrics.All() {
		l.Append(metricHas(m))
		l.Append(metricSource(s, m))
		if m.Kind != report.Ratio {
			l.Append(metricValues(m))
		}
		l.Append(targetsFit(m))
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
	missing(ratio || m.RollUp != report.RollUpNone || len(m.Values) > 0, "value", `add a line such as values."2024-11-25" = 156`)
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

// metricSource reports sources that nothing defines, and values that are newer
// than the source that they are said to come from.
func metricSource(s *report.Site, m *report.Metric) diag.List {
	var l diag.List
	if m.Source.Set() && !s.Sources.Has(m.Source.ID) {
		l.Add(diag.Unknown(m.Source.Pos, m.Source.ID, "source", inSources, s.Sources.IDs()))
	}
	for _, o := range m.Values {
		src, ok := s.Sources.Get(o.Source.ID)
		if !ok {
			if o.Source.Set() && o.Source != m.Source {
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
		if m.Kind != report.Ratio { // a ratio's target is in percent
			l.Append(numberFits(m, t.Number, t.Pos))
		}
	}
	return l
}

// correctionsSound reports corrections of values that there are not, or that
// change nothing.
func correctionsSound(s *report.Site, m *report.Metric) diag.List {
	var l diag.List
	for _, c := range m.Corrections {
		if !c.Reason.Written() {
			l.Add(diag.At(c.Pos, "correction of %s gives no reason", c.Date).WithHint(`add reason = { zh = "…", en = "…" }`))
		}
		if c.Kind == "" {
			l.Add(diag.At(c.Pos, "correction of %s has no kind; allowed are revision (better data), correction (a mistake)", c.Date))
		}
		o, ok := s.ValueAt(m, c.AsOf.Date)
		switch {
		case !ok:
			l.Add(diag.At(c.Pos, "correction of %s is of the value as of %s, but there is none", c.Date, c.AsOf.Date).
				WithHint("write as_of = and the date of the value that was changed"))
		case c.Date.Compare(c.AsOf.Date) < 0:
			l.Add(diag.At(c.Pos, "correction of %s is older than the value as of %s", c.Date, c.AsOf.Date).WithSee(o.Pos))
		case m.Kind != report.Ratio && !o.Value.Missing && o.Value.Number.Cmp(c.Was) == 0 && o.Value.Bound == c.Bound:
			l.Add(diag.At(c.Pos, "correction of %s says that the value was %s, which it still is", c.Date, c.Was).WithSee(o.Pos))
		}
	}
	return l
}

// numberFits reports a number that a metric of that kind cannot have.
func numberFits(m *report.Metric, d locale.Decimal, pos diag.Pos) diag.List {
	var l diag.List
	if m.Kind == report.Count && !d.IsInt() {
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
		if part == nil || whole == nil {
			continue
		}
		l.Append(sameDates(m, part, whole))
		l.Append(sameDates(m, whole, part))
		l.Append(wholeNotZero(m, whole))
		l.Append(exactParts(m, part, whole))
		l.Append(reportedAgrees(s, m))
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
func sameDates(ratio, a, b *report.Metric) diag.List {
	var l diag.List
	for _, o := range a.Values {
		if _, ok := b.At(o.AsOf); !ok {
			l.Add(diag.At(o.Pos, "%q has a value as of %s, but %q has none, so that %q cannot be computed", a.ID, o.AsOf, b.ID, ratio.ID).WithSee(b.Pos))
		}
	}
	return l
}

// exactParts reports parts of a ratio that are not exact: of "more than 40" no
// rate can be computed that is true.
func exactParts(ratio *report.Metric, parts ...*report.Metric) diag.List {
	var l diag.List
	for _, p := range parts {
		for _, o := range p.Values {
			if o.Value.Bound != locale.Exact {
				l.Add(diag.At(o.Pos, "%q is not exact as of %s, so that %q cannot be computed", p.ID, o.AsOf, ratio.ID).WithSee(ratio.Pos))
			}
		}
	}
	return l
}

func wholeNotZero(ratio, whole *report.Metric) diag.List {
	var l diag.List
	for _, o := range whole.Values {
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
			l.Add(diag.At(r.Pos, "metric %q is reported as %s%%, but %s of %s is %s%%", m.ID, r.Percent, share.Part, share.Whole, computed).WithSee(m.Of[0].Pos))
		}
	}
	return l
}
