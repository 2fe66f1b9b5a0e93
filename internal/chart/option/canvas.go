package option

import (
	"github.com/go-echarts/go-echarts/v2/opts"

	"gongshi/internal/chart/ink"
	"gongshi/internal/svg"
)

// A Canvas is the place that a chart is laid out for.
type Canvas struct {
	Suffix string // of the IDs in the drawing
	Width  int    // in units of the drawing
	Narrow bool   // names stand above bars, legends below donuts
	Text   int    // size of names and values, in units
}

// The two canvases.
var (
	Wide   = Canvas{Suffix: "w", Width: 800, Text: 16}
	Narrow = Canvas{Suffix: "n", Width: 328, Text: 16, Narrow: true}
)

// Edge is kept free at the top and the bottom of a drawing, for fonts whose
// lines are higher.
const Edge = 2

// Names is how names are set.
func (c Canvas) Names() svg.Face { return svg.Face{Size: c.Text} }

// Values is how values are set.
func (c Canvas) Values() svg.Face { return svg.Face{Size: c.Text, Bold: true} }

// WrapAll wraps texts to limit. They fit when no word is broken and none has more
// than three lines.
func WrapAll(texts []string, f svg.Face, limit int) (wrapped [][]string, fit bool) {
	fit = true
	for _, text := range texts {
		lines, whole := f.Wrap(text, float64(limit))
		wrapped = append(wrapped, lines)
		fit = fit && whole && len(lines) <= 3
	}
	return wrapped, fit
}

// Most returns the largest number of lines; 1 at least.
func Most(texts [][]string) int {
	n := 1
	for _, lines := range texts {
		n = max(n, len(lines))
	}
	return n
}

// Widest returns the width of the widest text, in units.
func Widest(texts [][]string, f svg.Face) float64 {
	widest := 0.0
	for _, lines := range texts {
		widest = max(widest, f.Widest(lines))
	}
	return widest
}

// JoinAll joins the lines of each text, as an option wants them.
func JoinAll(texts [][]string) []string {
	out := make([]string, len(texts))
	for i, lines := range texts {
		out[i] = svg.Literal(lines)
	}
	return out
}

// TextAt is a text at a place of the canvas. Align says on which side of left it
// stands: left, center or right.
func TextAt(lines []string, f svg.Face, align string, left, top int) opts.Title {
	weight := "normal"
	if f.Bold {
		weight = "bold"
	}
	return opts.Title{
		Title: svg.Literal(lines), Left: Units(left), Top: Units(top), TextAlign: align,
		TitleStyle: &opts.TextStyle{Color: ink.Text, FontSize: f.Size, FontWeight: weight, LineHeight: f.LineHeight()},
	}
}
