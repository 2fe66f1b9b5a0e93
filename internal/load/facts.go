package load

import (
	"slices"
	"strings"

	"gongshi/internal/diag"
	"gongshi/internal/locale"
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
		m := &report.Metric{
			ID: id, Pos: t.keyPos(),
			Name:       t.text("name"),
			Definition: t.text("definition"),
			Unit:       l.unit(t),
			Source:     t.ref("source"),
			Of:         t.refs("of"),
			Reported:   reported(t.sub("reported")),
		}
		m.Values = observations(t.sub("values"), m.Source)
		m.Kind = choice(t, "kind", report.Kinds)
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

// unit reads the word after a number: one word in a language that has one form,
// a table of plural categories in one that has more.
func (l *loader) unit(t *table) report.Unit {
	n := t.get("unit")
	if n == nil {
		return report.Unit{}
	}
	unit := report.Unit{Pos: n.keyPos(), In: map[string]map[locale.Plural]string{}}
	if !n.isTable {
		n.wrongType(`a unit in each language, such as { zh = "盏", en = { one = "street light", other = "street lights" } }`)
		return report.Unit{}
	}
	for _, in := range n.keys {
		forms := map[locale.Plural]string{}
		unit.In[in.key] = forms
		if s, ok := in.value.(string); ok {
			forms[locale.Other] = s
			continue
		}
		if !in.isTable {
			in.wrongType("text, or a table { one = …, other = … }")
			continue
		}
		for _, form := range in.keys {
			s, ok := form.value.(string)
			if !ok {
				form.wrongType("text in double quotes")
			}
			forms[locale.Plural(form.key)] = s
		}
	}
	return unit
}

// observations reads values."2024-11-25" = 156, or a table with a bound, sorted
// by date.
func observations(t *table, source report.Ref) []report.Observation {
	var list []report.Observation
	for _, n := range t.keys {
		o := report.Observation{Pos: n.keyPos(), Source: source}
		o.AsOf, _ = n.keyDate()
		value := n
		if n.isTable {
			in := &table{node: n}
			value = in.get("value")
			o.Value.Bound = bound(in)
			if own := in.ref("source"); own.Set() {
				o.Source = own
			}
			in.done()
		}
		if value == nil {
			n.report("value of %s is missing; write { value = 300, bound = \"at-least\" }", n.key)
			continue
		}
		if d, ok := value.decimal(); ok {
			o.Value.Number = d
			list = append(list, o)
		}
	}
	slices.SortStableFunc(list, func(a, b report.Observation) int { return a.AsOf.Compare(b.AsOf) })
	return list
}

func bound(t *table) locale.Bound {
	b := choice(t, "bound", locale.Bounds)
	if b == "exact" {
		return locale.Exact
	}
	return b
}

// keyDate reads a date that stands as a key.
func (n *node) keyDate() (locale.Date, bool) {
	d, err := locale.ParseDate(n.key)
	if err != nil {
		n.report("%v", err)
	}
	return d, err == nil
}

// reported reads reported."2024-11-25" = "85.7%", sorted by date.
func reported(t *table) []report.Reported {
	var list []report.Reported
	for _, n := range t.keys {
		date, ok := n.keyDate()
		s, isText := n.value.(string)
		digits, percent := strings.CutSuffix(s, "%")
		d, err := locale.ParseDecimal(digits)
		if !isText || !percent || err != nil {
			n.wrongType(`a rate as its source prints it, such as "85.7%"`)
			continue
		}
		if ok {
			list = append(list, report.Reported{Pos: n.valuePos(), AsOf: date, Percent: d})
		}
	}
	slices.SortStableFunc(list, func(a, b report.Reported) int { return a.AsOf.Compare(b.AsOf) })
	return list
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
