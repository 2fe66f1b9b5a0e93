package markdown

import (
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"
)

// joinLines removes the line breaks that an editor made within a Chinese
// sentence: a browser would print each as a space. A break goes when Han stands
// on both sides of it, or Han on one and a digit or a figure on the other.
// (goldmark's own option drops breaks in English too, after a full stop and
// before bold text.)
func joinLines(root ast.Node, source []byte) {
	_ = ast.Walk(root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		t, ok := n.(*ast.Text)
		if !ok || !entering || !t.SoftLineBreak() {
			return ast.WalkContinue, nil
		}
		before, after := lastRune(t, source), firstRune(following(t), source)
		if han(before) && joins(after) || joins(before) && han(after) {
			t.SetSoftLineBreak(false)
		}
		return ast.WalkContinue, nil
	})
}

// figureRune stands for a figure, which is printed as digits.
const figureRune = '0'

// han reports whether r is a Han character or a mark of Chinese writing.
func han(r rune) bool { return util.IsEastAsianWideRune(r) || r >= 0xff01 && r <= 0xff60 }

func joins(r rune) bool { return han(r) || unicode.IsDigit(r) }

// following returns the node that is printed after n: its next sibling, or that
// of its nearest inline ancestor which has one.
func following(n ast.Node) ast.Node {
	for ; n != nil && n.Type() == ast.TypeInline; n = n.Parent() {
		if next := n.NextSibling(); next != nil {
			return next
		}
	}
	return nil
}

// firstRune returns the first character that a node prints, 0 if it is not text.
func firstRune(n ast.Node, source []byte) rune {
	for ; n != nil; n = n.FirstChild() {
		switch n := n.(type) {
		case *refNode, *literalNode:
			return figureRune
		case *ast.Text:
			r, _ := utf8.DecodeRune(n.Value(source))
			return r
		}
	}
	return 0
}

// lastRune returns the last character before a line break. A break right after
// another node is an empty text: then it is that node's last character.
func lastRune(t *ast.Text, source []byte) rune {
	var n ast.Node = t
	for n != nil {
		switch at := n.(type) {
		case *refNode, *literalNode:
			return figureRune
		case *ast.Text:
			if value := at.Value(source); len(value) > 0 {
				r, _ := utf8.DecodeLastRune(value)
				return r
			}
			n = n.PreviousSibling()
		default:
			n = n.LastChild()
		}
	}
	return 0
}
