package gongshi_test

import (
	"context"
	"encoding/csv"
	"encoding/json"
	"io/fs"
	"path"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/net/html"

	"gongshi/internal/build"
	"gongshi/internal/locale"
	"gongshi/internal/render"
	"gongshi/internal/report"
	"gongshi/sites"
)

// printed is a figure as a page has it: the machine's value and the reader's text.
type printed struct{ machine, text string }

// TestFiguresEqualTheModel takes every page in every language, the drawings, the
// tables, the CSV and the JSON, and compares each figure with the model: on the
// repository's own site, and on the sample, which has every kind of value.
func TestFiguresEqualTheModel(t *testing.T) {
	for _, test := range []struct {
		name  string
		fsys  fs.FS
		least int // figures that there must be
	}{{"own site", own(t), 200}, {"sample", sites.Sample(), 2000}} {
		t.Run(test.name, func(t *testing.T) {
			if seen := compareSite(t, test.fsys); seen < test.least {
				t.Errorf("only %d figures were found", seen)
			} else {
				t.Logf("%d figures compared", seen)
			}
		})
	}
}

// compareSite returns how many figures a site has.
func compareSite(t *testing.T, fsys fs.FS) (seen int) {
	t.Helper()
	site, problems := build.Load(fsys)
	if problems.Blocks(false) {
		t.Fatal(problems)
	}
	r, _, err := build.Prepare(context.Background(), fsys, site, build.Options{Cache: cacheDir(t)})
	if err != nil {
		t.Fatal(err)
	}
	for out, err := range r.Outputs() {
		if err != nil {
			t.Fatal(err)
		}
		if path.Ext(out.Path) == ".html" {
			seen += comparePage(t, site, out)
		}
	}
	return seen + compareCSV(t, site, r) + compareJSON(t, site, r)
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
		case n.Data == "text" && attribute(n, "font-weight") == "bold" && strings.ContainsFunc(text(n), unicode.IsDigit):
			seen++
			if s := text(n); !texts[s] && !inProgress(n) && !brokenLine(texts, n) {
				t.Errorf("%s draws %q, which is no figure of the model", out.Path, s)
			}
		}
	}
	return seen
}

// inProgress reports whether a text is in a chart of progress, whose labels go on
// with how far a value has come; its table has the figures alone.
func inProgress(n *html.Node) bool {
	for p := range n.Ancestors() {
		if p.Data == "figure" {
			return strings.Contains(attribute(p, "class"), "progress")
		}
	}
	return true // a list of charts, each of which has a page
}

// brokenLine reports whether a text is the first line of a label that goes on in the
// next one.
func brokenLine(texts map[string]bool, n *html.Node) bool {
	next := n.NextSibling
	return next != nil && next.Data == "text" && (texts[text(n)+text(next)] || texts[text(n)+" "+text(next)])
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
		addMetric(site, m, func(v report.Value) { add(m, v) })
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
		for _, d := range p.Deliver {
			m, _ := site.Metrics.Get(d.Metric.ID)
			add(m, report.Value{Number: d.Target})
			for _, o := range d.Values {
				add(m, o.Value)
			}
		}
	}
	for n := range site.Projects.Len() + 1 { // projects, counted; package tabulate's tests say how many
		number := locale.Int(int64(n))
		known[printed{number.String(), l.Number(number)}], texts[l.Number(number)] = true, true
	}
	return known, texts
}

// addMetric adds what is stated of a metric: its values, targets, parts and what
// these leave over, and what it was before a correction.
func addMetric(site *report.Site, m *report.Metric, add func(report.Value)) {
	for _, o := range site.Series(m) {
		add(o.Value)
	}
	for _, b := range m.By {
		for _, part := range b.Parts {
			add(report.Value{Number: part.Number})
		}
		total, _ := site.ValueAt(m, b.AsOf)
		add(report.Value{Number: total.Value.Number.Sub(b.Sum()), Bound: total.Value.Bound})
	}
	for _, target := range m.Targets {
		add(m.TargetValue(target))
	}
	if m.Kind == report.Ratio {
		return // nothing else of it is typed
	}
	for _, c := range m.Corrections {
		add(report.Value{Number: c.Was, Bound: c.Bound})
	}
	if tally := site.Tally(m); len(tally.Projects) > 0 {
		add(report.Value{Number: tally.Sum})
	}
}

// expected lists the values of a site as data files have them, by metric and date.
func expected(site *report.Site) map[string]string {
	want := map[string]string{}
	for m := range site.Metrics.All() {
		for _, o := range site.Series(m) {
			value := o.Value.Number.String()
			if o.Value.Missing {
				value = ""
			} else if m.Kind == report.Ratio {
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
