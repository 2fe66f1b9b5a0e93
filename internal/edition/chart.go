package edition

import (
	"fmt"
	"html/template"
	"regexp"
	"strings"

	"gongshi/internal/markdown"
	"gongshi/internal/report"
	"gongshi/internal/view"
)

// chartFiles are the files of a chart: its page, the chart alone and its drawing.
func (e *Edition) chartFiles(c *report.Chart) []File {
	return []File{
		e.page(c.Path(), func() ([]byte, error) { return e.chart(c) }),
		{Path: e.Path(c.FramePath()) + "index.html", Make: func() ([]byte, error) { return e.chartFrame(c) }},
		{Path: e.Path(c.DrawingPath()), Make: func() ([]byte, error) { return e.Charts[c.ID].Alone, nil }},
	}
}

// charts is the page of all charts.
func (e *Edition) charts() ([]byte, error) {
	text, err := e.sectionText(report.ChartsPath)
	if err != nil {
		return nil, err
	}
	v := view.ChartsPage{
		Base:  e.baseView(e.sectionHead(report.ChartsPath, text)),
		Prose: text.Prose,
	}
	for c := range e.Site.Charts.All() {
		figure := e.Charts[c.ID].Figure
		v.Charts = append(v.Charts, view.ChartLink{
			Link: view.Link{Text: figure.Title, URL: figure.URL}, Subtitle: figure.Subtitle, Drawing: listed(figure),
		})
	}
	return e.Templates.Page("charts.html", v)
}

// labels matches what says which texts name a drawing. No text has quotation marks.
var labels = regexp.MustCompile(` aria-labelledby="[^"]*"`)

// listed is the drawing of a chart in the list of charts, which nobody reads aloud.
// The list's own text may show the chart as well: the ids here are others, and such
// as no chart has.
func listed(figure view.ChartFigure) template.HTML {
	drawing := labels.ReplaceAllString(string(figure.Narrow), "")
	ids := strings.NewReplacer(` id="`+figure.ID, ` id="`+figure.ID+"_list", `"url(#`+figure.ID, `"url(#`+figure.ID+"_list")
	return template.HTML(ids.Replace(drawing))
}

func (e *Edition) chartHead(c *report.Chart) head {
	return head{
		address: c.Path(), title: c.Title.String(e.Lang), description: e.Charts[c.ID].Figure.Words,
		trail: e.section(report.ChartsPath),
	}
}

// chart has everything about a chart.
func (e *Edition) chart(c *report.Chart) ([]byte, error) {
	files := c.DataFiles()
	v := view.ChartPage{
		Base:   e.baseView(e.chartHead(c)),
		Figure: e.Charts[c.ID].Figure,
		SVG:    e.URL(c.DrawingPath()),
		CSV:    e.Shared(files[0]),
		JSON:   e.Shared(files[1]),
		Embed:  e.embed(c),
	}
	v.Scripts = []string{e.Shared(e.set.Look.Script.Path)}
	for _, ref := range c.Metrics {
		m, _ := e.Site.Metrics.Get(ref.ID)
		v.Metrics = append(v.Metrics, view.Link{Text: m.Name.String(e.Lang), URL: e.URL(m.Path())})
	}
	for p := range e.Site.Pages.All() {
		if e.places(p, c) {
			v.Shown = append(v.Shown, view.Link{Text: e.Titles.Menu(p.Path), URL: e.URL(p.Path) + "#" + report.ChartAnchor(c.ID)})
		}
	}
	return e.Templates.Page("chart-page.html", v)
}

// chartFrame is the chart alone.
func (e *Edition) chartFrame(c *report.Chart) ([]byte, error) {
	v := view.ChartFrame{Base: e.baseView(e.chartHead(c)), Figure: e.Charts[c.ID].Figure}
	v.Scripts = []string{e.Shared(e.set.Look.Script.Path)}
	html, err := e.Templates.Part("frame", v)
	return []byte(html), err
}

// embed is the HTML by which another site shows the chart.
func (e *Edition) embed(c *report.Chart) string {
	return fmt.Sprintf(`<iframe src="%s" title="%s" width="100%%" height="560" loading="lazy"></iframe>`,
		template.HTMLEscapeString(e.Absolute(c.FramePath())), template.HTMLEscapeString(c.Title.String(e.Lang)))
}

// places reports whether a page shows a chart.
func (e *Edition) places(p *report.Page, c *report.Chart) bool {
	return hasChart(p.In[e.Lang.Code].Body, func(id string) bool { return id == c.ID })
}

// hasChart reports whether a text shows a chart of which a test holds.
func hasChart(doc *markdown.Document, test func(id string) bool) bool {
	if doc == nil {
		return false
	}
	for _, part := range doc.Parts {
		if part.Chart != nil && test(part.Chart.ID) {
			return true
		}
	}
	return false
}
