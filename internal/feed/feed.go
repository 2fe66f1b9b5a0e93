// Package feed tells programs what is new on a site, in one language: as Atom
// (RFC 4287) and as JSON Feed 1.1. What is new are updates, corrections, projects
// that were completed, and values that were published, each on its own day: no
// date comes from a clock.
package feed

import (
	"gongshi/internal/compose"
	"gongshi/internal/locale"
	"gongshi/internal/report"
)

// Maker makes the feeds of a site in one language.
type Maker struct {
	*compose.Composer
	Absolute func(address string) string // the whole address of a page or file of this language
}

// A feed is a list of what is new, and what is said of the list.
type feed struct {
	lang            string // BCP 47
	title, subtitle string // subtitle may be ""
	self, alternate string // addresses: of the feed itself, and of the page that it goes with
	author          author
	updated         locale.Date // of the newest entry; without one, the date that the site speaks of
	entries         []entry     // newest first
}

// An author is the office that publishes the site or, where the site names none, the
// site itself: Atom demands one.
type author struct{ name, url string } // url may be ""

// Title returns the name of the feed of all that is new or, with the id of an area,
// of what concerns that area.
func (m *Maker) Title(area string) string {
	site := m.Site.Title.String(m.Lang)
	if area == "" {
		return m.Say("feed-title", site)
	}
	return m.Say("feed-area-title", site, m.Place(report.Ref{ID: area}))
}

// Page returns the address of the page that a feed goes with.
func (m *Maker) Page(area string) string {
	if area == "" {
		return report.HomePath
	}
	return "/areas/" + area + "/"
}

// make makes the feed that is at an address: of one area or, without one, of all.
func (m *Maker) make(address, area string) feed {
	f := feed{
		lang: m.Lang.Tag, title: m.Title(area), subtitle: m.Site.Tagline.String(m.Lang),
		self: m.Absolute(address), alternate: m.Absolute(m.Page(area)),
		author:  author{m.Site.Publisher.Name.String(m.Lang), m.Site.Publisher.URL},
		entries: m.entries(area), updated: m.Site.AsOf(),
	}
	if f.author.name == "" {
		f.author = author{m.Site.Title.String(m.Lang), m.Absolute(report.HomePath)}
	}
	if len(f.entries) > 0 {
		f.updated = f.entries[0].updated
	}
	return f
}

// midnight is the time at which a day begins, RFC 3339. Nobody wrote an hour down; in
// the zones of China and of the United Kingdom it is the same day at that time.
func midnight(d locale.Date) string { return d.String() + "T00:00:00Z" }
