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
		Total:   e.counted("projects-listed", e.site.Projects.Len()),
	}
	if v.Projects, err = e.cards(e.site.Projects.Len()); err != nil {
		return nil, err
	}
	return e.Page("projects.html", v)
}

// counted says a number of things in words: the key has -one or -other at its
// end, as the language's plural rule says.
func (e *edition) counted(key string, n int) string {
	form := e.lang.Plural(locale.Int(int64(n)))
	return e.Say(key+"-"+string(form), n)
}

// cards shows the first projects of the list, at most n.
func (e *edition) cards(n int) ([]view.ProjectCard, error) {
	var cards []view.ProjectCard
	for p := range e.site.Projects.All() {
		if len(cards) == n {
			break
		}
		text, err := e.lines(p.Page)
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
	return view.Status{ID: p.Status.ID, Text: e.term(report.StatusTerm, p.Status)}
}

// term names a term, "" when none is set.
func (e *edition) term(kind report.TermKind, ref report.Ref) string {
	if t, ok := e.site.Vocabulary[kind].Get(ref.ID); ok {
		return t.Name.String(e.lang)
	}
	return ""
}

// place names an area with the areas that it lies in.
func (e *edition) place(ref report.Ref) string {
	var names []string
	for t := range e.site.Within(ref) {
		names = append(names, t.Name.String(e.lang))
	}
	return e.lang.Place(names)
}

func (e *edition) cardFacts(p *report.Project) []string {
	facts := []string{e.place(p.Area), e.term(report.Level, p.Level), e.term(report.Category, p.Category)}
	return slices.DeleteFunc(facts, func(s string) bool { return s == "" })
}

func (e *edition) project(p *report.Project) ([]byte, error) {
	text, err := e.text(p.Page)
	if err != nil {
		return nil, err
	}
	w := p.Page.In[e.lang.Code]
	v := view.ProjectPage{
		Base: e.baseView(head{
			address: p.Page.Path, title: e.plain(w.Title, p), description: e.summary(w, p),
			trail: e.section(report.ProjectsPath),
		}),
		Heading: text.heading, Lead: text.lead, Body: text.body,
		Status:  e.status(p),
		Facts:   e.facts(p),
		Results: e.results(p),
	}
	v.Previous, v.Next = e.neighbours(p)
	return e.Page("project.html", v)
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
			day := e.day(d.Date)
			facts = append(facts, view.Fact{Label: e.Say(key), Day: &day})
		}
	}
	add("level", e.term(report.Level, p.Level))
	add("category", e.orUnpublished(e.term(report.Category, p.Category)))
	add("area", e.place(p.Area))
	add("lead", p.Lead.String(e.lang))
	add("lead-body", e.term(report.Organisation, p.LeadBody))
	var support []string
	for _, ref := range p.Support {
		support = append(support, e.term(report.Organisation, ref))
	}
	add("support", e.lang.Join(support))
	day("started", p.Started)
	day("due", p.Due)
	day("completed", p.Completed)
	if p.Status.ID == string(report.Completed) && p.Completed.IsZero() {
		add("completed", e.Say("not-published"))
	}
	if src, ok := e.site.Sources.Get(p.Source.ID); ok {
		facts = append(facts, view.Fact{Label: e.Say("source"), Text: src.Title.String(e.lang), URL: src.URL})
		facts = append(facts, view.Fact{Label: e.Say("source-date"), Day: &view.Day{Text: e.lang.Date(src.Date.Date), ISO: src.Date.String()}})
	}
	return facts
}

func (e *edition) orUnpublished(text string) string {
	if text == "" {
		return e.Say("not-published")
	}
	return text
}

// results shows what a project adds to the programme's figures.
func (e *edition) results(p *report.Project) []view.Contribution {
	var list []view.Contribution
	for _, c := range p.Counts {
		m, _ := e.site.Metrics.Get(c.Metric.ID)
		f := e.figure(m, e.own(p, m))
		result := view.Contribution{Number: f.Number, Unit: f.Unit, Text: f.Text, Machine: f.Machine, Total: e.latest(m)}
		if o, _ := e.site.Latest(m); o.Value.Bound == locale.Exact && o.Value.Number.Sign() > 0 {
			share := locale.Share{Part: c.Number, Whole: o.Value.Number}
			result.Share = e.Say("share-of-total", result.Total.Text, e.lang.Percent(share, 1))
		}
		list = append(list, result)
	}
	return list
}

// neighbours returns the projects before and after one in the list.
func (e *edition) neighbours(p *report.Project) (previous, next *view.Link) {
	before, after := e.site.Neighbours(p)
	return e.projectLink(before), e.projectLink(after)
}

func (e *edition) projectLink(p *report.Project) *view.Link {
	if p == nil {
		return nil
	}
	return &view.Link{Text: e.plain(p.Page.In[e.lang.Code].Title, p), URL: e.url(p.Page.Path)}
}
