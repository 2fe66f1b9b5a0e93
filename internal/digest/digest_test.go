package digest

import (
	"fmt"
	"slices"
	"testing"
	"testing/fstest"

	"gongshi/internal/compose"
	"gongshi/internal/load"
	"gongshi/internal/look"
	"gongshi/internal/present"
	"gongshi/internal/report"
	"gongshi/internal/view"
	"gongshi/templates"
)

// fill fills the report of a site with so many projects, every seventh of them late.
func fill(t *testing.T, projects int, changes ...func(*report.Site)) view.ReportPage {
	t.Helper()
	fsys := fstest.MapFS{}
	write := func(name, text string) { fsys[name] = &fstest.MapFile{Data: []byte(text)} }
	write("config.toml", "title = { en = \"District\" }\nlanguages = [\"en\"]\n[home]\nkicker = { en = \"Year\" }\n")
	write("content/vocabulary.toml", "[level.town]\nname = { en = \"Town\" }\n[status.completed]\nname = { en = \"Completed\" }\n[status.in-progress]\nname = { en = \"In progress\" }\n")
	write("content/sources.toml", "[notice]\npublisher = { en = \"Office\" }\ntitle = { en = \"Notice\" }\ndate = 2024-11-25\nurl = \"https://a.example/\"\n")
	for i := range projects {
		dir := fmt.Sprintf("content/projects/p-%03d/", i)
		write(dir+"index.en.md", fmt.Sprintf("+++\ntitle = \"P %03d\"\nsummary = \"Short.\"\n+++\n", i))
		state := "status = \"completed\"\n"
		if i%7 == 3 {
			state = "status = \"in-progress\"\ndue = 2024-10-01\n[schedule]\nstate = \"behind\"\nreason = { en = \"No parts\" }\n"
		}
		write(dir+"project.toml", "level = \"town\"\nsource = \"notice\"\n"+state)
	}
	site, problems := load.Site(fsys)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	for _, change := range changes {
		change(site)
	}
	looks, problems, err := look.Read(templates.FS, site.Languages, site.Look, "")
	if err != nil || len(problems) > 0 {
		t.Fatal(err, problems)
	}
	lang := site.Languages[0]
	edition := looks.In(lang)
	url := func(address string) string { return "/base" + address }
	c := &compose.Composer{Presenter: &present.Presenter{Site: site, Lang: lang, Say: edition.Say, URL: url}, Templates: edition}
	var v view.ReportPage
	if err := Fill(c, &v); err != nil {
		t.Fatal(err)
	}
	return v
}

func TestFill(t *testing.T) {
	v := fill(t, 10)
	if len(v.Projects) != 10 || len(v.Rows) != 0 {
		t.Fatalf("%d projects in short and %d in a line; want 10 and 0", len(v.Projects), len(v.Rows))
	}
	if p := v.Projects[3]; p.ID != "project-p-003" || p.URL != "/base/projects/p-003/" || p.Summary != "Short." || p.Schedule == nil || p.Schedule.Reason != "No parts" {
		t.Errorf("the fourth project is %+v", p)
	}
	want := []view.ReportOpen{{Title: "P 003", URL: "#project-p-003", Status: view.Status{ID: "in-progress", Text: "In progress"}, Late: "Due 1 October 2024; overdue", Reason: "No parts"}}
	if !slices.Equal(v.Open, want) {
		t.Errorf("open are\n%+v, want\n%+v", v.Open, want)
	}
	if got, want := fmt.Sprint(v.Levels.Columns, v.Levels.Rows), "[Completed In progress Total] [{Town [{9 9} {1 1} {10 10}]}]"; got != want {
		t.Errorf("by level: %s, want %s", got, want)
	}
	if len(v.Sources) != 1 || v.Sources[0].URL != "https://a.example/" || v.Sources[0].Publisher != "Office" {
		t.Errorf("sources are %+v", v.Sources)
	}
	if v.Kicker != "Year" || v.AsOf == nil || v.AsOf.ISO != "2024-11-25" {
		t.Errorf("the report begins with %q, as at %v; want Year, 2024-11-25", v.Kicker, v.AsOf)
	}
	var sections []string
	for _, link := range v.Contents {
		sections = append(sections, link.URL)
	}
	if want := []string{"#levels", "#open", "#projects", "#method", "#corrections", "#sources"}; !slices.Equal(sections, want) {
		t.Errorf("the contents lead to %q, want %q", sections, want)
	}
}

// A few projects are not counted by level: the table would say less than the list.
func TestFewProjectsAreNotCounted(t *testing.T) {
	if v := fill(t, 5); v.Levels != nil {
		t.Errorf("%d projects are counted by level: %v", 5, v.Levels)
	}
}

// Beyond the limit each project has a line, and the open ones lead to their pages.
func TestManyProjectsHaveALineEach(t *testing.T) {
	v := fill(t, MostProjects+1)
	if len(v.Projects) != 0 || len(v.Rows) != MostProjects+1 {
		t.Fatalf("%d projects in short and %d in a line; want 0 and %d", len(v.Projects), len(v.Rows), MostProjects+1)
	}
	if got := v.Rows[3]; got.Title != "P 003" || got.Status.ID != string(report.InProgress) || got.Late == "" {
		t.Errorf("the fourth project is %+v", got)
	}
	if got, want := v.Open[0].URL, "/base/projects/p-003/"; got != want {
		t.Errorf("the first open project leads to %s, want %s", got, want)
	}
}

// A site that knows no date says none.
func TestNoDate(t *testing.T) {
	v := fill(t, 0, func(s *report.Site) { s.Sources = &report.Index[*report.Source]{} })
	if v.AsOf != nil {
		t.Errorf("the report of a site without a date is as at %+v", *v.AsOf)
	}
}
