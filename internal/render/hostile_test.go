package render

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"gongshi/internal/locale"
	"gongshi/internal/report"
	"gongshi/templates"
)

// words is what an editor writes in each sort of place.
type words struct {
	text  string // a short text, in every language
	line  string // a title or a summary
	prose string // a paragraph of Markdown
	url   string
}

var tame = words{"word", "word", "word `word`", "https://sample.example/a"}

// hostile is what would become markup, a script, a formula or a reference were it
// printed as it is.
var hostile = words{
	text:  `="><script>alert(1)</script>' onx='y' </title></style>--> {{lights}} javascript:alert(1)`,
	line:  `"><script>alert(1)</script>' onx='y' </title></style>--> \{{lights}} javascript:alert(1)`,
	prose: "{{\"\"><script>alert(1)</script>' onx='y' </title>\"}} `</code><script>alert(1)</script>`",
	url:   `javascript:alert("'><script>")`,
}

// laden is the site with every sort of text that an editor may write.
func laden(t *testing.T, w words) *report.Site {
	t.Helper()
	s := site(t)
	first, day := locale.Date{Year: 2024, Month: 3, Day: 5}, locale.Date{Year: 2024, Month: 11, Day: 25}
	some := both("x", "x")
	s.Tagline, s.Notice, s.Home.Kicker = some, some, some
	s.Publisher = report.Publisher{Name: some, URL: w.url}
	named := report.Ref{ID: "x"}
	s.Profile, s.Accessibility.Contact = report.ProfileCNGov, some
	s.Gov = report.Gov{SiteCode: named, Host: some, Operator: some, Contact: some, ICP: named, Police: named, PoliceURL: report.Ref{ID: w.url}, ErrorsURL: report.Ref{ID: w.url}}
	s.Glossary = &report.Index[*report.Term]{}
	s.Glossary.Add("word", &report.Term{ID: "word", Name: some, Definition: some})
	for _, k := range report.TermKinds {
		s.Vocabulary[k].Add("term", &report.Term{ID: "term", Kind: k, Name: some})
	}
	source, _ := s.Sources.Get("notice")
	source.URL, source.Licence = w.url, some
	m, _ := s.Metrics.Get("lights")
	m.Difference, m.Rest = some, map[report.TermKind]report.Text{report.Area: some}
	m.Targets = []report.Target{{By: day, Number: locale.Int(200)}}
	m.By = []report.Breakdown{{Kind: report.Area, AsOf: day, Parts: []report.TermValue{{Term: report.Ref{ID: "term"}, Number: locale.Int(100)}}}}
	m.Corrections = []report.Correction{{Date: day, AsOf: report.Day{Date: day}, Was: locale.Int(165), Kind: report.Error, Reason: some}}
	m.NextUpdate = report.Day{Date: day}
	c, _ := s.Charts.Get("bars")
	c.Subtitle = some

	source1 := w.line + "{{this.lights}}\n" + w.prose + "\n\n## " + w.prose + " {#a}\n\n## " + w.prose + " {#b}\n\n## " + w.prose + " {#c}\n\n[" + w.prose + "](https://sample.example/?\"'>)"
	source2 := strings.ReplaceAll(source1, "{{this.lights}}", "")
	p := &report.Project{
		Slug: "other", Status: report.Ref{ID: "term"}, Area: report.Ref{ID: "term"}, Level: report.Ref{ID: "term"}, Category: report.Ref{ID: "term"},
		LeadBody: report.Ref{ID: "term"}, Support: []report.Ref{{ID: "term"}}, Source: report.Ref{ID: "notice"}, Lead: some,
		Schedule: report.Schedule{State: report.Behind, Reason: some}, Page: page(t, "/projects/other/", source1, source1),
		Deliver:    []report.Delivery{{Metric: report.Ref{ID: "lights"}, Target: locale.Int(20), Values: []report.Observation{{AsOf: first, Value: report.Value{Number: locale.Int(4)}}, {AsOf: day, Value: report.Value{Number: locale.Int(9)}}}}},
		Milestones: []report.Milestone{{Date: first, Text: some}}, Planned: []report.Milestone{{Date: day, Text: some}},
	}
	p.Page.Project = p
	s.Projects.Add(p.Slug, p)
	s.Pages.Add(p.Page.Path, p.Page)
	for i := range 5 { // so many that the list has filters
		more := *p
		more.Slug = fmt.Sprintf("more-%d", i)
		more.Page = page(t, "/projects/"+more.Slug+"/", source1, source1)
		more.Page.Project = &more
		s.Projects.Add(more.Slug, &more)
		s.Pages.Add(more.Page.Path, more.Page)
	}
	for _, address := range []string{"/free/", report.ProjectsPath, report.MetricsPath, report.MethodPath, report.CorrectionsPath, report.StatusPath} {
		s.Pages.Add(address, page(t, address, source2, source2))
	}
	note := &report.Update{Date: day, Page: page(t, "/updates/2024-11-25-note/", source2, source2)}
	s.Updates.Add(note.Page.Path, note)
	s.Pages.Add(note.Page.Path, note.Page)
	for p := range s.Pages.All() {
		for _, writing := range p.In {
			writing.MenuTitle, writing.Summary = writing.Title, writing.Title
		}
	}
	s.AddUp()
	write(s, w.text)
	return s
}

// write puts one text into every place of a site that holds a short text.
func write(s *report.Site, text string) {
	fill(reflect.ValueOf(&s.Config).Elem(), text)
	for _, terms := range s.Vocabulary {
		for x := range terms.All() {
			fill(reflect.ValueOf(x).Elem(), text)
		}
	}
	for x := range s.Sources.All() {
		fill(reflect.ValueOf(x).Elem(), text)
	}
	for x := range s.Metrics.All() {
		fill(reflect.ValueOf(x).Elem(), text)
	}
	for x := range s.Charts.All() {
		fill(reflect.ValueOf(x).Elem(), text)
	}
	for x := range s.Projects.All() {
		fill(reflect.ValueOf(x).Elem(), text)
	}
}

// fill puts a text into every short text and unit within a value.
func fill(v reflect.Value, text string) {
	switch x := v.Interface().(type) {
	case report.Text:
		for lang := range x.In {
			x.In[lang] = text
		}
		return
	case report.Unit:
		for _, forms := range x.In {
			for plural := range forms {
				forms[plural] = text
			}
		}
		return
	}
	switch v.Kind() {
	case reflect.Struct:
		for _, f := range reflect.VisibleFields(v.Type()) {
			if f.IsExported() && len(f.Index) == 1 {
				fill(v.FieldByIndex(f.Index), text)
			}
		}
	case reflect.Slice:
		for i := range v.Len() {
			fill(v.Index(i), text)
		}
	case reflect.Map:
		for _, key := range v.MapKeys() {
			fill(v.MapIndex(key), text)
		}
	}
}

// TestNothingAnEditorWritesBecomesMarkup compares every file of a site whose
// texts are tame with that of one whose texts are hostile.
func TestNothingAnEditorWritesBecomesMarkup(t *testing.T) {
	want, got := renderer(t, laden(t, tame), templates.FS), renderer(t, laden(t, hostile), templates.FS)
	if !slices.Equal(want.Paths(), got.Paths()) {
		t.Fatalf("paths %v, want %v", got.Paths(), want.Paths())
	}
	for _, name := range got.Paths() {
		a, b := get(t, want, name), get(t, got, name)
		switch path.Ext(name) {
		case ".html":
			sameMarkup(t, name, a, b)
			for _, script := range regexp.MustCompile(`<script type="application/ld\+json">(.*)</script>`).FindAllStringSubmatch(b, -1) {
				if !json.Valid([]byte(script[1])) || strings.Contains(script[1], "<") {
					t.Errorf("%s: its description is not JSON or has markup: %s", name, script[1])
				}
			}
		case ".atom":
			if want, got := tags(t, a), tags(t, b); !slices.Equal(want, got) || !strings.Contains(b, "&lt;script&gt;") {
				t.Errorf("%s has the elements %q, want %q, or lacks the texts", name, got, want)
			}
		case ".ics":
			if want, got := properties(a), properties(b); !slices.Equal(want, got) || !strings.Contains(b, "<script>") {
				t.Errorf("%s has the properties %q, want %q, or lacks the texts", name, got, want)
			}
		case ".csv":
			sameTable(t, name, a, b)
		case ".json":
			if strings.HasPrefix(name, "data/search/") {
				sameKind(t, name, b)
			} else if !json.Valid([]byte(b)) || strings.ContainsAny(b, "<>") || !strings.Contains(b, `\u003cscript\u003e`) {
				t.Errorf("%s is not JSON, has markup, or lacks the texts", name)
			}
		case ".xlsx":
			noFormula(t, name, b)
		case ".txt":
			links := regexp.MustCompile(`\]\(http[^)]*\)|(?m)^[#>-]`)
			if want, got := links.FindAllString(a, -1), links.FindAllString(b, -1); !slices.Equal(got, want) {
				t.Errorf("%s has other lines or links: %q, want %q", name, got, want)
			}
		default:
			if a != b {
				t.Errorf("%s is not the same", name)
			}
		}
	}
}

// noFormula looks into the sheets of a workbook, which must have the texts.
func noFormula(t *testing.T, name, data string) {
	t.Helper()
	z, err := zip.NewReader(strings.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	for _, f := range z.File {
		part, err := fs.ReadFile(z, f.Name)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if strings.Contains(string(part), "<f>") || strings.Contains(string(part), "<script>") {
			t.Errorf("%s: %s has a formula or markup", name, f.Name)
		}
		if f.Name == "xl/worksheets/sheet2.xml" && !strings.Contains(string(part), "&lt;script&gt;") {
			t.Errorf("%s lacks the texts", name)
		}
	}
}

// tags lists the elements of XML in order.
func tags(t *testing.T, text string) []string {
	t.Helper()
	var list []string
	for dec := xml.NewDecoder(strings.NewReader(text)); ; {
		token, err := dec.Token()
		if errors.Is(err, io.EOF) {
			return list
		} else if err != nil {
			t.Fatal(err)
		}
		if start, ok := token.(xml.StartElement); ok {
			list = append(list, start.Name.Local)
		}
	}
}

// sameKind looks at a file of a search index: the hostile text has terms, and
// stands where texts are, as text.
func sameKind(t *testing.T, name, b string) {
	t.Helper()
	if !json.Valid([]byte(b)) || strings.ContainsAny(b, "<>&") {
		t.Errorf("%s is not JSON, or has markup", name)
	}
	texts := strings.HasPrefix(path.Base(name), "t")
	if strings.Contains(b, `\u003cscript\u003e`) && !texts {
		t.Errorf("%s has the hostile text, which is not a term", name)
	}
}

// properties lists the properties of an iCalendar file in order.
func properties(text string) []string {
	var list []string
	for line := range strings.SplitSeq(strings.ReplaceAll(text, "\r\n ", ""), "\r\n") {
		name, _, _ := strings.Cut(line, ":")
		list = append(list, name)
	}
	return list
}

// sameMarkup compares the elements and attributes of two pages. The second must
// have the hostile text, as text.
func sameMarkup(t *testing.T, name, a, b string) {
	t.Helper()
	want, got := markup(t, name, a), markup(t, name, b)
	for i := range max(len(want), len(got)) {
		if i >= len(want) || i >= len(got) || want[i] != got[i] {
			t.Errorf("%s: markup differs from element %d: %q, want %q", name, i, got[min(i, len(got)):min(i+3, len(got))], want[min(i, len(want)):min(i+3, len(want))])
			break
		}
	}
	if !strings.Contains(b, "&lt;script&gt;") {
		t.Errorf("%s lacks the texts", name)
	}
}

// markup lists the elements of a page in order, with the names of their
// attributes, and whatever is neither element nor text.
func markup(t *testing.T, name, page string) []string {
	t.Helper()
	doc, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	var list []string
	for n := range doc.Descendants() {
		if n.Type == html.TextNode {
			continue
		}
		line := []string{n.Data}
		for _, a := range n.Attr {
			line = append(line, a.Key)
			address := a.Key == "href" || a.Key == "src"
			if address && strings.HasPrefix(strings.ToLower(strings.TrimSpace(a.Val)), "javascript:") {
				t.Errorf("%s: %s=%q", name, a.Key, a.Val)
			}
		}
		list = append(list, strings.Join(line, " "))
	}
	return list
}

// sameTable compares the size of two CSV files. No cell may be a formula.
func sameTable(t *testing.T, name, a, b string) {
	t.Helper()
	want, err1 := csv.NewReader(strings.NewReader(a)).ReadAll()
	got, err2 := csv.NewReader(bytes.NewReader([]byte(b))).ReadAll()
	if err1 != nil || err2 != nil || len(want) != len(got) {
		t.Fatalf("%s: %d rows, want %d; %v, %v", name, len(got), len(want), err1, err2)
	}
	for _, row := range got {
		if slices.ContainsFunc(row, func(cell string) bool { return strings.HasPrefix(cell, "=") }) {
			t.Errorf("%s has a formula: %q", name, row)
		}
	}
	if !strings.Contains(b, "<script>") && name != "data/targets.csv" { // which has no text
		t.Errorf("%s lacks the texts", name)
	}
}
