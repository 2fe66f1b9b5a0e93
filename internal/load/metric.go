package load

import (
	"fmt"
	"slices"
	"strings"

	"gongshi/internal/diag"
	"gongshi/internal/locale"
	"gongshi/internal/report"
	"gongshi/internal/tomlfile"
)

// metric reads one metric.
func (l *loader) metric(id string, t *table) *report.Metric {
	faults := len(l.problems)
	m := &report.Metric{
		ID: id, Pos: t.KeyPos(),
		Source:        t.ref("source"),
		Reported:      reported(t.sub("reported")),
		Targets:       targets(t.sub("target")),
		By:            breakdowns(t.sub("by")),
		Corrections:   corrections(t.sub("corrections"), l.wasPublished(id)),
		Currency:      t.ref("currency"),
		Of:            t.refs("of"),
		LowerIsBetter: t.Flag("lower_is_better"),
		NextUpdate:    t.day("next_update"),
	}
	m.Values = observations(t.sub("values"), m.Source)
	m.Broken = len(l.problems) > faults
	m.Name, m.Definition, m.Difference = t.text("name"), t.text("definition"), t.text("difference")
	m.Unit, m.Rest = l.unit(t), rests(t.sub("rest"))
	m.Kind = tomlfile.Choice(t.Table, "kind", report.Kinds)
	m.RollUp = tomlfile.Choice(t.Table, "roll_up", report.RollUps)
	return m
}

// wasPublished returns the numbers of a metric that were published.
func (l *loader) wasPublished(id string) []report.PublishedNumber {
	for _, p := range l.site.Published {
		if p.Metric == id {
			return p.Numbers
		}
	}
	return nil
}

// unit reads the word after a number: one word in a language that has one form,
// a table of plural categories in one that has more.
func (l *loader) unit(t *table) report.Unit {
	n := t.Get("unit")
	if n == nil {
		return report.Unit{}
	}
	unit := report.Unit{Pos: n.KeyPos(), In: map[string]map[locale.Plural]string{}}
	if !n.IsTable {
		n.WrongType(`a unit in each language, such as { zh = "盏", en = { one = "street light", other = "street lights" } }`)
		return report.Unit{}
	}
	for _, in := range n.Keys {
		forms := map[locale.Plural]string{}
		unit.In[in.Key] = forms
		if s, ok := in.Value.(string); ok {
			forms[locale.Other] = s
			continue
		}
		if !in.IsTable {
			in.WrongType("text, or a table { one = …, other = … }")
			continue
		}
		for _, form := range in.Keys {
			s, ok := form.Value.(string)
			if !ok {
				form.WrongType("text in double quotes")
			}
			forms[locale.Plural(form.Key)] = s
		}
	}
	return unit
}

// observations reads values."2024-11-25" = 156, or a table with a bound, sorted
// by date.
func observations(t *table, source report.Ref) []report.Observation {
	var list []report.Observation
	for _, n := range t.Keys {
		o := report.Observation{Pos: n.KeyPos(), Source: source}
		date, ok := n.KeyDate()
		if o.AsOf = date; !ok {
			continue
		}
		if n.IsTable {
			ok = observation(n, &table{Table: n.Table()}, &o)
		} else {
			o.Value.Number, ok = n.Decimal()
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
func observation(n *tomlfile.Node, t *table, o *report.Observation) (ok bool) {
	defer t.Done()
	o.Value.Bound = bound(t.Table)
	if status := tomlfile.Choice(t.Table, "status", report.DataStatuses); status != "final" {
		o.Status = status
	}
	if own := t.ref("source"); own.Set() {
		o.Source = own
	}
	o.Value.Missing = t.Flag("missing")
	value := t.Get("value")
	switch {
	case value == nil && !o.Value.Missing:
		n.Report("value of %s is missing; write { value = 300, bound = \"at-least\" }, or { missing = true } if nobody knows it", n.Key)
		return false
	case value != nil && o.Value.Missing:
		n.Report("value of %s is said to be missing, and is written all the same", n.Key)
		return false
	case value == nil:
		return true
	}
	o.Value.Number, ok = value.Decimal()
	return ok
}

func bound(t *tomlfile.Table) locale.Bound {
	return boundNamed(string(tomlfile.Choice(t, "bound", locale.Bounds)))
}

// reported reads reported."2024-11-25" = "85.7%", sorted by date.
func reported(t *table) []report.Reported {
	var list []report.Reported
	for _, n := range t.Keys {
		date, ok := n.KeyDate()
		s, isText := n.Value.(string)
		digits, percent := strings.CutSuffix(s, "%")
		d, err := locale.ParseDecimal(digits)
		if !isText || !percent || err != nil {
			n.WrongType(`a rate as its source prints it, such as "85.7%"`)
			continue
		}
		if ok {
			list = append(list, report.Reported{Pos: n.ValuePos(), AsOf: date, Percent: d})
		}
	}
	slices.SortStableFunc(list, func(a, b report.Reported) int { return a.AsOf.Compare(b.AsOf) })
	return list
}

// targets reads target."2024-12-31" = 200, sorted by date.
func targets(t *table) []report.Target {
	var list []report.Target
	for _, n := range t.Keys {
		date, ok := n.KeyDate()
		d, isNumber := n.Decimal()
		if ok && isNumber {
			list = append(list, report.Target{Pos: n.KeyPos(), By: date, Number: d})
		}
	}
	slices.SortStableFunc(list, func(a, b report.Target) int { return a.By.Compare(b.By) })
	return list
}

// breakdowns reads by.area."2024-11-25" = { east = 17, west = 20 }.
func breakdowns(t *table) []report.Breakdown {
	var list []report.Breakdown
	for _, kind := range report.TermKinds {
		for _, n := range t.sub(string(kind)).Keys {
			b := report.Breakdown{Pos: n.KeyPos(), Kind: kind}
			date, ok := n.KeyDate()
			b.AsOf = date
			if !n.IsTable {
				n.WrongType("a table of terms and values, such as { east = 17, west = 20 }")
				continue
			}
			for _, part := range n.Keys {
				if d, ok := part.Decimal(); ok {
					b.Parts = append(b.Parts, report.TermValue{Term: report.Ref{ID: part.Key, Pos: part.KeyPos()}, Number: d})
				}
			}
			if ok {
				list = append(list, b)
			}
		}
	}
	t.Done()
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
	t.Done()
	return rests
}

// corrections reads corrections."2024-12-05" = { as_of = 2024-11-25, was = 165,
// kind = "correction", reason = … }, or a list of such tables, sorted by the date
// of correction.
func corrections(t *table, published []report.PublishedNumber) []report.Correction {
	var list []report.Correction
	for _, n := range t.Keys {
		date, ok := n.KeyDate()
		items := n.Items
		if !n.IsList {
			items = []*tomlfile.Node{n}
		}
		for _, item := range items {
			if !item.IsTable {
				item.WrongType(`a table, such as { as_of = 2024-11-25, was = 165, kind = "correction", reason = { zh = "…", en = "…" } }`)
			} else if c, complete := correction(t.of(item.Table()), date, published); complete && ok {
				list = append(list, c)
			}
		}
	}
	slices.SortStableFunc(list, func(a, b report.Correction) int { return a.Date.Compare(b.Date) })
	return list
}

// correction reads one correction. It reports false when there is none to use.
func correction(t *table, date locale.Date, published []report.PublishedNumber) (c report.Correction, ok bool) {
	defer t.Done()
	c = report.Correction{Pos: t.KeyPos(), Date: date, AsOf: t.day("as_of"), Bound: bound(t.Table), Reason: t.text("reason")}
	c.Kind = tomlfile.Choice(t.Table, "kind", report.CorrectionKinds)
	target := t.day("target")
	if target.Pos != (diag.Pos{}) {
		c.AsOf, c.Target = target, true
	}
	for _, kind := range report.TermKinds {
		if term := t.ref(string(kind)); term.Set() {
			c.By, c.Term = kind, term
		}
	}
	was := t.Get("was")
	switch {
	case c.AsOf.Pos == diag.Pos{}:
		t.Report("correction of %s does not say which value was changed; add as_of = 2024-11-25, its as-of date", date)
	case was == nil:
		t.Report("correction of %s does not say what the value was; add %s", date, wasLine(c.Subject(), published))
	default:
		c.WasPos = was.ValuePos()
		c.Was, ok = was.Decimal()
		return c, ok && !c.AsOf.IsZero()
	}
	return c, false
}

// wasLine writes what a number was, as a correction says it: as it was published, if
// that is known.
func wasLine(of report.Subject, published []report.PublishedNumber) string {
	for _, n := range published {
		if n.Subject != of {
			continue
		}
		if n.Bound != locale.Exact {
			return fmt.Sprintf("was = %s, bound = %q, as it was published", n.Number, n.Bound)
		}
		return fmt.Sprintf("was = %s, as it was published", n.Number)
	}
	return "was = 165"
}
