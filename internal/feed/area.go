package feed

import (
	"strings"

	"gongshi/internal/hosting"
	"gongshi/internal/report"
)

// Where the feeds are, below the address of a language's home page.
const (
	AtomPath = "/feed.atom"
	JSONPath = "/feed.json"
)

// Type returns the media type of a feed of the site, by its path.
func Type(path string) string { return hosting.MediaType(strings.TrimPrefix(path, "/")) }

// AreaPath returns the address of the Atom feed of an area.
func AreaPath(area string) string { return "/areas/" + area + AtomPath }

// Dated reports whether a site has a date to tell of. One without sources and updates
// has none, nor anything new, and gets no feed: Atom demands a date.
func Dated(s *report.Site) bool { return !s.AsOf().IsZero() || s.Updates.Len() > 0 }

// Areas lists the areas that have a feed: those in which, or in areas within which,
// there are projects.
func Areas(s *report.Site) []string {
	found := map[string]bool{}
	for p := range s.Projects.All() {
		for t := range s.Within(p.Area) {
			found[t.ID] = true
		}
	}
	var areas []string
	for id := range s.Vocabulary[report.Area].Pairs() {
		if found[id] {
			areas = append(areas, id)
		}
	}
	return areas
}

// liesIn reports whether an area is another, or lies within it. Every area lies in "",
// which stands for all.
func (m *Maker) liesIn(area report.Ref, outer string) bool {
	for t := range m.Site.Within(area) {
		if t.ID == outer {
			return true
		}
	}
	return outer == ""
}
