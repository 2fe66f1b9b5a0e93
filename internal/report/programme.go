package report

import "gongshi/internal/locale"

// Overdue reports whether a project should have been completed by the site's
// date, and is not. Of one whose progress has not been published, nobody knows.
func (s *Site) Overdue(p *Project) bool {
	open := p.Status.ID == string(InProgress) || p.Status.ID == string(NotStarted)
	return open && !p.Due.IsZero() && p.Due.Compare(s.AsOf()) < 0
}

// Standings lists what [Project.Standing] may say.
var Standings = []string{
	string(Ahead), string(OnTime), string(Behind),
	string(NotStarted), string(Stopped), string(Merged),
}

// Standing says how a project stands against its plan: the state of its schedule
// or, where it has none, the status that says why. It is "" when nobody has
// published it.
func (p *Project) Standing() string {
	if p.Schedule.State != "" {
		return string(p.Schedule.State)
	}
	switch Status(p.Status.ID) {
	case NotStarted, Stopped, Merged:
		return p.Status.ID
	}
	return ""
}

// CompletedBy tells the projects that are known to have been completed by a date
// from those that are known not to be. Of the others it is not known, or they count
// with the project that they were merged into.
func (s *Site) CompletedBy(date locale.Date) (done, open []*Project) {
	for p := range s.Projects.All() {
		switch Status(p.Status.ID) {
		case Completed:
			if p.Completed.Compare(date) <= 0 { // also when the day is not known
				done = append(done, p)
			}
		case NotStarted, InProgress, Stopped:
			open = append(open, p)
		}
	}
	return done, open
}
