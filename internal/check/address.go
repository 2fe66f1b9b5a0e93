package check

import (
	"strings"

	"gongshi/internal/diag"
	"gongshi/internal/report"
	"gongshi/internal/route"
)

func addressesUnique(s *report.Site) diag.List {
	var l diag.List
	taken := map[string]diag.Pos{} // by lower case: some systems do not tell the cases apart
	claim := func(address string, pos diag.Pos) {
		key := strings.ToLower(strings.Trim(address, "/"))
		if first, ok := taken[key]; ok {
			l.Add(diag.At(pos, "address %s is taken already", address).WithSee(first))
			return
		}
		taken[key] = pos
	}
	for m := range s.Metrics.All() {
		claim(m.Path(), m.Pos)
	}
	for c := range s.Charts.All() {
		for _, address := range c.Addresses() {
			claim(address, c.Pos)
		}
	}
	for address, page := range s.Sorted.Pages.Pairs() {
		claim(address, page.Pos)
		claim(report.SortedFile(address), page.Pos)
	}
	for p := range s.Pages.All() {
		claim(p.Path, p.Place())
		l.Append(notReserved(s, p.Path, p.Place()))
	}
	for f := range s.Files.All() {
		claim(f.Path, diag.Pos{File: f.Name})
		l.Append(notReserved(s, f.Path, diag.Pos{File: f.Name}))
	}
	return l
}

// notReserved reports a page or a document at an address that the site needs for
// itself.
func notReserved(s *report.Site, address string, pos diag.Pos) diag.List {
	var l diag.List
	if first, ok := route.Reserves(s, address); ok {
		l.Add(diag.At(pos, "address %s begins with %q, which the site needs for itself", address, first).
			WithHint("rename the folder content/%s", first))
	}
	return l
}
