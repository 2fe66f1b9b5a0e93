package edition

import (
	"slices"

	"gongshi/internal/locale"
	"gongshi/internal/present"
	"gongshi/internal/report"
	"gongshi/internal/route"
	"gongshi/internal/view"
)

func (e *Edition) metrics() ([]byte, error) {
	text, err := e.sectionText(report.MetricsPath)
	if err != nil {
		return nil, err
	}
	v := view.MetricsPage{
		Base:  e.baseView(e.sectionHead(report.MetricsPath, text)),
		Prose: text.Prose,
		CSV:   e.Shared(route.Table("metrics")), JSON: e.Shared(route.MetricsJSON),
	}
	var figures []view.Figure
	for m := range e.Site.Metrics.All() {
		f := e.Latest(m)
		figures = append(figures, f)
		v.Metrics = append(v.Metrics, view.MetricRow{Figure: f, Definition: m.Definition.String(e.Lang)})
	}
	v.Note = present.Common(figures)
	return e.Templates.Page("metrics.html", v)
}

func (e *Edition) metric(m *report.Metric) ([]byte, error) {
	latest, _ := e.Site.Latest(m)
	name, definition := m.Name.String(e.Lang), m.Definition.String(e.Lang)
	files := m.DataFiles()
	v := view.MetricPage{
		Base: e.baseView(head{
			address: m.Path(), title: name, description: definition,
			trail: e.section(report.MetricsPath),
		}),
		Figure:     e.Figure(m, latest),
		Definition: definition,
		Kind:       e.Kind(m),
		PartOf:     e.PartOf(m),
		Series:     e.Series(m),
		Charts:     e.shownOn(m),
		CSV:        e.Shared(files[0]),
		JSON:       e.Shared(files[1]),
	}
	if m.Kind == report.Ratio {
		v.Headline = e.Headline(m)
		v.Parts = e.Parts(m, latest)
	} else if err := e.madeOf(m, latest, &v); err != nil {
		return nil, err
	}
	if b := latest.Value.Bound; b != locale.Exact {
		v.BoundNote = e.Say("bound-" + string(b))
	}
	v.Sourced = slices.ContainsFunc(v.Series, func(row view.SeriesRow) bool { return row.Source != v.Series[0].Source })
	v.Difference = m.Difference.String(e.Lang)
	v.ByArea = e.ByArea(m)
	v.Targets = e.Targets(m)
	v.Breakdowns = e.Breakdowns(m)
	v.Corrections = e.Corrections(m)
	v.Cite = e.Cite(name, v.Figure.AsOf, v.Canonical)
	v.NextUpdate, v.Overdue = e.NextUpdate(m)
	return e.Templates.Page("metric.html", v)
}

// madeOf says which projects make up a metric, or that none is named.
func (e *Edition) madeOf(m *report.Metric, latest report.Observation, v *view.MetricPage) error {
	tally := e.Site.Tally(m)
	for _, p := range tally.Projects {
		title, err := e.Line(p.Page, p.Page.In[e.Lang.Code].Title.InLink())
		if err != nil {
			return err
		}
		c, _ := p.Contribution(m.ID)
		f := e.Figure(m, e.Site.Own(p, c))
		v.Projects = append(v.Projects, view.MadeOf{Title: title, URL: e.URL(p.Page.Path), Text: f.Text, Machine: f.Machine, Status: f.Status})
	}
	sum := tally.Value(report.RollUpSum)
	switch {
	case latest.Value.Missing: // there is nothing to say it of
	case len(v.Projects) == 0 && len(m.By) == 0:
		v.Reported = e.Say("reported-total")
	case len(v.Projects) == 0:
	case m.RollUp == report.RollUpNone && m.Kind != report.Measure && !m.Difference.Written() && sum.Number.Cmp(latest.Value.Number) < 0:
		v.Reported = e.Say("reported-partly", e.Value(m, sum), v.Figure.Text)
	}
	return nil
}

// shownOn leads to the pages whose charts show a metric.
func (e *Edition) shownOn(m *report.Metric) []view.Link {
	var links []view.Link
	for p := range e.Site.Pages.All() {
		for _, part := range p.In[e.Lang.Code].Body.Parts {
			if part.Chart == nil || !e.shows(part.Chart.ID, m) {
				continue
			}
			c, _ := e.Site.Charts.Get(part.Chart.ID)
			links = append(links, view.Link{Text: c.Title.String(e.Lang), URL: e.URL(p.Path) + "#" + report.ChartAnchor(c.ID)})
		}
	}
	return links
}

func (e *Edition) shows(chart string, m *report.Metric) bool {
	c, _ := e.Site.Charts.Get(chart)
	return slices.ContainsFunc(c.Metrics, func(r report.Ref) bool { return r.ID == m.ID })
}
