package render

import (
	"fmt"
	"html"
	"html/template"
	"strings"

	"gongshi/internal/answer"
	"gongshi/internal/markdown"
	"gongshi/internal/report"
	"gongshi/internal/view"
)

// text is a page's writing, its holes filled.
type text struct {
	heading, lead, body template.HTML
	figures             []view.FigureNote // those that stand in it, each once
}

func (e *edition) text(p *report.Page) (t text, err error) {
	w, f := p.In[e.Lang.Code], filler{e, p, &t.figures}
	if t.heading, err = f.fill(w.Title.Parts); err != nil {
		return t, err
	}
	if t.lead, err = f.fill(w.Summary.Parts); err != nil || w.Body.Empty() {
		return t, err
	}
	t.body, err = f.fill(w.Body.Parts)
	return t, err
}

// card is a page's title, which is to stand in a link, and its summary, as another
// page shows them.
func (e *edition) card(p *report.Page) (t text, err error) {
	w := p.In[e.Lang.Code]
	if t.heading, err = e.line(p, w.Title.InLink()); err != nil {
		return t, err
	}
	t.lead, err = e.line(p, w.Summary)
	return t, err
}

// line fills the holes of a title or a summary that another page shows.
func (e *edition) line(p *report.Page, l markdown.Line) (template.HTML, error) {
	return filler{e, p, nil}.fill(l.Parts)
}

// sectionText is the text of a section, which may have none in content/.
func (e *edition) sectionText(address string) (text, error) {
	if p, ok := e.Site.Pages.Get(address); ok {
		return e.text(p)
	}
	return text{heading: template.HTML(template.HTMLEscapeString(e.sectionTitle(address)))}, nil
}

// sectionHead is what the page of a section says of itself.
func (e *edition) sectionHead(address string, t text) head {
	title := e.sectionTitle(address)
	w := e.writing(address)
	if w != nil {
		title = e.plain(w.Title, nil)
	}
	return head{address: address, title: title, description: e.summary(w, nil), figures: t.figures}
}

// A filler fills the holes of a page's text.
type filler struct {
	*edition
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
		return f.charts[part.Chart.ID].html, nil
	case part.Link != nil:
		return template.HTML(html.EscapeString(f.destination(f.page, part.Link.Dest))), nil
	}
	return template.HTML(part.HTML), nil
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
	return f.templates.Part("figure", mark)
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

// plain is short for [present.Presenter.Plain].
func (e *edition) plain(l markdown.Line, p *report.Project) string { return e.Plain(l, p) }
