// Package compose puts together what an editor wrote and what the site knows: it
// fills the holes of a page's prose with figures, charts and pictures, in one
// language. It knows prose, and nothing of the pages around it.
package compose

import (
	"fmt"
	"html"
	"html/template"
	"strings"

	"gongshi/internal/answer"
	"gongshi/internal/look"
	"gongshi/internal/markdown"
	"gongshi/internal/present"
	"gongshi/internal/report"
	"gongshi/internal/route"
	"gongshi/internal/view"
)

// Composer fills prose in one language. It may be used by several goroutines at
// once, when the charts have been drawn.
type Composer struct {
	*present.Presenter
	Templates *look.Edition
	Shared    func(path string) string // where a file is that all languages share
	Charts    map[string]Chart         // by id, when they have been drawn
}

// Text is a page's writing, its holes filled.
type Text struct {
	view.Prose
	Figures []view.FigureNote // those that stand in it, each once
}

// Text fills all of a page's writing.
func (c *Composer) Text(p *report.Page) (t Text, err error) {
	w, f := p.In[c.Lang.Code], filler{c, p, &t.Figures}
	if t.Heading, err = f.fill(w.Title.Parts); err != nil {
		return t, err
	}
	if t.Lead, err = f.fill(w.Summary.Parts); err != nil || w.Body.Empty() {
		return t, err
	}
	t.Body, err = f.fill(w.Body.Parts)
	return t, err
}

// Card fills a page's title, which is to stand in a link, and its summary, as
// another page shows them.
func (c *Composer) Card(p *report.Page) (t Text, err error) {
	w := p.In[c.Lang.Code]
	if t.Heading, err = c.Line(p, w.Title.InLink()); err != nil {
		return t, err
	}
	t.Lead, err = c.Line(p, w.Summary)
	return t, err
}

// Line fills the holes of a title or a summary that another page shows.
func (c *Composer) Line(p *report.Page, l markdown.Line) (template.HTML, error) {
	return filler{c, p, nil}.fill(l.Parts)
}

// A filler fills the holes of a page's text.
type filler struct {
	*Composer
	page    *report.Page
	figures *[]view.FigureNote // gets the figures; nil on another page, which has its own
}

func (f filler) fill(parts []markdown.Part) (template.HTML, error) {
	var b strings.Builder
	for i, part := range parts {
		s, err := f.part(part, i == 0)
		if err != nil {
			return "", err
		}
		b.WriteString(string(s))
	}
	return template.HTML(b.String()), nil
}

func (f filler) part(part markdown.Part, first bool) (template.HTML, error) {
	switch {
	case part.Pictures != nil:
		return f.pictures(part.Pictures, first)
	case part.Ref != nil:
		return f.reference(part.Ref)
	case part.Chart != nil:
		return f.Charts[part.Chart.ID].html, nil
	case part.Link != nil:
		return template.HTML(html.EscapeString(f.destination(f.page, part.Link.Dest))), nil
	}
	return template.HTML(f.framed(part.HTML)), nil
}

// framed lets a table of many columns be moved sideways by itself, by finger and by
// keyboard, where it is wider than a phone. What an editor wrote has no markup of its
// own, so that the tags are those of package markdown.
func (f filler) framed(markup string) string {
	if !strings.Contains(markup, "table>") {
		return markup
	}
	frame := fmt.Sprintf(`<div class="scroll" role="group" tabindex="0" aria-label="%s"><table>`, html.EscapeString(f.Say("table")))
	return strings.NewReplacer("<table>", frame, "</table>", "</table></div>").Replace(markup)
}

// reference prints a figure within a sentence.
func (f filler) reference(ref *markdown.Ref) (template.HTML, error) {
	a, _ := answer.To(f.Site, f.page.Project, ref) // check saw to it
	mark := f.Mark(a)
	if ref.Form == markdown.AsOf {
		return template.HTML(fmt.Sprintf(`<time datetime="%s">%s</time>`, mark.Machine, html.EscapeString(mark.Text))), nil
	}
	mark.Note = f.note(mark, ref, a)
	if ref.InLink {
		mark.URL = ""
	}
	return f.Templates.Part("figure", mark)
}

// note notes where a figure comes from, and returns the id of the note. A number
// alone is noted with its unit, a project's own figure as that.
func (f filler) note(mark view.FigureMark, ref *markdown.Ref, a answer.Answer) string {
	if f.figures == nil {
		return ""
	}
	note := view.FigureNote{Name: mark.Name, URL: mark.URL, Text: mark.Text, AsOf: mark.AsOf, Source: mark.Source, Status: mark.Status}
	if ref.Form == markdown.Value {
		note.Text = f.Figure(a.Metric, a.Value).Text
	}
	if ref.Own {
		note.Name = f.Say("own-figure", note.Name)
	}
	for _, other := range *f.figures {
		if note.ID = other.ID; note == other {
			return other.ID
		}
	}
	note.ID = fmt.Sprintf("figure-%d", len(*f.figures)+1)
	*f.figures = append(*f.figures, note)
	return note.ID
}

// destination returns the address of a link: of this edition's page, of a file,
// or of a place elsewhere.
func (c *Composer) destination(p *report.Page, dest string) string {
	t, ok := route.Resolve(c.Site, p, dest)
	switch {
	case !ok || t.Path == "":
		return dest
	case t.Shared:
		return c.Shared(t.Path)
	}
	address := c.URL(t.Path)
	if t.Fragment != "" {
		address += "#" + t.Fragment
	}
	return address
}
