package render

import (
	"gongshi/internal/locale"
	"gongshi/internal/report"
	"gongshi/internal/view"
)

// maxTiles is the number of projects up to which a wall of tiles can be taken in.
const maxTiles = 200

// headline shows a rate with its parts.
func (e *edition) headline(m *report.Metric) *view.Headline {
	o, _ := e.Site.Latest(m)
	share := o.Value.Share
	h := &view.Headline{Figure: e.Figure(m, o), Part: e.Lang.Number(share.Part), Whole: e.Lang.Number(share.Whole)}
	h.Of = e.Say("of", h.Part, h.Whole)
	if e.Site.Home.Headline.ID == m.ID {
		e.completion(h, share)
	}
	return h
}

// completion adds what the completion rate of projects has: the wall of tiles.
func (e *edition) completion(h *view.Headline, share locale.Share) {
	open := share.Whole.Sub(share.Part)
	h.Of = e.Say("of-projects", h.Part, h.Whole)
	h.Done = e.Say("wall-done", h.Part)
	h.Open = e.Say("wall-open", e.Lang.Number(open))
	h.Alt = e.Say("wall-alt", h.Part, h.Whole, e.Lang.Number(open))
	done, all := int(share.Part.Float()), int(share.Whole.Float())
	if share.Part.IsInt() && share.Whole.IsInt() && open.Sign() >= 0 && all <= maxTiles {
		h.Wall = append(e.tiles(done, true), e.tiles(all-done, false)...)
	}
}

// tiles makes n tiles of a wall. The first lead to the projects that are known
// to be done, or known not to be; the rest have no write-up here.
func (e *edition) tiles(n int, done bool) []view.WallTile {
	tiles := make([]view.WallTile, n)
	i := 0
	for p := range e.Site.Projects.All() {
		isDone := p.Status.ID == string(report.Completed)
		if i == n || isDone != done || p.Status.ID == string(report.Unpublished) {
			continue
		}
		tiles[i] = view.WallTile{Text: e.plain(p.Page.In[e.Lang.Code].Title, p), URL: e.url(p.Page.Path)}
		i++
	}
	for i := range tiles {
		tiles[i].Done = done
	}
	return tiles
}
