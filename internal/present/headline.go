package present

import (
	"gongshi/internal/report"
	"gongshi/internal/view"
)

// maxTiles is the number of projects up to which a wall of tiles can be taken in.
const maxTiles = 200

// Headline shows a rate with its parts.
func (pr *Presenter) Headline(m *report.Metric) *view.Headline {
	o, _ := pr.Site.Latest(m) // check saw to it that there is one
	share := o.Value.Share
	h := &view.Headline{Figure: pr.Figure(m, o), Part: pr.Lang.Number(share.Part), Whole: pr.Lang.Number(share.Whole)}
	h.Of = pr.Say("of", h.Part, h.Whole)
	if pr.Site.Home.Headline.ID == m.ID {
		pr.completion(h, o)
	}
	return h
}

// completion adds what the completion rate of projects has: the wall of tiles.
func (pr *Presenter) completion(h *view.Headline, o report.Observation) {
	share := o.Value.Share
	open := share.Whole.Sub(share.Part)
	h.Of = pr.Say("of-projects", h.Part, h.Whole)
	h.Done = pr.Say("wall-done", h.Part)
	h.Open = pr.Say("wall-open", pr.Lang.Number(open))
	h.Alt = pr.Say("wall-alt", h.Part, h.Whole, pr.Lang.Number(open))
	done, all := int(share.Part.Float()), int(share.Whole.Float())
	if open.Sign() >= 0 && all <= maxTiles {
		doneHere, openHere := pr.Site.CompletedBy(o)
		if merged := pr.merged(); len(doneHere) == done && len(openHere)+len(merged) == all-done {
			openHere = append(openHere, merged...)
		}
		h.Wall = append(pr.tiles(done, doneHere, true), pr.tiles(all-done, openHere, false)...)
	}
}

// merged lists the projects that were merged into others. Whether a rate counts them can
// be told only where all that it counts are here: then the numbers leave room for each.
func (pr *Presenter) merged() []*report.Project {
	var list []*report.Project
	for p := range pr.Site.Projects.All() {
		if p.Status.ID == string(report.Merged) {
			list = append(list, p)
		}
	}
	return list
}

// tiles makes n tiles of a wall. The first lead to the projects of which it is
// known, at most n: check saw to it; the rest have no write-up here.
func (pr *Presenter) tiles(n int, known []*report.Project, done bool) []view.WallTile {
	tiles := make([]view.WallTile, n)
	for i := range tiles {
		tiles[i].Done = done
		if i < len(known) {
			p := known[i]
			tiles[i].Text, tiles[i].URL = pr.Plain(p.Page.In[pr.Lang.Code].Title, p), pr.URL(p.Page.Path)
		}
	}
	return tiles
}
