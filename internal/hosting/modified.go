package hosting

import (
	"slices"
	"strings"

	"gongshi/internal/locale"
	"gongshi/internal/report"
)

// Modified returns the newest date that the content of a page knows, the zero date
// when it knows none: of a metric, the date and the source of its newest value, and
// its last correction; of a project, its source, its completion and its results; of an
// update, its day; of a list, and of all data, the newest of what it lists; of a text,
// when it was published, if its author says so. Of other prose nobody can say when it changed: a
// clock, or the date of a file, would tell when it was copied.
func Modified(s *report.Site, address string, l *locale.Language) locale.Date {
	var d newest
	if p, ok := s.Pages.Get(address); ok {
		d.published(p.In[l.Code])
	}
	d.updates(s, address)
	section, id, _ := strings.Cut(strings.Trim(address, "/"), "/")
	if m, ok := s.Metrics.Get(id); ok && section == "metrics" {
		d.metric(s, m)
	}
	if c, ok := s.Charts.Get(id); ok && section == "charts" {
		d.chart(s, c)
	}
	if p, ok := s.Pages.Get(address); ok && p.Project != nil {
		d.project(s, p.Project)
	}
	d.sorted(s, address)
	switch address {
	case report.HomePath, report.StatusPath, report.MethodPath, report.DataPath, report.ReportPath:
		d.metrics(s)
		d.projects(s)
	case report.MetricsPath:
		d.metrics(s)
	case report.ProjectsPath:
		d.projects(s)
	case report.ChartsPath:
		for c := range s.Charts.All() {
			d.chart(s, c)
		}
	case report.CorrectionsPath:
		for m := range s.Metrics.All() {
			d.corrections(m)
		}
	}
	return d.Date
}

// newest is the newest of the dates that it has seen.
type newest struct{ locale.Date }

func (d *newest) see(date locale.Date) {
	if date.Compare(d.Date) > 0 {
		d.Date = date
	}
}

// published sees the day on which a text was published, if its author gives one.
func (d *newest) published(w *report.Writing) {
	if w == nil {
		return
	}
	day, _, _ := strings.Cut(w.Published.ID, " ")
	if date, err := locale.ParseDate(day); err == nil {
		d.see(date)
	}
}

// updates sees the day of an update on its page, and of all of them where they are
// listed.
func (d *newest) updates(s *report.Site, address string) {
	for u := range s.Updates.All() {
		if address == u.Page.Path || address == report.UpdatesPath || address == report.HomePath {
			d.see(u.Date)
		}
	}
}

// sorted sees the projects of a group or, where all groups are listed, all.
func (d *newest) sorted(s *report.Site, address string) {
	if slices.Contains(s.Sorted.Sections, address) {
		d.projects(s)
	}
	if page, ok := s.Sorted.Pages.Get(address); ok {
		for _, p := range page.Projects {
			d.project(s, p)
		}
	}
}

func (d *newest) source(s *report.Site, ref report.Ref) {
	if src, ok := s.Sources.Get(ref.ID); ok {
		d.see(src.Date.Date)
	}
}

func (d *newest) metric(s *report.Site, m *report.Metric) {
	if latest, ok := s.Latest(m); ok {
		d.see(s.Told(latest))
	}
	d.corrections(m)
}

func (d *newest) corrections(m *report.Metric) {
	for _, c := range m.Corrections {
		d.see(c.Date)
	}
}

func (d *newest) project(s *report.Site, p *report.Project) {
	d.source(s, p.Source)
	d.see(p.Completed.Date)
	for _, c := range p.Contributions() {
		d.see(c.AsOf)
		d.source(s, c.Source)
	}
}

func (d *newest) metrics(s *report.Site) {
	for m := range s.Metrics.All() {
		d.metric(s, m)
	}
}

func (d *newest) projects(s *report.Site) {
	for p := range s.Projects.All() {
		d.project(s, p)
	}
}

// chart sees the dates of what a chart shows: metrics, or all projects, which it
// counts.
func (d *newest) chart(s *report.Site, c *report.Chart) {
	for _, ref := range c.Metrics {
		if m, ok := s.Metrics.Get(ref.ID); ok {
			d.metric(s, m)
		}
	}
	if len(c.Metrics) == 0 {
		d.projects(s)
	}
}
