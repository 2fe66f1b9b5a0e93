package render

import (
	"fmt"
	"html/template"
	"regexp"
	"strings"

	"gongshi/internal/dataset"
	"gongshi/internal/locale"
	"gongshi/internal/markdown"
	"gongshi/internal/report"
	"gongshi/internal/tabulate"
	"gongshi/internal/view"
)

// planCharts lists the pages and drawings of the charts.
func (e *edition) planCharts() {
	if e.Site.Charts.Len() == 0 {
		return
	}
	e.addPage(report.ChartsPath, e.chartList)
	for c := range e.Site.Charts.All() {
		e.addPage(c.Path(), func() ([]byte, error) { return e.chartPage(c) })
		e.addBytes(e.prefix+strings.TrimPrefix(c.FramePath(), "/")+"index.html", func() ([]byte, error) { return e.chartFrame(c) })
		e.addBytes(e.prefix+strings.TrimPrefix(c.DrawingPath(), "/"), func() ([]byte, error) { return e.Charts[c.ID].Alone, nil })
	}
}

// planChartData lists the data files of a chart, which all languages share.
func (r *Renderer) planChartData(c *report.Chart) {
	files := c.DataFiles()
	r.addBytes(strings.TrimPrefix(files[0], "/"), func() ([]byte, error) { return dataset.ChartCSV(r.chartData(c)) })
	r.addBytes(strings.TrimPrefix(files[1], "/"), func() ([]byte, error) { return dataset.ChartJSON(r.chartData(c)) })
}

// chartData is what the data files of a chart are made from.
func (r *Renderer) chartData(c *report.Chart) dataset.Chart {
	d := dataset.Chart{Site: r.site, Chart: c, Table: tabulate.Chart(r.site, c), Words: map[string]string{}}
	for _, e := range r.editions {
		d.Words[e.Lang.Code] = e.Charts[c.ID].Figure.Words
	}
	d.Head = func(l *locale.Language, h tabulate.Head) string { return r.in(l).Head(h) }
	return d
}

// chartList is the page of all charts.
func (e *edition) chartList() ([]byte, error) {
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

func (e *edition) chartHead(c *report.Chart) head {
	return head{
		address: c.Path(), title: c.Title.String(e.Lang), description: e.Charts[c.ID].Figure.Words,
		trail: e.section(report.ChartsPath),
	}
}

// chartPage has everything about a chart.
func (e *edition) chartPage(c *report.Chart) ([]byte, error) {
	files := c.DataFiles()
	v := view.ChartPage{
		Base:   e.baseView(e.chartHead(c)),
		Figure: e.Charts[c.ID].Figure,
		SVG:    e.url(c.DrawingPath()),
		CSV:    e.shared(files[0]),
		JSON:   e.shared(files[1]),
		Embed:  e.embed(c),
	}
	v.Script = e.shared(e.look.Script.Path)
	for _, ref := range c.Metrics {
		m, _ := e.Site.Metrics.Get(ref.ID)
		v.Metrics = append(v.Metrics, view.Link{Text: m.Name.String(e.Lang), URL: e.url(m.Path())})
	}
	for p := range e.Site.Pages.All() {
		if e.places(p, c) {
			v.Shown = append(v.Shown, view.Link{Text: e.menuTitle(p.Path), URL: e.url(p.Path) + "#" + report.ChartAnchor(c.ID)})
		}
	}
	return e.Templates.Page("chart-page.html", v)
}

// chartFrame is the chart alone.
func (e *edition) chartFrame(c *report.Chart) ([]byte, error) {
	v := view.ChartFrame{Base: e.baseView(e.chartHead(c)), Figure: e.Charts[c.ID].Figure}
	v.Script = e.shared(e.look.Script.Path)
	html, err := e.Templates.Part("frame", v)
	return []byte(html), err
}

// embed is the HTML by which another site shows the chart.
func (e *edition) embed(c *report.Chart) string {
	return fmt.Sprintf(`<iframe src="%s" title="%s" width="100%%" height="560" loading="lazy"></iframe>`,
		template.HTMLEscapeString(e.absolute(c.FramePath())), template.HTMLEscapeString(c.Title.String(e.Lang)))
}

// places reports whether a page shows a chart.
func (e *edition) places(p *report.Page, c *report.Chart) bool {
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
