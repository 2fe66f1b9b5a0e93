package view

import "html/template"

// Feed is what a page offers to programs that follow what is new, for <link>.
type Feed struct {
	Title string
	Type  string // its media type: application/atom+xml
	URL   string
}

// UpdatesPage is the view of updates.html, the list of all updates.
type UpdatesPage struct {
	Base
	Prose
	Updates []UpdateCard // newest first; at least one
}

// UpdateCard is an update in a list.
type UpdateCard struct {
	Date    Day
	Title   template.HTML
	URL     string
	Summary template.HTML // may be ""
}

// UpdatePage is the view of update.html.
type UpdatePage struct {
	Base
	Prose
	Date     Day
	Contents []Link // its headings of the second level; empty when there are fewer than three
	Previous *Link  // the update before it; nil for the first
	Next     *Link  // the update after it; nil for the newest
}

// News is the newest updates and corrections, on the home page. One of the two may be
// empty.
type News struct {
	Updates        []UpdateCard
	UpdatesURL     string // the list of all of them
	Corrections    []CorrectionRow
	CorrectionsURL string // the list of all of them
}
