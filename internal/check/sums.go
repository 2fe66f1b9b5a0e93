package check

import (
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
			l.Append(addsUp(s, m, b))
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

func addsUp(s *report.Site, m *report.Metric, b report.Breakdown) diag.List {
	var l diag.List
	total, ok := s.ValueAt(m, b.AsOf)
	if !ok || total.Value.Missing {
		l.Add(diag.At(b.Pos, "metric %q is broken down by %s as of %s, but has no total then", m.ID, b.Kind, b.AsOf))
		return l
	}
	rest, declared := m.Rest[b.Kind]
	switch order := b.Sum().Cmp(total.Value.Number); {
	case order > 0:
		l.Add(diag.At(b.Pos, "the parts by %s add up to %s, more than the total of %s", b.Kind, b.Sum(), total.Value.Number).WithSee(total.Pos))
	case order < 0 && !declared:
		l.Add(diag.At(b.Pos, "the parts by %s add up to %s, but the total is %s", b.Kind, b.Sum(), total.Value.Number).WithSee(total.Pos).
			WithHint(`if the rest is not known by %s, say so: rest.%s = { zh = "…", en = "…" }`, b.Kind, b.Kind))
	case order == 0 && declared:
		l.Add(diag.At(rest.Pos, "a rest by %s is declared, but the parts add up to the total of %s", b.Kind, total.Value.Number).WithSee(b.Pos))
	}
	return l
}

// projectsAddUp compares what projects contribute with the totals that are
// stated: less is coverage, which the site says; more is a fault, unless the
// difference is declared with a reason.
func projectsAddUp(s *report.Site) diag.List {
	var l diag.List
	for m := range s.Metrics.All() {
		tally := s.Tally(m)
		latest, ok := s.Latest(m)
		if len(tally.Projects) == 0 || !ok || latest.Value.Missing || m.Kind == report.Ratio || len(m.Values) == 0 {
			continue
		}
		sum, total := tally.Sum, latest.Value.Number
		if m.RollUp == report.RollUpCount {
			sum = locale.Int(int64(len(tally.Projects)))
		}
		declared := m.Difference.Written()
		switch order := sum.Cmp(total); {
		case order == 0 && declared:
			l.Add(diag.At(m.Difference.Pos, "a difference is declared, but the projects add up to the total of %s", total).WithSee(latest.Pos))
		case order > 0 && !declared:
			l.Add(diag.At(latest.Pos, "the projects add up to %s, more than the total of %s", sum, total).
				WithSee(tally.Projects[0].Pos).WithHint(`correct the one or the other, or say why they differ: difference = { zh = "…", en = "…" }`))
		case order < 0 && !declared && m.RollUp != report.RollUpNone:
			l.Add(diag.At(latest.Pos, "the projects add up to %s, but the total is stated as %s", sum, total).
				WithHint(`take the stated value out, take roll_up out, or say why they differ: difference = { zh = "…", en = "…" }`))
		}
	}
	return l
}
