package linked

import "gongshi/internal/report"

// article is a page about a project, or an update.
type article struct {
	thing
	Headline      string `json:"headline"`
	Description   string `json:"description,omitempty"`
	InLanguage    string `json:"inLanguage"`
	DatePublished string `json:"datePublished,omitempty"` // of an update: of a project's page nobody says when it was written
	About         *place `json:"about,omitempty"`
	IsBasedOn     *work  `json:"isBasedOn,omitempty"`
	Author        *ref   `json:"author,omitempty"`
	Publisher     *ref   `json:"publisher,omitempty"`
}

// place is where a project is.
type place struct {
	Type string `json:"@type"`
	Name string `json:"name"`
}

// work is what the facts of a page are taken from, or the terms on which they may be
// used.
type work struct {
	thing
	Publisher     *thing `json:"publisher,omitempty"`
	DatePublished string `json:"datePublished,omitempty"`
}

func (d *Data) article(p Page) *article {
	url := d.Absolute(p.Address)
	return &article{
		thing: thing{Type: "Article", ID: url + "#article", URL: url}, Headline: p.Title, Description: p.Description,
		InLanguage: d.Lang.Tag, Author: d.publisherID(), Publisher: d.publisherID(),
	}
}

func (d *Data) project(p Page, project *report.Project) *article {
	a := d.article(p)
	if project.Area.Set() {
		a.About = &place{"Place", d.Place(project.Area)}
	}
	a.IsBasedOn = d.source(project.Source)
	return a
}

func (d *Data) update(p Page, u *report.Update) *article {
	a := d.article(p)
	a.DatePublished = u.Date.String()
	return a
}

// source describes where figures come from, nil when that is not known.
func (d *Data) source(of report.Ref) *work {
	s, ok := d.Site.Sources.Get(of.ID)
	if !ok {
		return nil
	}
	return &work{
		thing:         thing{Type: "CreativeWork", Name: s.Title.String(d.Lang), URL: s.URL},
		Publisher:     &thing{Type: "Organization", Name: s.Publisher.String(d.Lang)},
		DatePublished: s.Date.String(),
	}
}
