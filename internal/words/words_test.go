package words

import (
	"archive/zip"
	"bytes"
	"reflect"
	"strings"
	"testing"
)

func TestMarkup(t *testing.T) {
	for _, c := range []struct{ name, data, words, aside string }{
		{"inline elements join", `<p>a<b>b</b>c</p>`, "abc", ""},
		{"blocks part", `<p>a</p><p>b</p>`, "a|b", ""},
		{"cells part", `<td>a</td><td>b</td>`, "a|b", ""},
		{"capitals", `<P>a<B>b</B></P>`, "ab", ""},
		{"entities", `&lt;&#49;&amp;amp;&nosuch;`, "<1&amp;&nosuch;", ""},
		{"attributes", `<a href="x" title='y' id=z hidden>a</a>`, "a", "x|y|z"},
		{"attribute with a bracket", `<a title="1>0">a</a>`, "a", "1>0"},
		{"attribute with an entity", `<a title="&quot;1&quot;">a</a>`, "a", `"1"`},
		{"value", `<data value="5">five</data>`, "five", ";5"},
		{"drawing", `<svg viewBox="0 0 1 1"><path d="M0 0"/><text x="1">a</text></svg>`, "a", ""},
		{"comment", `a<!-- b -->c`, "ac", " b "},
		{"script", `a<script>"<p>\u0031"</script>b`, "a|b", `"<p>1"`},
		{"style", `<style>a>b{}</style>`, "", "a>b{}"},
		{"section", `<x><![CDATA[<p>&amp;]]></x>`, "<p>&amp;", ""},
		{"declaration", `<?xml version="1.0"?><!doctype html>a`, "a", `xml version="1.0"?|doctype html`},
		{"office runs join", `<w:p><w:r><w:t>a</w:t></w:r><w:r><w:t>b</w:t></w:r></w:p><w:p><w:t>c</w:t></w:p>`, "ab|c", ""},
		{"OpenDocument runs join", `<text:p>a<text:span>b</text:span><text:s/><text:a xlink:href="x">c</text:a></text:p><text:p>d</text:p>`, "abc|d", "x"},
		{"no tag", `1 < 2`, "1 < 2", ""},
		{"cut off in a tag", `a<b title="c`, "a", "c"},
		{"cut off in a comment", `a<!-- b`, "a", " b"},
		{"cut off in a script", `<script>b`, "", "b"},
		{"cut off after a bracket", `a<`, "a<", ""},
	} {
		words, aside := markup([]byte(c.data))
		if got := show(words); got != c.words {
			t.Errorf("%s: words %q, want %q", c.name, got, c.words)
		}
		if got := show(aside); got != c.aside {
			t.Errorf("%s: aside %q, want %q", c.name, got, c.aside)
		}
	}
}

// show writes gaps as |.
func show(t *Text) string {
	return strings.Trim(strings.ReplaceAll(string(t.Bytes), string(Gap), "|"), "|")
}

func TestJSON(t *testing.T) {
	for data, want := range map[string]string{
		`{"a":"b","c":1.5}`:      `{"a":"b","c":1.5}`,
		`"\u0031\"\\\/"`:         `"1"\/"`,
		`"\ud835\udfcf"`:         `"𝟏"`,
		`"a\nb\tc"`:              `"a b c"`,
		`"\ud835 \u12`:           "\"\ufffd  12",
		`"\`:                     `" `,
		`"\u00e9\u00ff` + "\x00": "\"éÿ\x00",
	} {
		text := &Text{}
		takeJSON(text, []byte(data), 0, len(data))
		if got := string(text.Bytes); got != want {
			t.Errorf("%s: got %q, want %q", data, got, want)
		}
	}
}

// Each letter of the words must lead back to itself, or to how it is written.
func TestOrigin(t *testing.T) {
	const data = `<p title="T&#116;">a<b>b</b>&#99;d</p><p>e&amp;</p>`
	words, aside := markup([]byte(data))
	for _, c := range []struct {
		text *Text
		part string
		want string
	}{
		{words, "a", "a"},
		{words, "ab", "a<b>b"},
		{words, "c", "&#99;"},
		{words, "bcd", "b</b>&#99;d"},
		{words, "d", "d"},
		{words, "e&", "e&amp;"},
		{aside, "T", "T"},
		{aside, "Tt", "T&#116;"},
	} {
		i := bytes.Index(c.text.Bytes, []byte(c.part))
		if i < 0 {
			t.Fatalf("%q is not in %q", c.part, c.text.Bytes)
		}
		from, to := c.text.Origin(i, i+len(c.part))
		if got := data[from:to]; got != c.want {
			t.Errorf("%q comes from %q, want %q", c.part, got, c.want)
		}
	}
}

func TestTables(t *testing.T) {
	ab := [][]string{{"a", "b"}, {"1", "2"}}
	for _, c := range []struct {
		file, data string
		want       [][]string
	}{
		{"t.html", `<table><tr><th>a</th><th><b>b</b></th></tr><tr><td>1</td><td>2</td></tr></table>`, ab},
		{"t.html", `<table><tr><th>a<th>b<tr><td>1<td>2</table>x`, ab},
		{"t.xml", `<w:tbl><w:tr><w:tc>a</w:tc><w:tc>b</w:tc></w:tr><w:tr><w:tc>1</w:tc><w:tc>2</w:tc></w:tr></w:tbl>`, ab},
		{"t.csv", "a,b\r\n1,\"2\"\r\n", ab},
		{"t.csv", "a;b\n1;2\n", ab},
		{"t.csv", "\ufeff\"a\",b\n1,2\n", ab},
		{"t.csv", "title\na;b\n1;2\n", append([][]string{{"title"}}, ab...)},
		{"t.csv", "title, with a comma\na;b\n1;2\n", append([][]string{{"title, with a comma"}}, ab...)},
		{"t.csv", "a;b\n1;2,222,222.00\n", [][]string{{"a", "b"}, {"1", "2,222,222.00"}}},
		{"t.tsv", "a\tb\n1\t2\n", ab},
		{"content.xml", `<table:table><table:table-columns/><table:table-row><table:table-cell><text:p>a</text:p></table:table-cell><table:table-cell office:value-type="string">` +
			`<text:p><text:span>b</text:span></text:p></table:table-cell><table:table-cell table:number-columns-repeated="16382"/></table:table-row>` +
			`<table:table-row><table:table-cell>1</table:table-cell><table:table-cell>2</table:table-cell></table:table-row></table:table>`, ab},
		{"content.xml", `<table:table><table:table-row><table:table-cell table:number-columns-repeated="2"/><table:covered-table-cell/>` +
			`<table:table-cell table:number-columns-repeated="2"><text:p>a</text:p></table:table-cell></table:table-row></table:table>`, [][]string{{"", "", "", "a", "a"}}},
		{"t.json", `{"a":"1","b":2}`, ab},
		{"t.json", `[["a","b"],[1,"2"]]`, ab},
		{"t.json", "\ufeff" + `[["a","b"],[1,"2"]]`, ab},
		{"t.html", `<tr><td>a</td></tr>`, nil},
		{"t.txt", "a,b", nil},
	} {
		tables := Parts(c.file, []byte(c.data))[0].Tables()
		var got [][]string
		if len(tables) > 0 {
			got = tables[len(tables)-1].Rows
		}
		if !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s %s: got %q, want %q", c.file, c.data, got, c.want)
		}
	}
}

func TestTableRowsHavePlaces(t *testing.T) {
	for file, data := range map[string]string{"t.csv": "a,b\n1,2\n", "bom.csv": "\ufeffa,b\n1,2\n", "t.html": "<table><tr><td>a</td></tr><tr><td>1</td><td>2</td></tr></table>"} {
		table := Parts(file, []byte(data))[0].Tables()[0]
		row := data[table.Starts[1]:table.Ends[1]]
		if !strings.HasPrefix(strings.TrimPrefix(row, "<td>"), "1") || !strings.Contains(row, "2") || strings.Contains(row, "a") {
			t.Errorf("%s: the second row is at %q", file, row)
		}
	}
}

func TestWorkbook(t *testing.T) {
	parts := Parts("t.xlsx", zipOf(t, []string{
		"xl/worksheets/sheet1.xml", `<worksheet><sheetData><row><c r="A1" t="s"><v>0</v></c><c r="C1" t="inlineStr"><is><t>c</t></is></c></row>` +
			`<row><c r="B2"><v>2</v></c><c t="s"><v>9</v></c></row></sheetData></worksheet>`,
		sharedStrings, `<sst><si><r><t>a</t></r><r><t>a</t></r></si></sst>`,
	}))
	want := [][]string{{"aa", "", "c"}, {"", "2", "9"}}
	if got := parts[0].Tables()[0].Rows; !reflect.DeepEqual(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if !parts[0].TablesMention("aa", ">a<") {
		t.Error("the words of a workbook are not mentioned by its sheet")
	}
}

// A row of a sheet ends in thousands of empty cells, which are no words.
func TestRepeatedCellsAreBounded(t *testing.T) {
	const cell = `<table:table-cell table:number-columns-repeated="999999999">`
	data := `<table:table><table:table-row>` + cell + `</table:table-cell>` + cell + `<text:p>a</text:p></table:table-cell>` + cell + `</table:table-cell></table:table-row>` +
		`<table:table-row><table:table-cell table:number-columns-repeated="-1"><text:p>b</text:p></table:table-cell></table:table-row></table:table>`
	rows := Parts("content.xml", []byte(data))[0].Tables()[0].Rows
	if len(rows[0]) > lastColumn || len(rows[1]) != 1 {
		t.Errorf("rows of %d and %d cells, want at most %d and 1", len(rows[0]), len(rows[1]), lastColumn)
	}
}

func TestColumn(t *testing.T) {
	for place, want := range map[string]int{"A1": 0, "Z9": 25, "AA1": 26, "XFD1": lastColumn - 1, "ZZZZZZZZZ1": lastColumn - 1, "": 0, "1": 0} {
		if got := column(place); got != want {
			t.Errorf("%s: column %d, want %d", place, got, want)
		}
	}
}

func TestPartsSayWhatIsUnread(t *testing.T) {
	inner := zipOf(t, []string{"b.txt", "text"})
	for depth := range deepest + 1 {
		var read, unread int
		for _, p := range Parts("a.zip", inner) {
			if p.Unread {
				unread++
			} else {
				read++
			}
		}
		if wantRead := depth+1 <= deepest; (read == 1) != wantRead || (unread == 1) == wantRead {
			t.Errorf("%d zips: %d parts read, %d unread", depth+1, read, unread)
		}
		inner = zipOf(t, []string{"c.zip", string(inner)})
	}
	for name, data := range map[string]string{"PDF": "%PDF-1.7", "picture": "\x89PNG\r\n\x1a\n\x00", "other encoding": "\xb5\xe7", "damaged zip": "PK\x03\x04"} {
		if parts := Parts("a", []byte(data)); len(parts) != 1 || !parts[0].Unread {
			t.Errorf("%s: got %+v, want one part, unread", name, parts)
		}
	}
}

func TestZipIsReadWithinALimit(t *testing.T) {
	r := reader{left: 5}
	var unread []string
	for _, p := range r.parts("a.zip", "", zipOf(t, []string{"a.txt", "abc", "b.txt", "abc", "c.txt", "a"}), 0) {
		if p.Unread {
			unread = append(unread, p.Path)
		}
	}
	if want := []string{"b.txt", "c.txt"}; !reflect.DeepEqual(unread, want) {
		t.Errorf("unread: %q, want %q", unread, want)
	}
}

// zipOf makes a zip of names and contents, in turn.
func zipOf(t *testing.T, files []string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i < len(files); i += 2 {
		w, err := z.Create(files[i])
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(files[i+1])); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}
