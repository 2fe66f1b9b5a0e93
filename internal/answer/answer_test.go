package answer_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"gongshi/internal/answer"
	"gongshi/internal/load"
	"gongshi/internal/markdown"
	"gongshi/internal/report"
)

const facts = `[lights]
kind = "count"
values."2024-03-31" = 100
values."2024-06-30" = { value = 120, status = "provisional" }
values."2024-09-30" = { missing = true }
values."2024-11-25" = 156
by.area."2024-11-25" = { east = 50, west = 56, north = 50 }
corrections."2024-12-05" = { as_of = 2024-03-31, was = 99, kind = "correction" }

[uneven]
kind = "count"
values."2024-11-25" = 156
by.area."2024-11-25" = { east = 17, west = 120 }

[all]
kind = "count"
values."2024-11-25" = 312

[sure]
kind = "count"
values."2024-11-25" = { value = 624, status = "provisional" }

[about]
kind = "count"
values."2024-11-25" = { value = 300, bound = "about" }

[part]
kind = "count"
values."2024-03-31" = 42
values."2024-11-25" = 42

[lower]
kind = "count"
values."2024-11-25" = { value = 300, bound = "at-least", status = "provisional" }
by.area."2024-11-25" = { east = 200, west = 90 }

[upper]
kind = "count"
values."2024-11-25" = { value = 300, bound = "at-most", status = "provisional" }
by.area."2024-11-25" = { east = 200, west = 90 }

[yuan]
kind = "count"
unit = { zh = "元", en = { one = "yuan", other = "yuan" } }
values."2024-11-25" = 1

[rate]
kind = "ratio"
of = ["part", "lights"]

[rolled]
kind = "count"
roll_up = "sum"

[heads]
kind = "count"
roll_up = "count"
`

func site(t *testing.T) *report.Site {
	t.Helper()
	s, problems := load.Site(fstest.MapFS{
		"config.toml":                         {Data: []byte("languages = [\"zh\", \"en\"]\ndate = 2024-12-31\n")},
		"content/metrics/a.toml":              {Data: []byte(facts)},
		"content/projects/one/project.toml":   {Data: []byte("[counts]\nrolled = 3\nheads = 1\n")},
		"content/projects/two/project.toml":   {Data: []byte("[deliver.rolled]\ntarget = 5\nvalues.\"2024-06-30\" = 1\nvalues.\"2024-11-25\" = 4\n")},
		"content/projects/three/project.toml": {Data: []byte("[counts]\nheads = 1\n")},
	})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	return s
}

// ask reads a reference as prose does, and answers it.
func ask(t *testing.T, s *report.Site, p *report.Project, written string) (answer.Answer, string) {
	t.Helper()
	doc, problems := markdown.Parse("x.md", []byte(written))
	if len(problems) > 0 {
		t.Fatalf("%s: %v", written, problems)
	}
	for ref := range markdown.Refs(doc.Parts) {
		a, problem := answer.To(s, p, ref)
		if problem != nil {
			return a, problem.Text
		}
		return a, ""
	}
	t.Fatalf("%s is no reference", written)
	return answer.Answer{}, ""
}

func TestAnswer(t *testing.T) {
	s := site(t)
	one, _ := s.Projects.Get("one")
	number := func(a answer.Answer) string { return a.Value.Value.Number.String() }
	tests := []struct {
		written string
		got     func(answer.Answer) string
		want    string
	}{
		{"{{lights}}", number, "156"},
		{"{{lights 2024-06-30}}", number, "120"},
		{"{{lights as-of 2024-03-31}}", func(a answer.Answer) string { return a.Value.AsOf.String() }, "2024-03-31"},
		{"{{lights change 2024-03-31}}", func(a answer.Answer) string { return a.Change.String() }, "56"},
		{"{{lights change 2024-03-31 2024-06-30}}", func(a answer.Answer) string { return a.Change.String() }, "20"},
		{"{{upper rank area west}}", func(a answer.Answer) string { return string(rune('0' + a.Rank)) }, "2"},
		{"{{lights share all}}", func(a answer.Answer) string { return a.Share.Percent(1).String() }, "50.0"},
		{"{{lights rank area west}}", func(a answer.Answer) string { return string(rune('0' + a.Rank)) }, "1"},
		{"{{lights rank area north}}", func(a answer.Answer) string { return string(rune('0' + a.Rank)) }, "2"},
		{"{{uneven rank area west}}", func(a answer.Answer) string { return string(rune('0' + a.Rank)) }, "1"},
		{"{{rate}}", func(a answer.Answer) string { return a.Value.Value.Share.Percent(1).String() }, "26.9"},
		{"{{rate 2024-03-31}}", func(a answer.Answer) string { return a.Value.Value.Share.Percent(1).String() }, "42.0"},
		{"{{rolled}}", number, "7"},
		{"{{heads}}", number, "2"},
		{"{{this.rolled}}", number, "3"},
	}
	for _, tt := range tests {
		a, problem := ask(t, s, one, tt.written)
		if problem != "" || tt.got(a) != tt.want {
			t.Errorf("%s is %s, want %s; problem %q", tt.written, tt.got(a), tt.want, problem)
		}
	}
}

func TestAnswerRefuses(t *testing.T) {
	s := site(t)
	for written, want := range map[string]string{
		"{{nothing}}":                  `metric "nothing" is not defined`,
		"{{lights 2023-01-01}}":        `metric "lights" has no value as of 2023-01-01`,
		"{{lights 2024-13-01}}":        `"2024-13-01" is not a date`,
		"{{lights change 2024-09-30}}": "one of its two values is not exact",
		"{{rate change 2024-03-31}}":   `"rate" is a ratio`,
		"{{lights share nothing}}":     `metric "nothing" is not defined`,
		"{{lights share rate}}":        `"lights" is no share of "rate"`,
		"{{lights share about}}":       "is not exact, or 0",
		"{{lights share yuan}}":        "they have different units",
		"{{lights change 2024-11-25}}": "the first date must be the earlier one",
		"{{lower rank area east}}":     `the total of "lower" is not exact`,

		"{{lights change 2024-06-30 2024-03-31}}": "goes from 2024-06-30 to 2024-03-31; the first date must be the earlier one",
		"{{all rank area east}}":                  `"all" is not broken down by "area"`,
		"{{lights rank area south}}":              `has no value for the area "south"`,
		"{{uneven rank area east}}":               "is not broken down than it has",
		"{{this.lights}}":                         "is not a project's",
	} {
		if _, problem := ask(t, s, nil, written); !strings.Contains(problem, want) {
			t.Errorf("%s: problem %q, want %q", written, problem, want)
		}
	}
}

// TestAnswersAreAsSureAsTheirParts holds that what is computed from a value that may
// still change says so.
func TestAnswersAreAsSureAsTheirParts(t *testing.T) {
	s := site(t)
	for written, want := range map[string]report.DataStatus{
		"{{lights change 2024-06-30}}":            report.Provisional,
		"{{lights change 2024-03-31}}":            report.Revised,
		"{{lights change 2024-03-31 2024-06-30}}": report.Provisional,
		"{{lights share all}}":                    report.Final,
		"{{all share sure}}":                      report.Provisional,
		"{{upper rank area west}}":                report.Provisional,
	} {
		a, problem := ask(t, s, nil, written)
		if problem != "" || a.Value.Status != want {
			t.Errorf("%s is %q, want %q; problem %q", written, a.Value.Status, want, problem)
		}
	}
}
