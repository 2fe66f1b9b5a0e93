package dataset_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"maps"
	"net/url"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"gongshi/internal/dataset"
	"gongshi/internal/locale"
	"gongshi/internal/report"
	"gongshi/internal/route"
)

// full is the site of the other tests with projects of each sort, a target of a
// rate, a licence, a publisher, and texts that a spreadsheet could take for formulas.
func full(t *testing.T) *report.Site {
	t.Helper()
	all := maps.Clone(files)
	all["config.toml"] += `[publisher]
name = { zh = "办公室", en = "Office" }
url = "https://office.example/"
[licence]
name = { zh = "署名", en = "Attribution" }
url = "https://licence.example/by/4.0/"
id = "CC-BY-4.0"
`
	all["content/vocabulary.toml"] += `[area.lane]
name = { zh = "巷", en = "Lane" }
parent = "east"
[level.town]
name = { zh = "镇级", en = "Town" }
[status.completed]
name = { zh = "已完成", en = "Completed" }
[status.in-progress]
name = { zh = "在办", en = "In progress" }
[status.merged]
name = { zh = "已并入", en = "Merged" }
[organisation.water]
name = { zh = "水务", en = "=Water" }
`
	all["content/metrics/a.toml"] = strings.NewReplacer(
		`of = ["done", "lights"]`, "of = [\"done\", \"lights\"]\ntarget.\"2024-12-31\" = 90\ncorrections.\"2024-12-06\" = { target = 2024-12-31, was = 95, kind = \"revision\", reason = { zh = \"丁\", en = \"d\" } }",
	).Replace(all["content/metrics/a.toml"]) + `
[hours]
name = { zh = "工时", en = "Hours" }
unit = { zh = "小时", en = { one = "hour", other = "hours" } }
kind = "measure"
definition = { zh = "志愿工时", en = "Hours given" }
source = "notice"
roll_up = "sum"
`
	const head = "status = %q\nsource = \"notice\"\nlevel = \"town\"\narea = \"lane\"\nlead = { zh = \"@书记\", en = \"Secretary\" }\n"
	all["content/projects/one/project.toml"] = fmt.Sprintf(head, "completed") + "lead_body = \"water\"\nsupport = [\"water\"]\nstarted = 2024-03-01\ndue = 2024-09-01\ncompleted = 2024-10-01\n" +
		"[counts]\ndone = 17\n[deliver.hours]\ntarget = 30.5\nvalues.\"2024-06-30\" = 12\nvalues.\"2024-10-01\" = 28.25\n" +
		"[schedule]\nstate = \"behind\"\nreason = { zh = \"=下雨\", en = \"Rain\" }\n"
	all["content/projects/two/project.toml"] = fmt.Sprintf(head, "in-progress") + "due = 2024-11-30\n[deliver.hours]\ntarget = 20\nlower_is_better = true\n"
	all["content/projects/three/project.toml"] = fmt.Sprintf(head, "merged") + "merged_into = \"two\"\n"
	for _, name := range []string{"one", "two", "three"} {
		all["content/projects/"+name+"/index.zh.md"] = "+++\ntitle = \"-项目" + name + "\"\nsummary = \"说明\"\n+++\n\n甲。\n"
		all["content/projects/"+name+"/index.en.md"] = "+++\ntitle = \"Project " + name + "\"\nsummary = \"Said\"\n+++\n\nA.\n"
	}
	return loaded(t, all)
}

// pages tells of a project's page as render would.
func pages(l *locale.Language, p *report.Project) dataset.Page {
	w := p.Page.In[l.Code]
	return dataset.Page{Address: "https://sample.example/" + l.Code + p.Page.Path, Title: w.Title.Parts[0].HTML, Summary: w.Summary.Parts[0].HTML}
}

// pack makes the package of a site. Words are their keys.
func pack(t *testing.T, s *report.Site) dataset.Package {
	t.Helper()
	files, err := dataset.Files(dataset.Tables(s, pages))
	if err != nil {
		t.Fatal(err)
	}
	return dataset.Package{
		Site: s, Files: files, Home: "https://sample.example/base/",
		Words: func(l *locale.Language, key string, args ...any) string {
			return l.Code + " " + strings.TrimSpace(fmt.Sprintln(append([]any{key}, args...)...))
		},
		Address: func(l *locale.Language, path string) string { return "https://sample.example/base/" + l.Code + path },
	}
}

func TestTables(t *testing.T) {
	s := full(t)
	want := map[string]string{
		"projects": `project,title_zh,title_en,level,level_zh,level_en,category,category_zh,category_en,area,area_zh,area_en,status,status_zh,status_en,schedule,schedule_reason_zh,schedule_reason_en,overdue,started,due,completed,lead_zh,lead_en,lead_body,lead_body_zh,lead_body_en,merged_into,source,as_of,page_zh,page_en
one,'-项目one,Project one,town,镇级,Town,,,,lane,巷,Lane,completed,已完成,Completed,behind,'=下雨,Rain,false,2024-03-01,2024-09-01,2024-10-01,'@书记,Secretary,water,水务,'=Water,,notice,2024-11-25,https://sample.example/zh/projects/one/,https://sample.example/en/projects/one/
three,'-项目three,Project three,town,镇级,Town,,,,lane,巷,Lane,merged,已并入,Merged,,,,false,,,,'@书记,Secretary,,,,two,notice,2024-11-25,https://sample.example/zh/projects/three/,https://sample.example/en/projects/three/
two,'-项目two,Project two,town,镇级,Town,,,,lane,巷,Lane,in-progress,在办,In progress,behind,,,true,,2024-11-30,,'@书记,Secretary,,,,,notice,2024-11-25,https://sample.example/zh/projects/two/,https://sample.example/en/projects/two/
`,
		"contributions": `project,metric,as_of,value,status,target,lower_is_better,unit_zh,unit_en,source
one,done,2024-11-25,17,final,,,盏,lights,notice
one,hours,2024-06-30,12,final,30.5,false,小时,hours,notice
one,hours,2024-10-01,28.25,final,30.5,false,小时,hours,notice
two,hours,2024-11-25,,missing,20,true,小时,hours,notice
`,
		"targets":    "metric,target_by,target,lower_is_better\nlights,2024-12-31,60,false\nrate,2024-12-31,90,false\n",
		"breakdowns": "metric,as_of,by,term,term_zh,term_en,value\nlights,2024-11-25,area,east,东街道,East,49\n",
		"corrections": `metric,corrected,as_of,subject,by,term,was,was_bound,now,now_bound,change,reason_zh,reason_en
lights,2024-12-05,2024-11-25,value,,,50,at-least,51,exact,revision,'=甲,a
lights,2024-12-05,2024-11-25,part,area,east,40,exact,49,exact,correction,丙,c
lights,2024-12-08,2024-11-25,value,,,51,exact,49,exact,correction,乙,b
rate,2024-12-06,2024-12-31,target,,,95,exact,90,exact,revision,丁,d
`,
		"vocabulary": `kind,id,name_zh,name_en,parent
level,town,镇级,Town,
area,east,东街道,East,
area,lane,巷,Lane,east
status,completed,已完成,Completed,
status,in-progress,在办,In progress,
status,merged,已并入,Merged,
organisation,water,水务,'=Water,
`,
		"sources": "id,publisher_zh,publisher_en,title_zh,title_en,date,url,licence_zh,licence_en\nnotice,区,District,通报,Notice,2024-11-25,,,\n",
	}
	var names []string
	for _, f := range pack(t, s).Files {
		names = append(names, f.Name)
		if w, ok := want[f.Name]; ok && string(f.Data) != strings.ReplaceAll(w, "\n", "\r\n") {
			t.Errorf("%s:\n got %s\nwant %s", f.Name, f.Data, w)
		}
	}
	if !slices.Equal(names, route.TableNames) {
		t.Errorf("tables %q, want %q", names, route.TableNames)
	}
}

// TestProjectsCSV holds that a list of projects has those, in their order.
func TestProjectsCSV(t *testing.T) {
	s := full(t)
	one, _ := s.Projects.Get("one")
	two, _ := s.Projects.Get("two")
	data, err := dataset.ProjectsCSV(s, []*report.Project{two, one}, pages)
	if err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(bytes.NewReader(data)).ReadAll()
	if err != nil || len(rows) != 3 || rows[1][0] != "two" || rows[2][0] != "one" {
		t.Errorf("rows %q (%v)", rows, err)
	}
}

func TestProjectJSON(t *testing.T) {
	s := full(t)
	for id, want := range map[string]string{
		"one": `{"project":{"area":[{"id":"lane","name":{"en":"Lane","zh":"巷"}},{"id":"east","name":{"en":"East","zh":"东街道"}}],"as_of":"2024-11-25","completed":"2024-10-01","due":"2024-09-01","id":"one",` +
			`"lead":{"en":"Secretary","zh":"@书记"},"lead_body":{"id":"water","name":{"en":"=Water","zh":"水务"}},"level":{"id":"town","name":{"en":"Town","zh":"镇级"}},"overdue":false,` +
			`"page":{"en":"https://sample.example/en/projects/one/","zh":"https://sample.example/zh/projects/one/"},"quantities":[` +
			`{"metric":"done","name":{"en":"Done","zh":"已完成"},"values":[{"as_of":"2024-11-25","bound":"exact","source":"notice","status":"final","text":{"en":"17 lights","zh":"17盏"},"unit":{"en":"lights","zh":"盏"},"value":17}]},` +
			`{"metric":"hours","name":{"en":"Hours","zh":"工时"},"target":30.5,"values":[{"as_of":"2024-06-30","bound":"exact","source":"notice","status":"final","text":{"en":"12 hours","zh":"12小时"},"unit":{"en":"hours","zh":"小时"},"value":12},` +
			`{"as_of":"2024-10-01","bound":"exact","source":"notice","status":"final","text":{"en":"28.25 hours","zh":"28.25小时"},"unit":{"en":"hours","zh":"小时"},"value":28.25}]}],` +
			`"schedule":{"reason":{"en":"Rain","zh":"=下雨"},"state":"behind"},"source":"notice","started":"2024-03-01","status":{"id":"completed","name":{"en":"Completed","zh":"已完成"}},` +
			`"summary":{"en":"Said","zh":"说明"},"support":[{"id":"water","name":{"en":"=Water","zh":"水务"}}],"title":{"en":"Project one","zh":"-项目one"}},` +
			`"sources":[{"date":"2024-11-25","id":"notice","publisher":{"en":"District","zh":"区"},"title":{"en":"Notice","zh":"通报"}}]}`,
		"two": `"quantities":[{"lower_is_better":true,"metric":"hours","name":{"en":"Hours","zh":"工时"},"target":20,"values":[{"as_of":"2024-11-25","bound":"exact","source":"notice","status":"missing","unit":{"en":"hours","zh":"小时"}}]}]`,
	} {
		p, _ := s.Projects.Get(id)
		data, err := dataset.ProjectJSON(s, p, pages)
		if err != nil {
			t.Fatal(err)
		}
		var v any
		if err := json.Unmarshal(data, &v); err != nil {
			t.Fatal(err)
		}
		if got, _ := json.Marshal(v); !strings.Contains(string(got), want) {
			t.Errorf("%s:\n got %s\nwant %s", id, got, want)
		}
	}
}

// The forms that the profile of Data Package v2 asks for
// (https://datapackage.org/profiles/2.0/datapackage.json).
var (
	pathForm      = regexp.MustCompile(`^([^./~\\][^\\]*|(http|ftp)s?://.*)$`) // and no file: or /../
	licenceForm   = regexp.MustCompile(`^([-a-zA-Z0-9._])+$`)
	mediatypeForm = regexp.MustCompile(`^(.+)/(.+)$`)
	hashForm      = regexp.MustCompile(`^[^:]+:[a-fA-F0-9]+$`)
)

// object is a JSON object of a descriptor.
type object map[string]any

// has reports the properties of an object that there should not be, or that are no
// texts or are empty.
func (o object) has(t *testing.T, where string, texts []string, others ...string) {
	t.Helper()
	for key, value := range o {
		if text, isText := value.(string); slices.Contains(texts, key) && (!isText || text == "") || !slices.Contains(slices.Concat(texts, others), key) {
			t.Errorf("%s: %q is %v", where, key, value)
		}
	}
}

func (o object) list(key string) []object {
	var list []object
	items, _ := o[key].([]any)
	for _, item := range items {
		list = append(list, object(item.(map[string]any)))
	}
	return list
}

func (o object) text(key string) string {
	text, _ := o[key].(string)
	return text
}

// read reads the descriptor of a package.
func read(t *testing.T, p dataset.Package) object {
	t.Helper()
	data, err := p.Descriptor()
	if err != nil {
		t.Fatal(err)
	}
	var d object
	if err := json.Unmarshal(data, &d); err != nil {
		t.Fatal(err)
	}
	return d
}

// TestDescriptorKeepsToTheProfile holds every rule of the profile that says
// something of what our descriptors have. The profile is not part of this program.
func TestDescriptorKeepsToTheProfile(t *testing.T) {
	d := read(t, pack(t, full(t)))
	d.has(t, "package", []string{"$schema", "name", "id", "title", "description", "homepage", "version"}, "licenses", "sources", "contributors", "resources")
	for key, want := range map[string]string{
		"$schema": "https://datapackage.org/profiles/2.0/datapackage.json", "name": "sample.example-base", "id": "https://sample.example/base/data/datapackage.json",
		"title": "区 / District", "homepage": "https://sample.example/base/zh/data/", "version": "2024-12-08", "description": "zh data-about / en data-about",
	} {
		if got := d.text(key); got != want {
			t.Errorf("%s is %q, want %q", key, got, want)
		}
	}
	for key, want := range map[string]string{
		"licenses":     `[{"name":"CC-BY-4.0","path":"https://licence.example/by/4.0/","title":"署名 / Attribution"}]`,
		"sources":      `[{"title":"通报 / Notice"}]`,
		"contributors": `[{"path":"https://office.example/","roles":["publisher"],"title":"办公室 / Office"}]`,
	} {
		if got, _ := json.Marshal(d[key]); string(got) != want {
			t.Errorf("%s: got %s, want %s", key, got, want)
		}
	}
	for _, l := range d.list("licenses") {
		if !licenceForm.MatchString(l.text("name")) || !isPath(l.text("path")) {
			t.Errorf("licence %v", l)
		}
	}
	if u, err := url.Parse(d.text("homepage")); err != nil || !u.IsAbs() {
		t.Errorf("homepage is no address: %v", err)
	}
	names := map[string]bool{}
	for _, r := range d.list("resources") {
		keepsResource(t, r)
		if names[r.text("name")] {
			t.Errorf("resource %q is there twice", r.text("name"))
		}
		names[r.text("name")] = true
	}
	if len(names) != len(route.TableNames) {
		t.Errorf("resources %v", names)
	}
}

func isPath(s string) bool {
	return pathForm.MatchString(s) && !strings.HasPrefix(s, "file:") && !strings.Contains(s, "/../")
}

func keepsResource(t *testing.T, r object) {
	t.Helper()
	where := r.text("name")
	r.has(t, where, []string{"name", "path", "type", "title", "description", "format", "mediatype", "encoding", "hash"}, "bytes", "schema")
	bytes, isNumber := r["bytes"].(float64)
	if r.text("type") != "table" || !isPath(r.text("path")) || !mediatypeForm.MatchString(r.text("mediatype")) || !hashForm.MatchString(r.text("hash")) || !isNumber || bytes != float64(int(bytes)) {
		t.Errorf("%s: %v", where, r)
	}
	schema := object(r["schema"].(map[string]any))
	schema.has(t, where, nil, "fields", "missingValues", "primaryKey", "foreignKeys")
	fields := map[string]bool{}
	for _, f := range schema.list("fields") {
		f.has(t, where, []string{"name", "title", "type", "format"}, "constraints")
		if fields[f.text("name")] {
			t.Errorf("%s: field %q is there twice", where, f.text("name"))
		}
		fields[f.text("name")] = true
		if format := f.text("format"); !slices.Contains([]string{"string", "number", "date", "boolean"}, f.text("type")) || format != "" && (f.text("type") != "string" || format != "uri") {
			t.Errorf("%s: field %v", where, f)
		}
		keepsConstraints(t, where, f)
	}
	if len(fields) == 0 {
		t.Errorf("%s has no field", where)
	}
	for _, key := range []string{"primaryKey", "foreignKeys"} {
		if list, ok := schema[key].([]any); ok && len(list) == 0 {
			t.Errorf("%s: %s is empty", where, key)
		}
	}
	for _, k := range schema.list("foreignKeys") {
		k.has(t, where, []string{"fields"}, "reference")
		reference := object(k["reference"].(map[string]any))
		reference.has(t, where, []string{"fields", "resource"})
		if !fields[k.text("fields")] || reference.text("fields") == "" || reference.text("resource") == where {
			t.Errorf("%s: foreign key %v", where, k)
		}
	}
}

func keepsConstraints(t *testing.T, where string, f object) {
	t.Helper()
	in, ok := f["constraints"]
	if !ok {
		return
	}
	c := object(in.(map[string]any))
	c.has(t, where, nil, "required", "enum")
	if required, ok := c["required"]; ok && required != true {
		t.Errorf("%s: field %v", where, f)
	}
	if list, ok := c["enum"].([]any); ok {
		seen := map[any]bool{}
		for _, v := range list {
			if _, isText := v.(string); !isText || seen[v] || f.text("type") != "string" {
				t.Errorf("%s: field %v", where, f)
			}
			seen[v] = true
		}
		if len(list) == 0 {
			t.Errorf("%s: field %v", where, f)
		}
	}
}

// A site that states no licence, no publisher and no source has none in its
// descriptor: an empty list is against the profile.
func TestDescriptorOfASparseSite(t *testing.T) {
	s := full(t)
	s.Licence, s.Publisher, s.Sources = report.Licence{}, report.Publisher{}, &report.Index[*report.Source]{}
	d := read(t, pack(t, s))
	for _, key := range []string{"licenses", "contributors", "sources"} {
		if v, ok := d[key]; ok {
			t.Errorf("%s is %v", key, v)
		}
	}
}

// TestTablesKeepToTheDescriptor reads every table as its schema says: size, hash,
// types, allowed values, keys, and what is named stands where it should.
func TestTablesKeepToTheDescriptor(t *testing.T) {
	p := pack(t, full(t))
	data := map[string][]byte{}
	for _, f := range p.Files {
		data[path.Base(route.Table(f.Name))] = f.Data
	}
	d := read(t, p)
	columns := map[string]map[string][]string{} // the cells, by table and column
	for _, r := range d.list("resources") {
		file := data[r.text("path")]
		if sum := fmt.Sprintf("sha256:%x", sha256.Sum256(file)); r["bytes"] != float64(len(file)) || r.text("hash") != sum {
			t.Errorf("%s: %v bytes, hash %s; want %d, %s", r.text("name"), r["bytes"], r.text("hash"), len(file), sum)
		}
		columns[r.text("name")] = cellsOf(t, r, file)
	}
	for _, r := range d.list("resources") {
		for _, k := range object(r["schema"].(map[string]any)).list("foreignKeys") {
			reference := object(k["reference"].(map[string]any))
			there := columns[r.text("name")]
			if other := reference.text("resource"); other != "" {
				there = columns[other]
			}
			for _, cell := range columns[r.text("name")][k.text("fields")] {
				if cell != "" && !slices.Contains(there[reference.text("fields")], cell) {
					t.Errorf("%s: %s %q stands nowhere", r.text("name"), k.text("fields"), cell)
				}
			}
		}
	}
}

// cellsOf reads a table, and returns its cells by column.
func cellsOf(t *testing.T, r object, file []byte) map[string][]string {
	t.Helper()
	rows, err := csv.NewReader(bytes.NewReader(file)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	schema := object(r["schema"].(map[string]any))
	cells := map[string][]string{}
	for i, f := range schema.list("fields") {
		name := f.text("name")
		if rows[0][i] != name {
			t.Fatalf("%s: column %d is %q, want %q", r.text("name"), i, rows[0][i], name)
		}
		cells[name] = []string{}
		for _, row := range rows[1:] {
			cells[name] = append(cells[name], row[i])
			if fault := faultOf(f, row[i]); fault != "" {
				t.Errorf("%s: %s is %q: %s", r.text("name"), name, row[i], fault)
			}
		}
	}
	if len(cells) != len(rows[0]) {
		t.Errorf("%s: %d columns, %d fields", r.text("name"), len(rows[0]), len(cells))
	}
	key, _ := schema["primaryKey"].([]any)
	seen := map[string]bool{}
	for i := range rows[1:] {
		var id []string
		for _, column := range key {
			id = append(id, cells[column.(string)][i])
		}
		if k := strings.Join(id, "\x00"); len(key) > 0 && (seen[k] || slices.Contains(id, "")) {
			t.Errorf("%s: key %q is empty or there twice", r.text("name"), id)
		} else {
			seen[k] = true
		}
	}
	return cells
}

// faultOf says what is wrong with a cell, "" when nothing is.
func faultOf(f object, cell string) string {
	c, _ := f["constraints"].(map[string]any)
	if cell == "" {
		if c["required"] == true {
			return "required"
		}
		return ""
	}
	if allowed, ok := c["enum"].([]any); ok && !slices.Contains(allowed, any(cell)) {
		return fmt.Sprintf("not one of %v", allowed)
	}
	var err error
	switch f.text("type") + f.text("format") {
	case "number":
		_, err = locale.ParseDecimal(cell)
	case "date":
		_, err = locale.ParseDate(cell)
	case "boolean":
		if cell != "true" && cell != "false" {
			return "neither true nor false"
		}
	case "stringuri":
		_, err = url.ParseRequestURI(cell)
	}
	if err != nil {
		return err.Error()
	}
	return ""
}

// TestWorkbookHoldsTheTables compares every cell of the workbook with the tables.
// A workbook of nobody names nobody.
func TestWorkbookOfNobody(t *testing.T) {
	s := full(t)
	s.Publisher = report.Publisher{}
	data, err := pack(t, s).Workbook()
	if err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	if props, err := f.GetDocProps(); err != nil || props.Creator != "" {
		t.Errorf("the creator is %q (%v)", props.Creator, err)
	}
}

func TestWorkbookHoldsTheTables(t *testing.T) {
	p := pack(t, full(t))
	data, err := p.Workbook()
	if err != nil {
		t.Fatal(err)
	}
	if again, err := p.Workbook(); err != nil || !bytes.Equal(data, again) {
		t.Errorf("made again, the workbook is another one (%v)", err)
	}
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	if got, want := f.GetSheetList(), append([]string{"README"}, route.TableNames...); !slices.Equal(got, want) {
		t.Errorf("sheets %q, want %q", got, want)
	}
	for _, table := range p.Files {
		rows, err := f.GetRows(table.Name)
		if err != nil {
			t.Fatal(err)
		}
		for j, want := range table.Rows {
			for i, cell := range want {
				var got string
				if i < len(rows[j+1]) {
					got = rows[j+1][i]
				}
				if table.Columns[i].Type == dataset.Flag {
					got = strings.ToLower(got)
				}
				if got != cell && !(table.Columns[i].Type == dataset.Number && sameNumber(got, cell)) {
					t.Errorf("%s: row %d, %s is %q, want %q", table.Name, j+1, table.Columns[i].Name, got, cell)
				}
			}
		}
	}
	readme, err := f.GetRows("README")
	if err != nil {
		t.Fatal(err)
	}
	text := fmt.Sprint(readme)
	for _, want := range []string{"zh licencezh colon署名 https://licence.example/by/4.0/", "en publisher-colonOffice", "en as-of 8 December 2024", "https://sample.example/base/en/data/",
		"[projects area string zh column-area en column-area]", "[projects area_zh string zh column-in zh column-area zh language-zh en column-in en column-area en language-zh]"} {
		if !strings.Contains(text, want) {
			t.Errorf("the README lacks %q: %s", want, text)
		}
	}
}

func sameNumber(a, b string) bool {
	x, err1 := locale.ParseDecimal(a)
	y, err2 := locale.ParseDecimal(b)
	return err1 == nil && err2 == nil && x.Cmp(y) == 0
}

// TestCSVHasNoFormula holds that no text begins like a formula, in wide signs either.
func TestCSVHasNoFormula(t *testing.T) {
	table := dataset.Table{Columns: []dataset.Column{{Name: "a", Type: dataset.Text}}}
	for _, text := range []string{"=1+1", "＝1+1", "＋甲", "－甲", "＠SUM(1)", "-3.5", "甲＝1", "，＝"} {
		table.Rows = append(table.Rows, []string{text})
	}
	got, err := table.CSV()
	if want := "a\r\n'=1+1\r\n'＝1+1\r\n'＋甲\r\n'－甲\r\n'＠SUM(1)\r\n-3.5\r\n甲＝1\r\n，＝\r\n"; err != nil || string(got) != want {
		t.Errorf("got %q (%v), want %q", got, err, want)
	}
}

// A name has no character that a file's name may not have, whatever the address.
func TestPackageName(t *testing.T) {
	t.Parallel()
	for home, want := range map[string]string{
		"https://sample.example/":           "sample.example",
		"http://127.0.0.1:8080/base/zh/":    "127.0.0.1-8080-base-zh",
		"https://Sample.example/%E5%8C%BA/": "sample.example-e5-8c-ba",
	} {
		p := pack(t, full(t))
		p.Home = home
		if got := read(t, p).text("name"); got != want {
			t.Errorf("%s has the name %q, want %q", home, got, want)
		}
	}
}
