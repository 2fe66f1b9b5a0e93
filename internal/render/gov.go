package render

import (
	"cmp"
	"strings"

	"gongshi/internal/gov"
	"gongshi/internal/locale"
	"gongshi/internal/report"
	"gongshi/internal/view"
)

// tags are the meta tags of a page of a government site, none of any other.
func (e *edition) tags(h head) []view.Meta {
	if e.Site.Profile != report.ProfileCNGov {
		return nil
	}
	return gov.Tags(e.Site, e.Lang, gov.Page{
		Address: h.address, URL: e.absolute(h.address), Title: h.title, Description: h.description,
		Column: e.column(gov.ColumnOf(h.address)),
	}, e.Say)
}

// column says what a column is about, in the words of its own page where it has some.
func (e *edition) column(address string) gov.Column {
	name, site := e.menuTitle(address), e.Site.Title.String(e.Lang)
	return gov.Column{
		Address:     address,
		Name:        name,
		Description: cmp.Or(e.summary(e.writing(address), nil), e.Say("gov-column", name, site)),
		Keywords:    name + "," + site,
	}
}

// published says when the text at an address was first published, nil when nobody
// does.
func (e *edition) published(address string) *view.Day {
	w := e.writing(address)
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
