package chart

import (
	"math"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"gongshi/internal/chart/option"
	"gongshi/internal/svg"
)

// planDonut lays out a ring with its legend. The legend says the values: a part
// may be too small for a text.
func planDonut(s Spec, c option.Canvas) (option.Plan, error) {
	k := option.NewValueKeys(s.Categories, labelsOf(s.Series[0].Points), c)
	at := placeDonut(k, c)
	x, y := at.left+at.ring/2, at.top+at.ring/2 // the centre

	pie := charts.NewPie()
	pie.SetGlobalOptions(charts.WithAnimation(false), charts.WithLegendOpts(k.Legend(at.keyLeft, at.keyTop)))
	pie.AddSeries("", pieData(s.Series[0].Points, k.Texts()),
		charts.WithLabelOpts(opts.Label{Show: opts.Bool(false)}),
		charts.WithPieChartOpts(opts.PieChart{
			Center: []int{x, y},
			Radius: []float64{at.hole() / 2, float64(at.ring)/2 - 1},
		}))
	e := option.Extras{
		Titles: append(k.ValueTitles(at.keyLeft, at.keyTop), centreText(s.Centre, at.hole(), x, y)),
		Legend: k,
		Series: []option.Tree{{"silent": true, "padAngle": 1.5, "labelLine": option.Tree{"show": false}}},
	}
	return e.Plan(pie, c.Width, at.height, s.marks())
}

// A donutPlace says where the ring and its legend are.
type donutPlace struct {
	ring, left, top int // the ring's diameter and its corner
	keyLeft, keyTop int // the legend's corner
	height          int // of the whole
}

// placeDonut puts the legend at the right of the ring or, on a narrow canvas, below.
func placeDonut(k *option.Keys, c option.Canvas) donutPlace {
	if c.Narrow {
		const ring, between = 220, 24
		return donutPlace{
			ring: ring, left: (c.Width - ring) / 2,
			keyLeft: (c.Width - k.Width()) / 2, keyTop: ring + between,
			height: ring + between + k.Height() + option.Edge,
		}
	}
	const ring, between = 240, 56
	height := max(ring, k.Height()+2*option.Edge)
	left := (c.Width - ring - between - k.Width()) / 2
	return donutPlace{
		ring: ring, left: left, top: (height - ring) / 2,
		keyLeft: left + ring + between, keyTop: (height - k.Height()) / 2,
		height: height,
	}
}

// hole is the diameter of the ring's hole.
func (at donutPlace) hole() float64 { return 0.64 * float64(at.ring) }

// pieData turns points into the parts of a ring, named by their texts.
func pieData(points []Point, texts []string) []opts.PieData {
	data := make([]opts.PieData, len(points))
	for i, p := range points {
		data[i] = opts.PieData{Name: texts[i], Value: p.Value, ItemStyle: markStyle(p.Role)}
	}
	return data
}

// centreText is the text in the hole of a ring, as large as it fits.
func centreText(text string, hole float64, x, y int) opts.Title {
	lines, f := fitCircle(text, hole-16)
	title := option.TextAt(lines, f, "center", x, y)
	title.TextVerticalAlign = "middle"
	return title
}

// fitCircle finds the largest face in which a text fits into a circle. A text that
// fits in none is cut: the hole is no place for prose.
func fitCircle(text string, diameter float64) ([]string, svg.Face) {
	const largest, smallest = 42, 14
	for size := largest; size > smallest; size -= 2 {
		f := svg.Face{Size: size, Bold: true}
		if lines, whole := f.Wrap(text, diameter); whole && inCircle(lines, f, diameter) {
			return lines, f
		}
	}
	f := svg.Face{Size: smallest, Bold: true}
	side := diameter / math.Sqrt2
	lines, _ := f.Fill(text, side-float64(smallest))
	if n := int(side) / f.LineHeight(); len(lines) > n {
		lines = append(lines[:n-1:n-1], lines[n-1]+"…")
	}
	return lines, f
}

// inCircle reports whether the corners of a block of text are within a circle.
func inCircle(lines []string, f svg.Face, diameter float64) bool {
	return math.Hypot(f.Widest(lines), float64(len(lines)*f.Size)) <= diameter
}
