// Package brand has what a publisher chooses of the look: an accent colour, which
// must be readable, and an emblem, which must be harmless.
package brand

import (
	"fmt"

	"gongshi/internal/diag"
)

// Identity is how a publisher is recognised. The zero value is gongshi's own.
type Identity struct {
	Accent     Choice // on light paper
	AccentDark Choice // on dark paper; unset: made from Accent
	Emblem     Emblem
}

// Choice is a colour as it was written, such as "#a3201a".
type Choice struct {
	Text string // "" when nothing was written
	Pos  diag.Pos
}

// The colours of the page, as in templates/style.css.
var (
	LightPaper = Colour{0xfb, 0xfa, 0xf6}
	DarkPaper  = Colour{0x13, 0x18, 0x1c}
)

var white = Colour{0xff, 0xff, 0xff}

// leastContrast is that of text with what is behind it (WCAG 2.2, 1.4.3).
const leastContrast = 4.5

// Check reports an accent that is no colour, or that people with weak eyes cannot
// read: as text on the page, and behind text of the page's colour.
func (i Identity) Check() diag.List {
	var l diag.List
	if i.Accent.Text == "" && i.AccentDark.Text != "" {
		l.Add(diag.At(i.AccentDark.Pos, "accent_dark stands alone; it goes with accent").WithHint("add a line such as accent = %q", LightAccent))
	}
	l.Append(i.Accent.check("accent", "light", LightPaper))
	l.Append(i.AccentDark.check("accent_dark", "dark", DarkPaper))
	return l
}

func (c Choice) check(key, ground string, paper Colour) diag.List {
	if c.Text == "" {
		return nil
	}
	colour, ok := Parse(c.Text)
	if !ok {
		return diag.List{diag.At(c.Pos, "%s %q is not a colour; a colour is # and six hexadecimal digits", key, c.Text).
			WithHint("write it as in %s = %q", key, LightAccent)}
	}
	if got := Contrast(colour, paper); got < leastContrast {
		return diag.List{diag.At(c.Pos, "%s %s has a contrast of %.2f:1 with the %s page, %s; text needs at least %.1f:1", key, colour, floor(got), ground, paper, leastContrast).
			WithHint("the nearest colour that passes is %s", colour.readable(paper, leastContrast))}
	}
	return nil
}

// floor cuts a ratio after two digits, so that 4.499 is not printed as enough.
func floor(ratio float64) float64 { return float64(int(ratio*100)) / 100 }

// LightAccent is the accent of templates/style.css, an example for messages.
const LightAccent = "#a3201a"

// Tokens returns the rules that give the stylesheet the publisher's colours, "" when
// it keeps its own. The identity has passed Check.
func (i Identity) Tokens() string {
	light, ok := Parse(i.Accent.Text)
	if !ok {
		return ""
	}
	dark, ok := Parse(i.AccentDark.Text)
	if !ok {
		dark = light.readable(DarkPaper, leastContrast)
	}
	return fmt.Sprintf("\n@layer tokens { :root { --accent: %s; --accent-dark: %s; } }\n", light, dark)
}
