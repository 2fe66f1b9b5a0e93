package render

import (
	"slices"
	"strings"
	"testing"
	"unicode"

	"gongshi/internal/indexed"
	"gongshi/internal/locale"
	"gongshi/internal/report"
	wordsof "gongshi/internal/words"
	"gongshi/templates"
)

// A project is found by each step of its course, a page by what it lists, if that has no
// page of its own.
func TestIndexHasWhatPagesList(t *testing.T) {
	s := laden(t, tame)
	p, _ := s.Projects.Get("other")
	first := locale.Date{Year: 2024, Month: 3, Day: 5}
	p.Milestones = []report.Milestone{{Date: first, Text: both("打桩", "Piles driven")}}
	p.Planned = []report.Milestone{{Date: locale.Date{Year: 2025, Month: 3, Day: 5}, Text: both("验收", "Handover")}}
	s.Glossary.Add("hall", &report.Term{ID: "hall", Name: both("议事厅", "Assembly hall"), Definition: both("商量事的地方", "Where matters are settled")})
	lights, _ := s.Metrics.Get("lights")
	lights.Corrections[0].Reason = both("重复登记", "Counted twice")
	s.AddUp()
	r := renderer(t, s, templates.FS)
	e := r.set.Editions[1] // English
	found := map[string]string{}
	for i, d := range indexed.Documents(e.Titles) {
		found[indexed.Pages(s)[i]] = d.Kind + "\n" + d.Text
	}
	for address, want := range map[string][]string{
		"/projects/other/":          {"Project\n", "5 March 2024: Piles driven", "5 March 2025: Handover", "5 March 2024: 4 word", "25 November 2024: 9 word"},
		"/updates/2024-11-25-note/": {"Update\n"},
		"/glossary/":                {"议事厅", "Assembly hall", "Where matters are settled"},
		"/corrections/":             {"Correction (a mistake)", "165 word", "156 word", "Counted twice"},
		"/metrics/lights/":          {"Figure\n", "165 word", "Counted twice"},
	} {
		for _, part := range want {
			if !strings.Contains(found[address], part) {
				t.Errorf("%s is not found by %q: %s", address, part, found[address])
			}
		}
	}
}

// What is found of a page is what the page says: the guard looks at pages, and not at
// the index.
func TestIndexSaysWhatPagesSay(t *testing.T) {
	r := renderer(t, laden(t, tame), templates.FS)
	separate := func(c rune) bool { return !unicode.In(c, unicode.L, unicode.N) }
	for _, e := range r.set.Editions {
		addresses, documents := indexed.Pages(e.Site), indexed.Documents(e.Titles)
		if len(documents) != len(addresses) || slices.Contains(addresses, report.SearchPath) {
			t.Fatalf("%s: %d documents for %q", e.Lang.Code, len(documents), addresses)
		}
		for i, d := range documents {
			name := e.Path(addresses[i]) + "index.html"
			said := ""
			for _, text := range wordsof.Parts(name, []byte(get(t, r, name)))[0].Texts {
				said += string(text.Bytes)
			}
			said = strings.ReplaceAll(said, "\u00a0", " ")
			for _, word := range strings.FieldsFunc(d.Title+"\n"+d.Text, separate) {
				if !strings.Contains(said, word) {
					t.Errorf("%s does not say %q, by which it is found", name, word)
				}
			}
		}
	}
}
