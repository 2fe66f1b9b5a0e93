package render

import (
	"gongshi/internal/share"
	"gongshi/internal/teaser"
	"gongshi/internal/view"
)

// planShare lists the picture by which a page is shown where its address is shared,
// unless config.toml wants none. Pages whose pictures say the same have one.
func (e *edition) planShare(address string) {
	if !e.Site.ShareImages {
		return
	}
	card, alt := teaser.Of(e.Presenter, address, e.pageTitle(address))
	card.Accent = e.look.Accent
	path := "assets/share/" + card.Key() + ".png"
	u := *e.base
	u.Path += path
	e.shares[address] = &view.Share{URL: u.String(), Alt: alt, Width: share.Width, Height: share.Height}
	if _, planned := e.jobs[path]; !planned {
		e.add(path, func() (Output, error) { return Output{Card: &card}, nil })
		e.drawn = append(e.drawn, card)
	}
}

// Cards lists what share images say. The caller must not change it.
func (r *Renderer) Cards() []share.Card { return r.drawn }

// pageTitle returns the whole title of the page at an address.
func (e *edition) pageTitle(address string) string {
	if page, ok := e.Site.Pages.Get(address); ok {
		return e.Plain(page.In[e.Lang.Code].Title, page.Project)
	}
	for c := range e.Site.Charts.All() {
		if c.Path() == address {
			return c.Title.String(e.Lang)
		}
	}
	if title := e.sectionTitle(address); title != address {
		return title
	}
	return e.Site.Title.String(e.Lang)
}
