package words

import (
	"bytes"
	"encoding/csv"
	"html"
	"strings"
)

// A Table is a table as it stands in a file.
type Table struct {
	Rows   [][]string
	Starts []int // where each row begins in the file; nil if that is not known
	Ends   []int // and where it ends
}

// markupTables returns the tables of HTML, or of a text document. One within the
// cell of another ends that one.
func markupTables(data []byte) []Table {
	var r tableReader
	for t := range tags(data) {
		name := strings.TrimPrefix(strings.TrimPrefix(string(t.name), "w:"), "a:")
		isCell := name == "th" || name == "td" || name == "tc"
		switch {
		case t.kind == opening && (name == "table" || name == "tbl"):
			r.tables, r.cell = append(r.tables, Table{}), nil
		case t.kind == opening && name == "tr":
			r.endCell(t.start)
			r.addRow(t.end)
		case t.kind == opening && isCell:
			r.endCell(t.start) // its own end tag may be left out
			r.cell = &strings.Builder{}
		case t.kind == closing && (isCell || name == "tr" || name == "table"):
			r.endCell(t.end)
		case t.kind == textNode && r.cell != nil:
			r.cell.WriteString(html.UnescapeString(string(data[t.from:t.to])))
		}
	}
	return r.tables
}

// hasTable reports whether there is the tag of a table.
func hasTable(data []byte) bool {
	return bytes.Contains(data, []byte("<table")) || bytes.Contains(data, []byte(":tbl>")) || bytes.Contains(data, []byte("<TABLE"))
}

// A tableReader collects cells.
type tableReader struct {
	tables []Table
	cell   *strings.Builder // nil outside of a cell
}

func (r *tableReader) addRow(at int) {
	if last := len(r.tables) - 1; last >= 0 {
		t := &r.tables[last]
		t.Rows, t.Starts, t.Ends = append(t.Rows, nil), append(t.Starts, at), append(t.Ends, at)
	}
}

func (r *tableReader) endCell(at int) {
	if last := len(r.tables) - 1; r.cell != nil && last >= 0 && len(r.tables[last].Rows) > 0 {
		t := &r.tables[last]
		row := len(t.Rows) - 1
		t.Rows[row], t.Ends[row] = append(t.Rows[row], r.cell.String()), at
	}
	r.cell = nil
}

// csvTable reads a table of fields that commas, semicolons or tabs part.
func csvTable(data []byte) Table {
	var t Table
	r := csv.NewReader(bytes.NewReader(data))
	r.Comma = separator(data)
	r.LazyQuotes, r.FieldsPerRecord = true, -1
	for {
		start := int(r.InputOffset())
		row, err := r.Read()
		if err != nil { // the end; or a fault, after which no line can be told
			return t
		}
		t.Rows, t.Starts, t.Ends = append(t.Rows, row), append(t.Starts, start), append(t.Ends, int(r.InputOffset()))
	}
}

// separator returns what parts the fields of the first line.
func separator(data []byte) rune {
	line, _, _ := bytes.Cut(data, []byte("\n"))
	best, most := ',', 0
	for _, c := range ",;\t" {
		if n := bytes.Count(line, []byte(string(c))); n > most {
			best, most = c, n
		}
	}
	return best
}
