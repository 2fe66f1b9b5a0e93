// Package linked says in JSON-LD, with the words of schema.org, what a page shows:
// who publishes it, where it stands in the site, which data it has, which project or
// update it is about. What the site does not say is left out.
package linked

import (
	"encoding/json"
	"html/template"
	"net/url"

	"gongshi/internal/present"
	"gongshi/internal/report"
	"gongshi/internal/view"
)

// Data describes the pages of a site in one language.
type Data struct {
	*present.Presenter
	Absolute func(address string) string // the whole address of a page of this language
	Shared   func(path string) string    // where a file is that all languages share, from the root of the host
}

// Page is what is to be known of a page besides the facts at its address.
type Page struct {
	Address     string // "/about/"
	Title       string // plain text
	Description string // plain text; may be ""
	Trail       []view.Link
}

// Script returns the description of a page, for <script type="application/ld+json">.
// It has no "<", so that no text of an editor ends the script. It is "" when there is
// nothing to say.
func (d *Data) Script(p Page) template.JS {
	var graph []any
	if len(p.Trail) > 0 {
		graph = append(graph, d.breadcrumbs(p))
	}
	if page, ok := d.Site.Pages.Get(p.Address); ok && page.Project != nil {
		graph = append(graph, d.project(p, page.Project))
	}
	if u, ok := d.Site.Updates.Get(p.Address); ok {
		graph = append(graph, d.update(p, u))
	}
	if set := d.dataset(p); set != nil {
		graph = append(graph, set)
	}
	if office := d.publisher(); office != nil && (len(graph) > 1 || p.Address == report.HomePath) {
		graph = append(graph, office) // what the others name
	}
	if len(graph) == 0 {
		return ""
	}
	text, err := json.Marshal(document{"https://schema.org", graph}) // which writes < as \u003c
	if err != nil {
		panic(err) // never: it is made of texts
	}
	return template.JS(text)
}

// document is a whole description.
type document struct {
	Context string `json:"@context"`
	Graph   []any  `json:"@graph"`
}

// thing is what every node has.
type thing struct {
	Type string `json:"@type"`
	ID   string `json:"@id,omitempty"`
	Name string `json:"name,omitempty"`
	URL  string `json:"url,omitempty"`
}

// ref names another node of the same description.
type ref struct {
	ID string `json:"@id"`
}

// organisation is the office that publishes the site.
type organisation struct {
	thing
	CorrectionsPolicy string `json:"correctionsPolicy"`
}

// publisherID returns the id of the office, nil when the site names none.
func (d *Data) publisherID() *ref {
	if !d.Site.Publisher.Name.Written() {
		return nil
	}
	return &ref{d.Absolute(report.HomePath) + "#publisher"}
}

func (d *Data) publisher() *organisation {
	id := d.publisherID()
	if id == nil {
		return nil
	}
	name := d.Site.Publisher.Name.String(d.Lang)
	return &organisation{thing{"GovernmentOrganization", id.ID, name, d.Site.Publisher.URL}, d.Absolute(report.CorrectionsPath)}
}

// breadcrumbList is the way from home to a page.
type breadcrumbList struct {
	thing
	Items []listItem `json:"itemListElement"`
}

type listItem struct {
	Type     string `json:"@type"`
	Position int    `json:"position"`
	Name     string `json:"name"`
	Item     string `json:"item,omitempty"`
}

func (d *Data) breadcrumbs(p Page) breadcrumbList {
	list := breadcrumbList{thing: thing{Type: "BreadcrumbList"}}
	for i, link := range p.Trail {
		item := listItem{"ListItem", i + 1, link.Text, ""}
		if link.URL != "" {
			item.Item = d.whole(link.URL)
		}
		list.Items = append(list.Items, item)
	}
	return list
}

// whole returns the whole address of what is at a path of our host.
func (d *Data) whole(path string) string {
	home, err := url.Parse(d.Absolute(report.HomePath))
	if err == nil {
		home, err = home.Parse(path)
	}
	if err != nil { // never: render made both
		return path
	}
	return home.String()
}
