package load

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"gongshi/internal/diag"
	"gongshi/internal/locale"
	"gongshi/internal/report"
)

// site makes a file system of a small whole site, with the given files added or
// replaced.
func site(files map[string]string) fstest.MapFS {
	all := map[string]string{
		"config.toml":          `languages = ["zh", "en"]`,
		"content/index.zh.md":  "+++\ntitle = \"首页\"\n+++\n",
		"content/index.en.md":  "+++\ntitle = \"Home\"\n+++\n",
		"content/sources.toml": "",
	}
	for name, text := range files {
		all[name] = text
	}
	fsys := fstest.MapFS{}
	for name, text := range all {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return fsys
}

// first returns a list's problems as lines of text without their hints.
func lines(list diag.List) []string {
	var out []string
	for _, p := range list.Sorted() {
		out = append(out, p.Pos.String()+": "+p.Text)
	}
	return out
}

func TestProblems(t *testing.T) {
	tests := []struct{ name, file, text, want string }{
		{"unknown key", "config.toml", "languages = [\"zh\"]\ntitel = { zh = \"甲\" }", `config.toml:2:1: unknown key "titel"; allowed here: accessibility, base_url, date, gov, home, languages, licence, look, menu, notice, profile, publisher, security, share_images, tagline, title, waivers`},
		{"unknown key of the look", "config.toml", "languages = [\"zh\"]\n[look]\naccents = \"#a3201a\"", `config.toml:3:1: unknown key "accents"; allowed here: accent, accent_dark, emblem`},
		{"emblem that is not there", "config.toml", "languages = [\"zh\"]\n[look]\nemblem = \"seal.png\"", `config.toml:3:10: emblem: there is no file "seal.png" beside config.toml`},
		{"emblem outside the site", "config.toml", "languages = [\"zh\"]\n[look]\nemblem = \"../seal.png\"", `config.toml:3:10: emblem: there is no file "../seal.png" beside config.toml`},
		{"emblem in a folder", "config.toml", "languages = [\"zh\"]\n[look]\nemblem = \"content/index.zh.md\"", `config.toml:3:10: emblem: there is no file "content/index.zh.md" beside config.toml`},
		{"emblem that is no picture", "config.toml", "languages = [\"zh\"]\n[look]\nemblem = \"config.toml\"", `config.toml: an emblem is a PNG or an SVG; this file is neither`},
		{"update without a date", "content/updates/note/index.zh.md", "+++\ntitle = \"甲\"\n+++\n", `content/updates/note: folder name "note" does not begin with a date and a name`},
		{"update with a month of one digit", "content/updates/2024-1-5-lamps/index.zh.md", "+++\ntitle = \"甲\"\n+++\n", `content/updates/2024-1-5-lamps: folder name "2024-1-5-lamps" has a month or a day of one digit`},
		{"update in a misspelt folder", "content/update/2024-01-05-lamps/index.zh.md", "+++\ntitle = \"甲\"\n+++\n", `content/update/2024-01-05-lamps: a folder with a date is an update only in content/updates; here it is a page like any other`},
		{"colour of the look", "config.toml", "languages = [\"zh\"]\n[look]\ncolour = \"#a3201a\"", `config.toml:3:1: unknown key "colour"; the colour of the site is accent`},
		{"emblem that nothing names", "emblem.png", "x", "emblem.png: file is not used: config.toml names no emblem"},
		{"update with a date alone", "content/updates/2024-11-25/index.zh.md", "+++\ntitle = \"甲\"\n+++\n", `content/updates/2024-11-25: folder name "2024-11-25" does not begin with a date and a name`},
		{"update of a day that there is not", "content/updates/2024-11-31-note/index.zh.md", "+++\ntitle = \"甲\"\n+++\n", `content/updates/2024-11-31-note: "2024-11-31" is not a date: there is no 31 November 2024`},
		{"update with a name that cannot be an address", "content/updates/2024-11-25-Note/index.zh.md", "+++\ntitle = \"甲\"\n+++\n", `content/updates/2024-11-25-Note: folder name "2024-11-25-Note" cannot be part of an address; allowed are small letters a-z, digits and single hyphens`},
		{"unknown key in a table", "config.toml", "languages = [\"zh\"]\n[home]\ntile = []", `config.toml:3:1: unknown key "tile"; allowed here: headline, kicker, tiles`},
		{"unknown language", "config.toml", `languages = ["zh", "fr"]`, `config.toml:1:20: language "fr" is not known; allowed are zh, en`},
		{"language twice", "config.toml", `languages = ["zh", "zh"]`, `config.toml:1:20: language "zh" stands here twice`},
		{"syntax", "config.toml", "title = \n", `config.toml:1:9: not TOML: a value is missing`},
		{"not UTF-8", "content/sources.toml", "# 甲\n# 乙\xff", "content/sources.toml:2:4: byte 0xff is not UTF-8 text"},
		{"text in one language only", "content/metrics/a.toml", "[a]\nname = \"甲\"", `content/metrics/a.toml:2:8: "name" is the text "甲"; it must be a text in each language, such as { zh = "…", en = "…" }`},
		{"number for a text", "content/metrics/a.toml", "[a]\nname = { zh = 5 }", `content/metrics/a.toml:2:15: "zh" is the number 5; it must be text in double quotes`},
		{"date for a text", "content/metrics/a.toml", "[a]\nname = { zh = 2024-01-01 }", `content/metrics/a.toml:2:15: "zh" is a date; it must be text in double quotes`},
		{"unknown kind", "content/metrics/a.toml", "[a]\nkind = \"cuont\"", `content/metrics/a.toml:2:8: "kind" is the text "cuont"; allowed are count, ratio, amount, measure`},
		{"list for an id", "content/metrics/a.toml", "[a]\nsource = [\"x\"]", `content/metrics/a.toml:2:10: "source" is a list; it must be an id in double quotes`},
		{"id for a list", "content/metrics/a.toml", "[a]\nof = \"x\"", `content/metrics/a.toml:2:6: "of" is the text "x"; it must be a list of ids, such as ["first", "second"]`},
		{"bad date as a key", "content/metrics/a.toml", "[a]\nvalues.\"2024-13-01\" = 1", `content/metrics/a.toml:2:9: "2024-13-01" is not a date; write year-month-day, such as 2024-11-25`},
		{"value is text", "content/metrics/a.toml", "[a]\nvalues.\"2024-11-25\" = \"1,234\"", `content/metrics/a.toml:2:23: "2024-11-25": "1,234" is not a number; write digits with at most one point, such as 12 or 3.5`},
		{"unknown bound", "content/metrics/a.toml", "[a]\nvalues.\"2024-11-25\" = { value = 1, bound = \"over\" }", `content/metrics/a.toml:2:44: "bound" is the text "over"; allowed are exact, at-least, at-most, about`},
		{"value missing", "content/metrics/a.toml", "[a]\nvalues.\"2024-11-25\" = { bound = \"about\" }", `content/metrics/a.toml:2:9: value of 2024-11-25 is missing; write { value = 300, bound = "at-least" }, or { missing = true } if nobody knows it`},
		{"value missing and written", "content/metrics/a.toml", "[a]\nvalues.\"2024-11-25\" = { value = 1, missing = true }", `content/metrics/a.toml:2:9: value of 2024-11-25 is said to be missing, and is written all the same`},
		{"unknown status of a value", "content/metrics/a.toml", "[a]\nvalues.\"2024-11-25\" = { value = 1, status = \"draft\" }", `content/metrics/a.toml:2:45: "status" is the text "draft"; allowed are final, provisional, revised`},
		{"flag in quotes", "content/metrics/a.toml", "[a]\nlower_is_better = \"yes\"", `content/metrics/a.toml:2:19: "lower_is_better" is the text "yes"; it must be true or false, without quotes`},
		{"breakdown that is a number", "content/metrics/a.toml", "[a]\nby.area.\"2024-11-25\" = 3", `content/metrics/a.toml:2:24: "2024-11-25" is the number 3; it must be a table of terms and values, such as { east = 17, west = 20 }`},
		{"breakdown by something unknown", "content/metrics/a.toml", "[a]\nby.street.\"2024-11-25\" = { a = 1 }", `content/metrics/a.toml:2:4: unknown key "street"; allowed here: area, category, level, organisation, status`},
		{"correction without the old value", "content/metrics/a.toml", "[a]\ncorrections.\"2024-12-05\" = { as_of = 2024-11-25 }", `content/metrics/a.toml:2:14: correction of 2024-12-05 does not say what the value was; add was = 165`},
		{"correction that is a number", "content/metrics/a.toml", "[a]\ncorrections.\"2024-12-05\" = 165", `content/metrics/a.toml:2:28: "2024-12-05" is the number 165; it must be a table, such as { as_of = 2024-11-25, was = 165, kind = "correction", reason = { zh = "…", en = "…" } }`},
		{"correction of no date", "content/metrics/a.toml", "[a]\ncorrections.\"2024-12-05\" = { was = 165 }", `content/metrics/a.toml:2:14: correction of 2024-12-05 does not say which value was changed; add as_of = 2024-11-25, its as-of date`},
		{"one of two corrections without the old value", "content/metrics/a.toml", "[a]\ncorrections.\"2024-12-05\" = [\n{ as_of = 2024-11-25, was = 1 },\n{ as_of = 2024-10-25 },\n]", `content/metrics/a.toml:4:1: correction of 2024-12-05 does not say what the value was; add was = 165`},
		{"one of two ids", "content/metrics/a.toml", "[a]\nof = [\"x\", 2]", `content/metrics/a.toml:2:12: "of" is the number 2; it must be an id in double quotes, such as ["first", "second"]`},
		{"number after a quotation mark before the closing three", "content/metrics/a.toml", "[a]\ndefinition.en = \"\"\"All, called \"all\"\"\"\"\nvalues.\"2024-11-25\" = 1e3", `content/metrics/a.toml:3:23: "2024-11-25": "1e3" is not a number; write digits with at most one point, such as 12 or 3.5`},
		{"misspelt key in quotes", "content/metrics/a.toml", "[a]\n'knd' = 1\nsource = \"knd\"", `content/metrics/a.toml:2:2: unknown key "knd"; allowed here: by, corrections, currency, definition, difference, kind, lower_is_better, name, next_update, of, reported, rest, roll_up, source, target, unit, values`},
		{"delivery without a target", "content/projects/a/project.toml", "[deliver.lights]\nvalues.\"2024-11-25\" = 3", `content/projects/a/project.toml:1:10: delivery "lights" has no target; add target = 20`},
		{"unknown state of a schedule", "content/projects/a/project.toml", "[schedule]\nstate = \"late\"", `content/projects/a/project.toml:2:9: "state" is the text "late"; allowed are ahead, on-time, behind`},
		{"number in hexadecimal", "content/metrics/a.toml", "[a]\nvalues.\"2024-11-25\" = 0x9C", `content/metrics/a.toml:2:23: "2024-11-25": "0x9C" is not a number; write digits with at most one point, such as 12 or 3.5`},
		{"number with an exponent", "content/metrics/a.toml", "[a]\nvalues.\"2024-11-25\" = 1e3", `content/metrics/a.toml:2:23: "2024-11-25": "1e3" is not a number; write digits with at most one point, such as 12 or 3.5`},
		{"number that is too long", "content/metrics/a.toml", "[a]\nvalues.\"2024-11-25\" = 1234567890123456.78", `content/metrics/a.toml:2:23: "2024-11-25": "1234567890123456.78" has more than 15 digits`},
		{"reported without percent", "content/metrics/a.toml", "[a]\nreported.\"2024-11-25\" = \"85.7\"", `content/metrics/a.toml:2:25: "2024-11-25" is the text "85.7"; it must be a rate as its source prints it, such as "85.7%"`},
		{"id with capitals", "content/metrics/a.toml", "[Roads]\n", `content/metrics/a.toml:1:2: metric id "Roads"; an id has small letters a-z, digits and single hyphens, as it becomes part of an address`},
		{"key outside a table", "content/metrics/a.toml", "name = 1", `content/metrics/a.toml:1:1: "name" stands outside a metric; begin each with its id in brackets, such as [my-id]`},
		{"unknown term list", "content/vocabulary.toml", "[levels.a]\n", `content/vocabulary.toml:1:2: unknown key "levels"; allowed here: area, category, level, organisation, status`},
		{"date with a time", "content/projects/a/project.toml", "started = 2024-01-01T10:00:00Z", `content/projects/a/project.toml:1:11: "started" is a date; it must be a date without a time, such as 2024-11-25`},
		{"contribution is text", "content/projects/a/project.toml", "[counts]\nlights = \"many\"", `content/projects/a/project.toml:2:10: "lights": "many" is not a number; write digits with at most one point, such as 12 or 3.5`},
		{"day that there is not", "content/metrics/a.toml", "[a]\nvalues.\"2024-02-30\" = 1", `content/metrics/a.toml:2:9: "2024-02-30" is not a date: there is no 30 February 2024`},
		{"day that there is not, without quotes", "content/projects/a/project.toml", "started = 2024-09-31", `content/projects/a/project.toml:1:11: not TOML: "2024-09-31" is not a date: there is no 31 September 2024`},
		{"unit after a number", "content/metrics/a.toml", "[a]\nvalues.\"2024-11-25\" = 156盏", `content/metrics/a.toml:2:26: not TOML: more stands on this line than a key and its value`},
		{"status below a table", "content/projects/a/project.toml", "[schedule]\nstatus = \"completed\"", `content/projects/a/project.toml:2:1: "status" stands below a line in brackets, so that it belongs to that table`},
		{"source below the counts", "content/projects/a/project.toml", "[counts]\nsource = \"notice\"", `content/projects/a/project.toml:2:1: "source" stands below a line in brackets, so that it belongs to that table`},
		{"date below a delivery", "content/projects/a/project.toml", "[deliver.lights]\ntarget = 2\ndue = 2024-11-25", `content/projects/a/project.toml:3:1: "due" stands below a line in brackets, so that it belongs to that table`},
		{"menu below the home page", "config.toml", "languages = [\"zh\"]\n[home]\nmenu = [\"/a/\"]", `config.toml:3:1: "menu" stands below a line in brackets, so that it belongs to that table`},
		{"no front matter", "content/a/index.zh.md", "文字", "content/a/index.zh.md:1:1: front matter is missing; a page begins with its title between two lines of +++"},
		{"front matter does not end", "content/a/index.zh.md", "+++\ntitle = \"甲\"\n", "content/a/index.zh.md:1:1: front matter does not end; a second line of +++ is missing"},
		{"unknown key in front matter", "content/a/index.zh.md", "+++\ntitle = \"甲\"\ndate = 1\n+++\n", `content/a/index.zh.md:3:1: unknown key "date"; allowed here: menu_title, published, summary, title`},
		{"fault in a title", "content/a/index.zh.md", "+++\ntitle = \"甲{{x\"\n+++\n", "content/a/index.zh.md:2:11: reference that begins with {{ has no }}"},
		{"fault in a title after escapes", "content/a/index.zh.md", "+++\ntitle = \"\\u7532\\\"{{x\"\n+++\n", "content/a/index.zh.md:2:18: reference that begins with {{ has no }}"},
		{"fault in a title in three marks", "content/a/index.zh.md", "+++\ntitle = \"\"\"甲{{x\"\"\"\n+++\n", "content/a/index.zh.md:2:13: reference that begins with {{ has no }}"},
		{"fault in a menu title", "content/a/index.zh.md", "+++\ntitle = \"甲\"\nmenu_title = \"甲{{x\"\n+++\n", "content/a/index.zh.md:3:16: reference that begins with {{ has no }}"},
		{"fault in the text", "content/a/index.zh.md", "+++\ntitle = \"甲\"\n+++\n\n乙{{x", "content/a/index.zh.md:5:2: reference that begins with {{ has no }} on the same line"},
		{"file name without a language", "content/a/index.md", "", `content/a/index.md: file name "index.md"; a page's text is index.<language>.md, in a folder of its own`},
		{"another file name", "content/a/about.zh.md", "", `content/a/about.zh.md: file name "about.zh.md"; a page's text is index.<language>.md, in a folder of its own`},
		{"folder with a space", "content/my page/notes.pdf", "", `content/my page: folder name "my page" cannot be part of an address; allowed are small letters a-z, digits and single hyphens`},
		{"file that is not published", "content/a/plan.dwg", "", `content/a/plan.dwg: a file that ends in ".dwg" is not published; allowed are .csv, .docx, .ods, .odt, .pdf, .xlsx, .jpeg, .jpg, .png, .webp`},
		{"document of a name that Windows cannot store", "content/a/plan: final.pdf", "", `content/a/plan: final.pdf: file name has ':', which not every system can store`},
		{"empty picture", "content/a/plan.JPG", "", "content/a/plan.JPG: the file is empty"},
		{"picture that moves", "content/a/plan.gif", "GIF89a", "content/a/plan.gif: this is a GIF, which may move without the reader being able to stop it; allowed are JPEG, PNG and WebP"},
		{"picture of an iPhone by another name", "content/a/before.jpg", "\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic", "content/a/before.jpg: this is a HEIC photograph, which most browsers do not show; allowed are JPEG, PNG and WebP"},
		{"table written as a number", "content/metrics/a.toml", "[a]\nvalues = 156", `content/metrics/a.toml:2:10: "values" is the number 156; it must be a table, such as values."2024-11-25" = 156`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, problems := Site(site(map[string]string{tt.file: tt.text}))
			got := lines(problems)
			if len(got) == 0 || got[0] != tt.want {
				t.Errorf("%s\n%s\n got %s\nwant %s", tt.file, tt.text, strings.Join(got, "\n     "), tt.want)
			}
		})
	}
}

func TestEverythingIsReadAfterAFault(t *testing.T) {
	_, problems := Site(site(map[string]string{
		"config.toml":            "languages = [\"zh\"]\nx = 1",
		"content/metrics/a.toml": "[a]\nx = 1\ny = 2",
		"content/a/index.zh.md":  "+++\nx = 1\n+++\n{{",
	}))
	if got := lines(problems); len(got) != 5 {
		t.Errorf("want 5 problems, got\n%s", strings.Join(got, "\n"))
	}
}

func TestMetric(t *testing.T) {
	s, problems := Site(site(map[string]string{"content/metrics/a.toml": `[lights]
name = { zh = "路灯", en = "Lights" }
unit = { zh = "盏", en = { one = "light", other = "lights" } }
kind = "count"
values."2024-12-31" = 9
values.2024-11-25 = { value = 7, bound = "at-least" }
[length]
values.2024-11-25 = { value = 3.20}
values."2024-12-31" = 4.50 # km
`}))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	m, ok := s.Metrics.Get("lights")
	if !ok || len(m.Values) != 2 {
		t.Fatalf("metric %+v", m)
	}
	if v := m.Values[0]; v.AsOf.String() != "2024-11-25" || v.Value.Number.String() != "7" || v.Value.Bound != "at-least" {
		t.Errorf("the oldest value comes first; got %+v", v)
	}
	if l, _ := s.Metrics.Get("length"); l.Values[0].Value.Number.String() != "3.20" || l.Values[1].Value.Number.String() != "4.50" {
		t.Errorf("the last zero is lost: %+v", l.Values)
	}
	latest, _ := s.Latest(m)
	if latest.AsOf.String() != "2024-12-31" {
		t.Errorf("latest is %v", latest.AsOf)
	}
	if m.Unit.In["en"]["one"] != "light" || m.Unit.In["zh"]["other"] != "盏" {
		t.Errorf("unit %+v", m.Unit)
	}
}

func TestProject(t *testing.T) {
	s, problems := Site(site(map[string]string{
		"content/projects/road/project.toml": "level = \"town\"\nstarted = 2024-03-01\ncompleted = \"2024-10-20\"\n[counts]\nlights = 17\n",
		"content/projects/road/index.zh.md":  "\ufeff+++\r\ntitle = \"路\"\r\n+++\r\n文字{{this.lights}}\r\n",
		"content/projects/road/plan.pdf":     "%PDF",
		"content/projects/road/.DS_Store":    "x",
	}))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	p, ok := s.Projects.Get("road")
	if !ok || p.Page.Project != p || p.Page.Path != "/projects/road/" {
		t.Fatalf("project %+v", p)
	}
	if p.Started.String() != "2024-03-01" || p.Completed.String() != "2024-10-20" || p.Level != (report.Ref{ID: "town", Pos: diag.Pos{File: "content/projects/road/project.toml", Line: 1, Col: 9}}) {
		t.Errorf("project %+v", p)
	}
	if c, ok := p.Contribution("lights"); !ok || c.Number.String() != "17" {
		t.Errorf("contribution %+v", c)
	}
	if !s.Files.Has("/projects/road/plan.pdf") || s.Files.Len() != 1 {
		t.Errorf("files %v", s.Files.IDs())
	}
}

// TestNumbersAreTheirOwn holds that a number is read from where it stands, also
// behind a text that ends in a quotation mark of its own.
func TestNumbersAreTheirOwn(t *testing.T) {
	s, problems := Site(site(map[string]string{"content/metrics/a.toml": `[lights]
values."2024-06-30" = 120
definition.en = """All, called "all""""
[led]
values."2024-11-25" = 49
[done]
values."2024-11-25" = 42
`}))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	for id, want := range map[string]string{"lights": "120", "led": "49", "done": "42"} {
		m, _ := s.Metrics.Get(id)
		if got := m.Values[0].Value.Number.String(); got != want {
			t.Errorf("%s is %s, want %s", id, got, want)
		}
	}
}

func TestCorrections(t *testing.T) {
	s, problems := Site(site(map[string]string{"content/metrics/a.toml": `[lights]
corrections."2025-01-05" = { as_of = 2024-11-25, was = 150, bound = "at-least", kind = "revision", area = "east" }
corrections."2024-12-05" = [
  { as_of = 2024-11-25, was = 165, kind = "correction", reason = { zh = "甲", en = "a" } },
  { target = 2024-12-31, was = 200, kind = "revision" },
]
`}))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	m, _ := s.Metrics.Get("lights")
	day := func(s string) locale.Date {
		d, err := locale.ParseDate(s)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	want := []struct {
		date    string
		line    int
		subject report.Subject
		was     string
		bound   locale.Bound
	}{
		{"2024-12-05", 4, report.Subject{AsOf: day("2024-11-25")}, "165", locale.Exact},
		{"2024-12-05", 5, report.Subject{AsOf: day("2024-12-31"), Target: true}, "200", locale.Exact},
		{"2025-01-05", 2, report.Subject{AsOf: day("2024-11-25"), By: report.Area, Term: "east"}, "150", locale.AtLeast},
	}
	if len(m.Corrections) != len(want) {
		t.Fatalf("%d corrections, want %d: %+v", len(m.Corrections), len(want), m.Corrections)
	}
	for i, w := range want {
		if c := m.Corrections[i]; c.Date != day(w.date) || c.Pos.Line != w.line || c.Subject() != w.subject || c.Was.String() != w.was || c.Bound != w.bound {
			t.Errorf("correction %d is %+v, want %+v", i, c, w)
		}
	}
	if len(s.Texts) != 1 {
		t.Errorf("%d texts, want the reason: %v", len(s.Texts), s.Texts)
	}
}

// TestTitlePlaces holds that what stands in a title is found, whatever stands
// before it.
func TestTitlePlaces(t *testing.T) {
	const title = `\"甲\" {{\"1\"}}乙\u0031{{led}} 156`
	s, problems := Site(site(map[string]string{"content/a/index.zh.md": "+++\ntitle = \"" + title + "\"\n+++\n"}))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	page, _ := s.Pages.Get("/a/")
	run := page.In["zh"].Title.Run()
	if want := "\"甲\" \ufffc乙1\ufffc 156"; run.Text != want {
		t.Fatalf("title is %q, want %q", run.Text, want)
	}
	for text, col := range map[string]int{"甲": 12, "乙": 25, "156": 40} {
		if got := run.Pos(strings.Index(run.Text, text)).Col; got != col {
			t.Errorf("%s stands at column %d, want %d", text, got, col)
		}
	}
	if got := run.Refs[0].Ref.Pos.Col; got != 32 {
		t.Errorf("{{led}} stands at column %d, want 32", got)
	}
}

// FuzzSite holds that no text makes the reader fail, and that every problem has
// a place within the file.
func FuzzSite(f *testing.F) {
	for _, s := range []string{"[a]\nvalues.\"2024-11-25\" = { value = 1 }", "[a]\ncorrections.\"2024-12-05\" = [{ as_of = 2024-11-25, was = 1 }]", "title = \"\"\"\\u0041{{a}}\"\"\""} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		_, problems := Site(site(map[string]string{"content/metrics/a.toml": s, "content/a/index.en.md": "+++\n" + s + "\n+++\n"}))
		for _, p := range problems {
			if p.Pos.Line < 0 || p.Pos.Line > strings.Count(s, "\n")+4 {
				t.Errorf("%q: problem at %v", s, p.Pos)
			}
		}
	})
}

func TestUpdates(t *testing.T) {
	text := "+++\ntitle = \"甲\"\n+++\n"
	s, problems := Site(site(map[string]string{
		"content/updates/index.zh.md":                  text,
		"content/updates/2024-11-25-b/index.zh.md":     text,
		"content/updates/2024-09-01-later/index.zh.md": text,
		"content/updates/2024-11-25-a/index.zh.md":     text,
		"content/updates/2024-11-25-a/index.en.md":     text,
	}))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	want := []string{"/updates/2024-09-01-later/", "/updates/2024-11-25-a/", "/updates/2024-11-25-b/"}
	if got := s.Updates.IDs(); !slices.Equal(got, want) {
		t.Errorf("updates %q, want %q", got, want)
	}
	if u, _ := s.Updates.Get(want[1]); (u.Date != locale.Date{Year: 2024, Month: 11, Day: 25}) || len(u.Page.In) != 2 {
		t.Errorf("update of %s in %d languages", u.Date, len(u.Page.In))
	}
}
