package tabulate

import (
	"slices"

	"gongshi/internal/locale"
	"gongshi/internal/report"
)

// projectsColumn is the head of the column that counts projects.
var projectsColumn = Head{ID: "projects", Word: "projects"}

// unsaid is the head of the projects of which a dimension says nothing.
var unsaid = Head{ID: "_not-published", Word: "not-published", Remainder: true}

// An axis is a dimension of projects: its heads in their order, and which of them
// a project belongs to; "" is none of them, and out is not to be counted at all.
type axis struct {
	heads []Head
	of    func(*report.Project) string
}

// out is what an axis says of a project that is not to be counted.
const out = "-"

// Projects counts projects: a row for each head of one dimension and a column for
// each of another, or one for all projects when that is "", with the number of
// projects that are both. Where there is none in a whole row or column, it is left
// out, but for a month.
func Projects(s *report.Site, by, split report.Dimension) *Table {
	rows, columns := axisOf(s, by), axis{heads: []Head{projectsColumn}, of: func(*report.Project) string { return projectsColumn.ID }}
	if split != "" {
		columns = axisOf(s, split)
	}
	counts := map[[2]string]int{}
	for p := range s.Projects.All() {
		if row, column := rows.of(p), columns.of(p); row != out && column != out {
			counts[[2]string{row, column}]++
		}
	}
	t := &Table{}
	t.Rows = rows.used(func(row string) bool { return anyCounted(counts, 0, row) })
	t.Columns = columns.used(func(column string) bool { return anyCounted(counts, 1, column) })
	for _, r := range t.Rows {
		row := make([]Cell, len(t.Columns))
		for i, h := range t.Columns {
			n := counts[[2]string{key(r), key(h)}]
			row[i].Observation = report.Observation{AsOf: s.AsOf(), Value: report.Value{Number: locale.Int(int64(n))}}
		}
		t.Cells = append(t.Cells, row)
	}
	t.addUp(s, nil, split != "")
	return t
}

// key is what an axis says of the projects under a head.
func key(h Head) string {
	if h.Remainder {
		return ""
	}
	return h.ID
}

// used returns the heads that have a project, and the months between them.
func (a axis) used(has func(string) bool) []Head {
	heads := slices.DeleteFunc(slices.Clone(a.heads), func(h Head) bool { return h.Month.IsZero() && !has(h.ID) })
	if has("") {
		heads = append(heads, unsaid)
	}
	return heads
}

func anyCounted(counts map[[2]string]int, side int, id string) bool {
	for k := range counts {
		if k[side] == id {
			return true
		}
	}
	return false
}

func axisOf(s *report.Site, d report.Dimension) axis {
	switch d {
	case report.ScheduleDimension:
		return scheduleAxis(s)
	case report.MonthDimension:
		return monthAxis(s)
	default:
		return termAxis(s, report.TermKind(d))
	}
}

// scheduleAxis has the states of the schedule, and those of projects that have none
// for a reason.
func scheduleAxis(s *report.Site) axis {
	a := axis{of: s.Standing}
	for _, standing := range report.Standings {
		head := Head{ID: standing, Word: "schedule-" + standing}
		if !slices.Contains(report.ScheduleStates, report.ScheduleState(standing)) {
			t, named := s.Vocabulary[report.StatusTerm].Get(standing)
			if !named {
				continue // no project has it
			}
			head = termHead(t)
		}
		a.heads = append(a.heads, head)
	}
	return a
}

// monthAxis has every month from the first completion to the last. Projects that
// are not completed are not counted.
func monthAxis(s *report.Site) axis {
	var first, last locale.Date
	for p := range s.Projects.All() {
		switch month := p.CompletedIn(); {
		case month.IsZero():
		case first.IsZero():
			first, last = month, month
		case month.Compare(first) < 0:
			first = month
		case month.Compare(last) > 0:
			last = month
		}
	}
	a := axis{of: func(p *report.Project) string {
		if p.Status.ID != string(report.Completed) {
			return out
		}
		return monthID(p.CompletedIn())
	}}
	for month := first; !first.IsZero() && month.Compare(last) <= 0; month = month.NextMonth() {
		a.heads = append(a.heads, Head{ID: monthID(month), Month: month})
	}
	return a
}

// monthID names a month for machines: 2024-11. The zero date gives "".
func monthID(d locale.Date) string {
	if d.IsZero() {
		return ""
	}
	return d.String()[:len("2024-11")]
}

// termAxis has the terms of a list of the vocabulary, in its order. Areas that lie
// in others count towards the outermost.
func termAxis(s *report.Site, kind report.TermKind) axis {
	a := axis{of: func(p *report.Project) string { return p.Term(kind).ID }}
	if kind == report.Area {
		around := everywhere(s)
		a.of = func(p *report.Project) string { return outermost(s, p.Area, around) }
	}
	for t := range s.Vocabulary[kind].All() {
		a.heads = append(a.heads, termHead(t))
	}
	return a
}

// outermost returns the largest area that a place lies in, but for the one that
// all places lie in.
func outermost(s *report.Site, place report.Ref, around string) string {
	largest := ""
	for t := range s.Within(place) {
		if t.ID == around && largest != "" {
			break
		}
		largest = t.ID
	}
	return largest
}

// everywhere returns the area that all others lie in, "" when there is none.
func everywhere(s *report.Site) string {
	around := ""
	for t := range s.Vocabulary[report.Area].All() {
		if t.Parent.Set() {
			continue
		}
		if around != "" {
			return "" // there are two
		}
		around = t.ID
	}
	return around
}
