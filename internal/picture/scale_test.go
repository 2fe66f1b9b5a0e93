package picture

import (
	"crypto/sha256"
	"encoding/hex"
	"image"
	"image/color"
	"math"
	"testing"
)

// The tables and a scaled picture, on whatever processor the test runs.
func TestSamePixelsOnEveryMachine(t *testing.T) {
	if got, want := hashOf(tones[:]), "04944e3908aae6a2a64506cdb2f61705a307e36cb2e69494c718073960bbbad9"; got != want {
		t.Errorf("the tones hash to %s, want %s", got, want)
	}
	img := image.NewNRGBA(image.Rect(0, 0, 317, 211))
	for i, state := 0, uint32(1); i < len(img.Pix); i++ {
		state = state*1664525 + 1013904223
		img.Pix[i] = byte(state >> 24)
	}
	if got, want := hashOf(scale(img, Size{100, 66}).Pix), "aeced9b5fad301505bb620acd0debb7f97e3afcf6c4c2a090526b5946750837f"; got != want {
		t.Errorf("the scaled noise hashes to %s, want %s", got, want)
	}
}

func hashOf(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

func TestTables(t *testing.T) {
	if lights[0] != 0 || lights[255] != fullLight || tones[fullLight] != 255 {
		t.Errorf("black is %d, white %d, full light %d", lights[0], lights[255], tones[fullLight])
	}
	for tone, light := range lights {
		if got := int(tones[light]); got != tone {
			t.Errorf("tone %d comes back as %d", tone, got)
		}
	}
}

// In its own size, a picture comes back as it was, down to the faintest pixel.
func TestSameSizeIsSamePicture(t *testing.T) {
	img := image.NewNRGBA(image.Rect(0, 0, 256, 256))
	for alpha := 1; alpha < 256; alpha++ {
		for tone := range 256 {
			img.SetNRGBA(tone, alpha, color.NRGBA{byte(tone), byte(255 - tone), byte(tone / 2), byte(alpha)})
		}
	}
	scaled := scale(img, Size{256, 256})
	for i := range img.Pix {
		if d := int(img.Pix[i]) - int(scaled.Pix[i]); d < -1 || d > 1 || (d != 0 && img.Pix[i|3] > 8) {
			t.Fatalf("byte %d of pixel %d was %d and is %d, at opacity %d", i%4, i/4, img.Pix[i], scaled.Pix[i], img.Pix[i|3])
		}
	}
}

func TestFlatColourStays(t *testing.T) {
	for _, size := range []Size{{1, 1}, {2, 3}, {33, 21}, {99, 70}, {100, 71}} {
		for tone := range 256 {
			c := color.RGBA{byte(tone), byte(255 - tone), 7, 255}
			img := image.NewRGBA(image.Rect(5, 5, 105, 76)) // not at the origin
			for i := range 100 * 71 {
				copy(img.Pix[4*i:], []byte{c.R, c.G, c.B, c.A})
			}
			scaled := scale(img, size)
			for i := range size.Width * size.Height {
				if got := [4]byte(scaled.Pix[4*i:]); got != [4]byte{c.R, c.G, c.B, c.A} {
					t.Fatalf("%v at %v became %v", c, size, got)
				}
			}
		}
	}
}

// Half black and half white is half the light: tone 188, not 128.
func TestLightIsMixed(t *testing.T) {
	img := image.NewGray(image.Rect(0, 0, 64, 64))
	for i := range img.Pix {
		img.Pix[i] = byte((i + i/64) % 2 * 255)
	}
	if got := scale(img, Size{32, 32}).NRGBAAt(16, 16); got != (color.NRGBA{188, 188, 188, 255}) {
		t.Errorf("a fine pattern became %v", got)
	}
}

// The colour under transparent pixels does not show at the edge of others.
func TestNoFringe(t *testing.T) {
	img := corners(64, 64, [4]color.NRGBA{red, {0, 255, 0, 0}, red, {0, 255, 0, 0}})
	scaled := scale(img, Size{20, 20})
	for x := range 20 {
		c := scaled.NRGBAAt(x, 10)
		if c.A == 0 && c != (color.NRGBA{}) || c.A > 0 && (c.R != red.R || c.G != red.G || c.B != red.B) {
			t.Errorf("pixel %d is %v", x, c)
		}
	}
	if c := scaled.NRGBAAt(2, 10); c != red {
		t.Errorf("the opaque side is %v", c)
	}
}

// The weights are those of the formula, to many digits.
func TestFilter(t *testing.T) {
	exact := func(d float64) float64 {
		switch d = math.Abs(d); {
		case d < 1:
			return 1.5*d*d*d - 2.5*d*d + 1
		case d < 2:
			return -0.5*d*d*d + 2.5*d*d - 4*d + 2
		}
		return 0
	}
	for _, size := range [][2]int{{1, 1}, {7, 7}, {4000, 1600}, {1600, 960}, {1601, 1600}, {65535, 1600}, {65535, 1}, {3, 2}} {
		from, to := size[0], size[1]
		for i, taps := range newFilter(from, to) {
			scale, sum, exactSum := float64(from)/float64(to), int64(0), 0.0
			for j := range from {
				exactSum += exact((float64(j)+0.5)/scale - float64(i) - 0.5)
			}
			for k, w := range taps.weights {
				want := exact((float64(taps.first+k)+0.5)/scale-float64(i)-0.5) / exactSum
				if got := float64(w) / one; math.Abs(got-want) > 1e-4 {
					t.Fatalf("%d to %d: weight %d of %d is %g, want %g", from, to, k, i, got, want)
				}
				sum += w
			}
			if sum != one {
				t.Fatalf("%d to %d: the weights of %d add up to %d", from, to, i, sum)
			}
			if i > 40 {
				break
			}
		}
	}
}
