package edition

import (
	"slices"

	"gongshi/internal/report"
	"gongshi/internal/view"
)

// updates lists all dated notes, newest first.
func (e *Edition) updates() ([]byte, error) {
	text, err := e.sectionText(report.UpdatesPath)
	if err != nil {
		return nil, err
	}
	v := view.UpdatesPage{Base: e.baseView(e.sectionHead(report.UpdatesPath, text)), Prose: text.Prose}
	if v.Updates, err = e.updateCards(e.Site.Updates.Len()); err != nil {
		return nil, err
	}
	return e.Templates.Page("updates.html", v)
}

// updateCards shows the newest updates, n at most.
func (e *Edition) updateCards(n int) ([]view.UpdateCard, error) {
	var cards []view.UpdateCard
	for _, u := range slices.Backward(slices.Collect(e.Site.Updates.All())) {
		if len(cards) == n {
			break
		}
		text, err := e.Card(u.Page)
		if err != nil {
			return nil, err
		}
		cards = append(cards, view.UpdateCard{Date: e.Day(u.Date), Title: text.Heading, URL: e.URL(u.Page.Path), Summary: text.Lead})
	}
	return cards, nil
}

func (e *Edition) update(u *report.Update) ([]byte, error) {
	text, err := e.Text(u.Page)
	if err != nil {
		return nil, err
	}
	w := u.Page.In[e.Lang.Code]
	v := view.UpdatePage{
		Base: e.baseView(head{
			address: u.Page.Path, title: e.Plain(w.Title, nil), description: e.Titles.Summary(u.Page.Path),
			trail: e.section(report.UpdatesPath), figures: text.Figures,
		}),
		Prose: text.Prose, Date: e.Day(u.Date), Contents: e.contents(w.Body),
	}
	at, _ := e.Site.Updates.At(u.Page.Path)
	v.Previous, v.Next = e.updateLink(at-1), e.updateLink(at+1)
	return e.Templates.Page("update.html", v)
}

// updateLink leads to the update at a place in the list, nil where there is none.
func (e *Edition) updateLink(at int) *view.Link {
	ids := e.Site.Updates.IDs()
	if at < 0 || at >= len(ids) {
		return nil
	}
	u, _ := e.Site.Updates.Get(ids[at])
	return &view.Link{Text: e.Plain(u.Page.In[e.Lang.Code].Title, nil), URL: e.URL(u.Page.Path)}
}

// maxNews is how many updates, and how many corrections, the home page shows.
const maxNews = 3

// news is what is new, nil when there is nothing.
func (e *Edition) news() (*view.News, error) {
	cards, err := e.updateCards(maxNews)
	rows := e.AllCorrections()
	if err != nil || len(cards)+len(rows) == 0 {
		return nil, err
	}
	return &view.News{
		Updates: cards, UpdatesURL: e.URL(report.UpdatesPath),
		Corrections: rows[:min(len(rows), maxNews)], CorrectionsURL: e.URL(report.CorrectionsPath),
	}, nil
}
