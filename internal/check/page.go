package check

import (
	"strings"

	"gongshi/internal/diag"
	"gongshi/internal/facet"
	"gongshi/internal/report"
	"gongshi/internal/route"
)

// publishedByNow reports texts that are said to have been published, and a test of the
// site that is said to have been made, after the date that the site speaks of; and notes
// texts that say when they were published in one language only.
func publishedByNow(s *report.Site) diag.List {
	var l diag.List
	now := today(s)
	const hint = "if the day is right, the site speaks of a later one: write date = … at the top of config.toml"
	if tested := s.Accessibility.Tested; tested.Compare(now) > 0 && !now.IsZero() {
		l.Add(diag.At(tested.Pos, "the site was tested on %s, but it speaks of %s", tested, now).WithHint(hint))
	}
	for p := range s.Pages.All() {
		var dated, undated *report.Writing
		for _, lang := range s.Languages {
			w := p.In[lang.Code]
			if w == nil || w.Broken {
				continue
			}
			if !w.Published.Set() {
				undated = w
				continue
			}
			dated = w
			if day, _, _ := strings.Cut(w.Published.ID, " "); day > now.String() && !now.IsZero() {
				l.Add(diag.At(w.Published.Pos, "page was published on %s, but the site speaks of %s", day, now).WithHint(hint))
			}
		}
		if dated != nil && undated != nil && s.Profile != report.ProfileCNGov { // which demands it of each article
			l.Add(diag.At(diag.Pos{File: undated.File, Line: 1, Col: 1}, "page does not say when it was published, as it does in the other language").
				WithSee(dated.Published.Pos).WithHint("add published between the lines of +++, or take it out of both").AsNotice())
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
