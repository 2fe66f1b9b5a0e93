package render

import (
	"slices"

	"gongshi/internal/report"
	"gongshi/internal/view"
)

func (e *edition) projects() ([]byte, error) {
	text, err := e.sectionText(report.ProjectsPath)
	if err != nil {
		return nil, err
	}
	v := view.ProjectsPage{
		Base:      e.baseView(e.sectionHead(report.ProjectsPath, text)),
		Prose:     text.Prose,
		Total:     e.Counted("projects-listed", e.Site.Projects.Len()),
		Counts:    e.Counts(),
		ReportURL: e.url(report.ReportPath),
	}
	if v.Projects, err = e.cards(slices.Collect(e.Site.Projects.All())); err != nil {
		return nil, err
	}
	return e.Templates.Page("projects.html", v)
}

// cards shows projects in a list.
func (e *edition) cards(projects []*report.Project) ([]view.ProjectCard, error) {
	var cards []view.ProjectCard
	for _, p := range projects {
		text, err := e.Card(p.Page)
		if err != nil {
			return nil, err
		}
		cards = append(cards, view.ProjectCard{
			Title:   text.Heading,
			URL:     e.url(p.Page.Path),
			Summary: text.Lead,
			Status:  e.ProjectStatus(p),
			Facts:   e.CardFacts(p),
		})
	}
	return cards, nil
}

func (e *edition) project(p *report.Project) ([]byte, error) {
	text, err := e.Text(p.Page)
	if err != nil {
		return nil, err
	}
	w := p.Page.In[e.Lang.Code]
	v := view.ProjectPage{
		Base: e.baseView(head{
			address: p.Page.Path, title: e.Plain(w.Title, p), description: e.summary(w, p),
			trail: e.section(report.ProjectsPath), figures: text.Figures, area: p.Area.ID,
		}),
		Prose:    text.Prose,
		Status:   e.ProjectStatus(p),
		Facts:    e.ProjectFacts(p),
		Results:  e.Results(p),
		Schedule: e.Schedule(p),
		Timeline: e.Timeline(p),
		JSON:     e.shared(p.DataFile()),
	}
	if other, ok := e.Site.Projects.Get(p.MergedInto.ID); ok {
		link := e.projectLink(other)
		v.Facts = append(v.Facts, view.Fact{Label: e.Say("merged-into"), Text: link.Text, URL: link.URL})
	}
	v.Previous, v.Next = e.neighbours(p)
	if src, ok := e.Site.Sources.Get(p.Source.ID); ok {
		v.Cite = e.Cite(v.Title, e.Day(src.Date.Date), v.Canonical)
	}
	return e.Templates.Page("project.html", v)
}

// neighbours leads to the projects before and after one in the list, nil where
// there is none.
func (e *edition) neighbours(p *report.Project) (previous, next *view.Link) {
	at, _ := e.Site.Projects.At(p.Slug)
	ids := e.Site.Projects.IDs()
	if at > 0 {
		before, _ := e.Site.Projects.Get(ids[at-1])
		previous = e.projectLink(before)
	}
	if at+1 < len(ids) {
		after, _ := e.Site.Projects.Get(ids[at+1])
		next = e.projectLink(after)
	}
	return previous, next
}

func (e *edition) projectLink(p *report.Project) *view.Link {
	return &view.Link{Text: e.Plain(p.Page.In[e.Lang.Code].Title, p), URL: e.url(p.Page.Path)}
}
