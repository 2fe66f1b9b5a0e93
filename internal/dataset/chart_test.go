package dataset_test

import (
	"cmp"
	"encoding/csv"
	"encoding/json"
	"maps"
	"slices"
	"strings"
	"testing"

	"gongshi/internal/dataset"
	"gongshi/internal/locale"
	"gongshi/internal/report"
	"gongshi/internal/tabulate"
)

// charts are of each sort of table that has more to it than its values.
const charts = `
[by-area]
kind = "column"
title = { zh = "按地区", en = "By area" }
metrics = ["lights"]
by = "area"

[course]
kind = "line"
title = { zh = "逐期", en = "Over time" }
metrics = ["lights"]

[progress]
kind = "progress"
title = { zh = "进度", en = "Progress" }
metrics = ["lights", "done"]

[share]
kind = "donut"
title = { zh = "完成", en = "Completion" }
metrics = ["rate"]
rest = { zh = "未完成", en = "Not completed" }
`

// chart reads the site of the other tests, with an area whose id is that of a word
// of the interface, and a chart of it. A name is what it is for machines or, where
// an editor wrote one, that.
func chart(t *testing.T, id string) dataset.Chart {
	t.Helper()
	all := maps.Clone(files)
	all["content/charts/a.toml"] = charts
	all["content/vocabulary.toml"] += "[area.rest]\nname = { zh = \"西街道\", en = \"West\" }\n"
	edit := strings.NewReplacer(
		`{ missing = true }`, `20`,
		`{ east = 49 }`, "{ east = 41, rest = 5 }\nrest.area = { zh = \"其余未公布\", en = \"The rest is not known\" }",
		`values."2024-11-25" = 42`, "values.\"2024-06-30\" = 10\nvalues.\"2024-11-25\" = 42\ntarget.\"2025-06-30\" = 49",
	)
	all["content/metrics/a.toml"] = edit.Replace(all["content/metrics/a.toml"])
	s := loaded(t, all)
	c, _ := s.Charts.Get(id)
	head := func(l *locale.Language, h tabulate.Head) string {
		switch {
		case h.Term != nil:
			return h.Term.Name.String(l)
		case h.Metric != nil:
			return h.Metric.Name.String(l)
		}
		return "word " + h.Word
	}
	return dataset.Chart{Site: s, Chart: c, Table: tabulate.Chart(s, c), Head: head}
}

// columns returns some columns of a chart's CSV, a line for each value.
func columns(t *testing.T, c dataset.Chart, names ...string) []string {
	t.Helper()
	data, err := dataset.ChartCSV(c)
	if err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(strings.NewReader(string(data))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for _, row := range rows[1:] {
		var cells []string
		for _, name := range names {
			i := slices.Index(rows[0], name)
			if i < 0 {
				t.Fatalf("no column %q in %q", name, rows[0])
			}
			cells = append(cells, row[i])
		}
		lines = append(lines, strings.Join(cells, " "))
	}
	return lines
}

// TestChartRowsKeepTheirNames holds that an area may have the id of anything.
func TestChartRowsKeepTheirNames(t *testing.T) {
	got := columns(t, chart(t, "by-area"), "row_en", "value")
	if want := []string{"East 41", "West 5", "word rest 3"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestChartTargets(t *testing.T) {
	for id, want := range map[string]struct{ csv, json []string }{
		"progress": {
			[]string{"lights 49 60 2024-12-31", "done 42 49 2025-06-30"},
			[]string{`{"by":"2024-12-31","row":"lights","value":60}`, `{"by":"2025-06-30","row":"done","value":49}`},
		},
		"course": {
			[]string{"2024-06-30 20 60 2024-12-31", "2024-11-25 49 60 2024-12-31"},
			[]string{`{"by":"2024-12-31","column":"lights","value":60}`},
		},
		"by-area": {[]string{"east 41  ", "rest 5  ", "_rest 3  "}, nil},
	} {
		c := chart(t, id)
		if got := columns(t, c, "row", "value", "target", "target_by"); !slices.Equal(slices.Sorted(slices.Values(got)), slices.Sorted(slices.Values(want.csv))) {
			t.Errorf("%s: CSV %q, want %q", id, got, want.csv)
		}
		var got []string
		list, _ := chartJSON(t, c)["targets"].([]any)
		for _, target := range list {
			line, _ := json.Marshal(target)
			got = append(got, string(line))
		}
		if slices.Sort(got); !slices.Equal(got, slices.Sorted(slices.Values(want.json))) {
			t.Errorf("%s: JSON %q, want %q", id, got, want.json)
		}
	}
}

// TestLowerIsBetter holds that a target which must not be exceeded says so.
func TestLowerIsBetter(t *testing.T) {
	for _, id := range []string{"progress", "course"} {
		c := chart(t, id)
		m, _ := c.Site.Metrics.Get("lights")
		m.LowerIsBetter = true
		lower := map[any]any{} // by row or column
		list, _ := chartJSON(t, c)["targets"].([]any)
		for _, entry := range list {
			target, _ := entry.(map[string]any)
			lower[cmp.Or(target["row"], target["column"])] = target["lower_is_better"]
		}
		if lower["lights"] != true || lower["done"] != nil {
			t.Errorf("%s: %v", id, lower)
		}
		data, err := dataset.JSON(c.Site, []*report.Metric{m}, func(*locale.Language, string) string { return "" })
		if want := `"lower_is_better": true`; err != nil || strings.Count(string(data), want) != 1 {
			t.Errorf("the data lacks %s: %s (%v)", want, data, err)
		}
	}
}

// TestChartRate holds that the rate within a donut is in its data, as it is printed.
func TestChartRate(t *testing.T) {
	got, _ := json.Marshal(chartJSON(t, chart(t, "share"))["rate"])
	const want = `{"as_of":"2024-11-25","bound":"exact","denominator":49,"metric":"rate","numerator":42,"source":"notice","status":"revised",` +
		`"text":{"en":"85.7%","zh":"85.7%"},"unit":{"en":"%","zh":"%"},"value":85.7}`
	if string(got) != want {
		t.Errorf("got %s\nwant %s", got, want)
	}
	if rate, ok := chartJSON(t, chart(t, "by-area"))["rate"]; ok {
		t.Errorf("a chart of no rate has %v", rate)
	}
}

func chartJSON(t *testing.T, c dataset.Chart) map[string]any {
	t.Helper()
	data, err := dataset.ChartJSON(c)
	if err != nil {
		t.Fatal(err)
	}
	var out map[string]any
	if err := json.Unmarshal(data, &out); err != nil {
		t.Fatal(err)
	}
	return out
}
