package check

import (
	"slices"

	"gongshi/internal/diag"
	"gongshi/internal/report"
)

// correctionsSound reports corrections of numbers that there are not, or that
// change nothing.
func correctionsSound(s *report.Site, m *report.Metric) diag.List {
	var l diag.List
	for i, c := range m.Corrections {
		if !c.Reason.Written() {
			l.Add(diag.At(c.Pos, "correction of %s gives no reason", c.Date).WithHint(`add reason = { zh = "…", en = "…" }`))
		}
		if c.Kind == "" {
			l.Add(diag.At(c.Pos, "correction of %s has no kind; allowed are revision (better data), correction (a mistake)", c.Date))
		}
		now, ok := s.Now(m, c.Subject())
		switch {
		case c.Date.Compare(today(s)) > 0 && !today(s).IsZero():
			l.Add(diag.At(c.Pos, "correction of %s is newer than the date that the site speaks of, %s", c.Date, today(s)).
				WithHint("if the day is right, write date = %s in config.toml", c.Date))
		case !ok && s.Faulty(m): // the value may be just what could not be read
		case !ok:
			l.Add(diag.At(c.Pos, "correction of %s is of the %s, but there is none", c.Date, named(c.Subject())).
				WithHint("write as_of = and the date of the value that was changed"))
		case !c.Target && c.Date.Compare(c.AsOf.Date) < 0:
			l.Add(diag.At(c.Pos, "correction of %s is older than the value as of %s", c.Date, c.AsOf.Date).WithSee(now.Pos))
		case changesNothing(m, now, c) && !correctedAgain(m, i):
			l.Add(diag.At(c.Pos, "correction of %s says that the %s was %s, which it still is", c.Date, named(c.Subject()), c.Was).WithSee(now.Pos))
		}
	}
	return l
}

func changesNothing(m *report.Metric, now report.Observation, c report.Correction) bool {
	computed := m.Kind == report.Ratio && c.Subject().IsValue()
	return !computed && !now.Value.Missing && c.Changes(c.Subject(), now.Value.Number, now.Value.Bound)
}

// correctedAgain reports whether a later correction is of the same number: then
// that number may well be again what it once was.
func correctedAgain(m *report.Metric, i int) bool {
	return slices.ContainsFunc(m.Corrections[i+1:], func(c report.Correction) bool { return c.Subject() == m.Corrections[i].Subject() })
}

// named says in words which number of a metric is meant.
func named(of report.Subject) string {
	switch {
	case of.Target:
		return "target by " + of.AsOf.String()
	case of.By != "":
		return "value for " + string(of.By) + ` "` + of.Term + `" as of ` + of.AsOf.String()
	}
	return "value as of " + of.AsOf.String()
}
