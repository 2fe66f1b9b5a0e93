package render

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"gongshi/internal/report"
	"gongshi/templates"
)

// many is a site with so many projects that their list has filters: one in the lane,
// and the others in the east.
func many(t *testing.T) *report.Site {
	t.Helper()
	s := site(t)
	for i := range 7 {
		p := &report.Project{
			Slug: fmt.Sprintf("p%d", i), Status: report.Ref{ID: "completed"}, Area: report.Ref{ID: "east"}, Source: report.Ref{ID: "notice"},
			Page: page(t, fmt.Sprintf("/projects/p%d/", i), "项目", "Project"),
		}
		p.Page.Project = p
		s.Projects.Add(p.Slug, p)
		s.Pages.Add(p.Page.Path, p.Page)
	}
	s.AddUp()
	return s
}

// TestLists holds that each list says how many projects it has, and has as many, also
// in its file.
func TestLists(t *testing.T) {
	r := renderer(t, many(t), templates.FS)
	cards := regexp.MustCompile(`<article class="card">`)
	for path, want := range map[string]int{
		"projects/index.html": 8, "en/projects/index.html": 8, "areas/east/index.html": 8, "en/areas/lane/index.html": 1, "areas/lane/index.html": 1,
	} {
		got := get(t, r, path)
		if n := len(cards.FindAllString(got, -1)); n != want {
			t.Errorf("%s has %d projects, want %d", path, n, want)
		}
		said := fmt.Sprintf("%d个项目", want)
		if strings.HasPrefix(path, "en/") {
			said = fmt.Sprintf("%d project", want)
		}
		if !strings.Contains(got, said) {
			t.Errorf("%s does not say %q", path, said)
		}
	}
	for path, want := range map[string]int{"data/projects.csv": 8, "areas/east/projects.csv": 8, "areas/lane/projects.csv": 1} {
		if lines := strings.Count(get(t, r, path), "\r\n") - 1; lines != want {
			t.Errorf("%s has %d projects, want %d", path, lines, want)
		}
	}
	for _, filter := range []string{`data-key="status:completed area:east area:lane"`, `data-key="area:lane"`, `data-key="status:completed"`, `href="/base/areas/lane/"`, `role="search"`} {
		if !strings.Contains(get(t, r, "projects/index.html"), filter) {
			t.Errorf("the list lacks %s", filter)
		}
	}
	if !slices.Contains(r.Paths(), "statuses/completed/index.html") {
		t.Error("a status that all projects share has no page")
	}
	if lane := get(t, r, "projects/lane/index.html"); !strings.Contains(lane, `<a href="/base/areas/east/">东街道</a> › <a href="/base/areas/lane/">巷社区</a>`) {
		t.Error("a project does not lead to its areas")
	}
}

// TestGroupHead holds that what the page of a group says of itself is the same to readers
// and to machines, and more than how many projects it lists.
func TestGroupHead(t *testing.T) {
	r := renderer(t, many(t), templates.FS)
	got := get(t, r, "en/areas/east/index.html")
	for _, want := range []string{
		`<meta name="description" content="8 of 8 projects completed">`, `aria-current="page">East Subdistrict</`, `"position":4,"name":"East Subdistrict"`,
	} {
		if !strings.Contains(got, want) {
			t.Errorf("the page of an area lacks %s", want)
		}
	}
}

// TestFewProjects holds that a site with a handful of projects has no filters.
func TestFewProjects(t *testing.T) {
	r := renderer(t, site(t), templates.FS)
	if list := get(t, r, "projects/index.html"); strings.Contains(list, `class="filters"`) || strings.Contains(list, "/list.") {
		t.Error("the list of a single project has filters, or their script")
	}
}
