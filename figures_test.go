package gongshi_test

import (
	"context"
	"encoding/csv"
	"encoding/json"
	"path"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/net/html"

	"gongshi/internal/build"
	"gongshi/internal/locale"
	"gongshi/internal/render"
	"gongshi/internal/report"
)

// printed is a figure as a page has it: the machine's value and the reader's text.
type printed struct{ machine, text string }

// TestFiguresEqualTheModel takes every page in every language, the drawings, the
// tables, the CSV and the JSON, and compares each figure with the model.
func TestFiguresEqualTheModel(t *testing.T) {
	fsys := own(t)
	site, problems := build.Load(fsys)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	r, _, err := build.Prepare(context.Background(), fsys, site, build.Options{Cache: cacheDir(t)})
	if err != nil {
		t.Fatal(err)
	}
	seen := 0
	for out, err := range r.Outputs() {
		if err != nil {
			t.Fatal(err)
		}
		if path.Ext(out.Path) == ".html" {
			seen += comparePage(t, site, out)
		}
	}
	seen += compareCSV(t, site, r)
	seen += compareJSON(t, site, r)
	t.Logf("%d figures compared", seen)
	if seen < 200 {
		t.Errorf("only %d figures were found", seen)
	}
}

// comparePage returns how many figures a page has.
func comparePage(t *testing.T, site *report.Site, out render.Output) (seen int) {
	t.Helper()
	doc, err := html.Parse(strings.NewReader(string(out.Data)))
	if err != nil {
		t.Fatal(err)
	}
	lang := languageOf(site, doc)
	known, texts := model(site, lang)
	for n := range doc.Descendants() {
		switch {
		case n.Type != html.ElementNode:
		case n.Data == "data":
			seen++
			if p := (printed{attribute(n, "value"), text(n)}); !known[p] {
				t.Errorf("%s shows %q for %q, which is no figure of the model", out.Path, p.text, p.machine)
			}
		case n.Data == "text" && strings.ContainsFunc(text(n), unicode.IsDigit):
			seen++
			if s := text(n); !texts[s] {
				t.Errorf("%s draws %q, which is no figure of the model", out.Path, s)
			}
		}
	}
	return seen
}

func languageOf(site *report.Site, doc *html.Node) *locale.Language {
	for n := range doc.Descendants() {
		if n.Type == html.ElementNode && n.Data == "html" {
			for _, l := range site.Languages {
				if l.Tag == attribute(n, "lang") {
					return l
				}
			}
		}
	}
	return site.Languages[0]
}

func attribute(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func text(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return b.String()
}

// model lists every form in which a page may print a figure.
func model(site *report.Site, l *locale.Language) (known map[printed]bool, texts map[string]bool) {
	known, texts = map[printed]bool{}, map[string]bool{}
	add := func(m *report.Metric, v report.Value) {
		p := m.Print(l, v)
		for _, s := range []string{p.Number, p.Text, l.WithUnit(p.Number, p.Unit)} {
			known[printed{p.Machine, s}] = true
			texts[s] = true
		}
	}
	for m := range site.Metrics.All() {
		for _, o := range site.Series(m) {
			add(m, o.Value)
		}
		if _, whole, ok := site.Parts(m); ok { // what a donut leaves over
			for _, o := range site.Series(m) {
				add(whole, report.Value{Number: o.Value.Share.Whole.Sub(o.Value.Share.Part)})
			}
		}
	}
	for p := range site.Projects.All() {
		for _, c := range p.Contributions() {
			if m, ok := site.Metrics.Get(c.Metric.ID); ok {
				add(m, report.Value{Number: c.Number})
			}
		}
	}
	return known, texts
}

// expected lists the values of a site as data files have them, by metric and date.
func expected(site *report.Site) map[string]string {
	want := map[string]string{}
	for m := range site.Metrics.All() {
		for _, o := range site.Series(m) {
			value := o.Value.Number.String()
			if m.Kind == report.Ratio {
				value = o.Value.Share.Percent(o.Value.Digits).String()
			}
			want[m.ID+" "+o.AsOf.String()] = value
		}
	}
	return want
}

func output(t *testing.T, r *render.Renderer, path string) string {
	t.Helper()
	out, err := r.Output(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(out.Data)
}

func compareCSV(t *testing.T, site *report.Site, r *render.Renderer) (seen int) {
	t.Helper()
	rows, err := csv.NewReader(strings.NewReader(output(t, r, "data/metrics.csv"))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	want := expected(site)
	for _, row := range rows[1:] {
		seen++
		if key := row[0] + " " + row[2]; want[key] != row[3] {
			t.Errorf("CSV has %s for %s, the model %s", row[3], key, want[key])
		}
	}
	if seen != len(want) {
		t.Errorf("CSV has %d values, the model %d", seen, len(want))
	}
	return seen
}

func compareJSON(t *testing.T, site *report.Site, r *render.Renderer) (seen int) {
	t.Helper()
	var data struct {
		Metrics []struct {
			ID     string
			Values []struct {
				AsOf  string `json:"as_of"`
				Value json.Number
				Text  map[string]string
			}
		}
	}
	if err := json.Unmarshal([]byte(output(t, r, "data/metrics.json")), &data); err != nil {
		t.Fatal(err)
	}
	want := expected(site)
	for _, m := range data.Metrics {
		for _, v := range m.Values {
			seen++
			if key := m.ID + " " + v.AsOf; want[key] != v.Value.String() {
				t.Errorf("JSON has %s for %s, the model %s", v.Value, key, want[key])
			}
			metric, _ := site.Metrics.Get(m.ID)
			date, _ := locale.ParseDate(v.AsOf)
			o, _ := site.ValueAt(metric, date)
			for _, l := range site.Languages {
				if got, want := v.Text[l.Code], metric.Print(l, o.Value).Text; got != want {
					t.Errorf("JSON says %q of %s, the model %q", got, m.ID, want)
				}
			}
		}
	}
	return seen
}
