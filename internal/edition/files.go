package edition

import (
	"gongshi/internal/report"
	"gongshi/internal/route"
)

// File is one file of an edition, made when Make is called.
type File struct {
	Path string // in the site's folder: "en/about/index.html"
	Page string // the address of the page that it is: "/about/"; "" for what is no page to come to, such as 404.html
	Make func() ([]byte, error)
}

// Files lists the files of the edition: every page for readers, the charts alone and their
// drawings, and the page for an address that there is not.
func (e *Edition) Files() []File {
	files := e.sections()
	add := func(address string, produce func() ([]byte, error)) {
		files = append(files, e.page(address, produce))
	}
	for m := range e.Site.Metrics.All() {
		add(m.Path(), func() ([]byte, error) { return e.metric(m) })
	}
	for c := range e.Site.Charts.All() {
		files = append(files, e.chartFiles(c)...)
	}
	for g := range e.Facets.Groups() {
		add(g.Path(), func() ([]byte, error) { return e.term(g) })
	}
	for p := range e.Site.Pages.All() {
		u, isUpdate := e.Site.Updates.Get(p.Path)
		switch {
		case route.IsSection(e.Site, p.Path):
		case p.Project != nil:
			add(p.Path, func() ([]byte, error) { return e.project(p.Project) })
		case isUpdate:
			add(p.Path, func() ([]byte, error) { return e.update(u) })
		default:
			add(p.Path, func() ([]byte, error) { return e.free(p) })
		}
	}
	return append(files, File{Path: e.Path("404.html"), Make: e.notFound})
}

// sections are the pages that the site has by itself.
func (e *Edition) sections() []File {
	by := map[string]func() ([]byte, error){
		report.HomePath:          e.home,
		report.ProjectsPath:      e.projects,
		report.MetricsPath:       e.metrics,
		report.ChartsPath:        e.charts,
		report.UpdatesPath:       e.updates,
		report.MethodPath:        e.method,
		report.CorrectionsPath:   e.corrections,
		report.StatusPath:        e.reportingStatus,
		report.ReportPath:        e.report,
		report.DataPath:          e.data,
		report.SearchPath:        e.search,
		report.GlossaryPath:      e.glossary,
		report.AccessibilityPath: e.accessibility,
		report.SiteMapPath:       e.siteMap,
	}
	for f := range e.Facets.All() {
		by[f.Path] = func() ([]byte, error) { return e.terms(f) }
	}
	var files []File
	for _, address := range append([]string{report.HomePath}, route.Sections(e.Site)...) {
		files = append(files, e.page(address, by[address]))
	}
	return files
}

// page is the file of a page for readers.
func (e *Edition) page(address string, produce func() ([]byte, error)) File {
	return File{Path: e.Path(address) + "index.html", Page: address, Make: produce}
}
