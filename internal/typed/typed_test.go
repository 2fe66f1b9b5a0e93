package typed

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"gongshi/internal/diag"
	"gongshi/internal/load"
	"gongshi/internal/markdown"
	"gongshi/internal/report"
)

// facts are metrics of every sort, for the sentences below.
const facts = `[led]
name = { zh = "领办项目", en = "Projects led" }
unit = { zh = "个", en = { one = "project", other = "projects" } }
kind = "count"
values."2024-11-25" = 50

[done]
name = { zh = "已完成项目", en = "Projects completed" }
unit = { zh = "个", en = { one = "project", other = "projects" } }
kind = "count"
values."2024-11-25" = 42

[toilets]
name = { zh = "改厕", en = "Toilets converted" }
unit = { zh = "个", en = { one = "toilet", other = "toilets" } }
kind = "count"
values."2024-11-25" = 50
by.area."2024-06-30" = { lane = 11 }
by.area."2024-11-25" = { lane = 17 }
target."2024-12-31" = 60

[lights]
name = { zh = "增换路灯", en = "Street lights added or replaced" }
unit = { zh = "盏", en = { one = "street light", other = "street lights" } }
kind = "count"
values."2024-06-30" = 120
values."2024-09-30" = 156
values."2024-11-25" = 156

[rate]
name = { zh = "项目完成率", en = "Completion rate" }
kind = "ratio"
of = ["done", "led"]

[satisfaction]
name = { zh = "群众满意率", en = "Satisfaction rate" }
unit = { zh = "%", en = { one = "%", other = "%" } }
kind = "measure"
values."2024-11-25" = 98.5

[invested]
name = { zh = "完成投资", en = "Money invested" }
unit = { zh = "万元", en = { one = "ten thousand yuan", other = "ten thousand yuan" } }
kind = "measure"
values."2024-11-25" = 1234

[length]
name = { zh = "道路长度", en = "Length of roads" }
unit = { zh = "公里", en = { one = "km", other = "km" } }
kind = "measure"
values."2024-11-25" = 15.5

[hours]
name = { zh = "志愿服务时长", en = "Hours of voluntary service" }
unit = { zh = "小时", en = { one = "hour", other = "hours" } }
kind = "count"
values."2024-11-25" = 1200

[trees]
name = { zh = "种树", en = "Trees planted" }
unit = { zh = "棵", en = { one = "tree", other = "trees" } }
kind = "count"
values."2024-11-25" = 2000

[suggestions]
name = { zh = "收集意见建议", en = "Suggestions collected" }
unit = { zh = "条", en = { one = "suggestion", other = "suggestions" } }
kind = "count"
values."2024-11-25" = { value = 300, bound = "at-least" }

[disputes]
name = { zh = "化解矛盾纠纷", en = "Disputes settled" }
unit = { zh = "件", en = { one = "dispute", other = "disputes" } }
kind = "count"
values."2024-11-25" = 183

[money]
name = { zh = "总投资", en = "Total investment" }
unit = { zh = "元", en = { one = "yuan", other = "yuan" } }
kind = "measure"
values."2024-11-25" = 123456789
`

// siteOf is the site of those metrics, with a page for each language and a
// project.
func siteOf(t testing.TB, files map[string]string) *report.Site {
	t.Helper()
	fsys := fstest.MapFS{
		"config.toml":                       {Data: []byte("languages = [\"zh\", \"en\"]\ndate = 2024-12-31\n")},
		"content/metrics/a.toml":            {Data: []byte(facts)},
		"content/vocabulary.toml":           {Data: []byte("[area.town]\nname = { zh = \"大镇\", en = \"Town\" }\n[area.lane]\nparent = \"town\"\nname = { zh = \"巷社区\", en = \"Lane Community\" }\n")},
		"content/projects/one/project.toml": {Data: []byte("[deliver.lights]\ntarget = 40\nvalues.\"2024-11-25\" = 23\n")},
	}
	for name, text := range files {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	s, _ := load.Site(fsys)
	return s
}

// page is a file of a page with a text.
func page(text string) string { return "+++\ntitle = \"T\"\n+++\n\n" + text + "\n" }

// typed returns what is reported of the numbers in a text: what each is, and what
// to write instead.
func typed(t *testing.T, lang, dir, text string) string {
	t.Helper()
	s := siteOf(t, map[string]string{"content/" + dir + "index." + lang + ".md": page(text)})
	var found []string
	for _, p := range Figures(s).Sorted() {
		if p.Notice {
			continue
		}
		what, _, _ := strings.Cut(p.Text, "; it is ")
		if strings.Contains(p.Text, " stands beside ") {
			what = "contradicts"
		}
		write, _, _ := strings.Cut(p.Hint, ",")
		write, _, _ = strings.Cut(write, ";")
		found = append(found, strings.TrimSuffix(strings.TrimPrefix(what, "number "), " is typed")+" "+write)
	}
	return strings.Join(found, " | ")
}

func TestTyped(t *testing.T) {
	tests := []struct{ lang, text, want string }{
		// what to write instead
		{"zh", "截至2024年6月30日，全区已有120盏。", `"120" replace 120盏 by {{lights 2024-06-30}}`},
		{"zh", "全区已有156盏。", `"156" replace 156盏 by {{lights}}`},
		{"zh", "改厕50个。", `"50" replace 50个 by {{toilets}}`},
		{"zh", "领办了50个项目。", `"50" replace 50 by {{led value}}`},
		{"en", "There were 50 toilets.", `"50" replace 50 toilets by {{toilets}}`},

		// scales within a unit
		{"zh", "完成投资1234万元。", `"1234万" replace 1234万元 by {{invested}}`},
		{"zh", "完成投资0.1234亿元。", `"0.1234亿" replace 0.1234亿元 by {{invested}}`},
		{"zh", "完成投资1250万元。", "contradicts replace 1250万元 by {{invested}}"},
		{"en", "In all, 12.34 million yuan was spent.", `"12.34 million" replace 12.34 million yuan by {{invested}}`},
		{"en", "Money invested: 12.5 million yuan.", "contradicts replace 12.5 million yuan by {{invested}}"},
		{"zh", "完成投资1234元。", "contradicts replace 1234元 by {{invested}}"},

		// rates, computed and published
		{"zh", "群众满意率98.5%。", `"98.5%" replace 98.5% by {{satisfaction}}`},
		{"zh", "群众满意率97.5%。", "contradicts replace 97.5% by {{satisfaction}}"},
		{"en", "The satisfaction rate was 97.5%.", "contradicts replace 97.5% by {{satisfaction}}"},
		{"zh", "完成率达到84.0%。", `"84.0%" replace 84.0% by {{rate}}`},
		{"zh", "完成率达到85.6%。", "contradicts replace 85.6% by {{rate}}"},
		{"en", "The completion\nrate was 85.6%.", "contradicts replace 85.6% by {{rate}}"},
		{"en", "ȺȺȺȺ Completion rate 85.6%.", "contradicts replace 85.6% by {{rate}}"},
		{"en", "It was 85.6% completion rate ȺȺ.", "contradicts replace 85.6% by {{rate}}"},

		// what looks like something else, and counts what a metric counts
		{"zh", "目前42个项目已经完成。", `"42" replace 42 by {{done value}}`},
		{"zh", "今年约300条意见建议得到处理。", `"300" replace 300 by {{suggestions value}}`},
		{"zh", "接到热线183件。", `"183" replace 183件 by {{disputes}}`},
		{"zh", "总投资123456789元。", `"123456789" replace 123456789元 by {{money}}`},
		{"zh", "42/49个项目已完成。", `"42" replace 42 by {{done value}}`},
		{"zh", "志愿服务1200小时。", `"1200" replace 1200小时 by {{hours}}`},
		{"en", "- Completed (42)\n- Lights (156)", `"42" replace 42 by {{done value}} | "156" replace 156 by {{lights value}}`},
		{"en", "They planted a total of 2000 trees.", `"2000" replace 2000 trees by {{trees}}`},
		{"en", "A road 15.5 km long.", `"15.5" replace 15.5 km by {{length}}`},

		// what counts something else
		{"en", "We asked about 50\nhouseholds.", ""},
		{"en", "Then 50 Party members helped.", ""},
		{"zh", "每户50平米，49床，50毫克。", ""},
		{"zh", "42至50户，42或50人。", ""},
		{"zh", "住了42天，满50岁，第42次，前50名。", ""},
		{"zh", "上升50个百分点。", ""},
		{"zh", "改厕用了50个月，领办项目一个月。", ""},
		{"en", "In 2000 the service began; Zhao Guilan, 42, said so.", ""},

		// parts, plans and other times
		{"zh", "其中农村改厕12个。", ""},
		{"zh", "2023年改厕30个。", ""},
		{"zh", "计划改厕65个。", ""},
		{"zh", "巷社区改厕18个。", ""},
		{"zh", "去年改厕30个。", ""},
		{"zh", "2023年以来改厕30个。", "contradicts replace 30个 by {{toilets}}"},
		{"zh", "2024年改厕52个。", "contradicts replace 52个 by {{toilets}}"},
		{"zh", "按照计划，改厕52个。", "contradicts replace 52个 by {{toilets}}"},
		{"zh", "种树1900棵。", "contradicts replace 1900棵 by {{trees}}"},
		{"zh", "巷社区改厕17个。", `"17" replace 17个 by {{toilets area lane}}`},
		{"zh", "上半年巷社区改厕11个。", `"11" replace 11个 by {{toilets area lane 2024-06-30}}`},
		{"zh", "计划改厕60个。", `"60" replace 60个 by {{toilets target 2024-12-31}}`},
		{"en", "The target is 60 toilets.", `"60" replace 60 toilets by {{toilets target 2024-12-31}}`},
		{"zh", "共有17个人，60个人。", ""},
	}
	for _, tt := range tests {
		if got := typed(t, tt.lang, "", tt.text); got != tt.want {
			t.Errorf("%s\n got %s\nwant %s", tt.text, got, tt.want)
		}
	}
}

// TestTypedOwn holds that a project's page is to name the project's figures.
func TestTypedOwn(t *testing.T) {
	for text, want := range map[string]string{
		"换了23盏。":    `"23" replace 23盏 by {{this.lights}}`,
		"计划换40盏路灯。": `"40" replace 40 by {{this.lights value target}}`,
		"换了156盏。":   `"156" replace 156盏 by {{lights}}`,
	} {
		if got := typed(t, "zh", "projects/one/", text); got != want {
			t.Errorf("%s\n got %s\nwant %s", text, got, want)
		}
	}
}

// TestTexts holds that the rules for prose read the texts in TOML, too.
func TestTexts(t *testing.T) {
	s := siteOf(t, map[string]string{
		"content/charts/a.toml": `[a]
title = { zh = "增换路灯150盏", en = "The completion rate was 85.6%" }
subtitle = { zh = "无", en = "All **156** of them" }
`,
		"content/sources.toml": "[notice]\ntitle = { zh = \"改厕50个的通报\", en = \"Notice of 156 street lights\" }\n",
	})
	var got []string
	for _, p := range Figures(s) {
		got = append(got, p.Pos.String()+": "+p.Text)
	}
	slices.Sort(got)
	want := []string{
		`content/charts/a.toml:2:1: number "150" in "title" stands beside "增换路灯", which is 156盏`,
		`content/charts/a.toml:2:1: number "85.6%" in "title" stands beside "Completion rate", which is 84.0%`,
		`content/charts/a.toml:3:1: number "156" is typed in "subtitle"; it is the value of "lights", and would not follow it`,
	}
	if !slices.Equal(got, want) {
		t.Errorf("\n got %s\nwant %s", strings.Join(got, "\n     "), strings.Join(want, "\n     "))
	}
}

func TestSentence(t *testing.T) {
	long := strings.Repeat("长", longestSentence)
	tests := []struct{ text, want string }{
		{"甲。共7个！乙", "共7个"},
		{"One. Then 7 of 3.5 km. Two", "Then 7 of 3.5 km"},
		{"甲\n7；乙", "7"},
		{"7", "7"},
		{long + "7" + long, long[:longestSentence] + "7" + long[:longestSentence]},
	}
	for _, tt := range tests {
		begin, end := sentence(tt.text, strings.Index(tt.text, "7"))
		if got := tt.text[begin:end]; got != tt.want {
			t.Errorf("%.40s: sentence %q, want %q", tt.text, got, tt.want)
		}
	}
}

func TestFold(t *testing.T) {
	for text, want := range map[string]string{"ȺB İ Straße 路灯": "Ⱥb İ straße 路灯", "\xffA\xff": "\xffa\xff", "É": "é"} {
		if got := fold(text); got != want || len(got) != len(text) {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestBeside(t *testing.T) {
	s := siteOf(t, nil)
	x := newLexicon(s, s.Languages[0])
	for _, tt := range []struct{ before, after, want string }{
		{"全区改厕", "个", "改厕"},
		{"改厕共计", "个", "改厕"},
		{"改厕一共达到了", "个", ""},
		{"项目完成率现在已经达到了", "", "项目完成率 完成率"},
		{"以", "的完成率", "完成率"},
		{"以", "的改厕", ""},
		{"", "", ""},
	} {
		var got []string
		for _, n := range x.names.beside(tt.before, tt.after) {
			got = append(got, n.name)
		}
		if s := strings.Join(got, " "); s != tt.want {
			t.Errorf("%s…%s: %q, want %q", tt.before, tt.after, s, tt.want)
		}
	}
}

// FuzzTyped holds that no text makes the rules fail, and that what they report
// has a place in it.
func FuzzTyped(f *testing.F) {
	for _, text := range []string{"改厕50个。", "ȺȺ Completion rate 85.6% ȺȺ", "完成投资1234万元", "其中2023年改厕12个", "Lights (156)\xff"} {
		f.Add(text)
	}
	s := siteOf(f, nil)
	lexicons := []*lexicon{newLexicon(s, s.Languages[0]), newLexicon(s, s.Languages[1])}
	f.Fuzz(func(t *testing.T, text string) {
		text = strings.ReplaceAll(text, "\n", " ")
		line, _ := markdown.ParseLine(diag.Pos{File: "x", Line: 1, Col: 1}, text)
		for _, x := range lexicons {
			for _, n := range typedNumbers(line.Run()) {
				for _, p := range x.stated(n, nil) {
					if p.Pos == (diag.Pos{}) {
						t.Errorf("%q: %s has no place", text, p.Text)
					}
				}
			}
		}
	})
}
