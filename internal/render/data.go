package render

import (
	"html/template"
	"strings"

	"gongshi/internal/catalogue"
	"gongshi/internal/dataset"
	"gongshi/internal/locale"
	"gongshi/internal/report"
	"gongshi/internal/route"
	"gongshi/internal/view"
)

// planDataFiles lists the data files about the whole report, and about each project.
func (r *Renderer) planDataFiles() {
	words := func(l *locale.Language, key string, args ...any) string { return r.in(l).Say(key, args...) }
	r.catalogue = catalogue.New(dataset.Package{Site: r.site, Words: words, Address: r.absolute, Home: r.base.String()}, r.pageOf)
	for address, produce := range r.catalogue.Files() {
		r.add(strings.TrimPrefix(address, "/"), func() (Output, error) {
			data, err := produce()
			return Output{Data: data, Derived: address == route.Workbook}, err
		})
	}
}

// pageOf tells of a project's page in a language.
func (r *Renderer) pageOf(l *locale.Language, p *report.Project) dataset.Page {
	e, w := r.in(l), p.Page.In[l.Code]
	return dataset.Page{Address: e.absolute(p.Page.Path), Title: e.Plain(w.Title, p), Summary: e.summary(w, p)}
}

// data is the page about all data files.
func (e *edition) data() ([]byte, error) {
	text, err := e.sectionText(report.DataPath)
	if err != nil {
		return nil, err
	}
	h := e.sectionHead(report.DataPath, text)
	if text.Lead == "" {
		h.description = e.Say("data-about")
		text.Lead = template.HTML(template.HTMLEscapeString(h.description))
	}
	v := view.DataPage{Base: e.baseView(h), Prose: text.Prose}
	if err := e.catalogue.Fill(&v, catalogue.Words{Presenter: e.Presenter, Here: e.absolute(report.DataPath), File: e.shared, Title: e.menuTitle}); err != nil {
		return nil, err
	}
	return e.Templates.Page("data.html", v)
}
