package acceptance

import (
	"encoding/xml"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/html"
)

// linkAttributes are the attributes that hold an address.
var linkAttributes = []string{"href", "src", "poster", "data"}

// testLinks follows every link within the site, to the file and to the place
// in it.
func (s *site) testLinks(t *testing.T) {
	docs := s.documents(t)
	places := map[string][]string{} // the ids of each page
	for _, d := range docs {
		for _, n := range d.elements("*") {
			if id := attr(n, "id"); id != "" {
				places[d.page] = append(places[d.page], id)
			}
		}
	}
	for _, d := range docs {
		for _, n := range d.elements("*") {
			for _, link := range linksOf(n) {
				s.follow(t, d, link, places)
			}
		}
	}
}

// linksOf returns the addresses that an element leads to.
func linksOf(n *html.Node) []string {
	var links []string
	if attr(n, "property") == "og:image" {
		links = append(links, attr(n, "content"))
	}
	for _, a := range n.Attr {
		if slices.Contains(linkAttributes, a.Key) {
			links = append(links, a.Val)
		}
		if a.Key == "srcset" {
			for candidate := range strings.SplitSeq(a.Val, ",") {
				links = append(links, strings.Fields(candidate)[0])
			}
		}
	}
	return links
}

// follow reports a link that stays on our host and leads nowhere.
func (s *site) follow(t *testing.T, d document, link string, places map[string][]string) {
	target := d.resolve(t, link)
	if target.Host != d.url.Host {
		return // elsewhere: a build must not depend on the network
	}
	file, inside := s.fileOf(target)
	if !inside {
		t.Errorf("%s: link %q leaves the site: it forgets the base URL", d.page, link)
		return
	}
	if info, err := os.Stat(filepath.Join(s.dir, filepath.FromSlash(file))); err != nil || info.IsDir() {
		t.Errorf("%s: link %q leads to %s, which does not exist", d.page, link, file)
		return
	}
	if place := target.Fragment; place != "" && !slices.Contains(places[file], place) {
		t.Errorf("%s: link %q: %s has no element with the id %q", d.page, link, file, place)
	}
}

// fileOf returns the published file behind an address of our host. It reports
// false for one that is not under the base URL.
func (s *site) fileOf(u *url.URL) (string, bool) {
	file, inside := strings.CutPrefix(u.Path, base)
	if file == "" || strings.HasSuffix(file, "/") {
		file = path.Join(file, "index.html")
	}
	return file, inside
}

// testLanguages holds every page to its versions in other languages: each names
// all of them, itself included, and the language switch leads to the same page.
func (s *site) testLanguages(t *testing.T) {
	docs := s.documents(t)
	versions := map[string]map[string]string{} // by address: language -> address
	for _, d := range docs {
		versions[d.url.String()] = alternates(d)
	}
	for _, d := range docs {
		own := versions[d.url.String()]
		if !d.stands() {
			continue
		}
		if len(own) < 2 {
			t.Errorf("%s: names %d versions; it should name one for each language and x-default", d.page, len(own))
		}
		if lang := attr(d.elements("html")[0], "lang"); own[lang] != d.url.String() {
			t.Errorf("%s: hreflang %q is %q; it should be the page itself, %s", d.page, lang, own[lang], d.url)
		}
		for lang, address := range own {
			other, exists := versions[address]
			if !exists {
				t.Errorf("%s: hreflang %q leads to %s, which is no page", d.page, lang, address)
			} else if !sameVersions(own, other) {
				t.Errorf("%s: its version %s does not name the same versions", d.page, address)
			}
			if lang != "x-default" && address != d.url.String() && !switches(t, d, lang, address) {
				t.Errorf("%s: the language switch has no link to %s with hreflang=%q", d.page, address, lang)
			}
		}
	}
}

// alternates returns the addresses of a page's versions by language.
func alternates(d document) map[string]string {
	found := map[string]string{}
	for _, n := range d.linkRel("alternate") {
		if lang := attr(n, "hreflang"); lang != "" {
			found[lang] = attr(n, "href")
		}
	}
	return found
}

func sameVersions(a, b map[string]string) bool {
	if len(a) != len(b) {
		return false
	}
	for lang, address := range a {
		if b[lang] != address {
			return false
		}
	}
	return true
}

// switches reports whether a link for readers leads to a version of the page.
func switches(t *testing.T, d document, lang, address string) bool {
	return slices.ContainsFunc(d.elements("a"), func(n *html.Node) bool {
		return attr(n, "hreflang") == lang && d.resolve(t, attr(n, "href")).String() == address
	})
}

// mostClicks is how far a page may be from the home page of its language.
const mostClicks = 3

// testReach holds every page to being found from the home page by few clicks, in its
// own language: the language switch does not count.
func (s *site) testReach(t *testing.T) {
	links := map[string][]string{} // by page, the pages that it leads to
	clicks := map[string]int{}
	var next []string
	for _, d := range s.documents(t) {
		for _, n := range d.elements("a") {
			if file, inside := s.fileOf(d.resolve(t, attr(n, "href"))); inside && attr(n, "rel") != "alternate" {
				links[d.page] = append(links[d.page], file)
			}
		}
		if d.page == "index.html" || path.Dir(path.Dir(d.page)) == "." && attr(d.elements("html")[0], "lang") == path.Dir(d.page) {
			next = append(next, d.page)
		}
	}
	for _, home := range next {
		clicks[home] = 0
	}
	for len(next) > 0 {
		page := next[0]
		next = next[1:]
		for _, to := range links[page] {
			if _, seen := clicks[to]; !seen {
				clicks[to] = clicks[page] + 1
				next = append(next, to)
			}
		}
	}
	for _, d := range s.documents(t) {
		if n, reached := clicks[d.page]; d.stands() && (!reached || n > mostClicks) {
			t.Errorf("%s: %d clicks from the home page (found: %v); a page is at most %d away", d.page, n, reached, mostClicks)
		}
	}
}

// testSitemap compares the sitemap with the pages that state an address.
func (s *site) testSitemap(t *testing.T) {
	var sitemap struct {
		URL []struct {
			Loc     string `xml:"loc"`
			LastMod string `xml:"lastmod"`
		} `xml:"url"`
	}
	if err := xml.Unmarshal(s.read(t, "sitemap.xml"), &sitemap); err != nil {
		t.Fatalf("sitemap.xml: %v", err)
	}
	listed := map[string]bool{}
	for _, u := range sitemap.URL {
		if listed[u.Loc] {
			t.Errorf("sitemap.xml lists %s twice", u.Loc)
		}
		listed[u.Loc] = true
		if _, err := time.Parse(time.DateOnly, u.LastMod); u.LastMod != "" && err != nil {
			t.Errorf("sitemap.xml: lastmod of %s: %v", u.Loc, err)
		}
	}
	for _, d := range s.documents(t) {
		if !d.stands() {
			continue
		}
		own := d.canonical()
		if own != d.url.String() {
			t.Errorf("%s: states the address %s; it is at %s", d.page, own, d.url)
		}
		if !listed[own] {
			t.Errorf("sitemap.xml does not list %s", own)
		}
		delete(listed, own)
	}
	for address := range listed {
		t.Errorf("sitemap.xml lists %s, which is no page", address)
	}
}
