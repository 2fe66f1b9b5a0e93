package feed

import (
	"slices"
	"strings"

	"gongshi/internal/locale"
	"gongshi/internal/report"
)

// release is the values of one date that one source published.
type release struct {
	source             report.Ref
	asOf               locale.Date
	published, updated locale.Date // updated: when the last of them was corrected
	metrics            []*report.Metric
	texts              []string // the values with their names
}

// values lists what was published of the metrics: one entry for all values of a date
// and a source, on the day of the source.
func (m *Maker) values() []entry {
	var list []entry
	for _, r := range m.releases() {
		address := report.MetricsPath
		if len(r.metrics) == 1 {
			address = r.metrics[0].Path()
		}
		list = append(list, entry{
			id: m.tag(r.asOf, report.MetricsPath, r.source.ID), url: m.Absolute(address), published: r.published, updated: r.updated,
			title:   m.Say("feed-values", m.Lang.Date(r.asOf), m.Source(r.source).Text),
			summary: strings.Join(r.texts, m.Say("words-gap")) + m.Say("words-end"),
		})
	}
	return list
}

// releases groups the values of all metrics, the newest date first.
func (m *Maker) releases() []*release {
	type key struct {
		source string
		asOf   locale.Date
	}
	found := map[key]*release{}
	var list []*release
	for metric := range m.Site.Metrics.All() {
		for _, o := range m.Site.Series(metric) {
			if o.Value.Missing {
				continue
			}
			k := key{o.Source.ID, o.AsOf}
			r := found[k]
			if r == nil {
				r = &release{source: o.Source, asOf: o.AsOf, published: m.Site.Told(o)}
				r.updated = r.published
				found[k], list = r, append(list, r)
			}
			m.add(r, metric, o)
		}
	}
	slices.SortStableFunc(list, func(a, b *release) int { return b.asOf.Compare(a.asOf) })
	return list
}

// add adds a value, and when it was corrected.
func (m *Maker) add(r *release, metric *report.Metric, o report.Observation) {
	f := m.Figure(metric, o)
	text := m.Say("words-item", f.Name, f.Text)
	if f.Status != "" {
		text += m.Say("mark-in-text", f.Status)
	}
	r.metrics, r.texts = append(r.metrics, metric), append(r.texts, text)
	for _, c := range metric.Corrections {
		if c.Subject() == (report.Subject{AsOf: o.AsOf}) && c.Date.Compare(r.updated) > 0 {
			r.updated = c.Date
		}
	}
}
