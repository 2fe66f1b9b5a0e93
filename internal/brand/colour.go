package brand

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// Colour is a colour of the screen, sRGB.
type Colour struct{ R, G, B uint8 }

// Parse reads "#a3201a" or "#a21". It reports false for anything else, names of
// colours included.
func Parse(s string) (Colour, bool) {
	digits, ok := strings.CutPrefix(s, "#")
	if len(digits) == 3 {
		digits = string([]byte{digits[0], digits[0], digits[1], digits[1], digits[2], digits[2]})
	}
	n, err := strconv.ParseUint(digits, 16, 24)
	if !ok || err != nil || len(digits) != 6 {
		return Colour{}, false
	}
	return Colour{uint8(n >> 16), uint8(n >> 8), uint8(n)}, true
}

// String prints the colour as CSS has it: "#a3201a".
func (c Colour) String() string { return fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B) }

// Contrast is the ratio that WCAG 2.2 defines: 1 to 21, the same both ways.
func Contrast(a, b Colour) float64 {
	la, lb := a.luminance(), b.luminance()
	return (max(la, lb) + 0.05) / (min(la, lb) + 0.05)
}

// luminance is how much light a colour gives, as WCAG 2.2 defines it: 0 to 1.
func (c Colour) luminance() float64 {
	r, g, b := c.linear()
	return 0.2126*r + 0.7152*g + 0.0722*b
}

// linear returns the light of each channel: 0 to 1 (IEC 61966-2-1).
func (c Colour) linear() (r, g, b float64) {
	light := func(n uint8) float64 {
		v := float64(n) / 255
		if v <= 0.04045 {
			return v / 12.92
		}
		return math.Pow((v+0.055)/1.055, 2.4)
	}
	return light(c.R), light(c.G), light(c.B)
}

// readable returns the colour of the same hue, lighter or darker, that has a
// contrast with a ground and is nearest to c.
func (c Colour) readable(ground Colour, least float64) Colour {
	step, end := 1.0/256, white
	if ground.luminance() > 0.18 { // as far from white as from black
		step, end = -step, Colour{}
	}
	for lab := c.oklab(); lab.l >= 0 && lab.l <= 1; lab.l += step {
		if near := lab.colour(); Contrast(near, ground) >= least {
			return near
		}
	}
	return end
}

// oklab is a colour as people see it: l is its lightness, 0 to 1, a and b its hue and
// how strong it is (Björn Ottosson, "A perceptual color space for image processing").
type oklab struct{ l, a, b float64 }

func (c Colour) oklab() oklab {
	r, g, b := c.linear()
	l := math.Cbrt(0.4122214708*r + 0.5363325363*g + 0.0514459929*b)
	m := math.Cbrt(0.2119034982*r + 0.6806995451*g + 0.1073969566*b)
	s := math.Cbrt(0.0883024619*r + 0.2817188376*g + 0.6299787005*b)
	return oklab{
		0.2104542553*l + 0.7936177850*m - 0.0040720468*s,
		1.9779984951*l - 2.4285922050*m + 0.4505937099*s,
		0.0259040371*l + 0.7827717662*m - 0.8086757660*s,
	}
}

// colour returns what a screen can show of it: paler where it is too strong. The last
// digits of processors differ, and are rounded away.
func (lab oklab) colour() Colour {
	for {
		r, g, b := lab.linear()
		if min(r, g, b) >= -0.0001 && max(r, g, b) <= 1.0001 || math.Abs(lab.a)+math.Abs(lab.b) < 0.001 {
			return Colour{tone(r), tone(g), tone(b)}
		}
		lab.a *= 0.98
		lab.b *= 0.98
	}
}

func (lab oklab) linear() (r, g, b float64) {
	cube := func(v float64) float64 { return v * v * v }
	l := cube(lab.l + 0.3963377774*lab.a + 0.2158037573*lab.b)
	m := cube(lab.l - 0.1055613458*lab.a - 0.0638541728*lab.b)
	s := cube(lab.l - 0.0894841775*lab.a - 1.2914855480*lab.b)
	return 4.0767416621*l - 3.3077115913*m + 0.2309699292*s,
		-1.2684380046*l + 2.6097574011*m - 0.3413193965*s,
		-0.0041960863*l - 0.7034186147*m + 1.7076147010*s
}

// tone returns a channel of the screen that gives so much light.
func tone(light float64) uint8 {
	v := 12.92 * light
	if light > 0.0031308 {
		v = 1.055*math.Pow(light, 1/2.4) - 0.055
	}
	return uint8(math.Round(255 * max(0, min(1, v))))
}
