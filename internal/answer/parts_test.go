package answer_test

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"gongshi/internal/load"
	"gongshi/internal/locale"
	"gongshi/internal/markdown"
	"gongshi/internal/report"
)

const partsOfFacts = `[lights]
kind = "count"
values."2024-06-30" = 120
values."2024-11-25" = 156
by.area."2024-06-30" = { east = 70, west = 50 }
by.area."2024-11-25" = { east = 86, west = 70 }
target."2024-12-31" = 200
target."2025-12-31" = 300

[all]
kind = "count"
values."2024-11-25" = 312

[rate]
kind = "ratio"
of = ["lights", "all"]
target."2024-12-31" = "90.5"
`

func partsSite(t *testing.T) *report.Site {
	t.Helper()
	s, problems := load.Site(fstest.MapFS{
		"config.toml":                       {Data: []byte("languages = [\"zh\", \"en\"]\ndate = 2024-12-31\n")},
		"content/metrics/a.toml":            {Data: []byte(partsOfFacts)},
		"content/projects/one/project.toml": {Data: []byte("due = 2025-06-30\n[deliver.lights]\ntarget = 40\n")},
		"content/projects/two/project.toml": {Data: []byte("[deliver.lights]\ntarget = 60\n")},
	})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	return s
}

// TestParts holds that a term's value and a target can be named, and of which date
// they are.
func TestParts(t *testing.T) {
	s := partsSite(t)
	one, _ := s.Projects.Get("one")
	for written, want := range map[string]string{
		"{{lights area east}}":            "86 2024-11-25",
		"{{lights value area west}}":      "70 2024-11-25",
		"{{lights area east 2024-06-30}}": "70 2024-06-30",
		"{{lights target}}":               "300 2025-12-31",
		"{{lights target 2024-12-31}}":    "200 2024-12-31",
		"{{lights as-of target}}":         "300 2025-12-31",
		"{{rate target}}":                 "90.5 2024-12-31",
		"{{this.lights target}}":          "40 2025-06-30",
	} {
		a, problem := ask(t, s, one, written)
		number := a.Value.Value.Number
		if a.Value.Value.Share != (locale.Share{}) {
			number = a.Value.Value.Share.Percent(a.Value.Value.Digits)
		}
		if got := number.String() + " " + a.Value.AsOf.String(); problem != "" || got != want || a.Target != strings.Contains(written, "target") {
			t.Errorf("%s is %s, want %s; target %v, problem %q", written, got, want, a.Target, problem)
		}
	}
}

func TestPartsRefuse(t *testing.T) {
	s := partsSite(t)
	two, _ := s.Projects.Get("two")
	for written, want := range map[string]string{
		"{{all area east}}":               `"all" is not broken down by "area"`,
		"{{lights level east}}":           `"lights" is not broken down by "level"`,
		"{{lights area south}}":           `"lights" has no value for the area "south"`,
		"{{lights area east 2023-06-30}}": `"lights" is not broken down by "area" as of 2023-06-30`,
		"{{all target}}":                  `metric "all" has no target`,
		"{{lights target 2023-12-31}}":    `metric "lights" has no target by 2023-12-31`,
		"{{this.all target}}":             `this project promised nothing of "all"`,
		"{{this.lights as-of target}}":    "this project does not say when it is due",
	} {
		if _, problem := ask(t, s, two, written); problem != want {
			t.Errorf("%s: problem %q, want %q", written, problem, want)
		}
	}
}

// TestBreakdowns holds that references know every kind of breakdown.
func TestBreakdowns(t *testing.T) {
	var kinds []string
	for _, kind := range report.TermKinds {
		kinds = append(kinds, string(kind))
	}
	if !slices.Equal(kinds, markdown.Breakdowns) {
		t.Errorf("references know %v, metrics are broken down by %v", markdown.Breakdowns, kinds)
	}
}
