package sheet_test

import (
	"archive/zip"
	"bytes"
	"io/fs"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"gongshi/internal/locale"
	"gongshi/internal/sheet"
)

var about = sheet.About{Title: "区", Creator: "办公室", Date: locale.Date{Year: 2024, Month: 11, Day: 25}}

// every has a cell of each kind, and texts that a spreadsheet could take for
// something else.
func every() []sheet.Sheet {
	return []sheet.Sheet{
		{Name: "README", Columns: []sheet.Column{{Head: "a", Width: 40}}, Rows: [][]string{{"=1+1"}, {"+86"}, {"-甲"}, {"@SUM(A1)"}, {"007"}, {"TRUE"}, {"2024-11-25"}}},
		{Name: "values", Columns: []sheet.Column{{Head: "day", Kind: sheet.Date}, {Head: "value", Kind: sheet.Number}, {Head: "late", Kind: sheet.Flag}},
			Rows: [][]string{{"2024-11-25", "-3.20", "true"}, {"", "", ""}, {"1900-03-01", "123456789012.345", "false"}, {"1899-12-31", "not-a-number", "x"}}},
	}
}

func TestWorkbook(t *testing.T) {
	data, err := sheet.Workbook(about, every())
	if err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	if got := f.GetSheetList(); !slices.Equal(got, []string{"README", "values"}) {
		t.Errorf("sheets %q", got)
	}
	for _, want := range []struct {
		sheet, cell, value, shown string
		kind                      excelize.CellType
	}{
		{"README", "A1", "a", "a", excelize.CellTypeInlineString},
		{"README", "A2", "=1+1", "=1+1", excelize.CellTypeInlineString},
		{"README", "A3", "+86", "+86", excelize.CellTypeInlineString},
		{"README", "A4", "-甲", "-甲", excelize.CellTypeInlineString},
		{"README", "A5", "@SUM(A1)", "@SUM(A1)", excelize.CellTypeInlineString},
		{"README", "A6", "007", "007", excelize.CellTypeInlineString},
		{"README", "A7", "TRUE", "TRUE", excelize.CellTypeInlineString},
		{"README", "A8", "2024-11-25", "2024-11-25", excelize.CellTypeInlineString},
		{"values", "A2", "45621", "2024-11-25", excelize.CellTypeUnset},
		{"values", "B2", "-3.2", "-3.2", excelize.CellTypeUnset},
		{"values", "C2", "1", "TRUE", excelize.CellTypeBool},
		{"values", "A3", "", "", excelize.CellTypeUnset},
		{"values", "A4", "61", "1900-03-01", excelize.CellTypeUnset},
		{"values", "B4", "123456789012.345", "123456789012.345", excelize.CellTypeUnset},
		{"values", "C4", "0", "FALSE", excelize.CellTypeBool},
		{"values", "A5", "1899-12-31", "1899-12-31", excelize.CellTypeInlineString},
		{"values", "B5", "not-a-number", "not-a-number", excelize.CellTypeInlineString},
		{"values", "C5", "x", "x", excelize.CellTypeInlineString},
	} {
		value, err := f.GetCellValue(want.sheet, want.cell, excelize.Options{RawCellValue: true})
		shown, err2 := f.GetCellValue(want.sheet, want.cell)
		kind, err3 := f.GetCellType(want.sheet, want.cell)
		if err != nil || err2 != nil || err3 != nil || value != want.value || shown != want.shown || kind != want.kind {
			t.Errorf("%s!%s is %q, shown as %q, of type %d (%v %v %v); want %q, %q, %d", want.sheet, want.cell, value, shown, kind, err, err2, err3, want.value, want.shown, want.kind)
		}
		if formula, err := f.GetCellFormula(want.sheet, want.cell); err != nil || formula != "" {
			t.Errorf("%s!%s has the formula %q (%v)", want.sheet, want.cell, formula, err)
		}
	}
	if panes, err := f.GetPanes("values"); err != nil || !panes.Freeze || panes.YSplit != 1 {
		t.Errorf("panes %+v (%v): the heads do not stay", panes, err)
	}
	props, err := f.GetDocProps()
	if err != nil || props.Title != "区" || props.Creator != "办公室" || props.Created != "2024-11-25T00:00:00Z" || props.Modified != props.Created {
		t.Errorf("properties %+v (%v)", props, err)
	}
}

// TestWorkbookSaysNothingUnknown holds that a workbook without a date or a creator
// names none.
func TestWorkbookSaysNothingUnknown(t *testing.T) {
	data, err := sheet.Workbook(sheet.About{Title: "区"}, every())
	if err != nil {
		t.Fatal(err)
	}
	core := part(t, data, "docProps/core.xml")
	if !strings.Contains(core, "<dc:title>区</dc:title>") {
		t.Errorf("no title: %s", core)
	}
	for _, unknown := range []string{"created", "modified", "2006-09", "xuri"} {
		if strings.Contains(core, unknown) {
			t.Errorf("the workbook has %q: %s", unknown, core)
		}
	}
}

// TestColumnsStandInOrder holds that widths are written from the first column to the
// last, as ECMA-376 (18.3.1.17) and strict readers want it.
func TestColumnsStandInOrder(t *testing.T) {
	data, err := sheet.Workbook(about, every())
	if err != nil {
		t.Fatal(err)
	}
	var columns []string
	for _, m := range regexp.MustCompile(`<col min="(\d+)" max="(\d+)"`).FindAllStringSubmatch(part(t, data, "xl/worksheets/sheet2.xml"), -1) {
		columns = append(columns, m[1]+"-"+m[2])
	}
	if want := []string{"1-1", "2-2", "3-3"}; !slices.Equal(columns, want) {
		t.Errorf("columns %q, want %q", columns, want)
	}
}

// part returns a part of a workbook.
func part(t *testing.T, workbook []byte, name string) string {
	t.Helper()
	r, err := zip.NewReader(bytes.NewReader(workbook), int64(len(workbook)))
	if err != nil {
		t.Fatal(err)
	}
	data, err := fs.ReadFile(r, name)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// TestWorkbookIsTheSame holds that a workbook says nothing of when and where it was
// made.
func TestWorkbookIsTheSame(t *testing.T) {
	first, err := sheet.Workbook(about, every())
	if err != nil {
		t.Fatal(err)
	}
	for range 20 {
		again, err := sheet.Workbook(about, every())
		if err != nil || !bytes.Equal(again, first) {
			t.Fatalf("%d bytes, then %d others (%v)", len(first), len(again), err)
		}
	}
}

// TestNothingIsCutOff holds that a text too long for a cell is an error.
func TestNothingIsCutOff(t *testing.T) {
	for n, want := range map[int]string{32767: "", 32768: `write sheet "a": row 1, b: a text of 32768 characters is longer than the 32767 that a cell may have`} {
		_, err := sheet.Workbook(about, []sheet.Sheet{{Name: "a", Columns: []sheet.Column{{Head: "b"}}, Rows: [][]string{{strings.Repeat("文", n)}}}})
		if got := errorText(err); got != want {
			t.Errorf("%d characters: %q, want %q", n, got, want)
		}
	}
}

func errorText(err error) string {
	if err == nil {
		return ""
	}
	return err.Error()
}
