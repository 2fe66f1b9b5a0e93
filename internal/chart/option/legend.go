package option

import (
	"math"

	"github.com/go-echarts/go-echarts/v2/opts"

	"gongshi/internal/chart/ink"
	"gongshi/internal/svg"
)

// Keys are the entries of a legend: in rows, or one below the other, each with a
// value below its name.
type Keys struct {
	canvas Canvas
	names  [][]string // the lines of each
	values [][]string // the lines of each; nil when the legend is in rows
	rows   [][]int    // the entries of each row
	icon   string     // the shape of the swatches, as ECharts names it; "" for that of the series
	swatch int        // how wide a swatch is
}

// swatch is the size of a legend's coloured square; swatchGap is between it and
// its text; keyGap is between an entry and the one below, rowGap and the one beside.
const (
	swatch    = 16
	swatchGap = 9
	keyGap    = 12
	rowGap    = 28
)

// Square, Stroke and Tick are the swatches of areas, of lines, and of goals.
var (
	Square = Swatch{"roundRect", swatch}
	Stroke = Swatch{"", 2 * swatch}
	Tick   = Swatch{"rect", 4}
)

// A Swatch is what stands before a name in a legend.
type Swatch struct {
	icon  string // as ECharts names it; "" for the line and the points of the series
	width int    // in units
}

// NewKeys makes a legend of names, as many in a row as there is room for. It is
// nil when there are no names.
func NewKeys(names []string, w Swatch, c Canvas) *Keys {
	if len(names) == 0 {
		return nil
	}
	k := &Keys{canvas: c, icon: w.icon, swatch: w.width}
	k.names, _ = WrapAll(names, c.Names(), c.Width-w.width-swatchGap-4)
	room := 0
	for i := range names {
		width := k.entryWidth(i) + rowGap
		if i == 0 || width > room {
			k.rows, room = append(k.rows, nil), c.Width-4+rowGap
		}
		last := len(k.rows) - 1
		k.rows[last], room = append(k.rows[last], i), room-width
	}
	if len(k.rows) > len(breaks)+1 {
		k.rows = oneEach(len(names))
	}
	return k
}

// breaks begin a new row between two names of a legend. ECharts knows these two,
// and each but once.
var breaks = []string{"", "\n"}

// oneEach are rows of one entry.
func oneEach(n int) [][]int {
	rows := make([][]int, n)
	for i := range rows {
		rows[i] = []int{i}
	}
	return rows
}

// upright reports whether the entries stand one below the other.
func (k *Keys) upright() bool { return len(k.rows) == len(k.names) }

// NewValueKeys makes a legend of names with a value below each.
func NewValueKeys(names, values []string, c Canvas) *Keys {
	k, limit := &Keys{canvas: c, icon: Square.icon, swatch: swatch}, min(400, c.Width-swatch-swatchGap-4)
	k.names, _ = WrapAll(names, c.Names(), limit)
	k.values, _ = WrapAll(values, k.strong(), limit)
	k.rows = oneEach(len(names))
	return k
}

// Texts are the names as ECharts knows them: those of the series, or of the parts.
func (k *Keys) Texts() []string { return JoinAll(k.names) }

// strong is how the values of a legend are set.
func (k *Keys) strong() svg.Face { return svg.Face{Size: k.canvas.Text + 4, Bold: true} }

// entryWidth is how wide an entry is, without its value.
func (k *Keys) entryWidth(i int) int {
	return k.swatch + swatchGap + int(math.Ceil(k.canvas.Names().Widest(k.names[i])))
}

// Width is how wide a legend is whose entries stand one below the other.
func (k *Keys) Width() int {
	widest := swatch + swatchGap + int(math.Ceil(Widest(k.values, k.strong())))
	for i := range k.names {
		widest = max(widest, k.entryWidth(i))
	}
	return widest
}

// Height is how high the legend is.
func (k *Keys) Height() int {
	height := -keyGap
	for row := range k.rows {
		height += k.rowHeight(row) + k.valueHeight() + keyGap
	}
	return height
}

// rowHeight is how high the names of a row are.
func (k *Keys) rowHeight(row int) int {
	height := swatch
	for _, i := range k.rows[row] {
		height = max(height, len(k.names[i])*k.canvas.Names().LineHeight())
	}
	return height
}

// valueHeight is how much room every value takes: ECharts knows one gap for all.
func (k *Keys) valueHeight() int {
	if k.values == nil {
		return 0
	}
	return Most(k.values) * k.strong().LineHeight()
}

// Space is how much of the top of a canvas the legend takes; nothing for a nil one.
func (k *Keys) Space() int {
	const below = 20
	if k == nil {
		return 0
	}
	return Edge + k.Height() + below
}

// Legend is the legend's option, for a place on the canvas.
func (k *Keys) Legend(left, top int) opts.Legend {
	right, orient := rowGap-keyGap, "horizontal"
	if k.upright() {
		right, orient = 0, "vertical"
	}
	return opts.Legend{
		Show: opts.Bool(true), Orient: orient, Icon: k.icon, Padding: 0,
		Left: Units(left), Top: Units(top),
		ItemWidth: k.swatch, ItemHeight: swatch, Data: k.data(),
		TextStyle: &opts.TextStyle{
			Color: ink.Text, FontSize: k.canvas.Text, LineHeight: k.canvas.Names().LineHeight(),
			Padding: []int{0, right, 0, swatchGap - 5}, // ECharts' own gap is 5
		},
	}
}

// data are the names, with breaks between the rows.
func (k *Keys) data() []string {
	texts := k.Texts()
	if k.upright() {
		return texts
	}
	var data []string
	for r, row := range k.rows {
		if r > 0 {
			data = append(data, breaks[r-1])
		}
		for _, i := range row {
			data = append(data, texts[i])
		}
	}
	return data
}

// extras are what the typed option of the legend lacks.
func (k *Keys) extras() Tree {
	// The rows are broken by hand, and the canvas may be narrower than ECharts
	// takes the texts to be.
	return Tree{"itemGap": keyGap + k.valueHeight(), "selectedMode": false, "align": "left", "width": 2 * k.canvas.Width}
}

// ValueTitles are the values, each below its name. ECharts' legend has one face
// for all its text, so they are titles of their own.
func (k *Keys) ValueTitles(left, top int) []opts.Title {
	const outline = 1 // ECharts makes room for that of a swatch
	var titles []opts.Title
	for i, lines := range k.values {
		top += k.rowHeight(i)
		titles = append(titles, TextAt(lines, k.strong(), "left", left+swatch+swatchGap+outline, top))
		top += k.valueHeight() + keyGap
	}
	return titles
}
