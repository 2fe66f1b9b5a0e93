package load

import (
	"slices"
	"strings"

	"gongshi/internal/locale"
	"gongshi/internal/report"
)

// metric reads one metric.
func (l *loader) metric(id string, t *table) *report.Metric {
	m := &report.Metric{
		ID: id, Pos: t.keyPos(),
		Name:          t.text("name"),
		Definition:    t.text("definition"),
		Unit:          l.unit(t),
		Source:        t.ref("source"),
		Of:            t.refs("of"),
		Reported:      reported(t.sub("reported")),
		Targets:       targets(t.sub("target")),
		LowerIsBetter: t.flag("lower_is_better"),
		By:            breakdowns(t.sub("by")),
		Rest:          rests(t.sub("rest")),
		Difference:    t.text("difference"),
		NextUpdate:    t.day("next_update"),
		Corrections:   corrections(t.sub("corrections")),
	}
	m.Kind = choice(t, "kind", report.Kinds)
	m.RollUp = choice(t, "roll_up", report.RollUps)
	m.Values = observations(t.sub("values"), m.Source)
	return m
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
		ok := true
		if n.isTable {
			ok = observation(n, &table{node: n}, &o)
		} else {
			o.Value.Number, ok = n.decimal()
		}
		if ok {
			list = append(list, o)
		}
	}
	slices.SortStableFunc(list, func(a, b report.Observation) int { return a.AsOf.Compare(b.AsOf) })
	return list
}

// observation reads the long form of a value. It reports false when there is
// none to use.
func observation(n *node, t *table, o *report.Observation) (ok bool) {
	defer t.done()
	o.Value.Bound = bound(t)
	if status := choice(t, "status", report.DataStatuses); status != "final" {
		o.Status = status
	}
	if own := t.ref("source"); own.Set() {
		o.Source = own
	}
	o.Value.Missing = t.flag("missing")
	value := t.get("value")
	switch {
	case value == nil && !o.Value.Missing:
		n.report("value of %s is missing; write { value = 300, bound = \"at-least\" }, or { missing = true } if nobody knows it", n.key)
		return false
	case value != nil && o.Value.Missing:
		n.report("value of %s is said to be missing, and is written all the same", n.key)
		return false
	case value == nil:
		return true
	}
	o.Value.Number, ok = value.decimal()
	return ok
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

// targets reads target."2024-12-31" = 200, sorted by date.
func targets(t *table) []report.Target {
	var list []report.Target
	for _, n := range t.keys {
		date, ok := n.keyDate()
		d, isNumber := n.decimal()
		if ok && isNumber {
			list = append(list, report.Target{Pos: n.keyPos(), By: date, Number: d})
		}
	}
	slices.SortStableFunc(list, func(a, b report.Target) int { return a.By.Compare(b.By) })
	return list
}

// breakdowns reads by.area."2024-11-25" = { east = 17, west = 20 }.
func breakdowns(t *table) []report.Breakdown {
	var list []report.Breakdown
	for _, kind := range report.TermKinds {
		for _, n := range t.sub(string(kind)).keys {
			b := report.Breakdown{Pos: n.keyPos(), Kind: kind}
			b.AsOf, _ = n.keyDate()
			if !n.isTable {
				n.wrongType("a table of terms and values, such as { east = 17, west = 20 }")
				continue
			}
			for _, part := range n.keys {
				if d, ok := part.decimal(); ok {
					b.Parts = append(b.Parts, report.TermValue{Term: report.Ref{ID: part.key, Pos: part.keyPos()}, Number: d})
				}
			}
			list = append(list, b)
		}
	}
	t.done()
	return list
}

// rests reads rest.area = { zh = "…", en = "…" }: why a breakdown falls short.
func rests(t *table) map[report.TermKind]report.Text {
	rests := map[report.TermKind]report.Text{}
	for _, kind := range report.TermKinds {
		if text := t.text(string(kind)); text.Written() {
			rests[kind] = text
		}
	}
	t.done()
	return rests
}

// corrections reads corrections."2024-12-05" = { as_of = 2024-11-25, was = 165,
// kind = "correction", reason = … }, sorted by the date of correction.
func corrections(t *table) []report.Correction {
	var list []report.Correction
	for _, n := range t.keys {
		date, ok := n.keyDate()
		if !n.isTable {
			n.wrongType(`a table, such as { as_of = 2024-11-25, was = 165, kind = "correction", reason = { zh = "…", en = "…" } }`)
			continue
		}
		in := &table{node: n, texts: t.texts}
		c := report.Correction{Pos: n.keyPos(), Date: date, AsOf: in.day("as_of"), Reason: in.text("reason")}
		c.Kind, c.Bound = choice(in, "kind", report.CorrectionKinds), bound(in)
		if was := in.get("was"); was == nil {
			n.report("correction of %s does not say what the value was; add was = 165", n.key)
		} else if number, isNumber := was.decimal(); ok && isNumber {
			c.Was = number
			list = append(list, c)
		}
		in.done()
	}
	slices.SortStableFunc(list, func(a, b report.Correction) int { return a.Date.Compare(b.Date) })
	return list
}
