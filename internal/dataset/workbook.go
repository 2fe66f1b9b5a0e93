package dataset

import (
	"gongshi/internal/locale"
	"gongshi/internal/report"
	"gongshi/internal/sheet"
)

// Widths of columns, in characters.
const (
	wordWidth = 24
	lineWidth = 60
)

// sheetKinds says what the cells of a column are in a workbook.
var sheetKinds = map[Type]sheet.Kind{Text: sheet.Text, URL: sheet.Text, Number: sheet.Number, Date: sheet.Date, Flag: sheet.Flag}

// Workbook writes all tables as one workbook, a sheet each, after a sheet that says
// what they hold.
func (p Package) Workbook() ([]byte, error) {
	s := p.Site
	sheets := []sheet.Sheet{p.readme()}
	for _, f := range p.Files {
		t := sheet.Sheet{Name: f.Name, Rows: f.Rows}
		for _, c := range f.Columns {
			column := sheet.Column{Head: c.Name, Kind: sheetKinds[c.Type]}
			if column.Kind == sheet.Text && c.Enum == nil {
				column.Width = wordWidth
			}
			t.Columns = append(t.Columns, column)
		}
		sheets = append(sheets, t)
	}
	return sheet.Workbook(sheet.About{Title: p.inAll(s.Title.String), Creator: p.inAll(s.Publisher.Name.String), Date: s.AsOf()}, sheets)
}

// readme says, in each language, what the workbook is, and what its columns hold.
func (p Package) readme() sheet.Sheet {
	t := sheet.Sheet{Name: "README", Columns: []sheet.Column{{Head: "sheet"}, {Head: "column", Width: wordWidth}, {Head: "type"}}}
	for _, l := range p.Site.Languages {
		t.Columns = append(t.Columns, sheet.Column{Head: l.Name, Width: lineWidth})
	}
	add := func(sheet, column, kind string, text func(*locale.Language) string) {
		row := []string{sheet, column, kind}
		for _, l := range p.Site.Languages {
			row = append(row, text(l))
		}
		t.Rows = append(t.Rows, row)
	}
	for _, text := range p.about() {
		add("", "", "", text)
	}
	for _, f := range p.Files {
		add(f.Name, "", "", func(l *locale.Language) string {
			return p.Words(l, "table-"+f.Name) + p.Words(l, "colon") + p.Words(l, "table-"+f.Name+"-about")
		})
		for _, c := range f.Columns {
			add(f.Name, c.Name, string(c.Type), func(l *locale.Language) string { return p.meaning(l, c) })
		}
	}
	return t
}

// about is what the workbook says of itself, a line each.
func (p Package) about() []func(*locale.Language) string {
	s := p.Site
	lines := []func(*locale.Language) string{
		s.Title.String,
		func(l *locale.Language) string { return p.Words(l, "data-about") },
	}
	if !s.AsOf().IsZero() {
		lines = append(lines, func(l *locale.Language) string { return p.Words(l, "as-of", l.Date(s.AsOf())) })
	}
	if s.Publisher.Name.Written() {
		lines = append(lines, func(l *locale.Language) string { return p.Words(l, "publisher-colon") + s.Publisher.Name.String(l) })
	}
	return append(lines, p.terms, func(l *locale.Language) string { return p.Address(l, report.DataPath) })
}

// terms says on what terms the data may be used.
func (p Package) terms(l *locale.Language) string {
	licence := p.Site.Licence
	if !licence.Stated() {
		return p.Words(l, "no-licence")
	}
	return p.Words(l, "licence") + p.Words(l, "colon") + licence.Name.String(l) + " " + licence.URL
}
