package render

import (
	"strings"
	"sync"

	"gongshi/internal/report"
	"gongshi/internal/route"
	"gongshi/internal/search"
	"gongshi/internal/view"
)

// planSearch lists the page for searching and the files of its index, which are made
// together when the first of them is asked for.
func (e *edition) planSearch() {
	e.addPage(report.SearchPath, e.search)
	files := sync.OnceValue(func() map[string][]byte { return search.Files(e.documents()) })
	for _, name := range search.Names(len(e.searched())) {
		e.add(e.indexPath()+name, func() (Output, error) { return Output{Data: files()[name], Derived: true}, nil })
	}
}

// indexPath is the folder of the index.
func (e *edition) indexPath() string {
	return strings.TrimPrefix(route.SearchIndex, "/") + e.Lang.Code + "/"
}

func (e *edition) search() ([]byte, error) {
	text, err := e.sectionText(report.SearchPath)
	if err != nil {
		return nil, err
	}
	v := view.SearchPage{
		Base: e.baseView(e.sectionHead(report.SearchPath, text)), Prose: text.Prose,
		Index:       e.shared(e.indexPath()),
		ProjectsURL: e.url(report.ProjectsPath), MetricsURL: e.url(report.MetricsPath),
	}
	v.Scripts = []string{e.shared(e.look.Search.Path)}
	return e.Templates.Page("search.html", v)
}

// searched lists the pages that can be found: all but the one for finding them, and the
// report, which repeats the others.
func (e *edition) searched() []string {
	var list []string
	for _, address := range route.Pages(e.Site) {
		if address != report.SearchPath && address != report.ReportPath {
			list = append(list, address)
		}
	}
	return list
}

// documents are the pages that can be found, as plain text.
func (e *edition) documents() []search.Document {
	var list []search.Document
	for _, address := range e.searched() {
		d := e.document(address)
		d.Address = e.url(address)
		list = append(list, d)
	}
	return list
}

// document is what can be found of a page.
func (e *edition) document(address string) search.Document {
	id := strings.TrimSuffix(address[strings.LastIndex(strings.TrimSuffix(address, "/"), "/")+1:], "/")
	if m, ok := e.Site.Metrics.Get(id); ok && m.Path() == address {
		return search.Document{Kind: e.Say("metric"), Title: m.Name.String(e.Lang), Text: e.metricText(m)}
	}
	if c, ok := e.Site.Charts.Get(id); ok && c.Path() == address {
		return search.Document{Kind: e.Say("chart"), Title: c.Title.String(e.Lang), Text: e.chartText(c)}
	}
	p, ok := e.Site.Pages.Get(address)
	switch {
	case !ok:
		return search.Document{Kind: e.Say("page"), Title: e.sectionTitle(address)}
	case p.Project == nil:
		return search.Document{Kind: e.Say("page"), Title: e.Plain(e.writing(address).Title, nil), Text: e.pageText(p)}
	}
	return search.Document{
		Kind: e.Say("project"), Title: e.Plain(e.writing(address).Title, p.Project),
		Text: e.pageText(p) + "\n" + e.projectText(p.Project),
	}
}

// pageText is what an editor wrote.
func (e *edition) pageText(p *report.Page) string {
	return lines(e.Plain(p.In[e.Lang.Code].Summary, p.Project), e.Words(p))
}

// projectText is what a project's page says besides what an editor wrote.
func (e *edition) projectText(p *report.Project) string {
	list := []string{e.ProjectStatus(p).Text}
	for _, fact := range e.ProjectFacts(p) {
		text := fact.Text
		if fact.Day != nil {
			text = fact.Day.Text
		}
		list = append(list, fact.Label+e.Say("colon")+text)
	}
	for _, r := range e.Results(p) {
		list = append(list, r.Total.Name+e.Say("colon")+r.Text, r.Plan)
	}
	if s := e.Schedule(p); s != nil {
		list = append(list, s.Text, s.Reason)
	}
	return lines(list...)
}

func (e *edition) metricText(m *report.Metric) string {
	latest := e.Latest(m)
	list := []string{latest.Text, m.Definition.String(e.Lang), latest.Source.Text}
	for _, row := range e.Series(m) {
		list = append(list, row.AsOf.Text+e.Say("colon")+row.Text)
	}
	for _, row := range e.Targets(m) {
		list = append(list, e.Say("target")+e.Say("colon")+row.Text, row.By.Text)
	}
	for _, row := range e.Corrections(m) {
		list = append(list, row.Date.Text, row.Kind, row.Reason)
	}
	return lines(list...)
}

func (e *edition) chartText(c *report.Chart) string {
	f := e.Charts[c.ID].Figure
	list := []string{f.Subtitle, f.Words, f.Note}
	for _, day := range f.AsOf {
		list = append(list, e.Say("as-of", day.Text))
	}
	for _, source := range f.Sources {
		list = append(list, source.Text)
	}
	return lines(list...)
}

// lines joins the texts that there are.
func lines(texts ...string) string {
	var b strings.Builder
	for _, text := range texts {
		if text != "" {
			b.WriteString(text + "\n")
		}
	}
	return b.String()
}
