package tabulate_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"gongshi/internal/load"
	"gongshi/internal/report"
	"gongshi/internal/tabulate"
)

// files are a site with every sort of value that a chart may show.
var files = map[string]string{
	"config.toml": "languages = [\"en\"]\ndate = 2024-12-31\n",
	"content/vocabulary.toml": `[level.town]
name.en = "Town"
[level.village]
name.en = "Village"
[area.district]
name.en = "District"
[area.east]
name.en = "East"
parent = "district"
[area.lane]
name.en = "Lane"
parent = "east"
[area.west]
name.en = "West"
parent = "district"
[status.completed]
name.en = "Completed"
[status.in-progress]
name.en = "In progress"
[status.stopped]
name.en = "Stopped"
`,
	"content/metrics/a.toml": `[lights]
kind = "count"
source = "s"
values."2024-06-30" = 100
values."2024-12-31" = { value = 156, status = "provisional" }
target."2024-12-31" = 200
by.area."2024-12-31" = { west = 40, east = 100 }
[posts]
kind = "count"
values."2024-06-30" = { missing = true }
values."2024-09-30" = 20
values."2024-12-31" = 39
by.area."2024-12-31" = { east = 39 }
[led]
kind = "count"
values."2024-12-31" = 4
[done]
kind = "count"
values."2024-12-31" = 3
[rate]
kind = "ratio"
of = ["done", "led"]
`,
	"content/projects/a/project.toml": "level = \"town\"\narea = \"district\"\nstatus = \"completed\"\ncompleted = 2024-03-31\n",
	"content/projects/b/project.toml": "level = \"village\"\narea = \"lane\"\nstatus = \"completed\"\ncompleted = 2024-06-01\n",
	"content/projects/c/project.toml": "level = \"village\"\narea = \"west\"\nstatus = \"in-progress\"\n[schedule]\nstate = \"behind\"\n",
	"content/projects/d/project.toml": "area = \"east\"\nstatus = \"completed\"\ncompleted = \"not-published\"\n",
}

// draw prints the table of a chart that is defined in TOML.
func draw(t *testing.T, definition string) string {
	t.Helper()
	fsys := fstest.MapFS{"content/charts/a.toml": {Data: []byte("[c]\n" + definition)}}
	for name, text := range files {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	site, _ := load.Site(fsys)
	c, ok := site.Charts.Get("c")
	if !ok {
		t.Fatal("there is no chart")
	}
	return print(tabulate.Chart(site, c))
}

func print(t *tabulate.Table) string {
	var b strings.Builder
	for _, h := range t.Columns {
		b.WriteString(" " + h.ID)
	}
	for i, row := range t.Cells {
		b.WriteString("\n" + t.Rows[i].ID)
		for _, cell := range row {
			b.WriteString(" " + value(cell))
		}
		if len(t.Goals) == len(t.Rows) {
			fmt.Fprintf(&b, " goal %s", t.Goals[i].Number)
		}
	}
	if t.Whole() && len(t.Rows) > 0 {
		b.WriteString("\n=")
		for i := range t.Columns {
			b.WriteString(" " + value(t.ColumnTotals[i]))
		}
	}
	return b.String()
}

func value(c tabulate.Cell) string {
	switch {
	case c.None:
		return "–"
	case c.Value.Missing:
		return "?"
	case c.Metric != nil && c.Metric.Kind == report.Ratio:
		return c.Value.Share.Percent(0).String() + "%"
	}
	return c.Value.Number.String() + string(c.Status)
}

func TestChart(t *testing.T) {
	tests := []struct{ name, chart, want string }{
		{"largest first", `kind = "bar"
metrics = ["posts", "lights"]`, ` value
lights 156provisional
posts 39`},
		{"as listed", `kind = "bar"
sort = "listed"
metrics = ["posts", "lights"]`, ` value
posts 39
lights 156provisional`},
		{"a ratio and what it leaves over", `kind = "donut"
metrics = ["rate"]`, ` value
done 3
_rest 1
= 4`},
		{"terms, and what is not broken down", `kind = "bar"
by = "area"
metrics = ["lights"]`, ` value
east 100provisional
west 40provisional
_rest 16provisional
= 156provisional`},
		{"several metrics by terms, in the order of the vocabulary", `kind = "grouped"
by = "area"
metrics = ["posts", "lights"]`, ` posts lights
east 39 100provisional
west – 40provisional
_rest – 16provisional
= 39 156provisional`},
		{"dates", `kind = "grouped"
metrics = ["lights", "posts"]
dates = [2024-06-30, 2024-12-31]`, ` 2024-06-30 2024-12-31
lights 100 156provisional
posts ? 39`},
		{"over time, with a gap and a missing value", `kind = "line"
metrics = ["lights", "posts"]`, ` lights posts
2024-06-30 100 ?
2024-09-30 – 20
2024-12-31 156provisional 39`},
		{"against targets; what has none is left out", `kind = "progress"
metrics = ["posts", "lights"]`, ` value
lights 156provisional goal 200`},
		{"projects", `kind = "bar"
count = "projects"
by = "level"`, ` projects
village 2
town 1
_not-published 1
= 4`},
		{"an area counts towards the largest below the one that holds all", `kind = "bar"
count = "projects"
by = "area"
sort = "listed"`, ` projects
district 1
east 2
west 1
= 4`},
		{"completions, every month between the first and the last", `kind = "column"
count = "projects"
by = "month"`, ` projects
2024-03 1
2024-04 0
2024-05 0
2024-06 1
_not-published 1
= 3`},
		{"split; a status that no project has is left out", `kind = "stacked"
count = "projects"
by = "level"
split = "status"`, ` completed in-progress
town 1 0
village 1 1
_not-published 1 0
= 3 1`},
		{"schedule", `kind = "bar"
count = "projects"
by = "schedule"`, ` projects
behind 1
_not-published 3
= 4`},
		{"nothing that there is", `kind = "bar"
metrics = ["nothing"]`, ` value`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := draw(t, test.chart); got != test.want {
				t.Errorf("got\n%s\nwant\n%s", got, test.want)
			}
		})
	}
}

func TestTotals(t *testing.T) {
	site, _ := load.Site(fstest.MapFS{
		"config.toml":                     {Data: []byte(files["config.toml"])},
		"content/vocabulary.toml":         {Data: []byte(files["content/vocabulary.toml"])},
		"content/charts/a.toml":           {Data: []byte("[c]\nkind = \"stacked\"\ncount = \"projects\"\nby = \"level\"\nsplit = \"status\"\n")},
		"content/projects/a/project.toml": {Data: []byte(files["content/projects/a/project.toml"])},
		"content/projects/b/project.toml": {Data: []byte(files["content/projects/b/project.toml"])},
	})
	c, _ := site.Charts.Get("c")
	table := tabulate.Chart(site, c)
	if row, all := value(table.RowTotals[1]), value(table.Total); !table.Parts() || row != "1" || all != "2" {
		t.Errorf("parts %v, second row %s, all %s", table.Parts(), row, all)
	}
}
