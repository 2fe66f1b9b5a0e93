// Package acceptance looks at the repository's own site, and at the sample that comes
// with the program, as the public gets them: built by the pipeline, served under a
// strict policy, and opened in a browser.
//
// Its tests need tools that Go does not bring. One that is missing skips the
// test that needs it, and the message says how to get it. With GONGSHI_REQUIRE=1,
// as in CI, it fails the test instead.
package acceptance

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"gongshi/internal/build"
	"gongshi/internal/diag"
	"gongshi/internal/hosting"
	"gongshi/internal/npm"
)

// root is the repository's folder, as seen from this package.
const root = "../.."

// base is the path that the site is served under. It is not "/", as on most
// hosts of pages, so that a link that forgets the base URL leads nowhere.
const base = "/public/gongshi/"

// policy says which headers the site is published with.
var policy = hosting.Policy{Base: base, Codes: []string{"en"}}

// site is the built site, while it is served.
type site struct {
	dir   string   // the published folder
	url   string   // where it is served: scheme, host and base
	pages []string // every HTML file, sorted, slash-separated: "en/index.html"
}

// browsed lists the pages that a browser looks at: a few of each sort, as hundreds are
// made from two dozen templates, and every chart. All pages are read.
func (s *site) browsed() []string {
	const few = 3
	var pages []string
	seen := map[string]int{}
	for _, page := range s.pages {
		kind := path.Dir(path.Dir(page))
		if s.hasPictures(page) {
			kind += " with pictures"
		}
		if seen[kind]++; seen[kind] <= few || strings.Contains(page, "charts/") && !strings.Contains(page, "frame/") {
			pages = append(pages, page)
		}
	}
	return pages
}

// hasPictures reports whether a page shows pictures.
func (s *site) hasPictures(page string) bool {
	data, err := os.ReadFile(filepath.Join(s.dir, filepath.FromSlash(page)))
	return err == nil && bytes.Contains(data, []byte(`<div class="pictures">`))
}

func TestSite(t *testing.T) { testSite(t, openSite(t, root, 0)) }

func TestSample(t *testing.T) {
	testSite(t, openSite(t, filepath.Join(root, "sites", "sample"), 1)) // one notice: a text that has not followed a change
}

// The district is a government site, with a footer of its own and a glossary.
func TestGovernmentSite(t *testing.T) {
	testSite(t, openSite(t, filepath.Join(root, "internal", "gov", "testdata", "district"), 0))
}

func testSite(t *testing.T, s *site) {
	t.Run("links", s.testLinks)
	t.Run("languages", s.testLanguages)
	t.Run("sitemap", s.testSitemap)
	t.Run("policy", s.testPolicy)
	t.Run("weight", s.testWeight)
	t.Run("feeds", s.testFeeds)
	t.Run("linked", s.testLinkedData)
	t.Run("reach", s.testReach)
	t.Run("markup", s.testMarkup)
	t.Run("html-validate", s.testHTMLValidate)
	t.Run("browser", s.testBrowser)
	if lighthouse != "" {
		t.Run("lighthouse", s.testLighthouse)
	}
}

// openSite builds a site for the address of a server that goes away with the test.
// It must have so many notices and no problems.
func openSite(t *testing.T, folder string, notices int) *site {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "public")
	server := httptest.NewServer(withPolicy(compressing(http.StripPrefix(base, http.FileServer(http.Dir(dir))))))
	t.Cleanup(server.Close)

	s := &site{dir: dir, url: server.URL + base}
	if problems := buildSite(t, folder, s.dir, s.url); len(problems) != notices {
		t.Fatalf("%d notices, want %d: %v", len(problems), notices, problems)
	}
	s.pages = htmlFiles(t, s.dir)
	if len(s.pages) == 0 {
		t.Fatal("the built site has no page")
	}
	return s
}

// buildSite builds a site, as a publisher does, and returns its notices.
func buildSite(t *testing.T, folder, dir, address string) diag.List {
	t.Helper()
	cache := build.CacheDir(root)
	_, err := npm.ECharts(t.Context(), cache, func(line string) { t.Log(line) })
	need(t, err == nil, "ECharts is not on this machine", fmt.Sprint("it is fetched with npm: ", err))

	_, problems, err := build.Run(t.Context(), build.Options{
		Site: folder, Out: dir, BaseURL: address, Cache: cache,
	})
	if err != nil {
		t.Fatal(err)
	}
	if problems.Blocks(false) {
		t.Fatal(problems)
	}
	return problems
}

// withPolicy adds the headers of a published site to every answer.
func withPolicy(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		for _, h := range policy.Headers(r.URL.Path) {
			w.Header().Set(h.Name, h.Value)
		}
		next.ServeHTTP(w, r)
	})
}

// compressing answers as a good host does: what is text goes out compressed.
func compressing(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !strings.Contains(r.Header.Get("Accept-Encoding"), "gzip") || slices.Contains([]string{".jpg", ".png"}, path.Ext(r.URL.Path)) {
			next.ServeHTTP(w, r)
			return
		}
		r.Header.Del("Range")
		w.Header().Set("Content-Encoding", "gzip")
		z := gzip.NewWriter(w)
		defer z.Close()
		next.ServeHTTP(gzipped{w, z}, r)
	})
}

// gzipped writes an answer's body through gzip.
type gzipped struct {
	http.ResponseWriter
	gzip *gzip.Writer
}

func (c gzipped) Write(b []byte) (int, error) { return c.gzip.Write(b) }

// htmlFiles lists the HTML files of a folder.
func htmlFiles(t *testing.T, dir string) []string {
	t.Helper()
	var files []string
	err := fs.WalkDir(os.DirFS(dir), ".", func(path string, _ fs.DirEntry, err error) error {
		if strings.HasSuffix(path, ".html") {
			files = append(files, path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	slices.Sort(files)
	return files
}

// pageURL is the address that a page is known by: that of its folder.
func (s *site) pageURL(page string) string {
	return s.url + strings.TrimSuffix(page, "index.html")
}

// need ends the test when a tool that it cannot do without is missing: a skip
// where people work, a failure where everything must be looked at.
func need(t *testing.T, have bool, missing, how string) {
	t.Helper()
	switch {
	case have:
	case os.Getenv("GONGSHI_REQUIRE") == "1":
		t.Fatalf("%s; %s", missing, how)
	default:
		t.Skipf("%s; %s", missing, how)
	}
}
