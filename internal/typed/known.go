package typed

import (
	"fmt"
	"slices"
	"strings"

	"gongshi/internal/diag"
	"gongshi/internal/locale"
	"gongshi/internal/numeral"
	"gongshi/internal/report"
)

// knownFigure is a number of the report that prose should not state by itself: a
// value of a metric, one of its parts, a target.
type knownFigure struct {
	subject *subject
	number  locale.Decimal // of a rate: in percent, to the digits that it shows
	scaled  bool           // number is in the unit without its scale: 12340000元 for 1234万元
	term    string         // of a part: the name of what it belongs to; else ""
	target  bool           // it is to be reached
	what    string         // in a message: the value of "street-lights"
	write   string         // what to write instead: "{{street-lights}}"
	pos     diag.Pos
}

// figures are known figures by value.
type figures map[string][]knownFigure

// valueKey is the same for numbers of the same value: 3.20 and 3.2.
func valueKey(d locale.Decimal) string {
	key := d.String()
	if strings.Contains(key, ".") {
		key = strings.TrimRight(strings.TrimRight(key, "0"), ".")
	}
	return key
}

// add notes a figure, as it is typed in its unit and, if that has a scale, without.
func (f figures) add(k knownFigure) {
	key := valueKey(k.number)
	f[key] = append(f[key], k)
	places := k.subject.places()
	if number, ok := numeral.Times10(k.number, places); ok && places > 0 {
		k.number, k.scaled = number, true
		f[valueKey(number)] = append(f[valueKey(number)], k)
	}
}

// lexicon is what a site speaks of in one language, to look up what a sentence
// says.
type lexicon struct {
	site     *report.Site
	lang     *locale.Language
	subjects map[string]*subject // by metric id
	known    figures
	names    nameIndex
	parts    []string // folded names of terms that a number may be of, instead of the whole
}

func newLexicon(s *report.Site, lang *locale.Language) *lexicon {
	x := &lexicon{site: s, lang: lang, subjects: map[string]*subject{}, known: figures{}, names: newNameIndex()}
	for m := range s.Metrics.All() {
		if s.Faulty(m) {
			continue // what its newest value is, nobody knows
		}
		sub := newSubject(s, lang, m)
		x.subjects[m.ID] = sub
		x.names.add(sub)
		x.addValues(sub)
		x.addParts(sub)
		for _, t := range m.Targets {
			x.known.add(knownFigure{subject: sub, number: t.Number, target: true, pos: t.Pos,
				what: fmt.Sprintf("the target of %q by %s", m.ID, t.By), write: fmt.Sprintf("{{%s target %s}}", m.ID, t.By)})
		}
	}
	for _, kind := range []report.TermKind{report.Level, report.Category, report.Area} {
		for t := range s.Vocabulary[kind].All() {
			if name := t.Name.String(lang); name != "" && (kind != report.Area || t.Parent.Set()) {
				x.parts = append(x.parts, fold(name))
			}
		}
	}
	return x
}

// addValues notes a metric's values, the newest first: where several dates have
// the same, that is what a page should name.
func (x *lexicon) addValues(sub *subject) {
	m := sub.metric
	for i, o := range slices.Backward(sub.series) {
		if o.Value.Missing {
			continue
		}
		k := knownFigure{subject: sub, number: o.Value.Number, pos: o.Pos, what: fmt.Sprintf("the value of %q", m.ID), write: "{{" + m.ID + "}}"}
		if m.Kind == report.Ratio {
			k.number = o.Value.Share.Percent(o.Value.Digits)
		}
		if i < len(sub.series)-1 {
			k.write = fmt.Sprintf("{{%s %s}}", m.ID, o.AsOf)
		}
		x.known.add(k)
	}
}

// addParts notes the values of a metric by the terms of a vocabulary.
func (x *lexicon) addParts(sub *subject) {
	m := sub.metric
	newest := map[report.TermKind]locale.Date{}
	for _, b := range m.By {
		if b.AsOf.Compare(newest[b.Kind]) > 0 {
			newest[b.Kind] = b.AsOf
		}
	}
	for _, b := range m.By {
		for _, part := range b.Parts {
			t, ok := x.site.Vocabulary[b.Kind].Get(part.Term.ID)
			if !ok {
				continue // reported
			}
			k := knownFigure{subject: sub, number: part.Number, term: fold(t.Name.String(x.lang)), pos: b.Pos,
				what: fmt.Sprintf("the value of %q for the %s %q", m.ID, b.Kind, t.ID), write: fmt.Sprintf("{{%s %s %s}}", m.ID, b.Kind, t.ID)}
			if b.AsOf != newest[b.Kind] {
				k.write = fmt.Sprintf("{{%s %s %s %s}}", m.ID, b.Kind, t.ID, b.AsOf)
			}
			x.known.add(k)
		}
	}
}

// own returns the figures of a project, which its page should name.
func (x *lexicon) own(p *report.Project) figures {
	list := figures{}
	for _, c := range p.Contributions() {
		if sub, ok := x.subjects[c.Metric.ID]; ok {
			list.add(knownFigure{subject: sub, number: c.Number, pos: c.Metric.Pos,
				what: fmt.Sprintf("the value of %q", c.Metric.ID), write: "{{this." + c.Metric.ID + "}}"})
		}
	}
	for _, d := range p.Deliver {
		if sub, ok := x.subjects[d.Metric.ID]; ok {
			list.add(knownFigure{subject: sub, number: d.Target, target: true, pos: d.Metric.Pos,
				what: fmt.Sprintf("what this project promised of %q", d.Metric.ID), write: "{{this." + d.Metric.ID + " target}}"})
		}
	}
	return list
}
