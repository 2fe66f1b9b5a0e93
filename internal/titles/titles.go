// Package titles says what a page is called in one language: in the menu, in a list of
// pages, as a whole. Begin at Menu.
package titles

import (
	"cmp"
	"path"

	"gongshi/internal/compose"
	"gongshi/internal/report"
)

// Titles are the titles of a site's pages in one language. A page is named by its address,
// which has no language: "/about/".
type Titles struct{ *compose.Composer }

// Menu returns a page's short title.
func (t Titles) Menu(address string) string {
	if w := t.Writing(address); w != nil {
		return cmp.Or(t.Short(address), t.Plain(w.Title, nil))
	}
	return t.Section(address)
}

// Short returns the title that a page has for menus, "" when it has none.
func (t Titles) Short(address string) string {
	w := t.Writing(address)
	if w == nil {
		return ""
	}
	page, _ := t.Site.Pages.Get(address)
	return t.Plain(w.MenuTitle, page.Project)
}

// Section names an address that has no page of its own in content/.
func (t Titles) Section(address string) string {
	switch address {
	case report.HomePath:
		return t.Say("home")
	case report.ProjectsPath:
		return t.Say("projects")
	case report.MetricsPath:
		return t.Say("metrics")
	case report.ChartsPath:
		return t.Say("charts")
	case report.UpdatesPath:
		return t.Say("updates")
	case report.MethodPath:
		return t.Say("how-we-count")
	case report.CorrectionsPath:
		return t.Say("corrections")
	case report.StatusPath:
		return t.Say("reporting-status")
	case report.ReportPath:
		return t.Say("report")
	case report.DataPath:
		return t.Say("data")
	case report.SearchPath:
		return t.Say("search")
	case report.GlossaryPath:
		return t.Say("glossary")
	case report.AccessibilityPath:
		return t.Say("accessibility")
	case report.SiteMapPath:
		return t.Say("site-map")
	}
	for f := range t.Facets.All() {
		if f.Path == address {
			return t.Say("projects-" + f.ID)
		}
	}
	for g := range t.Facets.Groups() {
		if g.Path() == address {
			return t.Say("term-title", t.GroupPlace(g))
		}
	}
	id := path.Base(address)
	if m, ok := t.Site.Metrics.Get(id); ok && m.Path() == address {
		return m.Name.String(t.Lang)
	}
	if c, ok := t.Site.Charts.Get(id); ok && c.Path() == address {
		return c.Title.String(t.Lang)
	}
	return address
}

// Whole returns the whole title of the page at an address.
func (t Titles) Whole(address string) string {
	if page, ok := t.Site.Pages.Get(address); ok {
		return t.Plain(page.In[t.Lang.Code].Title, page.Project)
	}
	if title := t.Section(address); title != address {
		return title
	}
	return t.Site.Title.String(t.Lang)
}

// List names a page in a list of all sorts of pages.
func (t Titles) List(address string) string {
	if p, ok := t.Site.Pages.Get(address); ok && p.Project != nil {
		return t.Plain(p.In[t.Lang.Code].Title, p.Project)
	}
	return t.Menu(address)
}

// Writing returns the text at an address, nil when there is none.
func (t Titles) Writing(address string) *report.Writing {
	if p, ok := t.Site.Pages.Get(address); ok {
		return p.In[t.Lang.Code]
	}
	return nil
}

// Summary returns a page's summary as plain text, "" where nobody wrote one.
func (t Titles) Summary(address string) string {
	w := t.Writing(address)
	if w == nil {
		return ""
	}
	page, _ := t.Site.Pages.Get(address)
	return t.Plain(w.Summary, page.Project)
}
