// Package indexed says what of each page can be found, as plain text: what an editor wrote,
// and what the page says besides. Package search makes an index of it. Begin at Documents.
package indexed

import (
	"strings"

	"gongshi/internal/report"
	"gongshi/internal/route"
	"gongshi/internal/search"
	"gongshi/internal/titles"
	"gongshi/internal/view"
)

// Pages lists the addresses of the pages that can be found: all but the one for finding
// them, and the report, which repeats the others.
func Pages(s *report.Site) []string {
	var list []string
	for _, address := range route.Pages(s) {
		if address != report.SearchPath && address != report.ReportPath {
			list = append(list, address)
		}
	}
	return list
}

// Documents are the texts of [Pages] in one language.
func Documents(t titles.Titles) []search.Document {
	var list []search.Document
	for _, address := range Pages(t.Site) {
		d := texts{t}.document(address)
		d.Address = t.URL(address)
		list = append(list, d)
	}
	return list
}

// texts are the texts of pages in one language.
type texts struct{ titles.Titles }

// document is what can be found of a page.
func (t texts) document(address string) search.Document {
	id := strings.TrimSuffix(address[strings.LastIndex(strings.TrimSuffix(address, "/"), "/")+1:], "/")
	if m, ok := t.Site.Metrics.Get(id); ok && m.Path() == address {
		return search.Document{Kind: t.Say("metric"), Title: m.Name.String(t.Lang), Text: t.metricText(m)}
	}
	if c, ok := t.Site.Charts.Get(id); ok && c.Path() == address {
		return search.Document{Kind: t.Say("chart"), Title: c.Title.String(t.Lang), Text: t.chartText(c)}
	}
	d := search.Document{Kind: t.Say("page"), Title: t.Section(address), Text: t.listText(address)}
	p, ok := t.Site.Pages.Get(address)
	if !ok {
		return d
	}
	d.Title, d.Text = t.Plain(t.Writing(address).Title, p.Project), t.pageText(p)+"\n"+d.Text
	switch {
	case p.Project != nil:
		d.Kind, d.Text = t.Say("project"), d.Text+t.projectText(p.Project)
	case t.Site.Updates.Has(address):
		d.Kind = t.Say("update")
	}
	return d
}

// listText is what is found of the pages that list things which have no page of their
// own: words, and corrections.
func (t texts) listText(address string) string {
	switch address {
	case report.GlossaryPath:
		return t.glossaryText()
	case report.CorrectionsPath:
		return lines(t.corrections(t.AllCorrections())...)
	}
	return ""
}

// glossaryText is the words of the site in every language, and what they mean in this
// one.
func (t texts) glossaryText() string {
	var list []string
	add := func(term *report.Term) {
		for _, l := range t.Site.Languages {
			list = append(list, term.Name.String(l))
		}
		list = append(list, term.Definition.String(t.Lang))
	}
	for term := range t.Site.Glossary.All() {
		add(term)
	}
	for _, kind := range report.TermKinds {
		for term := range t.Site.Vocabulary[kind].All() {
			add(term)
		}
	}
	return lines(list...)
}

func (t texts) corrections(rows []view.CorrectionRow) (list []string) {
	for _, row := range rows {
		list = append(list, row.Date.Text, row.Metric.Text, row.AsOf.Text, row.Was, row.Now, row.Kind, row.Reason)
	}
	return list
}

// pageText is what an editor wrote.
func (t texts) pageText(p *report.Page) string {
	return lines(t.Plain(p.In[t.Lang.Code].Summary, p.Project), t.Words(p))
}

// projectText is what a project's page says besides what an editor wrote.
func (t texts) projectText(p *report.Project) string {
	list := []string{t.ProjectStatus(p).Text}
	for _, fact := range t.ProjectFacts(p) {
		text := fact.Text
		if fact.Day != nil {
			text = fact.Day.Text
		}
		list = append(list, fact.Label+t.Say("colon")+text)
	}
	for _, r := range t.Results(p) {
		list = append(list, r.Total.Name+t.Say("colon")+r.Text, r.Plan)
		for _, step := range r.Steps {
			list = append(list, step.AsOf.Text+t.Say("colon")+step.Text)
		}
	}
	for _, m := range t.Timeline(p) {
		list = append(list, m.Day.Text+t.Say("colon")+m.Text)
	}
	if s := t.Schedule(p); s != nil {
		list = append(list, s.Text, s.Reason)
	}
	return lines(list...)
}

func (t texts) metricText(m *report.Metric) string {
	latest := t.Latest(m)
	list := []string{latest.Text, m.Definition.String(t.Lang), latest.Source.Text}
	for _, row := range t.Series(m) {
		list = append(list, row.AsOf.Text+t.Say("colon")+row.Text)
	}
	for _, row := range t.Targets(m) {
		list = append(list, t.Say("target")+t.Say("colon")+row.Text, row.By.Text)
	}
	return lines(append(list, t.corrections(t.Corrections(m))...)...)
}

func (t texts) chartText(c *report.Chart) string {
	f := t.Charts[c.ID].Figure
	list := []string{f.Subtitle, f.Words, f.Note}
	for _, day := range f.AsOf {
		list = append(list, t.Say("as-of", day.Text))
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
