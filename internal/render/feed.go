package render

import (
	"gongshi/internal/calendar"
	"gongshi/internal/edition"
	"gongshi/internal/feed"
)

// planFeeds lists what tells programs of news and of dates to come.
func (r *Renderer) planFeeds(e *edition.Edition) {
	if !feed.Dated(e.Site) {
		return
	}
	feeds := e.Feeds()
	r.addBytes(e.Path(feed.AtomPath), func() ([]byte, error) { return feeds.Atom(feed.AtomPath, "") })
	r.addBytes(e.Path(feed.JSONPath), func() ([]byte, error) { return feeds.JSON(feed.JSONPath) })
	for _, area := range feed.Areas(e.Site) {
		address := feed.AreaPath(area)
		r.addBytes(e.Path(address), func() ([]byte, error) { return feeds.Atom(address, area) })
	}
	if len(calendar.Awaited(e.Site)) > 0 {
		r.addBytes(e.Path(calendar.Path), func() ([]byte, error) { return calendar.ICS(e.Presenter, e.Absolute), nil })
	}
}
