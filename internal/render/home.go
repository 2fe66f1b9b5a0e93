package render

import (
	"html/template"

	"gongshi/internal/present"
	"gongshi/internal/report"
	"gongshi/internal/view"
)

// maxCards is how many projects the home page shows.
const maxCards = 6

func (e *edition) home() ([]byte, error) {
	page, _ := e.Site.Pages.Get(report.HomePath)
	w := page.In[e.Lang.Code]
	text, err := e.text(page)
	if err != nil {
		return nil, err
	}
	v := view.HomePage{
		Base:        e.baseView(head{address: report.HomePath, title: e.plain(w.Title, nil), description: e.summary(w, nil)}),
		Kicker:      e.Site.Home.Kicker.String(e.Lang),
		Heading:     text.heading,
		Lead:        text.lead,
		Body:        text.body,
		AllCount:    e.Site.Projects.Len(),
		ProjectsURL: e.url(report.ProjectsPath),
	}
	if m, ok := e.Site.Metrics.Get(e.Site.Home.Headline.ID); ok {
		v.Headline = e.headline(m)
	}
	for _, ref := range e.Site.Home.Tiles {
		m, _ := e.Site.Metrics.Get(ref.ID)
		v.Tiles = append(v.Tiles, e.Latest(m))
	}
	v.TilesNote = present.Common(v.Tiles)
	if v.Projects, err = e.cards(maxCards); err != nil {
		return nil, err
	}
	return e.templates.Page("home.html", v)
}

// text is a page's writing, its holes filled.
type text struct{ heading, lead, body template.HTML }

func (e *edition) text(p *report.Page) (t text, err error) {
	if t, err = e.lines(p); err != nil {
		return t, err
	}
	t.body, err = e.prose(p, p.In[e.Lang.Code].Body)
	return t, err
}

// card is a page's title, which is to stand in a link, and its summary.
func (e *edition) card(p *report.Page) (t text, err error) {
	w := p.In[e.Lang.Code]
	if t.heading, err = e.line(p, w.Title.InLink()); err != nil {
		return t, err
	}
	t.lead, err = e.line(p, w.Summary)
	return t, err
}

// lines is a page's title and summary.
func (e *edition) lines(p *report.Page) (t text, err error) {
	w := p.In[e.Lang.Code]
	if t.heading, err = e.line(p, w.Title); err != nil {
		return t, err
	}
	t.lead, err = e.line(p, w.Summary)
	return t, err
}

// sectionText is the text of a section, which may have none in content/.
func (e *edition) sectionText(address string) (text, error) {
	if p, ok := e.Site.Pages.Get(address); ok {
		return e.text(p)
	}
	return text{heading: template.HTML(template.HTMLEscapeString(e.sectionTitle(address)))}, nil
}

// sectionHead is what the page of a section says of itself.
func (e *edition) sectionHead(address string) head {
	title := e.sectionTitle(address)
	w := e.writing(address)
	if w != nil {
		title = e.plain(w.Title, nil)
	}
	return head{address: address, title: title, description: e.summary(w, nil)}
}
