package edition

import (
	"gongshi/internal/atlas"
	"gongshi/internal/report"
	"gongshi/internal/view"
)

// accessibility is the accessibility statement: what the templates do, what is not
// known, and an editor's own text.
func (e *Edition) accessibility() ([]byte, error) {
	text, err := e.sectionText(report.AccessibilityPath)
	if err != nil {
		return nil, err
	}
	v := view.AccessibilityPage{
		Base:    e.baseView(e.sectionHead(report.AccessibilityPath, text)),
		Prose:   text.Prose,
		Contact: e.Site.Accessibility.Contact.String(e.Lang),
	}
	if tested := e.Site.Accessibility.Tested; !tested.IsZero() {
		day := e.Day(tested.Date)
		v.Tested = &day
	}
	return e.Templates.Page("accessibility.html", v)
}

// glossary lists the words that have one name in each language.
func (e *Edition) glossary() ([]byte, error) {
	text, err := e.sectionText(report.GlossaryPath)
	if err != nil {
		return nil, err
	}
	v := view.GlossaryPage{
		Base:  e.baseView(e.sectionHead(report.GlossaryPath, text)),
		Prose: text.Prose,
	}
	v.Heads, v.Groups = e.atlas().Glossary()
	return e.Templates.Page("glossary.html", v)
}

// siteMap leads to every page.
func (e *Edition) siteMap() ([]byte, error) {
	text, err := e.sectionText(report.SiteMapPath)
	if err != nil {
		return nil, err
	}
	return e.Templates.Page("site-map.html", view.SiteMapPage{
		Base:   e.baseView(e.sectionHead(report.SiteMapPath, text)),
		Prose:  text.Prose,
		Groups: e.atlas().SiteMap(),
	})
}

// atlas makes the lists of this edition's pages.
func (e *Edition) atlas() atlas.Atlas {
	return atlas.Atlas{Presenter: e.Presenter, Title: e.Titles.List}
}
