package feed

import (
	"bytes"
	"cmp"
	"encoding/json"
)

// The members of JSON Feed (jsonfeed.org, version 1.1) that we write.
type jsonFeed struct {
	Version     string       `json:"version"`
	Title       string       `json:"title"`
	HomePageURL string       `json:"home_page_url"`
	FeedURL     string       `json:"feed_url"`
	Description string       `json:"description,omitempty"`
	Language    string       `json:"language"`
	Authors     []jsonAuthor `json:"authors"`
	Items       []jsonItem   `json:"items"`
}

type jsonAuthor struct {
	Name string `json:"name"`
	URL  string `json:"url,omitempty"`
}

type jsonItem struct {
	ID            string `json:"id"`
	URL           string `json:"url"`
	Title         string `json:"title"`
	ContentText   string `json:"content_text"`
	DatePublished string `json:"date_published"`
	DateModified  string `json:"date_modified"`
}

// JSON makes the JSON Feed of all that is new, at an address.
func (m *Maker) JSON(address string) ([]byte, error) {
	f := m.make(address, "")
	out := jsonFeed{
		Version: "https://jsonfeed.org/version/1.1", Title: f.title, HomePageURL: f.alternate, FeedURL: f.self,
		Description: f.subtitle, Language: f.lang, Authors: []jsonAuthor{{f.author.name, f.author.url}},
		Items: []jsonItem{}, // it is demanded, also when it is empty
	}
	for _, e := range f.entries {
		out.Items = append(out.Items, jsonItem{
			ID: e.id, URL: e.url, Title: e.title, ContentText: cmp.Or(e.summary, e.title),
			DatePublished: midnight(e.published), DateModified: midnight(e.updated),
		})
	}
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetIndent("", "\t")
	err := enc.Encode(out)
	return b.Bytes(), err
}
