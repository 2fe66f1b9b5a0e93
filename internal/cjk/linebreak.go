package cjk

import (
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"
)

// JoinLines removes the line breaks that an editor made within a Chinese
// sentence: a browser would print each as a space. A break goes when Han stands
// on both sides of it, or Han on one and a digit or a figure on the other.
// (goldmark's own option drops breaks in English too, after a full stop and
// before bold text.) The nodes that are printed as figures are the caller's.
func JoinLines(root ast.Node, source []byte, isFigure func(ast.Node) bool) {
	j := joiner{source, isFigure}
	_ = ast.Walk(root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		t, ok := n.(*ast.Text)
		if !ok || !entering || !t.SoftLineBreak() {
			return ast.WalkContinue, nil
		}
		before, after := j.lastRune(t), j.firstRune(following(t))
		if han(before) && joins(after) || joins(before) && han(after) {
			t.SetSoftLineBreak(false)
		}
		return ast.WalkContinue, nil
	})
}

// A joiner looks at what stands on both sides of a line break.
type joiner struct {
	source   []byte
	isFigure func(ast.Node) bool
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
func (j joiner) firstRune(n ast.Node) rune {
	for ; n != nil; n = n.FirstChild() {
		if j.isFigure(n) {
			return figureRune
		}
		if t, ok := n.(*ast.Text); ok {
			r, _ := utf8.DecodeRune(t.Value(j.source))
			return r
		}
	}
	return 0
}

// lastRune returns the last character before a line break. A break right after
// another node is an empty text: then it is that node's last character.
func (j joiner) lastRune(t *ast.Text) rune {
	var n ast.Node = t
	for n != nil {
		if j.isFigure(n) {
			return figureRune
		}
		at, ok := n.(*ast.Text)
		if !ok {
			n = n.LastChild()
			continue
		}
		if value := at.Value(j.source); len(value) > 0 {
			r, _ := utf8.DecodeLastRune(value)
			return r
		}
		n = n.PreviousSibling()
	}
	return 0
}
