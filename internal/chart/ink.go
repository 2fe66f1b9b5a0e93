package chart

// An option names colours by marker: ECharts passes them on as they are, and
// after drawing each is replaced by a true colour and a class. A colour that is
// not among them is one that nobody chose.
const (
	inkDone      = "#a10001"
	inkOpenFill  = "#a20001"
	inkOpenLine  = "#a20002"
	inkNeutral   = "#a30001"
	inkText      = "#b10001"
	inkRule      = "#b20001"
	inkEdge      = "#b30001"
	inkOnDone    = "#c10001"
	inkOnOpen    = "#c20001"
	inkOnNeutral = "#c30001"
)

// An ink is what becomes of a marker: the colour without a stylesheet, and the
// class by which a stylesheet gives another.
type ink struct{ colour, class string }

var inks = map[string]ink{
	inkDone:      {"#17695c", "c-done"},
	inkOpenFill:  {"#f6e7c8", "c-open"},
	inkOpenLine:  {"#8a5a00", "c-open"},
	inkNeutral:   {"#5b6470", "c-neutral"},
	inkText:      {"#17212b", "c-text"},
	inkRule:      {"#d9d6cc", "c-rule"},
	inkEdge:      {"#fbfaf6", "c-edge"},
	inkOnDone:    {"#ffffff", "c-on-done"},
	inkOnOpen:    {"#17212b", "c-on-open"},
	inkOnNeutral: {"#ffffff", "c-on-neutral"},
}

// inkOn is the colour of a text on a mark.
func inkOn(role Role) string {
	switch role {
	case Open:
		return inkOnOpen
	case Neutral:
		return inkOnNeutral
	}
	return inkOnDone
}
