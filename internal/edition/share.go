package edition

import (
	"gongshi/internal/share"
	"gongshi/internal/teaser"
	"gongshi/internal/view"
)

// ShareCard is what the picture of a page says, by which the page is shown where its address
// is shared. The alt says the same in words.
func (e *Edition) ShareCard(address string) (card share.Card, alt string) {
	card, alt = teaser.Of(e.Presenter, address, e.Titles.Whole(address))
	card.Accent = e.set.Look.Accent
	return card, alt
}

// SharePath is where in the site's folder the picture of a card stands. Pages whose pictures
// say the same have one.
func SharePath(card share.Card) string { return "assets/share/" + card.Key() + ".png" }

// share tells of the picture of a page, nil when config.toml wants none.
func (e *Edition) share(address string) *view.Share {
	if !e.Site.ShareImages {
		return nil
	}
	card, alt := e.ShareCard(address)
	u := *e.set.Base
	u.Path += SharePath(card)
	return &view.Share{URL: u.String(), Alt: alt, Width: share.Width, Height: share.Height}
}
