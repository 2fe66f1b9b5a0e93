package edition

import (
	"cmp"
	"strings"

	"gongshi/internal/gov"
	"gongshi/internal/locale"
	"gongshi/internal/report"
	"gongshi/internal/view"
)

// tags are the meta tags of a page of a government site, none of any other.
func (e *Edition) tags(h head) []view.Meta {
	if e.Site.Profile != report.ProfileCNGov {
		return nil
	}
	return gov.Tags(e.Site, e.Lang, gov.Page{
		Address: h.address, URL: e.Absolute(h.address), Title: h.title, Description: h.description,
		Column: e.column(gov.ColumnOf(h.address)),
	}, e.Say)
}

// column says what a column is about, in the words of its own page where it has some.
func (e *Edition) column(address string) gov.Column {
	name, site := e.Titles.Menu(address), e.Site.Title.String(e.Lang)
	return gov.Column{
		Address:     address,
		Name:        name,
		Description: cmp.Or(e.Titles.Summary(address), e.Say("gov-column", name, site)),
		Keywords:    name + "," + site,
	}
}

// published says when the text at an address was first published, nil when nobody
// does.
func (e *Edition) published(address string) *view.Day {
	w := e.Titles.Writing(address)
	if w == nil || !w.Published.Set() {
		return nil
	}
	day, minute, _ := strings.Cut(w.Published.ID, " ")
	date, err := locale.ParseDate(day)
	if err != nil {
		return nil // load saw to it
	}
	return &view.Day{Text: e.Lang.Date(date) + " " + minute, ISO: w.Published.ID}
}
