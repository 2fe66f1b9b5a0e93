package share

import (
	"fmt"
	"image"
	"image/color"
	"image/draw"

	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	"golang.org/x/image/vector"
)

// Pictures must be the same on every machine, and processors differ in how they round
// a product that is added to something. So nothing here depends on that: curves are
// cut into lines with integers, and each glyph is filled alone, as the rasteriser
// works with integers, but for a division, in what is at most 512 pixels wide and high.
const maxGlyph = 512

// levels is how many shades an ink has. They give smooth edges in a palette that is
// small enough for small files.
const levels = 8

// ink is the colour of a text: the first of its shades in the palette.
type ink uint8

// The palette: two flat colours, then the shades of each ink.
const (
	paper     = 0
	rule      = 1
	black ink = 2
	grey  ink = black + levels
	seal  ink = grey + levels
)

// solid is the darkest shade of an ink.
func (i ink) solid() uint8 { return uint8(i) + levels - 1 }

// The colours of templates/style.css.
var (
	paperColour = color.RGBA{0xfb, 0xfa, 0xf6, 0xff}
	ruleColour  = color.RGBA{0xd8, 0xd3, 0xc6, 0xff}
	blackColour = color.RGBA{0x17, 0x21, 0x2b, 0xff}
	greyColour  = color.RGBA{0x43, 0x4f, 0x5a, 0xff}
)

// palette returns the colours of a picture.
func palette(accent color.RGBA) color.Palette {
	p := color.Palette{paperColour, ruleColour}
	for _, c := range []color.RGBA{blackColour, greyColour, accent} {
		for level := 1; level <= levels; level++ {
			p = append(p, color.RGBA{
				mix(paperColour.R, c.R, level), mix(paperColour.G, c.G, level), mix(paperColour.B, c.B, level), 0xff,
			})
		}
	}
	return p
}

// mix returns a shade between two colours, in one of their parts.
func mix(from, to uint8, level int) uint8 {
	return uint8((int(from)*(levels-level) + int(to)*level) / levels)
}

// colourOf reads a colour: #a3201a.
func colourOf(hex string) color.RGBA {
	c := color.RGBA{A: 0xff}
	if _, err := fmt.Sscanf(hex, "#%02x%02x%02x", &c.R, &c.G, &c.B); err != nil {
		return blackColour
	}
	return c
}

// fill draws a glyph with its origin at a place, in pixels down and in 1/64 of one
// across.
func fill(dst *image.Paletted, g glyph, size int, x fixed.Int26_6, y int, c ink) error {
	var buf sfnt.Buffer
	outline, err := g.part.LoadGlyph(&buf, g.index, fixed.I(size), nil)
	if err != nil {
		return err
	}
	box := outline.Bounds()
	at := image.Pt((x + box.Min.X).Floor(), box.Min.Y.Floor())
	w, h := (x+box.Max.X).Ceil()-at.X, box.Max.Y.Ceil()-at.Y
	if w <= 0 || h <= 0 {
		return nil // a space
	}
	if w > maxGlyph || h > maxGlyph {
		return fmt.Errorf("a glyph of %d by %d pixels is too large", w, h)
	}
	pen := pen{z: vector.NewRasterizer(w, h), off: fixed.Point26_6{X: x - fixed.I(at.X), Y: -fixed.I(at.Y)}}
	pen.z.DrawOp = draw.Src
	for _, s := range outline {
		if err := pen.draw(s); err != nil {
			return err
		}
	}
	pen.z.ClosePath()
	mask := image.NewAlpha(image.Rect(0, 0, w, h))
	pen.z.Draw(mask, mask.Bounds(), image.Opaque, image.Point{})
	stain(dst, mask, at.Add(image.Pt(0, y)), c)
	return nil
}

// stain gives what a mask covers the colour of an ink.
func stain(dst *image.Paletted, mask *image.Alpha, at image.Point, c ink) {
	for y := range mask.Rect.Dy() {
		for x := range mask.Rect.Dx() {
			level := (int(mask.Pix[y*mask.Stride+x])*levels + 127) / 255
			p := at.Add(image.Pt(x, y))
			if level == 0 || !p.In(dst.Rect) {
				continue
			}
			shade, pixel := uint8(c)+uint8(level-1), &dst.Pix[dst.PixOffset(p.X, p.Y)]
			if *pixel < uint8(c) || *pixel > c.solid() || *pixel < shade {
				*pixel = shade
			}
		}
	}
}

// pen follows the outline of a glyph.
type pen struct {
	z   *vector.Rasterizer
	off fixed.Point26_6
	at  fixed.Point26_6 // where it is
}

func (p *pen) draw(s sfnt.Segment) error {
	switch s.Op {
	case sfnt.SegmentOpMoveTo:
		p.z.ClosePath()
		p.at = s.Args[0].Add(p.off)
		p.z.MoveTo(pixels(p.at))
	case sfnt.SegmentOpLineTo:
		p.line(s.Args[0].Add(p.off))
	case sfnt.SegmentOpQuadTo:
		p.quad(s.Args[0].Add(p.off), s.Args[1].Add(p.off))
	default:
		return fmt.Errorf("the outline of a glyph has a curve that TrueType does not have: %d", s.Op)
	}
	return nil
}

func (p *pen) line(to fixed.Point26_6) {
	p.at = to
	p.z.LineTo(pixels(to))
}

// quad draws a quadratic curve as lines, so many that none is off by more than an
// eighth of a pixel.
func (p *pen) quad(b, c fixed.Point26_6) {
	a := p.at
	bend := max(abs(a.X-2*b.X+c.X), abs(a.Y-2*b.Y+c.Y)) // 4 times how far the curve is from its chord
	n := fixed.Int26_6(1)
	for n*n*4*8 < bend {
		n++
	}
	for i := fixed.Int26_6(1); i < n; i++ {
		j := n - i
		p.line(fixed.Point26_6{
			X: (j*j*a.X + 2*i*j*b.X + i*i*c.X) / (n * n),
			Y: (j*j*a.Y + 2*i*j*b.Y + i*i*c.Y) / (n * n),
		})
	}
	p.line(c)
}

func abs(x fixed.Int26_6) fixed.Int26_6 { return max(x, -x) }

// pixels returns a place in pixels, which is exact: it has few binary digits.
func pixels(p fixed.Point26_6) (x, y float32) { return float32(p.X) / 64, float32(p.Y) / 64 }
