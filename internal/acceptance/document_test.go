package acceptance

import (
	"bytes"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// document is a page as parsed.
type document struct {
	page string // its path in the published folder
	url  *url.URL
	root *html.Node
}

// documents parses every page.
func (s *site) documents(t *testing.T) []document {
	t.Helper()
	var docs []document
	for _, page := range s.pages {
		data := s.read(t, page)
		root, err := html.Parse(bytes.NewReader(data))
		if err != nil {
			t.Fatalf("%s: %v", page, err)
		}
		docs = append(docs, document{page, mustURL(t, s.pageURL(page)), root})
	}
	return docs
}

// read returns a published file.
func (s *site) read(t *testing.T, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(s.dir, filepath.FromSlash(path)))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func mustURL(t *testing.T, raw string) *url.URL {
	t.Helper()
	u, err := url.Parse(raw)
	if err != nil {
		t.Fatal(err)
	}
	return u
}

// elements returns the elements with a name, in document order; all elements
// for the name "*".
func (d document) elements(name string) []*html.Node {
	var found []*html.Node
	for n := range d.root.Descendants() {
		if n.Type == html.ElementNode && (name == "*" || n.Data == name) {
			found = append(found, n)
		}
	}
	return found
}

// resolve returns the absolute address of a link on the page.
func (d document) resolve(t *testing.T, link string) *url.URL {
	t.Helper()
	u, err := d.url.Parse(link)
	if err != nil {
		t.Fatalf("%s: link %q: %v", d.page, link, err)
	}
	return u
}

// linkRel returns the <link> elements of a relation.
func (d document) linkRel(rel string) []*html.Node {
	return slices.DeleteFunc(d.elements("link"), func(n *html.Node) bool {
		return !slices.Contains(strings.Fields(attr(n, "rel")), rel)
	})
}

// canonical returns the page's own address as it states it, or "".
func (d document) canonical() string {
	for _, n := range d.linkRel("canonical") {
		return attr(n, "href")
	}
	return ""
}

// stands reports whether the page has an address of its own: the page for what is
// missing has none, and the frame of a chart only that of the chart's page.
func (d document) stands() bool {
	return d.canonical() != "" && !strings.Contains(d.page, "/frame/")
}

// attr returns an attribute's value, or "" when the element does not have it.
func attr(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}
