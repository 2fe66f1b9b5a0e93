package render

import (
	"strings"

	"gongshi/internal/report"
	"gongshi/internal/view"
)

// head is what a page says of itself.
type head struct {
	address     string // "/about/"; "" for the 404 page
	title       string
	description string
	trail       []view.Link // the pages between home and this one
}

// baseView fills what every page has.
func (e *edition) baseView(h head) view.Base {
	b := view.Base{
		Lang:         e.lang.Tag,
		SiteTitle:    e.site.Title.String(e.lang),
		Tagline:      e.site.Tagline.String(e.lang),
		Notice:       e.site.Notice.String(e.lang),
		Title:        h.title,
		Description:  h.description,
		IsHome:       h.address == report.HomePath,
		HomeURL:      e.url(report.HomePath),
		Menu:         e.menu(h.address),
		Languages:    e.languageLinks(h.address),
		Style:        e.shared(e.look.Style.Path),
		Icon:         e.shared(e.look.Icon.Path),
		Publisher:    e.site.Publisher.Name.String(e.lang),
		PublisherURL: e.site.Publisher.URL,
		Footer:       e.footer(),
	}
	if h.address == "" {
		return b
	}
	b.Canonical = e.absolute(h.address)
	b.Default = e.Renderer.editions[0].absolute(h.address)
	for _, other := range e.Renderer.editions {
		b.Alternate = append(b.Alternate, view.Alternate{Lang: other.lang.Tag, URL: other.absolute(h.address)})
	}
	if !b.IsHome {
		b.Trail = append([]view.Link{{Text: e.Say("home"), URL: b.HomeURL}}, h.trail...)
		b.Trail = append(b.Trail, view.Link{Text: h.title, URL: e.url(h.address), Current: true})
	}
	return b
}

// menu lists the pages that config.toml names, or the sections if it names none.
func (e *edition) menu(current string) []view.Link {
	addresses := []string{report.ProjectsPath, report.MetricsPath}
	if len(e.site.Menu) > 0 {
		addresses = nil
		for _, ref := range e.site.Menu {
			addresses = append(addresses, e.pageAddress(ref.ID))
		}
	}
	var links []view.Link
	for _, address := range addresses {
		here := address == current || address != report.HomePath && strings.HasPrefix(current, address)
		links = append(links, view.Link{Text: e.menuTitle(address), URL: e.url(address), Current: here})
	}
	return links
}

// pageAddress returns the address that a menu entry stands for, with its slash.
func (e *edition) pageAddress(written string) string {
	home, _ := e.site.Pages.Get(report.HomePath)
	if t, ok := e.site.Resolve(home, written); ok {
		return t.Path
	}
	return written
}

// menuTitle returns a page's short title.
func (e *edition) menuTitle(address string) string {
	if w := e.writing(address); w != nil {
		if w.MenuTitle != "" {
			return w.MenuTitle
		}
		return e.plain(w.Title, nil)
	}
	return e.sectionTitle(address)
}

// sectionTitle names an address that has no page of its own in content/.
func (e *edition) sectionTitle(address string) string {
	switch address {
	case report.HomePath:
		return e.Say("home")
	case report.ProjectsPath:
		return e.Say("projects")
	case report.MetricsPath:
		return e.Say("metrics")
	}
	if m, ok := e.site.Metrics.Get(strings.Trim(strings.TrimPrefix(address, report.MetricsPath), "/")); ok {
		return m.Name.String(e.lang)
	}
	return address
}

// writing returns the text at an address, nil when there is none.
func (e *edition) writing(address string) *report.Writing {
	if p, ok := e.site.Pages.Get(address); ok {
		return p.In[e.lang.Code]
	}
	return nil
}

// languageLinks leads to the same page in every language.
func (e *edition) languageLinks(address string) []view.Link {
	if len(e.Renderer.editions) < 2 {
		return nil
	}
	if address == "" {
		address = report.HomePath
	}
	var links []view.Link
	for _, other := range e.Renderer.editions {
		links = append(links, view.Link{Text: other.lang.Name, URL: other.url(address), Lang: other.lang.Tag, Current: other.lang == e.lang})
	}
	return links
}

// footer leads to the free pages that the menu leaves out, so that every page
// can be reached from every page, and to the data.
func (e *edition) footer() []view.Link {
	inMenu := map[string]bool{report.HomePath: true}
	for _, ref := range e.site.Menu {
		inMenu[e.pageAddress(ref.ID)] = true
	}
	var links []view.Link
	for p := range e.site.Pages.All() {
		if p.Project == nil && !inMenu[p.Path] && strings.Count(p.Path, "/") == 2 {
			links = append(links, view.Link{Text: e.menuTitle(p.Path), URL: e.url(p.Path)})
		}
	}
	files := report.DataFiles()
	return append(links,
		view.Link{Text: e.Say("all-csv"), URL: e.shared(files[0])},
		view.Link{Text: e.Say("all-json"), URL: e.shared(files[1])})
}

// section is the trail of the pages in a section.
func (e *edition) section(address string) []view.Link {
	return []view.Link{{Text: e.menuTitle(address), URL: e.url(address)}}
}

// ancestors is the trail of a free page: the pages of the folders around it.
func (e *edition) ancestors(address string) []view.Link {
	var trail []view.Link
	parts := strings.Split(strings.Trim(address, "/"), "/")
	for i := 1; i < len(parts); i++ {
		above := "/" + strings.Join(parts[:i], "/") + "/"
		if e.writing(above) != nil || above == report.ProjectsPath || above == report.MetricsPath {
			trail = append(trail, view.Link{Text: e.menuTitle(above), URL: e.url(above)})
		}
	}
	return trail
}

// summary returns a page's summary as plain text.
func (e *edition) summary(w *report.Writing, p *report.Project) string {
	if w == nil {
		return ""
	}
	return e.plain(w.Summary, p)
}
