package route_test

import (
	"slices"
	"testing"
	"testing/fstest"

	"gongshi/internal/load"
	"gongshi/internal/report"
	"gongshi/internal/route"
)

// site has a free page with another below it, a document, a picture, a metric and a
// chart.
func site(t *testing.T) *report.Site {
	t.Helper()
	files := fstest.MapFS{}
	for name, text := range map[string]string{
		"config.toml":                        "languages = [\"zh\", \"en\"]\n",
		"content/vocabulary.toml":            "[status.completed]\nname = { zh = \"完成\", en = \"Completed\" }\n",
		"content/sources.toml":               "[notice]\ndate = 2024-11-25\n",
		"content/metrics/a.toml":             "[lights]\nkind = \"count\"\nsource = \"notice\"\nvalues.\"2024-11-25\" = 156\n",
		"content/charts/a.toml":              "[bars]\nkind = \"bar\"\nmetrics = [\"lights\"]\n",
		"content/about/index.en.md":          "+++\ntitle = \"About\"\n+++\n",
		"content/about/people/index.en.md":   "+++\ntitle = \"People\"\n+++\n",
		"content/about/people/list.pdf":      "x",
		"content/projects/index.en.md":       "+++\ntitle = \"All\"\n+++\n",
		"content/projects/lane/index.en.md":  "+++\ntitle = \"Lane\"\n+++\n",
		"content/projects/lane/project.toml": "status = \"completed\"\nsource = \"notice\"\n",
	} {
		files[name] = &fstest.MapFile{Data: []byte(text)}
	}
	s, problems := load.Site(files)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	return s
}

func TestResolve(t *testing.T) {
	s := site(t)
	from, _ := s.Pages.Get("/about/people/")
	for _, test := range []struct {
		dest string
		want route.Destination // without its page
		ok   bool
	}{
		{"/", route.Destination{Path: "/"}, false}, // nobody wrote the home page
		{"../", route.Destination{Path: "/about/"}, true},
		{"#part", route.Destination{Path: "/about/people/", Fragment: "part"}, true},
		{"list.pdf", route.Destination{Path: "/about/people/list.pdf", Shared: true}, true},
		{"/metrics/lights", route.Destination{Path: "/metrics/lights/"}, true},
		{"/charts/bars/#chart-bars", route.Destination{Path: "/charts/bars/", Fragment: "chart-bars"}, true},
		{"/data/metrics/lights.csv", route.Destination{Path: "/data/metrics/lights.csv", Shared: true}, true},
		{"/data/projects/lane.json", route.Destination{Path: "/data/projects/lane.json", Shared: true}, true},
		{"/data/projects/lane.csv", route.Destination{Path: "/data/projects/lane.csv/"}, false},
		{"https://example.org/about/", route.Destination{}, true},
		{"/updates/", route.Destination{Path: "/updates/"}, false}, // there are none
		{"%zz", route.Destination{}, false},
	} {
		got, ok := route.Resolve(s, from, test.dest)
		if got.Page = nil; got != test.want || ok != test.ok {
			t.Errorf("%q leads to %+v, %t; want %+v, %t", test.dest, got, ok, test.want, test.ok)
		}
	}
}

func TestReserved(t *testing.T) {
	s := site(t)
	for address, want := range map[string]bool{"/data/": false, "/data/x/": true, "/assets/": true, "/en/about/": true, "/about/": false} {
		if _, got := route.Reserves(s, address); got != want {
			t.Errorf("%s is reserved: %t, want %t", address, got, want)
		}
	}
	for address, want := range map[string]bool{"/charts/bars/": true, "/charts/bars/frame/": true, "/metrics/lights/": true, "/metrics/other/": false} {
		if got := route.Occupies(s, address); got != want {
			t.Errorf("%s is occupied: %t, want %t", address, got, want)
		}
	}
}

// Every page is listed once, and has something at its address; a section that has a text
// of its own is one page.
func TestPages(t *testing.T) {
	s := site(t)
	list := route.Pages(s)
	for i, address := range list {
		if slices.Contains(list[:i], address) {
			t.Errorf("%s is listed twice", address)
		}
		if _, ok := route.Resolve(s, &report.Page{Path: "/"}, address); !ok && address != "/" {
			t.Errorf("there is nothing at %s", address)
		}
	}
	for _, address := range []string{"/", "/projects/", "/projects/lane/", "/about/people/", "/metrics/lights/", "/charts/bars/"} {
		if !slices.Contains(list, address) {
			t.Errorf("%s is not listed in %q", address, list)
		}
	}
}
