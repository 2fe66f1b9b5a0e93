package markdown

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
)

// ids makes the addresses of headings. goldmark's own drop every Han character.
type ids map[string]bool

// newIDs returns ids that know those of the page around the text.
func newIDs() parser.IDs { return ids{"main": true} }

// Generate returns an id made of the letters and digits of a heading.
func (x ids) Generate(value []byte, _ ast.NodeKind) []byte {
	words := strings.FieldsFunc(strings.ToLower(string(value)), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r)
	})
	base := strings.Join(words, "-")
	if base == "" {
		base = "section"
	}
	id := base
	for n := 2; x[id]; n++ {
		id = fmt.Sprintf("%s-%d", base, n)
	}
	x[id] = true
	return []byte(id)
}

// Put takes an id that an author wrote.
func (x ids) Put(value []byte) { x[string(value)] = true }
