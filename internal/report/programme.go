package report

import "gongshi/internal/locale"

// Overdue reports whether a project should have been completed by the site's
// date, and is not. Of one whose progress has not been published, nobody knows.
func (s *Site) Overdue(p *Project) bool {
	open := p.Status.ID == string(InProgress) || p.Status.ID == string(NotStarted)
	return open && !p.Due.IsZero() && p.Due.Compare(s.AsOf()) < 0
}

// Late reports whether a project fell behind its due date by the site's date: it is
// [Site.Overdue], or was completed after it.
func (s *Site) Late(p *Project) bool {
	return s.Overdue(p) || p.afterDue()
}

// afterDue reports whether a project was completed after the day it was due.
func (p *Project) afterDue() bool {
	return p.Status.ID == string(Completed) && !p.Due.IsZero() && p.Completed.Compare(p.Due.Date) > 0
}

// Standings lists what [Site.Standing] may say.
var Standings = []string{
	string(Ahead), string(OnTime), string(Behind),
	string(NotStarted), string(Stopped), string(Merged),
}

// Standing says how a project stands against its plan, the one notion of it that
// pages, charts and data have: the state of its schedule, which rules hold to its
// dates; behind where it says none and is late; or else the status that says why
// there is none. It is "" when nobody has published it.
func (s *Site) Standing(p *Project) string {
	switch {
	case p.Schedule.State != "":
		return string(p.Schedule.State)
	case s.Late(p):
		return string(Behind)
	}
	switch Status(p.Status.ID) {
	case NotStarted, Stopped, Merged:
		return p.Status.ID
	}
	return ""
}

// CompletedBy tells the projects that are known to have been completed when a rate
// was published from those that are known not to be. Of the others it is not known,
// or they count with the project that they were merged into, or they are newer than
// the rate.
func (s *Site) CompletedBy(rate Observation) (done, open []*Project) {
	told := s.Told(rate)
	for p := range s.Projects.All() {
		if src, ok := s.Sources.Get(p.Source.ID); ok && src.Date.Compare(told) > 0 || p.Started.Compare(rate.AsOf) > 0 {
			continue
		}
		switch Status(p.Status.ID) {
		case Completed:
			if p.Completed.Compare(rate.AsOf) <= 0 { // also when the day is not known
				done = append(done, p)
			}
		case NotStarted, InProgress, Stopped:
			open = append(open, p)
		}
	}
	return done, open
}

// Told returns when a value was published: its source's date or, where that is not
// known, its own.
func (s *Site) Told(o Observation) locale.Date {
	if src, ok := s.Sources.Get(o.Source.ID); ok && src.Date.Compare(o.AsOf) > 0 {
		return src.Date.Date
	}
	return o.AsOf
}
