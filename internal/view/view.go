// Package view is all that templates see: a struct for each template, a sentence
// for each field. It is the reference for whoever writes templates.
//
// Each view is made for one language, so a template never chooses between
// languages; every URL is complete, so a template never joins one. A text that
// may be missing is "" and the sentence says so.
package view

import "html/template"

// Base is what every page has. The other views embed it.
type Base struct {
	Lang        string // the page's language, BCP 47, for <html lang>
	SiteTitle   string // the site's name
	Tagline     string // one line under the site's name; may be ""
	Notice      string // said on top of every page, such as "this district does not exist"; may be ""
	Stale       string // said on a page whose text has not followed a change in another language; may be ""
	Title       string // the page's own title, plain text
	Description string // one plain sentence for search engines; may be ""
	IsHome      bool   // the home page, whose <title> is the site's name

	HomeURL      string       // the home page in this language
	Canonical    string       // this page's absolute URL; "" on the 404 page
	Alternate    []Alternate  // this page in every language, itself included, absolute; empty on the 404 page
	Default      string       // this page's absolute URL in the default language, for x-default; "" on the 404 page
	Menu         []Link       // the main menu
	Languages    []Link       // the language switch: this page in each language, the current one marked
	Trail        []Link       // the way from home to this page, home first, this page last; empty on the home page
	Style        string       // the stylesheet's URL
	Scripts      []string     // the URLs of the scripts that it needs: to read charts, to filter a list, to search; may be empty
	SearchURL    string       // the search page, for a field on every page; "" on the search page itself
	Display      string       // the URL of the script that remembers the size of text and the contrast
	Paper        Paper        // the page's colours, for <meta name=theme-color>
	Icon         Icon         // the site's mark
	Share        *Share       // the picture of the page for where its address is shared; nil when the site has none
	Publisher    string       // the office that answers for the site; may be ""
	PublisherURL string       // its address; may be ""
	Figures      []FigureNote // where the figures of the page's text come from; may be empty
	Footer       []Link       // links at the foot of every page: data, how we count
	Feeds        []Feed       // what tells of news: of the site, and of the page's area where there is one
	Linked       template.JS  // JSON-LD: the page as schema.org describes it, without "<"; may be ""
	Tags         []Meta       // the tags of a government site, its description among them; empty on any other
	Gov          *GovFooter   // what a government site says of itself; nil on any other
	Published    *Day         // when the page's text was first published, to the minute; nil when nobody said
}

// Prose is an editor's writing on a page, figures and charts in place.
type Prose struct {
	Heading template.HTML // the h1
	Lead    template.HTML // the summary; may be ""
	Body    template.HTML // the text; may be ""
}

// Link is a link with a text.
type Link struct {
	Text    string
	URL     string // "" when the thing has no page of its own
	Lang    string // the language of Text and of the page behind the link, when it is not this page's; else ""
	Current bool   // the link leads to this page, or to the section that it is in
}

// Alternate is the page in one language.
type Alternate struct {
	Lang string // BCP 47
	URL  string // absolute
}

// Day is a date for people and for machines.
type Day struct {
	Text string // 2024年11月25日, 25 November 2024
	ISO  string // 2024-11-25
}

// Figure is one value of one metric, as everything shows it.
type Figure struct {
	Number  string // with its bound, as it stands alone: 156, 300余, 300+, 85.7%
	Unit    string // "" for a rate
	Text    string // number and unit as in a sentence: 156盏, more than 300 suggestions
	Machine string // for <data value>: 156, 300, 0.857; "" when the value is missing
	Name    string // the metric's name
	URL     string // the metric's page
	AsOf    Day
	Source  Link   // to the source's own page elsewhere; URL may be ""
	Status  string // provisional or revised, in words; "" when the value is final
}

// HomePage is the view of home.html.
type HomePage struct {
	Base
	Kicker string // one line above the heading; may be ""
	Prose
	Headline    *Headline     // the large rate; nil when config.toml names none
	Tiles       []Figure      // figures to show large; may be empty
	TilesNote   *Provenance   // source and date, when all tiles share them; else nil and each tile says its own
	Projects    []ProjectCard // the newest few projects, or all when they are few
	AllCount    int           // how many projects have a write-up here
	ProjectsURL string        // the list of all of them
	ReportURL   string        // the whole programme on one page, to be printed
	News        *News         // nil when there is no update and no correction
	Counts      []Count       // projects by status, and those that are late; empty when they are few
	Levels      *Shares       // how many of each level are completed; nil when they are few, or of one level
	Places      *Facet        // the areas; nil when the projects are few, or in one area
}

// Headline is a rate with its numerator and denominator. Only the completion rate
// of the home page has a wall, a legend and an Alt.
type Headline struct {
	Figure
	Part  string     // 42
	Whole string     // 49
	Of    string     // "42 of 49 projects", in words
	Wall  []WallTile // one tile a project, the finished ones first; empty when there are more than 200
	Done  string     // the legend of the finished tiles, with their number: 已完成 42
	Open  string     // the legend of the others: 未完成 7
	Alt   string     // what the wall shows, in words
}

// WallTile is one project on the wall of tiles.
type WallTile struct {
	Done bool
	Text string // the project's title; "" when it has no write-up
	URL  string // "" when it has no write-up
}

// Provenance is where figures come from and of when they are.
type Provenance struct {
	AsOf   Day
	Source Link
}

// ProjectCard is a project in a list.
type ProjectCard struct {
	Title   template.HTML
	URL     string
	Summary template.HTML // may be ""
	Status  Status
	Late    string   // that it is late, in words; "" when it is not
	Facts   []string // date, area, level, category: most telling first
}

// Status is how far a project has come.
type Status struct {
	ID   string // not-started, in-progress, completed, stopped, merged, not-published: for a class
	Text string
	URL  string // of the projects that have come as far; "" where that is not linked
}

// ProjectPage is the view of project.html.
type ProjectPage struct {
	Base
	Prose
	Status   Status
	Facts    []Fact         // level, area, lead, dates, source
	Results  []Contribution // what it contributes to the programme's figures; may be empty
	Schedule *Schedule      // how it stands against its plan; nil when nothing is said
	Timeline []Moment       // its milestones between start and end, oldest first; empty when it has none
	Previous *Link          // the project before it in the list; nil for the first
	Next     *Link          // the project after it; nil for the last
	Cite     string         // how to name the page as a source
	JSON     string         // download
}

// Moment is one step of a project.
type Moment struct {
	Day     Day
	Text    string
	Ahead   bool // not yet reached
	Planned bool // not yet reached, which a word has to say
}

// Schedule is how a project stands against its plan.
type Schedule struct {
	ID     string // ahead, on-time, behind: for a class
	Text   string
	Reason string // may be ""
}

// Fact is one line of a list of facts.
type Fact struct {
	Label string
	Text  string // when there is no date
	Day   *Day   // when the fact is a date
	URL   string // may be ""
	Links []Link // when the fact is several things, such as an area and those around it
}

// Contribution is what a project adds to a metric.
type Contribution struct {
	Number  string // 17
	Unit    string // 盏
	Text    string // 17盏
	Machine string // 17
	Total   Figure // the metric's own newest value
	Share   string // "17 of 156, 10.9%", in words; "" when the total is not exact
	Status  string // provisional, in words; "" when it is final
	Plan    string // "85% of the 20 planned", in words; "" when nothing was promised
	Goal    string // what was promised, for machines: 20; "" when nothing was
	Scale   string // the larger of result and promise, for machines; "" when nothing was promised or reached, or that is 0
	Steps   []Step // the results so far, oldest first; empty when there is only one
}

// Step is a result at one date.
type Step struct {
	AsOf    Day
	Text    string // 17盏
	Machine string // "" when the value is missing
	Status  string // provisional, in words; "" when it is final
}

// MetricsPage is the view of metrics.html, the list of all metrics.
type MetricsPage struct {
	Base
	Prose
	Metrics   []MetricRow
	Note      *Provenance // source and date, when all metrics share them; else nil
	CSV, JSON string      // downloads of all of them
}

// MetricRow is a metric in the list of metrics.
type MetricRow struct {
	Figure
	Definition string
}

// MetricPage is the view of metric.html.
type MetricPage struct {
	Base
	Figure      Figure
	Headline    *Headline // for a rate: its parts; else nil
	Definition  string
	Kind        string          // what sort of figure it is, in words: a count, a rate computed from …
	BoundNote   string          // what a bound means, in words; "" when the value is exact
	Parts       []Figure        // for a rate: numerator and denominator; else empty
	PartOf      []Link          // the rates that are computed from it; may be empty
	Series      []SeriesRow     // its values, newest first
	Sourced     bool            // these are from more than one source
	Projects    []MadeOf        // the projects here that contribute to it; may be empty
	Difference  string          // why the projects' sum is not the total; "" when nothing is declared
	ByArea      []AreaRow       // what its projects promised and reached, by area; empty when they are in one area
	Targets     []TargetRow     // what is to be reached; may be empty
	Breakdowns  []Breakdown     // values by area, level, …; may be empty
	Corrections []CorrectionRow // changes of published values, newest first; may be empty
	NextUpdate  *Day            // when a newer value is to come; nil when nobody said
	Overdue     bool            // it should have come by the site's date
	Reported    string          // "reported as a total …", in words, when projects here do not make it up; else ""
	Charts      []Link          // pages whose charts show it; may be empty
	CSV, JSON   string          // downloads
	Cite        string          // how to name the page as a source
}

// SeriesRow is a value of a metric at one date.
type SeriesRow struct {
	AsOf    Day
	Number  string // with its bound
	Unit    string
	Text    string // number and unit
	Machine string
	Parts   string // for a rate: "42 of 49"; else ""
	Status  string // provisional or revised, in words; "" when the value is final
	Source  Link   // its Text is "" when none is named
}

// AreaRow is what the projects of an area promised of a metric, and the result.
type AreaRow struct {
	Area   string
	Target string // 20盏; "" when nothing was promised
	Result string // 17盏
	Share  string // how far the target is reached, in words; "" when nothing was promised
	Status string // provisional, in words; "" when the result is final
}

// TargetRow is what a metric is to reach by a date.
type TargetRow struct {
	By      Day
	Text    string // 200盏
	Machine string
	Reached string // how far the newest value up to then has come, in words
}

// Breakdown is a metric's value by the terms of one kind.
type Breakdown struct {
	Kind   string // by area, by level, in words
	AsOf   Day
	Status string // provisional or revised, in words; "" when the total is final
	Rows   []TermRow
	Rest   *TermRow // what the parts leave over; nil when they make up the total
	Why    string   // why there is a rest; "" when there is none
}

// TermRow is a metric's value for one term.
type TermRow struct {
	Head    string
	Text    string // 17盏
	Machine string
	Share   string // of the total: 10.9%
}

// CorrectionRow is a change of a published value.
type CorrectionRow struct {
	Metric Link
	Date   Day    // when it was changed
	AsOf   Day    // which value
	Was    string // 165盏
	Now    string // 156盏
	Kind   string // revision or correction, in words
	Reason string
}

// CorrectionsPage is the view of corrections.html.
type CorrectionsPage struct {
	Base
	Prose
	Corrections []CorrectionRow // newest first; may be empty
}

// MethodPage is the view of method.html: how we count.
type MethodPage struct {
	Base
	Prose
	Contents []Link       // its headings of the second level; empty when there are fewer than three
	Rows     []Reconciled // the comparison of totals with what the projects here add up to
}

// Reconciled is a line of that comparison.
type Reconciled struct {
	Metric   Link
	Total    string // 156盏
	Projects string // 17盏; "" when no project here says anything of it
	Result   string // equal, covered in part, a total only, or a declared difference, in words
	Reason   string // why they differ; "" when nothing is declared
}

// StatusPage is the view of status.html: what is known of each figure.
type StatusPage struct {
	Base
	Prose
	Rows     []StatusRow
	Note     *Provenance // source and date, when all figures share them; else nil and each row says its own
	Calendar string      // the dates of the next updates as a calendar; "" when none is known
	Outdated []Outdated  // a part for each language that is behind; may be empty
	Recorded bool        // the site keeps a record of its translations, so that Outdated means something
}

// Outdated is the pages whose text in one language has not followed a change in another.
type Outdated struct {
	Said  string // what they are, in words
	Pages []Link // the texts themselves, named in the language of the reader
}

// StatusRow is what is known of one figure.
type StatusRow struct {
	Figure
	Broken  string // what it is broken down by: area, level; "" when by nothing
	Project string // how many projects here contribute, in words; "" when none
	Next    *Day   // when a newer value is to come; nil when nobody said
	Stale   bool   // it should have come by the site's date
}

// MadeOf is a project that contributes to a metric.
type MadeOf struct {
	Title   template.HTML
	URL     string
	Text    string // 17盏
	Machine string
	Status  string // provisional, in words; "" when it is final
}

// FreePage is the view of page.html: any page that is nothing else.
type FreePage struct {
	Base
	Prose
	Contents []Link // its headings of the second level, as links within the page; empty when there are fewer than three
	Below    []Link // the pages below it; may be empty
}

// NotFoundPage is the view of 404.html.
type NotFoundPage struct {
	Base
	Ways   []Link     // where else to look: projects, the site map
	Others []NotFound // the same in the other languages: the server cannot know the reader's
}

// NotFound is the message of a missing page in one language.
type NotFound struct {
	Lang, Heading, Text string
	HomeURL, Home       string
}

// ChartFigure is the view of chart.html, which stands within prose.
type ChartFigure struct {
	ID       string        // unique on the page
	Kind     string        // bar, column, donut, …: for a class
	Title    string        // says the message
	Subtitle string        // says what is measured; may be ""
	URL      string        // the chart's own page
	Wide     template.HTML // the drawing of 800 units, SVG
	Narrow   template.HTML // the drawing of 328 units, SVG
	Columns  []string      // the table's column heads, the first over the row heads; without the dates of a Mixed chart
	Drawn    int           // how many columns are drawn, from the first after the row heads; the others only say more of a row
	Rows     []ChartRow
	Total    *ChartRow // the last row, when the rows make up a whole; else nil
	Words    string    // what the chart shows, in words, from the same table
	Note     string    // how its numbers were counted; may be ""
	AsOf     []Day     // the dates of the values, each once
	Sources  []Link    // where they come from, each once
	Mixed    bool      // the values have several dates, and each row says its own
}

// Pictures is the view of pictures.html, which stands within prose: pictures side by side.
type Pictures struct {
	Pictures []Picture // at least one
}

// Picture is a picture, upright, in a few sizes.
type Picture struct {
	URL     string        // the size for browsers that cannot choose
	Set     string        // all sizes, for srcset
	Width   int           // of the largest, in pixels
	Height  int           // of the largest, in pixels
	Alt     string        // what it shows, for those who cannot see it
	Caption template.HTML // may be ""
	Lazy    bool          // it stands further down, and need not be loaded at once
}

// ChartsPage is the view of charts.html, the list of all charts.
type ChartsPage struct {
	Base
	Prose
	Charts []ChartLink
}

// ChartLink is a chart in the list of charts.
type ChartLink struct {
	Link
	Subtitle string        // may be ""
	Drawing  template.HTML // for narrow places, SVG
}

// ChartPage is the view of chart-page.html: a chart with everything about it.
type ChartPage struct {
	Base
	Figure    ChartFigure
	Shown     []Link // the pages that show it; may be empty
	Metrics   []Link // the figures that it shows; empty when it counts projects
	SVG       string // the drawing as a file
	CSV, JSON string // downloads
	Embed     string // HTML that puts the chart into a page elsewhere
}

// ChartFrame is the view of frame.html: a chart alone, within a page elsewhere.
type ChartFrame struct {
	Base
	Figure ChartFigure
}

// ChartRow is one row of a chart's table.
type ChartRow struct {
	Head  string
	URL   string // the metric's page; may be ""
	Cells []Cell
	AsOf  *Day // when the chart is Mixed
}

// Cell is a number in a table.
type Cell struct {
	Text    string // 156盏
	Machine string // 156
	Status  string // provisional or revised, in words; "" when the value is final
}

// FigureNote says where a figure of a page's text comes from.
type FigureNote struct {
	ID     string // unique on the page
	Name   string // the metric's name
	URL    string // the metric's page
	Text   string // 156盏
	AsOf   string // 截至2024年11月25日
	Source string // the source's title; may be ""
	Status string // provisional or revised, in words; "" when the value is final
}

// FigureMark is the view of figure.html: a figure within a sentence.
type FigureMark struct {
	Note    string // the id of its FigureNote; "" in a list of other pages
	Text    string // 156盏
	Machine string // 156
	URL     string // the metric's page; "" within another link
	Name    string // the metric's name
	AsOf    string // 截至2024年11月25日
	Source  string // the source's title
	Status  string // provisional or revised, in words; "" when the value is final
}
