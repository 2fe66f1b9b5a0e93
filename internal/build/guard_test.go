package build

import (
	"archive/zip"
	"bytes"
	"maps"
	"strings"
	"testing"
)

// withDocument is the tiny site with a document beside its home page, and a waiver
// for it.
func withDocument(name, data string) map[string]string {
	site := maps.Clone(tiny)
	site["config.toml"] += `date = 2025-01-31
[waivers.plan]
text = "content/` + name + `"
reason = { zh = "已逐页看过。", en = "Every page was read." }
office = { zh = "办公室", en = "Office" }
until = 2025-12-31
`
	site["content/index.zh.md"] += "\n[文件](" + name + ")\n"
	site["content/index.en.md"] += "\n[Document](" + name + ")\n"
	site["content/"+name] = data
	return site
}

// A waiver for a document stands for what cannot be read in it, never for what can.
func TestWaiverForADocument(t *testing.T) {
	t.Parallel()
	const logo = "\x89PNG\x00"
	for _, c := range []struct{ name, file, data, want string }{
		{"not readable", "plan.pdf", "%PDF-1.7\n", ""},
		{"logo", "plan.docx", document(t, "您好", logo), ""},
		{"logo and an identity number", "plan.docx", document(t, "身份证11010519491231002X", logo), "content/plan.docx: 110105********002X looks like personal data"},
		{"number in the name", "plan-13800138000.pdf", "%PDF-1.7\n", "content/plan-13800138000.pdf: 138****8000 looks like personal data"},
		{"table", "list.csv", "姓名,病情\n张三,x\n", "content/list.csv:1:1: 姓名 + 病情 looks like personal data"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			var said []string
			_, problems, err := Run(t.Context(), Options{Site: newSite(t, withDocument(c.file, c.data)), Strict: true, Cache: t.TempDir(), Say: func(line string) { said = append(said, line) }})
			if err != nil {
				t.Fatal(err)
			}
			if c.want != "" {
				if len(problems) == 0 || !strings.HasPrefix(problems[0].String(), c.want) {
					t.Errorf("problems are %v, want %s", problems, c.want)
				}
				return
			}
			if len(problems) > 0 {
				t.Errorf("problems are %v, want none", problems)
			}
			if want := `content/` + c.file + ` was not looked into; waiver "plan" stands for it until 2025-12-31`; len(said) != 1 || said[0] != want {
				t.Errorf("said %q, want %q", said, want)
			}
		})
	}
}

// Without a waiver, what cannot be read is a notice.
func TestUnreadDocument(t *testing.T) {
	t.Parallel()
	site := withDocument("plan.pdf", "%PDF-1.7\n")
	site["config.toml"] = tiny["config.toml"]
	_, problems, err := Run(t.Context(), Options{Site: newSite(t, site), Cache: t.TempDir()})
	const want = "content/plan.pdf: notice: file cannot be looked into for personal data; a person must"
	if err != nil || len(problems) != 1 || !strings.HasPrefix(problems[0].String(), want) {
		t.Errorf("Run: %v, %v; want %s", problems, err, want)
	}
}

// document makes a docx of a text and a picture.
func document(t *testing.T, text, picture string) string {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for name, data := range map[string]string{"word/document.xml": "<w:document><w:p><w:t>" + text + "</w:t></w:p></w:document>", "word/media/image1.png": picture} {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(data)); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// withAmounts is the tiny site with figures that look like telephone numbers and
// bank cards: values, a target, parts, a correction, and what a project reached.
func withAmounts() map[string]string {
	site := maps.Clone(tiny)
	site["content/sources.toml"] = `[notice]
publisher = { zh = "示例区", en = "Sample District" }
title = { zh = "通报", en = "Notice" }
date = 2025-01-31
`
	site["content/vocabulary.toml"] = `[area.east]
name = { zh = "东街道", en = "East Subdistrict" }
[area.west]
name = { zh = "西街道", en = "West Subdistrict" }
[status.in-progress]
name = { zh = "进行中", en = "In progress" }
`
	site["content/metrics/a.toml"] = `[spent]
name = { zh = "投资", en = "Money spent" }
unit = { zh = "元", en = { one = "yuan", other = "yuan" } }
kind = "amount"
currency = "CNY"
definition = { zh = "全部投资", en = "All money spent" }
source = "notice"
values."2023-12-31" = 13812345001
values."2024-12-31" = 28012345678
target."2025-12-31" = 13912345678
by.area."2024-12-31" = { east = 14112345678, west = 13900000000 }
corrections."2025-01-15" = { as_of = 2023-12-31, was = 13512345678, kind = "correction", reason = { zh = "抄录错误。", en = "A slip in copying." } }
`
	for lang, text := range map[string]string{"zh": "# 改造", "en": "# Renewal"} {
		site["content/projects/roads/index."+lang+".md"] = "+++\ntitle = \"" + strings.TrimPrefix(text, "# ") + "\"\n+++\n\n{{spent}} {{spent change 2023-12-31}}\n"
	}
	site["content/projects/roads/project.toml"] = "status = \"in-progress\"\nsource = \"notice\"\n[deliver.spent]\ntarget = 15912345678\nvalues.\"2024-12-31\" = 28012345678\n"
	return site
}

// What the site states as a value is no telephone number.
func TestValuesOfTheSitePass(t *testing.T) {
	t.Parallel()
	run(t, Options{Site: newSite(t, withAmounts())})
}
