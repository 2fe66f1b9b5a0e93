package view

// Share is the picture by which a page is shown where its address is shared.
type Share struct {
	URL           string // absolute
	Alt           string // what it says
	Width, Height int    // in pixels
}
