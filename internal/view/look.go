package view

// Icon is the site's mark, for the masthead and for <link rel=icon>.
type Icon struct {
	URL           string
	Type          string // image/svg+xml, image/png
	Width, Height int    // in pixels, in the masthead
}

// Paper is the page's colour, as CSS has it; each may be "".
type Paper struct{ Light, Dark string }
