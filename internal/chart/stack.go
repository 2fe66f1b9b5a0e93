package chart

import (
	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"gongshi/internal/svg"
)

// planStack lays out horizontal bars of several parts, with a legend on top. A
// value stands in its part where it fits. The last part's value stands beside
// the bar where it does not; another that does not fit is left to the table.
func planStack(s Spec, c canvas) (plan, error) {
	legend := stackKeys(s, c)
	values, lines := stackValues(s, c)
	r := layRows(s.Categories, lines, c, edge+legend.height()+20)
	st := stack{spec: s, rows: r, values: values, outside: make([]bool, len(s.Categories))}
	st.findReach()

	bar := newBar(append(r.options(st.reach), charts.WithLegendOpts(legend.legend(2, edge)))...)
	bar.SetXAxis(r.names).XYReversal()
	for i := range s.Series {
		bar.AddSeries(legend.texts()[i], st.data(i),
			charts.WithBarChartOpts(opts.BarChart{Stack: "all", BarWidth: units(r.bar)}),
			charts.WithItemStyleOpts(*markStyle(s.Series[i].Points[0].Role)),
			charts.WithLabelOpts(valueLabel("inside", c)))
	}
	e := r.extras(tree{"silent": true, "clip": false, "label": tree{"distance": valueGap}})
	e.legend = legend.extras()
	return e.plan(bar, c.width, r.end())
}

// stackKeys makes the legend: the name of every series, in a row if they have
// room there.
func stackKeys(s Spec, c canvas) keys {
	k := keys{canvas: c, row: true}
	k.names, _ = wrapAll(s.seriesNames(), c.names(), c.width-swatch-swatchGap-4)
	k.row = most(k.names) == 1 && k.width() <= c.width-4
	return k
}

// stackValues wraps the values, by series and category, and returns the largest
// number of lines.
func stackValues(s Spec, c canvas) (values [][][]string, lines int) {
	for _, series := range s.Series {
		wrapped, _ := wrapAll(labelsOf(series.Points), c.values(), valueLimit(c))
		values, lines = append(values, wrapped), max(lines, most(wrapped))
	}
	return values, lines
}

// stack finds out where the values of a stack fit.
type stack struct {
	spec    Spec
	rows    rows
	values  [][][]string // their lines, by series and category
	reach   float64      // the value that is as long as there is room
	outside []bool       // for every category, whether its last value stands beside the bar
}

// findReach makes bars shorter until every value beside a bar has room.
func (st *stack) findReach() {
	for settled := false; !settled; {
		st.reach = reachOf(st.totals(), st.room, st.rows.length)
		settled = true
		for d := range st.outside {
			if last := st.last(d); last >= 0 && !st.outside[d] && !st.fits(last, d) {
				st.outside[d], settled = true, false
			}
		}
	}
}

// totals are the whole bars, as points.
func (st *stack) totals() []Point {
	sums := make([]Point, len(st.spec.Categories))
	for _, series := range st.spec.Series {
		for d, p := range series.Points {
			sums[d].Value += p.Value
		}
	}
	return sums
}

// room is how long the whole bar of a category may be.
func (st *stack) room(d int) float64 {
	length := float64(st.rows.length)
	if st.outside[d] {
		length -= valueGap + st.rows.canvas.values().Widest(st.values[st.last(d)][d])
	}
	return length
}

// last returns the last series with a part in a category, or -1.
func (st *stack) last(d int) int {
	for s := len(st.spec.Series) - 1; s >= 0; s-- {
		if st.spec.Series[s].Points[d].Value > 0 {
			return s
		}
	}
	return -1
}

// fits reports whether a value fits into its part, on one line.
func (st *stack) fits(s, d int) bool {
	const margins = 2 * 6
	length := st.spec.Series[s].Points[d].Value / st.reach * float64(st.rows.length)
	lines := st.values[s][d]
	return len(lines) == 1 && st.rows.canvas.values().Widest(lines)+margins <= length
}

// data are the points of a series, each with its value where that fits.
func (st *stack) data(s int) []opts.BarData {
	points := st.spec.Series[s].Points
	data := make([]opts.BarData, len(points))
	for d, p := range points {
		data[d] = opts.BarData{Name: svg.Literal(st.values[s][d]), Value: p.Value, ItemStyle: stackStyle(p.Role), Label: st.label(s, d)}
	}
	return data
}

// label says where the value of a part stands, and in which colour.
func (st *stack) label(s, d int) *opts.Label {
	switch {
	case st.fits(s, d):
		return &opts.Label{Color: inkOn(st.spec.Series[s].Points[d].Role)}
	case st.outside[d] && st.last(d) == s:
		return &opts.Label{Position: "right", Color: inkText}
	}
	return &opts.Label{Show: opts.Bool(false)}
}

// stackStyle is how a part looks: like any mark, with a gap to its neighbours.
func stackStyle(role Role) *opts.ItemStyle {
	style := markStyle(role)
	if style.BorderColor == "" {
		style.BorderColor, style.BorderWidth = inkEdge, 2
	}
	return style
}
