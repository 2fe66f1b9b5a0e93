package render

import (
	"gongshi/internal/edition"
	"gongshi/internal/share"
)

// planShare lists the picture by which a page is shown where its address is shared, unless
// config.toml wants none.
func (r *Renderer) planShare(e *edition.Edition, page string) {
	if !e.Site.ShareImages {
		return
	}
	card, _ := e.ShareCard(page)
	path := edition.SharePath(card)
	if _, planned := r.jobs[path]; !planned { // by a page whose picture says the same
		r.add(path, func() (Output, error) { return Output{Card: &card}, nil })
		r.drawn = append(r.drawn, card)
	}
}

// Cards lists what share images say. The caller must not change it.
func (r *Renderer) Cards() []share.Card { return r.drawn }
