package render

import (
	"html/template"

	"gongshi/internal/compose"
	"gongshi/internal/view"
)

// sectionText is the text of a section, which may have none in content/.
func (e *edition) sectionText(address string) (compose.Text, error) {
	if p, ok := e.Site.Pages.Get(address); ok {
		return e.Text(p)
	}
	heading := template.HTML(template.HTMLEscapeString(e.sectionTitle(address)))
	return compose.Text{Prose: view.Prose{Heading: heading}}, nil
}

// sectionHead is what the page of a section says of itself.
func (e *edition) sectionHead(address string, t compose.Text) head {
	title := e.sectionTitle(address)
	w := e.writing(address)
	if w != nil {
		title = e.Plain(w.Title, nil)
	}
	return head{address: address, title: title, description: e.summary(w, nil), figures: t.Figures}
}
