// Package dataset writes a site's figures for machines, as CSV and JSON: the same
// values as on the pages, in every language.
package dataset

import (
	"bytes"
	"cmp"
	"encoding/json"
	"slices"
	"strings"

	"gongshi/internal/locale"
	"gongshi/internal/report"
)

// Address returns the whole address of a page of the site in a language.
type Address func(l *locale.Language, path string) string

// What is said of a value where an editor said nothing, or that there is none.
const (
	exact   = "exact"
	final   = "final"
	missing = "missing"
)

// dataStatuses lists the states that a value may have.
var dataStatuses = append(slices.Clone(report.DataStatuses), missing)

// observation is one value.
type observation struct {
	AsOf        string            `json:"as_of"`
	Value       json.Number       `json:"value,omitempty"` // of a ratio: in percent, as the pages print it; none when it is missing
	Bound       string            `json:"bound"`           // exact, at-least, at-most, about
	Status      string            `json:"status"`          // final, provisional, revised, missing
	Numerator   json.Number       `json:"numerator,omitempty"`
	Denominator json.Number       `json:"denominator,omitempty"`
	Unit        map[string]string `json:"unit"`           // by language
	Text        map[string]string `json:"text,omitempty"` // by language, as the pages print it; none when it is missing
	Source      string            `json:"source"`
}

// observe returns a value with its text.
func observe(s *report.Site, m *report.Metric, o report.Observation) observation {
	out := valueOf(s, m, o)
	if o.Value.Missing {
		return out
	}
	out.Text = map[string]string{}
	for _, l := range s.Languages {
		out.Text[l.Code] = m.Print(l, o.Value).Text
	}
	return out
}

// valueOf returns a value without its text, which takes longer than all the rest.
func valueOf(s *report.Site, m *report.Metric, o report.Observation) observation {
	out := observation{
		AsOf: o.AsOf.String(), Source: o.Source.ID, Unit: map[string]string{},
		Bound:  cmp.Or(string(o.Value.Bound), exact),
		Status: cmp.Or(string(o.Status), final),
	}
	for _, l := range s.Languages {
		if out.Unit[l.Code] = "%"; m.Kind != report.Ratio {
			out.Unit[l.Code] = m.Unit.For(l, o.Value.Number)
		}
	}
	switch {
	case o.Value.Missing:
		out.Status = missing
	case m.Kind == report.Ratio:
		share := o.Value.Share
		out.Value = json.Number(share.Percent(o.Value.Digits).String())
		out.Numerator, out.Denominator = json.Number(share.Part.String()), json.Number(share.Whole.String())
	default:
		out.Value = json.Number(o.Value.Number.String())
	}
	return out
}

// CSV writes metrics in the long form, a line for every value.
func CSV(s *report.Site, metrics []*report.Metric) ([]byte, error) { return Metrics(s, metrics).CSV() }

// Metrics is the table of the values of some metrics, a line for each. It ends with
// what was corrected in the value, and why.
func Metrics(s *report.Site, metrics []*report.Metric) Table {
	type thing struct {
		*report.Metric
		observation
		source    *report.Source
		corrected map[string]string
	}
	var all []thing
	for _, m := range metrics {
		for _, o := range s.Series(m) {
			source, ok := s.Sources.Get(o.Source.ID)
			if !ok {
				source = &report.Source{}
			}
			all = append(all, thing{m, valueOf(s, m, o), source, corrected(s, m, o)})
		}
	}
	list := func(name string) []field[thing] {
		return one(name, Text, func(t thing) string { return t.corrected[name] })
	}
	return tableOf("metrics", []string{"metric", "as_of"}, all,
		required(one("metric", Text, func(t thing) string { return t.ID })),
		required(among(report.Kinds, one("kind", Text, func(t thing) string { return string(t.Kind) }))),
		required(one("as_of", Date, func(t thing) string { return t.AsOf })),
		one("value", Number, func(t thing) string { return t.Value.String() }),
		required(among(locale.Bounds, one("bound", Text, func(t thing) string { return t.Bound }))),
		required(among(dataStatuses, one("status", Text, func(t thing) string { return t.Status }))),
		one("numerator", Number, func(t thing) string { return t.Numerator.String() }),
		one("denominator", Number, func(t thing) string { return t.Denominator.String() }),
		one("currency", Text, func(t thing) string { return t.Currency.ID }),
		each(s, "unit", Text, func(l *locale.Language, t thing) string { return t.observation.Unit[l.Code] }),
		required(texts(s, "name", func(t thing) report.Text { return t.Name })),
		required(texts(s, "definition", func(t thing) report.Text { return t.Definition })),
		within("sources", "id", one("source", Text, func(t thing) string { return t.source.ID })),
		texts(s, "source", func(t thing) report.Text { return t.source.Title }),
		one("source_date", Date, func(t thing) string { return t.source.Date.String() }),
		list("corrected"), list("was"), list("was_bound"), list("change"),
		each(s, "reason", Text, func(l *locale.Language, t thing) string { return t.corrected["reason_"+l.Code] }),
	)
}

// corrected tells of the corrections of a value, by column: when it was corrected,
// what it was, with its bound, what kind of change that was, and why it was made, in
// each language. Where there were several, each text lists them, oldest first.
func corrected(s *report.Site, m *report.Metric, o report.Observation) map[string]string {
	lists := map[string][]string{}
	for _, c := range m.Corrections {
		if c.Subject() != (report.Subject{AsOf: o.AsOf}) {
			continue // of a target, or of a part: the table of corrections has these
		}
		d := correct(c)
		told := map[string]string{"corrected": d.Date, "was": d.Was.String(), "was_bound": d.Bound, "change": string(d.Kind)}
		for _, l := range s.Languages {
			told["reason_"+l.Code] = c.Reason.String(l)
		}
		for column, text := range told {
			lists[column] = append(lists[column], text)
		}
	}
	cells := map[string]string{}
	for column, list := range lists {
		cells[column] = strings.Join(list, "; ")
	}
	return cells
}

// metric and source are what the JSON files hold.
type metric struct {
	ID         string            `json:"id"`
	Kind       report.Kind       `json:"kind"`
	Name       map[string]string `json:"name"`
	Definition map[string]string `json:"definition"`
	Currency   string            `json:"currency,omitempty"` // of an amount: ISO 4217
	Of         []string          `json:"of,omitempty"`       // of a ratio: the ids of numerator and denominator
	Page       map[string]string `json:"page"`
	Values     []observation     `json:"values"`
	Targets    []target          `json:"targets,omitempty"`
	By         []breakdown       `json:"by,omitempty"`
	Corrected  []correction      `json:"corrections,omitempty"`
}

type target struct {
	By            string      `json:"by"`
	Value         json.Number `json:"value"`
	LowerIsBetter bool        `json:"lower_is_better,omitempty"`
}

type breakdown struct {
	Kind   report.TermKind        `json:"kind"` // area, level, …
	AsOf   string                 `json:"as_of"`
	Values map[string]json.Number `json:"values"` // by the term's id
}

// correction is a change of a value or, if it says so, of a target or of a part
// of a breakdown.
type correction struct {
	Date   string                `json:"date"`
	AsOf   string                `json:"as_of"` // of a target: by when it is to be reached
	Target bool                  `json:"target,omitempty"`
	By     report.TermKind       `json:"by,omitempty"`
	Term   string                `json:"term,omitempty"`
	Was    json.Number           `json:"was"`
	Bound  string                `json:"bound"` // of what it was
	Kind   report.CorrectionKind `json:"kind"`
	Reason map[string]string     `json:"reason"`
}

func correct(c report.Correction) correction {
	return correction{
		Date: c.Date.String(), AsOf: c.AsOf.String(), Target: c.Target, By: c.By, Term: c.Term.ID,
		Was: json.Number(c.Was.String()), Bound: cmp.Or(string(c.Bound), exact), Kind: c.Kind, Reason: c.Reason.In,
	}
}

type source struct {
	ID        string            `json:"id"`
	Publisher map[string]string `json:"publisher"`
	Title     map[string]string `json:"title"`
	Date      string            `json:"date"`
	URL       string            `json:"url,omitempty"`
	Licence   map[string]string `json:"licence,omitempty"`
}

// JSON writes metrics with all their values, and the sources of these.
func JSON(s *report.Site, metrics []*report.Metric, address Address) ([]byte, error) {
	var out struct {
		Metrics []metric `json:"metrics"`
		Sources []source `json:"sources"`
	}
	out.Metrics = []metric{} // [] in JSON, never null
	used := map[string]bool{}
	for _, m := range metrics {
		d := describe(s, m, address)
		for _, o := range d.Values {
			used[o.Source] = true
		}
		out.Metrics = append(out.Metrics, d)
	}
	out.Sources = cited(s, used)
	return writeJSON(out)
}

// cited lists those sources whose ids are in a set.
func cited(s *report.Site, used map[string]bool) []source {
	list := []source{}
	for src := range s.Sources.All() {
		if used[src.ID] {
			list = append(list, source{src.ID, src.Publisher.In, src.Title.In, src.Date.String(), src.URL, src.Licence.In})
		}
	}
	return list
}

func writeJSON(v any) ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetIndent("", "  ")
	err := enc.Encode(v)
	return b.Bytes(), err
}

func describe(s *report.Site, m *report.Metric, address Address) metric {
	d := metric{ID: m.ID, Kind: m.Kind, Name: m.Name.In, Definition: m.Definition.In, Currency: m.Currency.ID, Page: map[string]string{}, Values: []observation{}}
	for _, l := range s.Languages {
		d.Page[l.Code] = address(l, m.Path())
	}
	for _, ref := range m.Of {
		d.Of = append(d.Of, ref.ID)
	}
	for _, o := range s.Series(m) {
		d.Values = append(d.Values, observe(s, m, o))
	}
	for _, t := range m.Targets {
		d.Targets = append(d.Targets, target{t.By.String(), json.Number(t.Number.String()), m.LowerIsBetter})
	}
	for _, b := range m.By {
		out := breakdown{Kind: b.Kind, AsOf: b.AsOf.String(), Values: map[string]json.Number{}}
		for _, p := range b.Parts {
			out.Values[p.Term.ID] = json.Number(p.Number.String())
		}
		d.By = append(d.By, out)
	}
	for _, c := range m.Corrections {
		d.Corrected = append(d.Corrected, correct(c))
	}
	return d
}
