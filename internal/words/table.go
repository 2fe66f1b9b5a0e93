package words

import (
	"bytes"
	"encoding/csv"
	"html"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// A Table is a table as it stands in a file.
type Table struct {
	Rows   [][]string
	Starts []int // where each row begins in the file; nil if that is not known
	Ends   []int // and where it ends
}

// markupTables returns the tables of HTML, of a text document or of a sheet of
// OpenDocument. One within the cell of another ends that one.
func markupTables(data []byte) []Table {
	var r tableReader
	for t := range tags(data) {
		element := elements[localName(t.name)]
		switch {
		case t.kind == opening && element == table:
			r.tables, r.cell, r.empty = append(r.tables, Table{}), nil, 0
		case t.kind == opening && element == tableRow:
			r.endCell(t.start)
			r.addRow(t.end)
		case t.kind == opening && element == tableCell:
			r.endCell(t.start) // its own end tag may be left out
			r.cell, r.times = &strings.Builder{}, times(data[t.from:t.to])
		case t.kind == closing && element != noTable:
			r.endCell(t.end)
		case t.kind == textNode && r.cell != nil:
			r.cell.WriteString(html.UnescapeString(string(data[t.from:t.to])))
		}
	}
	return r.tables
}

// A tableElement is what an element is in a table.
type tableElement int

const (
	noTable tableElement = iota
	table
	tableRow
	tableCell
)

// elements are those of HTML, of Office Open XML and of OpenDocument.
var elements = map[string]tableElement{
	"table": table, "tbl": table,
	"tr": tableRow, "table-row": tableRow,
	"th": tableCell, "td": tableCell, "tc": tableCell, "table-cell": tableCell, "covered-table-cell": tableCell,
}

// localName returns an element's name without the prefix of its namespace.
func localName(name []byte) string {
	return string(name[bytes.IndexByte(name, ':')+1:])
}

// repeated says how many cells of OpenDocument are written as one.
var repeated = regexp.MustCompile(`:number-columns-repeated\s*=\s*["']?([0-9]{1,5})`)

func times(attributes []byte) int {
	m := repeated.FindSubmatch(attributes)
	if m == nil {
		return 1
	}
	n, _ := strconv.Atoi(string(m[1])) // digits
	return n
}

// hasTable reports whether there is the tag of a table.
func hasTable(data []byte) bool {
	return bytes.Contains(data, []byte("<table")) || bytes.Contains(data, []byte(":tbl>")) || bytes.Contains(data, []byte("<TABLE"))
}

// A tableReader collects cells.
type tableReader struct {
	tables []Table
	cell   *strings.Builder // nil outside of a cell
	times  int              // how many cells it stands for
	empty  int              // the cells before it that are empty
}

func (r *tableReader) addRow(at int) {
	r.empty = 0
	if last := len(r.tables) - 1; last >= 0 {
		t := &r.tables[last]
		t.Rows, t.Starts, t.Ends = append(t.Rows, nil), append(t.Starts, at), append(t.Ends, at)
	}
}

// endCell adds the cell to its row. Empty cells wait for one that is not: a row
// of a sheet ends in thousands of them.
func (r *tableReader) endCell(at int) {
	last := len(r.tables) - 1
	if r.cell == nil || last < 0 || len(r.tables[last].Rows) == 0 {
		r.cell = nil
		return
	}
	t := &r.tables[last]
	i := len(t.Rows) - 1
	t.Ends[i] = at
	if text := r.cell.String(); strings.TrimSpace(text) == "" {
		r.empty += r.times
	} else {
		t.Rows[i] = repeat(repeat(t.Rows[i], "", r.empty), text, r.times)
		r.empty = 0
	}
	r.cell = nil
}

// repeat appends a cell some times, as far as a row may go.
func repeat(row []string, cell string, times int) []string {
	return append(row, slices.Repeat([]string{cell}, min(times, lastColumn-len(row)))...)
}

// byteOrderMark stands at the beginning of files of some programs.
const byteOrderMark = "\ufeff"

// csvTable reads a table of fields that commas, semicolons or tabs part.
func csvTable(data []byte) Table {
	var t Table
	body := bytes.TrimPrefix(data, []byte(byteOrderMark))
	mark := len(data) - len(body)
	r := csv.NewReader(bytes.NewReader(body))
	r.Comma = separator(body)
	r.LazyQuotes, r.FieldsPerRecord = true, -1
	for {
		start := int(r.InputOffset())
		row, err := r.Read()
		if err != nil { // the end; or a fault, after which no line can be told
			return t
		}
		t.Rows, t.Starts, t.Ends = append(t.Rows, row), append(t.Starts, mark+start), append(t.Ends, mark+int(r.InputOffset()))
	}
}

// separator returns what parts the fields: what stands in most of the first lines,
// and of two such, what stands there more often. One line does not tell: there may
// be a title, or amounts with commas.
func separator(data []byte) rune {
	const firstLines = 20
	lines := bytes.SplitN(data, []byte("\n"), firstLines+1)
	best, mostLines, most := ',', 0, 0
	for _, c := range ",;\t" {
		in, all := 0, 0
		for _, line := range lines[:min(firstLines, len(lines))] {
			n := bytes.Count(line, []byte(string(c)))
			in, all = in+min(n, 1), all+n
		}
		if in > mostLines || in == mostLines && all > most {
			best, mostLines, most = c, in, all
		}
	}
	return best
}
