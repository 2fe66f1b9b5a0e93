package markdown

import (
	"html"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"

	"gongshi/internal/diag"
)

// FigureMark stands in a [Run] for a figure: the object replacement character.
const FigureMark = "\ufffc"

// Run is the plain text of one block: a paragraph, a heading, a cell of a table, what
// is said of a picture.
// Code is left out; a figure, and text that is marked as meant, is a
// [FigureMark], and so are marks of Markdown that were escaped. A line that an editor
// broke goes on; only a break that is printed is one.
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

func (b *runBuilder) piece(pos diag.Pos, p piece) {
	if p.meant {
		p.text = FigureMark
	}
	b.add(pos, p.text)
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
		if set, ok := n.(*picturesNode); ok && entering {
			runs = append(runs, s.pictureRuns(set)...)
			return ast.WalkSkipChildren, nil
		}
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
			s.textRun(&b, n)
		}
		return ast.WalkContinue, nil
	})
	return b.done()
}

// textRun adds a text, and the break after it.
func (s *scan) textRun(b *runBuilder, n *ast.Text) {
	all, last, ok := wholeText(n)
	if !ok {
		return
	}
	for _, p := range pieces(all, s.source) {
		b.piece(s.pos(p.at), p)
	}
	switch {
	case last.HardLineBreak():
		b.add(s.pos(all.Stop), "\n")
	case last.SoftLineBreak(): // not between Han: see cjk.JoinLines
		b.add(s.pos(all.Stop), " ")
	}
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
