package facet_test

import (
	"fmt"
	"slices"
	"testing"
	"testing/fstest"

	"gongshi/internal/facet"
	"gongshi/internal/load"
	"gongshi/internal/report"
	"gongshi/internal/route"
)

const vocabulary = `[area.east]
name = { zh = "东", en = "East" }
[area.lane]
name = { zh = "巷", en = "Lane" }
parent = "east"
[area.yard]
name = { zh = "院", en = "Yard" }
parent = "lane"
[area.west]
name = { zh = "西", en = "West" }
[area.empty]
name = { zh = "空", en = "Empty" }
[level.town]
name = { zh = "镇", en = "Town" }
[category.roads]
name = { zh = "路", en = "Roads" }
[status.completed]
name = { zh = "完成", en = "Completed" }
[status.in-progress]
name = { zh = "进行中", en = "In progress" }
[status.stopped]
name = { zh = "停止", en = "Stopped" }
`

// read reads a site that speaks of 2024-12-31, with projects by slug.
func read(t *testing.T, projects map[string]string) *report.Site {
	t.Helper()
	files := fstest.MapFS{
		"config.toml":             {Data: []byte("languages = [\"zh\", \"en\"]\ndate = 2024-12-31\n")},
		"content/vocabulary.toml": {Data: []byte(vocabulary)},
	}
	for slug, facts := range projects {
		files["content/projects/"+slug+"/project.toml"] = &fstest.MapFile{Data: []byte(facts)}
	}
	s, problems := load.Site(files)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	return s
}

// said lists the groups of a facet, and its unsaid.
func said(f *facet.Facet) []string {
	var list []string
	for g := range f.Groups.All() {
		in := ""
		if g.In != nil {
			in = g.In.ID + " > "
		}
		list = append(list, fmt.Sprintf("%s%s %s", in, g.ID, slugs(g.Projects)))
	}
	return append(list, fmt.Sprint("unsaid ", slugs(f.Unsaid)))
}

func slugs(projects []*report.Project) (list []string) {
	for _, p := range projects {
		list = append(list, p.Slug)
	}
	return list
}

func TestSort(t *testing.T) {
	t.Parallel()
	s := read(t, map[string]string{
		"a": "status = \"completed\"\narea = \"yard\"\nlevel = \"town\"\ncompleted = 2024-05-01\n",
		"b": "status = \"completed\"\narea = \"lane\"\nlevel = \"town\"\ndue = 2023-11-01\ncompleted = 2023-12-01\n",
		"c": "status = \"in-progress\"\narea = \"west\"\nlevel = \"town\"\ndue = 2024-11-01\n",
		"d": "status = \"in-progress\"\narea = \"east\"\nlevel = \"town\"\ndue = 2025-06-01\n[schedule]\nstate = \"on-time\"\n",
		"e": "status = \"stopped\"\nlevel = \"town\"\ndue = 2024-11-01\n",
		"f": "status = \"completed\"\nlevel = \"town\"\ndue = 2024-11-01\ncompleted = \"not-published\"\n",
	})
	want := map[string][]string{
		"status": {"completed [a b f]", "in-progress [c d]", "stopped [e]", "unsaid []"},
		// behind: one that was completed late, and one that is not although it was due
		"schedule": {"on-time [d]", "behind [b c]", "unsaid [a e f]"},
		// an area has the projects of those within it, and one without projects is not there
		"area": {"east [a b d]", "east > lane [a b]", "lane > yard [a]", "west [c]", "unsaid [e f]"},
		// of one that is completed, only the year of that counts
		"year": {"2025 [d]", "2024 [a c e]", "2023 [b]", "unsaid [f]"},
		// all are of one level: its pages stay, but no list is filtered by it
		"level": {"town [a b c d e f]", "unsaid []"},
		// none has a category or a lead body
	}
	facets := facet.Sort(s)
	for f := range facets.All() {
		if f.Filter != (f.ID != "level") {
			t.Errorf("%s filters a list: %t", f.ID, f.Filter)
		}
		if got := said(f); !slices.Equal(got, want[f.ID]) {
			t.Errorf("%s:\n got %q\nwant %q", f.ID, got, want[f.ID])
		}
		delete(want, f.ID)
	}
	for id := range want {
		t.Errorf("%s is not there", id)
	}
}

// That all projects are late, or stopped, is as visible as that some are.
func TestAllTheSame(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		facts string
		want  []string // the filters of a list
	}{
		"late":      {"status = \"in-progress\"\ndue = 2024-06-01\narea = \"lane\"\n", []string{"status", "schedule"}},
		"stopped":   {"status = \"stopped\"\n[schedule]\nstate = \"behind\"\n", []string{"status", "schedule"}},
		"on time":   {"status = \"in-progress\"\narea = \"lane\"\n[schedule]\nstate = \"on-time\"\n", []string{"status"}},
		"completed": {"status = \"completed\"\ncompleted = 2024-05-01\n", []string{"status"}},
	} {
		facets := facet.Sort(read(t, map[string]string{"a": tt.facts, "b": tt.facts}))
		var got []string
		for f := range facets.All() {
			if f.Filter {
				got = append(got, f.ID)
			}
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("%s: filters %q, want %q", name, got, tt.want)
		}
	}
}

// Every project counts once among the outermost groups and the unsaid, and a group has
// at least the projects of those within it.
func TestCountsAddUp(t *testing.T) {
	t.Parallel()
	projects := map[string]string{}
	areas := []string{"east", "lane", "yard", "west", ""}
	for i := range 40 {
		facts := fmt.Sprintf("due = 202%d-01-01\n", i%3+3)
		if area := areas[i%len(areas)]; area != "" {
			facts += fmt.Sprintf("area = %q\n", area)
		}
		if i%3 > 0 {
			facts += "category = \"roads\"\n"
		}
		projects[fmt.Sprintf("p%d", i)] = facts + fmt.Sprintf("status = %q\n", []string{"completed", "in-progress", "stopped"}[i%3])
	}
	s := read(t, projects)
	facets := facet.Sort(s)
	if facets.Len() != 5 {
		t.Errorf("%d facets; want status, schedule, area, category and year", facets.Len())
	}
	for f := range facets.All() {
		sum := len(f.Unsaid)
		for _, g := range f.Outermost() {
			sum += len(g.Projects)
		}
		if sum != s.Projects.Len() {
			t.Errorf("%s: its groups and the unsaid have %d projects, the site has %d", f.ID, sum, s.Projects.Len())
		}
		for g := range f.Groups.All() {
			within := 0
			for _, in := range g.Within {
				within += len(in.Projects)
			}
			if len(g.Projects) == 0 || within > len(g.Projects) {
				t.Errorf("%s has %d projects, and %d within it", g.Path(), len(g.Projects), within)
			}
		}
	}
}

// Areas that lie in one another are reported by a rule; sorting them must end.
func TestCircle(t *testing.T) {
	t.Parallel()
	s := read(t, map[string]string{"a": "status = \"completed\"\narea = \"yard\"\n", "b": "status = \"stopped\"\n"})
	east, _ := s.Vocabulary[report.Area].Get("east")
	east.Parent.ID = "yard"
	facets := facet.Sort(s)
	if f, ok := facets.Get("area"); ok {
		t.Errorf("areas that lie in one another have pages: %q", said(f))
	}
}

// No page may stand where a group has its own, and links to groups resolve, also where
// all projects are in one.
func TestAddresses(t *testing.T) {
	t.Parallel()
	s := read(t, map[string]string{"a": "status = \"completed\"\narea = \"lane\"\nlevel = \"town\"\n", "b": "status = \"stopped\"\nlevel = \"town\"\n"})
	for address, want := range map[string]bool{"/areas/lane/": true, "/statuses/stopped/": true, "/areas/west/": false, "/levels/town/": true, "/levels/": false, "/areas/": false} {
		if got := route.Occupies(s, address); got != want {
			t.Errorf("%s is occupied: %t, want %t", address, got, want)
		}
	}
	home := &report.Page{Path: "/"}
	for link, want := range map[string]bool{
		"/areas/": true, "/areas/lane/": true, "/areas/lane/projects.csv": true, "/data/projects.csv": true,
		"/levels/": true, "/levels/town/": true, "/areas/west/": false, "/areas/west/projects.csv": false, "/areas/lane/other.csv": false, "/categories/": false,
	} {
		if _, got := route.Resolve(s, home, link); got != want {
			t.Errorf("a link to %s leads somewhere: %t, want %t", link, got, want)
		}
	}
}
