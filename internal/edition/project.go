package edition

import (
	"gongshi/internal/report"
	"gongshi/internal/view"
)

func (e *Edition) project(p *report.Project) ([]byte, error) {
	text, err := e.Text(p.Page)
	if err != nil {
		return nil, err
	}
	w := p.Page.In[e.Lang.Code]
	v := view.ProjectPage{
		Base: e.baseView(head{
			address: p.Page.Path, title: e.Plain(w.Title, p), description: e.Titles.Summary(p.Page.Path),
			trail: e.section(report.ProjectsPath), figures: text.Figures, area: p.Area.ID,
		}),
		Prose:    text.Prose,
		Status:   e.ProjectStatus(p),
		Facts:    e.ProjectFacts(p),
		Results:  e.Results(p),
		Schedule: e.Schedule(p),
		Timeline: e.Timeline(p),
		JSON:     e.Shared(p.DataFile()),
	}
	if g := e.Facets.Group("status", p.Status.ID); g != nil {
		v.Status.URL = e.URL(g.Path())
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
func (e *Edition) neighbours(p *report.Project) (previous, next *view.Link) {
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

func (e *Edition) projectLink(p *report.Project) *view.Link {
	return &view.Link{Text: e.Plain(p.Page.In[e.Lang.Code].Title, p), URL: e.URL(p.Page.Path)}
}
