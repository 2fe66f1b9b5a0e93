package hosting

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// The site under test does not lie at the root of its host, and has two languages.
var reports = Policy{Base: "/reports/", Codes: []string{"en"}}

// published are files of a site, as a build lists them.
var published = []string{
	"404.html", "_headers", "about/index.html", "about/plan.pdf", "assets/pictures/0a-960.jpg", "assets/style.01.css",
	"charts/bars.csv", "charts/bars.svg", "charts/bars/frame/index.html", "charts/bars/index.html", "charts/index.html",
	"data/metrics.csv", "data/metrics/lights.json", "en/404.html", "en/about/index.html", "en/charts/bars.svg",
	"en/charts/bars/frame/index.html", "en/charts/bars/index.html", "en/charts/index.html", "en/index.html",
	"en/projects/frame/index.html", "en/areas/east/feed.atom", "areas/east/feed.atom", "about/a/b/index.html", "about/a/b/c/plan.pdf",
	"data/index.html", "en/data/index.html", "en/about/plan.pdf", "index.html", "projects/frame/index.html", "robots.txt", ".well-known/security.txt",
}

// addresses are those of the files, as browsers ask for them.
func addresses() []string {
	var list []string
	for _, file := range published {
		if file != HeadersFile {
			list = append(list, reports.Base+strings.TrimSuffix(file, "index.html"))
		}
	}
	return list
}

func TestHeaders(t *testing.T) {
	t.Parallel()
	tests := []struct {
		address string
		framed  bool // anybody may show it within his own page
		cache   string
	}{
		{"/reports/", false, "no-cache"},
		{"/reports/en/projects/frame/", false, "no-cache"},
		{"/reports/charts/bars/", false, "no-cache"},
		{"/reports/charts/bars/frame/", true, "no-cache"},
		{"/reports/en/charts/bars/frame/", true, "no-cache"},
		{"/reports/xy/charts/bars/frame/", false, "no-cache"}, // no language of the site
		{"/charts/bars/frame/", false, "no-cache"},            // not of the site
		{"/reports/data/metrics.csv", false, "public, max-age=300"},
		{"/reports/assets/style.01.css", false, "public, max-age=31536000, immutable"},
	}
	for _, tt := range tests {
		got := map[string]string{}
		for _, h := range reports.Headers(tt.address) {
			if _, twice := got[h.Name]; twice {
				t.Errorf("%s has %s twice", tt.address, h.Name)
			}
			got[h.Name] = h.Value
		}
		policy := got["Content-Security-Policy"]
		if !strings.HasPrefix(policy, "default-src 'none'; ") || strings.Contains(policy, "unsafe") || strings.Contains(policy, "*") {
			t.Errorf("%s: the content policy is %q", tt.address, policy)
		}
		if framed := !strings.Contains(policy, "frame-ancestors 'none'"); framed != tt.framed {
			t.Errorf("%s: may be framed: %v, want %v", tt.address, framed, tt.framed)
		}
		if got["Cache-Control"] != tt.cache || got["X-Content-Type-Options"] != "nosniff" || got["Referrer-Policy"] == "" || got["Permissions-Policy"] == "" {
			t.Errorf("%s: %v; want Cache-Control %q", tt.address, got, tt.cache)
		}
	}
}

func TestTypeOf(t *testing.T) {
	t.Parallel()
	for name, want := range map[string]string{
		"style.css": "text/css; charset=utf-8", "a.js": "text/javascript; charset=utf-8", "a.svg": "image/svg+xml; charset=utf-8",
		"a.csv": "text/csv; charset=utf-8", "a.json": "application/json; charset=utf-8", "a.txt": "text/plain; charset=utf-8",
		"feed.atom": "application/atom+xml; charset=utf-8", "updates.ics": "text/calendar; charset=utf-8",
		"a.PNG": "image/png", "a.unknown-ending": "application/octet-stream", "LICENCE": "application/octet-stream",
	} {
		if got := TypeOf(name); got != want {
			t.Errorf("TypeOf(%q) = %q, want %q", name, got, want)
		}
	}
}

// A JSON Feed is announced and sent as what it is; a chart of that name is none.
func TestFeedType(t *testing.T) {
	t.Parallel()
	const feed, plain = "application/feed+json", "application/json; charset=utf-8"
	for address, want := range map[string]string{
		"/reports/feed.json": feed, "/reports/en/feed.json": feed, "/reports/charts/feed.json": plain, "/reports/xy/feed.json": plain, "/feed.json": plain,
	} {
		if got := reports.TypeOf(address); got != want {
			t.Errorf("%s is sent as %q, want %q", address, got, want)
		}
		rules := matching(t, reports.File(append(slices.Clone(published), "feed.json", "en/feed.json")), address)
		says := slices.ContainsFunc(rules, func(r rule) bool { return slices.Contains(r.headers, Header{"Content-Type", feed}) })
		if says != (want == feed) {
			t.Errorf("%s has the type of a feed in _headers: %v", address, says)
		}
	}
	for name, want := range map[string]string{"feed.json": feed, "a.json": "application/json", "feed.atom": "application/atom+xml", "A.CSV": "text/csv", "a": "application/octet-stream"} {
		if got := MediaType(name); got != want {
			t.Errorf("%s is announced as %q, want %q", name, got, want)
		}
	}
	if file := reports.File(published); strings.Contains(file, feed) {
		t.Error("a site without a feed has a rule for it")
	}
}

// TestFormsSayTheSame reads what is written for each host as the host does, and
// compares the headers of every address with the policy.
func TestFormsSayTheSame(t *testing.T) {
	t.Parallel()
	nginx, _ := reports.For("nginx")
	caddy, _ := reports.For("caddy")
	file := reports.File(published)
	forms := map[string]func(string) []Header{
		"Netlify":    func(a string) []Header { return asHost(narrowest(t, file, a)) },
		"Cloudflare": func(a string) []Header { return asHost(joined(t, file, a)) },
		"nginx":      func(a string) []Header { return asNginx(t, nginx, a) },
		"caddy":      func(a string) []Header { return asCaddy(t, caddy, a) },
	}
	byName := func(a, b Header) int { return strings.Compare(a.Name, b.Name) }
	for _, address := range addresses() {
		want := reports.Headers(address)
		slices.SortFunc(want, byName)
		for host, headers := range forms {
			got := headers(address)
			slices.SortFunc(got, byName)
			if !slices.Equal(got, want) {
				t.Errorf("%s: %s sends\n%v, want\n%v", address, host, got, want)
			}
		}
	}
	if _, ok := reports.For("apache"); ok {
		t.Error("there are settings for a server that is not known")
	}
}

// Every type and every encoding is the same in both servers.
func TestServersHaveAllTypes(t *testing.T) {
	t.Parallel()
	nginx, _ := reports.For("nginx")
	caddy, _ := reports.For("caddy")
	_, charset, _ := strings.Cut(nginx, "charset_types ")
	charset, _, _ = strings.Cut(charset, ";")
	for ext, kind := range types {
		if !strings.Contains(nginx, "\t"+kind+" "+ext[1:]+";\n") {
			t.Errorf("nginx does not know %s", ext)
		}
		if text := ext == ".html" || slices.Contains(strings.Fields(charset), kind); text != isText(kind) {
			t.Errorf("nginx says the encoding of %s: %v", ext, text)
		}
		if want := "path *" + ext + "\nheader @type_" + ext[1:] + ` Content-Type "` + TypeOf(ext) + `"`; !strings.Contains(caddy, want) {
			t.Errorf("caddy lacks %q", want)
		}
	}
}

// rule is a pattern of the file _headers with its headers.
type rule struct {
	pattern string
	headers []Header
}

// matching returns the rules of a file that fit an address, in order.
func matching(t *testing.T, file, address string) []rule {
	t.Helper()
	var rules []rule
	for line := range strings.Lines(file) {
		line = strings.TrimSuffix(line, "\n")
		if !strings.HasPrefix(line, " ") {
			rules = append(rules, rule{pattern: line})
			continue
		}
		name, value, ok := strings.Cut(strings.TrimSpace(line), ": ")
		if !ok {
			t.Fatalf("no header: %q", line)
		}
		last := &rules[len(rules)-1]
		last.headers = append(last.headers, Header{name, value})
	}
	return slices.DeleteFunc(rules, func(r rule) bool {
		if i := strings.Index(r.pattern, "*"); i >= 0 && i < len(r.pattern)-1 {
			t.Fatalf("%q has * in its middle, which Netlify does not take", r.pattern)
		}
		pattern := regexp.MustCompile(`:\w+`).ReplaceAllString(regexp.QuoteMeta(r.pattern), `[^/]+`)
		return !regexp.MustCompile("^" + strings.ReplaceAll(pattern, `\*`, ".*") + "$").MatchString(address)
	})
}

// narrowest returns what a host sends that takes each header from the narrowest rule.
func narrowest(t *testing.T, file, address string) []Header {
	rules := matching(t, file, address)
	slices.SortStableFunc(rules, func(a, b rule) int { // the narrowest last
		return cmp.Or(cmp.Compare(len(strings.TrimSuffix(a.pattern, "*")), len(strings.TrimSuffix(b.pattern, "*"))), cmp.Compare(len(b.pattern), len(a.pattern)))
	})
	found := map[string]string{}
	for _, r := range rules {
		for _, h := range r.headers {
			found[h.Name] = h.Value
		}
	}
	return list(found)
}

// joined returns what a host sends that puts the values of all rules one after
// another. Of content policies all hold: one that says the same as another, and
// something more, stands for both.
func joined(t *testing.T, file, address string) []Header {
	found := map[string]string{}
	for _, r := range matching(t, file, address) {
		for _, h := range r.headers {
			before, ok := found[h.Name]
			switch {
			case !ok, h.Name == contentSecurityPolicy && strings.HasPrefix(h.Value, before):
				found[h.Name] = h.Value
			case before == h.Value, h.Name == contentSecurityPolicy && strings.HasPrefix(before, h.Value):
			default:
				found[h.Name] = before + ", " + h.Value
			}
		}
	}
	return list(found)
}

// asHost adds what both hosts say of themselves when no rule says how long a file may
// be kept. It means the same as no-cache, which stands in its place here.
func asHost(headers []Header) []Header {
	if slices.ContainsFunc(headers, func(h Header) bool { return h.Name == cacheControl }) {
		return headers
	}
	return append(headers, Header{cacheControl, askFirst})
}

// TestFileDoesNotGrow holds that the file stays within the 100 rules that Cloudflare
// reads, however many pages and documents there are.
func TestFileDoesNotGrow(t *testing.T) {
	t.Parallel()
	before := reports.File(published)
	many := slices.Clone(published)
	for i := range 300 {
		topic := fmt.Sprintf("topic-%d", i)
		many = append(many, topic+"/index.html", "en/"+topic+"/index.html", topic+"/plan.pdf", topic+".pdf", "projects/"+topic+"/index.html", "about/"+topic+"/a/index.html")
	}
	if after := reports.File(many); after != before {
		t.Errorf("%d rules became %d", strings.Count(before, "\n/"), strings.Count(after, "\n/"))
	}
	if n := strings.Count("\n"+before, "\n/"); n != 16 { // 3, then 5 in each of 2 folders, /about/*, /areas/* and /en/areas/*
		t.Errorf("%d rules:\n%s", n, before)
	}
}

func list(found map[string]string) []Header {
	var headers []Header
	for name, value := range found {
		headers = append(headers, Header{name, value})
	}
	return headers
}

// asNginx returns what nginx sends: of the longest prefix, unless that has no ^~ and a
// regular expression fits.
func asNginx(t *testing.T, conf, address string) []Header {
	block := regexp.MustCompile(`(?m)^location (?:(\^~|~) )?(\S+) \{\n((?:\t.*\n)*)\}`)
	add := regexp.MustCompile(`add_header (\S+) "([^"]*)" always;`)
	best, body, final := "", "", false
	for _, m := range block.FindAllStringSubmatch(conf, -1) {
		if m[1] != "~" && strings.HasPrefix(address, m[2]) && len(m[2]) > len(best) {
			best, body, final = m[2], m[3], m[1] == "^~"
		}
	}
	for _, m := range block.FindAllStringSubmatch(conf, -1) {
		if m[1] == "~" && !final && regexp.MustCompile(strings.Trim(m[2], `"`)).MatchString(address) {
			body, final = m[3], true
		}
	}
	var headers []Header
	for _, m := range add.FindAllStringSubmatch(body, -1) {
		headers = append(headers, Header{m[1], m[2]})
	}
	return headers
}

// asCaddy returns what Caddy sends: of every matcher that fits. Only one may.
func asCaddy(t *testing.T, conf, address string) []Header {
	t.Helper()
	prefixes := func(words string) bool {
		return slices.ContainsFunc(strings.Fields(words), func(w string) bool { return strings.HasPrefix(address, strings.TrimSuffix(w, "*")) })
	}
	capture := func(pattern string) string {
		m := regexp.MustCompile(pattern).FindStringSubmatch(conf)
		if m == nil {
			t.Fatalf("no %q", pattern)
		}
		return m[1]
	}
	frame := regexp.MustCompile(capture("@frame path_regexp `(.*)`")).MatchString(address)
	if capture("\tnot path_regexp `(.*)`") != capture("@frame path_regexp `(.*)`") {
		t.Fatal("the frames that are left out are others than those that are taken")
	}
	fits := map[string]bool{
		"frame": frame,
		"asset": prefixes(capture(`@asset path (.*)`)),
		"data":  prefixes(capture(`@data path (.*)`)),
		"rest":  prefixes(capture(`@rest \{\n\tpath (.*)`)) && !prefixes(capture(`\tnot path (.*)`)) && !frame,
	}
	var headers []Header
	for _, m := range regexp.MustCompile(`(?m)^header @(\w+) \{\n((?:\t.*\n)*)\}`).FindAllStringSubmatch(conf, -1) {
		if !fits[m[1]] {
			continue
		}
		for _, h := range regexp.MustCompile(`\t(\S+) "([^"]*)"`).FindAllStringSubmatch(m[2], -1) {
			headers = append(headers, Header{h[1], h[2]})
		}
	}
	return headers
}
