package main

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/jpeg"
)

// asPhoto returns a picture as a phone writes it that was held upright: the pixels
// lie on their side.
func asPhoto(img *image.RGBA) ([]byte, error) {
	var b bytes.Buffer
	if err := jpeg.Encode(&b, lying(img), &jpeg.Options{Quality: 90}); err != nil {
		return nil, err
	}
	exif := append([]byte("Exif\x00\x00"), exif()...)
	segment := binary.BigEndian.AppendUint16([]byte{0xff, 0xe1}, uint16(2+len(exif)))
	return bytes.Join([][]byte{b.Bytes()[:2], segment, exif, b.Bytes()[2:]}, nil), nil
}

// lying returns a picture turned to the left, so that it is upright after orientation
// 6, a turn to the right.
func lying(img *image.RGBA) *image.RGBA {
	w, h := img.Rect.Dx(), img.Rect.Dy()
	out := image.NewRGBA(image.Rect(0, 0, h, w))
	for y := range h {
		for x := range w {
			out.SetRGBA(y, w-1-x, img.RGBAAt(x, y))
		}
	}
	return out
}

// exif returns EXIF data: a table of entries of 12 bytes, one of the place, and what
// is too long for them.
func exif() []byte {
	const (
		ascii, short, long, rational = 2, 3, 4, 5

		places = 8 + 2 + 4*12 + 4      // where the table of the place begins
		texts  = places + 2 + 4*12 + 4 // and what is too long
	)
	order := binary.BigEndian
	b := append([]byte("MM\x00*"), 0, 0, 0, 8)
	entry := func(tag, kind uint16, count uint32, value ...byte) {
		b = order.AppendUint16(order.AppendUint16(b, tag), kind)
		b = append(order.AppendUint32(b, count), value...)
	}
	at := func(offset uint32) []byte { return order.AppendUint32(nil, offset) }

	b = append(b, 0, 4)
	entry(0x010f, ascii, 4, 'S', 'a', 'm', 0) // the make
	entry(0x0112, short, 1, 0, 6, 0, 0)       // the orientation
	entry(0x0132, ascii, 20, at(texts)...)    // the date
	entry(0x8825, long, 1, at(places)...)
	b = append(b, 0, 0, 0, 0)

	b = append(b, 0, 4)
	entry(1, ascii, 2, 'N', 0, 0, 0)
	entry(2, rational, 3, at(texts+20)...)
	entry(3, ascii, 2, 'W', 0, 0, 0)
	entry(4, rational, 3, at(texts+44)...)
	b = append(b, 0, 0, 0, 0)

	b = append(b, "2024:10:20 09:30:00\x00"...)
	for _, n := range []uint32{12, 1, 20, 1, 42, 1, 123, 1, 27, 1, 0, 1} { // degrees, minutes, seconds
		b = order.AppendUint32(b, n)
	}
	return b
}
