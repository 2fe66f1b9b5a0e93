package present_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"gongshi/internal/facet"
	"gongshi/internal/load"
	"gongshi/internal/present"
	"gongshi/internal/report"
	"gongshi/internal/view"
)

const vocabulary = `[area.east]
name = { zh = "东", en = "East" }
[area.west]
name = { zh = "西", en = "West" }
[status.completed]
name = { zh = "完成", en = "Completed" }
[status.not-started]
name = { zh = "未开始", en = "Not started" }
`

const merged = `[status.merged]
name = { zh = "并入", en = "Merged" }
`

const metrics = `[done]
kind = "count"
unit = { zh = "个", en = { one = "project", other = "projects" } }
source = "notice"
values."2024-11-25" = 1

[led]
kind = "count"
unit = { zh = "个", en = { one = "project", other = "projects" } }
source = "notice"
values."2024-11-25" = 3

[completion]
kind = "ratio"
of = ["done", "led"]

[lights]
kind = "count"
unit = { zh = "盏", en = { one = "light", other = "lights" } }
source = "notice"
values."2024-06-30" = 120
values."2024-11-25" = 156
values."2025-06-30" = { value = 210, source = "report" }
target."2024-01-31" = 100
target."2024-12-31" = 200
target."2025-12-31" = 210

[about]
kind = "count"
unit = { zh = "条", en = { one = "idea", other = "ideas" } }
source = "notice"
values."2024-11-25" = { value = 300, bound = "at-least" }
target."2024-12-31" = 200

[lit]
kind = "count"
unit = { zh = "个", en = { one = "project", other = "projects" } }
source = "notice"
roll_up = "count"

[paved]
kind = "measure"
unit = { zh = "米", en = { one = "metre", other = "metres" } }
source = "notice"
roll_up = "sum"

[wait]
kind = "measure"
unit = { zh = "天", en = { one = "day", other = "days" } }
source = "notice"
values."2024-11-25" = 7

[part]
kind = "count"
source = "notice"
unit = { zh = "个", en = { one = "case", other = "cases" } }
values."2024-11-25" = 434
values."2025-06-30" = { missing = true, source = "report" }

[whole]
kind = "count"
source = "notice"
unit = { zh = "个", en = { one = "case", other = "cases" } }
values."2024-11-25" = 10000
values."2025-06-30" = { value = 12000, source = "report" }
by.area."2024-11-25" = { east = 6000, west = 4000 }
by.area."2025-06-30" = { east = 6000 }
rest.area = { zh = "其余未公布", en = "The rest is not known" }

[rate]
kind = "ratio"
source = "notice"
of = ["part", "whole"]
lower_is_better = true
reported."2024-11-25" = "4.3%"
target."2024-12-31" = 4.3
target."2025-12-31" = 4.34
`

// presenter presents a small site in English. The words of the interface are their
// keys, with what is filled into them.
func presenter(t *testing.T, projects map[string]string) *present.Presenter {
	t.Helper()
	files := fstest.MapFS{
		"config.toml":             {Data: []byte("languages = [\"zh\", \"en\"]\n")},
		"content/sources.toml":    {Data: []byte("[notice]\ndate = 2024-11-25\n[report]\ndate = 2025-06-30\n")},
		"content/vocabulary.toml": {Data: []byte(vocabulary + merged)},
		"content/metrics/a.toml":  {Data: []byte(metrics)},
	}
	for slug, facts := range projects {
		files["content/projects/"+slug+"/project.toml"] = &fstest.MapFile{Data: []byte("source = \"notice\"\n" + facts)}
		for _, lang := range []string{"zh", "en"} {
			files["content/projects/"+slug+"/index."+lang+".md"] = &fstest.MapFile{Data: []byte("+++\ntitle = \"" + slug + "\"\n+++\n")}
		}
	}
	s, problems := load.Site(files)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	en, _ := s.Language("en")
	say := func(key string, args ...any) string { return strings.TrimSpace(key + " " + fmt.Sprint(args...)) }
	return &present.Presenter{Site: s, Lang: en, Say: say, URL: func(address string) string { return address }}
}

func metric(t *testing.T, pr *present.Presenter, id string) *report.Metric {
	t.Helper()
	m, ok := pr.Site.Metrics.Get(id)
	if !ok {
		t.Fatalf("no metric %q", id)
	}
	return m
}

// TestTimeline holds that what is planned is told from what was reached, whatever the
// order in which an editor wrote them.
func TestTimeline(t *testing.T) {
	pr := presenter(t, map[string]string{"plain": `status = "completed"
started = 2024-01-01`, "lane": `status = "in-progress"
started = 2024-02-01
due = 2025-12-31
[planned]
"2025-09-01" = { zh = "丙", en = "c" }
[milestones]
"2024-06-01" = { zh = "乙", en = "b" }
"2024-05-01" = { zh = "甲", en = "a" }
`})
	lane, _ := pr.Site.Projects.Get("lane")
	var got []string
	for _, m := range pr.Timeline(lane) {
		got = append(got, fmt.Sprintf("%s %s ahead %t said %t", m.Day.ISO, m.Text, m.Ahead, m.Planned))
	}
	want := []string{
		"2024-02-01 moment-started ahead false said false", "2024-05-01 a ahead false said false", "2024-06-01 b ahead false said false",
		"2025-09-01 c ahead true said true", "2025-12-31 moment-due ahead true said false",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	lane.Due.Date = pr.Site.AsOf() // it has come
	if list := pr.Timeline(lane); list[3].Text != "moment-due" || list[3].Ahead {
		t.Errorf("a due date that has come: %+v", list[3])
	}
	if plain, _ := pr.Site.Projects.Get("plain"); pr.Timeline(plain) != nil {
		t.Error("a project without milestones has a timeline")
	}
}

// TestTargets holds that a target is judged by the exact value, and by what was
// known by its date.
func TestTargets(t *testing.T) {
	pr := presenter(t, nil)
	for id, want := range map[string][]string{
		"lights": {"target-unknown", "target-share 78%", "target-share 100%"},
		"about":  {"target-unknown"},
		"rate":   {"target-not-met", "target-met"}, // 4.34 %, shown as 4.3 %
	} {
		var got []string
		for _, row := range pr.Targets(metric(t, pr, id)) {
			got = append(got, row.Reached)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", id, got, want)
		}
	}
}

// TestByArea holds that the result of an area is compared with its target only
// where every project that promised something says what it reached, and that what
// nobody promised counts towards no target.
func TestByArea(t *testing.T) {
	promise := func(area, target, values string) string {
		return "area = \"" + area + "\"\n[deliver.lights]\ntarget = " + target + "\n" + values
	}
	reached := func(n string) string { return "values.\"2024-11-25\" = " + n + "\n" }
	tests := []struct {
		name     string
		projects map[string]string
		want     []string
	}{
		{"one area", map[string]string{"a": promise("east", "10", reached("10")), "b": "area = \"east\"\n[counts]\nlights = 3\n"}, nil},
		{"a silent project", map[string]string{"a": promise("east", "10", reached("10")), "b": promise("east", "100", ""), "c": promise("west", "30", reached("15"))},
			[]string{"East: more than 10 lights of 110 lights, target-unknown", "West: 15 lights of 30 lights, target-share 50%"}},
		{"a result without a promise", map[string]string{"a": promise("west", "30", reached("30")), "b": "area = \"west\"\n[counts]\nlights = 40\n", "c": "[counts]\nlights = 1\n"},
			[]string{"West: 30 lights of 30 lights, target-share 100%", "West: 40 lights of , ", "not-published: 1 light of , "}},
		{"nothing but silence", map[string]string{"a": promise("west", "30", ""), "b": promise("east", "5", "lower_is_better = true\n"+reached("5"))},
			[]string{"East: 5 lights of at most 5 lights, target-met", "West: not-published of 30 lights, target-unknown"}},
		{"a provisional result", map[string]string{"a": promise("west", "30", reached("{ value = 3, status = \"provisional\" }")), "b": promise("east", "5", reached("4"))},
			[]string{"East: 4 lights of 5 lights, target-share 80%", "West: 3 lights of 30 lights, target-share 10% status-provisional"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			pr := presenter(t, tt.projects)
			var got []string
			for _, row := range pr.ByArea(metric(t, pr, "lights")) {
				line := row.Area + ": " + row.Result + " of " + row.Target + ", " + row.Share
				if row.Status != "" {
					line += " " + row.Status
				}
				got = append(got, line)
			}
			if !slices.Equal(got, tt.want) {
				t.Errorf("\n got %q\nwant %q", got, tt.want)
			}
		})
	}
}

// TestRollUp holds that the results of some projects make up one in the way in which those
// of all do, and that a measure, such as an average, has none unless it says how.
func TestRollUp(t *testing.T) {
	pr := presenter(t, map[string]string{
		"a": "area = \"east\"\n[counts]\nlit = 5\npaved = 5\nwait = 6\n",
		"b": "area = \"east\"\n[counts]\nlit = 3\npaved = 3\nwait = 8\n",
		"c": "area = \"west\"\n[counts]\npaved = 1\nwait = 4\n[deliver.lit]\ntarget = 9\nvalues.\"2024-11-25\" = 2\n",
	})
	pr.Facets = facet.Sort(pr.Site)
	line := func(name string, row view.AreaRow) string {
		return strings.TrimSpace(name + ": " + row.Result + " " + row.Target)
	}
	for area, want := range map[string][]string{
		"east": {"/metrics/lit/: 2 projects", "/metrics/paved/: 8 metres"},
		"west": {"/metrics/lit/: 1 project", "/metrics/paved/: 1 metre"},
	} {
		var got []string
		for _, r := range pr.TermResults(pr.Facets.Group("area", area)) {
			got = append(got, line(r.Metric.URL, r.AreaRow))
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: got %q, want %q", area, got, want)
		}
	}
	for id, want := range map[string][]string{
		"lit": {"East: 2 projects", "West: 1 project"}, "paved": {"East: 8 metres", "West: 1 metre"}, "wait": nil,
	} {
		var got []string
		for _, row := range pr.ByArea(metric(t, pr, id)) {
			got = append(got, line(row.Area, row))
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: got %q, want %q", id, got, want)
		}
	}
}

// TestResultsScale holds that a line of a result against its promise has a length,
// or is not drawn.
func TestResultsScale(t *testing.T) {
	for _, tt := range []struct{ target, reached, want string }{
		{"20", "17", "20"}, {"20", "25", "25"}, {"0", "3", "3"}, {"0", "0", ""},
	} {
		pr := presenter(t, map[string]string{
			"a": "[deliver.lights]\nlower_is_better = true\ntarget = " + tt.target + "\nvalues.\"2024-11-25\" = " + tt.reached + "\n",
		})
		p, _ := pr.Site.Projects.Get("a")
		if got := pr.Results(p)[0].Scale; got != tt.want {
			t.Errorf("%s of %s: scale %q, want %q", tt.reached, tt.target, got, tt.want)
		}
	}
}

// TestParts holds that a rate's parts are shown at its date.
func TestParts(t *testing.T) {
	pr := presenter(t, nil)
	m := metric(t, pr, "rate")
	latest, _ := pr.Site.Latest(m)
	var got []string
	for _, f := range pr.Parts(m, latest) {
		got = append(got, f.Text)
	}
	if want := []string{"434 cases", "10,000 cases"}; !slices.Equal(got, want) {
		t.Errorf("parts are %q, want %q", got, want)
	}
}

// TestBreakdowns holds that a rest is explained where there is one, and only there.
func TestBreakdowns(t *testing.T) {
	pr := presenter(t, nil)
	for _, b := range pr.Breakdowns(metric(t, pr, "whole")) {
		if (b.Rest != nil) != (b.Why != "") || (b.Rest != nil) != (b.AsOf.ISO == "2025-06-30") {
			t.Errorf("as of %s: rest %v, why %q", b.AsOf.ISO, b.Rest, b.Why)
		}
	}
}

// TestWallMerged holds that a project that was merged into another has its tile, among
// those that are not completed, only where the numbers leave room for exactly all that
// are here.
func TestWallMerged(t *testing.T) {
	tests := map[string]struct {
		rest map[string]string // besides a completed one and a merged one; the rate is 1 of 3
		want []string
	}{
		"all are here": {map[string]string{"c": "status = \"not-started\"\n"}, []string{"/projects/a/", "/projects/c/", "/projects/b/"}},
		"one is not":   {nil, []string{"/projects/a/", "", ""}},
		"one too many": {map[string]string{"c": "status = \"not-started\"\n", "d": "status = \"not-started\"\n"}, []string{"/projects/a/", "/projects/c/", "/projects/d/"}},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			projects := map[string]string{
				"a": "status = \"completed\"\ncompleted = 2024-05-01\n",
				"b": "status = \"merged\"\nmerged_into = \"a\"\n",
			}
			maps.Copy(projects, tt.rest)
			pr := presenter(t, projects)
			pr.Site.Home.Headline.ID = "completion"
			var got []string
			for _, tile := range pr.Headline(metric(t, pr, "completion")).Wall {
				got = append(got, tile.URL)
			}
			if !slices.Equal(got, tt.want) {
				t.Errorf("the tiles lead to %q, want %q", got, tt.want)
			}
		})
	}
}

// TestReconciled holds that a sum with a missing part is never said to be equal.
func TestReconciled(t *testing.T) {
	for name, tt := range map[string]struct {
		projects map[string]string
		want     string
	}{
		"equal":  {map[string]string{"a": "[counts]\nlights = 210\n"}, "210 lights sum-equal"},
		"part":   {map[string]string{"a": "[counts]\nlights = 10\n"}, "10 lights sum-partly"},
		"silent": {map[string]string{"a": "[counts]\nlights = 210\n", "b": "[deliver.lights]\ntarget = 5\n"}, "more than 210 lights sum-so-far"},
		"none":   {map[string]string{"b": "[deliver.lights]\ntarget = 5\n"}, " sum-none"},
	} {
		pr := presenter(t, tt.projects)
		row := pr.Reconciled(metric(t, pr, "lights"))
		if got := row.Projects + " " + row.Result; got != tt.want {
			t.Errorf("%s: %q, want %q", name, got, tt.want)
		}
	}
}

// TestCounts holds that what went wrong is counted as what was done is, a project that
// is late by its dates alone as one that says so, and that shares add up.
func TestCounts(t *testing.T) {
	pr := presenter(t, map[string]string{
		"a": "status = \"completed\"\ncompleted = 2024-11-01\ndue = 2024-10-01\narea = \"east\"\n",
		"b": "status = \"completed\"\ncompleted = 2024-11-01\narea = \"east\"\n",
		"c": "status = \"not-started\"\ndue = 2024-10-01\narea = \"west\"\n",
		"d": "status = \"not-started\"\n",
	})
	pr.Facets = facet.Sort(pr.Site)
	var got []string
	for _, c := range pr.Counts() {
		got = append(got, c.Text+" "+c.Number+" "+c.URL)
	}
	if want := []string{"Completed 2 /statuses/completed/", "Not started 2 /statuses/not-started/", "schedule-behind 2 /schedule/behind/"}; !slices.Equal(got, want) {
		t.Errorf("\n got %q\nwant %q", got, want)
	}
	f, _ := pr.Facets.Get("area")
	shares := pr.Shares(f)
	got = nil
	for _, row := range append(shares.Rows, *shares.Rest, shares.Total) {
		got = append(got, row.Text+" "+row.Done+"/"+row.All)
	}
	if want := []string{"East 2/2", "West 0/1", "unsaid 0/1", "total 2/4"}; !slices.Equal(got, want) {
		t.Errorf("\n got %q\nwant %q", got, want)
	}
}
