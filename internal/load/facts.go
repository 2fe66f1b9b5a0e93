package load

import (
	"slices"
	"strings"

	"gongshi/internal/diag"
	"gongshi/internal/markdown"
	"gongshi/internal/report"
)

// vocabulary reads the terms: [level.district], [area.xinjian].
func (l *loader) vocabulary(name string) {
	file := l.table(name)
	for _, kind := range report.TermKinds {
		list := file.sub(string(kind))
		list.each(string(kind), func(id string, t *table) {
			term := &report.Term{ID: id, Pos: t.keyPos(), Kind: kind, Name: t.text("name")}
			if kind == report.Area {
				term.Parent = t.ref("parent")
			}
			t.done()
			l.id(t.node, string(kind))
			l.site.Vocabulary[kind].Add(id, term)
		})
	}
	file.done()
}

// glossary reads words that have one name in each language: [residents-committee].
func (l *loader) glossary(name string) {
	l.table(name).each("word", func(id string, t *table) {
		l.site.Glossary.Add(id, &report.Term{ID: id, Pos: t.keyPos(), Name: t.text("name")})
		t.done()
		l.id(t.node, "word")
	})
}

// sources reads where figures come from.
func (l *loader) sources(name string) {
	l.table(name).each("source", func(id string, t *table) {
		s := &report.Source{
			ID: id, Pos: t.keyPos(),
			Publisher: t.text("publisher"),
			Title:     t.text("title"),
			Date:      t.day("date"),
			Licence:   t.text("licence"),
		}
		s.URL, s.URLPos = t.str("url")
		t.done()
		l.id(t.node, "source")
		l.site.Sources.Add(id, s)
	})
}

// metrics reads one file of metrics.
func (l *loader) metrics(name string) {
	l.table(name).each("metric", func(id string, t *table) {
		m := l.metric(id, t)
		t.done()
		l.id(t.node, "metric")
		if first, taken := l.site.Metrics.Get(id); taken {
			l.twice(t.node, "metric", first.Pos)
		}
		l.site.Metrics.Add(id, m)
	})
}

// twice reports an id that another file has already.
func (l *loader) twice(n *node, what string, first diag.Pos) {
	l.problems.Add(diag.At(n.keyPos(), "%s %q stands in two files", what, n.key).WithSee(first))
}

// id reports an id that cannot be part of an address.
func (l *loader) id(n *node, what string) {
	if !markdown.ValidID(n.key) {
		n.report("%s id %q; an id has small letters a-z, digits and single hyphens, as it becomes part of an address", what, n.key)
	}
}

func validSlug(s string) bool { return markdown.ValidID(s) }

// choice reads one of a few words.
func choice[T ~string](t *table, key string, allowed []T) T {
	n := t.get(key)
	if n == nil {
		return ""
	}
	words := make([]string, len(allowed))
	for i, a := range allowed {
		words[i] = string(a)
	}
	s, _ := n.value.(string)
	if !slices.Contains(words, s) {
		n.doc.problems.Add(diag.At(n.valuePos(), "%q is %s; allowed are %s", key, n.describe(), strings.Join(words, ", ")).
			WithHint("%s", hintFor(s, words)))
	}
	return T(s)
}

func hintFor(s string, words []string) string {
	if near, ok := diag.Nearest(s, words); ok {
		return `did you mean "` + near + `"?`
	}
	return ""
}

// charts reads one file of charts.
func (l *loader) charts(name string) {
	l.table(name).each("chart", func(id string, t *table) {
		c := &report.Chart{
			ID: id, Pos: t.keyPos(),
			Title:    t.text("title"),
			Subtitle: t.text("subtitle"),
			Metrics:  t.refs("metrics"),
			Rest:     t.text("rest"),
		}
		c.Kind = choice(t, "kind", report.ChartKinds)
		t.done()
		l.id(t.node, "chart")
		if first, taken := l.site.Charts.Get(id); taken {
			l.twice(t.node, "chart", first.Pos)
		}
		l.site.Charts.Add(id, c)
	})
}
