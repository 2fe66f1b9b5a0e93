package proof

import (
	"slices"
	"strings"
	"unicode"

	"gongshi/internal/diag"
	"gongshi/internal/locale"
	"gongshi/internal/markdown"
	"gongshi/internal/report"
)

// termsAgree notes terms of the vocabulary and the glossary that a page names in
// one language, where the other language of the page does not have the name that
// they give: one thing should have one name.
func termsAgree(s *report.Site) diag.List {
	var l diag.List
	pairs(s, func(first, other *report.Writing, _ *report.Page, lang *locale.Language) {
		a, b := first.Runs(), other.Runs()
		for _, kind := range report.TermKinds {
			for t := range s.Vocabulary[kind].All() {
				l.Append(termAgrees(s.Languages[0], lang, t, a, b, other))
			}
		}
		for t := range s.Glossary.All() {
			l.Append(termAgrees(s.Languages[0], lang, t, a, b, other))
		}
	})
	return l
}

// oneName reports words of the glossary that have one name in one language and
// different names in another: one thing has one name.
func oneName(s *report.Site) diag.List {
	var l diag.List
	for _, lang := range s.Languages {
		named := map[string]*report.Term{}
		for t := range s.Glossary.All() {
			name := strings.ToLower(t.Name.String(lang))
			first, ok := named[name]
			switch {
			case name == "":
			case !ok:
				named[name] = t
			case slices.ContainsFunc(s.Languages, func(other *locale.Language) bool {
				return !strings.EqualFold(t.Name.String(other), first.Name.String(other))
			}):
				l.Add(diag.At(t.Name.Pos, "%q is the name of %q as well, which has another in the other language", t.Name.String(lang), first.ID).WithSee(first.Name.Pos).
					WithHint("give each word a name of its own in every language, or take one of the two out"))
			}
		}
	}
	return l
}

// termAgrees looks for a term in the text of both languages.
func termAgrees(from, to *locale.Language, t *report.Term, a, b []markdown.Run, other *report.Writing) diag.List {
	var l diag.List
	name, translation := t.Name.String(from), t.Name.String(to)
	if !telling(name) || translation == "" {
		return l
	}
	for _, run := range a {
		if at := strings.Index(run.Text, name); at >= 0 {
			if mentions(b, translation) {
				break
			}
			l.Add(diag.At(run.Pos(at), "%q is named here, but %s does not name %q, which is its name there", name, other.File, translation).
				WithSee(t.Pos).WithHint("use the same name for the same thing, or change it where it is defined").AsNotice())
			break
		}
	}
	return l
}

// telling reports whether a name is long enough not to stand in a text by
// chance: 区 and 已完成 do, 新建社区 does not.
func telling(name string) bool {
	letters := []rune(name)
	if len(letters) == 0 {
		return false
	}
	if unicode.Is(unicode.Han, letters[0]) {
		return len(letters) > 3
	}
	return strings.Contains(name, " ")
}

// mentions reports whether a text has a name, in capitals or not.
func mentions(runs []markdown.Run, name string) bool {
	name = strings.ToLower(name)
	for _, run := range runs {
		if strings.Contains(strings.ToLower(run.Text), name) {
			return true
		}
	}
	return false
}
