package atlas

import (
	"gongshi/internal/locale"
	"gongshi/internal/report"
	"gongshi/internal/view"
)

// Glossary lists the words that have one name in each language, and those of the
// vocabulary. The heads are the languages, the reader's first.
func (a Atlas) Glossary() (heads []view.Link, groups []view.GlossaryGroup) {
	for _, l := range a.ownFirst() {
		heads = append(heads, view.Link{Text: l.Name, Lang: l.Tag})
	}
	words := view.GlossaryGroup{Kind: a.Say("glossary-words")}
	for t := range a.Site.Glossary.All() {
		word := a.word(t)
		word.ID = t.ID
		words.Words = append(words.Words, word)
	}
	groups = append(groups, words)
	for _, kind := range report.TermKinds {
		group := view.GlossaryGroup{Kind: a.Say(string(kind))}
		for t := range a.Site.Vocabulary[kind].All() {
			group.Words = append(group.Words, a.word(t))
		}
		if len(group.Words) > 0 {
			groups = append(groups, group)
		}
	}
	return heads, groups
}

func (a Atlas) word(t *report.Term) view.GlossaryWord {
	w := view.GlossaryWord{Definition: t.Definition.String(a.Lang)}
	for _, l := range a.ownFirst() {
		w.Names = append(w.Names, view.Link{Text: t.Name.String(l), Lang: l.Tag})
	}
	return w
}

// ownFirst lists the languages of the site, that of the reader first.
func (a Atlas) ownFirst() []*locale.Language {
	list := []*locale.Language{a.Lang}
	for _, l := range a.Site.Languages {
		if l != a.Lang {
			list = append(list, l)
		}
	}
	return list
}
