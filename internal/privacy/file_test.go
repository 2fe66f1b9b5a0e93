package privacy

import (
	"archive/zip"
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"
)

func TestFileFindsInEveryCarrier(t *testing.T) {
	for _, c := range []struct {
		name, file, data string
		want             string // where, kind, and the part of data that is found
	}{
		{"text", "a.html", `<p>电话13800138000</p>`, ": mobile 13800138000"},
		{"text with bold", "a.html", `<p>138<b>0013</b>8000</p>`, ": mobile 138<b>0013</b>8000"},
		{"text with a link in between", "a.html", `<p>138<a href="x" title="t">0013</a>8000</p>`, `: mobile 138<a href="x" title="t">0013</a>8000`},
		{"entities", "a.html", `<p>&#49;3800138&#x30;00</p>`, ": mobile &#49;3800138&#x30;00"},
		{"entities for spaces", "a.html", `<p>138&nbsp;0013&#8203;8000</p>`, ": mobile 138&nbsp;0013&#8203;8000"},
		{"last entity", "a.html", `<p>1380013800&#48;</p>`, ": mobile 1380013800&#48;"},
		{"heading", "a.html", `<h2>Call 13800138000</h2>`, ": mobile 13800138000"},
		{"cell", "a.html", `<table><tr><td>13800138000</td><td>2</td></tr></table>`, ": mobile 13800138000"},
		{"caption", "a.html", `<figure><figcaption>张某 13800138000</figcaption></figure>`, ": mobile 13800138000"},
		{"alt", "a.html", `<img src="a.png" alt="电话13800138000">`, ": mobile 13800138000"},
		{"alt with an entity", "a.html", `<img alt="1380013&#56;000">`, ": mobile 1380013&#56;000"},
		{"title", "a.html", `<abbr title='13800138000'>x</abbr>`, ": mobile 13800138000"},
		{"meta", "a.html", `<meta name="description" content="13800138000">`, ": mobile 13800138000"},
		{"link", "a.html", `<a href="tel:13800138000">x</a>`, ": mobile 13800138000"},
		{"data attribute", "a.html", `<p data-phone=13800138000 hidden>x</p>`, ": mobile 13800138000"},
		{"value attribute", "a.html", `<data value="13800138123">x</data>`, ": mobile 13800138123"},
		{"comment", "a.html", `<!-- 13800138000 -->`, ": mobile 13800138000"},
		{"script", "a.html", `<script>call("13800138000")</script>`, ": mobile 13800138000"},
		{"linked data", "a.html", `<script type="application/ld+json">{"telephone":"\u0031380013800` + `0"}</script>`, `: mobile \u00313800138000`},
		{"style", "a.html", `<style>p::after{content:"13800138000"}</style>`, ": mobile 13800138000"},
		{"page title", "a.html", `<title>13800138000</title>`, ": mobile 13800138000"},
		{"after broken markup", "a.html", `a < b <p class="x>13800138000`, ": mobile 13800138000"},
		{"address over tags", "a.html", `<p>3号楼<span>2单元</span>501室</p>`, ": home-address 3号楼<span>2单元</span>501室"},

		{"SVG text", "a.svg", `<svg viewBox="0 0 9 9"><text x="1">13800138000</text></svg>`, ": mobile 13800138000"},
		{"SVG tspan", "a.svg", `<svg><text><tspan>138</tspan><tspan>00138000</tspan></text></svg>`, ": mobile 138</tspan><tspan>00138000"},
		{"SVG description", "a.svg", `<svg aria-label="13800138000"></svg>`, ": mobile 13800138000"},
		{"sitemap", "sitemap.xml", `<urlset><url><loc>https://example.org/11010519491231002X/</loc></url></urlset>`, ": identity-number 11010519491231002X"},
		{"feed", "feed.xml", `<content type="html"><![CDATA[<p>13800138000</p>]]></content>`, ": mobile 13800138000"},

		{"CSV", "a.csv", "a,b\r\n1,13800138000\r\n", ": mobile 13800138000"},
		{"CSV, quoted", "a.csv", "a,b\r\n1,\"张某 13800138000\"\r\n", ": mobile 13800138000"},
		{"CSV, name column", "a.csv", "姓名,残疾\r\n张三,二级\r\n", ": table-of-persons 姓名,残疾\r\n"},
		{"CSV, title above", "a.csv", "名单,\r\n姓名,残疾\r\n张三,二级\r\n", ": table-of-persons 姓名,残疾\r\n"},
		{"CSV, header in the fourth row", "a.csv", "名单\n2025年\n（内部）\n姓名,残疾\n张三,二级\n", ": table-of-persons 姓名,残疾\n"},
		{"CSV, title and semicolons", "a.csv", "名单\n姓名;残疾\n张三;二级\n", ": table-of-persons 姓名;残疾\n"},
		{"CSV, mark of the byte order", "a.csv", "\ufeff\"Name\",\"Illness\"\nA. Person,flu\n", ": table-of-persons \"Name\",\"Illness\"\n"},
		{"CSV, capitals", "a.csv", "APPLICANT,ILLNESS\nA. Person,flu\n", ": table-of-persons APPLICANT,ILLNESS\n"},
		{"CSV, villagers", "a.csv", "村民,残疾\n张三,二级\n", ": table-of-persons 村民,残疾\n"},
		{"CSV, full-width", "a.csv", "Ｎａｍｅ,Ｉｌｌｎｅｓｓ\nA. Person,flu\n", ": table-of-persons Ｎａｍｅ,Ｉｌｌｎｅｓｓ\n"},
		{"CSV, semicolons", "a.csv", "姓名;残疾\r\n张三;二级\r\n", ": table-of-persons 姓名;残疾\r\n"},
		{"TSV", "a.tsv", "姓名\t病情\n张三\t高血压\n", ": table-of-persons 姓名\t病情\n"},

		{"JSON", "a.json", `{"a":"13800138000"}`, ": mobile 13800138000"},
		{"JSON, key", "a.json", `{"13800138000":1}`, ": mobile 13800138000"},
		{"JSON, number", "a.json", `{"a": 13800138000}`, ": mobile 13800138000"},
		{"JSON, escapes", "a.json", `{"a":"\u0031\u00338\uff100138000"}`, `: mobile \u0031\u00338\uff100138000`},
		{"JSON, surrogates", "a.json", `{"a":"\ud835\udfcf3800138000"}`, `: mobile \ud835\udfcf3800138000`},
		{"JSON, Han in escapes", "a.json", `{"a":"3\u53f7\u697c2\u5355\u5143501\u5ba4"}`, `: home-address 3\u53f7\u697c2\u5355\u5143501\u5ba4`},
		{"JSON, objects", "a.json", `[{"姓名":"张三","病情":"x"}]`, ": table-of-persons "},
		{"JSON, names in escapes", "a.json", `[{"\u59d3\u540d":"张三","\u75c5\u60c5":"x"}]`, ": table-of-persons "},
		{"JSON, rows", "a.json", `[["姓名","病情"],["张三","x"]]`, ": table-of-persons "},

		{"plain text", "a.txt", "电话\n13800138000\n", ": mobile 13800138000"},
		{"unknown kind", "a", "13800138000", ": mobile 13800138000"},
		{"not UTF-8", "a.txt", "\xb5\xe7\xbb\xb013800138000", ": mobile 13800138000; : unread "},
		{"file name", "files/张三13800138000.txt", "", "file name: mobile "},
		{"file name, identity", "11010519491231002X.png", "\x89PNG\x00", "file name: identity-number ; : unread "},
		{"PDF", "a.pdf", "%PDF-1.7\n", ": unread "},
		{"damaged zip", "a.docx", "PK\x03\x04", ": unread "},

		{"HTML table without end tags", "a.html", "<table><tr><th>姓名<th>病情<tr><td>张三<td>x</table>", ": table-of-persons <th>姓名<th>病情"},
		{"HTML table of persons", "a.html", "<table><tr><th>姓名</th><th><b>病情</b></th></tr><tr><td>张三</td><td>x</td></tr></table>", ": table-of-persons <th>姓名</th><th><b>病情</b></th>"},
		{"HTML table, header in a column", "a.html", "<table><tr><th>姓名</th><td>张三</td></tr><tr><th>病情</th><td>x</td></tr></table>", ": table-of-persons <th>姓名</th><td>张三</td></tr><tr><th>病情</th><td>x</td>"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			if got := describe(c.data, File(c.file, []byte(c.data), Allow{})); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

// describe lists findings and what of data they cover.
func describe(data string, found []Finding) string {
	var list []string
	for _, f := range found {
		covered := ""
		if f.In == "" && f.End <= len(data) {
			covered = data[f.Start:f.End]
		}
		list = append(list, fmt.Sprintf("%s: %s %s", f.In, f.Kind, covered))
	}
	return strings.Join(list, "; ")
}

func TestFileFindsInOfficeDocuments(t *testing.T) {
	document := zipOf(t, map[string]string{
		"word/document.xml": `<w:document><w:body><w:p w:rsidR="00A12345"><w:r><w:t>电话138</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>00138000</w:t></w:r></w:p>` +
			`<w:tbl><w:tr><w:tc><w:p><w:r><w:t>姓</w:t></w:r><w:r><w:t>名</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>病情</w:t></w:r></w:p></w:tc></w:tr>` +
			`<w:tr><w:tc><w:p><w:r><w:t>张三</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>x</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body></w:document>`,
		"word/media/image1.png": "\x89PNG\x00",
	})
	workbook := zipOf(t, map[string]string{
		"xl/sharedStrings.xml": `<sst><si><t>姓名</t></si><si><r><t>残</t></r><r><t>疾</t></r></si><si><t>张三</t></si><si><t>11010519491231002X</t></si></sst>`,
		"xl/worksheets/sheet1.xml": `<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c></row>` +
			`<row r="2"><c r="A2" t="s"><v>2</v></c><c r="B2"><v>13800138000</v></c><c r="C2" t="inlineStr"><is><t>二级</t></is></c></row></sheetData></worksheet>`,
	})
	open := zipOf(t, map[string]string{"content.xml": `<office:document-content><table:table><table:table-row><table:table-cell><text:p>姓名</text:p></table:table-cell>` +
		`<table:table-cell><text:p>残疾等级</text:p></table:table-cell></table:table-row><table:table-row><table:table-cell><text:p>张三</text:p></table:table-cell>` +
		`<table:table-cell><text:p>二级</text:p></table:table-cell></table:table-row></table:table></office:document-content>`})
	floats := zipOf(t, map[string]string{"xl/worksheets/sheet1.xml": `<worksheet><sheetData><row r="1"><c r="A1"><v>1.3800138123E10</v></c></row></sheetData></worksheet>`})
	for _, c := range []struct {
		file string
		data []byte
		want []string
	}{
		{"a.ods", open, []string{"content.xml: table-of-persons"}},
		{"a.odt", open, []string{"content.xml: table-of-persons"}},
		{"floats.xlsx", floats, []string{"xl/worksheets/sheet1.xml: mobile"}},
		{"a.docx", document, []string{"word/document.xml: mobile", "word/document.xml: table-of-persons", "word/media/image1.png: unread"}},
		{"a.xlsx", workbook, []string{"xl/sharedStrings.xml: identity-number", "xl/worksheets/sheet1.xml: mobile", "xl/worksheets/sheet1.xml: table-of-persons"}},
		{"a.zip", zipOf(t, map[string]string{"in/a.docx": string(document), "13800138000.txt": "x"}), []string{
			"13800138000.txt/file name: mobile", "in/a.docx/word/document.xml: mobile", "in/a.docx/word/document.xml: table-of-persons", "in/a.docx/word/media/image1.png: unread"}},
	} {
		var got []string
		for _, f := range File(c.file, c.data, Allow{}) {
			got = append(got, fmt.Sprintf("%s: %s", f.In, f.Kind))
		}
		slices.Sort(got)
		if !slices.Equal(got, c.want) {
			t.Errorf("%s:\ngot  %q\nwant %q", c.file, got, c.want)
		}
	}
}

func zipOf(t *testing.T, files map[string]string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for name, data := range files {
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
	return b.Bytes()
}

func TestFilePasses(t *testing.T) {
	for _, c := range []struct{ name, file, data string }{
		{"drawing", "a.svg", `<svg viewBox="138 0013 8000 1"><path d="M138 0013 8000 L13800138000"/><rect x="13800138000" width='13800138000'/></svg>`},
		{"drawing in a page", "a.html", `<svg><polyline points="138 0013 8000"></polyline></svg>`},
		{"integrity", "a.html", `<link integrity="sha256-13800138000=">`},
		{"cells apart", "a.html", `<tr><td>138</td><td>0013</td><td>8000</td></tr>`},
		{"attributes apart", "a.html", `<p id="138" title="00138000">x</p>`},
		{"list apart", "a.html", `<li>138</li><li>00138000</li>`},
		{"hashed asset", "assets/style.13800138.css", `p{width:13px}`},
		{"hashed asset, hex", "assets/style.0a1b2c3d.css", `p{width:13px}`},
		{"round amount as a value", "a.html", `<data value="13800000000">13,800,000,000</data>元`},
		{"round amount in CSV", "a.csv", "a,b\r\nx,13800000000\r\n"},
		{"round amount in JSON", "a.json", `{"a": 13800000000, "b":[13800000000]}`},
		{"ratio in JSON", "a.json", `{"a":0.857142857142857,"b":0.8571428571428571}`},
		{"manifest", "manifest.json", `{"sha256":"9138001380001234567890abcdef13800138000a","size":12345}`},
		{"numbers apart in CSV", "a.csv", "a,b,c\r\n138,0013,8000\r\n1380013\r\n8000\r\n"},
		{"projects", "projects.csv", "id,name_zh,name_en,area,started\r\np1,供水,Water,A,2026-03-05\r\n"},
		{"data of projects", "a.json", `[{"id":"p1","name":"Water","identity":"","status":"done"}]`},
		{"masked list", "a.csv", "姓名,身份证号\r\n张*,110105********002X\r\n"},
		{"office contacts", "a.html", `<p>服务热线12345，电话0554-1234567，手机13912345678</p>`},
		{"language switch", "a.html", `<a href="https://www.example.gov.cn/art/13800138000.html">x</a>`},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			if found := File(c.file, []byte(c.data), NewAllow("13912345678")); len(found) > 0 {
				t.Errorf("found %+v", found)
			}
		})
	}
}

// Of a file that is made of figures, a whole field passes, and nothing else.
func TestFigures(t *testing.T) {
	for _, c := range []struct {
		file, data string
		want       int // findings
	}{
		{"a.csv", "a,b\r\nx,13812345678\r\n13812345678,-13812345678\r\n", 0},
		{"a.json", `{"a": 13812345678, "b": [-13812345678, 4000000000000002], "c":110105194912310021}`, 0},
		{"a.html", `<data value="13812345678">138.1亿</data><data value="-13812345678">x</data>`, 0},
		{"a.csv", "a\r\n电话13812345678\r\n", 1},
		{"a.json", `{"a": "13812345678", "b": "电话13812345678"}`, 2},
		{"a.html", `<data value="13812345678">13812345678</data>`, 1},
		{"a.html", `<p title="13812345678">x</p>`, 1},
		{"a.html", `<td>13812345678</td>`, 1},
		{"a.txt", "13812345678", 1},
		{"a.csv", "a\r\n11010519491231002X\r\n", 1},
		{"a.csv", "a\r\n349999198506151230\r\n", 1},
		{"13812345678.csv", "", 1},
	} {
		if found := File(c.file, []byte(c.data), Allow{}.Figures()); len(found) != c.want {
			t.Errorf("%s %s: %+v, want %d findings", c.file, c.data, found, c.want)
		}
	}
}
