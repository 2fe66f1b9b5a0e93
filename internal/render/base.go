package render

import (
	"cmp"
	"path"
	"slices"
	"strings"

	"gongshi/internal/feed"
	"gongshi/internal/linked"
	"gongshi/internal/report"
	"gongshi/internal/route"
	"gongshi/internal/view"
)

// head is what a page says of itself.
type head struct {
	address     string // "/about/"; "" for the 404 page
	title       string
	description string
	trail       []view.Link       // the pages between home and this one
	figures     []view.FigureNote // those in its text
	area        string            // the id of the area that it is about, which has projects; "" for most pages
}

// baseView fills what every page has.
func (e *edition) baseView(h head) view.Base {
	b := view.Base{
		Lang:         e.Lang.Tag,
		SiteTitle:    e.Site.Title.String(e.Lang),
		Tagline:      e.Site.Tagline.String(e.Lang),
		Notice:       e.Site.Notice.String(e.Lang),
		Title:        h.title,
		Description:  h.description,
		IsHome:       h.address == report.HomePath,
		HomeURL:      e.url(report.HomePath),
		Menu:         e.menu(h.address),
		Languages:    e.languageLinks(h.address),
		Style:        e.shared(e.look.Style.Path),
		Display:      e.shared(e.look.Display.Path),
		Paper:        view.Paper{Light: e.look.Paper[0], Dark: e.look.Paper[1]},
		Icon:         view.Icon{URL: e.shared(e.look.Icon.Path), Type: e.look.Icon.Type, Width: e.look.Icon.Width, Height: e.look.Icon.Height},
		Publisher:    e.Site.Publisher.Name.String(e.Lang),
		PublisherURL: e.Site.Publisher.URL,
		Figures:      h.figures,
		Footer:       e.foot,
		Feeds:        e.feeds(h.area),
	}
	if h.address != report.SearchPath {
		b.SearchURL = e.url(report.SearchPath)
	}
	b.Gov = e.atlas().GovFooter()
	if h.address == "" {
		return b
	}
	b.Tags, b.Published = e.tags(h), e.published(h.address)
	if w := e.writing(h.address); w != nil && hasChart(w.Body, func(string) bool { return true }) {
		b.Scripts = []string{e.shared(e.look.Script.Path)}
	}
	if p, ok := e.Site.Pages.Get(h.address); ok {
		if newer, stale := e.Site.StaleIn(p, e.Lang); stale {
			b.Stale = e.Say("stale-translation", e.Say("language-"+newer.Code))
		}
	}
	b.Share = e.shares[h.address]
	b.Canonical = e.absolute(h.address)
	b.Default = e.Renderer.editions[0].absolute(h.address)
	for _, other := range e.Renderer.editions {
		b.Alternate = append(b.Alternate, view.Alternate{Lang: other.Lang.Tag, URL: other.absolute(h.address)})
	}
	if !b.IsHome {
		b.Trail = append([]view.Link{{Text: e.Say("home"), URL: b.HomeURL}}, h.trail...)
		b.Trail = append(b.Trail, view.Link{Text: e.trailTitle(h), URL: e.url(h.address), Current: true})
	}
	about := linked.Data{Presenter: e.Presenter, Absolute: e.absolute, Shared: e.shared}
	b.Linked = about.Script(linked.Page{Address: h.address, Title: h.title, Description: h.description, Trail: b.Trail})
	return b
}

// menu lists the pages that config.toml names, or the sections if it names none.
func (e *edition) menu(current string) []view.Link {
	addresses := []string{report.ProjectsPath, report.MetricsPath}
	if len(e.Site.Menu) > 0 {
		addresses = nil
		for _, ref := range e.Site.Menu {
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
	home, _ := e.Site.Pages.Get(report.HomePath)
	if t, ok := route.Resolve(e.Site, home, written); ok {
		return t.Path
	}
	return written
}

// trailTitle names the page itself at the end of its trail, as the menu does.
func (e *edition) trailTitle(h head) string {
	return cmp.Or(e.shortTitle(h.address), h.title)
}

// shortTitle returns the title that a page has for menus, "" when it has none.
func (e *edition) shortTitle(address string) string {
	w := e.writing(address)
	if w == nil {
		return ""
	}
	page, _ := e.Site.Pages.Get(address)
	return e.Plain(w.MenuTitle, page.Project)
}

// menuTitle returns a page's short title.
func (e *edition) menuTitle(address string) string {
	if w := e.writing(address); w != nil {
		return cmp.Or(e.shortTitle(address), e.Plain(w.Title, nil))
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
	case report.ChartsPath:
		return e.Say("charts")
	case report.UpdatesPath:
		return e.Say("updates")
	case report.MethodPath:
		return e.Say("how-we-count")
	case report.CorrectionsPath:
		return e.Say("corrections")
	case report.StatusPath:
		return e.Say("reporting-status")
	case report.ReportPath:
		return e.Say("report")
	case report.DataPath:
		return e.Say("data")
	case report.SearchPath:
		return e.Say("search")
	case report.GlossaryPath:
		return e.Say("glossary")
	case report.AccessibilityPath:
		return e.Say("accessibility")
	case report.SiteMapPath:
		return e.Say("site-map")
	}
	for f := range e.Facets.All() {
		if f.Path == address {
			return e.Say("projects-" + f.ID)
		}
	}
	for g := range e.facets.Groups() {
		if g.Path() == address {
			return e.Say("term-title", e.GroupPlace(g))
		}
	}
	id := path.Base(address)
	if m, ok := e.Site.Metrics.Get(id); ok && m.Path() == address {
		return m.Name.String(e.Lang)
	}
	if c, ok := e.Site.Charts.Get(id); ok && c.Path() == address {
		return c.Title.String(e.Lang)
	}
	return address
}

// writing returns the text at an address, nil when there is none.
func (e *edition) writing(address string) *report.Writing {
	if p, ok := e.Site.Pages.Get(address); ok {
		return p.In[e.Lang.Code]
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
		links = append(links, view.Link{Text: other.Lang.Name, URL: other.url(address), Lang: other.Lang.Tag, Current: other.Lang == e.Lang})
	}
	return links
}

// maxFoot is how many links the foot of a page has at most.
const maxFoot = 24

// footer leads to the sections and free pages that the menu leaves out, so that
// every page can be reached from every page.
func (e *edition) footer() []view.Link {
	inMenu := map[string]bool{report.HomePath: true}
	for _, ref := range e.Site.Menu {
		inMenu[e.pageAddress(ref.ID)] = true
	}
	var links []view.Link
	add := func(address string) {
		if !inMenu[address] {
			links = append(links, view.Link{Text: e.menuTitle(address), URL: e.url(address)})
		}
	}
	for _, address := range route.Sections(e.Site) {
		// To most pages of sorted projects the filters of the list lead, where it has any.
		if f, ok := e.Facets.Get("area"); !e.Many() || ok && f.Path == address || !slices.Contains(e.Site.Sorted.Sections, address) {
			add(address)
		}
	}
	for _, p := range e.topPages() {
		if len(links) < maxFoot {
			add(p.Path)
		}
	}
	if feed.Dated(e.Site) {
		links = append(links, view.Link{Text: e.Say("feed"), URL: e.url(feed.AtomPath)})
	}
	return links
}

// topPages lists the free pages that lie in no other.
func (e *edition) topPages() []*report.Page {
	var list []*report.Page
	for p := range e.Site.Pages.All() {
		if p.Project == nil && !route.IsSection(e.Site, p.Path) && strings.Count(p.Path, "/") == 2 {
			list = append(list, p)
		}
	}
	return list
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
		if e.writing(above) != nil || route.IsSection(e.Site, above) {
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
	return e.Plain(w.Summary, p)
}
