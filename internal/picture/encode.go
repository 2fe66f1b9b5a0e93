package picture

import (
	"bytes"
	"image"
	"image/jpeg"
	"image/png"
)

// quality is that of JPEG, from 1 to 100. Above it files grow faster than anybody
// sees a difference.
const quality = 80

// encode returns the file of a picture. Neither encoder writes anything but what
// is needed to show the pixels.
func encode(img *image.NRGBA, format Format) []byte {
	var b bytes.Buffer
	var err error
	if format == JPEG {
		// All is opaque: the bytes are the same in both types, and this one is fast.
		opaque := &image.RGBA{Pix: img.Pix, Stride: img.Stride, Rect: img.Rect}
		err = jpeg.Encode(&b, opaque, &jpeg.Options{Quality: quality})
	} else {
		encoder := png.Encoder{CompressionLevel: png.BestCompression}
		err = encoder.Encode(&b, withPalette(img))
	}
	if err != nil {
		panic(err) // both refuse only a size, and none that passes checkSize
	}
	return b.Bytes()
}
