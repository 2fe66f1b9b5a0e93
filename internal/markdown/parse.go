package markdown

import (
	"sort"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"gongshi/internal/cjk"
	"gongshi/internal/diag"
)

// engine is goldmark as this site uses it. It is safe for concurrent use.
var engine = goldmark.New(
	goldmark.WithExtensions(
		extension.NewTable(extension.WithTableCellAlignMethod(extension.TableCellAlignNone)),
		extension.Strikethrough,
		extension.NewCJK(extension.WithEscapedSpace()),
	),
	goldmark.WithParserOptions(
		parser.WithHeadingAttribute(),
		parser.WithBlockParsers(util.Prioritized(chartParser{}, 90)),
		parser.WithInlineParsers(
			util.Prioritized(refParser{}, 90),
			util.Prioritized(cjk.EmphasisParser{}, 490), // before goldmark's own, at 500
		),
	),
	goldmark.WithRendererOptions(
		html.WithUnsafe(), // nothing unsafe gets that far: inspect refuses raw HTML and unknown schemes
		renderer.WithNodeRenderers(util.Prioritized(holeRenderer{}, 90)),
	),
)

// Parse reads the text of a file. The caller blanks the front matter but keeps
// its newlines, so that positions are those of the file.
func Parse(file string, source []byte) (*Document, diag.List) {
	s := &scan{file: file, source: source}
	if !s.readable() {
		return &Document{}, s.problems
	}
	pc := parser.NewContext()
	pc.Set(scanKey, s)
	root := engine.Parser().Parse(text.NewReader(source), parser.WithContext(pc))
	cjk.JoinLines(root, source, isFigure)
	s.setPictures(root)
	doc := &Document{Headings: s.inspect(root), Runs: s.runs(root)}

	rec := &recorder{scan: s}
	if err := engine.Renderer().Render(rec, source, root); err != nil {
		panic(err) // a recorder never fails
	}
	doc.Parts = rec.finish()
	return doc, s.problems
}

// scan is the state of reading one file.
type scan struct {
	file     string
	source   []byte
	lines    []int // offsets at which lines begin; made when first asked for
	unclosed int   // the end of the last line in which a reference is not closed
	problems diag.List
}

// scanKey finds the scan in a goldmark context.
var scanKey = parser.NewContextKey()

// pos returns the place of a byte offset.
func (s *scan) pos(offset int) diag.Pos {
	if s.lines == nil {
		s.lines = []int{0}
		for i, c := range s.source {
			if c == '\n' {
				s.lines = append(s.lines, i+1)
			}
		}
	}
	offset = min(max(offset, 0), len(s.source))
	line := sort.SearchInts(s.lines, offset+1)
	start := s.lines[line-1]
	return diag.Pos{File: s.file, Line: line, Col: utf8.RuneCount(s.source[start:offset]) + 1}
}

func (s *scan) report(offset int, format string, args ...any) *diag.Problem {
	s.problems.Add(diag.At(s.pos(offset), format, args...))
	return &s.problems[len(s.problems)-1]
}

// start returns the offset at which a node begins.
func start(n ast.Node) int {
	if n.Pos() >= 0 {
		return n.Pos()
	}
	if n.Type() == ast.TypeBlock && n.Lines().Len() > 0 {
		return n.Lines().At(0).Start
	}
	if n.Parent() != nil {
		return start(n.Parent())
	}
	return 0
}

// plain returns what a text node and those that it begins with print.
func plain(n ast.Node, source []byte) string {
	switch n := n.(type) {
	case *ast.String:
		return string(n.Value)
	case *ast.Text:
		if n.IsRaw() {
			return string(n.Value(source))
		}
		all, last, ok := wholeText(n)
		if !ok {
			return "" // it was printed with the node that it continues
		}
		var b strings.Builder
		for _, p := range pieces(all, source) {
			b.WriteString(p.text)
		}
		if last.SoftLineBreak() || last.HardLineBreak() {
			b.WriteByte(' ')
		}
		return b.String()
	}
	return ""
}
