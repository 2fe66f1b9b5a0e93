package acceptance

import (
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// testFeeds holds every feed, Atom and JSON, to leading to what is there; what else
// they must keep to is held by package feed.
func (s *site) testFeeds(t *testing.T) {
	found := 0
	err := fs.WalkDir(os.DirFS(s.dir), ".", func(file string, _ fs.DirEntry, err error) error {
		var feed any
		switch {
		case err != nil:
			return err
		case strings.HasSuffix(file, "feed.atom"):
			feed, err = atomLinks(s.read(t, file))
		case strings.HasSuffix(file, "feed.json"):
			err = json.Unmarshal(s.read(t, file), &feed)
		default:
			return nil
		}
		found++
		s.leads(t, file, feed)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if found < 4 {
		t.Errorf("%d feeds; a site in two languages has four at least", found)
	}
}

// atomLinks returns the addresses of the links of an Atom feed.
func atomLinks(data []byte) ([]any, error) {
	var feed struct {
		Link []struct {
			Href string `xml:"href,attr"`
		} `xml:"link"`
		Entry []struct {
			Link struct {
				Href string `xml:"href,attr"`
			} `xml:"link"`
		} `xml:"entry"`
	}
	err := xml.Unmarshal(data, &feed)
	var links []any
	for _, l := range feed.Link {
		links = append(links, l.Href)
	}
	for _, e := range feed.Entry {
		links = append(links, e.Link.Href)
	}
	return links, err
}

// leads reports an address of ours, anywhere in a value, that leads nowhere.
func (s *site) leads(t *testing.T, where string, value any) {
	switch v := value.(type) {
	case []any:
		for _, item := range v {
			s.leads(t, where, item)
		}
	case map[string]any:
		for _, item := range v {
			s.leads(t, where, item)
		}
	case string:
		if !strings.HasPrefix(v, s.url) {
			return
		}
		file, _ := s.fileOf(mustURL(t, v))
		if info, err := os.Stat(filepath.Join(s.dir, filepath.FromSlash(file))); err != nil || info.IsDir() {
			t.Errorf("%s: %q leads to %s, which does not exist", where, v, file)
		}
	}
}

// testLinkedData holds what pages say in JSON-LD to leading to what is there, and to
// the types of schema.org, as package schema-dts has them.
func (s *site) testLinkedData(t *testing.T) {
	source := strings.Builder{}
	source.WriteString("import type { Graph } from \"schema-dts\";\n")
	kinds := map[string]bool{}
	for _, d := range s.documents(t) {
		for _, n := range d.elements("script") {
			if attr(n, "type") != "application/ld+json" {
				continue
			}
			var data struct {
				Graph []map[string]any `json:"@graph"`
			}
			text := n.FirstChild.Data
			if err := json.Unmarshal([]byte(text), &data); err != nil {
				t.Errorf("%s: JSON-LD: %v", d.page, err)
			}
			for _, node := range data.Graph {
				s.leads(t, d.page, node)
			}
			if kind := kindOf(data.Graph); !kinds[kind] { // one of a kind is enough for the types
				kinds[kind] = true
				fmt.Fprintf(&source, "// %s\nexport const page%d: Graph = %s;\n", d.page, len(kinds), text)
			}
		}
		if d.stands() && !namesFeed(d) {
			t.Errorf("%s: names no feed", d.page)
		}
	}
	if len(kinds) == 0 {
		t.Fatal("no page has JSON-LD")
	}
	checkTypes(t, source.String())
}

// namesFeed reports whether a page says where the feed is.
func namesFeed(d document) bool {
	return slices.ContainsFunc(d.linkRel("alternate"), func(n *html.Node) bool { return attr(n, "type") == "application/atom+xml" })
}

// kindOf tells pages apart by the types and the keys of their nodes.
func kindOf(graph []map[string]any) string {
	var keys []string
	for _, node := range graph {
		for key := range node {
			keys = append(keys, fmt.Sprint(node["@type"], ".", key))
		}
	}
	slices.Sort(keys)
	return strings.Join(keys, " ")
}

// checkTypes gives a TypeScript source to the compiler, in a folder from which it
// finds the packages of the repository.
func checkTypes(t *testing.T, source string) {
	t.Helper()
	root, err := filepath.Abs(root)
	if err != nil {
		t.Fatal(err)
	}
	compiler := filepath.Join(root, "node_modules/typescript/lib/tsc.js")
	_, err = os.Stat(compiler)
	need(t, err == nil, "TypeScript is not installed", "run: npm ci")
	node, err := exec.LookPath("node")
	need(t, err == nil, "Node.js is not installed", "on Debian: apt-get install nodejs")

	dir := t.TempDir()
	file := filepath.Join(dir, "pages.ts")
	err = errors.Join(os.WriteFile(file, []byte(source), 0o600), os.Symlink(filepath.Join(root, "node_modules"), filepath.Join(dir, "node_modules")))
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(node, compiler, "--noEmit", "--strict", "--skipLibCheck", "--module", "esnext", "--moduleResolution", "bundler", file)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Errorf("JSON-LD is not what schema.org has: %v\n%s", err, out)
	}
}
