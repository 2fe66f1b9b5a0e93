package edition

import (
	"cmp"
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
	short       string // the title among its trail; "" for that of its menu or, without one, the whole
	description string
	trail       []view.Link       // the pages between home and this one
	figures     []view.FigureNote // those in its text
	area        string            // the id of the area that it is about, which has projects; "" for most pages
}

// baseView fills what every page has.
func (e *Edition) baseView(h head) view.Base {
	if h.description == "" { // a page that nobody summed up: search engines want a sentence of every page
		h.description = h.title + e.Say("colon") + cmp.Or(e.Site.Tagline.String(e.Lang), e.Site.Title.String(e.Lang))
	}
	b := view.Base{
		Lang:         e.Lang.Tag,
		SiteTitle:    e.Site.Title.String(e.Lang),
		Tagline:      e.Site.Tagline.String(e.Lang),
		Notice:       e.Site.Notice.String(e.Lang),
		Title:        h.title,
		Description:  h.description,
		IsHome:       h.address == report.HomePath,
		HomeURL:      e.URL(report.HomePath),
		Menu:         e.menu(h.address),
		Languages:    e.languageLinks(h.address),
		Style:        e.Shared(e.set.Look.Style.Path),
		Display:      e.Shared(e.set.Look.Display.Path),
		Paper:        view.Paper{Light: e.set.Look.Paper[0], Dark: e.set.Look.Paper[1]},
		Icon:         view.Icon{URL: e.Shared(e.set.Look.Icon.Path), Type: e.set.Look.Icon.Type, Width: e.set.Look.Icon.Width, Height: e.set.Look.Icon.Height},
		Publisher:    e.Site.Publisher.Name.String(e.Lang),
		PublisherURL: e.Site.Publisher.URL,
		Figures:      h.figures,
		Footer:       e.foot,
		Feeds:        e.feeds(h.area),
	}
	if h.address != report.SearchPath {
		b.SearchURL = e.URL(report.SearchPath)
	}
	b.Gov = e.atlas().GovFooter()
	if h.address == "" {
		return b
	}
	b.Tags, b.Published = e.tags(h), e.published(h.address)
	if w := e.Titles.Writing(h.address); w != nil && hasChart(w.Body, func(string) bool { return true }) {
		b.Scripts = []string{e.Shared(e.set.Look.Script.Path)}
	}
	if p, ok := e.Site.Pages.Get(h.address); ok {
		if newer, stale := e.Site.StaleIn(p, e.Lang); stale {
			b.Stale = e.Say("stale-translation", e.Say("language-"+newer.Code))
		}
	}
	b.Share = e.share(h.address)
	b.Canonical = e.Absolute(h.address)
	b.Default = e.set.Editions[0].Absolute(h.address)
	for _, other := range e.set.Editions {
		b.Alternate = append(b.Alternate, view.Alternate{Lang: other.Lang.Tag, URL: other.Absolute(h.address)})
	}
	if !b.IsHome {
		b.Trail = append([]view.Link{{Text: e.Say("home"), URL: b.HomeURL}}, h.trail...)
		b.Trail = append(b.Trail, view.Link{Text: cmp.Or(h.short, e.Titles.Short(h.address), h.title), URL: e.URL(h.address), Current: true})
	}
	about := linked.Data{Presenter: e.Presenter, Absolute: e.Absolute, Shared: e.Shared}
	b.Linked = about.Script(linked.Page{Address: h.address, Title: h.title, Description: h.description, Trail: b.Trail})
	return b
}

// menu leads to the pages of the menu.
func (e *Edition) menu(current string) []view.Link {
	var links []view.Link
	for _, address := range route.Menu(e.Site) {
		here := address == current || address != report.HomePath && strings.HasPrefix(current, address)
		links = append(links, view.Link{Text: e.Titles.Menu(address), URL: e.URL(address), Current: here})
	}
	return links
}

// languageLinks leads to the same page in every language.
func (e *Edition) languageLinks(address string) []view.Link {
	if len(e.set.Editions) < 2 {
		return nil
	}
	if address == "" {
		address = report.HomePath
	}
	var links []view.Link
	for _, other := range e.set.Editions {
		links = append(links, view.Link{Text: other.Lang.Name, URL: other.URL(address), Lang: other.Lang.Tag, Current: other.Lang == e.Lang})
	}
	return links
}

// maxFoot is how many links the foot of a page has at most.
const maxFoot = 24

// footer leads to the sections and free pages that the menu leaves out, so that
// every page can be reached from every page.
func (e *Edition) footer() []view.Link {
	left := append([]string{report.HomePath}, route.Menu(e.Site)...)
	var links []view.Link
	add := func(address string) {
		if !slices.Contains(left, address) {
			links = append(links, view.Link{Text: e.Titles.Menu(address), URL: e.URL(address)})
		}
	}
	hidden := map[string]bool{} // the site map leads there, and the filters of the list where it has any
	for f := range e.Facets.All() {
		hidden[f.Path] = !f.Filter || e.Many() && f.ID != "area"
	}
	for _, address := range route.Sections(e.Site) {
		if !hidden[address] {
			add(address)
		}
	}
	for _, address := range route.Top(e.Site) {
		if len(links) < maxFoot {
			add(address)
		}
	}
	if feed.Dated(e.Site) {
		links = append(links, view.Link{Text: e.Say("feed"), URL: e.URL(feed.AtomPath)})
	}
	return links
}

// section is the trail of the pages in a section.
func (e *Edition) section(address string) []view.Link {
	return []view.Link{{Text: e.Titles.Menu(address), URL: e.URL(address)}}
}

// ancestors is the trail of a free page: the pages of the folders around it.
func (e *Edition) ancestors(address string) []view.Link {
	var trail []view.Link
	parts := strings.Split(strings.Trim(address, "/"), "/")
	for i := 1; i < len(parts); i++ {
		above := "/" + strings.Join(parts[:i], "/") + "/"
		if e.Titles.Writing(above) != nil || route.IsSection(e.Site, above) {
			trail = append(trail, view.Link{Text: e.Titles.Menu(above), URL: e.URL(above)})
		}
	}
	return trail
}
