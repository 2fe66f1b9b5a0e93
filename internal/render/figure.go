package render

import (
	"gongshi/internal/locale"
	"gongshi/internal/report"
	"gongshi/internal/view"
)

// figure shows one value of a metric in the edition's language.
func (e *edition) figure(m *report.Metric, o report.Observation) view.Figure {
	f := view.Figure{
		Name:   m.Name.String(e.lang),
		URL:    e.url(m.Path()),
		AsOf:   e.day(o.AsOf),
		Source: e.source(o.Source),
	}
	if m.Kind == report.Ratio {
		f.Number = e.lang.Percent(o.Value.Share, m.Digits())
		f.Text = f.Number
		f.Machine = o.Value.Share.Fraction(m.Digits()).String()
		return f
	}
	f.Number = e.lang.Alone(o.Value.Number, o.Value.Bound)
	f.Unit = m.Unit.For(e.lang, o.Value.Number)
	f.Text = e.lang.WithUnit(e.lang.Bounded(o.Value.Number, o.Value.Bound), f.Unit)
	f.Machine = o.Value.Number.String()
	return f
}

// latest shows the newest value of a metric. Every metric has one: check saw to
// it.
func (e *edition) latest(m *report.Metric) view.Figure {
	o, _ := e.site.Latest(m)
	return e.figure(m, o)
}

func (e *edition) day(d locale.Date) view.Day { return view.Day{Text: e.lang.Date(d), ISO: d.String()} }

func (e *edition) source(ref report.Ref) view.Link {
	s, ok := e.site.Sources.Get(ref.ID)
	if !ok {
		return view.Link{}
	}
	return view.Link{Text: s.Title.String(e.lang), URL: s.URL}
}

// common returns the date and source of figures when all have the same, else
// nil.
func common(figures []view.Figure) *view.Provenance {
	if len(figures) == 0 {
		return nil
	}
	p := view.Provenance{AsOf: figures[0].AsOf, Source: figures[0].Source}
	for _, f := range figures[1:] {
		if f.AsOf != p.AsOf || f.Source != p.Source {
			return nil
		}
	}
	return &p
}

// maxTiles is the number of projects up to which a wall of tiles can be taken in.
const maxTiles = 200

// headline shows a rate with its parts.
func (e *edition) headline(m *report.Metric) *view.Headline {
	o, _ := e.site.Latest(m)
	share := o.Value.Share
	h := &view.Headline{Figure: e.figure(m, o), Part: e.lang.Number(share.Part), Whole: e.lang.Number(share.Whole)}
	h.Of = e.Say("of", h.Part, h.Whole)
	if e.site.Home.Headline.ID == m.ID {
		e.completion(h, share)
	}
	return h
}

// completion adds what the completion rate of projects has: the wall of tiles.
func (e *edition) completion(h *view.Headline, share locale.Share) {
	open := share.Whole.Sub(share.Part)
	h.Of = e.Say("of-projects", h.Part, h.Whole)
	h.Done = e.Say("wall-done", h.Part)
	h.Open = e.Say("wall-open", e.lang.Number(open))
	h.Alt = e.Say("wall-alt", h.Part, h.Whole, e.lang.Number(open))
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
	for p := range e.site.Projects.All() {
		isDone := p.Status.ID == string(report.Completed)
		if i == n || isDone != done || p.Status.ID == string(report.Unpublished) {
			continue
		}
		tiles[i] = view.WallTile{Text: e.plain(p.Page.In[e.lang.Code].Title, p), URL: e.url(p.Page.Path)}
		i++
	}
	for i := range tiles {
		tiles[i].Done = done
	}
	return tiles
}
