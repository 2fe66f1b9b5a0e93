package check

import (
	"slices"

	"gongshi/internal/diag"
	"gongshi/internal/locale"
	"gongshi/internal/report"
)

// breakdownsAddUp reports breakdowns whose parts are not terms, or do not make
// up the total: a rest must be declared, and more than the total cannot be.
func breakdownsAddUp(s *report.Site) diag.List {
	var l diag.List
	for m := range s.Metrics.All() {
		for _, b := range m.By {
			for _, part := range b.Parts {
				if !s.Vocabulary[b.Kind].Has(part.Term.ID) {
					l.Add(diag.Unknown(part.Term.Pos, part.Term.ID, string(b.Kind), inVocabulary, s.Vocabulary[b.Kind].IDs()))
				}
				l.Append(numberFits(m, part.Number, part.Term.Pos))
			}
			l.Append(nested(s, b))
			if !m.Broken {
				l.Append(addsUp(s, m, b))
			}
		}
		if !m.Broken {
			l.Append(restsNeeded(s, m))
		}
	}
	return l
}

// nested reports an area that stands beside one that it lies in: what it has
// would count twice.
func nested(s *report.Site, b report.Breakdown) diag.List {
	var l diag.List
	if b.Kind != report.Area {
		return l
	}
	at := map[string]diag.Pos{}
	for _, part := range b.Parts {
		at[part.Term.ID] = part.Term.Pos
	}
	for _, part := range b.Parts {
		for around := range s.Within(part.Term) {
			if pos, ok := at[around.ID]; ok && around.ID != part.Term.ID {
				l.Add(diag.At(part.Term.Pos, "area %q lies in %q, which stands here too; its value would count twice", part.Term.ID, around.ID).WithSee(pos))
			}
		}
	}
	return l
}

// addsUp compares the parts of a breakdown with the total of its date.
func addsUp(s *report.Site, m *report.Metric, b report.Breakdown) diag.List {
	var l diag.List
	total, ok := s.ValueAt(m, b.AsOf)
	if !ok || total.Value.Missing {
		l.Add(diag.At(b.Pos, "metric %q is broken down by %s as of %s, but has no total then", m.ID, b.Kind, b.AsOf))
		return l
	}
	sum := report.Value{Number: b.Sum()}
	_, declared := m.Rest[b.Kind]
	switch {
	case exceeds(sum, total.Value):
		l.Add(diag.At(b.Pos, "the parts by %s add up to %s, more than the total of %s", b.Kind, sum.Number, total.Value.Number).WithSee(total.Pos))
	case exceeds(total.Value, sum) && !declared:
		l.Add(diag.At(b.Pos, "the parts by %s add up to %s, but the total is %s", b.Kind, sum.Number, total.Value.Number).WithSee(total.Pos).
			WithHint(`if the rest is not known by %s, say so: rest.%s = { zh = "…", en = "…" }`, b.Kind, b.Kind))
	}
	return l
}

// exceeds reports whether a number is known to be more than another.
func exceeds(a, b report.Value) bool {
	most := b.Bound == locale.Exact || b.Bound == locale.AtMost
	least := a.Bound == locale.Exact || a.Bound == locale.AtLeast
	return !a.Missing && !b.Missing && most && least && a.Number.Cmp(b.Number) > 0
}

// restsNeeded reports a declared rest that no breakdown leaves over.
func restsNeeded(s *report.Site, m *report.Metric) diag.List {
	var l diag.List
	for _, kind := range report.TermKinds {
		rest, declared := m.Rest[kind]
		if !declared {
			continue
		}
		complete := func(b report.Breakdown) bool {
			total, ok := s.ValueAt(m, b.AsOf)
			return b.Kind != kind || ok && total.Value.Same(report.Value{Number: b.Sum()})
		}
		if !slices.ContainsFunc(m.By, func(b report.Breakdown) bool { return !complete(b) }) {
			l.Add(diag.At(rest.Pos, "a rest by %s is declared, but no breakdown by %s leaves one", kind, kind).WithSee(m.Pos))
		}
	}
	return l
}

// projectsAddUp compares what projects contribute with the totals that are
// stated: less is coverage, which the site says; more is a fault, unless the
// difference is declared with a reason.
func projectsAddUp(s *report.Site) diag.List {
	var l diag.List
	for p := range s.Projects.All() {
		if p.Broken {
			return l // what it contributes is not known
		}
	}
	for m := range s.Metrics.All() {
		tally := s.Tally(m)
		latest, ok := s.Latest(m)
		sum, total := tally.Value(m.RollUp), latest.Value
		switch declared := m.Difference.Written(); {
		case declared && len(m.Values) == 0 && !m.Broken:
			l.Add(diag.At(m.Difference.Pos, "a difference is declared, but %q has no value of its own to differ", m.ID))
		case declared && sum.Missing:
			l.Add(diag.At(m.Difference.Pos, "a difference is declared, but no project says what it contributes to %q", m.ID))
		case !ok || len(m.Values) == 0 || m.Broken:
		case declared && sum.Same(total):
			l.Add(diag.At(m.Difference.Pos, "a difference is declared, but the projects add up to the total of %s", total.Number).WithSee(latest.Pos))
		case declared:
		case exceeds(sum, total):
			l.Add(diag.At(latest.Pos, "the projects add up to %s, more than the total of %s", sum.Number, total.Number).
				WithSee(tally.Projects[0].Pos).WithHint(`correct the one or the other, or say why they differ: difference = { zh = "…", en = "…" }`))
		case exceeds(total, sum) && m.RollUp != report.RollUpNone:
			l.Add(diag.At(latest.Pos, "the projects add up to %s, but the total is stated as %s", sum.Number, total.Number).
				WithHint(`take the stated value out, take roll_up out, or say why they differ: difference = { zh = "…", en = "…" }`))
		}
	}
	return l
}
