package view

// Branch is a group of projects as a link to its page, with the groups within it.
type Branch struct {
	Text    string
	URL     string // its page
	Key     string // names it in the address of a filtered list: "area:xinjian"
	Count   string // how many projects it has
	Current bool   // this page is about it
	Open    bool   // what is within it is shown at once
	Within  []Branch
	Inside  string // how many groups are within it, in words; "" when none
}

// Facet is one way to tell the projects apart. What its branches and its rest count adds
// up to all projects.
type Facet struct {
	ID       string // area, level, …: for an id on the page
	Title    string // by area, in words
	URL      string // the page of all its groups
	Branches []Branch
	Open     bool   // it is short, and what readers ask for first: shown at once
	Rest     string // how many projects say nothing of it; "" when every one does
	RestKey  string // names these in the address of a filtered list
}

// ProjectsPage is the view of projects.html, the list of all projects, those of the
// newest date first.
type ProjectsPage struct {
	Base
	Prose
	Projects  []ProjectRow
	Total     string  // how many projects are listed, in words
	Shown     string  // "showing {0} of 50 projects", in words, with {0} for a script to fill in
	Facets    []Facet // empty when the projects are few
	CSV       string  // download of the list
	ReportURL string  // the same at length on one page, to be printed
}

// ProjectRow is a project in the list of all projects, with what a script sorts and
// filters by.
type ProjectRow struct {
	ProjectCard
	Slug  string
	Keys  string // the branches that it belongs to: "area:bijiagang area:xinjian level:town"
	Name  int    // where its title stands in the order of the language
	Place int    // where its area stands in the vocabulary
}

// TermsPage is the view of terms.html: all groups of one facet.
type TermsPage struct {
	Base
	Prose
	Note   string  // how the projects are sorted, where that is not plain; else ""
	Tree   *Facet  // the groups, with those within them; nil when the shares have all of them
	Shares *Shares // how many of each outermost group are completed; nil where that says nothing
}

// TermPage is the view of term.html: the projects of one group.
type TermPage struct {
	Base
	Kind     string        // what it is: area, level, in words
	Name     string        // the group's name
	Note     string        // how the projects are sorted, where that is not plain; else ""
	Done     string        // "42 of 49 projects completed", in words; "" where that says nothing
	Parts    []Part        // its projects by status; empty when all are completed
	Late     *Count        // those that are late, with the page of all that are; nil when there are none
	Metrics  []TermMetric  // what metrics say of it; may be empty
	Within   []Branch      // the groups within it; may be empty
	Siblings []Branch      // the groups beside it, itself included; empty when it is alone
	Beside   string        // what these are, in words; "" when there are none
	Results  []TermResult  // what its projects contribute to metrics; empty for all but areas
	Charts   []Link        // the charts that count projects by the same; may be empty
	Projects []ProjectCard // those of the newest date first
	Heading  string        // how many projects are listed, in words
	CSV      string        // download of exactly this list
	File     string        // what the download is called on a desk: "projects-qingheli.csv"
}

// Part is a part of a group of projects: a bar.
type Part struct {
	Status Status
	Class  string // the colour of the bar: done, open, neutral
	Number string
	Part   int // how long the bar is
	Whole  int // of how much
}

// Count is a number of projects, and where they are listed.
type Count struct {
	Link
	ID     string // completed, behind, …: for a class
	Number string
}

// Shares says how many projects of each group were completed. The rows add up to the
// total, but for the groups of areas within others.
type Shares struct {
	By    string // what the groups are: level, in words
	Rows  []ShareRow
	Rest  *ShareRow // the projects of which nothing is said; nil when there are none
	Total ShareRow
	Note  string // what was counted, in words; may be ""
}

// ShareRow is how many projects of a group were completed.
type ShareRow struct {
	Link
	Done, All       string
	DoneNum, AllNum int // the same, for the bar
}

// TermMetric is a metric's own value for a group of projects.
type TermMetric struct {
	Metric Link
	Text   string // 17盏
	AsOf   Day
	Source Link
	Status string // provisional or revised, in words; "" when it is final
}

// TermResult is what the projects of a group contribute to a metric.
type TermResult struct {
	Metric Link
	AreaRow
	AsOf *Day // of the newest contribution; nil when no result was published
}
