package render

import (
	"slices"

	"gongshi/internal/locale"
	"gongshi/internal/report"
	"gongshi/internal/view"
)

func (e *edition) projects() ([]byte, error) {
	text, err := e.sectionText(report.ProjectsPath)
	if err != nil {
		return nil, err
	}
	v := view.ProjectsPage{
		Base:    e.baseView(e.sectionHead(report.ProjectsPath)),
		Heading: text.heading,
		Lead:    text.lead,
		Body:    text.body,
		Total:   e.Counted("projects-listed", e.Site.Projects.Len()),
		Counts:  e.Counts(),
	}
	if v.Projects, err = e.cards(e.Site.Projects.Len()); err != nil {
		return nil, err
	}
	return e.templates.Page("projects.html", v)
}

// cards shows the first projects of the list, at most n.
func (e *edition) cards(n int) ([]view.ProjectCard, error) {
	var cards []view.ProjectCard
	for p := range e.Site.Projects.All() {
		if len(cards) == n {
			break
		}
		text, err := e.card(p.Page)
		if err != nil {
			return nil, err
		}
		cards = append(cards, view.ProjectCard{
			Title:   text.heading,
			URL:     e.url(p.Page.Path),
			Summary: text.lead,
			Status:  e.status(p),
			Facts:   e.cardFacts(p),
		})
	}
	return cards, nil
}

func (e *edition) status(p *report.Project) view.Status {
	return view.Status{ID: p.Status.ID, Text: e.Term(report.StatusTerm, p.Status)}
}

// delay says that a project is late, in a list as plainly as what is done.
func (e *edition) delay(p *report.Project) string {
	switch {
	case e.Site.Overdue(p):
		return e.Say("overdue-since", e.Lang.Date(p.Due.Date))
	case p.Schedule.State == report.Behind:
		return e.Say("schedule-behind")
	}
	return ""
}

func (e *edition) cardFacts(p *report.Project) []string {
	facts := []string{e.delay(p), e.Place(p.Area), e.Term(report.Level, p.Level), e.Term(report.Category, p.Category)}
	return slices.DeleteFunc(facts, func(s string) bool { return s == "" })
}

func (e *edition) project(p *report.Project) ([]byte, error) {
	text, err := e.text(p.Page)
	if err != nil {
		return nil, err
	}
	w := p.Page.In[e.Lang.Code]
	v := view.ProjectPage{
		Base: e.baseView(head{
			address: p.Page.Path, title: e.plain(w.Title, p), description: e.summary(w, p),
			trail: e.section(report.ProjectsPath),
		}),
		Heading: text.heading, Lead: text.lead, Body: text.body,
		Status:   e.status(p),
		Facts:    e.facts(p),
		Results:  e.results(p),
		Schedule: e.schedule(p),
	}
	v.Previous, v.Next = e.neighbours(p)
	return e.templates.Page("project.html", v)
}

// facts lists what is known of a project, and what a reader would look for and
// nobody has published.
func (e *edition) facts(p *report.Project) []view.Fact {
	var facts []view.Fact
	add := func(key, text string) {
		if text != "" {
			facts = append(facts, view.Fact{Label: e.Say(key), Text: text})
		}
	}
	day := func(key string, d report.Day) {
		if !d.IsZero() {
			day := e.Day(d.Date)
			facts = append(facts, view.Fact{Label: e.Say(key), Day: &day})
		}
	}
	add("level", e.Term(report.Level, p.Level))
	add("category", e.orUnpublished(e.Term(report.Category, p.Category)))
	add("area", e.Place(p.Area))
	add("lead", p.Lead.String(e.Lang))
	add("lead-body", e.Term(report.Organisation, p.LeadBody))
	var support []string
	for _, ref := range p.Support {
		support = append(support, e.Term(report.Organisation, ref))
	}
	add("support", e.Lang.Join(support))
	day("started", p.Started)
	if e.Site.Overdue(p) {
		add("due", e.Say("overdue", e.Lang.Date(p.Due.Date)))
	} else {
		day("due", p.Due)
	}
	day("completed", p.Completed)
	if p.Completed.Unpublished {
		add("completed", e.Say("not-published"))
	}
	if src, ok := e.Site.Sources.Get(p.Source.ID); ok {
		facts = append(facts, view.Fact{Label: e.Say("source"), Text: src.Title.String(e.Lang), URL: src.URL})
		facts = append(facts, view.Fact{Label: e.Say("source-date"), Day: &view.Day{Text: e.Lang.Date(src.Date.Date), ISO: src.Date.String()}})
	}
	return facts
}

func (e *edition) orUnpublished(text string) string {
	if text == "" {
		return e.Say("not-published")
	}
	return text
}

// results shows what a project adds to the programme's figures, and what of it
// was promised.
func (e *edition) results(p *report.Project) []view.Contribution {
	var list []view.Contribution
	for _, c := range p.Contributions() {
		m, _ := e.Site.Metrics.Get(c.Metric.ID)
		f := e.Figure(m, e.Site.Own(p, c))
		result := view.Contribution{Number: f.Number, Unit: f.Unit, Text: f.Text, Machine: f.Machine, Status: f.Status, Total: e.Latest(m)}
		if o, _ := e.Site.Latest(m); m.RollUp != report.RollUpCount && o.Value.Bound == locale.Exact && o.Value.Number.Sign() > 0 {
			share := locale.Share{Part: c.Number, Whole: o.Value.Number}
			result.Share = e.Say("share-of-total", result.Total.Text, e.Lang.Percent(share, 1))
		}
		if d, ok := p.Delivery(m.ID); ok {
			result.Goal = d.Target.String()
			result.Plan = e.Say("plan", e.Quantity(m, d.Target), e.Reached(d.LowerIsBetter, c.Number, d.Target))
		}
		list = append(list, result)
	}
	for _, d := range p.Deliver {
		if o, ok := d.Result(); ok && !o.Value.Missing {
			continue // shown above
		}
		m, _ := e.Site.Metrics.Get(d.Metric.ID)
		nothing := e.Say("not-published")
		list = append(list, view.Contribution{Number: nothing, Text: nothing, Total: e.Latest(m), Goal: d.Target.String(), Plan: e.Say("plan-only", e.Quantity(m, d.Target))})
	}
	return list
}

// schedule says how a project stands against its plan.
func (e *edition) schedule(p *report.Project) *view.Schedule {
	s := p.Schedule
	if s.State == "" {
		return nil
	}
	return &view.Schedule{ID: string(s.State), Text: e.Say("schedule-" + string(s.State)), Reason: s.Reason.String(e.Lang)}
}

// neighbours returns the projects before and after one in the list.
func (e *edition) neighbours(p *report.Project) (previous, next *view.Link) {
	before, after := e.Site.Neighbours(p)
	return e.projectLink(before), e.projectLink(after)
}

func (e *edition) projectLink(p *report.Project) *view.Link {
	if p == nil {
		return nil
	}
	return &view.Link{Text: e.plain(p.Page.In[e.Lang.Code].Title, p), URL: e.url(p.Page.Path)}
}
