package edition

import (
	"slices"

	"gongshi/internal/present"
	"gongshi/internal/report"
	"gongshi/internal/view"
)

// maxCards is how many projects the home page shows.
const maxCards = 6

func (e *Edition) home() ([]byte, error) {
	page, _ := e.Site.Pages.Get(report.HomePath)
	w := page.In[e.Lang.Code]
	text, err := e.Text(page)
	if err != nil {
		return nil, err
	}
	v := view.HomePage{
		Base:        e.baseView(head{address: report.HomePath, title: e.Plain(w.Title, nil), description: e.Titles.Summary(report.HomePath), figures: text.Figures}),
		Kicker:      e.Site.Home.Kicker.String(e.Lang),
		Prose:       text.Prose,
		AllCount:    e.Site.Projects.Len(),
		ProjectsURL: e.URL(report.ProjectsPath),
		ReportURL:   e.URL(report.ReportPath),
	}
	if m, ok := e.Site.Metrics.Get(e.Site.Home.Headline.ID); ok {
		v.Headline = e.Headline(m)
	}
	for _, ref := range e.Site.Home.Tiles {
		m, _ := e.Site.Metrics.Get(ref.ID)
		v.Tiles = append(v.Tiles, e.Latest(m))
	}
	v.TilesNote = present.Common(v.Tiles)
	if v.Projects, err = e.cards(newest(slices.Collect(e.Site.Projects.All()), maxCards)); err != nil {
		return nil, err
	}
	if v.News, err = e.news(); err != nil {
		return nil, err
	}
	e.homeLists(&v)
	return e.Templates.Page("home.html", v)
}

// newest returns the n projects that were completed last, all in their own order
// when they are no more.
func newest(projects []*report.Project, n int) []*report.Project {
	if len(projects) <= n {
		return projects
	}
	slices.SortStableFunc(projects, func(a, b *report.Project) int { return b.Completed.Compare(a.Completed.Date) })
	return projects[:n]
}
