package view

// SearchPage is the view of search.html. What is found, and how many, the script
// writes into it.
type SearchPage struct {
	Base
	Prose
	Index       string // the URL of the folder of the index, which ends in a slash
	ProjectsURL string // where to look without a script
	MetricsURL  string // where to look without a script
}
