package check_test

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"gongshi/internal/check"
	"gongshi/internal/diag"
	"gongshi/internal/load"
)

// sound is a small site without a fault. Each case below changes one file of it.
var sound = map[string]string{
	"config.toml": `title = { zh = "示例区", en = "Sample District" }
base_url = "https://sample.example/"
languages = ["zh", "en"]
menu = ["/projects/", "/about/"]
[home]
headline = "rate"
tiles = ["lights"]
`,
	"content/vocabulary.toml": `[level.town]
name = { zh = "镇", en = "Town" }
[area.east]
name = { zh = "东街道", en = "East Subdistrict" }
[area.lane]
name = { zh = "巷社区", en = "Lane Community" }
parent = "east"
[status.completed]
name = { zh = "已完成", en = "Completed" }
[status.in-progress]
name = { zh = "进行中", en = "In progress" }
`,
	"content/sources.toml": `[notice]
publisher = { zh = "示例区", en = "Sample District" }
title = { zh = "通报", en = "Notice" }
date = 2024-11-25
`,
	"content/metrics/a.toml": `[lights]
name = { zh = "路灯", en = "Street lights" }
unit = { zh = "盏", en = { one = "light", other = "lights" } }
kind = "count"
definition = { zh = "换好的路灯", en = "Lights replaced" }
source = "notice"
values."2024-11-25" = 156

[led]
name = { zh = "项目", en = "Projects" }
unit = { zh = "个", en = { one = "project", other = "projects" } }
kind = "count"
definition = { zh = "全部项目", en = "All projects" }
source = "notice"
values."2024-11-25" = 49

[done]
name = { zh = "已完成", en = "Completed" }
unit = { zh = "个", en = { one = "project", other = "projects" } }
kind = "count"
definition = { zh = "完成的项目", en = "Projects completed" }
source = "notice"
values."2024-11-25" = 42

[rate]
name = { zh = "完成率", en = "Completion rate" }
kind = "ratio"
definition = { zh = "完成的比例", en = "Share completed" }
source = "notice"
of = ["done", "led"]
reported."2024-11-25" = "85.7%"
`,
	"content/charts/a.toml": `[bars]
kind = "bar"
title = { zh = "数量", en = "Numbers" }
metrics = ["lights", "led"]
[share]
kind = "donut"
title = { zh = "完成", en = "Completion" }
metrics = ["rate"]
rest = { zh = "未完成", en = "Not completed" }
`,
	"content/index.zh.md":                "+++\ntitle = \"{{led value}}个项目\"\n+++\n\n{{chart bars}}\n\n见[说明](/about/#how)。\n",
	"content/index.en.md":                "+++\ntitle = \"{{led value}} projects\"\n+++\n\n{{chart bars}}\n\nSee [about](/about/#how).\n",
	"content/about/index.zh.md":          "+++\ntitle = \"说明\"\n+++\n\n## 办法 {#how}\n",
	"content/about/index.en.md":          "+++\ntitle = \"About\"\n+++\n\n## Method {#how}\n",
	"content/projects/lane/project.toml": "level = \"town\"\narea = \"lane\"\nstatus = \"completed\"\nstarted = 2024-03-01\ncompleted = 2024-10-01\nsource = \"notice\"\n[counts]\nlights = 17\n",
	"content/projects/lane/index.zh.md":  "+++\ntitle = \"小巷\"\n+++\n\n换了{{this.lights}}，见[指标](/metrics/lights/)和[数据](/data/metrics/lights.csv)。\n",
	"content/projects/lane/index.en.md":  "+++\ntitle = \"Lane\"\n+++\n\n{{this.lights}}, see [metric](/metrics/lights/) and [plan](plan.pdf).\n",
	"content/projects/lane/plan.pdf":     "%PDF",
}

// edit is a change of one file: the first old text becomes the new one.
type edit struct{ file, old, new string }

// with returns the sound site after edits. An edit of an unknown file adds it.
func with(t *testing.T, edits ...edit) fstest.MapFS {
	t.Helper()
	fsys := fstest.MapFS{}
	for name, text := range sound {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	for _, e := range edits {
		old := ""
		if f, ok := fsys[e.file]; ok {
			old = string(f.Data)
		}
		if !strings.Contains(old, e.old) {
			t.Fatalf("%s does not hold %q", e.file, e.old)
		}
		fsys[e.file] = &fstest.MapFile{Data: []byte(strings.Replace(old, e.old, e.new, 1))}
	}
	return fsys
}

// problems returns what is wrong with a site, a line each, hints left out.
func problems(fsys fstest.MapFS) []string {
	site, list := load.Site(fsys)
	list.Append(check.Site(site))
	var lines []string
	for _, p := range list.Sorted() {
		line := p.Pos.String() + ": " + p.Text
		if p.See != nil {
			line += " (see " + p.See.String() + ")"
		}
		lines = append(lines, line)
	}
	return lines
}

func TestSoundSite(t *testing.T) {
	if got := problems(with(t)); len(got) > 0 {
		t.Errorf("a sound site has problems:\n%s", strings.Join(got, "\n"))
	}
}

// TestSectionsStay holds that a text for a page of sorted projects, and a link to it, are
// sound where all projects are in one area, and the text also where there is none yet.
func TestSectionsStay(t *testing.T) {
	const zh, en = "+++\ntitle = \"按此分列\"\n+++\n", "+++\ntitle = \"Sorted\"\n+++\n"
	if got := problems(with(t,
		edit{"content/areas/index.zh.md", "", zh}, edit{"content/areas/index.en.md", "", en},
		edit{"content/bodies/index.zh.md", "", zh}, edit{"content/bodies/index.en.md", "", en},
		edit{"content/index.zh.md", "见", "见[各地](/areas/)、[各街道](/areas/east/)、"}, edit{"content/index.en.md", "See", "See [places](/areas/), [East](/areas/east/),"},
	)); len(got) > 0 {
		t.Errorf("problems:\n%s", strings.Join(got, "\n"))
	}
}

// TestRules has at least one bad case for every rule; the sound site is the
// good one.
func TestRules(t *testing.T) {
	const metrics, charts, config, vocabulary, sources = "content/metrics/a.toml", "content/charts/a.toml", "config.toml", "content/vocabulary.toml", "content/sources.toml"
	const project, zh, en = "content/projects/lane/project.toml", "content/index.zh.md", "content/index.en.md"
	tests := []struct {
		name string
		edit edit
		want string
	}{
		// configComplete
		{"no title", edit{config, "title", "tagline"}, "config.toml: the site has no title"},
		{"no base URL", edit{config, "base_url = \"https://sample.example/\"\n", ""}, "config.toml: base_url is missing; the pages name their own full address to search engines"},
		{"base URL without a scheme", edit{config, "https://sample", "sample"}, `config.toml:2:12: base_url "sample.example/" is not the address of a site`},
		{"publisher's address", edit{config, "[home]", "[publisher]\nurl = \"sample\"\n[home]"}, `config.toml:6:7: url "sample" is not the address of a site; it begins with https:// or http://`},
		// homeResolves
		{"licence without a name", edit{config, "[home]", "[licence]\nurl = \"https://example.org/by/\"\n[home]"}, "config.toml:5:2: the licence has no name"},
		{"licence without its text", edit{config, "[home]", "[licence]\nname = { zh = \"署名\", en = \"BY\" }\n[home]"}, "config.toml:5:2: the licence has no url; readers must find its text"},
		{"licence with an empty table", edit{config, "[home]", "[licence]\n[home]"}, "config.toml:5:2: the licence has no url; readers must find its text"},
		{"licence at no address", edit{config, "[home]", "[licence]\nname = { zh = \"署名\", en = \"BY\" }\nurl = \"http://example.org/by/\"\n[home]"}, `config.toml:7:7: url "http://example.org/by/" is not the address of a licence; it begins with https://`},
		{"licence in one language", edit{config, "[home]", "[licence]\nname = { zh = \"署名\" }\nurl = \"https://example.org/by/\"\n[home]"}, `config.toml:6:1: "name" has no text in English (en)`},
		{"identifier of a licence", edit{config, "[home]", "[licence]\nname = { zh = \"署名\", en = \"BY\" }\nurl = \"https://example.org/by/\"\nid = \"CC BY\"\n[home]"}, `config.toml:8:6: id "CC BY" is not the identifier of a licence, such as CC-BY-4.0; allowed are letters, digits, dots, hyphens and underscores`},
		{"unknown headline", edit{config, `"rate"`, `"rates"`}, `config.toml:6:12: metric "rates" is not defined in content/metrics`},
		{"headline is a count", edit{config, `"rate"`, `"lights"`}, `config.toml:6:12: headline "lights" is a count; it must be a ratio, the completion rate of projects (see content/metrics/a.toml:1:2)`},
		{"headline of a measure", edit{metrics, "kind = \"count\"\ndefinition = { zh = \"完成的项目\"", "kind = \"measure\"\ndefinition = { zh = \"完成的项目\""}, `config.toml:6:12: headline "rate" is computed from "done", a measure; a completion rate is computed from counts of projects (see content/metrics/a.toml:17:2)`},
		{"headline over 100 %", edit{metrics, "= 42", "= 50"}, `config.toml:6:12: headline "rate" is over 100%: more are completed than there are (see content/metrics/a.toml:17:2)`},
		{"unknown tile", edit{config, `["lights"]`, `["lamps"]`}, `config.toml:7:10: metric "lamps" is not defined in content/metrics`},
		{"tile twice", edit{config, `["lights"]`, `["lights", "lights"]`}, `config.toml:7:20: tiles names "lights" twice (see config.toml:7:10)`},
		{"unknown menu entry", edit{config, `"/about/"`, `"/abuot/"`}, `config.toml:4:23: menu: there is no page at "/abuot/"; a page is named by its address, such as /about/`},
		// textsComplete
		{"text missing in a language", edit{metrics, `, en = "Street lights"`, ""}, `content/metrics/a.toml:2:1: "name" has no text in English (en)`},
		{"text empty in a language", edit{metrics, `"Street lights"`, `" "`}, `content/metrics/a.toml:2:1: "name" has no text in English (en)`},
		{"text of an example", edit{metrics, `"Street lights"`, `"…"`}, `content/metrics/a.toml:2:1: "name" has only … in English (en), which stands for a text`},
		{"text of dots", edit{metrics, `"Street lights"`, `"..."`}, `content/metrics/a.toml:2:1: "name" has only ... in English (en), which stands for a text`},
		{"text of a question mark", edit{metrics, `"路灯"`, `"？"`}, `content/metrics/a.toml:2:1: "name" has only ？ in 中文 (zh), which stands for a text`},
		{"unit of an example", edit{metrics, `"盏"`, `"…"`}, `content/metrics/a.toml:3:1: "unit" has only … in 中文 (zh), which stands for a text`},
		{"title of an example", edit{"content/about/index.en.md", `"About"`, `"…"`}, `content/about/index.en.md:2:10: "title" has only … in English (en), which stands for a text`},
		{"text in another language", edit{metrics, `en = "Street lights"`, `en = "a", fr = "b"`}, `content/metrics/a.toml:2:1: "name" has a text in "fr", which is not a language of this site; config.toml names zh, en`},
		// unitsComplete
		{"unit missing in a language", edit{metrics, `zh = "盏", `, ""}, `content/metrics/a.toml:3:1: "unit" has no text in 中文 (zh)`},
		{"unit without its singular", edit{metrics, `one = "light", `, ""}, `content/metrics/a.toml:3:1: unit in English has no form "one"`},
		{"unit with a form that the language has not", edit{metrics, `zh = "盏"`, `zh = { one = "盏", other = "盏" }`}, `content/metrics/a.toml:3:1: unit in 中文 has the form "one"; the forms of this language are other`},
		// pagesComplete
		{"page in one language", edit{"content/new/index.zh.md", "", "+++\ntitle = \"新\"\n+++\n"}, "content/new/index.zh.md: page has no text in English (en)"},
		{"page in another language", edit{"content/about/index.fr.md", "", "+++\ntitle = \"A\"\n+++\n"}, `content/about/index.fr.md: language "fr" is not a language of this site; config.toml names zh, en`},
		{"page without a title", edit{"content/about/index.en.md", "title = \"About\"", ""}, "content/about/index.en.md:1:1: page has no title"},
		{"project without a text", edit{"content/projects/new/project.toml", "", "status = \"completed\"\nsource = \"notice\""}, "content/projects/new/project.toml: page has no text in 中文 (zh)"},
		{"write-up without its facts", edit{"content/projects/new/index.zh.md", "", "+++\ntitle = \"新\"\n+++\n"}, "content/projects/new/index.zh.md: project has a write-up, but no facts"},
		// addressesUnique
		{"page where a metric is", edit{"content/metrics/lights/index.zh.md", "", "+++\ntitle = \"灯\"\n+++\n"}, "content/metrics/lights/index.zh.md: address /metrics/lights/ is taken already (see content/metrics/a.toml:1:2)"},
		{"page where a chart is", edit{"content/charts/bars/index.zh.md", "", "+++\ntitle = \"图\"\n+++\n"}, "content/charts/bars/index.zh.md: address /charts/bars/ is taken already (see content/charts/a.toml:1:2)"},
		{"page where a chart alone is", edit{"content/charts/bars/frame/index.zh.md", "", "+++\ntitle = \"图\"\n+++\n"}, "content/charts/bars/frame/index.zh.md: address /charts/bars/frame/ is taken already (see content/charts/a.toml:1:2)"},
		{"document where a chart's data is", edit{"content/charts/bars.csv", "", "a"}, "content/charts/bars.csv: address /charts/bars.csv is taken already (see content/charts/a.toml:1:2)"},
		{"reserved address", edit{"content/data/more/index.zh.md", "", "+++\ntitle = \"灯\"\n+++\n"}, `content/data/more/index.zh.md: address /data/more/ begins with "data", which the site needs for itself`},
		{"document at the address of a data file", edit{"content/data/metrics.csv", "", "a"}, `content/data/metrics.csv: address /data/metrics.csv begins with "data", which the site needs for itself`},
		{"address of a language", edit{"content/en/index.zh.md", "", "+++\ntitle = \"灯\"\n+++\n"}, `content/en/index.zh.md: address /en/ begins with "en", which the site needs for itself`},
		{"files that differ in case only", edit{"content/projects/lane/PLAN.pdf", "", "x"}, "content/projects/lane/plan.pdf: address /projects/lane/plan.pdf is taken already (see content/projects/lane/PLAN.pdf)"},
		// publishedByNow
		{"published after the site's date", edit{"content/about/index.en.md", "title = \"About\"\n", "title = \"About\"\npublished = \"2030-01-02 08:00\"\n"}, "content/about/index.en.md:3:13: page was published on 2030-01-02, but the site speaks of 2024-11-25"},
		{"published in one language", edit{"content/about/index.en.md", "title = \"About\"\n", "title = \"About\"\npublished = \"2024-11-25 08:00\"\n"}, "content/about/index.zh.md:1:1: page does not say when it was published, as it does in the other language (see content/about/index.en.md:3:13)"},
		{"tested after the site's date", edit{config, "[home]", "[accessibility]\ntested = 2024-11-26\n[home]"}, "config.toml:6:10: the site was tested on 2024-11-26, but it speaks of 2024-11-25"},
		// updatesSound
		{"update of a day to come", edit{"content/updates/2024-11-26-note/index.en.md", "", "+++\ntitle = \"A\"\n+++\n"}, "content/updates/2024-11-26-note/index.en.md: update of 2024-11-26 is newer than the date that the site speaks of, 2024-11-25"},
		{"update published on another day", edit{"content/updates/2024-11-25-note/index.en.md", "", "+++\ntitle = \"A\"\npublished = \"2023-01-05 09:30\"\n+++\n"}, "content/updates/2024-11-25-note/index.en.md:3:13: update was published on 2023-01-05, but its folder says 2024-11-25"},
		{"page within an update", edit{"content/updates/2024-11-25-note/part/index.en.md", "", "+++\ntitle = \"A\"\n+++\n"}, "content/updates/2024-11-25-note/part/index.en.md: page /updates/2024-11-25-note/part/ lies within an update, which has no pages of its own"},
		// vocabularySound
		{"unknown status in the vocabulary", edit{vocabulary, "[status.completed]", "[status.complete]"}, `content/projects/lane/project.toml:3:10: status "completed" is not defined in content/vocabulary.toml`},
		{"term without a name", edit{vocabulary, "name = { zh = \"镇\", en = \"Town\" }", ""}, `content/vocabulary.toml:1:8: level "town" has no name`},
		{"glossary with two names of one word", edit{"content/glossary.toml", "", "[a]\nname = { zh = \"居委会\", en = \"residents’ committee\" }\n[b]\nname = { zh = \"居委会\", en = \"neighbourhood committee\" }\n"}, `content/glossary.toml:4:1: "居委会" is the name of "a" as well, which has another in the other language (see content/glossary.toml:2:1)`},
		{"unknown parent", edit{vocabulary, `parent = "east"`, `parent = "west"`}, `content/vocabulary.toml:7:10: area "west" is not defined in content/vocabulary.toml`},
		{"area within itself", edit{vocabulary, `parent = "east"`, `parent = "lane"`}, `content/vocabulary.toml:7:10: area "lane" lies in itself, by way of its parents`},
		// sourcesComplete
		{"source without a date", edit{sources, "date = 2024-11-25\n", ""}, `content/sources.toml:1:2: source "notice" has no date`},
		{"source with half an address", edit{sources, "date =", "url = \"https:notice\"\ndate ="}, `content/sources.toml:4:7: url "https:notice" is not an address; it begins with https:// or http://`},
		{"source with a bad address", edit{sources, "date =", "url = \"notice.pdf\"\ndate ="}, `content/sources.toml:4:7: url "notice.pdf" is not an address; it begins with https:// or http://`},
		// metricsComplete
		{"metric without a source", edit{metrics, "source = \"notice\"\n", ""}, `content/metrics/a.toml:1:2: metric "lights" has no source`},
		{"metric without a definition", edit{metrics, "definition = { zh = \"换好的路灯\", en = \"Lights replaced\" }\n", ""}, `content/metrics/a.toml:1:2: metric "lights" has no definition`},
		{"metric without a unit", edit{metrics, "unit = { zh = \"盏\", en = { one = \"light\", other = \"lights\" } }\n", ""}, `content/metrics/a.toml:1:2: metric "lights" has no unit`},
		{"metric without a value", edit{metrics, "values.\"2024-11-25\" = 156\n", ""}, `content/metrics/a.toml:1:2: metric "lights" has no value`},
		{"unknown source", edit{metrics, `source = "notice"`, `source = "notices"`}, `content/metrics/a.toml:6:10: source "notices" is not defined in content/sources.toml`},
		{"unknown source of a value", edit{metrics, "= 156", `= { value = 156, source = "notices" }`}, `content/metrics/a.toml:7:47: source "notices" is not defined in content/sources.toml`},
		{"value newer than its source", edit{metrics, "= 156", "= 156\nvalues.\"2025-01-31\" = 160"}, `content/metrics/a.toml:8:9: value as of 2025-01-31 is newer than its source "notice" of 2024-11-25 (see content/sources.toml:4:8)`},
		{"count with a fraction", edit{metrics, "= 156", "= 156.5"}, `content/metrics/a.toml:7:9: "lights" is a count, so 156.5 must be a whole number`},
		{"negative count", edit{metrics, "= 156", "= -1"}, `content/metrics/a.toml:7:9: "lights" is a count, so -1 must not be negative`},
		{"ratio with a typed value", edit{metrics, "of = ", "values.\"2024-11-25\" = 85.7\nof = "}, `content/metrics/a.toml:30:9: metric "rate" is a ratio, which is computed; it takes no values`},
		{"ratio without parts", edit{metrics, "of = [\"done\", \"led\"]\nreported.\"2024-11-25\" = \"85.7%\"\n", ""}, `content/metrics/a.toml:25:2: metric "rate" has no parts`},
		{"count with parts", edit{metrics, "source = \"notice\"\nvalues.\"2024-11-25\" = 49", "source = \"notice\"\nof = [\"done\"]\nvalues.\"2024-11-25\" = 49"}, `content/metrics/a.toml:15:7: metric "led" has parts, but is not a ratio`},
		// ratiosAgree
		{"ratio with three parts", edit{metrics, `"led"]`, `"led", "lights"]`}, `content/metrics/a.toml:30:7: metric "rate" has 3 parts; a ratio has two, numerator and denominator`},
		{"ratio of something unknown", edit{metrics, `"led"]`, `"lead"]`}, `content/metrics/a.toml:30:15: metric "lead" is not defined in content/metrics`},
		{"ratio of a ratio", edit{metrics, `"led"]`, `"rate"]`}, `content/metrics/a.toml:30:15: "rate" is a ratio itself; the parts of a ratio are numbers (see content/metrics/a.toml:25:2)`},
		{"parts of different dates", edit{metrics, `values."2024-11-25" = 42`, `values."2024-10-31" = 42`}, `content/metrics/a.toml:15:9: "led" has a value as of 2024-11-25, but "done" has none, so that "rate" cannot be computed (see content/metrics/a.toml:17:2)`},
		{"ratio of what is not exact", edit{metrics, "= 42", "= { value = 40, bound = \"at-least\" }"}, `content/metrics/a.toml:23:9: "done" is not exact as of 2024-11-25, so that "rate" cannot be computed (see content/metrics/a.toml:25:2)`},
		{"whole of nothing", edit{metrics, "= 49", "= 0"}, `content/metrics/a.toml:15:9: "led" is 0, so that "rate" cannot be computed (see content/metrics/a.toml:25:2)`},
		{"reported rate differs", edit{metrics, `"85.7%"`, `"85.6%"`}, `content/metrics/a.toml:31:25: metric "rate" is reported as 85.6%, but 42 of 49 is 85.7% (see content/metrics/a.toml:30:7)`},
		{"reported rate of another date", edit{metrics, `reported."2024-11-25"`, `reported."2024-10-25"`}, `content/metrics/a.toml:31:25: metric "rate" has a reported rate as of 2024-10-25, but its parts have no values then`},
		{"ratio by area", edit{metrics, "of = ", "roll_up = \"sum\"\nof = "}, `content/metrics/a.toml:25:2: metric "rate" is a ratio, which is computed; it takes neither by nor roll_up`},
		{"correction without a reason", edit{metrics, "= 156", "= 156\ncorrections.\"2024-12-05\" = { as_of = 2024-11-25, was = 165, kind = \"correction\" }"}, `content/metrics/a.toml:8:14: correction of 2024-12-05 gives no reason`},
		{"correction of no value", edit{metrics, "= 156", "= 156\ncorrections.\"2024-11-20\" = { as_of = 2024-10-25, was = 165, kind = \"revision\", reason = { zh = \"甲\", en = \"a\" } }"}, `content/metrics/a.toml:8:14: correction of 2024-11-20 is of the value as of 2024-10-25, but there is none`},
		{"correction that changes nothing", edit{metrics, "= 156", "= 156\ncorrections.\"2024-11-25\" = { as_of = 2024-11-25, was = 156, kind = \"revision\", reason = { zh = \"甲\", en = \"a\" } }"}, `content/metrics/a.toml:8:14: correction of 2024-11-25 says that the value as of 2024-11-25 was 156, which it still is (see content/metrics/a.toml:7:9)`},
		{"correction of a day to come", edit{metrics, "= 156", "= 156\ncorrections.\"2099-12-05\" = { as_of = 2024-11-25, was = 165, kind = \"correction\", reason = { zh = \"甲\", en = \"a\" } }"}, `content/metrics/a.toml:8:14: correction of 2099-12-05 is newer than the date that the site speaks of, 2024-11-25`},
		{"unit that was not translated", edit{metrics, `one = "light", other = "lights"`, `one = "盏", other = "盏"`}, `content/metrics/a.toml:3:1: "unit" is the same text in 中文 and in English`},
		{"unit after a reference that prints it", edit{zh, "见", "共{{lights}}盏，见"}, `content/index.zh.md:7:12: {{lights}} prints its unit by itself; "盏" would stand there twice`},
		{"English unit after a reference", edit{en, "See", "All {{lights}} lights. See"}, `content/index.en.md:7:16: {{lights}} prints its unit by itself; "lights" would stand there twice`},
		{"percent after a rate", edit{en, "See", "It is {{rate}}%. See"}, `content/index.en.md:7:15: {{rate}} prints its unit by itself; "%" would stand there twice`},
		{"page with nothing on it", edit{"content/about/index.en.md", "## Method {#how}\n", ""}, "content/about/index.en.md: page is empty: there is no text below its title, and no page below it"},
		{"project without a word", edit{"content/projects/lane/index.en.md", "\n{{this.lights}}, see [metric](/metrics/lights/) and [plan](plan.pdf).\n", ""}, "content/projects/lane/index.en.md: page is empty: there is no text below its title, and no page below it"},
		{"title without a text", edit{"content/about/index.en.md", "About", ""}, "content/about/index.en.md:2:10: title is empty"},
		{"title of blanks", edit{"content/about/index.en.md", "About", " "}, "content/about/index.en.md:2:10: title is empty"},
		{"picture in Chinese brackets", edit{zh, "见", "![小巷]（clinic.jpg \"夜里\"）\n\n见"}, `content/index.zh.md:7:1: "![小巷]（clinic.jpg \"夜里\"）" is printed as it is; a picture is ![what it shows](name.jpg "caption"), with the plain marks [ ] ( ) and "`},
		{"caption in Chinese quotation marks", edit{en, "See", "![A lane](clinic.jpg “At night”)\n\nSee"}, `content/index.en.md:7:1: "![A lane](clinic.jpg “At night”)" is printed as it is; a picture is ![what it shows](name.jpg "caption"), with the plain marks [ ] ( ) and "`},
		{"link in Chinese brackets only", edit{zh, "见", "【方法】(/about/)，见"}, `content/index.zh.md:7:1: "【方法】(/about/)" is printed as it is; a link is [text](address), with the plain marks [ ] ( )`},
		{"link to a document in Chinese brackets", edit{zh, "见", "见[方法]（plan.pdf）。见"}, `content/index.zh.md:7:2: "[方法]（plan.pdf）" is printed as it is; a link is [text](address), with the plain marks [ ] ( )`},
		// changesDeclared: see published_test.go
		// breakdownsAddUp
		{"breakdown by an unknown term", edit{metrics, "= 156", "= 156\nby.area.\"2024-11-25\" = { east = 100, wset = 56 }"}, `content/metrics/a.toml:8:38: area "wset" is not defined in content/vocabulary.toml`},
		{"breakdown above the total", edit{metrics, "= 156", "= 156\nby.area.\"2024-11-25\" = { east = 157 }"}, `content/metrics/a.toml:8:10: the parts by area add up to 157, more than the total of 156 (see content/metrics/a.toml:7:9)`},
		{"breakdown below the total", edit{metrics, "= 156", "= 156\nby.area.\"2024-11-25\" = { east = 150 }"}, `content/metrics/a.toml:8:10: the parts by area add up to 150, but the total is 156 (see content/metrics/a.toml:7:9)`},
		{"area beside one that it lies in", edit{metrics, "= 156", "= 156\nby.area.\"2024-11-25\" = { east = 100, lane = 56 }"}, `content/metrics/a.toml:8:38: area "lane" lies in "east", which stands here too; its value would count twice (see content/metrics/a.toml:8:26)`},
		{"rest of nothing", edit{metrics, "= 156", "= 156\nrest.area = { zh = \"甲\", en = \"a\" }\nby.area.\"2024-11-25\" = { east = 156 }"}, `content/metrics/a.toml:8:6: a rest by area is declared, but no breakdown by area leaves one (see content/metrics/a.toml:1:2)`},
		{"breakdown without a total", edit{metrics, "= 156", "= 156\nby.area.\"2024-10-25\" = { east = 156 }"}, `content/metrics/a.toml:8:10: metric "lights" is broken down by area as of 2024-10-25, but has no total then`},
		// projectsAddUp
		{"projects above the total", edit{project, "lights = 17", "lights = 157"}, "content/metrics/a.toml:7:9: the projects add up to 157, more than the total of 156 (see content/projects/lane/project.toml)"},
		{"roll-up that differs", edit{metrics, "= 156", "= 156\nroll_up = \"sum\""}, "content/metrics/a.toml:7:9: the projects add up to 17, but the total is stated as 156"},
		{"difference that is none", edit{metrics, "= 156", "= 17\ndifference = { zh = \"甲\", en = \"a\" }"}, "content/metrics/a.toml:8:1: a difference is declared, but the projects add up to the total of 17 (see content/metrics/a.toml:7:9)"},
		// projectsSound
		{"completed, but when", edit{project, "completed = 2024-10-01\n", ""}, "content/projects/lane/project.toml:3:10: project is completed, but does not say when"},
		{"milestone that is to come", edit{project, "[counts]", "[milestones]\n\"2030-01-01\" = { zh = \"甲\", en = \"a\" }\n[counts]"}, "content/projects/lane/project.toml:8:2: milestone was reached on 2030-01-01, but the site speaks of 2024-11-25"},
		{"planned milestone whose date has come", edit{project, "[counts]", "[planned]\n\"2024-11-25\" = { zh = \"甲\", en = \"a\" }\n[counts]"}, "content/projects/lane/project.toml:8:2: milestone was planned for 2024-11-25, and the site speaks of 2024-11-25"},
		{"behind without a reason", edit{project, "[counts]", "[schedule]\nstate = \"behind\"\n[counts]"}, "content/projects/lane/project.toml:7:2: project is behind its plan, but gives no reason"},
		{"schedule without a state", edit{project, "[counts]", "[schedule]\nreason = { zh = \"甲\", en = \"a\" }\n[counts]"}, "content/projects/lane/project.toml:7:2: schedule gives a reason, but no state; allowed are ahead, on-time, behind"},
		{"delivers something unknown", edit{project, "[counts]", "[deliver.lamps]\ntarget = 20\n[counts]"}, `content/projects/lane/project.toml:7:10: metric "lamps" is not defined in content/metrics`},
		{"counts and delivers", edit{project, "[counts]", "[deliver.lights]\ntarget = 20\n[counts]"}, `content/projects/lane/project.toml:10:1: "lights" stands below [counts] and is delivered as well; its result would count twice (see content/projects/lane/project.toml:7:10)`},
		{"result with a bound", edit{project, "[counts]\nlights = 17", "[deliver.lights]\ntarget = 20\nvalues.\"2024-11-25\" = { value = 17, bound = \"at-least\" }"}, `content/projects/lane/project.toml:9:9: result of "lights" has a bound; results are added up, so each must be exact`},
		{"target of nothing", edit{project, "[counts]\nlights = 17", "[deliver.lights]\ntarget = 0"}, `content/projects/lane/project.toml:8:10: target of "lights" is 0; it must be more than 0`},
		{"unknown level", edit{project, `"town"`, `"twon"`}, `content/projects/lane/project.toml:1:9: level "twon" is not defined in content/vocabulary.toml`},
		{"no status", edit{project, "status = \"completed\"\n", ""}, "content/projects/lane/project.toml: project has no status; allowed are not-started, in-progress, completed, stopped, merged, not-published"},
		{"no source", edit{project, "source = \"notice\"\n", ""}, "content/projects/lane/project.toml: project has no source"},
		{"unknown metric in counts", edit{project, "lights = 17", "lamps = 17"}, `content/projects/lane/project.toml:8:1: metric "lamps" is not defined in content/metrics`},
		{"contribution to a ratio", edit{project, "lights = 17", "lights = 17\nrate = 1"}, `content/projects/lane/project.toml:9:1: "rate" is a ratio, which is computed; a project contributes to counts, amounts and measures (see content/metrics/a.toml:25:2)`},
		{"completed before it started", edit{project, "2024-10-01", "2024-01-01"}, "content/projects/lane/project.toml:5:13: completed on 2024-01-01, before it started on 2024-03-01 (see content/projects/lane/project.toml:4:11)"},
		{"status against the dates", edit{project, `"completed"`, `"in-progress"`}, `content/projects/lane/project.toml:3:10: status is "in-progress", but the project has a date of completion (see content/projects/lane/project.toml:5:13)`},
		// chartsSound
		{"chart without a title", edit{charts, "title = { zh = \"数量\", en = \"Numbers\" }\n", ""}, `content/charts/a.toml:1:2: chart "bars" has no title`},
		{"chart of an unknown metric", edit{charts, `"led"`, `"lead"`}, `content/charts/a.toml:4:22: metric "lead" is not defined in content/metrics`},
		{"chart shows a metric twice", edit{charts, `"led"`, `"lights"`}, `content/charts/a.toml:4:22: chart "bars" shows "lights" twice`},
		{"ratio among bars", edit{charts, `"led"`, `"rate"`}, `content/charts/a.toml:4:22: "rate" is a ratio and "lights" is none; they cannot share an axis`},
		{"donut of a count", edit{charts, `["rate"]`, `["led"]`}, `content/charts/a.toml:8:12: "led" is a count; a donut shows one ratio, or one metric by its terms`},
		{"donut of two", edit{charts, `["rate"]`, `["rate", "led"]`}, `content/charts/a.toml:8:20: a donut shows one ratio; "share" has 2 metrics`},
		{"donut without its rest", edit{charts, "rest = { zh = \"未完成\", en = \"Not completed\" }\n", ""}, `content/charts/a.toml:5:2: donut "share" does not name what is left over`},
		{"donut whose parts have one name", edit{charts, `en = "Not completed"`, `en = "Completed"`}, `content/charts/a.toml:9:1: the rest has the same name in English as the other part, "Completed" (see content/metrics/a.toml:17:2)`},
		{"negative part of a donut", edit{metrics, "= 42", "= -1"}, `content/charts/a.toml:8:12: "rate" is below 0; a donut shows parts of a whole`},
		{"units that cannot share an axis", edit{metrics, "kind = \"count\"", "kind = \"measure\""}, `content/charts/a.toml:4:22: "lights" and "led" have different units and cannot share an axis (see content/metrics/a.toml:11:1)`},
		// referencesResolve
		{"unknown metric in prose", edit{zh, "{{chart bars}}", "有{{light}}。\n\n{{chart bars}}"}, `content/index.zh.md:5:2: metric "light" is not defined in content/metrics`},
		{"unknown metric in a title", edit{en, "{{led value}}", "{{lead value}}"}, `content/index.en.md:2:10: metric "lead" is not defined in content/metrics`},
		{"unknown chart", edit{en, "{{chart bars}}", "{{chart bar}}"}, `content/index.en.md:5:1: chart "bar" is not defined in content/charts`},
		{"chart twice on a page", edit{en, "{{chart bars}}", "{{chart bars}}\n\n{{chart bars}}"}, `content/index.en.md:7:1: chart "bars" stands twice on this page (see content/index.en.md:5:1)`},
		{"own figure outside a project", edit{en, "{{chart bars}}", "{{this.lights}}"}, `content/index.en.md:5:1: {{this.lights}} stands on a page that is not a project's; write {{lights}}`},
		{"own figure that the project has not", edit{"content/projects/lane/index.en.md", "{{this.lights}}", "{{this.led}}"}, `content/projects/lane/index.en.md:5:1: this project contributes nothing to "led" (see content/projects/lane/project.toml)`},
		// languagesAgree
		{"figure in one language only", edit{en, "See", "{{lights}} See"}, "content/index.zh.md: page does not show {{lights}} in 中文 (zh), as it does in another language (see content/index.en.md:7:1)"},
		{"chart in one language only", edit{zh, "{{chart bars}}", ""}, "content/index.zh.md: page does not show {{chart bars}} in 中文 (zh), as it does in another language (see content/index.en.md:5:1)"},
		{"own figure in one language only", edit{"content/projects/lane/index.zh.md", "{{this.lights}}", "{{lights}}"}, "content/projects/lane/index.zh.md: page does not show {{this.lights}} in 中文 (zh), as it does in another language (see content/projects/lane/index.en.md:5:1)"},
		// headingsAgree
		{"heading in one language only", edit{"content/about/index.zh.md", "{#how}", "{#how}\n\n## 其他"}, "content/about/index.zh.md:7:1: heading has no counterpart in content/about/index.en.md"},
		{"heading of another level", edit{"content/about/index.en.md", "## Method", "### Method"}, "content/about/index.en.md:5:1: heading is of level 3, its counterpart of level 2 (see content/about/index.zh.md:5:1)"},
		// figuresTyped
		{"typed in Chinese", edit{zh, "见", "换了156盏，见"}, `content/index.zh.md:7:3: number "156" is typed; it is the value of "lights" (see content/metrics/a.toml:7:9)`},
		{"typed in full-width digits", edit{zh, "见", "换了１５６盏，见"}, `content/index.zh.md:7:3: number "１５６" is typed; it is the value of "lights" (see content/metrics/a.toml:7:9)`},
		{"typed in Chinese numerals", edit{zh, "见", "换了一百五十六盏，见"}, `content/index.zh.md:7:3: number "一百五十六" is typed; it is the value of "lights" (see content/metrics/a.toml:7:9)`},
		{"typed in English", edit{en, "See", "There are 156 lights. See"}, `content/index.en.md:7:11: number "156" is typed; it is the value of "lights" (see content/metrics/a.toml:7:9)`},
		{"typed in English words", edit{en, "See", "All forty-nine projects. See"}, `content/index.en.md:7:5: number "forty-nine" is typed; it is the value of "led" (see content/metrics/a.toml:15:9)`},
		{"typed across bold", edit{zh, "见", "换了**156**盏，见"}, `content/index.zh.md:7:5: number "156" is typed; it is the value of "lights" (see content/metrics/a.toml:7:9)`},
		{"typed in a title", edit{"content/about/index.en.md", "About", "About 156 lights"}, `content/about/index.en.md:2:16: number "156" is typed; it is the value of "lights" (see content/metrics/a.toml:7:9)`},
		{"typed in a heading", edit{"content/about/index.zh.md", "办法", "49个项目"}, `content/about/index.zh.md:5:4: number "49" is typed; it is the value of "led" (see content/metrics/a.toml:15:9)`},
		{"typed in a definition", edit{metrics, "换好的路灯", "换好的156盏路灯"}, `content/metrics/a.toml:5:1: number "156" is typed in "definition"; it is the value of "lights", and would not follow it (see content/metrics/a.toml:7:9)`},
		{"typed rate", edit{zh, "见", "已经做完85.7%，见"}, `content/index.zh.md:7:5: number "85.7%" is typed; it is the value of "rate" (see content/metrics/a.toml:25:2)`},
		{"typed own figure", edit{"content/projects/lane/index.zh.md", "见", "共17盏，见"}, `content/projects/lane/index.zh.md:5:20: number "17" is typed; it is the value of "lights" (see content/projects/lane/project.toml:8:1)`},
		{"contradicts a rate", edit{zh, "见", "完成率达到85.6%，见"}, `content/index.zh.md:7:6: number "85.6%" stands beside "完成率", which is 85.7% (see content/metrics/a.toml:25:2)`},
		{"contradicts a rate in English", edit{en, "See", "The completion rate was 85.6%. See"}, `content/index.en.md:7:25: number "85.6%" stands beside "Completion rate", which is 85.7% (see content/metrics/a.toml:25:2)`},
		{"contradicts a count", edit{zh, "见", "路灯共150盏，见"}, `content/index.zh.md:7:4: number "150" stands beside "路灯", which is 156盏 (see content/metrics/a.toml:1:2)`},
		{"number in one language only", edit{zh, "见", "投入20万元，见"}, `content/index.zh.md:7:3: number "20万" is typed here, but not in content/index.en.md`},
		// translated
		{"name that is not translated", edit{metrics, `en = "Street lights"`, `en = "路灯"`}, `content/metrics/a.toml:2:1: "name" is the same text in 中文 and in English`},
		{"name of many words that is not translated", edit{metrics, `zh = "路灯", en = "Street lights"`, `zh = "A Name of Words", en = "A Name of Words"`}, `content/metrics/a.toml:2:1: "name" is the same text in 中文 and in English`},
		{"title that is not translated", edit{"content/about/index.en.md", "About", "说明"}, "content/about/index.en.md:2:10: text is the same in 中文 and in English (see content/about/index.zh.md:2:10)"},
		// translationsCurrent
		{"page without a record", edit{"content/translations.toml", "", "[\"/\"]\nzh = \"1\"\nen = \"2\"\n"}, "content/about/index.en.md: nobody has recorded that the languages of this page say the same"},
		{"page changed in every language", edit{"content/translations.toml", "", "[\"/\"]\nzh = \"1\"\nen = \"2\"\n"}, "content/index.en.md: the page has changed in every language since they were found to say the same"},
		{"record of a page that is gone", edit{"content/translations.toml", "", "[\"/gone/\"]\nzh = \"1\"\n"}, `content/translations.toml:1:3: there is no page at "/gone/" any more`},
		// leftovers
		{"heading without its space", edit{zh, "见", "##没有空格\n\n见"}, `content/index.zh.md:7:1: "##" is printed as it is; a heading is ## and a space, in plain marks`},
		{"bold with spaces", edit{zh, "见", "** 重点 **见"}, `content/index.zh.md:7:1: "**" is printed as it is; bold text has no space beside its marks: **text**`},
		{"reference with one brace", edit{en, "See", "{lights} See"}, `content/index.en.md:7:1: "{lights}" is printed as it is; a reference has two braces on each side: {{id}}`},
		{"link in Chinese brackets", edit{zh, "(/about/#how)", "（/about/）"}, `content/index.zh.md:7:2: "[说明]（/about/）" is printed as it is; a link is [text](address), with the plain marks [ ] ( )`},
		// documentsLinked
		{"comment that does not end", edit{en, "See", "Now <!-- to be checked\n\nSee"}, `content/index.en.md:7:5: "<!--" is printed as it is; a comment within a paragraph ends with --> in that paragraph`},
		{"document that no page leads to", edit{"content/about/secret.pdf", "", "x"}, "content/about/secret.pdf: document is published, but no page leads to it"},
		// noPersonalData, waiversSound
		{"identity number in prose", edit{zh, "见", "证号11010519491231002X，见"}, "content/index.zh.md:7:3: 110105********002X looks like personal data (an identity number), which must not be published"},
		{"identity number in full-width digits", edit{zh, "见", "证号１１０１０５１９４９１２３１００２Ｘ，见"}, "content/index.zh.md:7:3: 110105********002X looks like personal data (an identity number), which must not be published"},
		{"mobile number in a definition", edit{metrics, "换好的路灯", "换好的路灯，电话138 0013 8000"}, "content/metrics/a.toml:5:1: 138****8000 looks like personal data (a mobile telephone number), which must not be published"},
		{"waiver without a reason", edit{config, "[home]", "[waivers.phone]\ntext = \"13800138000\"\nuntil = 2025-12-31\noffice = { zh = \"甲\", en = \"a\" }\n[home]"}, `config.toml:5:10: waiver "phone" has no reason; a waiver says why`},
		{"waiver that has ended", edit{config, "[home]", "[waivers.phone]\ntext = \"13800138000\"\nuntil = 2024-01-31\nreason = { zh = \"甲\", en = \"a\" }\noffice = { zh = \"甲\", en = \"a\" }\n[home]"}, `config.toml:7:9: waiver "phone" ended on 2024-01-31; the site speaks of 2024-11-25`},
		// linksResolve
		{"link to nothing", edit{en, "/about/#how", "/abuot/"}, `content/index.en.md:7:5: link leads to "/abuot/", where there is nothing; an address begins with / and has no language, such as /about/`},
		{"link to a part that is not there", edit{en, "#how", "#hwo"}, `content/index.en.md:7:5: link leads to "/about/#hwo", but that page has no part #hwo`},
		{"link to a file that is not there", edit{"content/projects/lane/index.en.md", "(plan.pdf)", "(plans.pdf)"}, `content/projects/lane/index.en.md:5:53: link leads to "plans.pdf", where there is nothing; an address begins with / and has no language, such as /about/`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := problems(with(t, tt.edit))
			if !slices.Contains(got, tt.want) {
				t.Errorf("\n got %s\nwant %s", strings.Join(got, "\n     "), tt.want)
			}
		})
	}
}

// TestPublishedByNow holds that a text was published by the date that the site speaks
// of, which is that of the newest source where config.toml gives none.
func TestPublishedByNow(t *testing.T) {
	const about = "content/about/index.en.md"
	published := edit{about, "title = \"About\"\n", "title = \"About\"\npublished = \"2024-11-26 09:00\"\n"}
	chinese := edit{"content/about/index.zh.md", "title = \"说明\"\n", "title = \"说明\"\npublished = \"2024-11-25 09:00\"\n"}
	const late = about + ":3:13: page was published on 2024-11-26, but the site speaks of 2024-11-25"
	for date, want := range map[string]string{
		"":                    late,
		"date = 2024-11-26\n": "",
		"date = 2024-11-25\n": late,
	} {
		got := strings.Join(problems(with(t, published, chinese, edit{"config.toml", "", date})), "\n")
		if got != want {
			t.Errorf("%q: got %q, want %q", date, got, want)
		}
	}
}

// A page without a text of its own may lead to the pages below it.
func TestPageMayLeadToOthers(t *testing.T) {
	empty := func(lang, text string) edit {
		return edit{"content/about/index." + lang + ".md", text, ""}
	}
	below := func(lang, title, text string) edit {
		return edit{"content/about/more/index." + lang + ".md", "", "+++\ntitle = \"" + title + "\"\n+++\n\n" + text + "\n"}
	}
	got := problems(with(t, empty("zh", "## 办法 {#how}\n"), empty("en", "## Method {#how}\n"), below("zh", "更多", "内容。"), below("en", "More", "Text.")))
	for _, p := range got {
		if strings.Contains(p, "empty") {
			t.Error(p)
		}
	}
}

// TestSmallNumbers holds that a small number is told when the sentence speaks of
// the metric, and only then.
func TestSmallNumbers(t *testing.T) {
	small := []edit{{"content/metrics/a.toml", "= 156", "= 7"}, {"content/projects/lane/project.toml", "lights = 17", "lights = 2"}}
	for zh, want := range map[string]bool{"换了七盏路灯，": true, "换了7盏路灯，": true, "点了七盏灯笼，": false, "过了7天，": false} {
		fsys := with(t, append(small, edit{"content/index.zh.md", "见", zh + "见"})...)
		got := slices.ContainsFunc(problems(fsys), func(s string) bool { return strings.Contains(s, " is typed;") })
		if got != want {
			t.Errorf("%s: reported %v, want %v", zh, got, want)
		}
	}
}

// TestTypedNumbersThatPass holds that what is no figure, what counts something
// else, and what is marked as meant is left alone.
func TestTypedNumbersThatPass(t *testing.T) {
	for zh, en := range map[string]string{
		"2024年11月25日，近49年来。":   "On 25 November 2024, within 49 days.",
		"住在156号楼，年满42岁，49路公交。": "He is 42 years old and lives at 156 Main Street.",
		"长156米。":           "It is 156 metres long.",
		`{{"156"}}盏是去年的数。`: `{{"156"}} lights was last year's figure.`,
		"`156盏`是写法。":       "`156 lights` is how to write it.",
		"开了三次会，去了两个地方。":    "There were three visits to two places.",
	} {
		fsys := with(t, edit{"content/index.zh.md", "见", zh + "见"}, edit{"content/index.en.md", "See", en + " See"})
		for _, line := range problems(fsys) {
			if strings.Contains(line, "is typed;") || strings.Contains(line, "stands beside") {
				t.Errorf("%s / %s: %s", zh, en, line)
			}
		}
	}
}

// TestRollUpChangesOnlyByCorrection holds that what projects make up is a
// published value like any other.
func TestRollUpChangesOnlyByCorrection(t *testing.T) {
	rolled := edit{"content/metrics/a.toml", "values.\"2024-11-25\" = 156", "roll_up = \"sum\""}
	was := func(asOf string) edit {
		return edit{"published.json", "", `{"metrics":[{"id":"lights","kind":"count","values":[{"as_of":"` + asOf + `","value":18,"bound":"exact"}]}]}`}
	}
	want := `content/metrics/a.toml:1:2: metric "lights" was published with 18 as its value as of 2024-11-25; a change of it must be declared`
	if got := problems(with(t, rolled, was("2024-11-25"))); !slices.Contains(got, want) {
		t.Errorf("\n got %s\nwant %s", strings.Join(got, "\n"), want)
	}
	if got := problems(with(t, rolled, was("2024-10-25"))); len(got) > 0 {
		t.Errorf("at an earlier date: %s", strings.Join(got, "\n"))
	}
}

// TestTermOfAnotherName holds that a name of the vocabulary is noted when the
// other language of the page uses another one.
func TestTermOfAnotherName(t *testing.T) {
	longer := edit{"content/vocabulary.toml", "巷社区", "巷口社区"}
	zh := edit{"content/projects/lane/index.zh.md", "换了", "巷口社区换了"}
	want := `content/projects/lane/index.zh.md:5:1: "巷口社区" is named here, but content/projects/lane/index.en.md does not name "Lane Community", which is its name there (see content/vocabulary.toml:5:7)`
	if got := problems(with(t, longer, zh)); !slices.Contains(got, want) {
		t.Errorf("\n got %s\nwant %s", strings.Join(got, "\n"), want)
	}
	en := edit{"content/projects/lane/index.en.md", "{{this.lights}}", "{{this.lights}} in lane community"}
	if got := problems(with(t, longer, zh, en)); len(got) > 0 {
		t.Errorf("with the same name: %s", strings.Join(got, "\n"))
	}
}

// TestProperName holds that what is the same in two languages stops no build when
// it may be a proper name, and does when it is Chinese.
func TestProperName(t *testing.T) {
	for name, notice := range map[string]bool{"The Institute of Urban Lighting": true, "路灯": false, "This whole sentence was never translated from the English page": false} {
		edits := []edit{
			{"content/metrics/a.toml", `zh = "路灯", en = "Street lights"`, `zh = "` + name + `", en = "` + name + `"`},
			{"content/about/index.zh.md", "说明", name}, {"content/about/index.en.md", "About", name},
		}
		site, _ := load.Site(with(t, edits...))
		got := 0
		for _, p := range check.Site(site) {
			if !strings.Contains(p.Text, "the same") {
				continue
			}
			if got++; p.Notice != notice {
				t.Errorf("%s: notice %v, want %v: %v", name, p.Notice, notice, p)
			}
		}
		if got != 2 {
			t.Errorf("%s: %d reports, want 2", name, got)
		}
	}
}

// TestGlossary holds that the glossary is asked as the vocabulary is.
func TestGlossary(t *testing.T) {
	got := problems(with(t,
		edit{"content/glossary.toml", "", "[rc]\nname = { zh = \"居民委员会\", en = \"Residents’ Committee\" }\n"},
		edit{"content/projects/lane/index.zh.md", "换了", "居民委员会换了"},
		edit{"content/projects/lane/index.en.md", "{{this.lights}}", "The neighbourhood office put up {{this.lights}}"},
	))
	want := `content/projects/lane/index.zh.md:5:1: "居民委员会" is named here, but content/projects/lane/index.en.md does not name "Residents’ Committee", which is its name there (see content/glossary.toml:1:2)`
	if !slices.Contains(got, want) {
		t.Errorf("\n got %s\nwant %s", strings.Join(got, "\n"), want)
	}
}

// TestOneSlipIsOneProblem holds that a file which cannot be read is reported
// alone, and not buried under what follows from it.
func TestOneSlipIsOneProblem(t *testing.T) {
	published := edit{"published.json", "", `{"metrics":[{"id":"lights","kind":"count","values":[{"as_of":"2024-11-25","value":156,"bound":"exact"}]},{"id":"led","kind":"count","values":[]}]}`}
	for file, old := range map[string]string{
		"config.toml": "base_url =", "content/metrics/a.toml": "kind =", "content/sources.toml": "date =", "content/vocabulary.toml": "name =",
		"content/charts/a.toml": "kind =", "content/projects/lane/project.toml": "level =", "content/about/index.en.md": "title =",
	} {
		if got := problems(with(t, edit{file, old, "broken broken ="}, published)); len(got) != 1 {
			t.Errorf("%s: %d problems:\n%s", file, len(got), strings.Join(got, "\n"))
		}
	}
}

// TestContactsPass holds that the publisher's own contacts, and what a waiver in
// force names, may be published.
func TestContactsPass(t *testing.T) {
	number := edit{"content/index.zh.md", "见", "电话13800138000，见"}
	contacts := edit{"config.toml", "[home]", "[publisher]\nname = { zh = \"甲区\", en = \"A District\" }\ncontacts = [\"138-0013-8000\"]\n[home]"}
	waiver := edit{"config.toml", "[home]", "[waivers.phone]\ntext = \"13800138000\"\nuntil = 2025-12-31\nreason = { zh = \"甲\", en = \"a\" }\noffice = { zh = \"甲\", en = \"a\" }\n[home]"}
	if got := problems(with(t, number)); len(got) == 0 {
		t.Error("a mobile number passes without leave")
	}
	for _, leave := range []edit{contacts, waiver} {
		if got := problems(with(t, number, leave)); slices.ContainsFunc(got, func(s string) bool { return strings.Contains(s, "personal data") }) {
			t.Errorf("with leave: %s", strings.Join(got, "\n"))
		}
	}
}

// TestHints holds that a misspelling is answered with the word that was meant.
func TestHints(t *testing.T) {
	tests := []struct {
		edit edit
		want string
	}{
		{edit{"content/metrics/a.toml", `source = "notice"`, `source = "notcie"`}, `did you mean "notice"?`},
		{edit{"content/metrics/a.toml", "definition =", "defintion ="}, `did you mean "definition"?`},
		{edit{"content/index.en.md", "{{led value}}", "{{ledd value}}"}, `did you mean "led"?`},
		{edit{"content/index.en.md", "/about/#how", "/abuot/"}, `did you mean "/about/"?`},
		{edit{"content/index.en.md", "/about/#how", "about/index.en.md"}, "a link names the page, not its file: write /about/"},
		{edit{"content/index.en.md", "/about/#how", "/en/about/"}, "leave the language out: write /about/"},
		{edit{"content/index.en.md", "/about/#how", "www.example.org"}, "a place elsewhere begins with https://: write https://www.example.org"},
		{edit{"content/projects/lane/project.toml", `"completed"`, `"stopped"`}, "add [status.stopped] with a name in each language to content/vocabulary.toml"},
	}
	for _, tt := range tests {
		site, list := load.Site(with(t, tt.edit))
		list.Append(check.Site(site))
		if !slices.ContainsFunc(list, func(p diag.Problem) bool { return p.Hint == tt.want }) {
			t.Errorf("%s: no hint %q among\n%v", tt.edit.new, tt.want, list)
		}
	}
}
