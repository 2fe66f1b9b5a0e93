package edition

import (
	"gongshi/internal/markdown"
	"gongshi/internal/report"
	"gongshi/internal/route"
	"gongshi/internal/view"
)

// fewHeadings is the number of headings from which a page lists its contents.
const fewHeadings = 3

// free is a page that an editor wrote, and that is no section, project or update.
func (e *Edition) free(p *report.Page) ([]byte, error) {
	text, err := e.Text(p)
	if err != nil {
		return nil, err
	}
	w := p.In[e.Lang.Code]
	var below []view.Link
	for _, other := range route.Below(e.Site, p) {
		below = append(below, view.Link{Text: e.Titles.Menu(other.Path), URL: e.URL(other.Path)})
	}
	return e.Templates.Page("page.html", view.FreePage{
		Base: e.baseView(head{
			address: p.Path, title: e.Plain(w.Title, nil), description: e.Titles.Summary(p.Path),
			trail: e.ancestors(p.Path), figures: text.Figures,
		}),
		Prose:    text.Prose,
		Contents: e.contents(w.Body),
		Below:    below,
	})
}

// contents leads to the parts of a page.
func (e *Edition) contents(doc *markdown.Document) []view.Link {
	var links []view.Link
	for _, h := range doc.Headings {
		if h.Level == 2 {
			links = append(links, view.Link{Text: e.Plain(h.Text, nil), URL: "#" + h.ID})
		}
	}
	if len(links) < fewHeadings {
		return nil
	}
	return links
}

// notFound is the page for an address that there is not. A server that knows
// only one such page shows the default language's, so it speaks all languages.
func (e *Edition) notFound() ([]byte, error) {
	v := view.NotFoundPage{Base: e.baseView(head{title: e.Say("404-heading")})}
	for _, address := range []string{report.SearchPath, report.ProjectsPath, report.MetricsPath, report.SiteMapPath} {
		v.Ways = append(v.Ways, view.Link{Text: e.Titles.Menu(address), URL: e.URL(address)})
	}
	for _, other := range e.set.Editions {
		if other != e {
			v.Others = append(v.Others, view.NotFound{
				Lang: other.Lang.Tag, Heading: other.Say("404-heading"), Text: other.Say("404-text"),
				HomeURL: other.URL(report.HomePath), Home: other.Say("404-home"),
			})
		}
	}
	return e.Templates.Page("404.html", v)
}
