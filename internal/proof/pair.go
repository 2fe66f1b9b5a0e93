package proof

import (
	"maps"
	"slices"
	"strings"
	"unicode"

	"gongshi/internal/diag"
	"gongshi/internal/locale"
	"gongshi/internal/markdown"
	"gongshi/internal/report"
	"gongshi/internal/route"
)

// pairs looks at every page in the default language beside each other language.
func pairs(s *report.Site, look func(first, other *report.Writing, p *report.Page, lang *locale.Language)) {
	if len(s.Languages) == 0 {
		return
	}
	for p := range s.Pages.All() {
		first := p.In[s.Languages[0].Code]
		for _, lang := range s.Languages[1:] {
			if other := p.In[lang.Code]; first != nil && other != nil && !first.Broken && !other.Broken {
				look(first, other, p, lang)
			}
		}
	}
}

// languagesAgree reports figures, charts and pictures that one language of a page
// shows and another does not.
func languagesAgree(s *report.Site) diag.List {
	var l diag.List
	pairs(s, func(first, other *report.Writing, p *report.Page, lang *locale.Language) {
		l.Append(lacks(other, lang, shown(s, p, first), shown(s, p, other)))
		l.Append(lacks(first, s.Languages[0], shown(s, p, other), shown(s, p, first)))
	})
	return l
}

// lacks reports what stands in one language and is missing in a writing.
func lacks(w *report.Writing, lang *locale.Language, has, lacking map[string]diag.Pos) diag.List {
	var l diag.List
	for _, what := range slices.Sorted(maps.Keys(has)) {
		if _, ok := lacking[what]; !ok {
			l.Add(diag.At(diag.Pos{File: w.File}, "page does not show %s in %s (%s), as it does in another language", what, lang.Name, lang.Code).
				WithSee(has[what]))
		}
	}
	return l
}

// shown lists the figures and charts of a writing, as they are written, and its
// pictures, each with its first place. The form of a figure is the language's own
// choice.
func shown(s *report.Site, p *report.Page, w *report.Writing) map[string]diag.Pos {
	list := map[string]diag.Pos{}
	add := func(what string, pos diag.Pos) {
		if _, ok := list[what]; !ok {
			list[what] = pos
		}
	}
	for _, parts := range [][]markdown.Part{w.Title.Parts, w.MenuTitle.Parts, w.Summary.Parts, w.Body.Parts} {
		for ref := range markdown.Refs(parts) {
			if s.Metrics.Has(ref.ID) {
				add(meaning(*ref), ref.Pos)
			}
		}
		for _, part := range parts {
			if part.Chart != nil && s.Charts.Has(part.Chart.ID) {
				add("{{chart "+part.Chart.ID+"}}", part.Chart.Pos)
			}
		}
	}
	for placed := range w.Body.Pictures() {
		if picture, ok := route.Picture(s, p, placed.Dest); ok {
			add("the picture "+picture.Name, placed.Pos)
		}
	}
	return list
}

// meaning returns a reference without what each language may choose: whether it
// prints the unit or the date.
func meaning(r markdown.Ref) string {
	if r.Form == markdown.Value || r.Form == markdown.AsOf {
		r.Form = markdown.Quantity
	}
	return r.Written()
}

// headingsAgree notes pages whose headings differ in number or level between
// two languages: something may not have been translated.
func headingsAgree(s *report.Site) diag.List {
	var l diag.List
	pairs(s, func(first, other *report.Writing, _ *report.Page, _ *locale.Language) {
		a, b := first.Body.Headings, other.Body.Headings
		for i := range max(len(a), len(b)) {
			switch {
			case i >= len(a):
				l.Add(diag.At(b[i].Pos, "heading has no counterpart in %s", first.File).AsNotice())
			case i >= len(b):
				l.Add(diag.At(a[i].Pos, "heading has no counterpart in %s", other.File).AsNotice())
			case a[i].Level != b[i].Level:
				l.Add(diag.At(b[i].Pos, "heading is of level %d, its counterpart of level %d", b[i].Level, a[i].Level).WithSee(a[i].Pos).AsNotice())
			default:
				continue
			}
			return // the headings after it are out of step
		}
	})
	return l
}

// translated reports texts that are the same in two languages, which is how an
// untranslated text looks. A name of few words may be the same: 5G, km. One of
// many words is a notice.
func translated(s *report.Site) diag.List {
	var l diag.List
	if len(s.Languages) == 0 {
		return l
	}
	first := s.Languages[0]
	for _, t := range s.Texts {
		for _, lang := range s.Languages[1:] {
			if text := t.In[lang.Code]; text == t.In[first.Code] && needsTranslation(text) {
				l.Add(asSure(text, diag.At(t.Pos, "%q is the same text in %s and in %s", t.Key, first.Name, lang.Name)))
			}
		}
	}
	l.Append(unitsTranslated(s))
	pairs(s, func(a, b *report.Writing, _ *report.Page, lang *locale.Language) {
		for _, run := range untranslated(a, b) {
			l.Add(asSure(run.Text, diag.At(run.Pos(0), "text is the same in %s and in %s", first.Name, lang.Name).WithSee(sameRun(a, run))))
		}
	})
	return l
}

// unitsTranslated reports units of another language that are the Chinese word.
func unitsTranslated(s *report.Site) diag.List {
	var l diag.List
	for m := range s.Metrics.All() {
		first := slices.Collect(maps.Values(m.Unit.In[s.Languages[0].Code]))
		for _, lang := range s.Languages[1:] {
			if slices.ContainsFunc(lang.Plurals, func(p locale.Plural) bool {
				text := m.Unit.In[lang.Code][p]
				return hasHan(text) && slices.Contains(first, text)
			}) {
				l.Add(diag.At(m.Unit.Pos, "\"unit\" is the same text in %s and in %s", s.Languages[0].Name, lang.Name))
			}
		}
	}
	return l
}

// needsTranslation reports whether a text can hardly be the same in two
// languages: it has Han characters, or several words.
func needsTranslation(text string) bool {
	return hasHan(text) || len(words(text)) > 3
}

func words(text string) []string {
	return strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && r != '\'' && r != '-' })
}

// mostNameWords is how many words a proper name may have, which is the same in
// every language: The Institute of Urban Lighting.
const mostNameWords = 8

// asSure makes a notice of a problem when the text may be a proper name.
func asSure(text string, p diag.Problem) diag.Problem {
	if hasHan(text) || len(words(text)) > mostNameWords {
		return p
	}
	return p.AsNotice()
}

func hasHan(text string) bool {
	return strings.ContainsFunc(text, func(r rune) bool { return unicode.Is(unicode.Han, r) })
}

// untranslated returns the blocks of b that stand in a to the letter.
func untranslated(a, b *report.Writing) []markdown.Run {
	inA := map[string]bool{}
	for _, run := range a.Runs() {
		inA[run.Text] = true
	}
	return slices.DeleteFunc(b.Runs(), func(r markdown.Run) bool { return !inA[r.Text] || !needsTranslation(r.Text) })
}

func sameRun(w *report.Writing, run markdown.Run) diag.Pos {
	for _, r := range w.Runs() {
		if r.Text == run.Text {
			return r.Pos(0)
		}
	}
	return diag.Pos{File: w.File}
}
