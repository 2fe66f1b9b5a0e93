package edition

import (
	"html/template"

	"gongshi/internal/catalogue"
	"gongshi/internal/report"
	"gongshi/internal/view"
)

// data is the page about all data files.
func (e *Edition) data() ([]byte, error) {
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
	if err := e.set.Data.Fill(&v, catalogue.Words{Presenter: e.Presenter, Here: e.Absolute(report.DataPath), File: e.Shared, Title: e.Titles.Menu}); err != nil {
		return nil, err
	}
	return e.Templates.Page("data.html", v)
}
