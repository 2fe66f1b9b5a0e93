package report

import (
	"gongshi/internal/diag"
	"gongshi/internal/locale"
)

// ChartKind is a form of drawing.
type ChartKind string

// The kinds of charts. One that draws parts of a whole shows exact values only.
const (
	Bar            ChartKind = "bar"             // horizontal bars, for names that are long
	Column         ChartKind = "column"          // upright columns, for few short names
	Grouped        ChartKind = "grouped"         // several bars to a row: two years, two measures
	Stacked        ChartKind = "stacked"         // parts that make up each row
	Stacked100     ChartKind = "stacked-100"     // the same, each row as long as all: shares
	Donut          ChartKind = "donut"           // two or three parts of one whole
	Line           ChartKind = "line"            // values over their as-of dates
	Progress       ChartKind = "progress"        // values against what is to be reached
	SmallMultiples ChartKind = "small-multiples" // the same small bars for each row
)

// ChartKinds lists the kinds that an author may write.
var ChartKinds = []ChartKind{Bar, Column, Grouped, Stacked, Stacked100, Donut, Line, Progress, SmallMultiples}

// Dimension is what projects or values are told apart by: a list of the
// vocabulary, the state of the schedule, the month of completion.
type Dimension string

// The dimensions that are no list of the vocabulary; each of those is one too.
const (
	ScheduleDimension Dimension = "schedule"
	MonthDimension    Dimension = "month"
)

// ProjectDimensions lists what projects may be counted by.
var ProjectDimensions = []Dimension{Dimension(Level), Dimension(Category), Dimension(Area), Dimension(StatusTerm), ScheduleDimension, MonthDimension}

// CountProjectsChart is what a chart that counts projects says under count.
const CountProjectsChart = "projects"

// Sorting is the order of a chart's rows.
type Sorting string

// The orders that an author may write.
const (
	SortByValue Sorting = "value"  // the largest first
	SortListed  Sorting = "listed" // as the chart lists its metrics, or as the vocabulary lists its terms
)

// Sortings lists the orders that an author may write.
var Sortings = []Sorting{SortByValue, SortListed}

// Chart is a figure drawn from metrics, or from projects that are counted.
type Chart struct {
	ID       string
	Pos      diag.Pos
	Kind     ChartKind
	KindPos  diag.Pos
	Title    Text  // says the message
	Subtitle Text  // says what is measured; may be unwritten
	Metrics  []Ref // what it shows; empty when it counts projects
	Count    Ref   // "projects" when it counts them; else unset
	By       Ref   // the dimension of its rows; unset when these are metrics or dates
	Split    Ref   // the dimension of its parts, when it counts projects; may be unset
	Dates    []Day // for a grouped chart of metrics: the as-of dates to compare; else empty
	Sort     Sorting
	SortPos  diag.Pos
	Rest     Text // for a donut of a ratio: the name of what the ratio leaves over
}

// SortsByValue reports whether the rows of a chart stand by size, the largest
// first: as its author says or, where nothing is said, when it has one bar to a row.
// Months and dates are always in their own order.
func (c *Chart) SortsByValue() bool {
	switch {
	case c.Kind == Line || c.By.ID == string(MonthDimension):
		return false
	case c.Sort != "":
		return c.Sort == SortByValue
	}
	return c.Kind == Bar || c.Kind == Column
}

// ChartAnchor returns the id of a chart's figure on a page, for links to it.
func ChartAnchor(id string) string { return "chart-" + id }

// CompletedIn returns the month of a project's completion, as its first day. The
// zero date: it is not completed, or nobody published when.
func (p *Project) CompletedIn() locale.Date {
	if p.Completed.IsZero() {
		return locale.Date{}
	}
	return p.Completed.FirstOfMonth()
}
