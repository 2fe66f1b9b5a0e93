package markdown

import (
	"html"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"

	"gongshi/internal/diag"
)

// FigureMark stands in a [Run] for a figure: the object replacement character.
const FigureMark = "\ufffc"

// Run is the plain text of one block: a paragraph, a heading, a cell of a table.
// Code is left out; a figure, and text that is marked as meant, is a
// [FigureMark].
type Run struct {
	Text  string
	Refs  []RunRef // the figures, in order
	marks []runMark
}

// RunRef is a figure and the offset of its mark.
type RunRef struct {
	At  int
	Ref *Ref
}

// runMark is the place of an offset, from which the following ones are counted.
type runMark struct {
	at  int
	pos diag.Pos
}

// Pos returns the place of a byte offset in the text.
func (r Run) Pos(offset int) diag.Pos {
	var last runMark
	for _, m := range r.marks {
		if m.at > offset {
			break
		}
		last = m
	}
	pos := last.pos
	pos.Col += utf8.RuneCountInString(r.Text[last.at:offset])
	return pos
}

// runBuilder gathers the text of a block.
type runBuilder struct {
	text strings.Builder
	run  Run
}

func (b *runBuilder) add(pos diag.Pos, text string) {
	if text != "" {
		b.run.marks = append(b.run.marks, runMark{b.text.Len(), pos})
		b.text.WriteString(text)
	}
}

func (b *runBuilder) figure(ref *Ref) {
	b.run.Refs = append(b.run.Refs, RunRef{b.text.Len(), ref})
	b.add(ref.Pos, FigureMark)
}

func (b *runBuilder) done() Run {
	b.run.Text = b.text.String()
	return b.run
}

// runs returns the text of every block of a document, in order.
func (s *scan) runs(root ast.Node) []Run {
	var runs []Run
	_ = ast.Walk(root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering || n.Type() != ast.TypeBlock || n.FirstChild() == nil || n.FirstChild().Type() != ast.TypeInline {
			return ast.WalkContinue, nil
		}
		if run := s.run(n); run.Text != "" {
			runs = append(runs, run)
		}
		return ast.WalkSkipChildren, nil
	})
	return runs
}

func (s *scan) run(block ast.Node) Run {
	var b runBuilder
	_ = ast.Walk(block, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.CodeSpan, *ast.RawHTML, *ast.AutoLink:
			return ast.WalkSkipChildren, nil
		case *refNode:
			b.figure(n.ref)
		case *literalNode:
			b.add(s.pos(n.Pos()), FigureMark)
		case *ast.Text:
			b.add(s.pos(n.Segment.Start), string(util.UnescapePunctuations(n.Value(s.source))))
			if n.SoftLineBreak() || n.HardLineBreak() {
				b.add(s.pos(n.Segment.Stop), "\n")
			}
		}
		return ast.WalkContinue, nil
	})
	return b.done()
}

// Run returns a line's text.
func (l Line) Run() Run {
	var b runBuilder
	for _, p := range l.Parts {
		if p.Ref != nil {
			b.figure(p.Ref)
			continue
		}
		if p.Meant {
			b.add(p.Pos, FigureMark)
			continue
		}
		b.add(p.Pos, html.UnescapeString(p.HTML))
	}
	return b.done()
}
