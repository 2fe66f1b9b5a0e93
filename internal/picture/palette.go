package picture

import (
	"cmp"
	"image"
	"image/color"
	"maps"
	"slices"
)

// A drawing has few colours and, once it is scaled, thousands of mixtures along its
// edges. Written in full they make it heavier than the larger original; with
// 256 colours it has a quarter of that. Areas keep their colour, and what moves a
// little is the mixtures, which nobody sees.
const (
	mostColours = 256  // of a PNG with a palette
	flatPart    = 80   // percent of the pixels that the most frequent colours of a drawing make up
	mostAreas   = 128  // of them are kept as they are,
	leastArea   = 2000 // if one in so many pixels has the colour
	furthest    = 32   // of 255, and of red, green, blue and opacity each: how far a mixture may move
)

// withPalette returns a drawing with a palette. A picture of soft shades is returned
// as it is: with so few of them, steps would show.
func withPalette(img *image.NRGBA) image.Image {
	counts := map[color.NRGBA]int{}
	for i := 0; i < len(img.Pix); i += 4 {
		counts[colourAt(img, i)]++
	}
	// The most frequent first; else in some order that is always the same.
	colours := slices.SortedFunc(maps.Keys(counts), func(a, b color.NRGBA) int {
		return cmp.Or(cmp.Compare(counts[b], counts[a]), cmp.Compare(number(a), number(b)))
	})
	if !isFlat(colours, counts, len(img.Pix)/4) {
		return img
	}
	palette := choose(frequent(colours, counts, len(img.Pix)/4), colours)
	if palette == nil {
		return img
	}
	index := make(map[color.NRGBA]uint8, len(colours))
	for _, c := range colours {
		index[c] = nearest(palette, c)
	}
	out := image.NewPaletted(img.Rect, make(color.Palette, len(palette)))
	for i, c := range palette {
		out.Palette[i] = c
	}
	for i := range out.Pix {
		out.Pix[i] = index[colourAt(img, 4*i)]
	}
	return out
}

func colourAt(img *image.NRGBA, i int) color.NRGBA {
	return color.NRGBA{img.Pix[i], img.Pix[i+1], img.Pix[i+2], img.Pix[i+3]}
}

// number returns a number that no other colour has.
func number(c color.NRGBA) uint32 {
	return uint32(c.R)<<24 | uint32(c.G)<<16 | uint32(c.B)<<8 | uint32(c.A)
}

// isFlat reports whether the most frequent colours make up most of a picture.
func isFlat(colours []color.NRGBA, counts map[color.NRGBA]int, pixels int) bool {
	sum := 0
	for _, c := range colours[:min(len(colours), mostColours)] {
		sum += counts[c]
	}
	return int64(sum)*100 >= int64(pixels)*flatPart
}

// frequent returns those of the colours that areas are filled with.
func frequent(colours []color.NRGBA, counts map[color.NRGBA]int, pixels int) []color.NRGBA {
	n := 0
	for n < min(len(colours), mostAreas) && counts[colours[n]]*leastArea >= pixels {
		n++
	}
	return colours[:n:n]
}

// choose returns the areas' colours and so many others that each of the given ones has
// one near it, as near as can be; or nil if there are too many for that.
func choose(areas, colours []color.NRGBA) []color.NRGBA {
	for far := 0; far <= furthest; far = max(1, 2*far) {
		if palette := cover(areas, colours, far); palette != nil {
			return palette
		}
	}
	return nil
}

// cover returns the areas' colours and so many others that each of the given ones has
// one that is no further away than far, or nil.
func cover(areas, colours []color.NRGBA, far int) []color.NRGBA {
	palette := slices.Clone(areas)
	for _, c := range colours {
		if slices.ContainsFunc(palette, func(p color.NRGBA) bool { return apart(p, c) <= far }) {
			continue
		}
		if len(palette) == mostColours {
			return nil
		}
		palette = append(palette, c)
	}
	return palette
}

// nearest returns the index of the colour that is nearest to c.
func nearest(palette []color.NRGBA, c color.NRGBA) uint8 {
	best := 0
	for i, p := range palette {
		if apart(p, c) < apart(palette[best], c) {
			best = i
		}
	}
	return uint8(best)
}

// apart returns how far two colours are from each other, in the channel in which they
// differ most.
func apart(a, b color.NRGBA) int {
	d := func(x, y uint8) int { return max(int(x)-int(y), int(y)-int(x)) }
	return max(d(a.R, b.R), d(a.G, b.G), d(a.B, b.B), d(a.A, b.A))
}
