package render

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"gongshi/internal/dataset"
	"gongshi/internal/locale"
	"gongshi/internal/report"
	"gongshi/internal/view"
)

// pack is the data about the whole report. It is made once, when a file of it or the
// page about it is first asked for.
type pack struct {
	tables []dataset.File
	files  map[string][]byte // by address
}

// planDataFiles lists the data files about the whole report, and about each project.
func (r *Renderer) planDataFiles() {
	for _, address := range report.DataFiles() {
		r.addBytes(strings.TrimPrefix(address, "/"), func() ([]byte, error) {
			data, err := r.pack()
			return data.files[address], err
		})
	}
	for p := range r.site.Projects.All() {
		r.addBytes(strings.TrimPrefix(p.DataFile(), "/"), func() ([]byte, error) { return dataset.ProjectJSON(r.site, p, r.pageOf) })
	}
}

// newPack makes the data about the whole report.
func (r *Renderer) newPack() (pack, error) {
	tables, err := dataset.Files(dataset.Tables(r.site, r.pageOf))
	if err != nil {
		return pack{}, err
	}
	data := pack{tables, map[string][]byte{}}
	for _, t := range tables {
		data.files[report.TablePath(t.Name)] = t.Data
	}
	all := dataset.Package{Site: r.site, Files: tables, Words: r.words, Address: r.absolute, Home: r.base.String()}
	for address, write := range map[string]func() ([]byte, error){
		report.PackagePath:  all.Descriptor,
		report.WorkbookPath: all.Workbook,
		report.MetricsJSON: func() ([]byte, error) {
			return dataset.JSON(r.site, slices.Collect(r.site.Metrics.All()), r.absolute)
		},
	} {
		if data.files[address], err = write(); err != nil {
			return pack{}, fmt.Errorf("make %s: %w", address, err)
		}
	}
	return data, nil
}

// words finds the words of the interface in a language.
func (r *Renderer) words(l *locale.Language, key string, args ...any) string {
	return r.look.In(l).Say(key, args...)
}

// pageOf tells of a project's page in a language.
func (r *Renderer) pageOf(l *locale.Language, p *report.Project) dataset.Page {
	for _, e := range r.editions {
		if e.Lang == l {
			w := p.Page.In[l.Code]
			return dataset.Page{Address: e.absolute(p.Page.Path), Title: e.plain(w.Title, p), Summary: e.summary(w, p)}
		}
	}
	return dataset.Page{}
}

// data is the page with the catalogue of all data files.
func (e *edition) data() ([]byte, error) {
	text, err := e.sectionText(report.DataPath)
	if err != nil {
		return nil, err
	}
	v := view.DataPage{
		Base:    e.baseView(e.sectionHead(report.DataPath, text)),
		Heading: text.heading, Lead: text.lead, Body: text.body,
		About:     e.Say("data-about"),
		Publisher: view.Link{Text: e.Site.Publisher.Name.String(e.Lang), URL: e.Site.Publisher.URL},
		Licence:   view.Link{Text: e.Site.Licence.Name.String(e.Lang), URL: e.Site.Licence.URL},
		Cite:      e.cite(),
		Others:    e.otherData(),
	}
	if d := e.Site.AsOf(); !d.IsZero() {
		day := e.Day(d)
		v.AsOf = &day
	}
	for src := range e.Site.Sources.All() {
		v.Sources = append(v.Sources, e.Source(report.Ref{ID: src.ID}))
	}
	data, err := e.pack()
	if err != nil {
		return nil, err
	}
	add := func(address, about string) {
		v.All = append(v.All, e.dataFile(address, "", about, len(data.files[address])))
	}
	add(report.WorkbookPath, e.Say("data-workbook"))
	add(report.PackagePath, e.Say("data-package"))
	add(report.MetricsJSON, e.Say("data-json"))
	for _, f := range data.tables {
		v.Tables = append(v.Tables, e.dataTable(f))
	}
	return e.templates.Page("data.html", v)
}

// cite says how to name the data in a text.
func (e *edition) cite() string {
	title, address := e.Site.Title.String(e.Lang), e.absolute(report.DataPath)
	date := e.Lang.Date(e.Site.AsOf())
	if name := e.Site.Publisher.Name.String(e.Lang); name != "" {
		return e.Say("cite-publisher", name, title, date, address)
	}
	return e.Say("cite-site", title, date, address)
}

// mediaTypes are the types of data files, by the end of their names.
var mediaTypes = map[string]string{
	".csv": "text/csv", ".json": "application/json",
	".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}

// dataFile shows a file of so many bytes.
func (e *edition) dataFile(address, title, about string, size int) view.DataFile {
	ext := path.Ext(address)
	return view.DataFile{
		Title: title, About: about, URL: e.shared(address), Name: path.Base(address),
		Format: strings.ToUpper(strings.TrimPrefix(ext, ".")), Type: mediaTypes[ext], Size: e.size(size),
	}
}

// size prints the size of a file, never less than it is.
func (e *edition) size(bytes int) string {
	const kilo = 1000
	if bytes < kilo {
		return e.Counted("bytes", bytes)
	}
	return e.Say("kilobytes", (bytes+kilo-1)/kilo)
}

// dataTable shows a table with its columns.
func (e *edition) dataTable(f dataset.File) view.DataTable {
	t := view.DataTable{
		DataFile: e.dataFile(report.TablePath(f.Name), e.Say("table-"+f.Name), e.Say("table-"+f.Name+"-about"), len(f.Data)),
		ID:       tableAnchor(f.Name), Rows: e.Counted("data-rows", len(f.Rows)),
	}
	for i, c := range f.Columns {
		if i > 0 && c.Means == f.Columns[i-1].Means { // the same in another language
			last := &t.Columns[len(t.Columns)-1]
			last.Names = append(last.Names, c.Name)
			continue
		}
		column := view.DataColumn{Names: []string{c.Name}, About: e.Say("column-" + c.Means), Type: e.Say("type-" + string(c.Type)), Values: c.Enum}
		if c.Refers.Table != "" {
			column.Refers = &view.Link{Text: e.Say("table-" + c.Refers.Table), URL: "#" + tableAnchor(c.Refers.Table)}
		}
		t.Columns = append(t.Columns, column)
	}
	return t
}

func tableAnchor(name string) string { return "table-" + name }

// otherData tells of the files about one thing each.
func (e *edition) otherData() []view.DataKind {
	const any = "…"
	var kinds []view.DataKind
	add := func(section, about, pattern string) {
		kinds = append(kinds, view.DataKind{Title: e.menuTitle(section), About: about, Pattern: pattern, Where: view.Link{Text: e.menuTitle(section), URL: e.url(section)}})
	}
	if e.Site.Projects.Len() > 0 {
		add(report.ProjectsPath, e.Say("data-of-project"), e.shared(report.ProjectDataPath)+any+".json")
	}
	add(report.MetricsPath, e.Say("data-of-metric"), e.shared(report.MetricDataPath)+any+".csv, .json")
	if e.Site.Charts.Len() > 0 {
		add(report.ChartsPath, e.Say("data-of-chart"), e.shared(report.ChartsPath)+any+".csv, .json")
	}
	return kinds
}
