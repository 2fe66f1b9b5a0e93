package edition

import (
	"gongshi/internal/report"
	"gongshi/internal/route"
	"gongshi/internal/view"
)

// search is the page for finding pages.
func (e *Edition) search() ([]byte, error) {
	text, err := e.sectionText(report.SearchPath)
	if err != nil {
		return nil, err
	}
	v := view.SearchPage{
		Base: e.baseView(e.sectionHead(report.SearchPath, text)), Prose: text.Prose,
		Index:       e.Shared(route.SearchIndex(e.Lang)),
		ProjectsURL: e.URL(report.ProjectsPath), MetricsURL: e.URL(report.MetricsPath),
	}
	v.Scripts = []string{e.Shared(e.set.Look.Search.Path)}
	return e.Templates.Page("search.html", v)
}
