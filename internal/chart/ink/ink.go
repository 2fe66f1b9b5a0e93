// Package ink has the colours of charts: what each role looks like, and which
// class of the stylesheet gives it other colours in the dark, on paper, and where
// a reader has chosen all colours.
//
// An option names colours by marker: ECharts passes them on as they are, and
// after drawing each is replaced by a true colour and a class. A colour that is
// not among them is one that nobody chose.
package ink

import (
	"fmt"

	"gongshi/internal/svg"
)

// The markers of what is no mark.
const (
	Text  = "#b10001" // names and values
	Quiet = "#b10002" // what is said second
	Rule  = "#b20001" // the line that bars stand on
	Edge  = "#b30001" // the gap between neighbours: the page's own colour
	Track = "#b40001" // the way that progress has before it
	Goal  = "#b50001" // what is to be reached, as an area
	Aim   = "#b50002" // the same, as a line
)

// Ground is the colour that the true colours are made for: the page's.
const Ground = "#fbfaf6"

// A Look is how the marks of a role look. All but Symbol and Dashes are markers.
type Look struct {
	Fill    string // of an area, with its texture
	Outline string // around an area that is pale; "" around one that is not
	Point   string // of a point of a line, which is too small for a texture
	Rim     string // around a point that is pale; "" around one that is not
	Stroke  string // of a line
	On      string // of a text on an area
	Symbol  string // the shape of a point, as ECharts names it
	Dashes  []int  // of a line: how long it is drawn and left out, in units; nil for one without gaps
}

// A role is a Look in light: its true colours.
type role struct {
	name           string
	fill, line, on string // line is fill where an area needs no outline
	symbol         string
	dashes         []int
	texture        texture
}

// A texture is what lies on the areas of a role. One that is hidden shows only
// where a reader has chosen all colours, who has but two of them.
type texture struct {
	size   int
	path   string // "" for none
	width  int
	hidden bool
}

// The textures. Each is on the marks of one role.
var (
	rising  = texture{size: 8, path: "M-1 1L1 -1M0 8L8 0M7 9L9 7", width: 1, hidden: true}
	spots   = texture{size: 8, path: "M2 2h0M6 6h0", width: 2, hidden: true}
	falling = texture{size: 8, path: "M-1 7L1 9M0 0L8 8M7 -1L9 1", width: 1}
	dots    = texture{size: 8, path: "M2 2h0M6 6h0", width: 2}
)

// roles are in the order of their markers. Of any two that may be parts of one
// chart, one is lighter by 15 of 100 or they have different textures, in light, in
// the dark, on paper, and where a reader has chosen all colours: there the outline
// of neutral is dashed. Pale areas have an outline.
var roles = []role{
	{"done", "#17695c", "#17695c", "#ffffff", "circle", nil, texture{}},
	{"open", "#faf0d9", "#8a5a00", "#17212b", "circle", []int{7, 4}, texture{}},
	{"neutral", "#b3bbc1", "#5b6470", "#17212b", "rect", []int{2, 3}, texture{}},
	{"one", "#183a5e", "#183a5e", "#ffffff", "diamond", nil, rising},
	{"two", "#fbe0cc", "#a3521c", "#17212b", "rect", []int{7, 4}, texture{}},
	{"three", "#9477b7", "#9477b7", "#000000", "triangle", nil, spots},
	{"four", "#adb96a", "#566019", "#17212b", "diamond", []int{2, 3}, falling},
	{"five", "#8e4a3b", "#8e4a3b", "#ffffff", "rect", nil, texture{}},
	{"six", "#bcd5ea", "#2d6191", "#17212b", "circle", []int{9, 3, 2, 3}, dots},
}

// Of returns the look of a role.
func Of(name string) Look {
	for i, r := range roles {
		if r.name == name {
			return look(i, r)
		}
	}
	panic("no ink for the role " + name) // the roles are constants of package chart
}

// look names the markers of a role.
func look(i int, r role) Look {
	l := Look{
		Fill: marker(1, i), Point: marker(5, i), Stroke: marker(3, i), On: marker(4, i),
		Symbol: r.symbol, Dashes: r.dashes,
	}
	if r.line != r.fill {
		l.Outline, l.Rim = marker(2, i), marker(6, i)
	}
	return l
}

// marker is the marker of a part of a role.
func marker(part, role int) string { return fmt.Sprintf("#a%d000%d", part, role+1) }

// All returns the ink of every marker: the true colours in light, and the classes.
func All() map[string]svg.Ink {
	inks := map[string]svg.Ink{
		Text:  {Colour: "#17212b", Class: "c-text"},
		Quiet: {Colour: "#434f5a", Class: "c-text2"},
		Rule:  {Colour: "#d8d3c6", Class: "c-rule"},
		Edge:  {Colour: Ground, Class: "c-edge"},
		Track: {Colour: "#ebe6d9", Class: "c-track"},
		Goal:  {Colour: "#17212b", Class: "c-goal"},
		Aim:   {Colour: "#17212b", Class: "c-line-goal"},
	}
	for i, r := range roles {
		r.inks(inks, look(i, r))
	}
	return inks
}

// inks adds the inks of a role. The class of an area fills it, so that what has a
// texture, the mark itself, has the class of a line for its outline.
func (r role) inks(inks map[string]svg.Ink, l Look) {
	plain, line := svg.Ink{Colour: r.fill, Class: "c-" + r.name}, svg.Ink{Colour: r.line, Class: "c-line-" + r.name}
	textured, on, outline := plain, svg.Ink{Colour: r.on, Class: "c-on-" + r.name}, svg.Ink{Colour: r.line, Class: plain.Class}
	rim := outline
	if t := r.texture; t.path != "" {
		textured.Texture = svg.Texture{Size: t.size, Path: t.path, Width: t.width, Colour: r.line, Class: "c-tex-" + r.name}
		outline = line
		if on.Halo = r.fill; t.hidden {
			textured.Texture.Colour, on.Halo = "none", ""
		}
	}
	inks[l.Fill], inks[l.Point], inks[l.Stroke], inks[l.On] = textured, plain, line, on
	if l.Outline != "" {
		inks[l.Outline], inks[l.Rim] = outline, rim
	}
}
