package check

import (
	"slices"
	"strings"

	"gongshi/internal/diag"
	"gongshi/internal/locale"
	"gongshi/internal/report"
)

func vocabularySound(s *report.Site) diag.List {
	var l diag.List
	for _, kind := range report.TermKinds {
		for t := range s.Vocabulary[kind].All() {
			if !t.Name.Written() {
				l.Add(diag.At(t.Pos, "%s %q has no name", kind, t.ID))
			}
		}
	}
	for t := range s.Vocabulary[report.StatusTerm].All() {
		if !slices.Contains(report.Statuses, report.Status(t.ID)) {
			l.Add(diag.At(t.Pos, "status %q is not known; allowed are %s", t.ID, statuses()).WithHint("%s", diag.Suggest(t.ID, strings.Split(statuses(), ", "))))
		}
	}
	for t := range s.Glossary.All() {
		if !t.Name.Written() {
			l.Add(diag.At(t.Pos, "word %q of the glossary has no name", t.ID))
		}
	}
	areas := s.Vocabulary[report.Area]
	for t := range areas.All() {
		if t.Parent.Set() && !areas.Has(t.Parent.ID) {
			l.Add(diag.Unknown(t.Parent.Pos, t.Parent.ID, "area", inVocabulary, areas.IDs()))
		} else if withinItself(areas, t) {
			l.Add(diag.At(t.Parent.Pos, "area %q lies in itself, by way of its parents", t.ID))
		}
	}
	return l
}

func statuses() string {
	words := make([]string, len(report.Statuses))
	for i, st := range report.Statuses {
		words[i] = string(st)
	}
	return strings.Join(words, ", ")
}

// withinItself reports whether an area's parents lead back to it.
func withinItself(areas *report.Index[*report.Term], t *report.Term) bool {
	at := t
	for range areas.Len() {
		parent, ok := areas.Get(at.Parent.ID)
		if !ok {
			return false
		}
		if parent == t {
			return true
		}
		at = parent
	}
	return false
}

func sourcesComplete(s *report.Site) diag.List {
	var l diag.List
	for src := range s.Sources.All() {
		missing := func(written bool, key string) {
			if !written {
				l.Add(diag.At(src.Pos, "source %q has no %s", src.ID, key))
			}
		}
		missing(src.Title.Written(), "title")
		missing(src.Publisher.Written(), "publisher")
		missing(src.Date.Pos != diag.Pos{}, "date")
		if src.URL != "" && !webAddress(src.URL) {
			l.Add(diag.At(src.URLPos, "url %q is not an address; it begins with https:// or http://", src.URL))
		}
	}
	return l
}

func projectsSound(s *report.Site) diag.List {
	var l diag.List
	for p := range s.Projects.All() {
		if p.Broken {
			continue
		}
		l.Append(projectTerms(s, p))
		l.Append(projectCounts(s, p))
		l.Append(projectDates(p))
		l.Append(projectPlan(s, p))
	}
	return l
}

// projectPlan reports promises that cannot be followed, and a delay without a
// reason.
func projectPlan(s *report.Site, p *report.Project) diag.List {
	var l diag.List
	for _, d := range p.Deliver {
		m, ok := s.Metrics.Get(d.Metric.ID)
		switch {
		case !ok:
			l.Add(diag.Unknown(d.Metric.Pos, d.Metric.ID, "metric", inMetrics, s.Metrics.IDs()))
			continue
		case m.Kind == report.Ratio:
			l.Add(diag.At(d.Metric.Pos, "%q is a ratio, which is computed; a project delivers counts, amounts and measures", m.ID).WithSee(m.Pos))
			continue
		}
		l.Append(numberFits(m, d.Target, d.Metric.Pos))
		if d.Target.Sign() <= 0 {
			l.Add(diag.At(d.Metric.Pos, "target of %q is %s; it must be more than 0", d.Metric.ID, d.Target))
		}
		for _, o := range d.Values {
			if !o.Value.Missing {
				l.Append(numberFits(m, o.Value.Number, o.Pos))
			}
			if o.Value.Bound != locale.Exact {
				l.Add(diag.At(o.Pos, "result of %q has a bound; results are added up, so each must be exact", d.Metric.ID))
			}
		}
		for _, c := range p.Counts {
			if c.Metric.ID == d.Metric.ID {
				l.Add(diag.At(c.Metric.Pos, "%q stands below [counts] and is delivered as well; its result would count twice", c.Metric.ID).WithSee(d.Metric.Pos))
			}
		}
	}
	if p.Schedule.State == "" && p.Schedule.Reason.Written() {
		l.Add(diag.At(p.Schedule.Pos, "schedule gives a reason, but no state; allowed are ahead, on-time, behind"))
	}
	if p.Schedule.State == report.Behind && !p.Schedule.Reason.Written() {
		l.Add(diag.At(p.Schedule.Pos, "project is behind its plan, but gives no reason").WithHint(`add reason = { zh = "…", en = "…" } below [schedule]`))
	}
	return l
}

// projectTerms reports what a project names and nothing defines.
func projectTerms(s *report.Site, p *report.Project) diag.List {
	var l diag.List
	term := func(kind report.TermKind, ref report.Ref) {
		if !ref.Set() || s.Vocabulary[kind].Has(ref.ID) {
			return
		}
		p := diag.Unknown(ref.Pos, ref.ID, string(kind), inVocabulary, s.Vocabulary[kind].IDs())
		if kind == report.StatusTerm && slices.Contains(report.Statuses, report.Status(ref.ID)) {
			p = p.WithHint("add [status.%s] with a name in each language to %s", ref.ID, inVocabulary)
		}
		l.Add(p)
	}
	term(report.Level, p.Level)
	term(report.Category, p.Category)
	term(report.Area, p.Area)
	term(report.StatusTerm, p.Status)
	term(report.Organisation, p.LeadBody)
	for _, ref := range p.Support {
		term(report.Organisation, ref)
	}
	if !p.Status.Set() {
		l.Add(diag.At(p.Pos, "project has no status; allowed are %s", statuses()).
			WithHint("write status = %q if it has not been published how far the project is", report.Unpublished))
	}
	switch {
	case !p.Source.Set():
		l.Add(diag.At(p.Pos, "project has no source").WithHint(`add source = "…", an id of %s`, inSources))
	case !s.Sources.Has(p.Source.ID):
		l.Add(diag.Unknown(p.Source.Pos, p.Source.ID, "source", inSources, s.Sources.IDs()))
	}
	return l
}

func projectCounts(s *report.Site, p *report.Project) diag.List {
	var l diag.List
	for _, c := range p.Counts {
		m, ok := s.Metrics.Get(c.Metric.ID)
		switch {
		case !ok:
			l.Add(diag.Unknown(c.Metric.Pos, c.Metric.ID, "metric", inMetrics, s.Metrics.IDs()))
		case m.Kind == report.Ratio:
			l.Add(diag.At(c.Metric.Pos, "%q is a ratio, which is computed; a project contributes to counts, amounts and measures", m.ID).WithSee(m.Pos))
		default:
			l.Append(numberFits(m, c.Number, c.Metric.Pos))
		}
	}
	return l
}

func projectDates(p *report.Project) diag.List {
	var l diag.List
	started, completed := p.Started, p.Completed
	if !started.IsZero() && !completed.IsZero() && completed.Compare(started.Date) < 0 {
		l.Add(diag.At(completed.Pos, "completed on %s, before it started on %s", completed, started).WithSee(started.Pos))
	}
	if !started.IsZero() && !p.Due.IsZero() && p.Due.Compare(started.Date) < 0 {
		l.Add(diag.At(p.Due.Pos, "due on %s, before it started on %s", p.Due, started).WithSee(started.Pos))
	}
	if p.Status.ID == string(report.Completed) && completed.IsZero() && !completed.Unpublished {
		l.Add(diag.At(p.Status.Pos, "project is completed, but does not say when").
			WithHint(`add completed = 2024-10-20, or completed = "not-published" if nobody has published the date`))
	}
	if (!completed.IsZero() || completed.Unpublished) && p.Status.ID != string(report.Completed) && p.Status.Set() {
		l.Add(diag.At(p.Status.Pos, "status is %q, but the project has a date of completion", p.Status.ID).WithSee(completed.Pos))
	}
	return l
}
