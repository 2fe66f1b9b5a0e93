package main

import (
	"cmp"
	"image"
	"image/color"
	"math"
	"slices"
)

// The size of every drawing in pixels.
const (
	width  = 1200
	height = 800
)

// A canvas is drawn on from the back to the front.
type canvas struct{ img *image.RGBA }

func newCanvas() *canvas { return &canvas{image.NewRGBA(image.Rect(0, 0, width, height))} }

// An ink is a colour: 0xRRGGBB, and how much of it covers what is below.
type ink struct {
	rgb     uint32
	opacity uint32 // 1 to 255
}

// of returns an opaque ink.
func of(rgb uint32) ink { return ink{rgb, 255} }

// veil returns an ink that lets through what is below, opacity in percent.
func veil(rgb uint32, opacity uint32) ink { return ink{rgb, opacity * 255 / 100} }

// A point is in pixels, from the top left.
type point struct{ x, y float64 }

// A shape is the union of its outlines, each of which goes round in the same sense.
type shape [][]point

// fine is how many steps a pixel has sideways, and lines how many downwards.
const (
	fine  = 256
	lines = 8
)

// fill covers a shape with ink. Once its points are rounded to steps, all is counted in
// whole numbers, the same on every machine.
func (c *canvas) fill(s shape, with ink) {
	top, bottom := s.extent()
	for y := max(0, top); y < min(height, bottom); y++ {
		var cover [width + 1]int32
		for line := range lines {
			s.cross(int64((y*lines+line)*fine+fine/2), cover[:])
		}
		for x := range width {
			if cover[x] > 0 {
				c.blend(x, y, with, uint32(cover[x])*with.opacity/(fine*lines))
			}
		}
	}
}

// extent returns the rows of pixels that a shape lies in, the second excluded.
func (s shape) extent() (top, bottom int) {
	low, high := math.Inf(1), math.Inf(-1)
	for _, outline := range s {
		for _, p := range outline {
			low, high = min(low, p.y), max(high, p.y)
		}
	}
	return int(math.Floor(low)), int(math.Ceil(high)) + 1
}

// cross adds to cover what a shape covers of each pixel along one line. The line is at
// y, counted in steps of 1/(lines*fine) pixel.
func (s shape) cross(y int64, cover []int32) {
	type crossing struct {
		x    int64
		turn int
	}
	var crossings []crossing
	for _, outline := range s {
		for i, p := range outline {
			q := outline[(i+1)%len(outline)]
			x1, y1, x2, y2 := step(p.x), step(p.y)*lines, step(q.x), step(q.y)*lines
			if y1 <= y && y < y2 || y2 <= y && y < y1 {
				turn := 1
				if y2 < y1 {
					turn = -1
				}
				crossings = append(crossings, crossing{x1 + (x2-x1)*(y-y1)/(y2-y1), turn})
			}
		}
	}
	slices.SortFunc(crossings, func(a, b crossing) int { return cmp.Compare(a.x, b.x) })
	inside := 0
	for i, at := range crossings {
		if inside != 0 {
			span(cover, crossings[i-1].x, at.x)
		}
		inside += at.turn
	}
}

// step returns a place in steps.
func step(v float64) int64 { return int64(math.Round(v * fine)) }

// span adds what lies between two places of a line to the pixels there.
func span(cover []int32, from, to int64) {
	from, to = max(from, 0), min(to, width*fine)
	for x := from / fine; x*fine < to; x++ {
		cover[x] += int32(min(to, (x+1)*fine) - max(from, x*fine))
	}
}

// blend puts ink on a pixel: none at 0, all at 255.
func (c *canvas) blend(x, y int, with ink, much uint32) {
	old := c.img.RGBAAt(x, y)
	mix := func(below uint8, above uint32) uint8 {
		return uint8((uint32(below)*(255-much) + above*much + 127) / 255)
	}
	c.img.SetRGBA(x, y, color.RGBA{
		mix(old.R, with.rgb>>16), mix(old.G, with.rgb>>8&255), mix(old.B, with.rgb&255), 255,
	})
}
