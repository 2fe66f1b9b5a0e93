package acceptance

import (
	"slices"
	"testing"
)

// clicks is how far a page may be from the home page of its language.
const clicks = 3

// testReach follows the links from each home page: a reader comes to every page
// within a few clicks.
func (s *site) testReach(t *testing.T) {
	docs := map[string]document{} // by page
	for _, d := range s.documents(t) {
		docs[d.page] = d
	}
	far := map[string]int{} // clicks from the nearest home page
	var homes []string
	for _, n := range docs["index.html"].elements("link") {
		if attr(n, "hreflang") != "" {
			if page, inside := s.fileOf(docs["index.html"].resolve(t, attr(n, "href"))); inside {
				homes = append(homes, page)
			}
		}
	}
	for at, here := 0, homes; len(here) > 0; at++ {
		var next []string
		for _, page := range here {
			if _, seen := far[page]; seen {
				continue
			}
			far[page] = at
			for _, n := range docs[page].elements("a") {
				if to, inside := s.fileOf(docs[page].resolve(t, attr(n, "href"))); inside && docs[to].root != nil {
					next = append(next, to)
				}
			}
		}
		slices.Sort(next)
		here = slices.Compact(next)
	}
	for page, d := range docs {
		at, reached := far[page]
		switch {
		case !d.stands(): // the 404 page, a chart alone
		case !reached:
			t.Errorf("%s: no link leads there", page)
		case at > clicks:
			t.Errorf("%s: %d clicks from the home page; it may be %d", page, at, clicks)
		}
	}
}
