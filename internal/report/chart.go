package report

import "gongshi/internal/diag"

// ChartKind is a form of drawing.
type ChartKind string

// The kinds of charts.
const (
	Bar    ChartKind = "bar"    // horizontal bars, for names that are long
	Column ChartKind = "column" // upright columns, for few short names
	Donut  ChartKind = "donut"  // two or three parts of one whole
)

// ChartKinds lists the kinds that an author may write.
var ChartKinds = []ChartKind{Bar, Column, Donut}

// Chart is a figure drawn from metrics, at their newest values.
type Chart struct {
	ID       string
	Pos      diag.Pos
	Kind     ChartKind
	Title    Text  // says the message
	Subtitle Text  // says what is measured; may be unwritten
	Metrics  []Ref // for a donut: one ratio
	Rest     Text  // for a donut: the name of what its ratio leaves over
}

// ChartAnchor returns the id of a chart's figure on a page, for links to it.
func ChartAnchor(id string) string { return "chart-" + id }
