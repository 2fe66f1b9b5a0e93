package dataset

import (
	"bytes"
	"encoding/csv"
	"slices"
	"strings"
	"unicode/utf8"

	"gongshi/internal/locale"
	"gongshi/internal/report"
)

// Type is what a column holds.
type Type string

// The types of columns.
const (
	Text   Type = "string"
	URL    Type = "uri" // a whole address
	Number Type = "number"
	Date   Type = "date"
	Flag   Type = "boolean" // "true" or "false"
)

// Column is one column of a table.
type Column struct {
	Name     string           // as in the file: "name_zh"
	Means    string           // what is told of it, in the wording after "column-"
	Language *locale.Language // of the texts in it; nil when they are of none
	Type     Type
	Required bool      // no cell is empty
	Enum     []string  // the only values that there are; nil when there are others
	Refers   Reference // where each value stands; zero when nowhere
}

// Reference names a column of a table, whose values a column of another has.
type Reference struct{ Table, Column string }

// Table is one table of the data: its columns, and a line for each thing.
type Table struct {
	Name    string // of the file, the sheet and the resource: "projects"
	Columns []Column
	Key     []string // the columns that together tell one line from all others; empty when none do
	Rows    [][]string
}

// CSV writes a table: RFC 4180, UTF-8, with the names of the columns in the first
// line.
func (t Table) CSV() ([]byte, error) {
	head := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		head[i] = c.Name
	}
	rows := [][]string{head}
	for _, row := range t.Rows {
		line := slices.Clone(row)
		for i, c := range t.Columns {
			if c.Type == Text {
				line[i] = harmless(line[i])
			}
		}
		rows = append(rows, line)
	}
	return writeCSV(rows)
}

func writeCSV(rows [][]string) ([]byte, error) {
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	w.UseCRLF = true
	err := w.WriteAll(rows)
	return b.Bytes(), err
}

// harmless keeps a spreadsheet from taking a text for a formula (OWASP, CSV
// injection): such a text gets an apostrophe before it. The wide forms of the signs
// count as well, which spreadsheets in Chinese and Japanese read. A number is none.
func harmless(s string) string {
	if first, _ := utf8.DecodeRuneInString(s); s == "" || !strings.ContainsRune("=+-@＝＋－＠\t\r\n", first) {
		return s
	}
	if _, err := locale.ParseDecimal(s); err == nil {
		return s
	}
	return "'" + s
}

// A field is a column, and how a thing's cell in it is made.
type field[T any] struct {
	Column
	cell func(T) string
}

// tableOf makes the table of some things, a line for each.
func tableOf[T any](name string, key []string, things []T, fields ...[]field[T]) Table {
	t := Table{Name: name, Key: key}
	all := slices.Concat(fields...)
	for _, f := range all {
		t.Columns = append(t.Columns, f.Column)
	}
	for _, thing := range things {
		row := make([]string, len(all))
		for i, f := range all {
			row[i] = f.cell(thing)
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// one is a column of its own.
func one[T any](name string, of Type, cell func(T) string) []field[T] {
	return []field[T]{{Column{Name: name, Means: name, Type: of}, cell}}
}

// each is a column for every language of the site.
func each[T any](s *report.Site, name string, of Type, cell func(*locale.Language, T) string) []field[T] {
	var fields []field[T]
	for _, l := range s.Languages {
		fields = append(fields, field[T]{
			Column{Name: name + "_" + l.Code, Means: name, Language: l, Type: of},
			func(thing T) string { return cell(l, thing) },
		})
	}
	return fields
}

// texts is a text in every language.
func texts[T any](s *report.Site, name string, text func(T) report.Text) []field[T] {
	return each(s, name, Text, func(l *locale.Language, thing T) string { return text(thing).String(l) })
}

// names is the name of a term in every language.
func names[T any](s *report.Site, name string, kind report.TermKind, ref func(T) report.Ref) []field[T] {
	return texts(s, name, func(thing T) report.Text {
		if t, ok := s.Vocabulary[kind].Get(ref(thing).ID); ok {
			return t.Name
		}
		return report.Text{}
	})
}

// required says that no cell of a column is empty.
func required[T any](fields []field[T]) []field[T] {
	for i := range fields {
		fields[i].Required = true
	}
	return fields
}

// among says which values a column has.
func among[T any, V ~string](values []V, fields []field[T]) []field[T] {
	for i := range fields {
		fields[i].Enum = nil
		for _, v := range values {
			fields[i].Enum = append(fields[i].Enum, string(v))
		}
	}
	return fields
}

// within says in which column of a table each value stands.
func within[T any](table, column string, fields []field[T]) []field[T] {
	for i := range fields {
		fields[i].Refers = Reference{table, column}
	}
	return fields
}

// means says that a column's meaning is not told by its name.
func means[T any](key string, fields []field[T]) []field[T] {
	for i := range fields {
		fields[i].Means = key
	}
	return fields
}
