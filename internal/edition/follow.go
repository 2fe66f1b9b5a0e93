package edition

import (
	"slices"

	"gongshi/internal/calendar"
	"gongshi/internal/present"
	"gongshi/internal/report"
	"gongshi/internal/view"
)

// corrections lists the changes of all published values, newest first.
func (e *Edition) corrections() ([]byte, error) {
	text, err := e.sectionText(report.CorrectionsPath)
	if err != nil {
		return nil, err
	}
	v := view.CorrectionsPage{
		Base:  e.baseView(e.sectionHead(report.CorrectionsPath, text)),
		Prose: text.Prose,

		Corrections: e.AllCorrections(),
	}
	return e.Templates.Page("corrections.html", v)
}

// method is the page on how we count: an editor's prose, and the comparison of
// every stated total with what the projects here add up to.
func (e *Edition) method() ([]byte, error) {
	text, err := e.sectionText(report.MethodPath)
	if err != nil {
		return nil, err
	}
	v := view.MethodPage{
		Base:  e.baseView(e.sectionHead(report.MethodPath, text)),
		Prose: text.Prose,
	}
	if w := e.Titles.Writing(report.MethodPath); w != nil {
		v.Contents = e.contents(w.Body)
	}
	for m := range e.Site.Metrics.All() {
		if m.Kind != report.Ratio {
			v.Rows = append(v.Rows, e.Reconciled(m))
		}
	}
	return e.Templates.Page("method.html", v)
}

// reportingStatus says of each figure what is known and what is not.
func (e *Edition) reportingStatus() ([]byte, error) {
	text, err := e.sectionText(report.StatusPath)
	if err != nil {
		return nil, err
	}
	v := view.StatusPage{
		Base:  e.baseView(e.sectionHead(report.StatusPath, text)),
		Prose: text.Prose,
	}
	for m := range e.Site.Metrics.All() {
		row := view.StatusRow{Figure: e.Latest(m)}
		var kinds []string
		for _, b := range m.By {
			if kind := e.Say(string(b.Kind)); !slices.Contains(kinds, kind) {
				kinds = append(kinds, kind)
			}
		}
		row.Broken = e.Lang.Join(kinds)
		if n := len(e.Site.Tally(m).Projects); n > 0 {
			row.Project = e.Counted("projects-contribute", n)
		}
		row.Next, row.Stale = e.NextUpdate(m)
		v.Rows = append(v.Rows, row)
	}
	v.Note = commonToRows(v.Rows)
	if len(calendar.Awaited(e.Site)) > 0 {
		v.Calendar = e.URL(calendar.Path)
	}
	v.Outdated, v.Recorded = e.outdated(), e.allRecorded()
	return e.Templates.Page("status.html", v)
}

// commonToRows returns the date and source that all rows share, else nil.
func commonToRows(rows []view.StatusRow) *view.Provenance {
	figures := make([]view.Figure, len(rows))
	for i, row := range rows {
		figures[i] = row.Figure
	}
	return present.Common(figures)
}

// allRecorded reports whether the languages of every page were found to say the
// same at some time: only then is it known which of them are behind.
func (e *Edition) allRecorded() bool {
	for p := range e.Site.Pages.All() {
		changed, unchanged, ok := e.Site.Changed(p)
		if !ok || len(changed) > 0 && len(unchanged) == 0 {
			return false
		}
	}
	return true
}

// outdated lists, for each language, the pages whose text has not followed a change in
// another: a reader of one language may rely on what is said of all.
func (e *Edition) outdated() []view.Outdated {
	var list []view.Outdated
	for _, l := range e.Site.Languages {
		behind := view.Outdated{Said: e.Say("translations-behind", e.Say("language-"+l.Code))}
		for p := range e.Site.Pages.All() {
			if _, stale := e.Site.StaleIn(p, l); stale {
				behind.Pages = append(behind.Pages, view.Link{Text: e.Titles.Menu(p.Path), URL: e.set.In(l).URL(p.Path)})
			}
		}
		if len(behind.Pages) > 0 {
			list = append(list, behind)
		}
	}
	return list
}
