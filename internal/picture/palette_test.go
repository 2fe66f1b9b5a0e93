package picture

import (
	"image"
	"image/color"
	"testing"
)

// paint returns a picture with one colour for each pixel of a size.
func paint(size Size, colour func(x, y int) color.NRGBA) *image.NRGBA {
	img := image.NewNRGBA(image.Rect(0, 0, size.Width, size.Height))
	for y := range size.Height {
		for x := range size.Width {
			img.SetNRGBA(x, y, colour(x, y))
		}
	}
	return img
}

// wantPalette holds a picture to be written with a palette in which no colour is
// further away than it may be.
func wantPalette(t *testing.T, img *image.NRGBA, far int) *image.Paletted {
	t.Helper()
	p, ok := withPalette(img).(*image.Paletted)
	if !ok {
		t.Fatal("there is no palette")
	}
	for i := range p.Pix {
		was, is := colourAt(img, 4*i), p.Palette[p.Pix[i]].(color.NRGBA)
		if apart(was, is) > far {
			t.Fatalf("pixel %d was %v and is %v", i, was, is)
		}
	}
	return p
}

func TestFewColoursStay(t *testing.T) {
	img := paint(Size{16, 16}, func(x, y int) color.NRGBA { return color.NRGBA{byte(16*y + x), 7, byte(x), 255} })
	if p := wantPalette(t, img, 0); len(p.Palette) != 256 {
		t.Errorf("256 colours became %d", len(p.Palette))
	}
}

// Two areas of nearly the same colour stay two, while the mixtures at an edge move.
func TestAreasStay(t *testing.T) {
	img := paint(Size{400, 300}, func(x, y int) color.NRGBA {
		switch {
		case x == 200:
			return color.NRGBA{byte(y), byte(255 - y/2), byte(y * 7), 255}
		case x < 200:
			return color.NRGBA{100, 100, 100, 255}
		}
		return color.NRGBA{101, 100, 100, 255}
	})
	p := wantPalette(t, img, furthest)
	for _, x := range []int{10, 300} {
		if got, want := p.At(x, 5), img.At(x, 5); got != want {
			t.Errorf("an area was %v and is %v", want, got)
		}
	}
}

func TestSoftShadesHaveNoPalette(t *testing.T) {
	shades := paint(Size{256, 256}, func(x, y int) color.NRGBA { return color.NRGBA{byte(x), byte(y), byte(x + y), 255} })
	state := uint32(1)
	halfNoise := paint(Size{256, 256}, func(x, y int) color.NRGBA {
		state = state*1664525 + 1013904223
		if y < 220 {
			return red
		}
		return color.NRGBA{byte(state >> 24), byte(state >> 16), byte(state >> 8), 255}
	})
	for name, img := range map[string]*image.NRGBA{"shades": shades, "a flat picture with noise": halfNoise} {
		if got := withPalette(img); got != image.Image(img) {
			t.Errorf("%s: got %T", name, got)
		}
	}
}
