package render

import (
	"fmt"
	"html"
	"html/template"
	"strings"

	"gongshi/internal/locale"
	"gongshi/internal/markdown"
	"gongshi/internal/report"
	"gongshi/internal/view"
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
	case part.Image != nil:
		src := html.EscapeString(e.destination(p, part.Image.Dest))
		return template.HTML(fmt.Sprintf(`<img src="%s" alt="%s">`, src, html.EscapeString(part.Image.Alt))), nil
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
	mark, date := e.mark(p, ref)
	if ref.Form == markdown.AsOf {
		return template.HTML(fmt.Sprintf(`<time datetime="%s">%s</time>`, date, html.EscapeString(e.Lang.Date(date)))), nil
	}
	return e.templates.Part("figure", mark)
}

// mark returns what a reference prints, and the date of it.
func (e *edition) mark(p *report.Project, ref *markdown.Ref) (view.FigureMark, locale.Date) {
	m, _ := e.Site.Metrics.Get(ref.ID) // check saw to it
	o, _ := e.Site.Latest(m)
	if ref.Own {
		o = e.own(p, m)
	}
	f := e.Figure(m, o)
	mark := view.FigureMark{Text: f.Text, Machine: f.Machine, URL: f.URL, Name: f.Name, AsOf: e.Say("as-of", f.AsOf.Text), Source: f.Source.Text}
	if ref.Form == markdown.Value {
		mark.Text = f.Number
	}
	return mark, o.AsOf
}

// own returns what a project contributes to a metric, of the date of the
// project's source.
func (e *edition) own(p *report.Project, m *report.Metric) report.Observation {
	c, _ := p.Contribution(m.ID) // check saw to it
	o := report.Observation{Value: report.Value{Number: c.Number}, Source: p.Source}
	if s, ok := e.Site.Sources.Get(p.Source.ID); ok {
		o.AsOf = s.Date.Date
	}
	return o
}

// plain prints a line as text without markup, for <title> and the like.
func (e *edition) plain(l markdown.Line, p *report.Project) string {
	var b strings.Builder
	for _, part := range l.Parts {
		if part.Ref == nil {
			b.WriteString(html.UnescapeString(part.HTML))
			continue
		}
		mark, date := e.mark(p, part.Ref)
		if part.Ref.Form == markdown.AsOf {
			b.WriteString(e.Lang.Date(date))
		} else {
			b.WriteString(mark.Text)
		}
	}
	return b.String()
}
