// Package picture makes an editor's pictures fit to be published: upright, in a few
// sizes for the web, and with nothing in the file but the pixels. A photograph may
// say where, when, by whom and with which device it was taken, and may carry a small
// copy of what was cut away. None of that is removed piece by piece: each picture is
// drawn anew, and what is not a pixel is never written.
//
// The package is pure: bytes in, bytes out, without clock, disk or network. The same
// file gives the same bytes on every machine, on any number of cores: all
// arithmetic is in whole numbers. Only another version of Go may encode otherwise,
// and [Key] knows it.
//
// Colour profiles go as well: all pixels are taken for sRGB, so that the colours of
// Display P3 come out a little paler. Of an animated PNG, the still picture is
// published.
package picture

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"runtime"
)

// What a picture may be at most. A file that claims more pixels is refused by its
// header, before room is made for them.
const (
	MaxBytes  = 20 << 20  // of the file; phones write up to 15 MB
	MaxPixels = 50 << 20  // width times height; the cameras sold as 50 megapixels have 8192 x 6144
	maxSide   = 1<<16 - 1 // pixels; what JPEG can say, and what browsers show
	maxScans  = 256       // of a JPEG; cameras write 1, programs about 10, and each costs a walk over all pixels
)

// widths are the widths in pixels that pictures are published in: a phone, a phone
// with a fine screen or a column of text, a wide column on a fine screen.
var widths = [...]int{480, 960, 1600}

// A Format is a way to keep a picture in a file.
type Format string

const (
	JPEG Format = "JPEG"
	PNG  Format = "PNG"
	WebP Format = "WebP" // read, never written
)

// Ext returns the ending of file names in the format: .jpg, .png or .webp.
func (f Format) Ext() string {
	switch f {
	case JPEG:
		return ".jpg"
	case PNG:
		return ".png"
	}
	return ".webp"
}

// A Size is that of an upright picture in pixels, at least 1 x 1.
type Size struct{ Width, Height int }

// Info is what the header of a picture says.
type Info struct {
	Size               // upright: width and height are exchanged where the camera was held on its side
	Format      Format // of the file, whatever its name says
	Published   Format // of the variants: JPEG for photographs, PNG for drawings
	orientation int    // 1 to 8, as EXIF counts
}

// A Variant is the picture in one size, as it is to be published.
type Variant struct {
	Size
	Format Format // JPEG or PNG
	Data   []byte // the whole file
}

// Inspect reads the header of a picture. It is cheap: no pixel is decoded, so that
// damage further on is left for [Variants] to find. The error is a [*Fault].
func Inspect(data []byte) (Info, error) {
	if len(data) > MaxBytes {
		return Info{}, fault("make it smaller; 2000 pixels in width are plenty",
			"the file has %.1f MB; a picture may have %d MB", float64(len(data))/(1<<20), MaxBytes>>20)
	}
	format, err := sniff(data)
	if err != nil {
		return Info{}, err
	}
	return inspect(format, data)
}

// Sizes returns the sizes of the variants, the smallest first: at least one, and none
// wider than the picture itself. A width that is close to the next one is left out.
func (i Info) Sizes() []Size {
	widest := min(i.Width, widths[len(widths)-1])
	var sizes []Size
	for _, width := range widths {
		if width*5 <= widest*4 {
			sizes = append(sizes, i.scaledTo(width))
		}
	}
	return append(sizes, i.scaledTo(widest))
}

// scaledTo returns the size with the given width and the same shape, as nearly as
// whole pixels can have it.
func (s Size) scaledTo(width int) Size {
	return Size{width, max(1, (s.Height*width+s.Width/2)/s.Width)}
}

// Variants returns the picture as it is to be published, in the sizes and the
// format that [Inspect] tells, the smallest first. A photograph of 12 megapixels takes
// about a second. The decoded picture is held, at worst 20 bytes for each pixel of
// the file. The error is a [*Fault]; then there are no variants.
func Variants(data []byte) ([]Variant, error) {
	info, err := Inspect(data)
	if err != nil {
		return nil, err
	}
	img, err := decode(info.Format, data)
	if err != nil {
		return nil, err
	}
	sizes := info.Sizes()
	variants := make([]Variant, len(sizes))
	for i := len(sizes) - 1; i >= 0; i-- {
		// Each is made of the next larger one: only the largest costs a walk
		// over the whole picture.
		upright := turn(scale(img, turnedSize(sizes[i], info.orientation)), info.orientation)
		img, info.orientation = upright, 1
		variants[i] = Variant{sizes[i], info.Published, encode(upright, info.Published)}
	}
	return variants, nil
}

// version is that of the variants' bytes. Count it up with every change here that
// may show in them.
const version = 1

// Key returns a name under which the variants of a picture may be kept: 64
// hexadecimal digits, the hash of all that the variants depend on. Every file has
// one, also one that is no picture.
func Key(data []byte) string {
	h := sha256.New()
	// The encoders are Go's own, and their bytes may change with its version.
	fmt.Fprintf(h, "picture %d %s\n", version, runtime.Version())
	h.Write(data)
	return hex.EncodeToString(h.Sum(nil))
}
