package load

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"slices"

	"gongshi/internal/diag"
	"gongshi/internal/locale"
	"gongshi/internal/report"
)

// publishedMetric is what of data/metrics.json can be compared with a metric;
// package dataset writes it.
type publishedMetric struct {
	ID       string
	Kind     report.Kind
	Currency string
	Of       []string
	Values   []publishedNumber
	Targets  []struct {
		By    string
		Value json.Number
	}
	By []struct {
		Kind   report.TermKind
		AsOf   string `json:"as_of"`
		Values map[string]json.Number
	}
	Corrections []struct {
		Date, Term string
		AsOf       string `json:"as_of"`
		Was        json.Number
		Bound      string
		By         report.TermKind
		Target     bool
	}
}

type publishedNumber struct {
	AsOf                   string `json:"as_of"`
	Value                  json.Number
	Bound                  string
	Numerator, Denominator json.Number
}

// published reads the data file of the site as it was last published, if a copy
// of it lies beside config.toml.
func (l *loader) published() {
	if _, err := fs.Stat(l.fsys, report.PublishedFile); errors.Is(err, fs.ErrNotExist) {
		return
	}
	source, ok := l.read(report.PublishedFile)
	if !ok {
		return
	}
	pos := diag.Pos{File: report.PublishedFile}
	var data struct{ Metrics []publishedMetric }
	if err := json.Unmarshal(source, &data); err != nil || data.Metrics == nil {
		l.problems.Add(diag.At(pos, "not a data file of this program").WithHint("copy data/metrics.json of the published site to this place, or delete it"))
		return
	}
	for _, m := range data.Metrics {
		p, err := m.read()
		if err != nil {
			l.problems.Add(diag.At(pos, "metric %q: %v", m.ID, err).WithHint("copy data/metrics.json of the published site to this place again; it is not to be edited"))
			continue
		}
		l.site.Published = append(l.site.Published, p)
	}
}

// reader reads dates and numbers, and keeps the first fault.
type reader struct{ err error }

func (r *reader) date(s string) locale.Date {
	d, err := locale.ParseDate(s)
	r.keep(err)
	return d
}

func (r *reader) number(n json.Number) locale.Decimal {
	d, err := locale.ParseDecimal(n.String())
	r.keep(err)
	return d
}

func (r *reader) keep(err error) {
	if r.err == nil {
		r.err = err
	}
}

// read returns what can be read of a published metric, and the first fault.
func (m publishedMetric) read() (report.Published, error) {
	r := &reader{}
	p := report.Published{Metric: m.ID, Kind: m.Kind, Currency: m.Currency, Of: m.Of}
	if m.ID == "" {
		r.keep(fmt.Errorf("it has no id"))
	}
	add := func(of report.Subject, n json.Number) {
		p.Numbers = append(p.Numbers, report.PublishedNumber{Subject: of, Number: r.number(n)})
	}
	for _, v := range m.Values {
		if v.Value == "" {
			continue // a missing value may come in later
		}
		add(report.Subject{AsOf: r.date(v.AsOf)}, v.Value)
		last := &p.Numbers[len(p.Numbers)-1]
		last.Bound = boundNamed(v.Bound)
		if m.Kind == report.Ratio {
			last.Share = locale.Share{Part: r.number(v.Numerator), Whole: r.number(v.Denominator)}
		}
	}
	for _, b := range m.By {
		for _, term := range slices.Sorted(maps.Keys(b.Values)) {
			add(report.Subject{AsOf: r.date(b.AsOf), By: b.Kind, Term: term}, b.Values[term])
		}
	}
	for _, t := range m.Targets {
		add(report.Subject{AsOf: r.date(t.By), Target: true}, t.Value)
	}
	for _, c := range m.Corrections {
		p.Corrections = append(p.Corrections, report.Correction{
			Date: r.date(c.Date), AsOf: report.Day{Date: r.date(c.AsOf)}, Target: c.Target,
			By: c.By, Term: report.Ref{ID: c.Term}, Was: r.number(c.Was), Bound: boundNamed(c.Bound),
		})
	}
	return p, r.err
}

// boundNamed returns the bound that an author, or a data file, writes as a word.
func boundNamed(word string) locale.Bound {
	if word == "exact" {
		return locale.Exact
	}
	return locale.Bound(word)
}
