package check_test

import (
	"slices"
	"strings"
	"testing"
)

// The figures of the sound site as they may have been published: each case below
// takes those that it is about.
const (
	lightsSeen = `{"id":"lights","kind":"count","values":[{"as_of":"2024-11-25","value":165,"bound":"exact"}]}`
	rateSeen   = `{"id":"rate","kind":"ratio","of":["done","led"],"values":[{"as_of":"2024-11-25","value":85.7,"bound":"exact","numerator":42,"denominator":49}]}`
)

func seen(metrics ...string) edit {
	return edit{"published.json", "", `{"metrics":[` + strings.Join(metrics, ",") + `]}`}
}

// corrected adds lines below the value of lights.
func corrected(lines ...string) edit {
	return edit{"content/metrics/a.toml", "= 156", "= 156\n" + strings.Join(lines, "\n")}
}

// later lets the site speak of a day after its corrections.
var later = edit{configFile, "[home]", "date = 2024-12-31\n[home]"}

const why = `reason = { zh = "甲", en = "a" }`

// TestPublished holds that no published number changes, or goes, without a
// correction of its own.
func TestPublished(t *testing.T) {
	const metrics = "content/metrics/a.toml"
	by := `"by":[{"kind":"area","as_of":"2024-11-25","values":{"east":150}}]`
	targets := `"targets":[{"by":"2024-12-31","value":300}]`
	was165 := `corrections."2024-12-05" = { as_of = 2024-11-25, was = 165, kind = "correction", ` + why + ` }`
	tests := []struct {
		name  string
		edits []edit
		want  string // "" when there is nothing to report
	}{
		{"not a data file", []edit{{"published.json", "", `[]`}}, "published.json: not a data file of this program"},
		{"empty object", []edit{{"published.json", "", `{}`}}, "published.json: not a data file of this program"},
		{"no metrics yet", []edit{seen()}, ""},
		{"metric without an id", []edit{seen(`{}`)}, `published.json: metric "": it has no id`},
		{"rate without its parts", []edit{seen(`{"id":"rate","kind":"ratio","values":[{"as_of":"2024-11-25","value":85.7}]}`)}, `published.json: metric "rate": "" is not a number; write digits with at most one point, such as 12 or 3.5`},
		{"metric gone", []edit{seen(`{"id":"trees","kind":"count","values":[]}`)}, `published.json: metric "trees" was published and is gone; what was published stays`},
		{"value changed", []edit{seen(lightsSeen)}, metrics + `:7:9: metric "lights" was published with 165 as its value as of 2024-11-25; a change of it must be declared`},
		{"value changed and declared", []edit{seen(lightsSeen), corrected(was165)}, ""},
		{"bound changed", []edit{seen(`{"id":"lights","kind":"count","values":[{"as_of":"2024-11-25","value":156,"bound":"about"}]}`)}, metrics + `:7:9: metric "lights" was published with 156 as its value as of 2024-11-25; a change of it must be declared`},
		{"value gone", []edit{seen(`{"id":"lights","kind":"count","values":[{"as_of":"2024-10-25","value":100,"bound":"exact"}]}`)}, metrics + `:1:2: metric "lights" was published with 100 as its value as of 2024-10-25, and has none any more`},
		{"value that was missing", []edit{seen(`{"id":"lights","kind":"count","values":[{"as_of":"2024-11-25","bound":"exact","status":"missing"}]}`)}, ""},
		{"changed again, an old correction", []edit{
			seen(`{"id":"lights","kind":"count","values":[{"as_of":"2024-11-25","value":165,"bound":"exact"}],"corrections":[{"date":"2024-12-05","as_of":"2024-11-25","was":165,"bound":"exact"},{"date":"2024-12-08","as_of":"2024-11-25","was":160,"bound":"exact"}]}`),
			corrected(was165, `corrections."2024-12-08" = { as_of = 2024-11-25, was = 160, kind = "correction", `+why+` }`),
		}, metrics + `:7:9: metric "lights" was published with 165 as its value as of 2024-11-25; a change of it must be declared`},
		{"correction gone", []edit{
			seen(`{"id":"lights","kind":"count","values":[],"corrections":[{"date":"2024-12-05","as_of":"2024-11-25","was":165,"bound":"exact"}]}`),
		}, metrics + `:1:2: metric "lights" was published with a correction of 2024-12-05: the value as of 2024-11-25 was 165; it is gone, or says something else`},
		{"part changed", []edit{seen(`{"id":"lights","kind":"count","values":[],` + by + `}`), corrected(`by.area."2024-11-25" = { east = 156 }`)}, metrics + `:8:26: metric "lights" was published with 150 as its value for area "east" as of 2024-11-25; a change of it must be declared`},
		{"part changed and declared", []edit{seen(`{"id":"lights","kind":"count","values":[],` + by + `}`), corrected(`by.area."2024-11-25" = { east = 156 }`,
			`corrections."2024-12-05" = { as_of = 2024-11-25, area = "east", was = 150, kind = "revision", `+why+` }`)}, ""},
		{"part gone", []edit{seen(`{"id":"lights","kind":"count","values":[],` + by + `}`)}, metrics + `:1:2: metric "lights" was published with 150 as its value for area "east" as of 2024-11-25, and has none any more`},
		{"target changed", []edit{seen(`{"id":"lights","kind":"count","values":[],` + targets + `}`), corrected(`target."2024-12-31" = 200`)}, metrics + `:8:9: metric "lights" was published with 300 as its target by 2024-12-31; a change of it must be declared`},
		{"target changed and declared", []edit{seen(`{"id":"lights","kind":"count","values":[],` + targets + `}`), corrected(`target."2024-12-31" = 200`,
			`corrections."2024-12-05" = { target = 2024-12-31, was = 300, kind = "revision", `+why+` }`)}, ""},
		{"corrected from another number", []edit{seen(lightsSeen), corrected(strings.Replace(was165, "was = 165", "was = 150", 1))}, metrics + `:8:56: correction of 2024-12-05 says that the value as of 2024-11-25 was 150, but 165 was published`},
		{"corrected without the number", []edit{seen(lightsSeen), corrected(strings.Replace(was165, "was = 165, ", "", 1))}, metrics + `:8:14: correction of 2024-12-05 does not say what the value was; add was = 165, as it was published`},
		{"amount that has forgotten its currency", []edit{seen(`{"id":"lights","kind":"amount","currency":"CNY","values":[]}`), {metrics, `kind = "count"`, `kind = "amount"`}}, metrics + `:1:2: metric "lights" is an amount, but has no currency`},
		{"value that cannot be read", []edit{seen(lightsSeen), {metrics, `= 156`, `= "1,65"`}}, metrics + `:7:23: "2024-11-25": "1,65" is not a number; write digits with at most one point, such as 12 or 3.5`},
		{"rate as it was", []edit{seen(rateSeen)}, ""},
		{"rate gone", []edit{seen(rateSeen), {metrics, "[rate]", "[ratio]"}}, `published.json: metric "rate" was published and is gone; what was published stays`},
		{"rate of other parts", []edit{seen(rateSeen), {metrics, `of = ["done", "led"]`, `of = ["done", "lights"]`}, {metrics, `"85.7%"`, `"26.9%"`}}, metrics + `:25:2: metric "rate" was published with 85.7 as its value as of 2024-11-25; a change of it must be declared`},
		{"rate that follows a part", []edit{
			seen(`{"id":"rate","kind":"ratio","of":["done","led"],"values":[{"as_of":"2024-11-25","value":89.8,"bound":"exact","numerator":44,"denominator":49}]}`, `{"id":"done","kind":"count","values":[{"as_of":"2024-11-25","value":44,"bound":"exact"}]}`),
			{metrics, "= 42", `= 42` + "\n" + `corrections."2024-12-05" = { as_of = 2024-11-25, was = 44, kind = "correction", ` + why + ` }`},
		}, ""},
		{"rate that has become a count", []edit{seen(`{"id":"lights","kind":"ratio","of":["done","led"],"values":[]}`)}, metrics + `:1:2: metric "lights" was published as a ratio, and is a count now`},
		{"other currency", []edit{seen(`{"id":"lights","kind":"amount","currency":"CNY","values":[]}`), {metrics, `kind = "count"`, `kind = "amount"` + "\n" + `currency = "USD"`}}, metrics + `:1:2: metric "lights" was published in "CNY", and is in "USD" now`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := problems(with(t, append(tt.edits, later)...))
			for i, line := range got {
				got[i], _, _ = strings.Cut(line, " (see ")
			}
			if tt.want == "" && len(got) > 0 || tt.want != "" && !slices.Contains(got, tt.want) {
				t.Errorf("\n got %s\nwant %s", strings.Join(got, "\n     "), tt.want)
			}
		})
	}
}

// TestCorrectedBack holds that a value may be again what it once was, as long as
// the last correction is of another.
func TestCorrectedBack(t *testing.T) {
	was := func(date, number string) string {
		return `corrections."` + date + `" = { as_of = 2024-11-25, was = ` + number + `, kind = "correction", ` + why + ` }`
	}
	if got := problems(with(t, corrected(was("2024-12-05", "156"), was("2024-12-08", "165")), later)); len(got) > 0 {
		t.Errorf("corrected back: %s", strings.Join(got, "\n"))
	}
	want := "content/metrics/a.toml:9:14: correction of 2024-12-08 says that the value as of 2024-11-25 was 156, which it still is (see content/metrics/a.toml:7:9)"
	if got := problems(with(t, corrected(was("2024-12-05", "165"), was("2024-12-08", "156")), later)); !slices.Equal(got, []string{want}) {
		t.Errorf("\n got %s\nwant %s", strings.Join(got, "\n"), want)
	}
}

// TestTwoCorrectionsOnOneDay holds that two values may be corrected on one day.
func TestTwoCorrectionsOnOneDay(t *testing.T) {
	got := problems(with(t, corrected(
		`values."2024-06-30" = 120`,
		`corrections."2024-12-05" = [`,
		`  { as_of = 2024-06-30, was = 121, kind = "correction", `+why+` },`,
		`  { as_of = 2024-11-25, was = 165, kind = "correction", `+why+` },`,
		`]`,
	), later))
	if len(got) > 0 {
		t.Errorf("problems:\n%s", strings.Join(got, "\n"))
	}
}

func TestCurrency(t *testing.T) {
	const metrics = "content/metrics/a.toml"
	tests := []struct{ name, new, want string }{
		{"amount without one", `kind = "amount"`, `content/metrics/a.toml:1:2: metric "lights" is an amount, but has no currency`},
		{"count with one", "kind = \"count\"\ncurrency = \"CNY\"", `content/metrics/a.toml:5:12: metric "lights" is a count, and takes no currency`},
		{"unknown", "kind = \"amount\"\ncurrency = \"RMB\"", `content/metrics/a.toml:5:12: currency "RMB" is not known; write its code of ISO 4217 in capitals, such as CNY or USD`},
		{"in small letters", "kind = \"amount\"\ncurrency = \"cny\"", `content/metrics/a.toml:5:12: currency "cny" is not known; write its code of ISO 4217 in capitals, such as CNY or USD`},
	}
	for _, tt := range tests {
		if got := problems(with(t, edit{metrics, `kind = "count"`, tt.new})); !slices.Contains(got, tt.want) {
			t.Errorf("%s:\n got %s\nwant %s", tt.name, strings.Join(got, "\n     "), tt.want)
		}
	}
	bars := edit{"content/charts/a.toml", `"lights", "led"`, `"lights"`}
	if got := problems(with(t, bars, edit{metrics, `kind = "count"`, "kind = \"amount\"\ncurrency = \"CNY\""})); len(got) > 0 {
		t.Errorf("an amount with its currency: %s", strings.Join(got, "\n"))
	}
}

// TestMenuTitle holds that the rules for prose read the titles of menus, too.
func TestMenuTitle(t *testing.T) {
	zh := func(menu string) edit {
		return edit{"content/about/index.zh.md", "title", "menu_title = \"" + menu + "\"\ntitle"}
	}
	en := func(menu string) edit {
		return edit{"content/about/index.en.md", "title", "menu_title = \"" + menu + "\"\ntitle"}
	}
	tests := []struct {
		name  string
		edits []edit
		want  string
	}{
		{"typed number", []edit{zh("156盏"), en("All {{lights}}")}, `content/about/index.zh.md:2:15: number "156" is typed; it is the value of "lights" (see content/metrics/a.toml:7:9)`},
		{"same in both", []edit{zh("关于"), en("关于")}, "content/about/index.en.md:2:15: text is the same in 中文 and in English (see content/about/index.zh.md:2:15)"},
		{"figure in one", []edit{zh("{{lights}}"), en("Lights")}, "content/about/index.en.md: page does not show {{lights}} in English (en), as it does in another language (see content/about/index.zh.md:2:15)"},
		{"unknown figure", []edit{zh("{{lamps}}"), en("Lights")}, `content/about/index.zh.md:2:15: metric "lamps" is not defined in content/metrics`},
	}
	for _, tt := range tests {
		if got := problems(with(t, tt.edits...)); !slices.Contains(got, tt.want) {
			t.Errorf("%s:\n got %s\nwant %s", tt.name, strings.Join(got, "\n     "), tt.want)
		}
	}
}
