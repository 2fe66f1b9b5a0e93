package report

import (
	"slices"

	"gongshi/internal/locale"
)

// Counted is a number of projects that have one thing in common.
type Counted struct {
	ID       string // a status, a state of the schedule, a term; "" for those that say nothing
	Projects int
}

// CountProjects counts projects by what of says of each, in the order of ids. The
// projects of which it says nothing come last, so that all are counted.
func (s *Site) CountProjects(ids []string, of func(*Project) string) []Counted {
	counts := map[string]int{}
	for p := range s.Projects.All() {
		counts[of(p)]++
	}
	var list []Counted
	for _, id := range slices.Concat(ids, []string{""}) {
		if counts[id] > 0 {
			list = append(list, Counted{id, counts[id]})
		}
	}
	return list
}

// AreaResult is what the projects of one area promised of a metric, and the
// result.
type AreaResult struct {
	Area          Ref // unset for projects that name no area
	Target        locale.Decimal
	Promised      bool // some project of the area promised something
	LowerIsBetter bool // what was promised is not to be exceeded
	Result        locale.Decimal
}

// ByArea adds up what projects promised of a metric and what they reached, by
// their area, in the order of the vocabulary.
func (s *Site) ByArea(m *Metric) []AreaResult {
	byID := map[string]*AreaResult{}
	for _, p := range s.Tally(m).Projects {
		r := byID[p.Area.ID]
		if r == nil {
			r = &AreaResult{Area: p.Area}
			byID[p.Area.ID] = r
		}
		c, _ := p.Contribution(m.ID)
		r.Result = r.Result.Add(c.Number)
		if d, ok := p.Delivery(m.ID); ok {
			r.Target, r.Promised, r.LowerIsBetter = r.Target.Add(d.Target), true, d.LowerIsBetter
		}
	}
	var list []AreaResult
	for _, id := range slices.Concat(s.Vocabulary[Area].IDs(), []string{""}) {
		if r, ok := byID[id]; ok {
			list = append(list, *r)
		}
	}
	return list
}

// Overdue reports whether a project should have been completed by the site's
// date, and is not.
func (s *Site) Overdue(p *Project) bool {
	open := p.Status.ID == string(InProgress) || p.Status.ID == string(NotStarted) || p.Status.ID == string(Unpublished)
	return open && !p.Due.IsZero() && p.Due.Compare(s.AsOf()) < 0
}
