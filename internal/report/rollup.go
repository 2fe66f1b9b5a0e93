package report

import (
	"slices"

	"gongshi/internal/locale"
)

// stated returns the values of a metric that is not a ratio: those that were
// typed, or the one that the projects make up.
func (s *Site) stated(m *Metric) []Observation {
	if m.RollUp == RollUpNone || len(m.Values) > 0 {
		return m.Values
	}
	tally := s.Tally(m)
	if len(tally.Projects) == 0 {
		return []Observation{{Pos: m.Pos, AsOf: s.AsOf(), Value: Value{Missing: true}, Source: m.Source}}
	}
	o := tally.Newest
	o.Pos, o.Value = m.Pos, tally.Value(m.RollUp)
	return []Observation{o}
}

// Tally is what projects contribute to a metric.
type Tally struct {
	Sum      locale.Decimal
	Projects []*Project  // those that say what they contribute, in order
	Silent   []*Project  // those that promised something, and of whose result nothing is known
	Newest   Observation // the newest date and source of the contributions, and how sure the least sure is; no value

	some int // how many contribute more than nothing
}

// Value is what the projects make up: their sum, or the number of those that
// contribute. It is a least where one of them is silent, and missing where nothing
// can be said.
func (t Tally) Value(by RollUp) Value {
	v := Value{Number: t.Sum, Missing: len(t.Projects) == 0}
	if by == RollUpCount {
		v.Number = locale.Int(int64(t.some))
	}
	if len(t.Silent) > 0 {
		v.Bound, v.Missing = locale.AtLeast, v.Missing || v.Number.Sign() == 0
	}
	return v
}

// with adds what a project contributes.
func (t Tally) with(s *Site, p *Project, o Observation) Tally {
	t.Sum, t.Projects = t.Sum.Add(o.Value.Number), append(t.Projects, p)
	if o.Value.Number.Sign() != 0 {
		t.some++
	}
	if len(t.Projects) == 1 {
		t.Newest = Observation{AsOf: o.AsOf, Source: o.Source, Status: o.Status}
		return t
	}
	t.Newest = s.Computed(t.Newest, o)
	if o.AsOf.Compare(t.Newest.AsOf) > 0 {
		t.Newest.AsOf = o.AsOf
	}
	return t
}

// AddUp adds up what projects contribute to each metric. Package load calls it once,
// when every project has been read.
func (s *Site) AddUp() { s.tallies = s.AddUpOf(slices.Collect(s.Projects.All())) }

// AddUpOf adds up what some projects contribute to each metric, by its id.
func (s *Site) AddUpOf(projects []*Project) map[string]Tally {
	tallies := map[string]Tally{}
	for _, p := range projects {
		for _, c := range p.Contributions() {
			tallies[c.Metric.ID] = tallies[c.Metric.ID].with(s, p, s.Own(p, c))
		}
		for _, d := range p.Deliver {
			if _, ok := d.Result(); !ok {
				t := tallies[d.Metric.ID]
				t.Silent = append(t.Silent, p)
				tallies[d.Metric.ID] = t
			}
		}
	}
	return tallies
}

// Tally returns what projects contribute to a metric.
func (s *Site) Tally(m *Metric) Tally { return s.tallies[m.ID] }

// AsOf returns the date that the site speaks of: what config.toml says, or the
// newest date of a source. Whether a figure is stale is measured by it, never by
// the clock.
func (s *Site) AsOf() locale.Date {
	if !s.Date.IsZero() {
		return s.Date.Date
	}
	return s.NewestSource()
}

// NewestSource returns the newest date of a source.
func (s *Site) NewestSource() (newest locale.Date) {
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
