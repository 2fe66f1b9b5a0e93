package report_test

import (
	"slices"
	"testing"
	"testing/fstest"

	"gongshi/internal/load"
	"gongshi/internal/locale"
	"gongshi/internal/report"
)

// rolled is a site of metrics that projects make up.
func rolled(t *testing.T, projects map[string]string) *report.Site {
	t.Helper()
	files := fstest.MapFS{
		"config.toml":          {Data: []byte("languages = [\"zh\", \"en\"]\n")},
		"content/sources.toml": {Data: []byte("[notice]\ndate = 2024-11-25\n[report]\ndate = 2025-06-30\n")},
		"content/metrics/a.toml": {Data: []byte(`[sum]
kind = "count"
roll_up = "sum"
source = "notice"
[heads]
kind = "count"
roll_up = "count"
source = "notice"
[all]
kind = "count"
source = "notice"
values."2024-11-25" = 100
values."2025-06-30" = { value = 120, source = "report" }
[typed]
kind = "count"
source = "notice"
values."2024-11-25" = 50
values."2025-06-30" = { value = 90, source = "report" }
corrections."2025-07-01" = { as_of = 2024-11-25, was = 51, kind = "revision" }
[rate]
kind = "ratio"
source = "notice"
of = ["typed", "all"]
reported."2024-11-25" = "50%"
reported."2025-03-31" = "60.00%"
`)},
	}
	for slug, facts := range projects {
		files["content/projects/"+slug+"/project.toml"] = &fstest.MapFile{Data: []byte("source = \"notice\"\n" + facts)}
	}
	s, problems := load.Site(files)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	return s
}

// TestRollUp holds that what is missing from a roll-up is not taken for zero, and
// that a roll-up is as sure, and as new, as what it is made of.
func TestRollUp(t *testing.T) {
	const count, zero = "[counts]\nsum = 17\nheads = 1\n", "[counts]\nsum = 0\nheads = 0\n"
	delivered := func(value string) string { return "[deliver.sum]\ntarget = 90\n" + value }
	tests := []struct {
		name      string
		projects  map[string]string
		sum, head string
		status    report.DataStatus
		source    string
	}{
		{"nothing is said", nil, "missing as of 2025-06-30", "missing as of 2025-06-30", "", "notice"},
		{"sum", map[string]string{"a": count, "b": count}, "34 as of 2024-11-25", "2 as of 2024-11-25", "", "notice"},
		{"a project that contributes nothing is not counted", map[string]string{"a": count, "b": zero}, "17 as of 2024-11-25", "1 as of 2024-11-25", "", "notice"},
		{"a promise without a result", map[string]string{"a": count, "b": delivered("")}, "at-least 17 as of 2024-11-25", "1 as of 2024-11-25", "", "notice"},
		{"a newest result that is missing", map[string]string{"a": count, "b": delivered("values.\"2024-06-30\" = 12\nvalues.\"2024-09-30\" = { missing = true }\n")}, "at-least 17 as of 2024-11-25", "1 as of 2024-11-25", "", "notice"},
		{"nothing but promises", map[string]string{"b": delivered("")}, "missing as of 2025-06-30", "missing as of 2025-06-30", "", "notice"},
		{"nothing but a zero and a promise", map[string]string{"a": zero, "b": delivered("")}, "missing as of 2024-11-25", "0 as of 2024-11-25", "", "notice"},
		{"a provisional part", map[string]string{"a": count, "b": delivered("values.\"2024-09-30\" = { value = 12, status = \"provisional\" }\n")}, "29 as of 2024-11-25", "1 as of 2024-11-25", report.Provisional, "notice"},
		{"a part from a newer source", map[string]string{"a": count, "b": delivered("values.\"2025-05-31\" = { value = 12, source = \"report\" }\n"), "c": count}, "46 as of 2025-05-31", "2 as of 2024-11-25", "", "report"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := rolled(t, tt.projects)
			for id, want := range map[string]string{"sum": tt.sum, "heads": tt.head} {
				m, _ := s.Metrics.Get(id)
				o, _ := s.Latest(m)
				if got := written(o); got != want {
					t.Errorf("%s is %s, want %s", id, got, want)
				}
				if id == "sum" && (o.Status != tt.status || o.Source.ID != tt.source) {
					t.Errorf("%s is %q from %q, want %q from %q", id, o.Status, o.Source.ID, tt.status, tt.source)
				}
			}
		})
	}
}

// written says a value for a test to compare.
func written(o report.Observation) string {
	text := o.Value.Number.String()
	switch {
	case o.Value.Missing:
		text = "missing"
	case o.Value.Bound != locale.Exact:
		text = string(o.Value.Bound) + " " + text
	}
	return text + " as of " + o.AsOf.String()
}

// TestOwn holds that a project's result has its own date and source.
func TestOwn(t *testing.T) {
	s := rolled(t, map[string]string{
		"a": "[counts]\nsum = 17\n",
		"b": "[deliver.sum]\ntarget = 90\nvalues.\"2025-05-31\" = { value = 12, source = \"report\", status = \"provisional\" }\n",
	})
	for slug, want := range map[string]string{"a": "17 as of 2024-11-25 notice ", "b": "12 as of 2025-05-31 report provisional"} {
		p, _ := s.Projects.Get(slug)
		c, _ := p.Contribution("sum")
		o := s.Own(p, c)
		if got := written(o) + " " + o.Source.ID + " " + string(o.Status); got != want {
			t.Errorf("%s contributes %s, want %s", slug, got, want)
		}
	}
}

// TestCorrectionOfATotalIsNotOfItsParts holds that a project's own result is not
// marked when the metric's value of the same date was changed.
func TestCorrectionOfATotalIsNotOfItsParts(t *testing.T) {
	s := rolled(t, map[string]string{"a": "[counts]\ntyped = 17\n"})
	typed, _ := s.Metrics.Get("typed")
	p, _ := s.Projects.Get("a")
	c, _ := p.Contribution("typed")
	if total, own := s.Series(typed)[0], s.Own(p, c); total.Status != report.Revised || own.Status != report.Final {
		t.Errorf("total is %q, part is %q; want revised, final", total.Status, own.Status)
	}
}

// TestStatus holds that a value which a correction changed says so, and that one
// which may still change is not taken for settled.
func TestStatus(t *testing.T) {
	s := rolled(t, nil)
	m := &report.Metric{Kind: report.Count, Values: []report.Observation{
		{AsOf: locale.Date{Year: 2024, Month: 3, Day: 31}},
		{AsOf: locale.Date{Year: 2024, Month: 6, Day: 30}, Status: report.Provisional},
		{AsOf: locale.Date{Year: 2024, Month: 9, Day: 30}, Status: report.Provisional},
		{AsOf: locale.Date{Year: 2024, Month: 11, Day: 25}},
	}}
	for _, o := range m.Values[:2] {
		m.Corrections = append(m.Corrections, report.Correction{AsOf: report.Day{Date: o.AsOf}})
	}
	var got []report.DataStatus
	for _, o := range s.Series(m) {
		got = append(got, o.Status)
	}
	if want := []report.DataStatus{report.Revised, report.Provisional, report.Provisional, report.Final}; !slices.Equal(got, want) {
		t.Errorf("values are %q, want %q", got, want)
	}
}

// TestRatio holds that a rate comes from the newer source of its parts, is no surer
// than they are, and shows the digits that its source shows at that date.
func TestRatio(t *testing.T) {
	s := rolled(t, nil)
	rate, _ := s.Metrics.Get("rate")
	zh, _ := locale.Lookup("zh")
	var got []string
	for _, o := range s.Series(rate) {
		got = append(got, rate.Print(zh, o.Value).Text+" "+o.Source.ID+" "+string(o.Status))
	}
	want := []string{"50% notice revised", "75.00% report "}
	if len(got) != 2 || got[0] != want[0] || got[1] != want[1] {
		t.Errorf("rates are %q, want %q", got, want)
	}
}

// TestNewestBy holds that what came later is not looked at.
func TestNewestBy(t *testing.T) {
	s := rolled(t, nil)
	all, _ := s.Metrics.Get("all")
	for date, want := range map[string]string{"2024-11-24": "", "2024-11-25": "100", "2025-06-29": "100", "2025-06-30": "120", "2026-01-01": "120"} {
		d, _ := locale.ParseDate(date)
		got := ""
		if o, ok := s.NewestBy(all, d); ok {
			got = o.Value.Number.String()
		}
		if got != want {
			t.Errorf("newest by %s is %q, want %q", date, got, want)
		}
	}
}
