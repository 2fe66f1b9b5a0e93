package dataset_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"gongshi/internal/check"
	"gongshi/internal/dataset"
	"gongshi/internal/load"
	"gongshi/internal/locale"
	"gongshi/internal/report"
)

// The site has one metric of each sort of value: exact and corrected, missing,
// money, computed.
var files = map[string]string{
	"config.toml":             "title = { zh = \"区\", en = \"District\" }\nbase_url = \"https://sample.example/\"\nlanguages = [\"zh\", \"en\"]\ndate = 2024-12-08\n",
	"content/index.zh.md":     "+++\ntitle = \"首页\"\n+++\n",
	"content/index.en.md":     "+++\ntitle = \"Home\"\n+++\n",
	"content/vocabulary.toml": "[area.east]\nname = { zh = \"东街道\", en = \"East\" }\n",
	"content/sources.toml":    "[notice]\npublisher = { zh = \"区\", en = \"District\" }\ntitle = { zh = \"通报\", en = \"Notice\" }\ndate = 2024-11-25\n",
	"content/metrics/a.toml": `[lights]
name = { zh = "路灯", en = "Street lights" }
unit = { zh = "盏", en = { one = "light", other = "lights" } }
kind = "count"
definition = { zh = "换好的路灯", en = "Lights replaced" }
source = "notice"
values."2024-06-30" = { missing = true }
values."2024-11-25" = 49
target."2024-12-31" = 60
by.area."2024-11-25" = { east = 49 }
corrections."2024-12-05" = [
  { as_of = 2024-11-25, was = 50, bound = "at-least", kind = "revision", reason = { zh = "=甲", en = "a" } },
  { as_of = 2024-11-25, area = "east", was = 40, kind = "correction", reason = { zh = "丙", en = "c" } },
]
corrections."2024-12-08" = { as_of = 2024-11-25, was = 51, kind = "correction", reason = { zh = "乙", en = "b" } }

[done]
name = { zh = "已完成", en = "Done" }
unit = { zh = "盏", en = { one = "light", other = "lights" } }
kind = "count"
definition = { zh = "亮着的", en = "Lit, \"for good\"" }
source = "notice"
values."2024-11-25" = 42

[money]
name = { zh = "投入", en = "-Spent" }
unit = { zh = "万元", en = { one = "ten thousand yuan", other = "ten thousand yuan" } }
kind = "amount"
currency = "CNY"
definition = { zh = "花的钱", en = "Money spent" }
source = "notice"
values."2024-11-25" = { value = "3.20", bound = "about", status = "provisional" }

[rate]
name = { zh = "完成率", en = "Completion rate" }
kind = "ratio"
definition = { zh = "完成的比例", en = "Share completed" }
source = "notice"
of = ["done", "lights"]
`,
}

// loaded loads a site of some files, and checks it.
func loaded(t *testing.T, files map[string]string) *report.Site {
	t.Helper()
	fsys := fstest.MapFS{}
	for name, text := range files {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	s, problems := load.Site(fsys)
	if problems = append(problems, check.Site(s)...); problems.Blocks(false) {
		t.Fatal(problems)
	}
	return s
}

func metrics(t *testing.T) (*report.Site, []*report.Metric) {
	t.Helper()
	s := loaded(t, files)
	return s, slices.Collect(s.Metrics.All())
}

func TestCSV(t *testing.T) {
	s, all := metrics(t)
	got, err := dataset.CSV(s, all)
	if err != nil {
		t.Fatal(err)
	}
	want := strings.Join([]string{
		"metric,kind,as_of,value,bound,status,numerator,denominator,currency,unit_zh,unit_en,name_zh,name_en,definition_zh,definition_en,source,source_zh,source_en,source_date,corrected,was,was_bound,change,reason_zh,reason_en",
		"lights,count,2024-06-30,,exact,missing,,,,盏,lights,路灯,Street lights,换好的路灯,Lights replaced,notice,通报,Notice,2024-11-25,,,,,,",
		"lights,count,2024-11-25,49,exact,revised,,,,盏,lights,路灯,Street lights,换好的路灯,Lights replaced,notice,通报,Notice,2024-11-25,2024-12-05; 2024-12-08,50; 51,at-least; exact,revision; correction,'=甲; 乙,a; b",
		`done,count,2024-11-25,42,exact,final,,,,盏,lights,已完成,Done,亮着的,"Lit, ""for good""",notice,通报,Notice,2024-11-25,,,,,,`,
		"money,amount,2024-11-25,3.20,about,provisional,,,CNY,万元,ten thousand yuan,投入,'-Spent,花的钱,Money spent,notice,通报,Notice,2024-11-25,,,,,,",
		"rate,ratio,2024-11-25,85.7,exact,revised,42,49,,%,%,完成率,Completion rate,完成的比例,Share completed,notice,通报,Notice,2024-11-25,,,,,,",
		"",
	}, "\r\n")
	if string(got) != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestJSON(t *testing.T) {
	s, all := metrics(t)
	address := func(l *locale.Language, path string) string { return "https://sample.example/" + l.Code + path }
	data, err := dataset.JSON(s, all, address)
	if err != nil {
		t.Fatal(err)
	}
	var got struct{ Metrics, Sources []map[string]any }
	if err := json.Unmarshal(data, &got); err != nil {
		t.Fatal(err)
	}
	want := []string{
		`{"by":[{"as_of":"2024-11-25","kind":"area","values":{"east":49}}],` +
			`"corrections":[` +
			`{"as_of":"2024-11-25","bound":"at-least","date":"2024-12-05","kind":"revision","reason":{"en":"a","zh":"=甲"},"was":50},` +
			`{"as_of":"2024-11-25","bound":"exact","by":"area","date":"2024-12-05","kind":"correction","reason":{"en":"c","zh":"丙"},"term":"east","was":40},` +
			`{"as_of":"2024-11-25","bound":"exact","date":"2024-12-08","kind":"correction","reason":{"en":"b","zh":"乙"},"was":51}],` +
			`"definition":{"en":"Lights replaced","zh":"换好的路灯"},"id":"lights","kind":"count","name":{"en":"Street lights","zh":"路灯"},` +
			`"page":{"en":"https://sample.example/en/metrics/lights/","zh":"https://sample.example/zh/metrics/lights/"},` +
			`"targets":[{"by":"2024-12-31","value":60}],` +
			`"values":[{"as_of":"2024-06-30","bound":"exact","source":"notice","status":"missing","unit":{"en":"lights","zh":"盏"}},` +
			`{"as_of":"2024-11-25","bound":"exact","source":"notice","status":"revised","text":{"en":"49 lights","zh":"49盏"},"unit":{"en":"lights","zh":"盏"},"value":49}]}`,
		`{"definition":{"en":"Lit, \"for good\"","zh":"亮着的"},"id":"done","kind":"count","name":{"en":"Done","zh":"已完成"},` +
			`"page":{"en":"https://sample.example/en/metrics/done/","zh":"https://sample.example/zh/metrics/done/"},` +
			`"values":[{"as_of":"2024-11-25","bound":"exact","source":"notice","status":"final","text":{"en":"42 lights","zh":"42盏"},"unit":{"en":"lights","zh":"盏"},"value":42}]}`,
		`{"currency":"CNY","definition":{"en":"Money spent","zh":"花的钱"},"id":"money","kind":"amount","name":{"en":"-Spent","zh":"投入"},` +
			`"page":{"en":"https://sample.example/en/metrics/money/","zh":"https://sample.example/zh/metrics/money/"},` +
			`"values":[{"as_of":"2024-11-25","bound":"about","source":"notice","status":"provisional","text":{"en":"about 3.20 ten thousand yuan","zh":"约3.20万元"},"unit":{"en":"ten thousand yuan","zh":"万元"},"value":3.2}]}`,
		`{"definition":{"en":"Share completed","zh":"完成的比例"},"id":"rate","kind":"ratio","name":{"en":"Completion rate","zh":"完成率"},"of":["done","lights"],` +
			`"page":{"en":"https://sample.example/en/metrics/rate/","zh":"https://sample.example/zh/metrics/rate/"},` +
			`"values":[{"as_of":"2024-11-25","bound":"exact","denominator":49,"numerator":42,"source":"notice","status":"revised","text":{"en":"85.7%","zh":"85.7%"},"unit":{"en":"%","zh":"%"},"value":85.7}]}`,
	}
	if len(got.Metrics) != len(want) {
		t.Fatalf("%d metrics, want %d", len(got.Metrics), len(want))
	}
	for i, w := range want {
		if line, err := json.Marshal(got.Metrics[i]); err != nil || string(line) != w {
			t.Errorf("metric %d\n got %s\nwant %s (%v)", i, line, w, err)
		}
	}
	if len(got.Sources) != 1 || got.Sources[0]["id"] != "notice" {
		t.Errorf("sources %v, want the notice", got.Sources)
	}
}

// TestPublishedAgrees holds that the data files of a site, kept as what was
// published, agree with that same site.
func TestPublishedAgrees(t *testing.T) {
	s, all := metrics(t)
	data, err := dataset.JSON(s, all, func(*locale.Language, string) string { return "" })
	if err != nil {
		t.Fatal(err)
	}
	files[report.PublishedFile] = string(data)
	defer delete(files, report.PublishedFile)
	if s, _ = metrics(t); len(s.Published) != len(all) {
		t.Errorf("%d published metrics, want %d", len(s.Published), len(all))
	}
}
