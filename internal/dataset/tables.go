package dataset

import (
	"slices"
	"strconv"

	"gongshi/internal/locale"
	"gongshi/internal/report"
)

// Page is what the data says of a project's page in one language.
type Page struct {
	Address        string // the whole one
	Title, Summary string // without markup; a page may have no summary
}

// Pages tells of a project's page in a language.
type Pages func(*locale.Language, *report.Project) Page

// Tables makes all tables of a site, in the order of [route.TableNames].
func Tables(s *report.Site, pages Pages) []Table {
	return []Table{
		Projects(s, slices.Collect(s.Projects.All()), pages),
		contributions(s),
		Metrics(s, slices.Collect(s.Metrics.All())),
		targets(s),
		breakdowns(s),
		corrections(s),
		vocabulary(s),
		sources(s),
	}
}

// ProjectsCSV writes some projects, a line for each, in the order given.
func ProjectsCSV(s *report.Site, projects []*report.Project, pages Pages) ([]byte, error) {
	return Projects(s, projects, pages).CSV()
}

// Projects is the table of some projects, a line for each, in the order given. What
// they contribute to metrics is a table of its own.
func Projects(s *report.Site, projects []*report.Project, pages Pages) Table {
	type thing = *report.Project
	term := func(name string, kind report.TermKind) []field[thing] {
		ref := func(p thing) report.Ref { return p.Term(kind) }
		id := within("vocabulary", "id", one(name, Text, func(p thing) string { return ref(p).ID }))
		return slices.Concat(id, names(s, name, kind, ref))
	}
	day := func(name string, of func(thing) report.Day) []field[thing] {
		return one(name, Date, func(p thing) string { return of(p).String() })
	}
	return tableOf("projects", []string{"project"}, projects,
		required(one("project", Text, func(p thing) string { return p.Slug })),
		each(s, "title", Text, func(l *locale.Language, p thing) string { return pages(l, p).Title }),
		term("level", report.Level),
		term("category", report.Category),
		term("area", report.Area),
		means("progress", term("status", report.StatusTerm)),
		among(report.ScheduleStates, one("schedule", Text, func(p thing) string { return string(standing(s, p)) })),
		texts(s, "schedule_reason", func(p thing) report.Text { return p.Schedule.Reason }),
		required(one("overdue", Flag, func(p thing) string { return strconv.FormatBool(s.Overdue(p)) })),
		day("started", func(p thing) report.Day { return p.Started }),
		day("due", func(p thing) report.Day { return p.Due }),
		day("completed", func(p thing) report.Day { return p.Completed }),
		texts(s, "lead", func(p thing) report.Text { return p.Lead }),
		term("lead_body", report.Organisation),
		within("projects", "project", one("merged_into", Text, func(p thing) string { return p.MergedInto.ID })),
		within("sources", "id", one("source", Text, func(p thing) string { return p.Source.ID })),
		one("as_of", Date, func(p thing) string { return dated(s, p) }),
		each(s, "page", URL, func(l *locale.Language, p thing) string { return pages(l, p).Address }),
	)
}

// dated returns the date of what is said of a project: that of its source.
func dated(s *report.Site, p *report.Project) string {
	if src, ok := s.Sources.Get(p.Source.ID); ok {
		return src.Date.String()
	}
	return ""
}

// contribution is a quantity of a project at one date.
type contribution struct {
	project *report.Project
	metric  *report.Metric
	value   report.Observation
	target  string
	lower   bool
}

// contributed lists the quantities of a project, by metric and date: those that it
// counted, and those that it promised, with the result. Of a promise without a
// result, it is known as of the project's source that there is none.
func contributed(s *report.Site, p *report.Project) []contribution {
	var list []contribution
	for _, c := range p.Counts {
		m, _ := s.Metrics.Get(c.Metric.ID)
		list = append(list, contribution{project: p, metric: m, value: s.Own(p, c)})
	}
	for _, d := range p.Deliver {
		m, _ := s.Metrics.Get(d.Metric.ID)
		values := d.Values
		if len(values) == 0 {
			none := s.Own(p, report.Contribution{Metric: d.Metric})
			none.Value.Missing = true
			values = []report.Observation{none}
		}
		for _, o := range values {
			list = append(list, contribution{p, m, o, d.Target.String(), d.LowerIsBetter})
		}
	}
	return list
}

func contributions(s *report.Site) Table {
	type thing struct {
		contribution
		observation
	}
	var all []thing
	for p := range s.Projects.All() {
		for _, c := range contributed(s, p) {
			all = append(all, thing{c, valueOf(s, c.metric, c.value)})
		}
	}
	return tableOf("contributions", []string{"project", "metric", "as_of"}, all,
		required(within("projects", "project", one("project", Text, func(c thing) string { return c.project.Slug }))),
		required(within("metrics", "metric", one("metric", Text, func(c thing) string { return c.metric.ID }))),
		required(one("as_of", Date, func(c thing) string { return c.AsOf })),
		one("value", Number, func(c thing) string { return c.Value.String() }),
		required(among(dataStatuses, one("status", Text, func(c thing) string { return c.Status }))),
		one("target", Number, func(c thing) string { return c.target }),
		one("lower_is_better", Flag, func(c thing) string { // of a target; without one it says nothing
			if c.target == "" {
				return ""
			}
			return strconv.FormatBool(c.lower)
		}),
		each(s, "unit", Text, func(l *locale.Language, c thing) string { return c.Unit[l.Code] }),
		required(within("sources", "id", one("source", Text, func(c thing) string { return c.Source }))),
	)
}

// targets lists what metrics are to reach. Those of a ratio are in percent.
func targets(s *report.Site) Table {
	type thing struct {
		*report.Metric
		report.Target
	}
	var all []thing
	for m := range s.Metrics.All() {
		for _, t := range m.Targets {
			all = append(all, thing{m, t})
		}
	}
	return tableOf("targets", []string{"metric", "target_by"}, all,
		required(within("metrics", "metric", one("metric", Text, func(t thing) string { return t.ID }))),
		required(one("target_by", Date, func(t thing) string { return t.Target.By.String() })),
		required(one("target", Number, func(t thing) string { return t.Number.String() })),
		required(one("lower_is_better", Flag, func(t thing) string { return strconv.FormatBool(t.LowerIsBetter) })),
	)
}

// breakdowns lists the values of metrics by area and the like.
func breakdowns(s *report.Site) Table {
	type thing struct {
		metric string
		report.Breakdown
		report.TermValue
	}
	var all []thing
	for m := range s.Metrics.All() {
		for _, b := range m.By {
			for _, part := range b.Parts {
				all = append(all, thing{m.ID, b, part})
			}
		}
	}
	return tableOf("breakdowns", []string{"metric", "as_of", "by", "term"}, all,
		required(within("metrics", "metric", one("metric", Text, func(t thing) string { return t.metric }))),
		required(one("as_of", Date, func(t thing) string { return t.AsOf.String() })),
		required(among(report.TermKinds, one("by", Text, func(t thing) string { return string(t.Kind) }))),
		required(within("vocabulary", "id", one("term", Text, func(t thing) string { return t.Term.ID }))),
		each(s, "term", Text, func(l *locale.Language, t thing) string {
			if term, ok := s.Vocabulary[t.Kind].Get(t.Term.ID); ok {
				return term.Name.String(l)
			}
			return ""
		}),
		required(one("value", Number, func(t thing) string { return t.Number.String() })),
	)
}

// subjects says of what sort a corrected number is.
const (
	subjectValue  = "value"
	subjectTarget = "target"
	subjectPart   = "part" // of a breakdown
)

func subject(c report.Correction) string {
	switch {
	case c.Target:
		return subjectTarget
	case c.By != "":
		return subjectPart
	}
	return subjectValue
}

// corrections lists every change of a published number, and what it changed it to.
func corrections(s *report.Site) Table {
	type thing struct {
		*report.Metric
		correction
		subject, now, bound string
		reason              report.Text
	}
	var all []thing
	for m := range s.Metrics.All() {
		for i, c := range m.Corrections {
			now, bound := became(s, m, i)
			all = append(all, thing{m, correct(c), subject(c), now, bound, c.Reason})
		}
	}
	return tableOf("corrections", nil, all,
		required(within("metrics", "metric", one("metric", Text, func(t thing) string { return t.Metric.ID }))),
		required(one("corrected", Date, func(t thing) string { return t.Date })),
		required(one("as_of", Date, func(t thing) string { return t.AsOf })),
		required(among([]string{subjectValue, subjectTarget, subjectPart}, one("subject", Text, func(t thing) string { return t.subject }))),
		among(report.TermKinds, one("by", Text, func(t thing) string { return string(t.correction.By) })),
		within("vocabulary", "id", one("term", Text, func(t thing) string { return t.Term })),
		required(one("was", Number, func(t thing) string { return t.Was.String() })),
		required(among(locale.Bounds, one("was_bound", Text, func(t thing) string { return t.correction.Bound }))),
		one("now", Number, func(t thing) string { return t.now }),
		required(among(locale.Bounds, one("now_bound", Text, func(t thing) string { return t.bound }))),
		required(among(report.CorrectionKinds, one("change", Text, func(t thing) string { return string(t.correction.Kind) }))),
		texts(s, "reason", func(t thing) report.Text { return t.reason }),
	)
}

// became returns what the i-th correction of a metric changed a number to, and its
// bound: what the next correction says that it was or, after the last, what it is.
func became(s *report.Site, m *report.Metric, i int) (number, bound string) {
	if next, ok := m.Next(i); ok {
		was := correct(next)
		return was.Was.String(), was.Bound
	}
	of := m.Corrections[i].Subject()
	now, _ := s.Now(m, of) // check saw to it
	if of.Target {
		return now.Value.Number.String(), exact // of a ratio, in percent
	}
	o := valueOf(s, m, now)
	return o.Value.String(), o.Bound
}

func vocabulary(s *report.Site) Table {
	type thing = *report.Term
	var all []thing
	for _, kind := range report.TermKinds {
		all = slices.AppendSeq(all, s.Vocabulary[kind].All())
	}
	return tableOf("vocabulary", []string{"kind", "id"}, all,
		required(among(report.TermKinds, means("term_kind", one("kind", Text, func(t thing) string { return string(t.Kind) })))),
		required(one("id", Text, func(t thing) string { return t.ID })),
		required(texts(s, "name", func(t thing) report.Text { return t.Name })),
		within("vocabulary", "id", one("parent", Text, func(t thing) string { return t.Parent.ID })),
	)
}

func sources(s *report.Site) Table {
	type thing = *report.Source
	return tableOf("sources", []string{"id"}, slices.Collect(s.Sources.All()),
		required(one("id", Text, func(x thing) string { return x.ID })),
		required(texts(s, "publisher", func(x thing) report.Text { return x.Publisher })),
		required(texts(s, "title", func(x thing) report.Text { return x.Title })),
		required(one("date", Date, func(x thing) string { return x.Date.String() })),
		one("url", Text, func(x thing) string { return x.URL }), // as an editor typed it, which may be in Chinese
		texts(s, "licence", func(x thing) report.Text { return x.Licence }),
	)
}

// standing says how a project stands against its plan, "" when that is not known or
// when its status says why it has none.
func standing(s *report.Site, p *report.Project) report.ScheduleState {
	if state := report.ScheduleState(s.Standing(p)); slices.Contains(report.ScheduleStates, state) {
		return state
	}
	return ""
}
