package picture

import (
	"image"
	"image/draw"
)

// scale returns a picture in a size that is no larger than its own. It weighs
// neighbours as Catmull and Rom do, which keeps edges crisp, and it mixes light, not
// the numbers that stand for it: else fine patterns would come out too dark.
//
// golang.org/x/image/draw has the same filter in floating point. There the last bit
// depends on the processor (golang.org/issue/67029), and it mixes the numbers.
func scale(img image.Image, size Size) *image.NRGBA {
	out := image.NewNRGBA(image.Rect(0, 0, size.Width, size.Height))
	filter := newFilter(img.Bounds().Dy(), size.Height)
	source := newRows(img, size.Width, filter)
	mixed := make([]pixel, size.Width)
	for y, taps := range filter {
		clear(mixed)
		for i, weight := range taps.weights {
			row := source.at(taps.first + i)
			for x := range mixed {
				mixed[x].add(&row[x], weight)
			}
		}
		for x := range mixed {
			mixed[x].rounded().put(out.Pix[out.PixOffset(x, y):])
		}
	}
	return out
}

// rows gives the rows of a picture, scaled in width. They are asked for from the top to
// the bottom, a few at a time, so that no more than those few are held.
type rows struct {
	img    image.Image
	strip  draw.Image // one row of img,
	bytes  []byte     // its bytes: red, green, blue, opacity,
	light  []pixel    // and its light
	filter []taps     // from the width of img to that of the rows
	ring   [][]pixel  // the newest rows; row y is at y modulo the length
	made   int        // how many rows were made
}

// newRows returns the rows of img for a filter in height.
func newRows(img image.Image, width int, height []taps) *rows {
	strip := image.NewNRGBA(image.Rect(0, 0, img.Bounds().Dx(), 1))
	r := &rows{img: img, strip: strip, bytes: strip.Pix, light: make([]pixel, img.Bounds().Dx())}
	if o, ok := img.(interface{ Opaque() bool }); ok && o.Opaque() {
		// The same bytes, and Go copies to this type fast.
		r.strip = &image.RGBA{Pix: strip.Pix, Stride: strip.Stride, Rect: strip.Rect}
	}
	r.filter = newFilter(len(r.light), width)
	most := 0
	for _, t := range height {
		most = max(most, len(t.weights))
	}
	for range most {
		r.ring = append(r.ring, make([]pixel, width))
	}
	return r
}

// at returns row y, which is none of those that have left the ring.
func (r *rows) at(y int) []pixel {
	for ; r.made <= y; r.made++ {
		r.make(r.made, r.ring[r.made%len(r.ring)])
	}
	return r.ring[y%len(r.ring)]
}

// make writes row y to out.
func (r *rows) make(y int, out []pixel) {
	b := r.img.Bounds()
	draw.Draw(r.strip, r.strip.Bounds(), r.img, b.Min.Add(image.Pt(0, y)), draw.Src)
	for x := range r.light {
		r.light[x] = lightOf(r.bytes[4*x:])
	}
	for x, taps := range r.filter {
		var mixed pixel
		light := r.light[taps.first:]
		for i, weight := range taps.weights {
			mixed.add(&light[i], weight)
		}
		out[x] = mixed.rounded()
	}
}
