package markdown

import (
	"bytes"
	"regexp"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// piece is a part of what a text node prints, and the offset at which it was
// written.
type piece struct {
	at    int
	text  string
	meant bool // marks that were escaped: no rule takes them for markup
}

// meantMarks are the marks which, escaped, are meant to be printed.
const meantMarks = "*#|<{}[]"

// escaped matches what prints something other than itself: two braces that are
// meant, with those that close them; a mark after a backslash; an entity.
var escaped = regexp.MustCompile(`(\\\{\\?\{)|(\}\})|\\[!-/:-@\[-\x60{-~]|&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]*);`)

// wholeText returns the source of a text node and of those that follow it without
// a gap, and the last of them: goldmark cuts a text where something might begin,
// as at a brace. It reports false for a node that continues another.
func wholeText(n *ast.Text) (all text.Segment, last *ast.Text, ok bool) {
	if before, is := n.PreviousSibling().(*ast.Text); is && continues(before, n) {
		return text.Segment{}, nil, false
	}
	last = n
	for {
		next, is := last.NextSibling().(*ast.Text)
		if !is || !continues(last, next) {
			return n.Segment.WithStop(last.Segment.Stop), last, true
		}
		last = next
	}
}

// continues reports whether a text node goes on where another ends.
func continues(before, n *ast.Text) bool {
	return before.Segment.Stop == n.Segment.Start && n.Segment.Padding == 0 && before.IsRaw() == n.IsRaw() &&
		!before.SoftLineBreak() && !before.HardLineBreak()
}

// pieces splits the source of a text where what it prints and what was written
// part ways, so that each place in the one can be found in the other.
func pieces(at text.Segment, source []byte) []piece {
	raw := at.Value(source)
	if !bytes.ContainsAny(raw, `\&`) {
		return []piece{{at.Start, string(raw), false}}
	}
	var list []piece
	open, done := false, 0
	add := func(from, to int, text string, meant bool) {
		if from > done {
			list = append(list, piece{at.Start + done, string(raw[done:from]), false})
		}
		list = append(list, piece{at.Start + from, text, meant})
		done = to
	}
	for _, m := range escaped.FindAllSubmatchIndex(raw, -1) {
		from, to := m[0], m[1]
		switch closing := m[4] >= 0; {
		case m[2] >= 0:
			add(from, to, "{{", true)
			open = true
		case closing && !open: // a slip, as it seems
		case closing:
			add(from, to, "}}", true)
			open = false
		case raw[from] == '\\':
			add(from, to, string(raw[from+1:to]), bytes.ContainsAny(raw[from+1:to], meantMarks))
		default:
			add(from, to, string(util.ResolveEntityNames(util.ResolveNumericReferences(raw[from:to]))), false)
		}
	}
	if done < len(raw) {
		list = append(list, piece{at.Start + done, string(raw[done:]), false})
	}
	return list
}
