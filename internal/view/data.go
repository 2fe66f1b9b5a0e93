package view

// DataPage is the view of data.html: every data file, and what its columns mean.
type DataPage struct {
	Base
	Prose
	AsOf    *Day       // the date that the data speak of; nil when there is none
	Licence Link       // may be without a text: then none has been stated
	Sources []Link     // may be empty
	Cite    string     // how to name them in a text; "" without a date
	All     []DataFile // files that hold everything
	Tables  []DataTable
	Others  []DataKind // files about one thing each
}

// DataFile is a file in the catalogue.
type DataFile struct {
	Title  string
	About  string // what it holds, in words
	URL    string
	Name   string // projects.csv
	Format string // CSV
	Type   string // text/csv
	Size   string // 12 KB
}

// DataTable is a table in the catalogue, with its columns.
type DataTable struct {
	DataFile
	ID      string // unique on the page
	Rows    string // how many, in words
	Columns []DataColumn
}

// DataColumn is a column of a table, or some that hold the same in each language.
type DataColumn struct {
	Names  []string // area, area_zh, area_en
	About  string   // what stands in it, in words
	Type   string   // in words: text, date
	Values []string // the only values that there are, as they stand in the file; empty when there are others
	Refers *Link    // the table where each value stands; nil when nowhere
}

// DataKind is files of one kind, one for each thing.
type DataKind struct {
	Title   string
	About   string
	Pattern string // /data/projects/….json
	Where   Link   // the list of the things, from whose pages the files are linked
}
