package tabulate

import (
	"fmt"
	"slices"
	"strings"

	"gongshi/internal/diag"
	"gongshi/internal/report"
)

// What a chart may hold at most: beyond, nobody reads it.
const (
	maxChartRows    = 40
	maxChartColumns = 6 // as many as colours and patterns tell apart
	maxPanels       = 30
	maxDonutParts   = 3
)

// instead says what to use for kinds that people know from elsewhere and that
// mislead: they make a reader compare angles, two axes, or sizes in perspective.
var instead = map[string]string{
	"pie":       `use "donut" for two or three parts of a whole, "bar" for more`,
	"gauge":     `use "progress": a value against its target`,
	"area":      `use "line"; for parts of a whole over time, "stacked"`,
	"radar":     `use "small-multiples" or "grouped"`,
	"dual-axis": `use two charts, one below the other: each with its own unit`,
	"scatter":   `use "bar"; a chart here shows reported figures, not how two of them go together`,
	"histogram": `use "column"`,
	"bar-3d":    `use "bar"`,
	"map":       `use "bar" with by = "area"`,
}

// Check reports the charts that cannot be made into tables, or whose tables their
// form cannot show.
func Check(s *report.Site) diag.List {
	var l diag.List
	for c := range s.Charts.All() {
		if !c.Title.Written() {
			l.Add(diag.At(c.Pos, "chart %q has no title", c.ID).WithHint("say in the title what the chart shows, in one sentence"))
		}
		problems := slices.Concat(chartKind(c), chartMetrics(s, c), chartKeys(c))
		l.Append(problems)
		if len(problems) == 0 { // else what it shows cannot be told
			l.Append(chartShows(s, c))
		}
	}
	return l
}

func chartKind(c *report.Chart) (l diag.List) {
	allowed := words(report.ChartKinds)
	switch {
	case c.Kind == "":
		l.Add(diag.At(c.Pos, "chart %q has no kind; allowed are %s", c.ID, strings.Join(allowed, ", ")))
	case !slices.Contains(allowed, string(c.Kind)):
		hint := instead[string(c.Kind)]
		if near, ok := diag.Nearest(string(c.Kind), allowed); ok && hint == "" {
			hint = fmt.Sprintf("did you mean %q?", near)
		}
		l.Add(diag.At(c.KindPos, "%q is no kind of chart; allowed are %s", c.Kind, strings.Join(allowed, ", ")).WithHint("%s", hint))
	}
	return l
}

// chartMetrics reports metrics that there are not.
func chartMetrics(s *report.Site, c *report.Chart) (l diag.List) {
	switch {
	case c.Count.Set() && c.Count.ID != report.CountProjectsChart:
		l.Add(diag.At(c.Count.Pos, "%q cannot be counted; allowed is %q", c.Count.ID, report.CountProjectsChart))
	case c.Count.Set() && len(c.Metrics) > 0:
		l.Add(diag.At(c.Count.Pos, "chart %q counts projects and shows metrics; it can do one of the two", c.ID).WithSee(c.Metrics[0].Pos))
	case !c.Count.Set() && len(c.Metrics) == 0:
		l.Add(diag.At(c.Pos, "chart %q shows nothing", c.ID).WithHint(`add metrics = ["…", "…"], or count = "projects" and by = "level"`))
	}
	seen := map[string]bool{}
	for _, ref := range c.Metrics {
		switch {
		case !s.Metrics.Has(ref.ID):
			l.Add(diag.Unknown(ref.Pos, ref.ID, "metric", report.MetricsDir, s.Metrics.IDs()))
		case seen[ref.ID]:
			l.Add(diag.At(ref.Pos, "chart %q shows %q twice", c.ID, ref.ID))
		}
		seen[ref.ID] = true
	}
	return l
}

// chartKeys reports keys that do not go with the kind of the chart, or with one
// another.
func chartKeys(c *report.Chart) (l diag.List) {
	l.Append(dimensionKnown(c, c.By))
	l.Append(dimensionKnown(c, c.Split))
	no := func(written bool, pos diag.Pos, format string, args ...any) {
		if written {
			l.Add(diag.At(pos, format, args...))
		}
	}
	no(c.Split.Set() && !c.Count.Set(), c.Split.Pos, `split goes with count = "projects"; several metrics are the parts by themselves`)
	no(c.Split.Set() && c.Split.ID == c.By.ID, c.Split.Pos, "by and split are both %q", c.Split.ID)
	no(len(c.Dates) > 0 && (c.Kind != report.Grouped || c.By.Set() || c.Count.Set()), datesPos(c), `dates go with kind = "grouped" and metrics, without by`)
	no(c.Rest.Written() && (c.Kind != report.Donut || c.By.Set() || c.Count.Set()), c.Rest.Pos, "only a donut of one ratio has a rest")
	no(c.Sort != "" && (c.Kind == report.Line || c.Kind == report.Donut || c.By.ID == string(report.MonthDimension)), c.SortPos, "this chart has an order of its own; leave sort out")
	if c.Count.Set() && !c.By.Set() {
		l.Add(diag.At(c.Count.Pos, "chart %q does not say what projects are counted by; allowed for by are %s", c.ID, list(report.ProjectDimensions)))
	}
	if len(l) == 0 && slices.Contains(report.ChartKinds, c.Kind) {
		l.Append(chartForm(c))
	}
	return l
}

func datesPos(c *report.Chart) diag.Pos {
	if len(c.Dates) == 0 {
		return c.Pos
	}
	return c.Dates[0].Pos
}

// words are the items of a list as texts.
func words[T ~string](items []T) []string {
	texts := make([]string, len(items))
	for i, item := range items {
		texts[i] = string(item)
	}
	return texts
}

func list[T ~string](items []T) string { return strings.Join(words(items), ", ") }

// dimensionKnown reports a dimension that projects, or metrics, do not have.
func dimensionKnown(c *report.Chart, ref report.Ref) (l diag.List) {
	if !ref.Set() {
		return nil
	}
	allowed := report.ProjectDimensions
	if !c.Count.Set() {
		allowed = nil
		for _, kind := range report.TermKinds {
			allowed = append(allowed, report.Dimension(kind))
		}
	}
	if slices.Contains(allowed, report.Dimension(ref.ID)) {
		return nil
	}
	hint := ""
	if near, ok := diag.Nearest(ref.ID, words(allowed)); ok {
		hint = fmt.Sprintf("did you mean %q?", near)
	}
	l.Add(diag.At(ref.Pos, "there is nothing to tell apart by %q; allowed are %s", ref.ID, list(allowed)).WithHint("%s", hint))
	return l
}

// A form is what a chart is made from.
type form string

const (
	ofMetrics   form = "metrics"
	ofDates     form = "metrics and dates"
	ofBreakdown form = "one metric and by"
	ofSeveral   form = "several metrics and by"
	ofCount     form = "count and by"
	ofSplit     form = "count, by and split"
)

func formOf(c *report.Chart) form {
	switch {
	case c.Split.Set():
		return ofSplit
	case c.Count.Set():
		return ofCount
	case c.By.Set() && len(c.Metrics) > 1:
		return ofSeveral
	case c.By.Set():
		return ofBreakdown
	case len(c.Dates) > 0:
		return ofDates
	}
	return ofMetrics
}

// forms are what each kind of chart can be made from.
var forms = map[report.ChartKind][]form{
	report.Bar:            {ofMetrics, ofBreakdown, ofCount},
	report.Column:         {ofMetrics, ofBreakdown, ofCount},
	report.Grouped:        {ofDates, ofSeveral, ofSplit},
	report.Stacked:        {ofSeveral, ofSplit},
	report.Stacked100:     {ofSeveral, ofSplit},
	report.Donut:          {ofMetrics, ofBreakdown, ofCount},
	report.Line:           {ofMetrics},
	report.Progress:       {ofMetrics},
	report.SmallMultiples: {ofSeveral, ofSplit},
}

// chartForm reports a chart whose kind cannot show what it is made from.
func chartForm(c *report.Chart) (l diag.List) {
	made := formOf(c)
	if slices.Contains(forms[c.Kind], made) {
		return l
	}
	problem := diag.At(c.KindPos, "a %s chart is made from %s; %q has %s", c.Kind, strings.Join(words(forms[c.Kind]), ", or from "), c.ID, made)
	var others []string
	for _, k := range report.ChartKinds {
		if slices.Contains(forms[k], made) {
			others = append(others, fmt.Sprintf("%q", k))
		}
	}
	l.Add(problem.WithHint("for %s use %s", made, strings.Join(others, " or ")))
	return l
}

// chartShows looks at what a chart shows: it must be there, comparable, and not
// more than a reader takes in.
func chartShows(s *report.Site, c *report.Chart) (l diag.List) {
	if c.Kind == report.Donut && formOf(c) == ofMetrics {
		return donutOfRatio(s, c)
	}
	if l = chartUnits(s, c); len(l) == 0 {
		l = chartFound(s, c)
	}
	if len(l) > 0 {
		return l
	}
	t := Chart(s, c)
	switch {
	case len(t.Rows) == 0:
		l.Add(diag.At(c.Pos, "chart %q has nothing to show: no project is counted", c.ID))
	case c.Kind == report.SmallMultiples && len(t.Rows) > maxPanels:
		l.Add(diag.At(c.Pos, "chart %q shows %d small charts; it may show %d", c.ID, len(t.Rows), maxPanels))
	case len(t.Rows) > maxChartRows && c.Kind != report.Line:
		l.Add(diag.At(c.Pos, "chart %q shows %d rows; a chart may show %d", c.ID, len(t.Rows), maxChartRows).WithHint("show fewer, or let the page's table speak"))
	case len(t.Columns) > maxChartColumns:
		l.Add(diag.At(c.Pos, "chart %q shows %d parts to a row; a chart may show %d", c.ID, len(t.Columns), maxChartColumns).WithHint("exchange by and split, or use several charts"))
	}
	l.Append(cellsDrawable(c, t))
	l.Append(partsDiffer(s, c, t))
	if c.Kind == report.Donut {
		l.Append(donutOfTerms(c, t))
	}
	return l
}

// chartUnits reports metrics that cannot share an axis. Things that were counted
// can, whatever they are called; a length cannot stand beside a sum of money. Parts
// of one bar have the same unit.
func chartUnits(s *report.Site, c *report.Chart) (l diag.List) {
	if c.Kind == report.Progress {
		return progressUnits(s, c)
	}
	together := c.Kind == report.Stacked || c.Kind == report.Stacked100
	for _, ref := range c.Metrics {
		m, _ := s.Metrics.Get(ref.ID)
		first, _ := s.Metrics.Get(c.Metrics[0].ID)
		switch {
		case m.Kind == report.Ratio && m.Kind != first.Kind:
			l.Add(diag.At(ref.Pos, "%q is a ratio and %q is none; they cannot share an axis", m.ID, first.ID).WithHint("use a chart for each"))
		case m.Kind == report.Ratio && together:
			l.Add(diag.At(ref.Pos, "%q is a ratio; ratios do not add up to a whole", m.ID).WithHint(`use kind = "grouped" or "bar"`))
		case m.Kind != first.Kind, (together || m.Kind != report.Count && m.Kind != report.Ratio) && !s.SameUnit(m, first):
			l.Add(diag.At(ref.Pos, "%q and %q have different units and cannot share an axis", first.ID, m.ID).WithSee(m.Unit.Pos).
				WithHint("use a chart for each"))
		}
	}
	return l
}

// progressUnits reports metrics whose targets cannot stand beside one another: a
// rate has its own scale.
func progressUnits(s *report.Site, c *report.Chart) (l diag.List) {
	first, _ := s.Metrics.Get(c.Metrics[0].ID)
	for _, ref := range c.Metrics {
		switch m, _ := s.Metrics.Get(ref.ID); {
		case len(m.Targets) == 0:
			l.Add(diag.At(ref.Pos, "%q has no target to show progress towards", m.ID).WithSee(m.Pos).WithHint(`add target."2024-12-31" = 200 to the metric`))
		case m.Targets[len(m.Targets)-1].Number.Sign() <= 0:
			l.Add(diag.At(ref.Pos, "the target of %q is not above 0, so there is no share of it", m.ID).WithSee(m.Targets[len(m.Targets)-1].Pos))
		case (m.Kind == report.Ratio) != (first.Kind == report.Ratio):
			l.Add(diag.At(ref.Pos, "%q and %q cannot share an axis: one is a rate", first.ID, m.ID).WithHint("use a chart for each"))
		}
	}
	return l
}

// chartFound reports breakdowns, dates and ratios that the metrics do not have.
func chartFound(s *report.Site, c *report.Chart) (l diag.List) {
	var metrics []*report.Metric
	for _, ref := range c.Metrics {
		m, _ := s.Metrics.Get(ref.ID)
		metrics = append(metrics, m)
		kind := report.TermKind(c.By.ID)
		if c.By.Set() && !slices.ContainsFunc(m.By, func(b report.Breakdown) bool { return b.Kind == kind }) {
			l.Add(diag.At(ref.Pos, "%q is not broken down by %s", m.ID, kind).WithSee(m.Pos).WithHint(`add by.%s."2024-11-25" = { … } to the metric`, kind))
		}
		for _, d := range c.Dates {
			if d.IsZero() {
				continue // it could not be read
			}
			if _, ok := s.ValueAt(m, d.Date); !ok {
				l.Add(diag.At(d.Pos, "%q has no value as of %s", m.ID, d.Date).WithSee(m.Pos))
			}
		}
		if n := known(s, m); c.Kind == report.Line && n < 2 {
			l.Add(diag.At(ref.Pos, "%q has %d dated value that is known; a line needs two", m.ID, n).WithSee(m.Pos).WithHint(`use kind = "bar"`))
		}
	}
	if _, ok := CommonBreakdown(metrics, report.TermKind(c.By.ID)); c.By.Set() && len(metrics) > 1 && len(l) == 0 && !ok {
		l.Add(diag.At(c.By.Pos, "the metrics of %q are never broken down by %s at the same date", c.ID, c.By.ID))
	}
	for i, d := range c.Dates {
		if slices.ContainsFunc(c.Dates[:i], func(other report.Day) bool { return other.Date == d.Date }) {
			l.Add(diag.At(d.Pos, "chart %q compares %s with itself", c.ID, d))
		}
	}
	if len(c.Dates) == 1 {
		l.Add(diag.At(c.Dates[0].Pos, "chart %q compares one date; name two", c.ID))
	}
	return l
}

// known returns how many of a metric's values are not missing.
func known(s *report.Site, m *report.Metric) (n int) {
	for _, o := range s.Series(m) {
		if !o.Value.Missing {
			n++
		}
	}
	return n
}

// cellsDrawable reports values that the kind of chart cannot draw: bars begin at
// zero, and parts make up a whole only when each is known exactly.
func cellsDrawable(c *report.Chart, t *Table) (l diag.List) {
	parts := c.Kind == report.Stacked || c.Kind == report.Stacked100 || c.Kind == report.Donut
	for _, row := range t.Cells {
		for _, cell := range row {
			pos, id := c.Pos, "a number of projects"
			if cell.Metric != nil {
				pos, id = metricPos(c, cell.Metric), cell.Metric.ID
			}
			switch {
			case parts && !cell.Exact():
				l.Add(diag.At(pos, "a value of %q is missing or not exact; parts make up a whole only when each is exact", id).WithSee(cell.Pos).WithHint(`use kind = "bar" or "grouped"`))
			case cell.Size() < 0 && c.Kind != report.Line:
				l.Add(diag.At(pos, "%q is negative; bars begin at zero", id).WithSee(cell.Pos))
			}
		}
	}
	return l
}

// metricPos is where a chart names a metric.
func metricPos(c *report.Chart, m *report.Metric) diag.Pos {
	for _, ref := range c.Metrics {
		if ref.ID == m.ID {
			return ref.Pos
		}
	}
	return c.Pos
}

// partsDiffer reports parts that a legend cannot tell apart, as they have one name.
func partsDiffer(s *report.Site, c *report.Chart, t *Table) (l diag.List) {
	parts := t.Columns
	if c.Kind == report.Donut {
		parts = t.Rows
	}
	for _, lang := range s.Languages {
		seen := map[string]bool{}
		for _, h := range parts {
			name := h.name(lang)
			if seen[name] && name != "" {
				l.Add(diag.At(c.Pos, "chart %q has two parts with one name in %s, %q", c.ID, lang.Name, name).WithSee(h.pos()))
			}
			seen[name] = true
		}
	}
	return l
}

// donutOfTerms reports a donut that is not two or three parts of one whole.
func donutOfTerms(c *report.Chart, t *Table) (l diag.List) {
	if n := len(t.Rows); n == 1 {
		l.Add(diag.At(c.KindPos, "a donut shows two or three parts; all of %q is one", c.ID).WithHint(`use kind = "bar"`))
	} else if n > maxDonutParts {
		l.Add(diag.At(c.KindPos, "a donut shows two or three parts; %q has %d", c.ID, n).WithHint(`use kind = "bar"`))
	}
	if t.Total.Size() == 0 {
		l.Add(diag.At(c.Pos, "the whole of %q is 0, which has no parts", c.ID))
	}
	return l
}

// donutOfRatio reports a donut that does not show one ratio and what it leaves
// over.
func donutOfRatio(s *report.Site, c *report.Chart) (l diag.List) {
	if len(c.Metrics) > 1 {
		l.Add(diag.At(c.Metrics[1].Pos, "a donut shows one ratio; %q has %d metrics", c.ID, len(c.Metrics)).WithHint(`use kind = "bar" to compare metrics`))
	}
	if !c.Rest.Written() {
		l.Add(diag.At(c.Pos, "donut %q does not name what is left over", c.ID).WithHint(`add rest = { zh = "未完成", en = "Not completed" }`))
	}
	for _, ref := range c.Metrics {
		m, _ := s.Metrics.Get(ref.ID)
		if m.Kind != report.Ratio {
			l.Add(diag.At(ref.Pos, "%q is a %s; a donut shows one ratio, or one metric by its terms", m.ID, m.Kind).WithHint(`use kind = "bar"`))
			continue
		}
		l.Append(donutParts(s, c, m, ref.Pos))
	}
	return l
}

// donutParts reports parts that cannot be drawn, or told apart.
func donutParts(s *report.Site, c *report.Chart, m *report.Metric, pos diag.Pos) diag.List {
	var l diag.List
	if latest, ok := s.Latest(m); ok {
		switch share := latest.Value.Share; {
		case share.Part.Cmp(share.Whole) > 0:
			l.Add(diag.At(pos, "%q is over 100%%; a donut shows parts of a whole", m.ID))
		case share.Part.Sign() < 0 || share.Whole.Sign() < 0:
			l.Add(diag.At(pos, "%q is below 0; a donut shows parts of a whole", m.ID))
		}
	}
	part, _, ok := s.Parts(m)
	for _, lang := range s.Languages {
		if name := c.Rest.String(lang); ok && name != "" && name == part.Name.String(lang) {
			l.Add(diag.At(c.Rest.Pos, "the rest has the same name in %s as the other part, %q", lang.Name, name).WithSee(part.Pos))
		}
	}
	return l
}
