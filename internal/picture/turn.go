package picture

import (
	"encoding/binary"
	"image"
	"slices"
)

// orientation returns how a picture is to be turned, by its EXIF data: 1, upright, to
// 8. It is 1 too where the data is missing or damaged, or says what EXIF does not
// define; browsers read it so.
//
// It reads one number from a short table. The libraries that do so (such as
// bep/imagemeta and goexif) read every tag, the place among them, into
// structures, from data that anybody may have forged; one is much more than this
// function to trust, and to keep up with.
func orientation(exif []byte) int {
	const (
		tagOrientation = 0x0112
		typeShort      = 3
		entrySize      = 12 // tag 2, type 2, count 4, value 4
	)
	order := byteOrder(exif)
	if order == nil || len(exif) < 8 {
		return 1
	}
	table := from(exif, order.Uint32(exif[4:]))
	if len(table) < 2 {
		return 1
	}
	count, entries := int(order.Uint16(table)), table[2:]
	for entry := range slices.Chunk(entries[:min(len(entries), count*entrySize)], entrySize) {
		if len(entry) < entrySize || order.Uint16(entry) != tagOrientation {
			continue
		}
		value := int(order.Uint16(entry[8:]))
		if order.Uint16(entry[2:]) == typeShort && order.Uint32(entry[4:]) == 1 && 1 <= value && value <= 8 {
			return value
		}
		return 1
	}
	return 1
}

// byteOrder returns the order that a TIFF header announces, or nil.
func byteOrder(tiff []byte) binary.ByteOrder {
	switch string(tiff[:min(len(tiff), 4)]) {
	case "II*\x00":
		return binary.LittleEndian
	case "MM\x00*":
		return binary.BigEndian
	}
	return nil
}

// from returns what begins at an offset: nothing, if it lies beyond the end.
func from(data []byte, offset uint32) []byte {
	return data[min(uint64(len(data)), uint64(offset)):]
}

// turnedSize returns the size after turning. It is its own inverse.
func turnedSize(s Size, orientation int) Size {
	if orientation >= 5 {
		return Size{s.Height, s.Width}
	}
	return s
}

// turn returns a picture upright.
func turn(img *image.NRGBA, orientation int) *image.NRGBA {
	if orientation == 1 {
		return img
	}
	w, h := img.Rect.Dx(), img.Rect.Dy()
	size := turnedSize(Size{w, h}, orientation)
	upright := image.NewNRGBA(image.Rect(0, 0, size.Width, size.Height))
	for y := range size.Height {
		for x := range size.Width {
			fromX, fromY := x, y
			if orientation >= 5 {
				fromX, fromY = y, x
			}
			if slices.Contains([]int{2, 3, 7, 8}, orientation) {
				fromX = w - 1 - fromX
			}
			if slices.Contains([]int{3, 4, 6, 7}, orientation) {
				fromY = h - 1 - fromY
			}
			copy(upright.Pix[upright.PixOffset(x, y):][:4], img.Pix[img.PixOffset(fromX, fromY):])
		}
	}
	return upright
}
