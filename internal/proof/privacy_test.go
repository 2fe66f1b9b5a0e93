package proof_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"gongshi/internal/load"
	"gongshi/internal/proof"
	"gongshi/internal/report"
)

// personal returns what the rules of prose say of a page, of personal data alone.
func personal(t *testing.T, config, body string) []string {
	t.Helper()
	fsys := fstest.MapFS{
		"config.toml":                  {Data: []byte("title = { zh = \"示例区\", en = \"Sample District\" }\nbase_url = \"https://sample.example/\"\nlanguages = [\"zh\"]\ndate = 2025-01-31\n" + config)},
		"content/index.zh.md":          {Data: []byte("+++\ntitle = \"首页\"\n+++\n" + body)},
		"content/plan-13800138000.pdf": {Data: []byte("%PDF-1.7\n")},
		"content/metrics/a.toml":       {Data: []byte("[spent]\nvalues.\"2024-12-31\" = 13812345678\n")},
	}
	site, _ := load.Site(fsys) // the site is not complete, which is not the subject here
	found := personalData(site)
	return found
}

const document = "content/plan-13800138000.pdf: 138****8000 looks like personal data (a mobile telephone number), which must not be published"

func TestPersonalData(t *testing.T) {
	const (
		table  = "content/index.zh.md:6:8: 姓名 + 残疾等级 looks like personal data (a table of persons), which must not be published"
		number = "content/index.zh.md:4:3: 138****5678 looks like personal data (a mobile telephone number), which must not be published"
		waiver = "[waivers.plan]\nreason = { zh = \"甲\" }\noffice = { zh = \"甲\" }\nuntil = 2025-12-31\ntext = "
	)
	for _, c := range []struct {
		name, config, body string
		want               []string
	}{
		{"table of persons", "", "名单\n\n| 序号 | 姓名 | 残疾等级 |\n|---|---|---|\n| 1 | 张三 | 二级 |\n", []string{table}},
		{"table with a link and a figure", "", "名单\n\n| 序号 | [姓名](/) | 低保 |\n|---|---|---|\n| 1 | 张三 | {{spent}} |\n", []string{strings.Replace(strings.Replace(table, "6:8", "6:9", 1), "残疾等级", "低保", 1)}},
		{"masked table", "", "| 姓名 | 残疾等级 |\n|---|---|\n| 张* | 二级 |\n", nil},
		{"table of statistics", "", "| 社区 | 村民 | 残疾人 |\n|---|---|---|\n| 东 | 300 | 12 |\n", nil},
		{"no table", "", "姓名、残疾等级\n", nil},

		// The value of a figure is no leave to type it.
		{"number that is a value", "", "电话13812345678\n", []string{number}},

		{"waiver for a number", waiver + "\"138-1234-5678\"\n", "电话13812345678\n", nil},
		{"waiver for a document", waiver + "\"content/plan-13800138000.pdf\"\n", "", nil},
	} {
		want := strings.Join(append(c.want, document), "\n")
		if got := strings.Join(personal(t, c.config, c.body), "\n"); got != want {
			t.Errorf("%s: got\n%s\nwant\n%s", c.name, got, want)
		}
	}
}

// TestAddressesOfPages holds that the name of a page's folder, which is its address,
// is looked at: once, whatever number of files there is in it.
func TestAddressesOfPages(t *testing.T) {
	page := func(title string) *fstest.MapFile {
		return &fstest.MapFile{Data: []byte("+++\ntitle = \"" + title + "\"\n+++\n")}
	}
	site, _ := load.Site(fstest.MapFS{
		"config.toml":         {Data: []byte("title = { zh = \"示例区\", en = \"Sample District\" }\nbase_url = \"https://sample.example/\"\nlanguages = [\"zh\", \"en\"]\n")},
		"content/index.zh.md": page("首页"),
		"content/projects/call-13800138000/index.zh.md": page("甲"),
		"content/projects/call-13800138000/index.en.md": page("A"),
	})
	found := personalData(site)
	const want = "content/projects/call-13800138000/index.en.md: 138****8000 looks like personal data (a mobile telephone number), which must not be published"
	if len(found) != 1 || found[0] != want {
		t.Errorf("got %q, want %q", found, want)
	}
}

// personalData are the first lines of what the rules say of personal data in a site.
func personalData(site *report.Site) []string {
	var found []string
	for _, rule := range proof.Rules {
		for _, p := range rule(site) {
			if text := p.String(); strings.Contains(text, "personal data") {
				line, _, _ := strings.Cut(text, "\n")
				found = append(found, line)
			}
		}
	}
	return found
}
