package report

import "gongshi/internal/diag"

// Sorted holds the addresses of the pages on which the projects are sorted, by area, by
// level and the like. Package facet finds them; the zero value has none.
type Sorted struct {
	Sections []string          // of all groups of one sort, "/areas/"; an editor may write a text for it
	Pages    Index[SortedPage] // of each group, "/areas/xinjian/"
}

// SortedPage is what stands on the page of a group of projects.
type SortedPage struct {
	Pos      diag.Pos   // where the group is named
	Projects []*Project // at least one
}

// SortedFile returns the address of the data file about the projects of a group, CSV.
func SortedFile(page string) string { return page + "projects.csv" }
