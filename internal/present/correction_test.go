package present_test

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"gongshi/internal/load"
	"gongshi/internal/present"
)

// TestCorrections holds that each correction tells what it changed a number to,
// also where the number was changed once more.
func TestCorrections(t *testing.T) {
	const text = `[lights]
name = { zh = "路灯", en = "Lights" }
kind = "count"
unit = { zh = "盏", en = { one = "light", other = "lights" } }
values."2024-11-25" = 170
values."2024-06-30" = { value = 300, bound = "at-least" }
target."2024-12-31" = 200
by.area."2024-11-25" = { east = 90 }
corrections."2024-12-05" = [
  { as_of = 2024-11-25, was = 150, kind = "correction" },
  { as_of = 2024-06-30, was = 299, kind = "revision" },
  { as_of = 2024-11-25, area = "east", was = 80, kind = "correction" },
  { target = 2024-12-31, was = 190, kind = "correction" },
]
corrections."2024-12-08" = { as_of = 2024-11-25, was = 160, bound = "about", kind = "correction" }
[rate]
name = { zh = "比例", en = "Rate" }
kind = "ratio"
of = ["lights", "lights"]
corrections."2024-12-05" = { as_of = 2024-11-25, was = 90.5, kind = "correction" }
`
	s, problems := load.Site(fstest.MapFS{
		"config.toml":             {Data: []byte("languages = [\"en\"]\n")},
		"content/vocabulary.toml": {Data: []byte("[area.east]\nname = { en = \"East\" }\n")},
		"content/metrics/a.toml":  {Data: []byte(text)},
	})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	en, _ := s.Language("en")
	say := func(key string, args ...any) string {
		for _, arg := range args {
			key += " " + arg.(string)
		}
		return key
	}
	pr := &present.Presenter{Site: s, Lang: en, Say: say, URL: func(address string) string { return address }}
	for id, want := range map[string][]string{
		"lights": {
			"Lights 2024-11-25: about 160 lights -> 170 lights",
			"change-of Lights target 2024-12-31: 190 lights -> 200 lights",
			"change-of Lights East 2024-11-25: 80 lights -> 90 lights",
			"Lights 2024-06-30: 299 lights -> more than 300 lights",
			"Lights 2024-11-25: 150 lights -> about 160 lights",
		},
		"rate": {"Rate 2024-11-25: 90.5% -> 100.0%"},
	} {
		var got []string
		for _, row := range pr.Corrections(metric(t, pr, id)) {
			got = append(got, row.Metric.Text+" "+row.AsOf.ISO+": "+row.Was+" -> "+row.Now)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s:\n got %s\nwant %s", id, strings.Join(got, "\n     "), strings.Join(want, "\n     "))
		}
	}
}
