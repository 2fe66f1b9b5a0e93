package view

import "html/template"

// ReportPage is the view of report.html: the whole programme on one page, to be
// printed.
type ReportPage struct {
	Base
	Prose
	Kicker      string          // the site's kicker or, without one, its name
	AsOf        *Day            // the date that the site speaks of; nil when it has none
	Contents    []Link          // the sections of this page
	Headline    *Headline       // the completion rate; nil when config.toml names none
	Levels      *CrossTable     // projects by level and status; nil when they are few or none has a level
	Metrics     []MetricRow     // may be empty
	Note        *Provenance     // source and date, when all metrics share them; else nil and each row says its own
	Total       string          // how many projects there are, in words
	Counted     string          // that levels and open projects are those described on the site, in words
	Open        []ReportOpen    // the projects that are not completed; may be empty
	Projects    []ReportProject // every project; empty when they are too many
	Rows        []ReportRow     // every project in a line, when they are too many for more; else empty
	Method      template.HTML   // how we count, in a sentence or two; may be ""
	MethodURL   string          // the page that says more
	Corrections []CorrectionRow // newest first; may be empty
	Sources     []ReportSource  // may be empty
}

// CrossTable counts projects by two things.
type CrossTable struct {
	Columns []string // the heads of the numbers, the last one that of their sum
	Rows    []CrossRow
}

// CrossRow is a line of a CrossTable.
type CrossRow struct {
	Head  string
	Cells []CountCell
}

// CountCell is a count in a table.
type CountCell struct {
	Number  string // 42
	Machine string
}

// ReportOpen is a project that is not completed.
type ReportOpen struct {
	Title  template.HTML
	URL    string // of the project on this page or, when they are too many, of its own page
	Status Status
	Late   string // that it is late, in words; may be ""
	Reason string // may be ""
}

// ReportProject is a project in the report.
type ReportProject struct {
	ID       string // of its heading, unique on the page
	Title    template.HTML
	URL      string        // its own page
	Summary  template.HTML // may be ""
	Status   Status
	Facts    []Fact
	Results  []Contribution // may be empty
	Schedule *Schedule      // nil when nothing is said
}

// ReportRow is a project in a line.
type ReportRow struct {
	Title  template.HTML
	URL    string
	Status Status
	Place  string // may be ""
	Late   string // that it is late, in words; may be ""
}

// ReportSource is a source of figures.
type ReportSource struct {
	Link
	Publisher string
	Date      Day
	Licence   string // may be ""
}
