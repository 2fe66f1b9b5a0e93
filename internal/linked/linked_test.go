package linked_test

import (
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"gongshi/internal/brand"
	"gongshi/internal/diag"
	"gongshi/internal/linked"
	"gongshi/internal/load"
	"gongshi/internal/locale"
	"gongshi/internal/look"
	"gongshi/internal/present"
	"gongshi/internal/report"
	"gongshi/internal/view"
	"gongshi/templates"
)

// site reads a site of the repository.
func site(t *testing.T, folder string) *report.Site {
	t.Helper()
	s, problems := load.Site(os.DirFS(folder))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	return s
}

// words returns the wording of a language, which is read once.
func words(code string) *look.Edition { return editions()[code] }

var editions = sync.OnceValue(func() map[string]*look.Edition {
	found := map[string]*look.Edition{}
	for _, code := range locale.Codes() {
		lang, _ := locale.Lookup(code)
		l, problems, err := look.Read(templates.FS, []*locale.Language{lang}, brand.Identity{}, "")
		if err != nil || len(problems) > 0 {
			panic(fmt.Sprint(problems, err))
		}
		found[code] = l.In(lang)
	}
	return found
})

const sample, own = "../../sites/sample", "../.."

// describe describes a page of a site in its first or second language, and returns
// the nodes by their type.
func describe(t *testing.T, s *report.Site, language int, p linked.Page) map[string]map[string]any {
	t.Helper()
	lang := s.Languages[language]
	l := words(lang.Code)
	at := func(address string) string { return "/base" + address }
	d := linked.Data{
		Presenter: &present.Presenter{Site: s, Lang: lang, Say: l.Say, URL: at},
		Absolute:  func(address string) string { return "https://sample.example" + at(address) }, Shared: at,
	}
	script := string(d.Script(p))
	if strings.ContainsAny(script, "<>\u2028\u2029") {
		t.Errorf("%s: has what may end a script: %s", p.Address, script)
	}
	nodes := map[string]map[string]any{}
	if script == "" {
		return nodes
	}
	var got struct {
		Context string           `json:"@context"`
		Graph   []map[string]any `json:"@graph"`
	}
	if err := json.Unmarshal([]byte(script), &got); err != nil || got.Context != "https://schema.org" {
		t.Fatalf("%s: %v: %s", p.Address, err, script)
	}
	for _, node := range got.Graph {
		nodes[node["@type"].(string)] = node
	}
	return nodes
}

var trail = []view.Link{{Text: "首页", URL: "/base/"}, {Text: "项目", URL: "/base/projects/", Current: true}}

// What schema.org and Google Search Central demand of each type, and what else the
// site can say.
var required = map[string][]string{
	"GovernmentOrganization": {"@id", "name", "correctionsPolicy"},
	"BreadcrumbList":         {"itemListElement"},
	"Article":                {"headline", "inLanguage", "url", "author", "publisher"},
	"Dataset":                {"name", "description", "url", "inLanguage", "dateModified", "temporalCoverage", "creator", "distribution"},
}

func TestPages(t *testing.T) {
	t.Parallel()
	s := site(t, sample)
	for address, types := range map[string][]string{
		"/":                                  {"Dataset", "GovernmentOrganization"},
		"/metrics/":                          {"BreadcrumbList", "Dataset", "GovernmentOrganization"},
		"/metrics/street-lights/":            {"BreadcrumbList", "Dataset", "GovernmentOrganization"},
		"/projects/luyan-water/":             {"Article", "BreadcrumbList", "GovernmentOrganization"},
		"/updates/2024-12-06-luyan-ditches/": {"Article", "BreadcrumbList", "GovernmentOrganization"},
		"/about/":                            {"BreadcrumbList"},
	} {
		p := linked.Page{Address: address, Title: "题", Trail: trail}
		if address == "/" {
			p.Trail = nil
		}
		nodes := describe(t, s, 0, p)
		var got []string
		for name, node := range nodes {
			got = append(got, name)
			for _, key := range required[name] {
				if node[key] == nil {
					t.Errorf("%s: %s has no %s", address, name, key)
				}
			}
		}
		if slices.Sort(got); !slices.Equal(got, types) {
			t.Errorf("%s has %q, want %q", address, got, types)
		}
	}
}

func TestArticle(t *testing.T) {
	t.Parallel()
	s := site(t, sample)
	update := describe(t, s, 0, linked.Page{Address: "/updates/2024-12-06-luyan-ditches/", Title: "题", Trail: trail})["Article"]
	if update["datePublished"] != "2024-12-06" || update["headline"] != "题" {
		t.Errorf("update: %v", update)
	}
	project := describe(t, s, 1, linked.Page{Address: "/projects/luyan-water/", Title: "x", Trail: trail})["Article"]
	if place, _ := project["about"].(map[string]any); place["@type"] != "Place" || place["name"] != "Luyan Town" {
		t.Errorf("project: about %v", project["about"])
	}
	if project["datePublished"] != nil { // of which nobody says anything
		t.Errorf("project: published on %v", project["datePublished"])
	}
}

// Google wants 50 to 5,000 characters of every description.
func TestDatasets(t *testing.T) {
	t.Parallel()
	for _, folder := range []string{sample, own} {
		s := site(t, folder)
		pages := []string{"/", "/metrics/"}
		for m := range s.Metrics.All() {
			pages = append(pages, m.Path())
		}
		for _, address := range pages {
			for language := range s.Languages {
				set := describe(t, s, language, linked.Page{Address: address, Trail: trail})["Dataset"]
				if n := utf8.RuneCountInString(set["description"].(string)); n < 50 || n > 5000 {
					t.Errorf("%s: description of %d characters: %s", address, n, set["description"])
				}
				files, _ := set["distribution"].([]any)
				if len(files) < 2 {
					t.Errorf("%s: %d downloads", address, len(files))
				}
			}
		}
	}
	lights := describe(t, site(t, sample), 0, linked.Page{Address: "/metrics/street-lights/"})["Dataset"]
	if lights["temporalCoverage"] != "2024-03-31/2024-12-31" || lights["dateModified"] != "2024-12-31" {
		t.Errorf("dates: %v", lights)
	}
	first := lights["distribution"].([]any)[0].(map[string]any)
	if first["contentUrl"] != "https://sample.example/base/data/metrics/street-lights.csv" || first["encodingFormat"] != "text/csv" {
		t.Errorf("download: %v", first)
	}
}

// The terms of the site are those of its data, but where a source has its own.
func TestLicence(t *testing.T) {
	t.Parallel()
	s := site(t, sample)
	text := func(name string) report.Text {
		return report.Text{Pos: diag.Pos{Line: 1}, In: map[string]string{"zh": name, "en": name}}
	}
	s.Licence = report.Licence{Pos: diag.Pos{Line: 1}, Name: text("Attribution"), URL: "https://licence.example/by/"}
	m, _ := s.Metrics.Get("street-lights")
	latest, _ := s.Latest(m)
	src, _ := s.Sources.Get(latest.Source.ID)
	for own, want := range map[string]string{"": "Attribution https://licence.example/by/", "Its own": "Its own <nil>"} {
		src.Licence = report.Text{}
		if own != "" {
			src.Licence = text(own)
		}
		licence, _ := describe(t, s, 0, linked.Page{Address: m.Path()})["Dataset"]["license"].(map[string]any)
		if got := fmt.Sprint(licence["name"], " ", licence["url"]); got != want {
			t.Errorf("licence %q, want %q", got, want)
		}
	}
	all, _ := describe(t, s, 0, linked.Page{Address: "/"})["Dataset"]["license"].(map[string]any)
	if all["name"] != "Attribution" {
		t.Errorf("all figures: licence %v, want that of the site", all)
	}
}

func TestBreadcrumbs(t *testing.T) {
	t.Parallel()
	list := describe(t, site(t, sample), 0, linked.Page{Address: "/projects/", Trail: trail})["BreadcrumbList"]
	items, _ := list["itemListElement"].([]any)
	if len(items) != 2 {
		t.Fatalf("%d items, want 2", len(items))
	}
	for i, item := range items {
		got := item.(map[string]any)
		if got["position"] != float64(i+1) || got["name"] != trail[i].Text || got["item"] != "https://sample.example"+trail[i].URL {
			t.Errorf("item %d: %v", i, got)
		}
	}
}

// No office is invented for a site that names none.
func TestNoPublisher(t *testing.T) {
	t.Parallel()
	s := site(t, own)
	if s.Publisher.Name.Written() {
		t.Fatal("the site has a publisher; take another one")
	}
	var project *report.Project
	for project = range s.Projects.All() {
		break
	}
	for _, address := range []string{"/", "/metrics/", project.Page.Path} {
		for name, node := range describe(t, s, 0, linked.Page{Address: address, Title: "题", Trail: trail}) {
			if name == "GovernmentOrganization" || node["creator"] != nil || node["author"] != nil || node["publisher"] != nil {
				t.Errorf("%s names an office: %v", address, node)
			}
		}
	}
}

// No text of an editor ends the script that it stands in.
func TestHostileTexts(t *testing.T) {
	t.Parallel()
	const hostile = "</script><script>alert(1)</script><!--\u2028"
	s := site(t, sample)
	all := report.Text{Pos: diag.Pos{Line: 1}, In: map[string]string{"zh": hostile, "en": hostile}}
	s.Title, s.Publisher = all, report.Publisher{Name: all, URL: "https://sample.example/" + hostile}
	m, _ := s.Metrics.Get("street-lights")
	m.Name, m.Definition = all, all
	set := describe(t, s, 0, linked.Page{Address: m.Path(), Title: hostile, Description: hostile, Trail: []view.Link{{Text: hostile, URL: "/" + hostile}}})["Dataset"]
	if set["name"] != hostile {
		t.Errorf("name %q, want the text as it was written", set["name"])
	}
}
