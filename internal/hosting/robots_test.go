package hosting_test

import (
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"gongshi/internal/check"
	"gongshi/internal/hosting"
	"gongshi/internal/load"
	"gongshi/internal/locale"
	"gongshi/internal/report"
)

// district is a site whose contents have dates.
func district(t *testing.T) *report.Site {
	t.Helper()
	site, problems := load.Site(os.DirFS("../gov/testdata/district"))
	if problems.Append(check.Site(site)); len(problems) > 0 {
		t.Fatal(problems)
	}
	return site
}

func TestSitemap(t *testing.T) {
	t.Parallel()
	versions := []hosting.Version{{"zh-Hans", "https://a.example/"}, {"en", "https://a.example/en/"}, {"x-default", "https://a.example/"}}
	got, err := hosting.Sitemap([]hosting.Address{
		{URL: "https://a.example/", Versions: versions, Modified: locale.Date{Year: 2024, Month: 12, Day: 24}},
		{URL: "https://a.example/en/?a=1&b", Versions: versions},
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"<loc>https://a.example/</loc>\n\t\t<lastmod>2024-12-24</lastmod>\n\t\t<xhtml:link rel=\"alternate\" hreflang=\"zh-Hans\" href=\"https://a.example/\">",
		"<loc>https://a.example/en/?a=1&amp;b</loc>\n\t\t<xhtml:link",
	} {
		if !strings.Contains(string(got), want) {
			t.Errorf("sitemap lacks %s:\n%s", want, got)
		}
	}
}

func TestModified(t *testing.T) {
	t.Parallel()
	s := district(t)
	tests := []struct{ address, lang, want string }{
		{"/metrics/led/", "zh", "2024-12-20"},        // its source
		{"/metrics/lights/", "zh", "2024-12-24"},     // its correction
		{"/charts/bars/", "en", "2024-12-20"},        // its metrics
		{"/projects/well-lane/", "zh", "2024-12-21"}, // its publication
		{"/projects/well-lane/", "en", "2024-12-22"}, // which was later in English
		{"/about/", "zh", "2024-12-02"},
		{"/updates/2024-12-25-lamps/", "en", "2024-12-25"},
		{"/updates/", "zh", "2024-12-25"},
		{"/", "en", "2024-12-25"}, // its newest update
		{"/corrections/", "en", "2024-12-24"},
		{"/projects/", "en", "2024-12-20"},
		{"/data/", "en", "2024-12-24"},
		{"/report/", "en", "2024-12-24"},
		{"/areas/", "en", "2024-12-20"},
		{"/areas/east/", "en", "2024-12-20"}, // its projects
		{"/years/2024/", "zh", "2024-12-20"},
		{"/statuses/completed/", "zh", "2024-12-20"},
		{"/site-map/", "zh", ""}, // nobody knows
		{"/glossary/", "zh", ""},
		{"/nowhere/", "zh", ""},
	}
	for _, tt := range tests {
		l, _ := s.Language(tt.lang)
		if got := hosting.Modified(s, tt.address, l).String(); got != tt.want {
			t.Errorf("%s in %s: %q, want %q", tt.address, tt.lang, got, tt.want)
		}
	}
}

// A group's page is as new as its projects, an update as its day.
func TestModifiedLists(t *testing.T) {
	t.Parallel()
	s, problems := load.Site(fstest.MapFS{
		"config.toml":                                  {Data: []byte("languages = [\"en\"]\n")},
		"content/vocabulary.toml":                      {Data: []byte("[area.east]\nname.en = \"East\"\n[area.west]\nname.en = \"West\"\n[status.completed]\nname.en = \"Completed\"\n")},
		"content/projects/lane/project.toml":           {Data: []byte("area = \"east\"\nstatus = \"completed\"\ncompleted = 2024-05-06\n")},
		"content/projects/yard/project.toml":           {Data: []byte("area = \"west\"\nstatus = \"completed\"\ncompleted = 2024-07-08\n")},
		"content/updates/2024-12-03-first/index.en.md": {Data: []byte("+++\ntitle = \"First\"\n+++\n")},
		"content/updates/2024-12-25-last/index.en.md":  {Data: []byte("+++\ntitle = \"Last\"\n+++\n")},
	})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	for address, want := range map[string]string{
		"/areas/": "2024-07-08", "/areas/east/": "2024-05-06", "/areas/west/": "2024-07-08", "/years/2024/": "2024-07-08",
		"/updates/": "2024-12-25", "/updates/2024-12-03-first/": "2024-12-03", "/data/": "2024-07-08", "/report/": "2024-07-08",
	} {
		if got := hosting.Modified(s, address, s.Languages[0]).String(); got != want {
			t.Errorf("%s: %q, want %q", address, got, want)
		}
	}
}

func TestLLMs(t *testing.T) {
	t.Parallel()
	got := string(hosting.LLMs(hosting.Guide{
		Title: "示例区 / Sample\nDistrict", About: []string{"一句。", "A sentence."},
		Parts: []hosting.GuidePart{{"English", []hosting.GuideLink{{"About [us]", "https://a.example/en/about/", "who\nwe are"}, {"Data", "https://a.example/d.csv", ""}}}},
	}))
	const want = `# 示例区 / Sample District

> 一句。
>
> A sentence.

## English

- [About \[us\]](https://a.example/en/about/): who we are
- [Data](https://a.example/d.csv)
`
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// Of what an editor typed, nothing works as Markdown.
func TestLLMsHasTextOnly(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"[a](javascript:1) <b>": `\[a\](javascript:1) \<b>`,
		"`a` *b* _c_ \\":        "\\`a\\` \\*b\\* \\_c\\_ \\\\",
		"# a":                   `\# a`,
		"- #1 - b > c":          `\- #1 - b > c`,
		"\n > a\n# b":           `\> a # b`,
		"~~~":                   `\~~~`,
		"12. a":                 `12\. a`,
		"12 a.":                 "12 a.",
		"3.5 个":                 "3.5 个",
	} {
		got := string(hosting.LLMs(hosting.Guide{Title: text, About: []string{text}, Parts: []hosting.GuidePart{{text, []hosting.GuideLink{{text, "u", text}}}}}))
		if full := "# " + want + "\n\n> " + want + "\n\n## " + want + "\n\n- [" + want + "](u): " + want + "\n"; got != full {
			t.Errorf("%q: got\n%s\nwant\n%s", text, got, full)
		}
	}
}

func TestSecurity(t *testing.T) {
	t.Parallel()
	s := district(t)
	got := string(hosting.Security(s, "https://www.nowhere.example/.well-known/security.txt"))
	const want = `Contact: mailto:security@nowhere.example
Expires: 2025-06-30T00:00:00Z
Preferred-Languages: zh, en
Canonical: https://www.nowhere.example/.well-known/security.txt
`
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}
