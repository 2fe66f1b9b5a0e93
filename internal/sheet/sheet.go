// Package sheet writes workbooks, Office Open XML (ECMA-376), as spreadsheets open
// them. It is the door to excelize. A workbook has no formula: a text that begins
// with = is a text. The same sheets give the same bytes.
package sheet

import (
	"archive/zip"
	"bytes"
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"

	"gongshi/internal/locale"
)

// Kind is what a cell holds.
type Kind int

// The kinds of cells.
const (
	Text   Kind = iota
	Number      // a decimal number: "-3.20"
	Date        // a day: "2024-11-25"
	Flag        // "true" or "false"
)

// Column is one column of a sheet.
type Column struct {
	Head  string
	Kind  Kind
	Width float64 // in characters; 0 fits the head
}

// Sheet is a table with its heads in the first row, which stays in sight.
type Sheet struct {
	Name    string // at most 31 characters, and unique
	Columns []Column
	Rows    [][]string // as many cells as columns; "" is an empty one
}

// About is what a workbook says of itself.
type About struct {
	Title   string
	Creator string      // may be ""
	Date    locale.Date // of its content, never that of its making; may be zero
}

// The most that a cell and a sheet may hold (Excel specifications and limits).
const (
	maxText = 32767 // UTF-16 code units
	maxRows = 1 << 20
)

// epoch is the number of 1970-01-01 as spreadsheets count days. They count wrongly
// before 1900-03-01, which is number 61: such a day is written as text.
const epoch, firstDay = 25569, 61

// noFolder is where the library may not put what it holds meanwhile: no folder can
// have this name, so that all stays in memory.
const noFolder = "\x00"

// Workbook writes sheets in order. It fails when a text is too long for a cell, or
// a sheet has too many rows: nothing is cut off.
func Workbook(about About, sheets []Sheet) ([]byte, error) {
	f := excelize.NewFile(excelize.Options{TmpDir: noFolder})
	defer f.Close()
	w := &writer{File: f}
	if err := w.begin(about); err != nil {
		return nil, err
	}
	for i, s := range sheets {
		if err := w.add(i, s); err != nil {
			return nil, fmt.Errorf("write sheet %q: %w", s.Name, err)
		}
	}
	b, err := f.WriteToBuffer()
	if err != nil {
		return nil, err
	}
	return inOrder(b.Bytes())
}

// inOrder puts the parts of a workbook, which is a zip, in the order of their names:
// the library takes those of sheets as they come.
func inOrder(data []byte) ([]byte, error) {
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, err
	}
	slices.SortFunc(r.File, func(a, b *zip.File) int { return cmp.Compare(a.Name, b.Name) })
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, part := range r.File {
		if err := w.Copy(part); err != nil {
			return nil, err
		}
	}
	err = w.Close()
	return b.Bytes(), err
}

// writer writes one workbook.
type writer struct {
	*excelize.File
	head, day int // styles
}

// begin says what the workbook is, and makes its styles.
func (w *writer) begin(about About) (err error) {
	const midnight = "T00:00:00Z" // the form wants a time, which nobody knows
	props := &excelize.DocProperties{Title: about.Title, Creator: about.Creator}
	if !about.Date.IsZero() {
		props.Created, props.Modified = about.Date.String()+midnight, about.Date.String()+midnight
	}
	w.Pkg.Delete("docProps/core.xml") // it names the library's author, and a day of 2006
	if err := w.SetDocProps(props); err != nil {
		return err
	}
	line := []excelize.Border{{Type: "bottom", Style: 2, Color: "000000"}}
	if w.head, err = w.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true}, Border: line}); err != nil {
		return err
	}
	format := "yyyy-mm-dd"
	w.day, err = w.NewStyle(&excelize.Style{CustomNumFmt: &format})
	return err
}

// minWidth is how wide a column is at least, in characters: a date fits.
const minWidth = 12

// add writes the i-th sheet. A new workbook has one already, which becomes the first.
func (w *writer) add(i int, s Sheet) error {
	if len(s.Rows) >= maxRows {
		return fmt.Errorf("%d rows and the heads are more than the %d that a sheet may have", len(s.Rows), maxRows)
	}
	var err error
	if i == 0 {
		err = w.SetSheetName(w.GetSheetName(0), s.Name)
	} else {
		_, err = w.NewSheet(s.Name)
	}
	if err != nil {
		return err
	}
	out, err := w.NewStreamWriter(s.Name)
	if err != nil {
		return err
	}
	heads := make([]any, len(s.Columns))
	for i, c := range slices.Backward(s.Columns) { // the library puts each width before those that it has
		heads[i] = excelize.Cell{StyleID: w.head, Value: c.Head}
		if err := out.SetColWidth(i+1, i+1, max(c.Width, float64(len(c.Head))+2, minWidth)); err != nil {
			return err
		}
	}
	if err := out.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}); err != nil {
		return err
	}
	if err := out.SetRow("A1", heads); err != nil {
		return err
	}
	cells := make([]any, len(s.Columns))
	for j, row := range s.Rows {
		for i, text := range row {
			if cells[i], err = w.cell(s.Columns[i].Kind, text); err != nil {
				return fmt.Errorf("row %d, %s: %w", j+1, s.Columns[i].Head, err)
			}
		}
		if err := out.SetRow("A"+strconv.Itoa(j+2), cells); err != nil {
			return err
		}
	}
	return out.Flush()
}

// cell returns the content of a cell, nil when it is empty. What is not of the kind
// that its column has is written as text.
func (w *writer) cell(kind Kind, text string) (any, error) {
	if text == "" {
		return nil, nil
	}
	switch kind {
	case Number: // spreadsheets know no others; up to 15 digits are as they were
		if d, err := locale.ParseDecimal(text); err == nil {
			return d.Float(), nil
		}
	case Date:
		if d, err := locale.ParseDate(text); err == nil && d.Days()+epoch >= firstDay {
			return excelize.Cell{StyleID: w.day, Value: d.Days() + epoch}, nil
		}
	case Flag:
		if v, err := strconv.ParseBool(text); err == nil {
			return v, nil
		}
	}
	if n := len(utf16.Encode([]rune(text))); n > maxText {
		return nil, fmt.Errorf("a text of %d characters is longer than the %d that a cell may have", n, maxText)
	}
	return text, nil
}
