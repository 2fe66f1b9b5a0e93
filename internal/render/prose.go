package render

import (
	"fmt"
	"html"
	"html/template"
	"strings"

	"gongshi/internal/markdown"
	"gongshi/internal/report"
)

// prose fills the holes of a page's text.
func (e *edition) prose(p *report.Page, doc *markdown.Document) (template.HTML, error) {
	if doc.Empty() {
		return "", nil
	}
	return e.fill(p, doc.Parts)
}

// line fills the holes of a title or a summary.
func (e *edition) line(p *report.Page, l markdown.Line) (template.HTML, error) {
	return e.fill(p, l.Parts)
}

func (e *edition) fill(p *report.Page, parts []markdown.Part) (template.HTML, error) {
	var b strings.Builder
	for _, part := range parts {
		s, err := e.fillPart(p, part)
		if err != nil {
			return "", err
		}
		b.WriteString(string(s))
	}
	return template.HTML(b.String()), nil
}

func (e *edition) fillPart(p *report.Page, part markdown.Part) (template.HTML, error) {
	switch {
	case part.Ref != nil:
		return e.reference(p.Project, part.Ref)
	case part.Chart != nil:
		return e.figures[part.Chart.ID], nil
	case part.Link != nil:
		return template.HTML(html.EscapeString(e.destination(p, part.Link.Dest))), nil
	}
	return template.HTML(part.HTML), nil
}

// destination returns the address of a link: of this edition's page, of a file,
// or of a place elsewhere.
func (e *edition) destination(p *report.Page, dest string) string {
	t, ok := e.Site.Resolve(p, dest)
	switch {
	case !ok || t.Path == "":
		return dest
	case t.Shared:
		return e.shared(t.Path)
	}
	address := e.url(t.Path)
	if t.Fragment != "" {
		address += "#" + t.Fragment
	}
	return address
}

// reference prints a figure within a sentence.
func (e *edition) reference(p *report.Project, ref *markdown.Ref) (template.HTML, error) {
	answer, _ := e.Site.Answer(p, ref) // check saw to it
	mark := e.Mark(answer)
	if ref.Form == markdown.AsOf {
		return template.HTML(fmt.Sprintf(`<time datetime="%s">%s</time>`, mark.Machine, html.EscapeString(mark.Text))), nil
	}
	if ref.InLink {
		mark.URL = ""
	}
	return e.templates.Part("figure", mark)
}

// plain prints a line as text without markup, for <title> and the like.
func (e *edition) plain(l markdown.Line, p *report.Project) string {
	var b strings.Builder
	for _, part := range l.Parts {
		if part.Ref == nil {
			b.WriteString(html.UnescapeString(part.HTML))
			continue
		}
		answer, _ := e.Site.Answer(p, part.Ref) // check saw to it
		b.WriteString(e.Mark(answer).Text)
	}
	return b.String()
}
