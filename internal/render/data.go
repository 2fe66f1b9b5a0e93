package render

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"slices"
	"strings"

	"gongshi/internal/report"
)

// planData lists the data files: all metrics together, and each by itself.
func (r *Renderer) planData() {
	all := slices.Collect(r.site.Metrics.All())
	r.planDataFiles(report.DataFiles(), all)
	for _, m := range all {
		r.planDataFiles(m.DataFiles(), []*report.Metric{m})
	}
}

func (r *Renderer) planDataFiles(files []string, metrics []*report.Metric) {
	r.addBytes(strings.TrimPrefix(files[0], "/"), func() ([]byte, error) { return r.csv(metrics) })
	r.addBytes(strings.TrimPrefix(files[1], "/"), func() ([]byte, error) { return r.json(metrics) })
}

// observation is one value as the data files have it.
type observation struct {
	AsOf        string            `json:"as_of"`
	Value       json.Number       `json:"value"` // of a ratio: in percent, as the pages print it
	Bound       string            `json:"bound"` // exact, at-least, at-most, about
	Numerator   json.Number       `json:"numerator,omitempty"`
	Denominator json.Number       `json:"denominator,omitempty"`
	Unit        map[string]string `json:"unit"` // by language
	Text        map[string]string `json:"text"` // by language, as the pages print it
	Source      string            `json:"source"`
}

func (r *Renderer) observation(m *report.Metric, o report.Observation) observation {
	out := observation{AsOf: o.AsOf.String(), Bound: string(o.Value.Bound), Source: o.Source.ID, Unit: map[string]string{}, Text: map[string]string{}}
	if out.Bound == "" {
		out.Bound = "exact"
	}
	for _, e := range r.editions {
		f := e.figure(m, o)
		out.Unit[e.lang.Code], out.Text[e.lang.Code] = f.Unit, f.Text
	}
	if m.Kind != report.Ratio {
		out.Value = json.Number(o.Value.Number.String())
		return out
	}
	share := o.Value.Share
	out.Value = json.Number(share.Percent(m.Digits()).String())
	out.Numerator, out.Denominator = json.Number(share.Part.String()), json.Number(share.Whole.String())
	for code := range out.Unit {
		out.Unit[code] = "%"
	}
	return out
}

// csv writes metrics in the long form, a line for every value (RFC 4180).
func (r *Renderer) csv(metrics []*report.Metric) ([]byte, error) {
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	w.UseCRLF = true
	header := []string{"metric", "kind", "as_of", "value", "bound", "numerator", "denominator"}
	for _, key := range []string{"unit", "name", "definition", "source"} {
		for _, e := range r.editions {
			header = append(header, key+"_"+e.lang.Code)
		}
	}
	rows := [][]string{append(header, "source_date")}
	for _, m := range metrics {
		for _, o := range r.site.Series(m) {
			rows = append(rows, r.csvRow(m, o))
		}
	}
	if err := w.WriteAll(rows); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

func (r *Renderer) csvRow(m *report.Metric, o report.Observation) []string {
	d := r.observation(m, o)
	row := []string{m.ID, string(m.Kind), d.AsOf, d.Value.String(), d.Bound, d.Numerator.String(), d.Denominator.String()}
	texts := func(text func(*edition) string) {
		for _, e := range r.editions {
			row = append(row, harmless(text(e)))
		}
	}
	texts(func(e *edition) string { return d.Unit[e.lang.Code] })
	texts(func(e *edition) string { return m.Name.String(e.lang) })
	texts(func(e *edition) string { return m.Definition.String(e.lang) })
	texts(func(e *edition) string { return e.source(o.Source).Text })
	date := ""
	if s, ok := r.site.Sources.Get(o.Source.ID); ok {
		date = s.Date.String()
	}
	return append(row, date)
}

// harmless keeps a spreadsheet from taking a text for a formula (OWASP, CSV
// injection): such a text gets an apostrophe before it.
func harmless(s string) string {
	if s != "" && strings.ContainsRune("=+-@\t\r", rune(s[0])) {
		return "'" + s
	}
	return s
}

// metricData is a metric as the data files have it.
type metricData struct {
	ID         string            `json:"id"`
	Kind       report.Kind       `json:"kind"`
	Name       map[string]string `json:"name"`
	Definition map[string]string `json:"definition"`
	Of         []string          `json:"of,omitempty"` // of a ratio: the ids of numerator and denominator
	Page       map[string]string `json:"page"`
	Values     []observation     `json:"values"`
}

// sourceData is a source as the data files have it.
type sourceData struct {
	ID        string            `json:"id"`
	Publisher map[string]string `json:"publisher"`
	Title     map[string]string `json:"title"`
	Date      string            `json:"date"`
	URL       string            `json:"url,omitempty"`
	Licence   map[string]string `json:"licence,omitempty"`
}

func (r *Renderer) json(metrics []*report.Metric) ([]byte, error) {
	var out struct {
		Metrics []metricData `json:"metrics"`
		Sources []sourceData `json:"sources"`
	}
	used := map[string]bool{}
	for _, m := range metrics {
		d := metricData{ID: m.ID, Kind: m.Kind, Name: m.Name.In, Definition: m.Definition.In, Page: map[string]string{}}
		for _, ref := range m.Of {
			d.Of = append(d.Of, ref.ID)
		}
		for _, e := range r.editions {
			d.Page[e.lang.Code] = e.absolute(m.Path())
		}
		for _, o := range r.site.Series(m) {
			d.Values = append(d.Values, r.observation(m, o))
			used[o.Source.ID] = true
		}
		out.Metrics = append(out.Metrics, d)
	}
	for s := range r.site.Sources.All() {
		if used[s.ID] {
			out.Sources = append(out.Sources, sourceData{s.ID, s.Publisher.In, s.Title.In, s.Date.String(), s.URL, s.Licence.In})
		}
	}
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetIndent("", "  ")
	err := enc.Encode(out)
	return b.Bytes(), err
}
