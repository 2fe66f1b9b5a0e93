package ink

import (
	"fmt"
	"math"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// A sheet is the stylesheet as far as it is about the colours of charts.
type sheet struct {
	rules  map[string]map[string]string // by class: the custom property of its fill and of its stroke
	themes map[string]map[string]string // by theme: the custom properties
	dashed map[string]bool              // the roles whose outline is dashed where a reader has chosen all colours
}

// readSheet reads the stylesheet. Each theme has the properties of the light one
// where it has none of its own.
func readSheet(t *testing.T) sheet {
	t.Helper()
	data, err := os.ReadFile("../../../templates/style.css")
	if err != nil {
		t.Fatal(err)
	}
	css := string(data)
	s := sheet{rules: map[string]map[string]string{}, themes: map[string]map[string]string{}, dashed: map[string]bool{}}
	for _, rule := range regexp.MustCompile(`(?m)^ {2}\.(c-[\w-]+) \{(.*)\}`).FindAllStringSubmatch(css, -1) {
		s.rules[rule[1]] = map[string]string{}
		for _, d := range regexp.MustCompile(`(fill|stroke): var\((--[\w-]+)\)`).FindAllStringSubmatch(rule[2], -1) {
			s.rules[rule[1]][d[1]] = d[2]
		}
	}
	for _, rule := range regexp.MustCompile(`(?m)^ {4}\.c-(\w+) \{ stroke-dasharray: `).FindAllStringSubmatch(css, -1) {
		s.dashed[rule[1]] = true
	}
	for theme, begin := range map[string]string{
		"light": "", "dark": "@media (prefers-color-scheme: dark)", "forced": "@media (forced-colors: active)", "print": "@media print",
	} {
		s.themes[theme] = properties(t, css, "")
		for name, value := range properties(t, css, begin) {
			s.themes[theme][name] = value
		}
	}
	return s
}

// properties are the custom properties of the first :root after a text.
func properties(t *testing.T, css, after string) map[string]string {
	t.Helper()
	_, css, found := strings.Cut(css, after)
	_, css, root := strings.Cut(css, ":root {")
	block, _, end := strings.Cut(css, "}")
	if !found || !root || !end {
		t.Fatalf("the stylesheet has no :root after %q", after)
	}
	out := map[string]string{}
	for _, p := range regexp.MustCompile(`(--[\w-]+): ([^;]+);`).FindAllStringSubmatch(block, -1) {
		out[p[1]] = p[2]
	}
	return out
}

// of returns the colour that a class gives to a property, "" for none.
func (s sheet) of(t *testing.T, theme, class, property string) string {
	t.Helper()
	if s.rules[class] == nil {
		t.Fatalf("the stylesheet has no rule for .%s", class)
	}
	name := s.rules[class][property]
	if name != "" && s.themes[theme][name] == "" {
		t.Fatalf("%s: the stylesheet has no %s", theme, name)
	}
	return s.themes[theme][name]
}

// outline is what shows where a mark ends: its outline or, without one, its area.
func (s sheet) outline(t *testing.T, theme, role string) string {
	if line := s.of(t, theme, "c-"+role, "stroke"); line != "" {
		return line
	}
	return s.of(t, theme, "c-"+role, "fill")
}

var (
	painted = []string{"light", "dark", "print"}
	themes  = append([]string{"forced"}, painted...)
)

func TestContrasts(t *testing.T) {
	s := readSheet(t)
	for _, theme := range painted {
		paper := s.themes[theme]["--paper"]
		track := s.of(t, theme, "c-track", "fill")
		check := func(what, a, b string, least float64) {
			t.Helper()
			if got := contrast(t, a, b); got < least {
				t.Errorf("%s: %s: %s on %s has contrast %.2f, want %.1f", theme, what, a, b, got, least)
			}
		}
		for _, class := range []string{"c-text", "c-text2"} {
			check(class, s.of(t, theme, class, "fill"), paper, 4.5)
			check(class+" on a track", s.of(t, theme, class, "fill"), track, 4.5)
		}
		check("goal", s.of(t, theme, "c-goal", "fill"), track, 3)
		check("goal line", s.of(t, theme, "c-line-goal", "stroke"), paper, 3)
		for _, r := range roles {
			edge := s.outline(t, theme, r.name)
			check(r.name+" mark", edge, paper, 3)
			check(r.name+" mark on a track", edge, track, 3)
			check(r.name+" line", s.of(t, theme, "c-line-"+r.name, "stroke"), paper, 3)
			check(r.name+" text", s.of(t, theme, "c-on-"+r.name, "fill"), s.of(t, theme, "c-"+r.name, "fill"), 4.5)
			if s.texture(t, theme, r.name) != "" {
				check(r.name+" texture", s.of(t, theme, "c-tex-"+r.name, "stroke"), s.of(t, theme, "c-"+r.name, "fill"), 3)
			}
			if r.line != r.fill {
				check(r.name+" outline", edge, s.of(t, theme, "c-"+r.name, "fill"), 3)
			}
		}
	}
}

// never are the pairs that no chart has. Package plot gives the states of projects
// and of the schedule the roles done, open, neutral, one, three and four; other
// parts one to six and neutral. One part that is left over may join the states: it
// is never two beside open, and five beside done would be the seventh part.
var never = map[[2]string]bool{{"open", "two"}: true, {"done", "five"}: true}

// Whatever the order of the parts of a chart, any two are told apart without their
// hues, side by side and in the legend: one is lighter, or has another texture.
func TestPartsAreToldApartWithoutHues(t *testing.T) {
	const least = 15 // of 100
	s := readSheet(t)
	for _, theme := range themes {
		for i, a := range roles {
			for _, b := range roles[i+1:] {
				differ := math.Abs(s.lightness(t, theme, a.name) - s.lightness(t, theme, b.name))
				same := s.texture(t, theme, a.name) == s.texture(t, theme, b.name)
				if differ < least && same && !never[[2]string{a.name, b.name}] {
					t.Errorf("%s: %s and %s differ by %.1f in lightness, want %d or another texture", theme, a.name, b.name, differ, least)
				}
			}
		}
	}
}

// Lines are told apart by their points and dashes.
func TestLinesAreToldApartWithoutColours(t *testing.T) {
	seen := map[string]string{}
	for _, r := range roles {
		look := fmt.Sprint(r.symbol, r.dashes)
		if seen[look] != "" {
			t.Errorf("%s and %s both have %s", seen[look], r.name, look)
		}
		seen[look] = r.name
	}
}

// lightness is how light the area of a role is, texture aside.
func (s sheet) lightness(t *testing.T, theme, role string) float64 {
	t.Helper()
	switch fill := s.of(t, theme, "c-"+role, "fill"); fill {
	case "Canvas":
		return 100
	case "CanvasText":
		return 0
	default:
		return lightness(t, fill)
	}
}

// texture is how the area of a role looks, its colour aside; "" is plain.
func (s sheet) texture(t *testing.T, theme, role string) string {
	t.Helper()
	if theme == "forced" && s.dashed[role] {
		return "a dashed outline"
	}
	ink := All()[Of(role).Fill]
	if ink.Texture.Path == "" || s.of(t, theme, ink.Texture.Class, "stroke") == "none" {
		return ""
	}
	return ink.Texture.Path
}

// A drawing looks the same with the stylesheet, in light, and without it.
func TestStylesheetHasTheInks(t *testing.T) {
	s := readSheet(t)
	for marker, i := range All() {
		fill, stroke := s.of(t, "light", i.Class, "fill"), s.of(t, "light", i.Class, "stroke")
		if long(i.Colour) != long(fill) && long(i.Colour) != long(stroke) {
			t.Errorf("%s is %s; the stylesheet has .%s filled with %q, and its outline %q", marker, i.Colour, i.Class, fill, stroke)
		}
	}
}

func TestPrintSavesInk(t *testing.T) {
	s := readSheet(t)
	for _, r := range roles {
		light, print := s.of(t, "light", "c-"+r.name, "fill"), s.of(t, "print", "c-"+r.name, "fill")
		if lightness(t, print) < lightness(t, light)-1 {
			t.Errorf("%s is darker on paper, %s, than on a screen, %s", r.name, print, light)
		}
	}
}

// Where a reader has chosen all colours, there are no others.
func TestForcedColoursAreTheSystems(t *testing.T) {
	s := readSheet(t)
	for class, rule := range s.rules {
		for property := range rule {
			if colour := s.of(t, "forced", class, property); strings.HasPrefix(colour, "#") {
				t.Errorf(".%s has the %s %s where a reader has chosen all colours", class, property, colour)
			}
		}
	}
}

// long writes a colour with six digits.
func long(colour string) string {
	if len(colour) == len("#fff") {
		return "#" + strings.Repeat(colour[1:2], 2) + strings.Repeat(colour[2:3], 2) + strings.Repeat(colour[3:4], 2)
	}
	return colour
}

// luminance is how much light a colour gives, as WCAG defines it: 0 to 1.
func luminance(t *testing.T, colour string) float64 {
	t.Helper()
	rgb, err := strconv.ParseUint(strings.TrimPrefix(long(colour), "#"), 16, 32)
	if err != nil {
		t.Fatalf("the colour %q is not hexadecimal", colour)
	}
	linear := func(shift int) float64 {
		c := float64(rgb>>shift&255) / 255
		if c <= 0.04045 {
			return c / 12.92
		}
		return math.Pow((c+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(16) + 0.7152*linear(8) + 0.0722*linear(0)
}

// contrast is the ratio that WCAG defines: 1 to 21.
func contrast(t *testing.T, a, b string) float64 {
	t.Helper()
	la, lb := luminance(t, a), luminance(t, b)
	return (max(la, lb) + 0.05) / (min(la, lb) + 0.05)
}

// lightness is L* of CIELAB: how light a colour looks, 0 to 100.
func lightness(t *testing.T, colour string) float64 {
	t.Helper()
	y := luminance(t, colour)
	if y <= 0.008856 {
		return 903.3 * y
	}
	return 116*math.Cbrt(y) - 16
}
