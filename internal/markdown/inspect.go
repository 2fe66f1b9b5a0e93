package markdown

import (
	"bytes"
	"html"
	"net/url"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"

	"gongshi/internal/diag"
)

// schemes are the kinds of addresses that a link may have outside the site.
var schemes = []string{"https", "http", "mailto", "tel"}

// inspect walks the tree once: it reports what the site does not print, gathers
// the headings, and makes table cells ready for a strict content policy, which
// forbids style attributes.
func (s *scan) inspect(root ast.Node) []Heading {
	var headings []Heading
	ids := map[string]diag.Pos{}
	_ = ast.Walk(root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.Heading:
			headings = append(headings, s.heading(n, ids))
		case *ast.HTMLBlock:
			s.refuseHTML(n, blockText(n, s.source))
		case *ast.RawHTML:
			s.refuseHTML(n, n.Segments.Value(s.source))
		case *ast.Link:
			s.destination(n, string(n.Destination))
		case *ast.AutoLink:
			s.destination(n, string(n.URL(s.source)))
		case *ast.Image:
			s.image(n)
		case *extast.TableCell:
			prepareCell(n)
		}
		return ast.WalkContinue, nil
	})
	return headings
}

func (s *scan) heading(n *ast.Heading, ids map[string]diag.Pos) Heading {
	at := start(n)
	if n.Level == 1 {
		s.report(at, "heading of level 1 in the text; the page's title is its only one").
			Hint = "write ## for the first level below the title"
	}
	for _, a := range n.Attributes() {
		if string(a.Name) != "id" {
			s.report(at, "heading has the attribute %q; only {#id} is allowed", a.Name)
		}
	}
	value, _ := n.AttributeString("id")
	id, _ := value.([]byte)
	h := Heading{Pos: s.pos(at), Level: n.Level, ID: string(id), Text: s.line(n)}
	if first, taken := ids[h.ID]; taken {
		s.report(at, "heading id %q is used twice on this page", h.ID).See = &first
	}
	ids[h.ID] = h.Pos
	keepOnlyID(n)
	return h
}

// keepOnlyID drops what an author may not set, so that it is never printed.
func keepOnlyID(n ast.Node) {
	id, ok := n.AttributeString("id")
	n.RemoveAttributes()
	if ok {
		n.SetAttributeString("id", id)
	}
}

// line returns a heading's text with its figures, without other markup.
func (s *scan) line(n ast.Node) Line {
	line := Line{Pos: s.pos(start(n))}
	_ = ast.Walk(n, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *refNode:
			line.Parts = append(line.Parts, Part{Ref: n.ref})
		case *literalNode:
			line.Parts = append(line.Parts, Part{HTML: html.EscapeString(n.text), Meant: true})
		case *ast.Text, *ast.String:
			line.Parts = append(line.Parts, Part{HTML: html.EscapeString(string(plain(n, s.source)))})
		}
		return ast.WalkContinue, nil
	})
	return line
}

func blockText(n *ast.HTMLBlock, source []byte) []byte {
	text := n.Lines().Value(source)
	if n.HasClosure() {
		text = append(slices.Clip(text), n.ClosureLine.Value(source)...)
	}
	return text
}

// refuseHTML reports raw HTML. A comment is a note among editors: it is allowed,
// and left out of the page.
func (s *scan) refuseHTML(n ast.Node, text []byte) {
	if bytes.HasPrefix(bytes.TrimSpace(text), []byte("<!--")) {
		return
	}
	at := start(n)
	if raw, ok := n.(*ast.RawHTML); ok {
		at = raw.Segments.At(0).Start
	}
	tag, _, _ := strings.Cut(strings.TrimSpace(string(text)), "\n")
	s.report(at, "HTML %q in the text; only Markdown is allowed", tag).
		Hint = "write it in Markdown, or put a backslash before < to print it"
}

func (s *scan) destination(n ast.Node, dest string) {
	u, err := url.Parse(dest)
	switch {
	case err != nil:
		s.report(start(n), "link address %q cannot be read: %v", dest, err)
	case dest == "":
		s.report(start(n), "link has no address")
	case u.Scheme == "" && u.Host != "":
		s.report(start(n), "link address %q has no scheme", dest).Hint = "write https: before it"
	case u.Scheme != "" && !slices.Contains(schemes, strings.ToLower(u.Scheme)):
		s.report(start(n), "link address %q begins with %q; allowed are %s", dest, u.Scheme+":", strings.Join(schemes, ", "))
	}
}

func (s *scan) image(n *ast.Image) {
	if len(bytes.TrimSpace(plain(n, s.source))) == 0 {
		s.report(start(n), "picture %q has no text for those who cannot see it", n.Destination).
			Hint = "say between the square brackets what the picture shows: ![what it shows](" + string(n.Destination) + ")"
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
