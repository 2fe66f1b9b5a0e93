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
	Fill    string // of an area
	Outline string // around an area that is pale; "" around one that is not
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
}

// roles are in the order of their markers. Areas are dark and pale by turns, the
// pale ones with an outline, so that they are told apart without their hues.
var roles = []role{
	{"done", "#17695c", "#17695c", "#ffffff", "circle", nil},
	{"open", "#faf0d9", "#8a5a00", "#17212b", "circle", []int{7, 4}},
	{"neutral", "#b9c0c6", "#5b6470", "#17212b", "rect", []int{2, 3}},
	{"one", "#1d4875", "#1d4875", "#ffffff", "circle", nil},
	{"two", "#fbe0cc", "#a3521c", "#17212b", "rect", []int{7, 4}},
	{"three", "#7f5aa8", "#7f5aa8", "#ffffff", "triangle", nil},
	{"four", "#adb96a", "#566019", "#17212b", "diamond", []int{2, 3}},
	{"five", "#4a1f1c", "#4a1f1c", "#ffffff", "rect", nil},
	{"six", "#bcd5ea", "#2d6191", "#17212b", "circle", []int{9, 3, 2, 3}},
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
		Fill: marker(1, i), Stroke: marker(3, i), On: marker(4, i),
		Symbol: r.symbol, Dashes: r.dashes,
	}
	if r.line != r.fill {
		l.Outline = marker(2, i)
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
		l := look(i, r)
		inks[l.Fill] = svg.Ink{Colour: r.fill, Class: "c-" + r.name}
		inks[l.Stroke] = svg.Ink{Colour: r.line, Class: "c-line-" + r.name}
		inks[l.On] = svg.Ink{Colour: r.on, Class: "c-on-" + r.name}
		if l.Outline != "" {
			inks[l.Outline] = svg.Ink{Colour: r.line, Class: "c-" + r.name}
		}
	}
	return inks
}
