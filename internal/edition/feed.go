package edition

import (
	"gongshi/internal/feed"
	"gongshi/internal/view"
)

// Feeds makes the feeds of this edition.
func (e *Edition) Feeds() *feed.Maker {
	return &feed.Maker{Composer: e.Composer, Absolute: e.Absolute}
}

// feeds lists the feeds that a page offers: those of the site and, with the id of an
// area that has projects, that of the area.
func (e *Edition) feeds(area string) []view.Feed {
	if !feed.Dated(e.Site) {
		return nil
	}
	maker := e.Feeds()
	title := maker.Title("")
	feeds := []view.Feed{
		{Title: title, Type: feed.Type(feed.AtomPath), URL: e.URL(feed.AtomPath)},
		{Title: title, Type: feed.Type(feed.JSONPath), URL: e.URL(feed.JSONPath)},
	}
	if area != "" {
		feeds = append(feeds, view.Feed{Title: maker.Title(area), Type: feed.Type(feed.AtomPath), URL: e.URL(feed.AreaPath(area))})
	}
	return feeds
}
