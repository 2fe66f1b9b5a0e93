package dataset

import (
	"encoding/json"

	"gongshi/internal/report"
)

// project is everything that is known of a project. What nobody said is left out.
type project struct {
	ID         string            `json:"id"`
	Title      map[string]string `json:"title"`
	Summary    map[string]string `json:"summary,omitempty"`
	Page       map[string]string `json:"page"`
	Level      *term             `json:"level,omitempty"`
	Category   *term             `json:"category,omitempty"`
	Area       []term            `json:"area,omitempty"` // with the areas that it lies in, the smallest first
	Status     *term             `json:"status,omitempty"`
	Schedule   *schedule         `json:"schedule,omitempty"`
	Overdue    bool              `json:"overdue"`
	Started    string            `json:"started,omitempty"`
	Due        string            `json:"due,omitempty"`
	Completed  string            `json:"completed,omitempty"` // a day, or "not-published"
	Lead       map[string]string `json:"lead,omitempty"`
	LeadBody   *term             `json:"lead_body,omitempty"`
	Support    []term            `json:"support,omitempty"`
	MergedInto string            `json:"merged_into,omitempty"`
	AsOf       string            `json:"as_of,omitempty"` // the date of its source
	Source     string            `json:"source"`
	Quantities []quantity        `json:"quantities"` // what it counted, promised and reached
}

// term is a word of the vocabulary.
type term struct {
	ID   string            `json:"id"`
	Name map[string]string `json:"name"`
}

type schedule struct {
	State  report.ScheduleState `json:"state"`
	Reason map[string]string    `json:"reason,omitempty"`
}

// quantity is what a project contributes to a metric.
type quantity struct {
	Metric        string            `json:"metric"`
	Name          map[string]string `json:"name"`
	Target        json.Number       `json:"target,omitempty"` // none where nothing was promised
	LowerIsBetter bool              `json:"lower_is_better,omitempty"`
	Values        []observation     `json:"values"` // by date
}

// ProjectJSON writes everything that is known of a project, and its sources.
func ProjectJSON(s *report.Site, p *report.Project, pages Pages) ([]byte, error) {
	out := struct {
		Project project  `json:"project"`
		Sources []source `json:"sources"`
	}{Project: project{
		ID: p.Slug, Title: map[string]string{}, Summary: map[string]string{}, Page: map[string]string{},
		Level: termOf(s, report.Level, p.Level), Category: termOf(s, report.Category, p.Category), Status: termOf(s, report.StatusTerm, p.Status),
		Overdue: s.Overdue(p), Started: p.Started.String(), Due: p.Due.String(), Completed: completed(p),
		Lead: p.Lead.In, LeadBody: termOf(s, report.Organisation, p.LeadBody), MergedInto: p.MergedInto.ID,
		AsOf: dated(s, p), Source: p.Source.ID, Quantities: quantities(s, p),
	}}
	d := &out.Project
	for _, l := range s.Languages {
		page := pages(l, p)
		d.Title[l.Code], d.Page[l.Code] = page.Title, page.Address
		if page.Summary != "" {
			d.Summary[l.Code] = page.Summary
		}
	}
	for t := range s.Within(p.Area) {
		d.Area = append(d.Area, term{t.ID, t.Name.In})
	}
	for _, ref := range p.Support {
		if t := termOf(s, report.Organisation, ref); t != nil {
			d.Support = append(d.Support, *t)
		}
	}
	if p.Schedule.State != "" {
		d.Schedule = &schedule{p.Schedule.State, p.Schedule.Reason.In}
	}
	used := map[string]bool{d.Source: true}
	for _, q := range d.Quantities {
		for _, o := range q.Values {
			used[o.Source] = true
		}
	}
	out.Sources = cited(s, used)
	return writeJSON(out)
}

// termOf returns a term as JSON has it, nil when none is set.
func termOf(s *report.Site, kind report.TermKind, ref report.Ref) *term {
	t, ok := s.Vocabulary[kind].Get(ref.ID)
	if !ok {
		return nil
	}
	return &term{t.ID, t.Name.In}
}

func completed(p *report.Project) string {
	if p.Completed.Unpublished {
		return "not-published"
	}
	return p.Completed.String()
}

// quantities lists what a project contributes, a metric each.
func quantities(s *report.Site, p *report.Project) []quantity {
	list := []quantity{}
	for _, c := range contributed(s, p) {
		if n := len(list); n > 0 && list[n-1].Metric == c.metric.ID {
			list[n-1].Values = append(list[n-1].Values, observe(s, c.metric, c.value))
			continue
		}
		list = append(list, quantity{c.metric.ID, c.metric.Name.In, json.Number(c.target), c.lower, []observation{observe(s, c.metric, c.value)}})
	}
	return list
}
