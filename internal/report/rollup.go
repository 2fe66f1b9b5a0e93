package report

import "gongshi/internal/locale"

// stated returns the values of a metric that is not a ratio: those that were
// typed, or the one that the projects make up.
func (s *Site) stated(m *Metric) []Observation {
	if m.RollUp == RollUpNone || len(m.Values) > 0 {
		return m.Values
	}
	tally := s.Tally(m)
	number := tally.Sum
	if m.RollUp == RollUpCount {
		number = locale.Int(int64(len(tally.Projects)))
	}
	asOf := tally.AsOf
	if asOf.IsZero() {
		asOf = s.AsOf()
	}
	return []Observation{{Pos: m.Pos, AsOf: asOf, Value: Value{Number: number, Missing: len(tally.Projects) == 0}, Source: m.Source}}
}

// Tally is what projects contribute to a metric.
type Tally struct {
	Sum      locale.Decimal
	Projects []*Project  // those that contribute, in order
	AsOf     locale.Date // the newest date of their sources
}

// AddUp adds up what projects contribute to each metric. Package load calls it once,
// when every project has been read.
func (s *Site) AddUp() {
	s.tallies = map[string]Tally{}
	for p := range s.Projects.All() {
		for _, c := range p.Contributions() {
			t := s.tallies[c.Metric.ID]
			t.Sum, t.Projects = t.Sum.Add(c.Number), append(t.Projects, p)
			if o := s.Own(p, c); o.AsOf.Compare(t.AsOf) > 0 {
				t.AsOf = o.AsOf
			}
			s.tallies[c.Metric.ID] = t
		}
	}
}

// Tally returns what projects contribute to a metric.
func (s *Site) Tally(m *Metric) Tally { return s.tallies[m.ID] }

// AsOf returns the date that the site speaks of: what config.toml says, or the
// newest date of a source. Whether a figure is stale is measured by it, never by
// the clock.
func (s *Site) AsOf() locale.Date {
	newest := s.Date.Date
	if !newest.IsZero() {
		return newest
	}
	for src := range s.Sources.All() {
		if src.Date.Compare(newest) > 0 {
			newest = src.Date.Date
		}
	}
	return newest
}

// Stale reports whether a newer value should have come by the site's date.
func (s *Site) Stale(m *Metric) bool {
	return !m.NextUpdate.IsZero() && m.NextUpdate.Compare(s.AsOf()) < 0
}
