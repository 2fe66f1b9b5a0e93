package check

import (
	"gongshi/internal/diag"
	"gongshi/internal/locale"
	"gongshi/internal/report"
)

// changesDeclared reports published values that have changed, or have gone,
// without a correction that says so.
func changesDeclared(s *report.Site) diag.List {
	var l diag.List
	for _, was := range s.Published {
		m, ok := s.Metrics.Get(was.Metric)
		if !ok {
			l.Add(diag.At(diag.Pos{File: report.PublishedFile}, "metric %q was published and is gone; what was published stays", was.Metric).
				WithHint("put the metric back; if it is no longer followed, say so in its definition"))
			continue
		}
		now, ok := s.ValueAt(m, was.AsOf)
		switch {
		case !ok && m.RollUp != report.RollUpNone && len(m.Values) == 0: // it has moved to a newer date
		case !ok:
			l.Add(diag.At(m.Pos, "metric %q was published as %s as of %s, and has no value then any more", m.ID, was.Number, was.AsOf).
				WithHint(`put values."%s" back; if it was wrong, write the right value and a correction`, was.AsOf))
		case !now.Value.Missing && now.Value.Number.Cmp(was.Number) == 0 && now.Value.Bound == was.Bound:
		case !declared(m, was):
			l.Add(diag.At(now.Pos, "metric %q was published as %s as of %s; a change of it must be declared", m.ID, was.Number, was.AsOf).
				WithHint(`add corrections."<date of the change>" = { as_of = %s, was = %s, kind = "correction", reason = { zh = "…", en = "…" } }; kind = "revision" if better data came in`, was.AsOf, boundedWas(was)))
		}
	}
	return l
}

// boundedWas writes what a value was, with its bound if it had one.
func boundedWas(was report.PublishedValue) string {
	if was.Bound == locale.Exact {
		return was.Number.String()
	}
	return was.Number.String() + `, bound = "` + string(was.Bound) + `"`
}

// declared reports whether a metric says of a published value that it changed.
func declared(m *report.Metric, was report.PublishedValue) bool {
	for _, c := range m.Corrections {
		if c.AsOf.Date == was.AsOf && c.Was.Cmp(was.Number) == 0 && c.Bound == was.Bound {
			return true
		}
	}
	return false
}
