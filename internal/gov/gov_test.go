package gov_test

import (
	"bytes"
	"context"
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/net/html"

	"gongshi/internal/chart"
	"gongshi/internal/check"
	"gongshi/internal/gov"
	"gongshi/internal/load"
	"gongshi/internal/render"
	"gongshi/templates"
)

// district returns the files of a government site without a fault, of a district that
// does not exist. The first old text of a file becomes the new one.
func district(t *testing.T, edits ...[3]string) fstest.MapFS {
	t.Helper()
	fsys := fstest.MapFS{}
	err := fs.WalkDir(os.DirFS("testdata/district"), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile("testdata/district/" + name)
		fsys[name] = &fstest.MapFile{Data: data}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range edits {
		file, ok := fsys[e[0]]
		if !ok || !bytes.Contains(file.Data, []byte(e[1])) {
			t.Fatalf("%s does not hold %q", e[0], e[1])
		}
		file.Data = bytes.Replace(file.Data, []byte(e[1]), []byte(e[2]), 1)
	}
	return fsys
}

func TestCheck(t *testing.T) {
	t.Parallel()
	const config = "config.toml"
	tests := []struct {
		name string
		edit [3]string
		want string // the only problem; "" for none
	}{
		{"sound", [3]string{}, ""},
		{"no site code", [3]string{config, `site_code  = "1234567890"` + "\n", ""}, "config.toml:12:2: [gov] has no site_code, the code of the site (政府网站标识码), which the profile cn-gov demands"},
		{"no host", [3]string{config, "host       = {", "operator2 = {"}, "config.toml:12:2: [gov] has no host, who runs the site (主办单位), which the profile cn-gov demands"},
		{"no page for errors", [3]string{config, `errors_url = "https://zfwzzc.www.gov.cn/check_web/errorInfo/jcInfo/none"` + "\n", ""}, "config.toml:12:2: [gov] has no errors_url, where errors on the site are reported (网站找错), which the profile cn-gov demands"},
		{"table without the profile", [3]string{config, "profile  = \"cn-gov\"\n", ""}, "config.toml:11:2: [gov] is for a registered government site in China; without the profile none of it is shown"},
		{"unknown profile", [3]string{config, `"cn-gov"`, `"cn_gov"`}, `config.toml:7:12: "profile" is the text "cn_gov"; allowed are cn-gov`},
		{"site code of twelve digits", [3]string{config, `"1234567890"`, `"000000000000"`}, `config.toml:13:14: notice: site_code "000000000000" is neither ten digits nor bm and eight digits`},
		{"site code of a ministry", [3]string{config, `"1234567890"`, `"bm12345678"`}, ""},
		{"ICP record without its end", [3]string{config, "京ICP备1234567890号-1", "京ICP备1234567890"}, `config.toml:17:14: icp "京ICP备1234567890" is no ICP record; it has the form 京ICP备00000000号, with the short name of the province before it, and -1 and the like after it if there are several`},
		{"police record of 13 digits", [3]string{config, "京公网安备12345678901234号", "京公网安备1234567890123号"}, `config.toml:18:14: police "京公网安备1234567890123号" is no record of the police; it has the form 京公网安备00000000000000号, with the short name of the province and 14 digits`},
		{"address without encryption", [3]string{config, "https://beian", "http://beian"}, `config.toml:19:14: police_url "http://beian.mps.gov.cn/#/query/webSearch?code=12345678901234" is not an address; it begins with https://`},
		{"site code of zeros", [3]string{config, `"1234567890"`, `"0000000000"`}, `config.toml:13:14: site_code "0000000000" is the value of an example`},
		{"site code of a ministry, of zeros", [3]string{config, `"1234567890"`, `"bm00000000"`}, `config.toml:13:14: site_code "bm00000000" is the value of an example`},
		{"ICP record of no province", [3]string{config, "京ICP", "示ICP"}, `config.toml:17:14: icp "示ICP备1234567890号-1" is no ICP record; it has the form 京ICP备00000000号, with the short name of the province before it, and -1 and the like after it if there are several`},
		{"ICP record of zeros", [3]string{config, "1234567890号", "00000000号"}, `config.toml:17:14: icp "京ICP备00000000号-1" is the value of an example`},
		{"police record of zeros", [3]string{config, "12345678901234号", "00000000000000号"}, `config.toml:18:14: police "京公网安备00000000000000号" is the value of an example`},
		{"page of a record of zeros", [3]string{config, "code=12345678901234", "code=00000000000000"}, `config.toml:19:14: police_url "https://beian.mps.gov.cn/#/query/webSearch?code=00000000000000" is the value of an example`},
		{"page for errors of an example", [3]string{config, "jcInfo/none", "jcInfo/…"}, `config.toml:20:14: errors_url "https://zfwzzc.www.gov.cn/check_web/errorInfo/jcInfo/…" is the value of an example`},
		{"host of an example", [3]string{config, "Office of the People’s Government of Nowhere District", "…"}, `config.toml:14:1: "host" has only … in English (en), which stands for a text`},
		{"article without a date", [3]string{"content/about/index.en.md", "published = \"2024-12-03 10:00\"\n", ""}, "content/about/index.en.md:1:1: page does not say when it was published, which the profile cn-gov demands (PubDate)"},
		{"hour of one digit", [3]string{"content/about/index.en.md", "2024-12-03 10:00", "2024-12-03 9:30"}, `content/about/index.en.md:4:13: "published" is the text "2024-12-03 9:30"; it must be the day and the minute in double quotes, such as "2024-12-02 09:30"`},
		{"date without the minute", [3]string{"content/about/index.en.md", "2024-12-03 10:00", "2024-12-03"}, `content/about/index.en.md:4:13: "published" is the text "2024-12-03"; it must be the day and the minute in double quotes, such as "2024-12-02 09:30"`},
	}
	for _, tt := range tests {
		edits := [][3]string{tt.edit}
		if tt.edit[0] == "" {
			edits = nil
		}
		site, problems := load.Site(district(t, edits...))
		problems.Append(check.Site(site))
		var got []string
		for _, p := range problems.Sorted() {
			line := p.String()
			if at := strings.IndexByte(line, '\n'); at >= 0 {
				line = line[:at]
			}
			got = append(got, line)
		}
		if tt.want == "" && len(got) > 0 || tt.want != "" && !slices.Contains(got, tt.want) {
			t.Errorf("%s: got\n\t%s\nwant\n\t%s", tt.name, strings.Join(got, "\n\t"), tt.want)
		}
	}
}

// Without the table everything is missing, each with an example, at the line of the profile.
func TestNoTable(t *testing.T) {
	t.Parallel()
	site, _ := load.Site(fstest.MapFS{"config.toml": {Data: []byte("languages = [\"zh\"]\nprofile = \"cn-gov\"\n")}})
	problems := gov.Check(site).Sorted()
	if len(problems) != 9 || !strings.Contains(problems[0].Hint, "write the line [gov]") {
		t.Fatalf("%d problems, want 9, the first of the table: %v", len(problems), problems)
	}
	for _, p := range problems[1:] {
		if p.Pos.String() != "config.toml:2:11" || !strings.Contains(p.Hint, " = ") {
			t.Errorf("problem without an example: %s", p)
		}
	}
}

// pages returns the built pages of a site, parsed, by path.
func pages(t *testing.T, fsys fs.FS) map[string]*html.Node {
	t.Helper()
	site, problems := load.Site(fsys)
	if problems.Append(check.Site(site)); len(problems) > 0 {
		t.Fatal(problems)
	}
	r, problems, err := render.New(t.Context(), site, render.Options{Templates: templates.FS, Draw: draw})
	if err != nil || len(problems) > 0 {
		t.Fatalf("error %v, problems %v", err, problems)
	}
	found := map[string]*html.Node{}
	for out, err := range r.Outputs() {
		if err != nil {
			t.Fatal(err)
		}
		if strings.HasSuffix(out.Path, ".html") {
			root, err := html.Parse(bytes.NewReader(out.Data))
			if err != nil {
				t.Fatal(err)
			}
			found[out.Path] = root
		}
	}
	return found
}

// draw stands in for package chart.
func draw(_ context.Context, specs []chart.Spec) ([]chart.Drawing, error) {
	return make([]chart.Drawing, len(specs)), nil
}

// meta returns the names and values of the meta tags of a page, in order.
func meta(root *html.Node) (names []string, values map[string]string) {
	values = map[string]string{}
	for n := range root.Descendants() {
		if n.Type != html.ElementNode || n.Data != "meta" {
			continue
		}
		var name, content string
		for _, a := range n.Attr {
			switch a.Key {
			case "name":
				name = a.Val
			case "content":
				content = a.Val
			}
		}
		if name != "" && name != "theme-color" {
			names, values[name] = append(names, name), content
		}
	}
	return names, values
}

var (
	siteTags    = []string{"SiteName", "SiteDomain", "SiteIDCode"}
	columnTags  = []string{"ColumnName", "ColumnDescription", "ColumnKeywords", "ColumnType"}
	articleTags = []string{"ArticleTitle", "PubDate", "ContentSource"}
)

// TestTags looks at every page of the site, in both languages: which tags it has, that
// none is empty, and that no name is there twice, not even in another case.
func TestTags(t *testing.T) {
	t.Parallel()
	articles := 0
	for path, root := range pages(t, district(t)) {
		if strings.HasSuffix(path, "404.html") || strings.Contains(path, "/frame/") {
			continue // they are no pages of the site
		}
		want := slices.Concat(siteTags, columnTags)
		plain := strings.TrimPrefix(path, "en/")
		isArticle := strings.HasPrefix(plain, "about/") || strings.HasPrefix(plain, "updates/2024") || strings.HasPrefix(plain, "projects/") && plain != "projects/index.html"
		if isArticle {
			articles++
			want = append(want, articleTags...)
		}
		names, values := meta(root)
		seen := map[string]int{}
		for _, name := range names {
			seen[strings.ToLower(name)]++
		}
		for _, name := range want {
			if strings.TrimSpace(values[name]) == "" {
				t.Errorf("%s: %s is missing or empty", path, name)
			}
		}
		for _, name := range articleTags {
			if _, ok := values[name]; ok && !isArticle {
				t.Errorf("%s is no article, and has %s", path, name)
			}
		}
		for name, times := range seen {
			if times > 1 {
				t.Errorf("%s: %s is there %d times", path, name, times)
			}
		}
	}
	if articles != 10 {
		t.Errorf("%d articles, want 10", articles)
	}
}

func TestTagValues(t *testing.T) {
	t.Parallel()
	built := pages(t, district(t))
	tests := []struct {
		path string
		want map[string]string
	}{
		{"index.html", map[string]string{
			"SiteName": "虚构区项目公开", "SiteDomain": "www.nowhere.example", "SiteIDCode": "1234567890",
			"ColumnName": "项目公开", "ColumnType": "首页", "ColumnDescription": "区里承诺的项目，做到了哪一步。",
		}},
		{"en/index.html", map[string]string{"SiteName": "Nowhere District: projects", "ColumnType": "Home page"}},
		{"projects/index.html", map[string]string{"ColumnName": "项目", "ColumnType": "数据发布", "ColumnDescription": "虚构区项目公开的“项目”栏目", "ColumnKeywords": "项目,虚构区项目公开"}},
		{"projects/well-lane/index.html", map[string]string{
			"ColumnName": "项目", "ColumnType": "数据发布", "ArticleTitle": "井巷路灯", "PubDate": "2024-12-21 08:00",
			"ContentSource": "虚构区民政局", "Url": "https://www.nowhere.example/projects/well-lane/", "Description": "换了17盏。",
		}},
		{"en/projects/well-lane/index.html", map[string]string{"PubDate": "2024-12-22 08:00", "ContentSource": "Nowhere District Civil Affairs Bureau"}},
		{"metrics/lights/index.html", map[string]string{"ColumnName": "指标", "ColumnType": "数据发布"}},
		{"report/index.html", map[string]string{"ColumnType": "数据发布"}},
		{"years/index.html", map[string]string{"ColumnName": "按年份查看项目", "ColumnType": "数据发布"}},
		{"years/2024/index.html", map[string]string{"ColumnType": "数据发布"}},
		{"updates/index.html", map[string]string{"ColumnName": "动态", "ColumnType": "工作动态"}},
		{"en/updates/2024-12-25-lamps/index.html", map[string]string{"ColumnType": "News", "PubDate": "2024-12-25 10:00"}},
		{"about/office/index.html", map[string]string{"ColumnName": "关于本站", "ColumnType": "概况信息", "ArticleTitle": "办事窗口", "ContentSource": "虚构区人民政府办公室"}},
		{"en/site-map/index.html", map[string]string{"ColumnName": "Site map", "ColumnType": "Overview"}},
	}
	for _, tt := range tests {
		_, got := meta(built[tt.path])
		for name, want := range tt.want {
			if got[name] != want {
				t.Errorf("%s: %s is %q, want %q", tt.path, name, got[name], want)
			}
		}
	}
}

// footer returns the text of the block at the foot of a page, and where its links
// lead.
func footer(root *html.Node) (text string, links []string) {
	for n := range root.Descendants() {
		if n.Type != html.ElementNode || n.Data != "div" || !slices.Contains(n.Attr, html.Attribute{Key: "class", Val: "gov"}) {
			continue
		}
		for in := range n.Descendants() {
			if in.Type == html.TextNode {
				text += in.Data
			}
			for _, a := range in.Attr {
				if a.Key == "href" {
					links = append(links, a.Val)
				}
			}
		}
	}
	return text, links
}

func TestFooter(t *testing.T) {
	t.Parallel()
	wants := map[string][]string{
		"": {"主办单位：虚构区人民政府办公室", "承办单位：虚构区政务公开中心", "联系方式：电话：0000-0000000", "政府网站标识码：1234567890",
			"京ICP备1234567890号-1", "京公网安备12345678901234号", "政府网站找错", "站点地图"},
		"en/": {"Run by: Office of the People’s Government of Nowhere District", "Maintained by: ", "Contact: 0000-0000000", "Government site code: 1234567890",
			"京ICP备1234567890号-1", "京公网安备12345678901234号", "Report an error on this site", "Site map"},
	}
	for path, root := range pages(t, district(t)) {
		if strings.Contains(path, "/frame/") {
			continue
		}
		prefix := ""
		if strings.HasPrefix(path, "en/") {
			prefix = "en/"
		}
		text, links := footer(root)
		for _, want := range wants[prefix] {
			if !strings.Contains(text, want) {
				t.Errorf("%s: the footer lacks %q: %q", path, want, text)
			}
		}
		want := []string{
			"https://beian.miit.gov.cn/", "https://beian.mps.gov.cn/#/query/webSearch?code=12345678901234",
			"https://zfwzzc.www.gov.cn/check_web/errorInfo/jcInfo/none", "/" + prefix + "site-map/",
		}
		if !slices.Equal(links, want) {
			t.Errorf("%s: the footer leads to %q, want %q", path, links, want)
		}
	}
}

// A site without the profile shows nothing of a government site.
func TestWithoutTheProfile(t *testing.T) {
	t.Parallel()
	config := district(t)["config.toml"].Data
	table := config[bytes.Index(config, []byte("[gov]")):bytes.Index(config, []byte("[security]"))]
	built := pages(t, district(t, [3]string{"config.toml", string(table), ""}, [3]string{"config.toml", "profile  = \"cn-gov\"\n", ""}))
	for path, root := range built {
		names, _ := meta(root)
		for _, name := range slices.Concat(siteTags, columnTags, articleTags, []string{"Url", "Description"}) {
			if slices.Contains(names, name) {
				t.Errorf("%s has %s", path, name)
			}
		}
		if text, _ := footer(root); text != "" {
			t.Errorf("%s has the footer of a government site: %q", path, text)
		}
	}
}
