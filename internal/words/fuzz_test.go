package words

import "testing"

// FuzzParts gives the same bytes to each way of reading a file.
func FuzzParts(f *testing.F) {
	for _, s := range []string{
		`<p title="1">138<b>0013</b>8000 &#49;</p><!-- x --><script>"1"</script>`, "<table><tr><th>a<th>b</tr><tr><td>1<td></table>", "<w:tbl><w:tr><w:tc>a</w:tc></w:tr></w:tbl>",
		`<table:table><table:table-row><table:table-cell table:number-columns-repeated="99999"/><table:table-cell table:number-columns-repeated="9">a</table:table-cell>`,
		`<worksheet><sheetData><row><c r="B1" t="s"><v>0</v></c><c r="XFD1"><v>1.38E10</v></c></row></sheetData></worksheet>`,
		`{"a":"\u5f20","b":["\ud835\udfcf",1.5e3]}`, "\ufeff\"a\",b\r\n\"1\"\"2\",3\r\n", "t\na;b\n1;2,2", "<", "<a b='", "&#;", "PK\x03\x04", `"\u12`,
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, name := range []string{"a.html", "a.json", "a.csv", "a.txt", "a.zip", "xl/worksheets/sheet1.xml"} {
			for _, p := range Parts(name, data) {
				if p.Path == "" {
					checkTexts(t, p.Texts, len(data))
				}
				checkTables(t, p.Tables(), len(p.data))
			}
		}
	})
}

// checkTexts checks that each character leads to a place in a file of some size.
func checkTexts(t *testing.T, texts []*Text, size int) {
	t.Helper()
	for _, text := range texts {
		for i, c := range text.Bytes {
			if c < '0' || c > '9' {
				continue // what is looked for has digits
			}
			if from, to := text.Origin(i, i+1); from < 0 || from >= to || to > size {
				t.Fatalf("%q comes from %d to %d of %d bytes", c, from, to, size)
			}
		}
	}
}

// checkTables checks that rows whose places are known lie one after another in a
// file of some size.
func checkTables(t *testing.T, tables []Table, size int) {
	t.Helper()
	for _, table := range tables {
		if table.Starts == nil {
			continue
		}
		last := 0
		for i := range table.Rows {
			start, end := table.Starts[i], table.Ends[i]
			if start < last || end < start || end > size {
				t.Fatalf("row %d lies at %d to %d of %d bytes, after %d", i, start, end, size, last)
			}
			last = end
		}
	}
}
