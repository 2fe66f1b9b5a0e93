package markdown

import (
	"bytes"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"

	"gongshi/internal/anchor"
)

// inspect walks the tree once: it reports what the site does not print, gathers
// the headings, and makes table cells ready for a strict content policy, which
// forbids style attributes.
func (s *scan) inspect(root ast.Node) []Heading {
	var headings []Heading
	taken := anchor.NewIDs()
	_ = ast.Walk(root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.Heading:
			headings = append(headings, s.heading(n, taken))
		case *ast.HTMLBlock:
			s.refuseHTML(n, blockText(n, s.source))
		case *ast.RawHTML:
			s.refuseHTML(n, n.Segments.Value(s.source))
		case *ast.CodeBlock:
			s.report(start(n), "text is indented, which makes it a block of code: it would be printed as it is written, braces and all").
				Hint = "begin the line without spaces; to show code, put ``` on the lines before and after it"
		case *ast.Link:
			s.link(n)
		case *ast.AutoLink:
			s.autoLink(n)
		case *ast.Image:
			s.refuseInline(n)
		case *refNode:
			n.ref.InLink = inLink(n)
		case *extast.TableCell:
			prepareCell(n)
		}
		return ast.WalkContinue, nil
	})
	return headings
}

func blockText(n *ast.HTMLBlock, source []byte) []byte {
	text := n.Lines().Value(source)
	if n.HasClosure() {
		text = append(slices.Clip(text), n.ClosureLine.Value(source)...)
	}
	return text
}

// refuseHTML reports raw HTML. A comment is a note among editors: it is allowed,
// and left out of the page. Markdown takes the rest of a comment's last line for
// HTML too, and the rest of the page when a comment does not end.
func (s *scan) refuseHTML(n ast.Node, text []byte) {
	text = bytes.TrimSpace(text)
	at := start(n)
	if raw, ok := n.(*ast.RawHTML); ok {
		at = raw.Segments.At(0).Start
	}
	if !bytes.HasPrefix(text, []byte("<!--")) {
		tag, _, _ := strings.Cut(string(text), "\n")
		s.report(at, "HTML %q in the text; only Markdown is allowed", tag).
			Hint = "write it in Markdown, or put a backslash before < to print it"
		return
	}
	_, after, closed := bytes.Cut(text[len("<!"):], []byte("-->")) // <!--> is a whole comment
	switch {
	case !closed:
		s.report(at, "comment that begins with <!-- has no -->; all that follows it would be lost")
	case len(after) > 0:
		s.report(at, "text %q stands on the line of a comment, and would be lost", bytes.TrimSpace(after)).
			Hint = "put the comment on a line by itself"
	}
}

// prepareCell marks the cells of a column that an editor aligned to the right as
// numbers, and gives head cells their scope.
func prepareCell(cell *extast.TableCell) {
	if cell.Alignment == extast.AlignRight {
		cell.SetAttributeString("class", []byte("num"))
	}
	cell.Alignment = extast.AlignNone
	if _, head := cell.Parent().(*extast.TableHeader); head {
		cell.SetAttributeString("scope", []byte("col"))
	}
}
