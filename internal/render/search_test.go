package render

import (
	"slices"
	"strings"
	"testing"
	"unicode"

	"gongshi/internal/indexed"
	"gongshi/internal/report"
	wordsof "gongshi/internal/words"
	"gongshi/templates"
)

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
