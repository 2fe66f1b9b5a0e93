package chart

import (
	"math"

	"github.com/go-echarts/go-echarts/v2/opts"

	"gongshi/internal/svg"
)

// keys are the entries of a legend: one below the other, each with a value below
// its name when there are values, or all in a row.
type keys struct {
	canvas canvas
	names  [][]string // the lines of each
	values [][]string // the lines of each; nil when the legend has none
	row    bool
}

// swatch is the size of a legend's coloured square; swatchGap is between it and
// its text; keyGap is between an entry and the one below, rowGap and the one beside.
const (
	swatch    = 16
	swatchGap = 9
	keyGap    = 12
	rowGap    = 28
)

// texts are the names as ECharts knows them.
func (k keys) texts() []string { return joinAll(k.names) }

// strong is how the values of a legend are set.
func (k keys) strong() svg.Face { return svg.Face{Size: k.canvas.text + 4, Bold: true} }

// width is how wide the legend is.
func (k keys) width() int {
	beside, widest := 0.0, 0.0
	for i, lines := range k.names {
		width := swatch + swatchGap + k.canvas.names().Widest(lines)
		if k.values != nil {
			width = max(width, swatch+swatchGap+k.strong().Widest(k.values[i]))
		}
		beside, widest = beside+width+rowGap, max(widest, width)
	}
	if k.row {
		return int(math.Ceil(beside)) - rowGap
	}
	return int(math.Ceil(widest))
}

// nameHeight is how high the name of an entry is.
func (k keys) nameHeight(i int) int {
	return max(swatch, len(k.names[i])*k.canvas.names().LineHeight())
}

// valueHeight is how much room every value takes: ECharts knows one gap for all.
func (k keys) valueHeight() int {
	if k.values == nil {
		return 0
	}
	return most(k.values) * k.strong().LineHeight()
}

// height is how high the legend is.
func (k keys) height() int {
	if k.row {
		return k.nameHeight(0)
	}
	height := -keyGap
	for i := range k.names {
		height += k.nameHeight(i) + k.valueHeight() + keyGap
	}
	return height
}

// legend is the legend's option, for a place on the canvas.
func (k keys) legend(left, top int) opts.Legend {
	orient := "vertical"
	if k.row {
		orient = "horizontal"
	}
	return opts.Legend{
		Show: opts.Bool(true), Orient: orient, Icon: "roundRect", Padding: 0,
		Left: units(left), Top: units(top),
		ItemWidth: swatch, ItemHeight: swatch, Data: k.texts(),
		TextStyle: &opts.TextStyle{
			Color: inkText, FontSize: k.canvas.text, LineHeight: k.canvas.names().LineHeight(),
			Padding: []int{0, 0, 0, swatchGap - 5}, // ECharts' own gap is 5
		},
	}
}

// extras are what the typed option of the legend lacks.
func (k keys) extras() tree {
	gap := keyGap + k.valueHeight()
	if k.row {
		gap = rowGap
	}
	return tree{"itemGap": gap, "selectedMode": false, "align": "left"}
}

// valueTitles are the values, each below its name. ECharts' legend has one face
// for all its text, so they are titles of their own.
func (k keys) valueTitles(left, top int) []opts.Title {
	const outline = 1 // ECharts makes room for that of a swatch
	var titles []opts.Title
	for i, lines := range k.values {
		top += k.nameHeight(i)
		title := textAt(lines, k.strong(), left+swatch+swatchGap+outline, top)
		title.TextAlign = "left"
		titles = append(titles, title)
		top += k.valueHeight() + keyGap
	}
	return titles
}

// textAt is a text at a place of the canvas.
func textAt(lines []string, f svg.Face, left, top int) opts.Title {
	return opts.Title{
		Title: svg.Literal(lines), Left: units(left), Top: units(top),
		TitleStyle: &opts.TextStyle{Color: inkText, FontSize: f.Size, FontWeight: "bold", LineHeight: f.LineHeight()},
	}
}
