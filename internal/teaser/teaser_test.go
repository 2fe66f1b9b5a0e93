package teaser_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"gongshi/internal/load"
	"gongshi/internal/present"
	"gongshi/internal/teaser"
)

const vocabulary = `[status.completed]
name = { zh = "完成", en = "Completed" }
[status.not-started]
name = { zh = "未开始", en = "Not started" }
`

const metrics = `[lights]
kind = "count"
unit = { zh = "盏", en = { one = "light", other = "lights" } }
source = "report"
values."2025-06-30" = 210

[part]
kind = "count"
source = "report"
unit = { zh = "个", en = { one = "case", other = "cases" } }
values."2025-06-30" = { missing = true }

[whole]
kind = "count"
source = "report"
unit = { zh = "个", en = { one = "case", other = "cases" } }
values."2025-06-30" = 12000
`

// presenter presents a small site in English. The words of the interface are their
// keys, with what is filled into them.
func presenter(t *testing.T) *present.Presenter {
	t.Helper()
	files := fstest.MapFS{}
	for name, text := range map[string]string{
		"config.toml":             "languages = [\"zh\", \"en\"]\n",
		"content/sources.toml":    "[report]\ndate = 2025-06-30\n",
		"content/vocabulary.toml": vocabulary,
		"content/metrics/a.toml":  metrics,
		"content/projects/lit/project.toml": "source = \"report\"\nstatus = \"completed\"\n[counts]\nwhole = 3\n" +
			"[deliver.part]\ntarget = 9\nlower_is_better = true\nvalues.\"2024-11-25\" = 8\n" +
			"[deliver.lights]\ntarget = 20\nvalues.\"2024-11-25\" = { value = 12, status = \"provisional\" }\n",
		"content/projects/none/project.toml": "source = \"report\"\nstatus = \"not-started\"\n",
	} {
		files[name] = &fstest.MapFile{Data: []byte(text)}
	}
	s, problems := load.Site(files)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	en, _ := s.Language("en")
	say := func(key string, args ...any) string { return strings.TrimSpace(key + " " + fmt.Sprint(args...)) }
	return &present.Presenter{Site: s, Lang: en, Say: say, URL: func(address string) string { return address }}
}

// A card shows the first result of what a project promised to reach, and that it is
// provisional: not what it counted besides, nor a sum that it was not to pass.
// That the project counts as one more is no figure, nor is one that nobody has
// published.
func TestCard(t *testing.T) {
	pr := presenter(t)
	tests := []struct {
		address              string
		kicker, figure, asOf string
		alt                  string
	}{
		{"/projects/lit/", "Completed", "12", "as-of 25 November 2024mark-in-text status-provisional", ""},
		{"/projects/none/", "Not started", "", "", "T"},
		{"/metrics/lights/", "metrics", "210", "as-of 30 June 2025", "Tnotes-gap210 lightsnotes-gapas-of 30 June 2025"},
		{"/metrics/whole/", "metrics", "12,000", "as-of 30 June 2025", ""},
		{"/metrics/part/", "metrics", "", "", "T"},
		{"/metrics/nothing/", "", "", "", "T"},
		{"/charts/nothing/", "", "", "", "T"},
	}
	for _, test := range tests {
		card, alt := teaser.Of(pr, test.address, "T")
		if card.Kicker != test.kicker || card.Figure != test.figure || card.AsOf != test.asOf || test.alt != "" && alt != test.alt {
			t.Errorf("%s is shown as %+v, in words %q", test.address, card, alt)
		}
	}
}
