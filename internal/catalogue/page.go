package catalogue

import (
	"path"
	"strings"

	"gongshi/internal/dataset"
	"gongshi/internal/hosting"
	"gongshi/internal/present"
	"gongshi/internal/report"
	"gongshi/internal/route"
	"gongshi/internal/view"
)

// Words are what the page about the data needs besides the facts, in one language.
type Words struct {
	*present.Presenter
	Here  string                      // the whole address of the page
	File  func(address string) string // where a file is
	Title func(address string) string // what a section is called
}

// Fill fills the view of the page about the data, but for what an editor wrote.
func (c *Catalogue) Fill(v *view.DataPage, w Words) error {
	m, err := c.made()
	if err != nil {
		return err
	}
	v.Licence = view.Link{Text: w.Site.Licence.Name.String(w.Lang), URL: w.Site.Licence.URL}
	v.Others = w.others()
	if d := w.Site.AsOf(); !d.IsZero() {
		day := w.Day(d)
		v.AsOf, v.Cite = &day, w.cite(day.Text)
	}
	for src := range w.Site.Sources.All() {
		v.Sources = append(v.Sources, w.Source(report.Ref{ID: src.ID}))
	}
	add := func(address, about string) {
		v.All = append(v.All, w.file(address, "", about, len(m.files[address])))
	}
	add(route.Workbook, w.Say("data-workbook"))
	add(route.Package, w.Say("data-package"))
	add(route.MetricsJSON, w.Say("data-json"))
	for _, f := range m.tables {
		v.Tables = append(v.Tables, w.table(f))
	}
	return nil
}

// cite says how to name the data of a date in a text.
func (w Words) cite(date string) string {
	title := w.Site.Title.String(w.Lang)
	if name := w.Site.Publisher.Name.String(w.Lang); name != "" {
		return w.Say("cite-publisher", name, title, date, w.Here)
	}
	return w.Say("cite-site", title, date, w.Here)
}

// file shows a file of so many bytes.
func (w Words) file(address, title, about string, size int) view.DataFile {
	ext := path.Ext(address)
	return view.DataFile{
		Title: title, About: about, URL: w.File(address), Name: path.Base(address),
		Format: strings.ToUpper(strings.TrimPrefix(ext, ".")), Type: hosting.MediaType(ext), Size: w.size(size),
	}
}

// size prints the size of a file, never less than it is.
func (w Words) size(bytes int) string {
	const kilo = 1000
	if bytes < kilo {
		return w.Counted("bytes", bytes)
	}
	return w.Say("kilobytes", (bytes+kilo-1)/kilo)
}

// table shows a table with its columns.
func (w Words) table(f dataset.File) view.DataTable {
	t := view.DataTable{
		DataFile: w.file(route.Table(f.Name), w.Say("table-"+f.Name), w.Say("table-"+f.Name+"-about"), len(f.Data)),
		ID:       tableAnchor(f.Name), Rows: w.Counted("data-rows", len(f.Rows)),
	}
	for i, c := range f.Columns {
		if i > 0 && c.Means == f.Columns[i-1].Means { // the same in another language
			last := &t.Columns[len(t.Columns)-1]
			last.Names = append(last.Names, c.Name)
			continue
		}
		column := view.DataColumn{Names: []string{c.Name}, About: w.Say("column-" + c.Means), Type: w.Say("type-" + string(c.Type)), Values: c.Enum}
		if c.Refers.Table != "" {
			column.Refers = &view.Link{Text: w.Say("table-" + c.Refers.Table), URL: "#" + tableAnchor(c.Refers.Table)}
		}
		t.Columns = append(t.Columns, column)
	}
	return t
}

func tableAnchor(name string) string { return "table-" + name }

// others tells of the files about one thing each.
func (w Words) others() []view.DataKind {
	const any = "…"
	var kinds []view.DataKind
	add := func(section, about, pattern string) {
		kinds = append(kinds, view.DataKind{Title: w.Title(section), About: about, Pattern: pattern, Where: view.Link{Text: w.Title(section), URL: w.URL(section)}})
	}
	if w.Site.Projects.Len() > 0 {
		add(report.ProjectsPath, w.Say("data-of-project"), w.File(report.ProjectDataPath)+any+".json")
	}
	add(report.MetricsPath, w.Say("data-of-metric"), w.File(report.MetricDataPath)+any+".csv, .json")
	if w.Site.Charts.Len() > 0 {
		add(report.ChartsPath, w.Say("data-of-chart"), w.File(report.ChartsPath)+any+".csv, .json")
	}
	return kinds
}
