package present

import (
	"cmp"
	"slices"

	"gongshi/internal/locale"
	"gongshi/internal/report"
	"gongshi/internal/view"
)

// ProjectStatus says how far a project has come.
func (pr *Presenter) ProjectStatus(p *report.Project) view.Status {
	return view.Status{ID: p.Status.ID, Text: pr.Term(report.StatusTerm, p.Status)}
}

// Delay says that a project is late, in a list as plainly as what is done; "" when it is not.
func (pr *Presenter) Delay(p *report.Project) string {
	switch {
	case pr.Site.Overdue(p):
		return pr.Say("overdue-since", pr.Lang.Date(p.Due.Date))
	case pr.Site.Late(p):
		return pr.Say("completed-late", pr.Lang.Date(p.Due.Date))
	case p.Schedule.State == report.Behind:
		return pr.Say("schedule-behind")
	}
	return ""
}

// ProjectCard fills what a list of projects says of each, but for its text: how far it has
// come, that it is late, its date, where it is, of what level and category.
func (pr *Presenter) ProjectCard(p *report.Project) view.ProjectCard {
	facts := []string{pr.when(p), pr.Place(p.Area), pr.Term(report.Level, p.Level), pr.Term(report.Category, p.Category)}
	return view.ProjectCard{
		URL: pr.URL(p.Page.Path), Status: pr.ProjectStatus(p), Late: pr.Delay(p),
		Facts: slices.DeleteFunc(facts, func(s string) bool { return s == "" }),
	}
}

// when says when a project was completed or is due, "" when nobody knows. Of one that is
// overdue, that says so already.
func (pr *Presenter) when(p *report.Project) string {
	switch day := pr.Lang.Date(p.When()); {
	case p.Completed.Unpublished:
		return pr.Say("completed-unpublished")
	case p.When().IsZero(), pr.Site.Overdue(p):
		return ""
	case p.Status.ID == string(report.Completed):
		return pr.Say("completed-on", day)
	default:
		return pr.Say("due-on", day)
	}
}

// ProjectFacts lists what is known of a project, and what a reader would look for and
// nobody has published.
func (pr *Presenter) ProjectFacts(p *report.Project) []view.Fact {
	var facts []view.Fact
	add := func(key, text string) {
		if text != "" {
			facts = append(facts, view.Fact{Label: pr.Say(key), Text: text})
		}
	}
	day := func(key string, d report.Day) {
		if !d.IsZero() {
			day := pr.Day(d.Date)
			facts = append(facts, view.Fact{Label: pr.Say(key), Day: &day})
		}
	}
	term := func(key, text string, ref report.Ref) {
		add(key, text)
		if g := pr.Facets.Group(key, ref.ID); g != nil {
			facts[len(facts)-1].URL = pr.URL(g.Path())
		}
	}
	term("level", pr.Term(report.Level, p.Level), p.Level)
	term("category", pr.orUnpublished(pr.Term(report.Category, p.Category)), p.Category)
	add("area", pr.Place(p.Area))
	if places := pr.places(p.Area); len(places) > 0 {
		facts[len(facts)-1].Links = places
	}
	add("lead", p.Lead.String(pr.Lang))
	term("lead-body", pr.Term(report.Organisation, p.LeadBody), p.LeadBody)
	var support []string
	for _, ref := range p.Support {
		support = append(support, pr.Term(report.Organisation, ref))
	}
	add("support", pr.Lang.Join(support))
	day("started", p.Started)
	if pr.Site.Overdue(p) {
		add("due", pr.Say("overdue", pr.Lang.Date(p.Due.Date)))
	} else {
		day("due", p.Due)
	}
	day("completed", p.Completed)
	if p.Completed.Unpublished {
		add("completed", pr.Say("not-published"))
	}
	if src, ok := pr.Site.Sources.Get(p.Source.ID); ok {
		facts = append(facts, view.Fact{Label: pr.Say("source"), Text: src.Title.String(pr.Lang), URL: src.URL})
		facts = append(facts, view.Fact{Label: pr.Say("source-date"), Day: &view.Day{Text: pr.Lang.Date(src.Date.Date), ISO: src.Date.String()}})
	}
	return facts
}

// places leads to the pages of an area and of those around it, the largest first. It is
// empty where they have none.
func (pr *Presenter) places(area report.Ref) []view.Link {
	var links []view.Link
	for g := pr.Facets.Group("area", area.ID); g != nil; g = g.In {
		links = append(links, pr.GroupLink(g))
	}
	slices.Reverse(links)
	return links
}

func (pr *Presenter) orUnpublished(text string) string {
	if text == "" {
		return pr.Say("not-published")
	}
	return text
}

// Results shows what a project adds to the programme's figures, and what of it
// was promised.
func (pr *Presenter) Results(p *report.Project) []view.Contribution {
	var list []view.Contribution
	for _, c := range p.Contributions() {
		m, _ := pr.Site.Metrics.Get(c.Metric.ID)
		f := pr.Figure(m, pr.Site.Own(p, c))
		result := view.Contribution{Number: f.Number, Unit: f.Unit, Text: f.Text, Machine: f.Machine, Status: f.Status, Total: pr.Latest(m)}
		if o, _ := pr.Site.Latest(m); m.RollUp != report.RollUpCount && o.Value.Bound == locale.Exact && o.Value.Number.Sign() > 0 {
			share := locale.Share{Part: c.Number, Whole: o.Value.Number}
			result.Share = pr.Say("share-of-total", result.Total.Text, pr.Lang.Percent(share, 1))
		}
		if d, ok := p.Delivery(m.ID); ok {
			pr.addPlan(&result, m, d, c.Number)
		}
		list = append(list, result)
	}
	for _, d := range p.Deliver {
		if _, ok := d.Result(); ok {
			continue // shown above
		}
		m, _ := pr.Site.Metrics.Get(d.Metric.ID)
		nothing := pr.Say("not-published")
		list = append(list, view.Contribution{Number: nothing, Text: nothing, Total: pr.Latest(m), Goal: d.Target.String(), Plan: pr.Say("plan-only", pr.Quantity(m, d.Target))})
	}
	return list
}

// addPlan adds what was promised of a result, and how it came about.
func (pr *Presenter) addPlan(result *view.Contribution, m *report.Metric, d report.Delivery, reached locale.Decimal) {
	result.Goal = d.Target.String()
	result.Plan = pr.Say("plan", pr.Quantity(m, d.Target), pr.Reached(d.LowerIsBetter, reached.Rat(), d.Target))
	switch longest := slices.MaxFunc([]locale.Decimal{d.Target, reached}, locale.Decimal.Cmp); {
	case longest.Sign() <= 0: // a line without length
	case longest.Cmp(reached) == 0:
		result.Scale = result.Machine
	default:
		result.Scale = result.Goal
	}
	if len(d.Values) < 2 {
		return
	}
	for _, o := range d.Values {
		f := pr.Figure(m, o)
		result.Steps = append(result.Steps, view.Step{AsOf: f.AsOf, Text: f.Text, Machine: f.Machine, Status: f.Status})
	}
}

// Timeline lists the milestones of a project between its start and its end, oldest
// first. It is empty when there are none: start and end are among the facts. A due date
// that is to come is ahead without the word, which "due" says already; one that has
// passed is not.
func (pr *Presenter) Timeline(p *report.Project) []view.Moment {
	if len(p.Milestones)+len(p.Planned) == 0 {
		return nil
	}
	var list []view.Moment
	add := func(d locale.Date, text string, planned bool) {
		if !d.IsZero() {
			list = append(list, view.Moment{Day: pr.Day(d), Text: text, Ahead: planned, Planned: planned})
		}
	}
	add(p.Started.Date, pr.Say("moment-started"), p.Status.ID == string(report.NotStarted))
	for _, m := range p.Milestones {
		add(m.Date, m.Text.String(pr.Lang), false)
	}
	for _, m := range p.Planned {
		add(m.Date, m.Text.String(pr.Lang), true)
	}
	if p.Completed.IsZero() && !p.Due.IsZero() {
		list = append(list, view.Moment{Day: pr.Day(p.Due.Date), Text: pr.Say("moment-due"), Ahead: p.Due.Compare(pr.Site.AsOf()) > 0})
	}
	add(p.Completed.Date, pr.Say("moment-completed"), false)
	slices.SortStableFunc(list, func(a, b view.Moment) int { return cmp.Compare(a.Day.ISO, b.Day.ISO) })
	return list
}

// Schedule says how a project stands against its plan, and why or, of one that is late
// without a reason, since when.
func (pr *Presenter) Schedule(p *report.Project) *view.Schedule {
	standing := pr.Site.Standing(p)
	if !slices.Contains(report.ScheduleStates, report.ScheduleState(standing)) {
		return nil
	}
	s := &view.Schedule{ID: standing, Text: pr.Say("schedule-" + standing), Reason: p.Schedule.Reason.String(pr.Lang)}
	if s.Reason == "" && pr.Site.Late(p) {
		s.Reason = pr.Delay(p)
	}
	return s
}
