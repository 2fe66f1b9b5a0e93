package proof

import (
	"strings"

	"gongshi/internal/diag"
	"gongshi/internal/facet"
	"gongshi/internal/locale"
	"gongshi/internal/report"
	"gongshi/internal/route"
)

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

// placeholders reports the marks of hints and examples, which stand for a text, where a
// text should be: in TOML, in a unit, in a title.
func placeholders(s *report.Site) diag.List {
	var l diag.List
	look := func(pos diag.Pos, key, text string, lang *locale.Language) {
		if standsForText(text) {
			l.Add(diag.At(pos, "%q has only %s in %s (%s), which stands for a text", key, text, lang.Name, lang.Code).WithHint("write the text itself"))
		}
	}
	for _, lang := range s.Languages {
		for _, t := range s.Texts {
			look(t.Pos, t.Key, t.String(lang), lang)
		}
		for m := range s.Metrics.All() {
			for _, form := range lang.Plurals {
				look(m.Unit.Pos, "unit", m.Unit.In[lang.Code][form], lang)
			}
		}
		for p := range s.Pages.All() {
			if w := p.In[lang.Code]; w != nil {
				look(w.Title.Pos, "title", w.Title.Run().Text, lang)
			}
		}
	}
	return l
}

// standsForText reports whether a text is made of marks such as … or ? alone.
func standsForText(text string) bool {
	return strings.TrimSpace(text) != "" && strings.Trim(text, "….。·?？ \u3000") == ""
}

// publishedInAll notes texts that do not say when they were published, as another
// language of the page does. The days may differ: a translation may come later.
func publishedInAll(s *report.Site) diag.List {
	var l diag.List
	if s.Profile == report.ProfileCNGov {
		return l // which demands it of each article
	}
	pairs(s, func(first, other *report.Writing, _ *report.Page, _ *locale.Language) {
		dated, undated := first, other
		if !dated.Published.Set() {
			dated, undated = other, first
		}
		if dated.Published.Set() && !undated.Published.Set() {
			l.Add(diag.At(diag.Pos{File: undated.File, Line: 1, Col: 1}, "page does not say when it was published, as it does in the other language").
				WithSee(dated.Published.Pos).WithHint("add published between the lines of +++, or take it out of both").AsNotice())
		}
	})
	return l
}
