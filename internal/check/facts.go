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
		if s.Unread[p.Pos.File] {
			continue
		}
		l.Append(projectTerms(s, p))
		l.Append(projectCounts(s, p))
		l.Append(projectDates(s, p))
		l.Append(projectSchedule(s, p))
		l.Append(projectMilestones(p))
		l.Append(projectMerger(s, p))
		for _, d := range p.Deliver {
			l.Append(delivered(s, p, d))
		}
	}
	l.Append(completionAgrees(s))
	return l
}

// projectMerger reports a merged project that does not say which one goes on with
// it, and one that was not merged and does.
func projectMerger(s *report.Site, p *report.Project) (l diag.List) {
	into, merged := p.MergedInto, p.Status.ID == string(report.Merged)
	switch {
	case merged && !into.Set():
		l.Add(diag.At(p.Status.Pos, "project is merged, but does not say into which").WithHint(`add merged_into = "…", the folder of the project that goes on with it`))
	case into.Set() && !merged && p.Status.Set():
		l.Add(diag.At(into.Pos, "project names one that it was merged into, but its status is %q", p.Status.ID).WithSee(p.Status.Pos))
	case into.ID == p.Slug:
		l.Add(diag.At(into.Pos, "project is merged into itself"))
	case into.Set() && !s.Projects.Has(into.ID):
		l.Add(diag.Unknown(into.Pos, into.ID, "project", "content/projects", s.Projects.IDs()))
	}
	return l
}

// delivered reports a promise that cannot be followed, and results that cannot be
// added up.
func delivered(s *report.Site, p *report.Project, d report.Delivery) diag.List {
	var l diag.List
	m, ok := s.Metrics.Get(d.Metric.ID)
	switch {
	case !ok:
		l.Add(diag.Unknown(d.Metric.Pos, d.Metric.ID, "metric", inMetrics, s.Metrics.IDs()))
		return l
	case m.Kind == report.Ratio:
		l.Add(diag.At(d.Metric.Pos, "%q is a ratio, which is computed; a project delivers counts, amounts and measures", m.ID).WithSee(m.Pos))
		return l
	}
	l.Append(targetFits(m, d.Target, d.LowerIsBetter, d.TargetPos))
	l.Append(valueSources(s, d.Values, p.Source))
	for _, o := range d.Values {
		l.Append(resultFits(m, o))
	}
	for _, c := range p.Counts {
		if c.Metric.ID == m.ID {
			l.Add(diag.At(c.Metric.Pos, "%q stands below [counts] and is delivered as well; its result would count twice", m.ID).WithSee(d.Metric.Pos))
		}
	}
	return l
}

// resultFits reports a result that cannot be added up with others.
func resultFits(m *report.Metric, o report.Observation) diag.List {
	var l diag.List
	if o.Status == report.Revised {
		l.Add(diag.At(o.Pos, "result of %q is said to be revised; allowed for a project's results are provisional, final", m.ID).
			WithHint("the record of changes is kept with the metric: correct its value there"))
	}
	if o.Value.Missing {
		return l
	}
	l.Append(numberFits(m, o.Value.Number, o.Pos))
	if o.Value.Bound != locale.Exact {
		l.Add(diag.At(o.Pos, "result of %q has a bound; results are added up, so each must be exact", m.ID))
	}
	if o.Value.Number.Sign() < 0 && m.Kind != report.Count { // of a count, numberFits says so
		l.Add(diag.At(o.Pos, "result of %q is %s; what a project delivers is 0 or more", m.ID, o.Value.Number))
	}
	return l
}

// projectSchedule reports a delay without a reason, and a schedule that the dates
// belie. A delay that follows from the dates alone, as may happen when the site's date
// moves on, is noted.
func projectSchedule(s *report.Site, p *report.Project) diag.List {
	var l diag.List
	switch state := p.Schedule.State; {
	case state == "" && p.Schedule.Reason.Written():
		l.Add(diag.At(p.Schedule.Pos, "schedule gives a reason, but no state; allowed are ahead, on-time, behind"))
	case state == report.Behind && !p.Schedule.Reason.Written():
		l.Add(diag.At(p.Schedule.Pos, "project is behind its plan, but gives no reason").WithHint(`add reason = { zh = "…", en = "…" } below [schedule]`))
	case state == "" && s.Late(p) && !today(s).IsZero():
		l.Add(diag.At(p.Due.Pos, "project was due on %s, and is behind its plan, but gives no reason", p.Due).
			WithHint(`write [schedule] at the end of the file, and below it state = "behind" and reason = { zh = "…", en = "…" }`).AsNotice())
	case state != "" && state != report.Behind && s.Overdue(p) && !today(s).IsZero():
		l.Add(diag.At(p.Schedule.Pos, "schedule says %s, but the project was due on %s, and the site speaks of %s", state, p.Due, s.AsOf()).WithSee(p.Due.Pos).
			WithHint(`write state = "behind" and the reason; if it is completed, change its status`))
	case state != "" && p.Status.ID == string(report.Completed) && !p.Completed.IsZero() && !p.Due.IsZero() && !meets(state, p):
		l.Add(diag.At(p.Schedule.Pos, "schedule says %s, but the project was due on %s and completed on %s", state, p.Due, p.Completed).WithSee(p.Due.Pos).
			WithHint("of a project that is completed, only its two dates say how it stood; correct the state or the dates"))
	}
	return l
}

// meets reports whether a state is what the dates of a completed project say: ahead
// before the day it was due, on time up to that day, behind after it.
func meets(state report.ScheduleState, p *report.Project) bool {
	after := p.Completed.Compare(p.Due.Date)
	switch state {
	case report.Ahead:
		return after < 0
	case report.OnTime:
		return after <= 0
	}
	return after > 0
}

// projectMilestones reports steps that are said to have been reached while the project
// was not under way, which may be so (a permit, an inspection), and steps that are
// planned of a project which takes none any more.
func projectMilestones(p *report.Project) diag.List {
	var l diag.List
	const hint = "correct one of the two dates; if both are right, leave the step to the text"
	for _, m := range p.Milestones {
		switch {
		case !p.Started.IsZero() && m.Date.Compare(p.Started.Date) < 0:
			l.Add(diag.At(m.Pos, "milestone was reached on %s, before the project started on %s", m.Date, p.Started).WithSee(p.Started.Pos).WithHint(hint).AsNotice())
		case !p.Completed.IsZero() && m.Date.Compare(p.Completed.Date) > 0:
			l.Add(diag.At(m.Pos, "milestone was reached on %s, after the project was completed on %s", m.Date, p.Completed).WithSee(p.Completed.Pos).WithHint(hint).AsNotice())
		}
	}
	over := []report.Status{report.Completed, report.Stopped, report.Merged}
	if slices.Contains(over, report.Status(p.Status.ID)) {
		for _, m := range p.Planned {
			l.Add(diag.At(m.Pos, "milestone is planned for %s, but the status is %q", m.Date, p.Status.ID).WithSee(p.Status.Pos).
				WithHint("take it out of [planned], or correct the status"))
		}
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

// projectDates reports dates that contradict one another, the status, or the date
// that the site speaks of: nobody can have published then what came later.
func projectDates(s *report.Site, p *report.Project) diag.List {
	var l diag.List
	started, completed := p.Started, p.Completed
	if !started.IsZero() && !completed.IsZero() && completed.Compare(started.Date) < 0 {
		l.Add(diag.At(completed.Pos, "completed on %s, before it started on %s", completed, started).WithSee(started.Pos))
	}
	if !started.IsZero() && !p.Due.IsZero() && p.Due.Compare(started.Date) < 0 {
		l.Add(diag.At(p.Due.Pos, "due on %s, before it started on %s", p.Due, started).WithSee(started.Pos))
	}
	if p.Status.ID == string(report.Completed) && completed.Pos == (diag.Pos{}) {
		l.Add(diag.At(p.Status.Pos, "project is completed, but does not say when").
			WithHint(`add completed = 2024-10-20, or completed = "not-published" if nobody has published the date`))
	}
	if (!completed.IsZero() || completed.Unpublished) && p.Status.ID != string(report.Completed) && p.Status.Set() {
		l.Add(diag.At(p.Status.Pos, "status is %q, but the project has a date of completion", p.Status.ID).WithSee(completed.Pos))
	}
	l.Append(datesToCome(s, p))
	return l
}

// datesToCome reports what is said to have happened after the date that the site
// speaks of, and what has not begun although its day has come.
func datesToCome(s *report.Site, p *report.Project) diag.List {
	var l diag.List
	now, waiting := today(s), p.Status.ID == string(report.NotStarted)
	if now.IsZero() {
		return l // without a source, which is reported
	}
	const hint = "if there is a newer source, add it; else write date = … in config.toml"
	if p.Completed.Compare(now) > 0 {
		l.Add(diag.At(p.Completed.Pos, "completed on %s, but the site speaks of %s", p.Completed, now).WithHint(hint))
	}
	for _, m := range p.Milestones {
		if m.Date.Compare(now) > 0 {
			l.Add(diag.At(m.Pos, "milestone was reached on %s, but the site speaks of %s", m.Date, now).WithHint("if it is still to come, put it below [planned]"))
		}
	}
	for _, m := range p.Planned {
		if m.Date.Compare(now) <= 0 {
			l.Add(diag.At(m.Pos, "milestone was planned for %s, and the site speaks of %s", m.Date, now).
				WithHint("if it was reached, put it below [milestones]; if not, give its new date, and say why in [schedule]"))
		}
	}
	switch future := p.Started.Compare(now) > 0; {
	case p.Started.IsZero() || !p.Status.Set():
	case waiting && !future:
		l.Add(diag.At(p.Status.Pos, "status is %q, but the project started on %s", p.Status.ID, p.Started).WithSee(p.Started.Pos))
	case future && !waiting:
		l.Add(diag.At(p.Started.Pos, "started on %s, but the site speaks of %s", p.Started, now).WithHint(hint))
	}
	return l
}

// today returns the date that the site speaks of, or the zero date when the date of
// a source cannot be read: it might be the newest.
func today(s *report.Site) locale.Date {
	for src := range s.Sources.All() {
		if s.Date.IsZero() && src.Date.IsZero() {
			return locale.Date{}
		}
	}
	return s.AsOf()
}

// completionAgrees compares the completion rate on the home page with the projects
// that are described here: of neither sort can these be more than there are. One that
// is not completed may have been begun here before anybody counts it, and a site that
// has a newer source may not have the newer rate yet: then it is a notice.
func completionAgrees(s *report.Site) diag.List {
	var l diag.List
	m, ok := s.Metrics.Get(s.Home.Headline.ID)
	if !ok {
		return l
	}
	rate, ok := s.Latest(m)
	if !ok || m.Kind != report.Ratio || s.Faulty(m) {
		return l // which is reported
	}
	done, open := s.CompletedBy(rate)
	compare := func(projects []*report.Project, are string, most locale.Decimal, notice bool) {
		if locale.Int(int64(len(projects))).Cmp(most) <= 0 || len(projects) == 0 {
			return
		}
		problem := diag.At(latest(projects).Status.Pos, "%d of the projects here are %s as of %s (%s); by %q there are %s", len(projects), are, rate.AsOf, slugs(projects), m.ID, most).WithSee(m.Pos).
			WithHint("if one of them is newer than the rate, give it its newer source or the day on which it started, or add newer values of %s and %s; else correct its status, or those values", m.Of[0].ID, m.Of[1].ID)
		problem.Notice = notice || s.NewestSource().Compare(s.Told(rate)) > 0
		l.Add(problem)
	}
	share := rate.Value.Share
	compare(done, "completed", share.Part, false)
	if rest := share.Whole.Sub(share.Part); rest.Sign() >= 0 { // else the rate is reported
		compare(open, "not completed", rest, true)
	}
	return l
}

// latest returns the project that is likely to be the newest: one of which nobody
// knows yet when it started, or else the one that started last.
func latest(projects []*report.Project) *report.Project {
	last := projects[0]
	for _, p := range projects[1:] {
		if p.Started.IsZero() || !last.Started.IsZero() && p.Started.Compare(last.Started.Date) >= 0 {
			last = p
		}
	}
	return last
}

// slugs names projects, if they are few enough to read.
func slugs(projects []*report.Project) string {
	const readable = 6
	var names []string
	for i, p := range projects {
		if i == readable {
			return strings.Join(names, ", ") + ", …"
		}
		names = append(names, p.Slug)
	}
	return strings.Join(names, ", ")
}
