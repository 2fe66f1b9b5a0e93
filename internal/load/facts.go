package load

import (
	"gongshi/internal/diag"
	"gongshi/internal/markdown"
	"gongshi/internal/report"
	"gongshi/internal/tomlfile"
)

// vocabulary reads the terms: [level.district], [area.xinjian].
func (l *loader) vocabulary(name string) {
	file := l.table(name)
	for _, kind := range report.TermKinds {
		list := file.sub(string(kind))
		list.each(string(kind), func(id string, t *table) {
			term := &report.Term{ID: id, Pos: t.KeyPos(), Kind: kind, Name: t.text("name")}
			if kind == report.Area {
				term.Parent = t.ref("parent")
			}
			t.Done()
			l.id(t.Node, string(kind))
			l.site.Vocabulary[kind].Add(id, term)
		})
	}
	file.Done()
}

// glossary reads words that have one name in each language: [residents-committee].
func (l *loader) glossary(name string) {
	l.table(name).each("word", func(id string, t *table) {
		l.site.Glossary.Add(id, &report.Term{ID: id, Pos: t.KeyPos(), Name: t.text("name"), Definition: t.text("definition")})
		t.Done()
		l.id(t.Node, "word")
	})
}

// sources reads where figures come from.
func (l *loader) sources(name string) {
	l.table(name).each("source", func(id string, t *table) {
		s := &report.Source{
			ID: id, Pos: t.KeyPos(),
			Publisher: t.text("publisher"),
			Title:     t.text("title"),
			Date:      t.day("date"),
			Licence:   t.text("licence"),
		}
		s.URL, s.URLPos = t.Str("url")
		t.Done()
		l.id(t.Node, "source")
		l.site.Sources.Add(id, s)
	})
}

// metrics reads one file of metrics.
func (l *loader) metrics(name string) {
	l.table(name).each("metric", func(id string, t *table) {
		m := l.metric(id, t)
		t.Done()
		l.id(t.Node, "metric")
		if first, taken := l.site.Metrics.Get(id); taken {
			l.twice(t.Node, "metric", first.Pos)
		}
		l.site.Metrics.Add(id, m)
	})
}

// twice reports an id that another file has already.
func (l *loader) twice(n *tomlfile.Node, what string, first diag.Pos) {
	l.problems.Add(diag.At(n.KeyPos(), "%s %q stands in two files", what, n.Key).WithSee(first))
}

// id reports an id that cannot be part of an address.
func (l *loader) id(n *tomlfile.Node, what string) {
	if !markdown.ValidID(n.Key) {
		n.Report("%s id %q; an id has small letters a-z, digits and single hyphens, as it becomes part of an address", what, n.Key)
	}
}

func validSlug(s string) bool { return markdown.ValidID(s) }

// charts reads one file of charts.
func (l *loader) charts(name string) {
	l.table(name).each("chart", func(id string, t *table) {
		c := chartOf(id, t)
		t.Done()
		l.id(t.Node, "chart")
		if first, taken := l.site.Charts.Get(id); taken {
			l.twice(t.Node, "chart", first.Pos)
		}
		l.site.Charts.Add(id, c)
	})
}

// chartOf reads one chart.
func chartOf(id string, t *table) *report.Chart {
	c := &report.Chart{
		ID: id, Pos: t.KeyPos(),
		Title:    t.text("title"),
		Subtitle: t.text("subtitle"),
		Metrics:  t.refs("metrics"),
		Count:    t.ref("count"),
		By:       t.ref("by"),
		Split:    t.ref("split"),
		Dates:    t.days("dates"),
		Rest:     t.text("rest"),
	}
	kind := t.ref("kind") // check says what to use instead of a kind that there is not
	c.Kind, c.KindPos = report.ChartKind(kind.ID), kind.Pos
	if n := t.Get("sort"); n != nil {
		c.Sort, c.SortPos = tomlfile.Choice(t.Table, "sort", report.Sortings), n.KeyPos()
	}
	return c
}
