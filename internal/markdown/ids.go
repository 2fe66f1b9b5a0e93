package markdown

import (
	"fmt"
	"strings"
	"unicode"

	"gongshi/internal/diag"
)

// ids are the ids of a page's headings, each with the place of its heading.
type ids map[string]diag.Pos

// generate returns an id made of the letters and digits of a heading. (goldmark's
// own drop every Han character.)
func (x ids) generate(heading string) string {
	words := strings.FieldsFunc(strings.ToLower(heading), func(r rune) bool { return !inID(r) })
	base := strings.Join(words, "-")
	if base == "" || strings.HasPrefix(base, chartPrefix) {
		base = strings.TrimSuffix("section-"+base, "-")
	}
	id := base
	for n := 2; x.has(id) || reserved(id); n++ {
		id = fmt.Sprintf("%s-%d", base, n)
	}
	return id
}

func (x ids) has(id string) bool {
	_, ok := x[id]
	return ok
}

// inID reports whether an id may have r besides hyphens.
func inID(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// validHeadingID reports whether an author's id may stand in an address.
func validHeadingID(id string) bool {
	return id != "" && !strings.ContainsFunc(id, func(r rune) bool { return !inID(r) && r != '-' })
}

// What the ids of a page's own parts look like: its charts, and the headings that
// templates write.
const (
	chartPrefix   = "chart-"
	headingSuffix = "-heading"
)

// reserved reports whether the page around the text may have an id itself.
func reserved(id string) bool {
	return id == "main" || strings.HasPrefix(id, chartPrefix) || strings.HasSuffix(id, headingSuffix)
}
