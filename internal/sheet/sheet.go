// Package sheet writes workbooks, Office Open XML (ECMA-376), as spreadsheets open
// them. It is the door to excelize. A workbook has no formula: a text that begins
// with = is a text. The same sheets give the same bytes.
package sheet

import (
	"fmt"
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

// Workbook writes sheets in order. It fails when a text is too long for a cell, or
// a sheet has too many rows: nothing is cut off.
func Workbook(about About, sheets []Sheet) ([]byte, error) {
	f := excelize.NewFile()
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
	return b.Bytes(), nil
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
	for i, c := range s.Columns {
		if err := w.column(s.Name, i+1, c); err != nil {
			return err
		}
	}
	for j, row := range s.Rows {
		for i, text := range row {
			if text == "" {
				continue
			}
			if err := w.cell(s.Name, i+1, j+2, s.Columns[i].Kind, text); err != nil {
				return err
			}
		}
	}
	return w.SetPanes(s.Name, &excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"})
}

// column writes the head of a column, and makes it as wide as it should be.
func (w *writer) column(sheet string, i int, c Column) error {
	name, err := excelize.ColumnNumberToName(i)
	if err != nil {
		return err
	}
	if err := w.SetColWidth(sheet, name, name, max(c.Width, float64(len(c.Head))+2, minWidth)); err != nil {
		return err
	}
	if err := w.cell(sheet, i, 1, Text, c.Head); err != nil {
		return err
	}
	return w.SetCellStyle(sheet, name+"1", name+"1", w.head)
}

// minWidth is how wide a column is at least, in characters: a date fits.
const minWidth = 12

// cell writes a cell by its column and row, from 1. What is not of the kind that its
// column has is written as text.
func (w *writer) cell(sheet string, i, j int, kind Kind, text string) error {
	at, err := excelize.CoordinatesToCellName(i, j)
	if err != nil {
		return err
	}
	switch kind {
	case Number:
		if _, err := locale.ParseDecimal(text); err == nil {
			return w.SetCellDefault(sheet, at, text) // the very digits, by way of no float
		}
	case Date:
		if d, err := locale.ParseDate(text); err == nil && d.Days()+epoch >= firstDay {
			if err := w.SetCellInt(sheet, at, int64(d.Days()+epoch)); err != nil {
				return err
			}
			return w.SetCellStyle(sheet, at, at, w.day)
		}
	case Flag:
		if v, err := strconv.ParseBool(text); err == nil {
			return w.SetCellBool(sheet, at, v)
		}
	}
	if n := len(utf16.Encode([]rune(text))); n > maxText {
		return fmt.Errorf("cell %s: a text of %d characters is longer than the %d that a cell may have", at, n, maxText)
	}
	return w.SetCellStr(sheet, at, text)
}
