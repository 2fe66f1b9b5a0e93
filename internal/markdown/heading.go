package markdown

import (
	"html"

	"github.com/yuin/goldmark/ast"

	"gongshi/internal/anchor"
)

// heading gives a heading its id, and reports what the site does not print.
func (s *scan) heading(n *ast.Heading, taken *anchor.IDs) Heading {
	at := start(n)
	if n.Level == 1 {
		s.report(at, "heading of level 1 in the text; the page's title is its only one").
			Hint = "write ## for the first level below the title"
	}
	h := Heading{Pos: s.pos(at), Level: n.Level, ID: s.headingID(n, taken), Text: s.line(n)}
	n.RemoveAttributes() // what else an author wrote is never printed
	n.SetAttributeString("id", []byte(h.ID))
	taken.Take(h.ID, h.Pos)
	return h
}

// headingID returns the id that an author wrote, or makes one.
func (s *scan) headingID(n *ast.Heading, taken *anchor.IDs) string {
	at := start(n)
	for _, a := range n.Attributes() {
		if string(a.Name) != "id" {
			s.report(at, "heading has the attribute %q; only {#id} is allowed", a.Name)
		}
	}
	value, written := n.AttributeString("id")
	if !written {
		return taken.Generate(string(n.Lines().Value(s.source)))
	}
	text, _ := value.([]byte) // {id=5} is a number
	id := string(text)
	first, twice := taken.Taken(id)
	switch {
	case !anchor.Valid(id):
		s.report(at, "heading id %q; an id has letters, digits and hyphens", id).Hint = "write it as {#id}"
	case anchor.Reserved(id):
		s.report(at, "heading id %q is one that pages give to their own parts; choose another", id)
	case twice:
		s.report(at, "heading id %q is used twice on this page", id).See = &first
	}
	return id
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
			if text := plain(n, s.source); text != "" {
				line.Parts = append(line.Parts, Part{HTML: html.EscapeString(text)})
			}
		}
		return ast.WalkContinue, nil
	})
	return line
}
