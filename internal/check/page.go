package check

import (
	"strings"

	"gongshi/internal/diag"
	"gongshi/internal/facet"
	"gongshi/internal/report"
	"gongshi/internal/route"
)

// publishedByNow reports texts that are said to have been published after the date
// that the site speaks of. Where config.toml gives none, only a clock could tell.
func publishedByNow(s *report.Site) diag.List {
	var l diag.List
	for p := range s.Pages.All() {
		for _, lang := range s.Languages {
			w := p.In[lang.Code]
			if w == nil || !w.Published.Set() || s.Date.IsZero() {
				continue
			}
			if day, _, _ := strings.Cut(w.Published.ID, " "); day > s.Date.String() {
				l.Add(diag.At(w.Published.Pos, "page was published on %s, but the site speaks of %s", day, s.Date).WithSee(s.Date.Pos))
			}
		}
	}
	return l
}

// pagesSaySomething reports pages that are empty: a free page without a text and
// without a page below it, and a project without a word on what was done. A section of
// the site's own is never empty: it lists things, or says that there are none. That of
// sorted projects lists some as soon as there are any.
func pagesSaySomething(s *report.Site) diag.List {
	var l diag.List
	for p := range s.Pages.All() {
		if route.IsSection(s, p.Path) || facet.IsSection(p.Path) {
			continue
		}
		for _, lang := range s.Languages {
			if w := p.In[lang.Code]; w != nil && !w.Broken && w.Body.Empty() && len(route.Below(s, p)) == 0 {
				l.Add(diag.At(diag.Pos{File: w.File}, "page is empty: there is no text below its title, and no page below it").
					WithHint("write the text, or take the folder %s out", p.Dir))
			}
		}
	}
	return l
}
