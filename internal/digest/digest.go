// Package digest fills the printable report: the whole programme on one page. It
// knows nothing of the other pages.
package digest

import (
	"cmp"
	"slices"

	"gongshi/internal/caption"
	"gongshi/internal/compose"
	"gongshi/internal/present"
	"gongshi/internal/report"
	"gongshi/internal/tabulate"
	"gongshi/internal/view"
)

// MostProjects is the number of projects up to which each is described. Beyond it
// the report would be hundreds of pages long, and each has but a line.
const MostProjects = 500

// Fill fills all that the report says of the programme; the base and the headline
// are the caller's.
func Fill(c *compose.Composer, v *view.ReportPage) error {
	s := c.Site
	v.Kicker = cmp.Or(s.Home.Kicker.String(c.Lang), s.Title.String(c.Lang))
	if now := s.AsOf(); !now.IsZero() {
		day := c.Day(now)
		v.AsOf = &day
	}
	v.Levels = levels(c.Presenter)
	v.Counted = c.Counted("counted-from", s.Projects.Len())
	v.Total = c.Counted("projects-listed", s.Projects.Len())
	v.Sources = sources(c.Presenter)
	v.Metrics, v.Note = metrics(c.Presenter)
	v.Corrections = c.AllCorrections()
	if err := method(c, v); err != nil {
		return err
	}
	for p := range s.Projects.All() {
		if err := add(c, v, p); err != nil {
			return err
		}
	}
	v.Contents = contents(c.Presenter, v)
	return nil
}

// add adds a project: in full or in a line, and once more when it is not completed.
func add(c *compose.Composer, v *view.ReportPage, p *report.Project) error {
	text, err := c.Card(p.Page)
	if err != nil {
		return err
	}
	full := c.Site.Projects.Len() <= MostProjects
	status, late, own := c.ProjectStatus(p), c.Delay(p), c.URL(p.Page.Path)
	if report.Status(p.Status.ID) != report.Completed {
		open := view.ReportOpen{Title: text.Heading, URL: own, Status: status, Late: late, Reason: p.Schedule.Reason.String(c.Lang)}
		if full {
			open.URL = "#" + id(p)
		}
		v.Open = append(v.Open, open)
	}
	if !full {
		v.Rows = append(v.Rows, view.ReportRow{Title: text.Heading, URL: own, Status: status, Place: c.Place(p.Area), Late: late})
		return nil
	}
	v.Projects = append(v.Projects, view.ReportProject{
		ID: id(p), Title: text.Heading, URL: own, Summary: text.Lead, Status: status,
		Facts: c.ProjectFacts(p), Results: c.Results(p), Schedule: c.Schedule(p),
	})
	return nil
}

// id is where a project stands in the report.
func id(p *report.Project) string { return "project-" + p.Slug }

// metrics lists the newest values, and what they have in common.
func metrics(pr *present.Presenter) ([]view.MetricRow, *view.Provenance) {
	var rows []view.MetricRow
	var figures []view.Figure
	for m := range pr.Site.Metrics.All() {
		f := pr.Latest(m)
		figures = append(figures, f)
		rows = append(rows, view.MetricRow{Figure: f, Definition: m.Definition.String(pr.Lang)})
	}
	return rows, present.Common(figures)
}

// levels counts the projects described here by level and status.
func levels(pr *present.Presenter) *view.CrossTable {
	says := func(p *report.Project) bool { return p.Level.Set() }
	if !pr.Many() || !slices.ContainsFunc(slices.Collect(pr.Site.Projects.All()), says) {
		return nil
	}
	counted := tabulate.Projects(pr.Site, report.Dimension(report.Level), report.Dimension(report.StatusTerm))
	t := &view.CrossTable{}
	for _, h := range counted.Columns {
		t.Columns = append(t.Columns, caption.Head(pr, h))
	}
	t.Columns = append(t.Columns, pr.Say("total"))
	for i, h := range counted.Rows {
		row := view.CrossRow{Head: caption.Head(pr, h)}
		for _, cell := range append(slices.Clip(counted.Cells[i]), counted.RowTotals[i]) {
			n := cell.Value.Number
			row.Cells = append(row.Cells, view.CountCell{Number: pr.Lang.Number(n), Machine: n.String()})
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

func sources(pr *present.Presenter) []view.ReportSource {
	var list []view.ReportSource
	for s := range pr.Site.Sources.All() {
		list = append(list, view.ReportSource{
			Link: view.Link{Text: s.Title.String(pr.Lang), URL: s.URL}, Publisher: s.Publisher.String(pr.Lang),
			Date: pr.Day(s.Date.Date), Licence: s.Licence.String(pr.Lang),
		})
	}
	return list
}

// method says in short how we count, and where it is said at length.
func method(c *compose.Composer, v *view.ReportPage) (err error) {
	v.MethodURL = c.URL(report.MethodPath)
	if p, ok := c.Site.Pages.Get(report.MethodPath); ok {
		v.Method, err = c.Line(p, p.In[c.Lang.Code].Summary)
	}
	return err
}

// contents leads to the sections that the report has.
func contents(pr *present.Presenter, v *view.ReportPage) []view.Link {
	var links []view.Link
	for _, section := range []struct {
		id, word string
		has      bool
	}{
		{"#levels", "by-level", v.Levels != nil},
		{"#figures", "metrics", len(v.Metrics) > 0},
		{"#open", "not-completed", len(v.Open) > 0},
		{"#projects", "report-projects", pr.Site.Projects.Len() > 0},
		{"#method", "how-we-count", true},
		{"#corrections", "corrections", true},
		{"#sources", "report-sources", len(v.Sources) > 0},
	} {
		if section.has {
			links = append(links, view.Link{Text: pr.Say(section.word), URL: section.id})
		}
	}
	return links
}
