package linked

import (
	"path"
	"strings"

	"gongshi/internal/hosting"
	"gongshi/internal/locale"
	"gongshi/internal/report"
	"gongshi/internal/route"
)

// dataset is the values of a metric, or of all metrics. Google asks for a description
// of 50 to 5,000 characters (Search Central, Dataset).
type dataset struct {
	thing
	Description      string     `json:"description"`
	InLanguage       string     `json:"inLanguage"`
	DateModified     string     `json:"dateModified,omitempty"`
	TemporalCoverage string     `json:"temporalCoverage,omitempty"` // ISO 8601: a date, or the first and the last with a slash
	Licence          *work      `json:"license,omitempty"`
	Creator          *ref       `json:"creator,omitempty"`
	IsBasedOn        *work      `json:"isBasedOn,omitempty"` // of one metric: its newest source
	Distribution     []download `json:"distribution"`
}

type download struct {
	Type           string `json:"@type"`
	ContentURL     string `json:"contentUrl"`
	EncodingFormat string `json:"encodingFormat"`
}

// dataset describes the data that a page shows, nil when it shows none: of a metric on
// its page, of all metrics on the home page, the list of them and the page about the data.
func (d *Data) dataset(p Page) *dataset {
	id := strings.TrimSuffix(strings.TrimPrefix(p.Address, report.MetricsPath), "/")
	switch m, ok := d.Site.Metrics.Get(id); {
	case ok && m.Path() == p.Address:
		return d.metric(m)
	case p.Address == report.HomePath || p.Address == report.MetricsPath || p.Address == report.DataPath:
		return d.metrics()
	}
	return nil
}

// metrics describes the data of all metrics, nil when there are none.
func (d *Data) metrics() *dataset {
	if d.Site.Metrics.Len() == 0 {
		return nil
	}
	var names []string
	var all span
	for m := range d.Site.Metrics.All() {
		names = append(names, m.Name.String(d.Lang))
		all.add(d.Site, m)
	}
	title := d.Site.Title.String(d.Lang)
	return d.set(report.MetricsPath, d.Say("dataset-title", title), d.Say("dataset-all", title, d.Lang.Join(names)), all,
		[]string{route.Table("metrics"), route.MetricsJSON, route.Workbook})
}

// metric describes the data of one metric.
func (d *Data) metric(m *report.Metric) *dataset {
	latest, _ := d.Site.Latest(m) // check saw to it
	f := d.Figure(m, latest)
	var values span
	values.add(d.Site, m)
	about := d.Say("dataset-metric", f.Name, m.Definition.String(d.Lang), d.Say("as-of", f.AsOf.Text), f.Text, d.Site.Title.String(d.Lang))
	set := d.set(m.Path(), f.Name, about, values, m.DataFiles())
	set.IsBasedOn = d.source(latest.Source)
	if s, ok := d.Site.Sources.Get(latest.Source.ID); ok && s.Licence.Written() {
		set.Licence = &work{thing: thing{Type: "CreativeWork", Name: s.Licence.String(d.Lang)}} // which goes before the site's
	}
	return set
}

func (d *Data) set(address, name, about string, values span, files []string) *dataset {
	url := d.Absolute(address)
	set := &dataset{
		thing: thing{"Dataset", url + "#dataset", name, url}, Description: about, InLanguage: d.Lang.Tag,
		DateModified: values.modified.String(), TemporalCoverage: values.String(), Creator: d.publisherID(),
	}
	if licence := d.Site.Licence; licence.Stated() {
		set.Licence = &work{thing: thing{Type: "CreativeWork", Name: licence.Name.String(d.Lang), URL: licence.URL}}
	}
	for _, file := range files {
		set.Distribution = append(set.Distribution, download{"DataDownload", d.whole(d.Shared(file)), hosting.MediaType(path.Ext(file))})
	}
	return set
}

// span is the dates of values, from the first to the last, and when one of them was
// published or corrected last.
type span struct{ first, last, modified locale.Date }

func (s *span) add(site *report.Site, m *report.Metric) {
	for _, o := range site.Series(m) {
		if o.Value.Missing {
			continue
		}
		if s.first.IsZero() || o.AsOf.Compare(s.first) < 0 {
			s.first = o.AsOf
		}
		s.last, s.modified = later(s.last, o.AsOf), later(s.modified, site.Told(o))
	}
	for _, c := range m.Corrections {
		s.modified = later(s.modified, c.Date)
	}
}

func later(a, b locale.Date) locale.Date {
	if b.Compare(a) > 0 {
		return b
	}
	return a
}

// String prints the dates as ISO 8601 does. Of no values it prints "".
func (s span) String() string {
	if s.first == s.last {
		return s.last.String()
	}
	return s.first.String() + "/" + s.last.String()
}
