package report_test

import (
	"strings"
	"testing"
	"testing/fstest"

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

[about]
kind = "count"
values."2024-11-25" = { value = 300, bound = "about" }

[part]
kind = "count"
values."2024-03-31" = 42
values."2024-11-25" = 42

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

// answer reads a reference as prose does, and answers it.
func answer(t *testing.T, s *report.Site, p *report.Project, written string) (report.Answer, string) {
	t.Helper()
	doc, problems := markdown.Parse("x.md", []byte(written))
	if len(problems) > 0 {
		t.Fatalf("%s: %v", written, problems)
	}
	for ref := range markdown.Refs(doc.Parts) {
		a, problem := s.Answer(p, ref)
		if problem != nil {
			return a, problem.Text
		}
		return a, ""
	}
	t.Fatalf("%s is no reference", written)
	return report.Answer{}, ""
}

func TestAnswer(t *testing.T) {
	s := site(t)
	one, _ := s.Projects.Get("one")
	number := func(a report.Answer) string { return a.Value.Value.Number.String() }
	tests := []struct {
		written string
		got     func(report.Answer) string
		want    string
	}{
		{"{{lights}}", number, "156"},
		{"{{lights 2024-06-30}}", number, "120"},
		{"{{lights as-of 2024-03-31}}", func(a report.Answer) string { return a.Value.AsOf.String() }, "2024-03-31"},
		{"{{lights change 2024-03-31}}", func(a report.Answer) string { return a.Change.String() }, "56"},
		{"{{lights change 2024-06-30 2024-03-31}}", func(a report.Answer) string { return a.Change.String() }, "-20"},
		{"{{lights share all}}", func(a report.Answer) string { return a.Share.Percent(1).String() }, "50.0"},
		{"{{lights rank area west}}", func(a report.Answer) string { return string(rune('0' + a.Rank)) }, "1"},
		{"{{lights rank area north}}", func(a report.Answer) string { return string(rune('0' + a.Rank)) }, "2"},
		{"{{uneven rank area west}}", func(a report.Answer) string { return string(rune('0' + a.Rank)) }, "1"},
		{"{{rate}}", func(a report.Answer) string { return a.Value.Value.Share.Percent(1).String() }, "26.9"},
		{"{{rate 2024-03-31}}", func(a report.Answer) string { return a.Value.Value.Share.Percent(1).String() }, "42.0"},
		{"{{rolled}}", number, "7"},
		{"{{heads}}", number, "2"},
		{"{{this.rolled}}", number, "3"},
	}
	for _, tt := range tests {
		a, problem := answer(t, s, one, tt.written)
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
		"{{all rank area east}}":       `"all" is not broken down by "area"`,
		"{{lights rank area south}}":   `has no value for the area "south"`,
		"{{uneven rank area east}}":    "is not broken down than it has",
		"{{this.lights}}":              "is not a project's",
	} {
		if _, problem := answer(t, s, nil, written); !strings.Contains(problem, want) {
			t.Errorf("%s: problem %q, want %q", written, problem, want)
		}
	}
}

func TestStatus(t *testing.T) {
	s := site(t)
	lights, _ := s.Metrics.Get("lights")
	want := map[string]report.DataStatus{"2024-03-31": report.Revised, "2024-06-30": report.Provisional, "2024-11-25": report.Final}
	for _, o := range s.Series(lights) {
		if status, ok := want[o.AsOf.String()]; ok && s.Status(lights, o) != status {
			t.Errorf("value as of %s is %q, want %q", o.AsOf, s.Status(lights, o), status)
		}
	}
	rate, _ := s.Metrics.Get("rate")
	if series := s.Series(rate); len(series) != 2 || series[0].Status != report.Revised {
		t.Errorf("a rate is as sure as its parts: %+v", series)
	}
}
