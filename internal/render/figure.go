package render

import (
	"gongshi/internal/report"
	"gongshi/internal/view"
)

// maxTiles is the number of projects up to which a wall of tiles can be taken in.
const maxTiles = 200

// headline shows a rate with its parts.
func (e *edition) headline(m *report.Metric) *view.Headline {
	o, _ := e.Site.Latest(m) // check saw to it that there is one
	share := o.Value.Share
	h := &view.Headline{Figure: e.Figure(m, o), Part: e.Lang.Number(share.Part), Whole: e.Lang.Number(share.Whole)}
	h.Of = e.Say("of", h.Part, h.Whole)
	if e.Site.Home.Headline.ID == m.ID {
		e.completion(h, o)
	}
	return h
}

// completion adds what the completion rate of projects has: the wall of tiles.
func (e *edition) completion(h *view.Headline, o report.Observation) {
	share := o.Value.Share
	open := share.Whole.Sub(share.Part)
	h.Of = e.Say("of-projects", h.Part, h.Whole)
	h.Done = e.Say("wall-done", h.Part)
	h.Open = e.Say("wall-open", e.Lang.Number(open))
	h.Alt = e.Say("wall-alt", h.Part, h.Whole, e.Lang.Number(open))
	done, all := int(share.Part.Float()), int(share.Whole.Float())
	if open.Sign() >= 0 && all <= maxTiles {
		doneHere, openHere := e.Site.CompletedBy(o)
		h.Wall = append(e.tiles(done, doneHere, true), e.tiles(all-done, openHere, false)...)
	}
}

// tiles makes n tiles of a wall. The first lead to the projects of which it is
// known, at most n: check saw to it; the rest have no write-up here.
func (e *edition) tiles(n int, known []*report.Project, done bool) []view.WallTile {
	tiles := make([]view.WallTile, n)
	for i := range tiles {
		tiles[i].Done = done
		if i < len(known) {
			p := known[i]
			tiles[i].Text, tiles[i].URL = e.Plain(p.Page.In[e.Lang.Code].Title, p), e.url(p.Page.Path)
		}
	}
	return tiles
}
