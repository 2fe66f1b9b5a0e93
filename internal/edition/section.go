package edition

import (
	"html/template"

	"gongshi/internal/compose"
	"gongshi/internal/view"
)

// sectionText is the text of a section, which may have none in content/.
func (e *Edition) sectionText(address string) (compose.Text, error) {
	if p, ok := e.Site.Pages.Get(address); ok {
		return e.Text(p)
	}
	heading := template.HTML(template.HTMLEscapeString(e.Titles.Section(address)))
	return compose.Text{Prose: view.Prose{Heading: heading}}, nil
}

// sectionHead is what the page of a section says of itself.
func (e *Edition) sectionHead(address string, t compose.Text) head {
	title := e.Titles.Section(address)
	w := e.Titles.Writing(address)
	if w != nil {
		title = e.Plain(w.Title, nil)
	}
	return head{address: address, title: title, description: e.Titles.Summary(address), figures: t.Figures}
}
