package render

import (
	"slices"

	"gongshi/internal/locale"
	"gongshi/internal/report"
	"gongshi/internal/view"
)

func (e *edition) metrics() ([]byte, error) {
	text, err := e.sectionText(report.MetricsPath)
	if err != nil {
		return nil, err
	}
	files := report.DataFiles()
	v := view.MetricsPage{
		Base:    e.baseView(e.sectionHead(report.MetricsPath)),
		Heading: text.heading, Lead: text.lead, Body: text.body,
		CSV: e.shared(files[0]), JSON: e.shared(files[1]),
	}
	var figures []view.Figure
	for m := range e.site.Metrics.All() {
		f := e.latest(m)
		figures = append(figures, f)
		v.Metrics = append(v.Metrics, view.MetricRow{Figure: f, Definition: m.Definition.String(e.lang)})
	}
	v.Note = common(figures)
	return e.Page("metrics.html", v)
}

func (e *edition) metric(m *report.Metric) ([]byte, error) {
	latest, _ := e.site.Latest(m)
	name, definition := m.Name.String(e.lang), m.Definition.String(e.lang)
	files := m.DataFiles()
	v := view.MetricPage{
		Base: e.baseView(head{
			address: m.Path(), title: name, description: definition,
			trail: e.section(report.MetricsPath),
		}),
		Figure:     e.figure(m, latest),
		Definition: definition,
		Kind:       e.kind(m),
		PartOf:     e.partOf(m),
		Series:     e.series(m),
		Charts:     e.shownOn(m),
		CSV:        e.shared(files[0]),
		JSON:       e.shared(files[1]),
	}
	if m.Kind == report.Ratio {
		v.Headline = e.headline(m)
		v.Parts = e.parts(m)
	} else if err := e.breakdown(m, latest, &v); err != nil {
		return nil, err
	}
	if b := latest.Value.Bound; b != locale.Exact {
		v.BoundNote = e.Say("bound-" + string(b))
	}
	return e.Page("metric.html", v)
}

// kind says in words what sort of figure a metric is.
func (e *edition) kind(m *report.Metric) string {
	if part, whole, ok := e.site.Parts(m); ok {
		return e.Say("kind-ratio", part.Name.String(e.lang), whole.Name.String(e.lang))
	}
	return e.Say("kind-" + string(m.Kind))
}

// parts shows numerator and denominator of a rate.
func (e *edition) parts(m *report.Metric) []view.Figure {
	part, whole, ok := e.site.Parts(m)
	if !ok {
		return nil
	}
	return []view.Figure{e.latest(part), e.latest(whole)}
}

// partOf leads to the rates that are computed from a metric.
func (e *edition) partOf(m *report.Metric) []view.Link {
	var links []view.Link
	for other := range e.site.Metrics.All() {
		if slices.ContainsFunc(other.Of, func(r report.Ref) bool { return r.ID == m.ID }) {
			links = append(links, view.Link{Text: other.Name.String(e.lang), URL: e.url(other.Path())})
		}
	}
	return links
}

// series lists the values of a metric, newest first.
func (e *edition) series(m *report.Metric) []view.SeriesRow {
	var rows []view.SeriesRow
	for _, o := range e.site.Series(m) {
		f := e.figure(m, o)
		row := view.SeriesRow{AsOf: f.AsOf, Number: f.Number, Unit: f.Unit, Text: f.Text, Machine: f.Machine}
		if m.Kind == report.Ratio {
			row.Parts = e.Say("of", e.lang.Number(o.Value.Share.Part), e.lang.Number(o.Value.Share.Whole))
		}
		rows = append(rows, row)
	}
	slices.Reverse(rows)
	return rows
}

// breakdown says which projects make up a metric, or that none is named.
func (e *edition) breakdown(m *report.Metric, latest report.Observation, v *view.MetricPage) error {
	sum := locale.Int(0)
	for p := range e.site.Projects.All() {
		c, ok := p.Contribution(m.ID)
		if !ok {
			continue
		}
		title, err := e.line(p.Page, p.Page.In[e.lang.Code].Title)
		if err != nil {
			return err
		}
		f := e.figure(m, e.own(p, m))
		v.Projects = append(v.Projects, view.MadeOf{Title: title, URL: e.url(p.Page.Path), Text: f.Text, Machine: f.Machine})
		sum = sum.Add(c.Number)
	}
	switch {
	case len(v.Projects) == 0:
		v.Reported = e.Say("reported-total")
	case sum.Cmp(latest.Value.Number) != 0:
		v.Reported = e.Say("reported-partly", e.lang.WithUnit(e.lang.Number(sum), m.Unit.For(e.lang, sum)), v.Figure.Text)
	}
	return nil
}

// shownOn leads to the pages whose charts show a metric.
func (e *edition) shownOn(m *report.Metric) []view.Link {
	var links []view.Link
	for p := range e.site.Pages.All() {
		for _, part := range p.In[e.lang.Code].Body.Parts {
			if part.Chart == nil || !e.shows(part.Chart.ID, m) {
				continue
			}
			c, _ := e.site.Charts.Get(part.Chart.ID)
			links = append(links, view.Link{Text: c.Title.String(e.lang), URL: e.url(p.Path) + "#" + report.ChartAnchor(c.ID)})
		}
	}
	return links
}

func (e *edition) shows(chart string, m *report.Metric) bool {
	c, _ := e.site.Charts.Get(chart)
	return slices.ContainsFunc(c.Metrics, func(r report.Ref) bool { return r.ID == m.ID })
}
