package chart

import (
	"slices"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"gongshi/internal/chart/ink"
	"gongshi/internal/chart/option"
	"gongshi/internal/svg"
)

// planStack lays out horizontal bars of several parts, with a legend on top. A
// value stands in its part where it fits. The last part's value stands beside
// the bar where it does not; another that does not fit is left to the table.
func planStack(s Spec, c option.Canvas) (option.Plan, error) {
	if s.Kind == Stacked100 {
		s = s.shares()
	}
	legend := option.NewKeys(s.seriesNames(), option.Square, c)
	st := stack{spec: s}
	lines := st.wrap(c)
	st.rows = layRows(s.Categories, cluster{1, lines}, c, legend.Space())
	st.findReach()

	bar := option.NewBar(append(st.rows.options(st.reach), charts.WithLegendOpts(legend.Legend(2, option.Edge)))...)
	bar.SetXAxis(st.rows.names).XYReversal()
	layout := st.rows.chart()
	layout.Stack = "all"
	for i, series := range s.Series {
		bar.AddSeries(legend.Texts()[i], st.data(i),
			charts.WithBarChartOpts(layout),
			charts.WithItemStyleOpts(*markStyle(series.Points[0].Role)),
			charts.WithLabelOpts(partLabel(series.Points[0].Role, c)))
	}
	bar.AddSeries("", st.besides(), charts.WithBarChartOpts(layout), charts.WithLabelOpts(valueLabel("right", c)),
		charts.WithItemStyleOpts(opts.ItemStyle{Color: "none"}))
	e := st.rows.extras(option.Tree{"silent": true, "clip": false, "label": option.Tree{"distance": valueGap}})
	e.Legend = legend
	return e.Plan(bar, c.Width, st.rows.end(), append(s.marks(), nil))
}

// shares returns the Spec with each value as a share of its row. Where a part is
// not known the whole is not, so that no part of that row has a share.
func (s Spec) shares() Spec {
	whole, known := s.wholes()
	s.Series = slices.Clone(s.Series)
	for i := range s.Series {
		s.Series[i].Points = slices.Clone(s.Series[i].Points)
		for d := range s.Series[i].Points {
			p := &s.Series[i].Points[d]
			if p.Value /= orOne(whole[d]); !known[d] {
				p.Value = 0
			}
		}
	}
	return s
}

// wholes adds up the parts of every category, and says of which all are known.
func (s Spec) wholes() (whole []float64, known []bool) {
	whole, known = make([]float64, len(s.Categories)), make([]bool, len(s.Categories))
	for d := range s.Categories {
		known[d] = true
		for _, series := range s.Series {
			whole[d] += series.Points[d].Value
			known[d] = known[d] && !series.Points[d].Missing && !series.Points[d].None
		}
	}
	return whole, known
}

// stack finds out where the values of a stack fit.
type stack struct {
	spec   Spec
	rows   rows
	values [][][]string // their lines, by series and category
	reach  float64      // the value that is as long as there is room
	beside []int        // for every category, the series whose label stands beside the bar; -1 for none
}

// wrap wraps the values, and returns the largest number of lines. What is not
// known is said beside the bar, and where there is no bar that it is nothing.
func (st *stack) wrap(c option.Canvas) (lines int) {
	for _, series := range st.spec.Series {
		wrapped, _ := option.WrapAll(labelsOf(series.Points), c.Values(), valueLimit(c))
		st.values, lines = append(st.values, wrapped), max(lines, option.Most(wrapped))
	}
	whole, known := st.spec.wholes()
	for d := range st.spec.Categories {
		said := slices.IndexFunc(st.spec.Series, func(s Series) bool { return s.Points[d].Missing })
		if said < 0 && whole[d] == 0 && (known[d] || st.spec.Kind == Stacked) {
			said = slices.IndexFunc(st.spec.Series, func(s Series) bool { return !s.Points[d].None })
		}
		st.beside = append(st.beside, said)
	}
	return lines
}

// findReach makes bars shorter until every value beside a bar has room. Shares
// are never made shorter, for they all end at the same place: there a value that
// does not fit is left to the table.
func (st *stack) findReach() {
	st.reach = 1
	for settled := st.spec.Kind == Stacked100; !settled; {
		whole, _ := st.spec.wholes()
		st.reach = 0
		for d := range whole {
			st.reach = max(st.reach, whole[d]/st.room(d)*float64(st.rows.length))
		}
		st.reach = orOne(st.reach)
		settled = true
		for d := range st.beside {
			if last := st.last(d); last >= 0 && st.beside[d] < 0 && !st.fits(last, d) {
				st.beside[d], settled = last, false
			}
		}
	}
}

// room is how long the whole bar of a category may be.
func (st *stack) room(d int) float64 {
	length := float64(st.rows.length)
	if s := st.beside[d]; s >= 0 {
		length -= valueGap + st.rows.canvas.Values().Widest(st.values[s][d])
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

// length is how long a value is drawn.
func (st *stack) length(value float64) float64 {
	return value / st.reach * float64(st.rows.length)
}

// fits reports whether a value fits into its part, on one line.
func (st *stack) fits(s, d int) bool {
	const margins = 2 * 6
	lines := st.values[s][d]
	length := st.length(st.spec.Series[s].Points[d].Value)
	return len(lines) == 1 && st.rows.canvas.Values().Widest(lines)+margins <= length
}

// data are the points of a series, each with its value where that fits.
func (st *stack) data(s int) []opts.BarData {
	points := st.spec.Series[s].Points
	data := make([]opts.BarData, len(points))
	for d, p := range points {
		data[d] = opts.BarData{Name: svg.Literal(st.values[s][d]), Value: p.Value, ItemStyle: stackStyle(p.Role)}
		if st.beside[d] == s || !st.fits(s, d) {
			data[d].Label = hidden()
		}
	}
	return data
}

// hidden is the label of a point that has none.
func hidden() *opts.Label { return &opts.Label{Show: opts.Bool(false)} }

// partLabel is how a value looks that stands in its part.
func partLabel(role Role, c option.Canvas) opts.Label {
	label := valueLabel("inside", c)
	label.Color = ink.Of(string(role)).On
	return label
}

// besides are the data of one more series, on top of the others: it has no length
// and only says what stands beside each bar.
func (st *stack) besides() []opts.BarData {
	data := make([]opts.BarData, len(st.beside))
	for d, s := range st.beside {
		data[d] = opts.BarData{Value: 0, Label: hidden()}
		if s < 0 {
			continue
		}
		data[d].Name, data[d].Label = svg.Literal(st.values[s][d]), nil
		if st.spec.Series[s].Points[d].Missing {
			data[d].Label = quietLabel()
		}
	}
	return data
}

// stackStyle is how a part looks: like any mark, with a gap to its neighbours.
func stackStyle(role Role) *opts.ItemStyle {
	style := markStyle(role)
	if style.BorderColor == "" {
		style.BorderColor, style.BorderWidth = ink.Edge, 2
	}
	return style
}
