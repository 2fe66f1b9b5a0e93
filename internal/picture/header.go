package picture

import (
	"bytes"
	"errors"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"io"

	"golang.org/x/image/webp" // the standard library reads no WebP
)

// codecs reads each format: its header alone, and all of it.
var codecs = map[Format]struct {
	header func(io.Reader) (image.Config, error)
	pixels func(io.Reader) (image.Image, error)
}{
	JPEG: {jpeg.DecodeConfig, jpeg.Decode},
	PNG:  {png.DecodeConfig, png.Decode},
	WebP: {webp.DecodeConfig, webp.Decode},
}

// inspect reads the header of a file whose format is known.
func inspect(format Format, data []byte) (Info, error) {
	config, err := codecs[format].header(bytes.NewReader(data))
	if err != nil {
		return Info{}, inWords(format, err)
	}
	size := Size{config.Width, config.Height}
	if err := checkSize(format, size); err != nil {
		return Info{}, err
	}
	m, err := readMeta(format, data)
	if err != nil {
		return Info{}, err
	}
	o := orientation(m.exif)
	return Info{turnedSize(size, o), format, published(format, config, m), o}, nil
}

// decode reads the pixels.
func decode(format Format, data []byte) (image.Image, error) {
	img, err := codecs[format].pixels(bytes.NewReader(data))
	if err != nil {
		return nil, inWords(format, err)
	}
	return img, nil
}

// checkSize holds the size that a header claims to the limits.
func checkSize(format Format, s Size) error {
	const smaller = "make it smaller; 2000 pixels in width are plenty"
	switch {
	case s.Width < 1 || s.Height < 1:
		return damaged(format)
	case s.Width > maxSide || s.Height > maxSide:
		return fault(smaller, "the picture has %d x %d pixels; a side may have %d", s.Width, s.Height, maxSide)
	case int64(s.Width)*int64(s.Height) > MaxPixels:
		return fault(smaller, "the picture has %d x %d pixels, which is %d megapixels; a picture may have %d",
			s.Width, s.Height, int64(s.Width)*int64(s.Height)/1_000_000, MaxPixels>>20)
	}
	return nil
}

// published returns the format of the variants, by what the header says. PNG keeps
// the lines and the transparency of a drawing, and makes a photograph ten times as
// heavy as JPEG does; a photograph that somebody saved as PNG becomes one again.
func published(format Format, config image.Config, m meta) Format {
	switch {
	case format == JPEG, format == WebP && m.lossy && !m.transparent:
		return JPEG
	case format == PNG && !m.transparent && isColour(config) && m.pixelBytes > config.Width*config.Height:
		// More than a byte for each pixel: photographs take 1.3 to 2.5, drawings
		// and pictures of a screen less than half of one.
		return JPEG
	}
	return PNG
}

// isColour reports whether the pixels of a PNG are full colours, without
// transparency and palette.
func isColour(config image.Config) bool {
	return config.ColorModel == color.RGBAModel || config.ColorModel == color.RGBA64Model
}

// inWords returns what a decoder complains of as a fault.
func inWords(format Format, err error) *Fault {
	var jpegKind jpeg.UnsupportedError
	if errors.As(err, &jpegKind) {
		return fault("open it in an image program and save it as an ordinary JPEG, in RGB with 8 bits",
			"this JPEG is of a rare kind that cannot be read")
	}
	return damaged(format)
}
