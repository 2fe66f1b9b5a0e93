package report

import (
	"iter"
	"maps"
	"slices"

	"gongshi/internal/diag"
	"gongshi/internal/locale"
	"gongshi/internal/markdown"
)

// Status says how far a project has come. The ids are fixed, because rules and
// colours hang on them; the vocabulary names them in each language.
type Status string

// The states of a project.
const (
	NotStarted  Status = "not-started"
	InProgress  Status = "in-progress"
	Completed   Status = "completed"
	Stopped     Status = "stopped"
	Merged      Status = "merged"
	Unpublished Status = "not-published" // nobody has published how far it is
)

// Statuses lists the states that an author may write.
var Statuses = []Status{NotStarted, InProgress, Completed, Stopped, Merged, Unpublished}

// Project is one thing that the programme set out to do.
type Project struct {
	Slug       string // its folder's name, and the last part of its address
	Pos        diag.Pos
	Level      Ref // Level to Status, LeadBody and Support name terms; all but Status may be unset
	Category   Ref
	Area       Ref
	Status     Ref
	LeadBody   Ref
	Support    []Ref
	MergedInto Ref  // the slug of the project that goes on with it; set for one that was merged
	Lead       Text // the post of whoever leads it
	Started    Day
	Due        Day
	Completed  Day
	Source     Ref
	Counts     []Contribution // the short form of what it contributes
	Deliver    []Delivery     // the long form: what it promised, and the result
	Schedule   Schedule       // may be unset
	Milestones []Milestone    // reached, by date, oldest first
	Planned    []Milestone    // not yet reached, by date
	Page       *Page
	Broken     bool // what it contributes could not be read, which has been reported
}

// Day is a date and where it was written.
type Day struct {
	locale.Date
	Pos         diag.Pos
	Unpublished bool // written as "not-published": it happened, but when is not known
}

// Milestone is a step of a project, reached or planned.
type Milestone struct {
	Pos  diag.Pos
	Date locale.Date
	Text Text
}

// Contribution is what a project adds to a metric.
type Contribution struct {
	Metric Ref
	Number locale.Decimal
	AsOf   locale.Date // zero when it is as of the project's source
	Source Ref         // unset when it is the project's
	Status DataStatus  // how sure it is
}

// Delivery is a quantity that a project promised, and how far it has come.
type Delivery struct {
	Metric        Ref
	Target        locale.Decimal
	TargetPos     diag.Pos
	Values        []Observation // by date, oldest first
	LowerIsBetter bool
}

// Result returns the newest value of a delivery. It reports false when nobody has
// published it.
func (d Delivery) Result() (Observation, bool) {
	if len(d.Values) == 0 {
		return Observation{}, false
	}
	newest := d.Values[len(d.Values)-1]
	return newest, !newest.Value.Missing
}

// Term returns the project's term of a kind; of an organisation, its lead body.
func (p *Project) Term(kind TermKind) Ref {
	switch kind {
	case Level:
		return p.Level
	case Category:
		return p.Category
	case Area:
		return p.Area
	case StatusTerm:
		return p.Status
	}
	return p.LeadBody
}

// Delivery returns what the project promised of a metric.
func (p *Project) Delivery(metric string) (Delivery, bool) {
	for _, d := range p.Deliver {
		if d.Metric.ID == metric {
			return d, true
		}
	}
	return Delivery{}, false
}

// ScheduleState says how a project stands against its plan.
type ScheduleState string

// How a project may stand against its plan.
const (
	Ahead  ScheduleState = "ahead"
	OnTime ScheduleState = "on-time"
	Behind ScheduleState = "behind"
)

// ScheduleStates lists the states that an author may write.
var ScheduleStates = []ScheduleState{Ahead, OnTime, Behind}

// Schedule is how a project stands against its plan, and why.
type Schedule struct {
	Pos    diag.Pos
	State  ScheduleState // "" when nothing is said
	Reason Text          // demanded when it is behind
}

// Contributions lists what the project adds to metrics: what it counted, and the
// results of what it promised.
func (p *Project) Contributions() []Contribution {
	list := slices.Clone(p.Counts)
	for _, d := range p.Deliver {
		if o, ok := d.Result(); ok {
			list = append(list, Contribution{Metric: d.Metric, Number: o.Value.Number, AsOf: o.AsOf, Source: o.Source, Status: o.Status})
		}
	}
	return list
}

// Contribution returns what the project adds to a metric.
func (p *Project) Contribution(metric string) (Contribution, bool) {
	for _, c := range p.Contributions() {
		if c.Metric.ID == metric {
			return c, true
		}
	}
	return Contribution{}, false
}

// Own returns what a project contributes to a metric: as of the date that it says
// or, where it says none, of its source.
func (s *Site) Own(p *Project, c Contribution) Observation {
	o := Observation{Pos: c.Metric.Pos, AsOf: c.AsOf, Value: Value{Number: c.Number}, Source: c.Source, Status: c.Status}
	if !o.Source.Set() {
		o.Source = p.Source
	}
	if src, ok := s.Sources.Get(o.Source.ID); ok && o.AsOf.IsZero() {
		o.AsOf = src.Date.Date
	}
	return o
}

// Within yields an area and the areas that it lies in, the smallest first.
func (s *Site) Within(area Ref) iter.Seq[*Term] {
	return func(yield func(*Term) bool) {
		areas := s.Vocabulary[Area]
		for range areas.Len() { // no chain is longer, were it to go in a circle
			t, ok := areas.Get(area.ID)
			if !ok || !yield(t) {
				return
			}
			area = t.Parent
		}
	}
}

// Page is one address of the site, with its text in every language.
type Page struct {
	Path    string // "/", "/about/", "/projects/jinkuang-road/"; the same in every language
	Dir     string // the folder of its files: "content/about"
	Pos     diag.Pos
	Project *Project            // nil for a page that is not a project's
	In      map[string]*Writing // by language code
}

// Place returns the place to show for a page as a whole: a file of it.
func (p *Page) Place() diag.Pos {
	for _, code := range slices.Sorted(maps.Keys(p.In)) {
		return diag.Pos{File: p.In[code].File}
	}
	if p.Project != nil {
		return p.Project.Pos
	}
	return p.Pos
}

// Writing is a page's text in one language.
type Writing struct {
	File      string // "content/about/index.zh.md"
	Title     markdown.Line
	Summary   markdown.Line // may be empty
	MenuTitle markdown.Line // a shorter title for the menu; may be empty
	Body      *markdown.Document
	Published Ref    // when the page was first published: "2024-12-02 09:30"; may be unset
	Hash      string // of the file's bytes: it changes when the text does
	Broken    bool   // could not be read, which has been reported
}

// UpdatesDir is where the updates are, a folder each.
const UpdatesDir = "content/updates"

// Update is a dated note: a page whose folder's name begins with its date, such as
// content/updates/2024-12-05-new-lamps.
type Update struct {
	Date locale.Date
	Page *Page
}
