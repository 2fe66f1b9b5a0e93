// Package anchor gives the headings of a page their ids, by which links lead to them.
package anchor

import (
	"fmt"
	"strings"
	"unicode"

	"gongshi/internal/diag"
)

// IDs are the ids of a page's headings.
type IDs struct {
	at   map[string]diag.Pos // each with the place of its heading
	last map[string]int      // the last number that was put after a word, to go on from
}

// NewIDs returns no ids yet.
func NewIDs() *IDs { return &IDs{map[string]diag.Pos{}, map[string]int{}} }

// Take notes the id of a heading. The first heading of an id keeps it.
func (x *IDs) Take(id string, pos diag.Pos) {
	if _, taken := x.Taken(id); !taken {
		x.at[id] = pos
	}
}

// Taken returns the place of the heading that has an id, if one has.
func (x *IDs) Taken(id string) (diag.Pos, bool) {
	pos, taken := x.at[id]
	return pos, taken
}

// Generate returns an id made of the letters and digits of a heading, which no other
// has. (goldmark's own drop every Han character.)
func (x *IDs) Generate(heading string) string {
	words := strings.FieldsFunc(strings.ToLower(heading), func(r rune) bool { return !inID(r) })
	base := strings.Join(words, "-")
	if base == "" || strings.HasPrefix(base, chartPrefix) {
		base = strings.TrimSuffix("section-"+base, "-")
	}
	id := base
	for {
		if _, taken := x.Taken(id); !taken && !Reserved(id) {
			return id
		}
		x.last[base] = max(x.last[base], 1) + 1
		id = fmt.Sprintf("%s-%d", base, x.last[base])
	}
}

// inID reports whether an id may have r besides hyphens.
func inID(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// Valid reports whether an author's id may stand in an address.
func Valid(id string) bool {
	return id != "" && !strings.ContainsFunc(id, func(r rune) bool { return !inID(r) && r != '-' })
}

// What the ids of a page's own parts look like: its charts, and the headings that
// templates write.
const (
	chartPrefix   = "chart-"
	headingSuffix = "-heading"
)

// Reserved reports whether the page around the text may have an id itself.
func Reserved(id string) bool {
	return id == "main" || strings.HasPrefix(id, chartPrefix) || strings.HasSuffix(id, headingSuffix)
}
