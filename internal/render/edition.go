package render

import (
	"io/fs"
	"net/url"
	"strings"

	"gongshi/internal/compose"
	"gongshi/internal/diag"
	"gongshi/internal/look"
	"gongshi/internal/present"
	"gongshi/internal/report"
	"gongshi/internal/route"
	"gongshi/internal/view"
)

// edition is the site in one language.
type edition struct {
	*Renderer
	*compose.Composer
	foot   []view.Link            // of every page
	prefix string                 // of addresses: "" for the default language, "en/"
	shares map[string]*view.Share // by address; of pages that have a share image
}

// openEditions makes an edition for every language of the site.
func (r *Renderer) openEditions(templates fs.FS) (diag.List, error) {
	l, problems, err := look.Read(templates, r.site.Languages, r.site.Look, r.base.String())
	if err != nil || len(problems) > 0 {
		return problems, err
	}
	r.look = l
	for i, lang := range r.site.Languages {
		e := &edition{Renderer: r, shares: map[string]*view.Share{}}
		if i > 0 {
			e.prefix = lang.Code + "/"
		}
		templates := l.In(lang)
		presenter := &present.Presenter{Site: r.site, Lang: lang, Say: templates.Say, URL: e.url, Facets: r.facets}
		e.Composer = &compose.Composer{Presenter: presenter, Templates: templates, Shared: r.shared, Charts: map[string]compose.Chart{}}
		e.foot = e.footer()
		r.editions = append(r.editions, e)
	}
	return nil, nil
}

// plan lists the pages of the edition.
func (e *edition) plan() {
	e.addPage(report.HomePath, e.home)
	e.addPage(report.ProjectsPath, e.projects)
	e.addPage(report.MetricsPath, e.metrics)
	e.addPage(report.MethodPath, e.method)
	e.addPage(report.CorrectionsPath, e.corrections)
	e.addPage(report.StatusPath, e.reportingStatus)
	e.addPage(report.ReportPath, e.report)
	e.addPage(report.DataPath, e.data)
	e.planSearch()
	for m := range e.Site.Metrics.All() {
		e.addPage(m.Path(), func() ([]byte, error) { return e.metric(m) })
	}
	e.planCharts()
	e.planFeeds()
	if e.Site.Updates.Len() > 0 {
		e.addPage(report.UpdatesPath, e.updates)
	}
	if e.Site.Glossary.Len() > 0 {
		e.addPage(report.GlossaryPath, e.glossary)
	}
	e.addPage(report.AccessibilityPath, e.accessibility)
	e.addPage(report.SiteMapPath, e.siteMap)
	e.planTerms()
	for p := range e.Site.Pages.All() {
		u, isUpdate := e.Site.Updates.Get(p.Path)
		switch {
		case route.IsSection(e.Site, p.Path):
		case p.Project != nil:
			e.addPage(p.Path, func() ([]byte, error) { return e.project(p.Project) })
		case isUpdate:
			e.addPage(p.Path, func() ([]byte, error) { return e.update(u) })
		default:
			e.addPage(p.Path, func() ([]byte, error) { return e.page(p) })
		}
	}
	e.addBytes(e.prefix+"404.html", e.notFound)
}

func (e *edition) addPage(address string, produce func() ([]byte, error)) {
	e.addBytes(e.prefix+strings.TrimPrefix(address, "/")+"index.html", produce)
	e.planShare(address)
	e.pages++
}

// url returns the address of a page of this edition, from the root of its host.
func (e *edition) url(address string) string {
	return e.base.Path + e.prefix + strings.TrimPrefix(address, "/")
}

// absolute returns the whole address of a page of this edition.
func (e *edition) absolute(address string) string {
	u := *e.base
	u.Path = e.url(address)
	return u.String()
}

// shared returns the address of a file that all editions share.
func (r *Renderer) shared(path string) string {
	u := url.URL{Path: r.base.Path + strings.TrimPrefix(path, "/")}
	return u.EscapedPath()
}
