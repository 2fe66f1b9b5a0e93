package check_test

import (
	"slices"
	"strings"
	"testing"
)

// brokenDown gives the metric lights values by area and a target, so that every
// kind of chart has something to show.
var brokenDown = edit{"content/metrics/a.toml", `values."2024-11-25" = 156
`, `values."2024-06-30" = 120
values."2024-11-25" = 156
target."2024-12-31" = 200
by.area."2024-11-25" = { east = 100 }
rest.area = { zh = "其余没有公布", en = "The rest is not published" }
`}

// chart is a definition of one chart, in place of the two of the sound site.
func chart(definition string) edit {
	return edit{"content/charts/a.toml", sound["content/charts/a.toml"], `[bars]
title = { zh = "数量", en = "Numbers" }
` + definition + "\n"}
}

func TestSoundCharts(t *testing.T) {
	for _, definition := range []string{
		`kind = "bar"
metrics = ["lights", "led"]
sort = "listed"`,
		`kind = "bar"
metrics = ["rate"]`,
		`kind = "column"
metrics = ["lights"]
by = "area"`,
		`kind = "donut"
metrics = ["lights"]
by = "area"`,
		`kind = "line"
metrics = ["lights"]`,
		`kind = "progress"
metrics = ["lights"]`,
		`kind = "grouped"
metrics = ["lights"]
dates = [2024-06-30, "2024-11-25"]`,
		`kind = "stacked"
count = "projects"
by = "level"
split = "status"`,
		`kind = "stacked-100"
count = "projects"
by = "area"
split = "schedule"`,
		`kind = "small-multiples"
count = "projects"
by = "level"
split = "category"`,
		`kind = "column"
count = "projects"
by = "month"`,
	} {
		if got := problems(with(t, brokenDown, chart(definition))); len(got) > 0 {
			t.Errorf("%s\nhas problems:\n%s", definition, strings.Join(got, "\n"))
		}
	}
}

// TestChartRules has a bad case for what a chart may be made from. Each is found
// once, at its line and column.
func TestChartRules(t *testing.T) {
	const at = "content/charts/a.toml:"
	const metric = "content/metrics/a.toml:1:2"
	tests := []struct{ name, definition, want string }{
		{"no kind", `metrics = ["lights"]`, at + `1:2: chart "bars" has no kind; allowed are bar, column, grouped, stacked, stacked-100, donut, line, progress, small-multiples`},
		{"kind that misleads", `kind = "pie"
metrics = ["lights"]`, at + `3:8: "pie" is no kind of chart; allowed are bar, column, grouped, stacked, stacked-100, donut, line, progress, small-multiples`},
		{"nothing to show", `kind = "bar"`, at + `1:2: chart "bars" shows nothing`},
		{"two things to show", `kind = "bar"
count = "projects"
by = "level"
metrics = ["lights"]`, at + `4:9: chart "bars" counts projects and shows metrics; it can do one of the two (see ` + at + `6:12)`},
		{"unknown thing to count", `kind = "bar"
count = "people"
by = "level"`, at + `4:9: "people" cannot be counted; allowed is "projects"`},
		{"count by nothing", `kind = "bar"
count = "projects"`, at + `4:9: chart "bars" does not say what projects are counted by; allowed for by are level, category, area, status, schedule, month`},
		{"unknown dimension", `kind = "bar"
count = "projects"
by = "levels"`, at + `5:6: there is nothing to tell apart by "levels"; allowed are level, category, area, status, schedule, month`},
		{"dimension that metrics do not have", `kind = "bar"
metrics = ["lights"]
by = "month"`, at + `5:6: there is nothing to tell apart by "month"; allowed are level, category, area, status, organisation`},
		{"split of metrics", `kind = "stacked"
metrics = ["lights"]
by = "area"
split = "status"`, at + `6:9: split goes with count = "projects"; several metrics are the parts by themselves`},
		{"split like by", `kind = "stacked"
count = "projects"
by = "level"
split = "level"`, at + `6:9: by and split are both "level"`},
		{"dates of bars", `kind = "bar"
metrics = ["lights"]
dates = [2024-06-30, 2024-11-25]`, at + `5:10: dates go with kind = "grouped" and metrics, without by`},
		{"one date", `kind = "grouped"
metrics = ["lights"]
dates = [2024-06-30]`, at + `5:10: chart "bars" compares one date; name two`},
		{"date without a value", `kind = "grouped"
metrics = ["lights"]
dates = [2024-06-30, 2024-07-01]`, at + `5:22: "lights" has no value as of 2024-07-01 (see ` + metric + `)`},
		{"order of a line", `kind = "line"
metrics = ["lights"]
sort = "value"`, at + `5:1: this chart has an order of its own; leave sort out`},
		{"rest of bars", `kind = "bar"
metrics = ["lights"]
rest = { zh = "其余", en = "Rest" }`, at + `5:1: only a donut of one ratio has a rest`},
		{"bars with parts", `kind = "bar"
count = "projects"
by = "level"
split = "status"`, at + `3:8: a bar chart is made from metrics, or from one metric and by, or from count and by; "bars" has count, by and split`},
		{"stack without parts", `kind = "stacked"
metrics = ["lights"]`, at + `3:8: a stacked chart is made from several metrics and by, or from count, by and split; "bars" has metrics`},
		{"not broken down", `kind = "bar"
metrics = ["lights"]
by = "level"`, at + `4:12: "lights" is not broken down by level (see ` + metric + `)`},
		{"line of one value", `kind = "line"
metrics = ["led"]`, at + `4:12: "led" has 1 dated value that is known; a line needs two (see content/metrics/a.toml:13:2)`},
		{"progress without a target", `kind = "progress"
metrics = ["led"]`, at + `4:12: "led" has no target to show progress towards (see content/metrics/a.toml:13:2)`},
		{"ratio in a stack", `kind = "stacked"
metrics = ["lights", "rate"]
by = "area"`, at + `4:22: "rate" is a ratio and "lights" is none; they cannot share an axis`},
		{"nothing is counted", `kind = "bar"
count = "projects"
by = "category"
sort = "largest"`, at + `6:8: "sort" is the text "largest"; allowed are value, listed`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := problems(with(t, brokenDown, chart(test.definition))); !slices.Equal(got, []string{test.want}) {
				t.Errorf("\n got %s\nwant %s", strings.Join(got, "\n     "), test.want)
			}
		})
	}
}

func TestPartsAreExact(t *testing.T) {
	donut := chart(`kind = "donut"
metrics = ["lights"]
by = "area"`)
	about := edit{"content/metrics/a.toml", `values."2024-11-25" = 156`, `values."2024-11-25" = { value = 156, bound = "about" }`}
	want := `a value of "lights" is missing or not exact; parts make up a whole only when each is exact`
	if got := strings.Join(problems(with(t, brokenDown, donut, about)), "\n"); !strings.Contains(got, want) {
		t.Errorf("got %s", got)
	}
}
