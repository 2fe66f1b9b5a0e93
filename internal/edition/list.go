package edition

import (
	"cmp"
	"slices"

	"gongshi/internal/facet"
	"gongshi/internal/present"
	"gongshi/internal/report"
	"gongshi/internal/route"
	"gongshi/internal/view"
)

// maxSummaries is the number of projects up to which a list of them has their summaries:
// more of them would be heavy on a slow phone, and nobody reads them.
const maxSummaries = 200

// cards shows projects in a list.
func (e *Edition) cards(projects []*report.Project) ([]view.ProjectCard, error) {
	var cards []view.ProjectCard
	for _, p := range projects {
		text, err := e.Card(p.Page)
		if err != nil {
			return nil, err
		}
		card := e.ProjectCard(p)
		if card.Title = text.Heading; len(projects) <= maxSummaries {
			card.Summary = text.Lead
		}
		cards = append(cards, card)
	}
	return cards, nil
}

// projects is the list of all projects.
func (e *Edition) projects() ([]byte, error) {
	text, err := e.sectionText(report.ProjectsPath)
	if err != nil {
		return nil, err
	}
	v := view.ProjectsPage{
		Base:      e.baseView(e.sectionHead(report.ProjectsPath, text)),
		Prose:     text.Prose,
		Total:     e.Counted("projects-listed", e.Site.Projects.Len()),
		Shown:     e.Say("list-shown", "{0}", e.Site.Projects.Len()),
		CSV:       e.Shared(route.Table("projects")),
		ReportURL: e.URL(report.ReportPath),
	}
	if e.Many() {
		v.Scripts = append(v.Scripts, e.Shared(e.set.Look.ListScript.Path))
		for f := range e.Facets.All() {
			if f.Filter {
				v.Facets = append(v.Facets, e.Facet(f))
			}
		}
	}
	if v.Projects, err = e.rows(); err != nil {
		return nil, err
	}
	return e.Templates.Page("projects.html", v)
}

// rows shows all projects, with what they are sorted and filtered by.
func (e *Edition) rows() ([]view.ProjectRow, error) {
	projects := present.ByDate(slices.Collect(e.Site.Projects.All()))
	cards, err := e.cards(projects)
	if err != nil {
		return nil, err
	}
	var titles []string
	for _, p := range projects {
		titles = append(titles, e.Plain(p.Page.In[e.Lang.Code].Title, p))
	}
	names, keys := e.Lang.Ranks(titles), e.Keys()
	rows := make([]view.ProjectRow, len(projects))
	for i, p := range projects {
		place, known := e.Site.Vocabulary[report.Area].At(p.Area.ID)
		if !known {
			place = e.Site.Vocabulary[report.Area].Len()
		}
		rows[i] = view.ProjectRow{ProjectCard: cards[i], Slug: p.Slug, Keys: keys[p], Name: names[i], Place: place}
	}
	return rows, nil
}

// terms is the page of all groups of a facet.
func (e *Edition) terms(f *facet.Facet) ([]byte, error) {
	text, err := e.sectionText(f.Path)
	if err != nil {
		return nil, err
	}
	h := e.sectionHead(f.Path, text)
	h.trail = e.section(report.ProjectsPath)
	v := view.TermsPage{Base: e.baseView(h), Prose: text.Prose, Note: e.sortedBy(f)}
	if f.ID != "status" && f.ID != "schedule" {
		v.Shares = e.Shares(f)
	}
	if v.Shares == nil || f.ID == "area" {
		tree := e.Facet(f)
		open(tree.Branches)
		v.Tree = &tree
	}
	return e.Templates.Page("terms.html", v)
}

// open shows what is within groups at once.
func open(branches []view.Branch) {
	for i := range branches {
		branches[i].Open = true
		open(branches[i].Within)
	}
}

// sortedBy says how projects come into the groups of a facet, where that is not plain.
func (e *Edition) sortedBy(f *facet.Facet) string {
	switch f.ID {
	case "area":
		return e.Say("sorted-area")
	case "schedule":
		return e.Say("sorted-schedule", e.Lang.Date(e.Site.AsOf()))
	case "year":
		return e.Say("sorted-year")
	}
	return ""
}

// term is the page of one group.
func (e *Edition) term(g *facet.Group) ([]byte, error) {
	trail := append(e.section(report.ProjectsPath), e.section(g.Facet.Path)...)
	beside := g.Facet.Outermost()
	v := view.TermPage{
		Kind:    e.Say(g.Facet.ID),
		Name:    e.GroupName(g),
		Metrics: e.TermMetrics(g),
		Within:  e.Branches(g.Within, nil),
		Charts:  e.CountingBy(g.Facet),
		Heading: e.Counted("projects-contribute", len(g.Projects)),
		CSV:     e.Shared(g.DataFile()),
		File:    "projects-" + g.ID + ".csv",
	}
	if g.In != nil {
		beside = g.In.Within
	}
	for around := g.In; around != nil; around = around.In {
		trail = slices.Insert(trail, 2, e.GroupLink(around))
	}
	if len(beside) > 1 {
		v.Siblings, v.Beside = e.Branches(beside, g), e.Say("facet-"+g.Facet.ID)
	}
	for i := range v.Siblings {
		v.Siblings[i].Within = nil // this page shows its own
	}
	if g.Facet.ID == "area" {
		v.Results = e.TermResults(g)
	}
	if g.Facet.ID != "schedule" {
		v.Late = e.LateOf(g.Projects)
	}
	if g.Facet.ID != "area" || len(g.Within) > 0 {
		v.Note = e.sortedBy(g.Facet)
	}
	if g.Facet.ID != "status" {
		v.Done, v.Parts = e.Say("of-projects", facet.Completed(g.Projects), len(g.Projects)), e.ByStatus(g.Projects)
	}
	title := e.Say("term-title", e.GroupPlace(g))
	h := head{address: g.Path(), title: title, short: v.Name, description: cmp.Or(v.Done, v.Heading), trail: trail}
	if g.Facet.ID == "area" {
		h.area = g.ID
	}
	v.Base = e.baseView(h)
	var err error
	if v.Projects, err = e.cards(present.ByDate(g.Projects)); err != nil {
		return nil, err
	}
	return e.Templates.Page("term.html", v)
}

// homeLists adds what leads from the home page into the projects: how many of each
// status and level, and where.
func (e *Edition) homeLists(v *view.HomePage) {
	if !e.Many() {
		return
	}
	v.Counts = e.Counts()
	if f, ok := e.Facets.Get("level"); ok && f.Filter {
		v.Levels = e.Shares(f)
	}
	if f, ok := e.Facets.Get("area"); ok && f.Filter {
		places := e.Facet(f)
		v.Places = &places
	}
}
