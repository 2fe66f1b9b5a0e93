package markdown

import (
	"bytes"
	"html"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/util"
)

// recorder gathers goldmark's HTML and the holes in it.
type recorder struct {
	scan  *scan
	html  bytes.Buffer
	parts []Part
}

// hole ends the running piece of HTML and adds a part of another sort.
func (r *recorder) hole(p Part) {
	r.flush()
	r.parts = append(r.parts, p)
}

func (r *recorder) flush() {
	if r.html.Len() > 0 {
		r.parts = append(r.parts, Part{HTML: r.html.String()})
		r.html.Reset()
	}
}

func (r *recorder) finish() []Part {
	r.flush()
	return r.parts
}

// The rest makes a recorder a goldmark util.BufWriter.

func (r *recorder) Write(p []byte) (int, error)       { return r.html.Write(p) }
func (r *recorder) WriteString(s string) (int, error) { return r.html.WriteString(s) }
func (r *recorder) WriteByte(c byte) error            { return r.html.WriteByte(c) }
func (r *recorder) WriteRune(c rune) (int, error)     { return r.html.WriteRune(c) }
func (r *recorder) Available() int                    { return utf8.UTFMax }
func (r *recorder) Buffered() int                     { return r.html.Len() }
func (r *recorder) Flush() error                      { return nil }

// holeRenderer prints the nodes that need more than the text knows.
type holeRenderer struct{}

func (holeRenderer) RegisterFuncs(reg renderer.NodeRendererFuncRegisterer) {
	reg.Register(kindRef, func(w util.BufWriter, _ []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
		if entering {
			w.(*recorder).hole(Part{Ref: n.(*refNode).ref})
		}
		return ast.WalkContinue, nil
	})
	reg.Register(kindLiteral, func(w util.BufWriter, _ []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
		if entering {
			_, _ = w.WriteString(html.EscapeString(n.(*literalNode).text))
		}
		return ast.WalkContinue, nil
	})
	reg.Register(kindChart, func(w util.BufWriter, _ []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
		if entering {
			w.(*recorder).hole(Part{Chart: n.(*chartNode).chart})
		}
		return ast.WalkContinue, nil
	})
	reg.Register(kindPictures, func(w util.BufWriter, _ []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
		if entering {
			w.(*recorder).hole(Part{Pictures: n.(*picturesNode).pictures})
		}
		return ast.WalkSkipChildren, nil
	})
	reg.Register(ast.KindLink, renderLink)
	reg.Register(ast.KindAutoLink, renderAutoLink)
	reg.Register(ast.KindImage, skip)
	reg.Register(ast.KindHTMLBlock, skip)
	reg.Register(ast.KindRawHTML, skip)
}

// skip leaves a comment out; other raw HTML, and pictures among text, have been refused.
func skip(util.BufWriter, []byte, ast.Node, bool) (ast.WalkStatus, error) {
	return ast.WalkSkipChildren, nil
}
