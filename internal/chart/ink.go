package chart

import "gongshi/internal/svg"

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

// inks are the true colours in light, and the classes of the roles.
var inks = map[string]svg.Ink{
	inkDone:      {Colour: "#17695c", Class: "c-done"},
	inkOpenFill:  {Colour: "#f6e7c8", Class: "c-open"},
	inkOpenLine:  {Colour: "#8a5a00", Class: "c-open"},
	inkNeutral:   {Colour: "#5b6470", Class: "c-neutral"},
	inkText:      {Colour: "#17212b", Class: "c-text"},
	inkRule:      {Colour: "#d9d6cc", Class: "c-rule"},
	inkEdge:      {Colour: "#fbfaf6", Class: "c-edge"},
	inkOnDone:    {Colour: "#ffffff", Class: "c-on-done"},
	inkOnOpen:    {Colour: "#17212b", Class: "c-on-open"},
	inkOnNeutral: {Colour: "#ffffff", Class: "c-on-neutral"},
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
