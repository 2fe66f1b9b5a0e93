package check

import (
	"fmt"
	"slices"

	"gongshi/internal/diag"
	"gongshi/internal/locale"
	"gongshi/internal/report"
)

// changesDeclared reports published numbers that have changed, or have gone,
// without a correction that says so.
func changesDeclared(s *report.Site) diag.List {
	var l diag.List
	for _, was := range s.Published {
		m, ok := s.Metrics.Get(was.Metric)
		if !ok {
			gone := diag.At(diag.Pos{File: report.PublishedFile}, "metric %q was published and is gone; what was published stays", was.Metric).
				WithHint("put the metric back; if it is no longer followed, say so in its definition")
			gone.Sought = inMetrics
			l.Add(gone)
			continue
		}
		if other := sameFigure(m, was); len(other) > 0 {
			l.Append(other)
			continue
		}
		if s.Faulty(m) {
			continue // what could not be read may be just what seems to be gone
		}
		l.Append(correctionsKept(m, was))
		for _, n := range was.Numbers {
			l.Append(changeDeclared(s, m, was, n))
		}
	}
	return l
}

// sameFigure reports a metric that has become another thing under the same id.
func sameFigure(m *report.Metric, was report.Published) diag.List {
	var l diag.List
	const hint = "give the new figure an id of its own, and put this one back"
	if (m.Kind == report.Ratio) != (was.Kind == report.Ratio) {
		l.Add(diag.At(m.Pos, "metric %q was published as a %s, and is a %s now", m.ID, was.Kind, m.Kind).WithHint(hint))
	}
	if was.Currency != "" && m.Currency.Set() && m.Currency.ID != was.Currency {
		l.Add(diag.At(m.Pos, "metric %q was published in %q, and is in %q now", m.ID, was.Currency, m.Currency.ID).WithHint(hint))
	}
	return l
}

// correctionsKept reports published corrections that have gone: the record of
// what was changed is published too.
func correctionsKept(m *report.Metric, was report.Published) diag.List {
	var l diag.List
	for _, c := range was.Corrections {
		if !slices.ContainsFunc(m.Corrections, c.Same) {
			l.Add(diag.At(m.Pos, "metric %q was published with a correction of %s: the %s was %s; it is gone, or says something else", m.ID, c.Date, named(c.Subject()), c.Was).
				WithHint(`put corrections."%s" back as it was; a further change is a further correction`, c.Date))
		}
	}
	return l
}

// changeDeclared reports a published number that has changed, or has gone,
// without a correction.
func changeDeclared(s *report.Site, m *report.Metric, was report.Published, n report.PublishedNumber) diag.List {
	var l diag.List
	now, ok := s.Now(m, n.Subject)
	switch {
	case n.IsValue() && follows(s, m, was, ok):
	case !ok:
		l.Add(diag.At(m.Pos, "metric %q was published with %s as its %s, and has none any more", m.ID, n.Number, named(n.Subject)).
			WithHint("put it back; if it was wrong, write the right number and a correction"))
	case sameNumber(m, now, n), declared(m, was, n):
	default:
		if c, ok := misstated(m, was, n); ok {
			l.Add(diag.At(c.WasPos, "correction of %s says that the %s was %s, but %s was published", c.Date, named(n.Subject), bounded(c.Was, c.Bound), bounded(n.Number, n.Bound)).
				WithSee(diag.Pos{File: report.PublishedFile}).WithHint("write %s in this correction", wasOf(n)))
			break
		}
		l.Add(diag.At(now.Pos, "metric %q was published with %s as its %s; a change of it must be declared", m.ID, n.Number, named(n.Subject)).
			WithHint(`add corrections."<date of the change>" = { %s, kind = "correction", reason = { zh = "…", en = "…" } }; kind = "revision" if better data came in`, asCorrection(n)))
	}
	return l
}

// follows reports whether a value is made from others, so that what is to be
// declared is the change of those: a ratio from its parts, a sum from projects.
func follows(s *report.Site, m *report.Metric, was report.Published, found bool) bool {
	if m.Kind == report.Ratio {
		return slices.EqualFunc(m.Of, was.Of, func(part report.Ref, id string) bool { return part.ID == id })
	}
	if m.RollUp == report.RollUpNone || len(m.Values) > 0 {
		return false
	}
	unread := func(p *report.Project) bool { return p.Broken }
	return !found || slices.ContainsFunc(slices.Collect(s.Projects.All()), unread) // it has moved to a newer date, or cannot be told
}

// sameNumber reports whether a number is as it was published.
func sameNumber(m *report.Metric, now report.Observation, was report.PublishedNumber) bool {
	if m.Kind == report.Ratio && was.IsValue() {
		return now.Value.Share.Part.Cmp(was.Share.Part) == 0 && now.Value.Share.Whole.Cmp(was.Share.Whole) == 0
	}
	return !now.Value.Missing && now.Value.Number.Cmp(was.Number) == 0 && now.Value.Bound == was.Bound
}

// declared reports whether a metric says of a published number that it changed,
// in a correction that was not published before: an old one is of an old change.
func declared(m *report.Metric, was report.Published, n report.PublishedNumber) bool {
	return slices.ContainsFunc(m.Corrections, func(c report.Correction) bool {
		return c.Changes(n.Subject, n.Number, n.Bound) && !slices.ContainsFunc(was.Corrections, c.Same)
	})
}

// asCorrection writes which number was changed, and what it was, as a correction
// does.
func asCorrection(n report.PublishedNumber) string {
	text := "as_of = " + n.AsOf.String()
	switch {
	case n.Target:
		text = "target = " + n.AsOf.String()
	case n.By != "":
		text += ", " + string(n.By) + ` = "` + n.Term + `"`
	}
	return text + ", " + wasOf(n)
}

// wasOf writes what a number was, as a correction does.
func wasOf(n report.PublishedNumber) string {
	if n.Bound == locale.Exact {
		return "was = " + n.Number.String()
	}
	return fmt.Sprintf("was = %s, bound = %q", n.Number, n.Bound)
}

// bounded names a number with its bound.
func bounded(d locale.Decimal, bound locale.Bound) string {
	if bound == locale.Exact {
		return d.String()
	}
	return string(bound) + " " + d.String()
}

// misstated returns a new correction of a published number that says that it was
// another.
func misstated(m *report.Metric, was report.Published, n report.PublishedNumber) (report.Correction, bool) {
	i := slices.IndexFunc(m.Corrections, func(c report.Correction) bool {
		return c.Subject() == n.Subject && !slices.ContainsFunc(was.Corrections, c.Same)
	})
	if i < 0 {
		return report.Correction{}, false
	}
	return m.Corrections[i], true
}
