package render

import (
	"strings"

	"gongshi/internal/calendar"
	"gongshi/internal/feed"
	"gongshi/internal/view"
)

// planFeeds lists what tells programs of news and of dates to come.
func (e *edition) planFeeds() {
	if !feed.Dated(e.Site) {
		return
	}
	feeds := e.feedMaker()
	e.addFile(feed.AtomPath, func() ([]byte, error) { return feeds.Atom(feed.AtomPath, "") })
	e.addFile(feed.JSONPath, func() ([]byte, error) { return feeds.JSON(feed.JSONPath) })
	for _, area := range feed.Areas(e.Site) {
		address := feed.AreaPath(area)
		e.addFile(address, func() ([]byte, error) { return feeds.Atom(address, area) })
	}
	if len(calendar.Awaited(e.Site)) > 0 {
		e.addFile(calendar.Path, func() ([]byte, error) { return calendar.ICS(e.Presenter, e.absolute), nil })
	}
}

func (e *edition) feedMaker() *feed.Maker {
	return &feed.Maker{Composer: e.Composer, Absolute: e.absolute}
}

// addFile plans a file that every language has.
func (e *edition) addFile(address string, produce func() ([]byte, error)) {
	e.addBytes(e.prefix+strings.TrimPrefix(address, "/"), produce)
}

// feeds lists the feeds that a page offers: those of the site and, with the id of an
// area that has projects, that of the area.
func (e *edition) feeds(area string) []view.Feed {
	if !feed.Dated(e.Site) {
		return nil
	}
	maker := e.feedMaker()
	title := maker.Title("")
	feeds := []view.Feed{
		{Title: title, Type: feed.AtomType, URL: e.url(feed.AtomPath)},
		{Title: title, Type: feed.JSONType, URL: e.url(feed.JSONPath)},
	}
	if area != "" {
		feeds = append(feeds, view.Feed{Title: maker.Title(area), Type: feed.AtomType, URL: e.url(feed.AreaPath(area))})
	}
	return feeds
}
