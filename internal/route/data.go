package route

import (
	"gongshi/internal/locale"
	"gongshi/internal/report"
)

// SearchIndex returns the folder of the files by which a browser searches in a language.
func SearchIndex(l *locale.Language) string { return report.DataPath + "search/" + l.Code + "/" }

// The data files about the whole report, besides its tables.
const (
	MetricsJSON = report.DataPath + "metrics.json"
	Workbook    = report.DataPath + "report.xlsx"
	Package     = report.DataPath + "datapackage.json" // the name is fixed (Data Package v2)
)

// TableNames lists the tables of the report, in the order of the catalogue.
var TableNames = []string{"projects", "contributions", "metrics", "targets", "breakdowns", "corrections", "vocabulary", "sources"}

// Table returns the address of a table, CSV.
func Table(name string) string { return report.DataPath + name + ".csv" }

// DataFiles lists the addresses of the data files about the whole report.
func DataFiles() []string {
	files := []string{MetricsJSON, Workbook, Package}
	for _, name := range TableNames {
		files = append(files, Table(name))
	}
	return files
}
