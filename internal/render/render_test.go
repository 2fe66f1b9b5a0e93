package render

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"html/template"
	"io/fs"
	"maps"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/jba/templatecheck"

	"gongshi/internal/chart"
	"gongshi/internal/dataset"
	"gongshi/internal/diag"
	"gongshi/internal/facet"
	"gongshi/internal/gov"
	"gongshi/internal/locale"
	"gongshi/internal/look"
	"gongshi/internal/markdown"
	"gongshi/internal/report"
	"gongshi/internal/route"
	"gongshi/internal/view"
	"gongshi/templates"
)

// both makes a text in both languages.
func both(zh, en string) report.Text {
	return report.Text{Pos: diag.Pos{File: "x", Line: 1}, In: map[string]string{"zh": zh, "en": en}}
}

func page(t *testing.T, path, zh, en string) *report.Page {
	t.Helper()
	p := &report.Page{Path: path, In: map[string]*report.Writing{}}
	for lang, source := range map[string]string{"zh": zh, "en": en} {
		title, body, _ := strings.Cut(source, "\n")
		doc, problems := markdown.Parse("x.md", []byte(body))
		line, more := markdown.ParseLine(diag.Pos{}, title)
		if problems.Append(more); len(problems) > 0 {
			t.Fatal(problems)
		}
		p.In[lang] = &report.Writing{Title: line, Body: doc}
	}
	return p
}

// site makes a small site by hand, as package load would.
func site(t *testing.T) *report.Site {
	t.Helper()
	zh, _ := locale.Lookup("zh")
	en, _ := locale.Lookup("en")
	date := locale.Date{Year: 2024, Month: 11, Day: 25}
	s := &report.Site{
		Config: report.Config{
			Title: both("示例区", "Sample District"), BaseURL: "https://sample.example/base/", Languages: []*locale.Language{zh, en},
			Home: report.Home{Headline: report.Ref{ID: "rate"}, Tiles: []report.Ref{{ID: "lights"}, {ID: "ideas"}}},
		},
		Vocabulary: map[report.TermKind]*report.Index[*report.Term]{},
		Sources:    &report.Index[*report.Source]{}, Metrics: &report.Index[*report.Metric]{}, Charts: &report.Index[*report.Chart]{},
		Projects: &report.Index[*report.Project]{}, Pages: &report.Index[*report.Page]{}, Files: &report.Index[*report.File]{},
		Updates: &report.Index[*report.Update]{},
	}
	for _, k := range report.TermKinds {
		s.Vocabulary[k] = &report.Index[*report.Term]{}
	}
	s.Vocabulary[report.StatusTerm].Add("completed", &report.Term{ID: "completed", Name: both("已完成", "Completed")})
	s.Vocabulary[report.Area].Add("east", &report.Term{ID: "east", Name: both("东街道", "East Subdistrict")})
	s.Vocabulary[report.Area].Add("lane", &report.Term{ID: "lane", Name: both("巷社区", "Lane Community"), Parent: report.Ref{ID: "east"}})
	s.Sources.Add("notice", &report.Source{ID: "notice", Title: both("通报", "Notice"), Publisher: both("示例区", "Sample District"), Date: report.Day{Date: date}})
	metric := func(id, zh, en, unit, one, other string, value int64, bound locale.Bound) {
		s.Metrics.Add(id, &report.Metric{
			ID: id, Kind: report.Count, Name: both(zh, en), Definition: both("=定义", "=definition"), Source: report.Ref{ID: "notice"},
			Unit:   report.Unit{In: map[string]map[locale.Plural]string{"zh": {"other": unit}, "en": {"one": one, "other": other}}},
			Values: []report.Observation{{AsOf: date, Value: report.Value{Number: locale.Int(value), Bound: bound}, Source: report.Ref{ID: "notice"}}},
		})
	}
	metric("lights", "路灯", "Street lights", "盏", "light", "lights", 156, "")
	metric("ideas", "建议", "Suggestions", "条", "suggestion", "suggestions", 300, locale.AtLeast)
	metric("led", "项目", "Projects", "个", "project", "projects", 49, "")
	metric("done", "已完成项目", "Projects completed", "个", "project", "projects", 42, "")
	s.Metrics.Add("rate", &report.Metric{
		ID: "rate", Kind: report.Ratio, Name: both("完成率", "Completion rate"), Definition: both("比例", "Share"),
		Source: report.Ref{ID: "notice"}, Of: []report.Ref{{ID: "done"}, {ID: "led"}},
	})
	s.Charts.Add("bars", &report.Chart{ID: "bars", Kind: report.Bar, Title: both("数量", "Numbers"), Metrics: []report.Ref{{ID: "led"}, {ID: "lights"}}})
	s.Charts.Add("share", &report.Chart{ID: "share", Kind: report.Donut, Title: both("完成", "Completion"), Metrics: []report.Ref{{ID: "rate"}}, Rest: both("未完成", "Not completed")})

	s.Pages.Add("/", page(t, "/", "{{led value}}个项目\n换了{{lights}}，收到{{ideas}}。\n\n{{chart bars}}\n\n{{chart share}}", "{{led value}} projects\nThere are {{lights}} and {{ideas}}, as at {{lights as-of}}.\n\n{{chart bars}}\n\n{{chart share}}"))
	s.Pages.Add("/about/", page(t, "/about/", "说明 <b>\n[首页](/) [文件](plan.pdf) [灯](/metrics/lights/) [站外](https://example.org/?a=1&b=2)\n\n## 一 {#a}\n\n## 二\n\n## 三", "About\n[Home](/)"))
	lane := page(t, "/projects/lane/", "小巷{{this.lights}}\n装了{{this.lights}}，见[说明](../../about/#a)。", "Lane\n{{this.lights value}} of {{lights}}")
	p := &report.Project{
		Slug: "lane", Page: lane, Status: report.Ref{ID: "completed"}, Area: report.Ref{ID: "lane"}, Source: report.Ref{ID: "notice"},
		Lead: both("书记", "Secretary"), Counts: []report.Contribution{{Metric: report.Ref{ID: "lights"}, Number: locale.Int(17)}},
	}
	lane.Project = p
	s.Projects.Add("lane", p)
	s.Pages.Add(lane.Path, lane)
	s.Files.Add("/about/plan.pdf", &report.File{Path: "/about/plan.pdf", Name: "content/about/plan.pdf"})
	s.AddUp()
	return s
}

// draw stands in for package chart: a drawing says what was to be drawn.
func draw(_ context.Context, specs []chart.Spec) ([]chart.Drawing, error) {
	out := make([]chart.Drawing, len(specs))
	for i, s := range specs {
		said := template.HTMLEscapeString(s.Title + ": " + s.Description + " " + s.Centre)
		drawing := func(id string) []byte {
			return fmt.Appendf(nil, `<svg aria-labelledby="%s-t"><title id="%[1]s-t">%s</title><pattern id="%[1]s-dots"/><path fill="url(#%[1]s-dots)"/></svg>`, id, said)
		}
		out[i] = chart.Drawing{Wide: drawing(s.ID + "-w"), Narrow: drawing(s.ID + "-n")}
	}
	return out, nil
}

// renderer renders a site, whose projects it has sorted as package load does.
func renderer(t *testing.T, s *report.Site, files fs.FS) *Renderer {
	t.Helper()
	facets := facet.Sort(s)
	s.Sorted = facets.Addresses()
	r, problems, err := New(context.Background(), s, Options{Templates: files, Draw: draw})
	if err != nil || len(problems) > 0 {
		t.Fatalf("error %v, problems %v", err, problems)
	}
	return r
}

func get(t *testing.T, r *Renderer, path string) string {
	t.Helper()
	out, err := r.Output(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(out.Data)
}

// TestPages holds what stands on which page.
func TestPages(t *testing.T) {
	r := renderer(t, site(t), templates.FS)
	tests := []struct {
		path string
		want []string
	}{
		{"index.html", []string{
			`<html lang="zh-Hans">`, `49</data></a>个项目</h1>`, ">156盏</data>", ">300余条</data>", `>85.7%</`, "49个项目中已完成42个",
			`<link rel="canonical" href="https://sample.example/base/">`,
			`<link rel="alternate" hreflang="en" href="https://sample.example/base/en/">`,
			`<link rel="alternate" hreflang="x-default" href="https://sample.example/base/">`,
			">数量: 路灯：156盏；项目：49个。 </title>", ">完成: 已完成项目：42个；未完成：7个；合计49个；完成率：85.7%。 85.7%</title>",
		}},
		{"en/index.html", []string{
			`<html lang="en">`, ">156 lights</data>", ">more than 300 suggestions</data>", "42 of 49 projects completed", "300&#43;",
			`<time datetime="2024-11-25">25 November 2024</time>`, `href="/base/en/metrics/lights/"`,
			`<link rel="canonical" href="https://sample.example/base/en/">`,
		}},
		{"projects/lane/index.html", []string{">17盏</data></a>，见", "东街道巷社区", "占全部156盏的10.9%", `href="/base/about/#a"`, "未公布", "<title>小巷17盏 – 示例区</title>"}},
		{"en/projects/lane/index.html", []string{">17</data></a> of ", "Lane Community, East Subdistrict", "10.9% of 156 lights"}},
		{"about/index.html", []string{`<h1>说明 &lt;b&gt;</h1>`, `href="/base/about/plan.pdf"`, `href="/base/metrics/lights/"`, `href="https://example.org/?a=1&amp;b=2"`, `href="#a"`}},
		{"metrics/ideas/index.html", []string{"这是下限", "只公布了合计数"}},
		{"en/metrics/lights/index.html", []string{"Of 156 lights in all, 17 lights belong to the projects on this site", `href="/base/en/#chart-bars"`, `href="/base/data/metrics/lights.csv"`}},
		{"en/metrics/rate/index.html", []string{"85.7%", "42 / 49", `value="0.857"`, "Projects completed"}},
		{"en/data/index.html", []string{
			"Everything that this site publishes", "No licence has been stated.", "Sample District, data as at 25 November 2024, https://sample.example/base/en/data/",
			`<a href="/base/data/report.xlsx" type="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" download>`, `<a href="/base/data/projects.csv" type="text/csv" download>projects.csv</a> <small>CSV, 1 row, `,
			`<code>area</code> <code>area_zh</code> <code>area_en</code> </th>`, `; see <a href="#table-vocabulary">Vocabulary</a>`, `: <code>ahead</code>, <code>on-time</code>, <code>behind</code>`, "<code>/base/data/projects/….json</code>",
		}},
		{"projects/lane/index.html", []string{`href="/base/data/projects/lane.json"`}},
		{"data/projects/lane.json", []string{`"zh": "小巷17盏"`, `"en": "https://sample.example/base/en/projects/lane/"`}},
		{"404.html", []string{"没有找到", `lang="en"`, `href="/base/en/"`}},
		{"robots.txt", []string{"Sitemap: https://sample.example/base/sitemap.xml"}},
	}
	for _, tt := range tests {
		got := get(t, r, tt.path)
		for _, want := range tt.want {
			if !strings.Contains(got, want) {
				t.Errorf("%s lacks %s", tt.path, want)
			}
		}
	}
}

// TestDataPage holds that the page about the data leads to every file, and that an
// editor may write its text.
func TestDataPage(t *testing.T) {
	s := site(t)
	s.Pages.Add(report.DataPath, page(t, report.DataPath, "公开数据\n先读[说明](/about/)。", "Open data\nRead [this](/about/)."))
	s.Licence = report.Licence{Pos: diag.Pos{File: "x", Line: 1}, Name: both("署名", "Attribution"), URL: "https://licence.example/by/"}
	r := renderer(t, s, templates.FS)
	got := get(t, r, "en/data/index.html")
	for _, want := range []string{"<h1>Open data</h1>", `Read <a href="/base/en/about/">this</a>.`, `<a href="https://licence.example/by/" rel="license">Attribution</a>`} {
		if !strings.Contains(got, want) {
			t.Errorf("lacks %s", want)
		}
	}
	for _, address := range route.DataFiles() {
		file := get(t, r, strings.TrimPrefix(address, "/"))
		if len(file) == 0 || !strings.Contains(got, `href="/base`+address+`"`) {
			t.Errorf("%s has %d bytes, or is not linked", address, len(file))
		}
	}
}

// TestNoLinkWithinALink holds that a title with a figure, and a link around one,
// do not become a link within a link.
func TestNoLinkWithinALink(t *testing.T) {
	s := site(t)
	s.Pages.Add("/nested/", page(t, "/nested/", "嵌套\n[共{{lights}}](/about/)", "Nested\n[all {{lights}}](/about/)"))
	r := renderer(t, s, templates.FS)
	for out, err := range r.Outputs() {
		if err != nil {
			t.Fatal(err)
		}
		open := 0
		for _, tag := range regexp.MustCompile(`<a\b|</a>`).FindAllString(string(out.Data), -1) {
			if tag == "</a>" {
				open--
			} else if open++; open > 1 {
				t.Errorf("%s has a link within a link", out.Path)
			}
		}
	}
}

// TestNoOutputHasWhatACSPForbids holds that no page needs a looser content
// policy.
// TestIDsAreUnique holds that nothing on a page has the id of something else there,
// also where a chart stands on the list of charts, and that each is found that is
// asked for.
func TestIDsAreUnique(t *testing.T) {
	s := site(t)
	s.Pages.Add(report.ChartsPath, page(t, report.ChartsPath, "图表\n{{chart bars}}", "Charts\n{{chart bars}}"))
	ids, wanted := regexp.MustCompile(` id="([^"]*)"`), regexp.MustCompile(`aria-(?:labelled|described)by="([^"]*)"|"url\(#([^)]*)\)"`)
	r := renderer(t, s, templates.FS)
	for out, err := range r.Outputs() {
		if err != nil {
			t.Fatal(err)
		}
		if path.Ext(out.Path) != ".html" {
			continue
		}
		seen := map[string]bool{}
		for _, m := range ids.FindAllStringSubmatch(string(out.Data), -1) {
			if seen[m[1]] {
				t.Errorf("%s: the id %q is there twice", out.Path, m[1])
			}
			seen[m[1]] = true
		}
		for _, m := range wanted.FindAllStringSubmatch(string(out.Data), -1) {
			for _, id := range strings.Fields(m[1] + m[2]) {
				if !seen[id] {
					t.Errorf("%s: nothing has the id %q", out.Path, id)
				}
			}
		}
	}
}

func TestNoOutputHasWhatACSPForbids(t *testing.T) {
	forbidden := regexp.MustCompile(`(?i)\sstyle=|\son[a-z]+=|<script|<style|javascript:|src="https?:`)
	r := renderer(t, laden(t, tame), templates.FS)
	for out, err := range r.Outputs() {
		if err != nil {
			t.Fatal(err)
		}
		if strings.HasSuffix(out.Path, ".html") {
			own := regexp.MustCompile(`<script( type="module")? src="/[a-z0-9./]+"></script>|<script type="application/ld\+json">[^<]*</script>`)
			if m := forbidden.Find(own.ReplaceAll(out.Data, nil)); m != nil {
				t.Errorf("%s has %q", out.Path, m)
			}
		}
	}
}

// TestTemplatesFitTheirViews type-checks every template against its view.
func TestTemplatesFitTheirViews(t *testing.T) {
	e := renderer(t, site(t), templates.FS).set.Editions[0].Templates
	views := map[string]any{
		"home.html": view.HomePage{}, "projects.html": view.ProjectsPage{}, "project.html": view.ProjectPage{}, "metrics.html": view.MetricsPage{},
		"metric.html": view.MetricPage{}, "charts.html": view.ChartsPage{}, "chart-page.html": view.ChartPage{}, "method.html": view.MethodPage{}, "corrections.html": view.CorrectionsPage{}, "status.html": view.StatusPage{}, "report.html": view.ReportPage{}, "data.html": view.DataPage{}, "search.html": view.SearchPage{}, "page.html": view.FreePage{}, "404.html": view.NotFoundPage{},
		"site-map.html": view.SiteMapPage{}, "glossary.html": view.GlossaryPage{}, "accessibility.html": view.AccessibilityPage{},
		"terms.html": view.TermsPage{}, "term.html": view.TermPage{},
	}
	for _, name := range look.Pages {
		if err := templatecheck.CheckHTML(e.Template(name).Lookup("base"), views[name]); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	for name, view := range map[string]any{"chart": view.ChartFigure{}, "frame": view.ChartFrame{}, "figure": view.FigureMark{}, "pictures": view.Pictures{}} {
		if err := templatecheck.CheckHTML(e.Template("page.html").Lookup(name), view); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestWordingIsThere holds that every key which a room or a template names
// is in the wording, and that every key of the wording is named somewhere.
func TestWordingIsThere(t *testing.T) {
	words := renderer(t, site(t), templates.FS).set.Editions[0].Templates.Keys()
	named := map[string]bool{}
	find := func(fsys fs.FS, pattern string, form *regexp.Regexp) {
		names, err := fs.Glob(fsys, pattern)
		if err != nil || len(names) == 0 {
			t.Fatalf("no %s: %v", pattern, err)
		}
		for _, name := range names {
			source, err := fs.ReadFile(fsys, name)
			if err != nil {
				t.Fatal(err)
			}
			for _, m := range form.FindAllStringSubmatch(string(source), -1) {
				named[m[1]] = true
			}
		}
	}
	goWords := regexp.MustCompile(`(?:Say|add|day|Counted)\("([a-z0-9-]+)"[,)]`)
	find(templates.FS, "*.html", regexp.MustCompile(`word "([^"]+)"`))
	for _, room := range []string{"render", "edition", "titles", "indexed", "compose", "caption", "present", "feed", "calendar", "linked", "catalogue", "atlas", "teaser"} {
		find(os.DirFS(".."), room+"/*.go", goWords)
	}
	find(os.DirFS(".."), "dataset/*.go", regexp.MustCompile(`Words\(l, "([a-z0-9-]+)"[,)]`))
	for _, k := range report.Kinds {
		named["kind-"+string(k)] = true
	}
	for _, b := range locale.Bounds[1:] {
		named["bound-"+string(b)] = true
	}
	for _, p := range []locale.Plural{locale.One, locale.Other} {
		for _, counted := range []string{"projects-listed", "projects-contribute", "counted-from", "counted-completed", "words-rows", "data-rows", "bytes", "places-within"} {
			named[counted+"-"+string(p)] = true
		}
	}
	for _, extreme := range []string{"highest", "lowest", "peak", "trough", "part", "dated"} {
		named["words-"+extreme] = true
	}
	for _, c := range gov.ColumnTypes {
		named["gov-column-"+c] = true
	}
	for _, k := range report.TermKinds {
		named["by-"+string(k)], named[string(k)] = true, true
	}
	for _, d := range report.ProjectDimensions {
		named[string(d)] = true
		named["by-"+string(report.ScheduleDimension)] = true
	}
	for _, s := range report.DataStatuses[1:] {
		named["status-"+string(s)] = true
	}
	for _, s := range report.ScheduleStates {
		named["schedule-"+string(s)] = true
	}
	for _, k := range report.CorrectionKinds {
		named["change-"+string(k)] = true
	}
	for _, code := range locale.Codes() {
		named["language-"+code] = true
	}
	for _, table := range dataset.Tables(site(t), func(*locale.Language, *report.Project) dataset.Page { return dataset.Page{} }) {
		named["table-"+table.Name], named["table-"+table.Name+"-about"] = true, true
		for _, c := range table.Columns {
			named["column-"+c.Means], named["type-"+string(c.Type)] = true, true
		}
	}
	for _, way := range []string{"status", "schedule", "area", "level", "category", "year", "lead-body"} { // package facet's
		named["facet-"+way], named["projects-"+way], named[way] = true, true, true
	}
	delete(named, "language-")
	delete(named, "kind-")
	for _, prefix := range []string{"projects-listed", "projects-contribute", "counted-from", "counted-completed", "words-rows", "data-rows", "bytes", "places-within", "facet-", "projects-", "table-", "column-", "type-", "bound-", "by-", "status-", "schedule-", "change-"} {
		delete(named, prefix)
	}
	for _, key := range slices.Sorted(maps.Keys(named)) {
		if !slices.Contains(words, key) {
			t.Errorf("wording %q is named, but is not there", key)
		}
	}
	for _, key := range words {
		if !named[key] {
			t.Errorf("wording %q is there, but nothing names it", key)
		}
	}
}

func TestWordingProblems(t *testing.T) {
	short := overlay{templates.FS, fstest.MapFS{"wording/en.toml": {Data: []byte(`home = "Home"`)}}}
	_, problems, err := New(context.Background(), site(t), Options{Templates: short, Draw: draw})
	if err != nil || len(problems) == 0 {
		t.Fatalf("error %v, problems %v", err, problems)
	}
	want := `templates/wording/en.toml: wording "404-heading" is missing in English, which another language has`
	if got := problems.Sorted()[0].String(); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestTemplateProblems(t *testing.T) {
	broken := overlay{templates.FS, fstest.MapFS{"home.html": {Data: []byte("{{define \"main\"}}\n{{if}}{{end}}")}}}
	_, problems, err := New(context.Background(), site(t), Options{Templates: broken, Draw: draw})
	if err != nil || len(problems) == 0 {
		t.Fatalf("error %v, problems %v", err, problems)
	}
	if got := problems[0].String(); got != "templates/home.html:2: template: missing value for if" {
		t.Errorf("got %s", got)
	}
}

// overlay is a file system with some files replaced.
type overlay struct {
	fs.FS
	over fstest.MapFS
}

func (o overlay) Open(name string) (fs.File, error) {
	if _, ok := o.over[name]; ok {
		return o.over.Open(name)
	}
	return o.FS.Open(name)
}

func TestOutputs(t *testing.T) {
	r := renderer(t, site(t), templates.FS)
	var paths []string
	for out, err := range r.Outputs() {
		if err != nil {
			t.Fatal(err)
		}
		alone, err := r.Output(out.Path)
		if err != nil || !bytes.Equal(alone.Data, out.Data) {
			t.Errorf("%s is not the same alone: %v", out.Path, err)
		}
		paths = append(paths, out.Path)
	}
	if !slices.Equal(paths, r.Paths()) || !slices.IsSorted(paths) {
		t.Errorf("paths %v", paths)
	}
	pages := 0
	for _, p := range paths {
		if strings.HasSuffix(p, "index.html") && !strings.Contains(p, "/frame/") {
			pages++
		}
	}
	if r.Pages() != pages || pages < 30 {
		t.Errorf("%d pages, want %d", r.Pages(), pages)
	}
	for range r.Outputs() {
		break // stopping early must not hang or leak
	}
	if _, err := r.Output("nothing.html"); err == nil {
		t.Error("a file that there is not is made")
	}
}

// TestDataAgreesWithTheModel compares the data files with the metrics.
func TestDataAgreesWithTheModel(t *testing.T) {
	s := site(t)
	r := renderer(t, s, templates.FS)
	rows, err := csv.NewReader(strings.NewReader(get(t, r, "data/metrics.csv"))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]string{}
	for _, row := range rows[1:] {
		got[row[0]] = strings.Join(row[1:8], " ")
	}
	want := map[string]string{
		"lights": "count 2024-11-25 156 exact final  ", "ideas": "count 2024-11-25 300 at-least final  ", "led": "count 2024-11-25 49 exact final  ",
		"done": "count 2024-11-25 42 exact final  ", "rate": "ratio 2024-11-25 85.7 exact final 42 49",
	}
	if !maps.Equal(got, want) {
		t.Errorf("CSV %v, want %v", got, want)
	}
	if !strings.Contains(get(t, r, "data/metrics.csv"), ",'=定义,'=definition,") {
		t.Error("a text that begins with = is a formula to a spreadsheet")
	}
	var data struct {
		Metrics []struct {
			ID     string
			Values []struct {
				Value json.Number
				Text  map[string]string
			}
		}
	}
	if err := json.Unmarshal([]byte(get(t, r, "data/metrics/rate.json")), &data); err != nil {
		t.Fatal(err)
	}
	if v := data.Metrics[0].Values[0]; v.Value != "85.7" || v.Text["en"] != "85.7%" {
		t.Errorf("JSON %+v", data)
	}
}

// TestSitemap holds that the sitemap is well formed and names every page once.
func TestSitemap(t *testing.T) {
	r := renderer(t, site(t), templates.FS)
	var set struct {
		URL []struct {
			Loc  string `xml:"loc"`
			Link []struct {
				Hreflang string `xml:"hreflang,attr"`
			} `xml:"link"`
		} `xml:"url"`
	}
	if err := xml.Unmarshal([]byte(get(t, r, "sitemap.xml")), &set); err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for _, u := range set.URL {
		path := strings.TrimPrefix(u.Loc, "https://sample.example/base/") + "index.html"
		if seen[path] || !slices.Contains(r.Paths(), path) {
			t.Errorf("%s is twice in the sitemap, or is no page", u.Loc)
		}
		seen[path] = true
		if len(u.Link) != 3 {
			t.Errorf("%s names %d languages", u.Loc, len(u.Link))
		}
	}
	if len(seen) != r.Pages() {
		t.Errorf("%d pages in the sitemap, %d pages", len(seen), r.Pages())
	}
}

// TestMeasuresAreNotAddedUp holds that nothing is said of a sum of measures, which may be
// averages.
func TestMeasuresAreNotAddedUp(t *testing.T) {
	s := site(t)
	lights, _ := s.Metrics.Get("lights")
	lights.Kind = report.Measure
	if got := get(t, renderer(t, s, templates.FS), "en/metrics/lights/index.html"); strings.Contains(got, "Of 156 lights in all") {
		t.Error("a page adds up a measure without a roll-up")
	}
}
