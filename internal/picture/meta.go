package picture

import (
	"bytes"
	"encoding/binary"
	"iter"
)

// meta is what a file says beside its size and its pixels. Of all that, only the
// way in which the picture is to be turned is ever used.
type meta struct {
	exif        []byte // begins with a TIFF header; nil: there is none
	transparent bool   // a pixel may be transparent; not known of JPEG and of PNG whose colours have alpha
	lossy       bool   // WebP: kept as photographs are
	pixelBytes  int    // PNG: the packed pixels
}

// exifMark begins the EXIF data in JPEG, and with some programs in WebP.
var exifMark = []byte("Exif\x00\x00")

// readMeta walks over the parts of a file. What is damaged ends the walk; a picture
// whose pixels can still be read is not refused for it.
func readMeta(format Format, data []byte) (m meta, err error) {
	switch format {
	case JPEG:
		return readJPEG(data)
	case PNG:
		return readPNG(data), nil
	}
	return readWebP(data)
}

func readJPEG(data []byte) (m meta, err error) {
	// Within the pixels, FF is always followed by 00 or by a restart mark.
	if bytes.Count(data, []byte{0xff, startOfScan}) > maxScans {
		return m, fault("open it in an image program and save it again", "this JPEG is built up in too many steps")
	}
	for marker, segment := range jpegSegments(data) {
		if exif, found := bytes.CutPrefix(segment, exifMark); found && marker == app1 && m.exif == nil {
			m.exif = exif
		}
	}
	return m, nil
}

func readPNG(data []byte) (m meta) {
	for name, chunk := range pngChunks(data) {
		switch name {
		case "eXIf":
			m.exif = chunk
		case "tRNS":
			m.transparent = true
		case "IDAT":
			m.pixelBytes += len(chunk)
		}
	}
	return m
}

func readWebP(data []byte) (m meta, err error) {
	for name, chunk := range webpChunks(data) {
		switch name {
		case "EXIF":
			m.exif = bytes.TrimPrefix(chunk, exifMark)
		case "VP8 ":
			m.lossy = true
		case "ALPH":
			m.transparent = true
		case "ANIM":
			return m, fault("save one picture of it as PNG or JPEG",
				"this WebP picture moves, without the reader being able to stop it")
		}
	}
	return m, nil
}

// Marks of JPEG: each is the byte after an FF.
const (
	app1        = 0xe1 // EXIF or XMP
	startOfScan = 0xda
	endOfImage  = 0xd9
)

// jpegSegments yields the segments before the pixels, each with its marker.
func jpegSegments(data []byte) iter.Seq2[byte, []byte] {
	return func(yield func(byte, []byte) bool) {
		rest := data[2:] // the start of the image
		for len(rest) >= 4 && rest[0] == 0xff {
			marker := rest[1]
			if marker == 0xff { // filling
				rest = rest[1:]
				continue
			}
			n := 2 + int(binary.BigEndian.Uint16(rest[2:])) // the length counts itself
			if marker == startOfScan || marker == endOfImage || n < 4 || n > len(rest) || !yield(marker, rest[4:n]) {
				return
			}
			rest = rest[n:]
		}
	}
}

// pngChunks yields the chunks, each with its name. Sums are not checked: Go checks
// those of the pixels, and nothing depends on the rest.
func pngChunks(data []byte) iter.Seq2[string, []byte] {
	return func(yield func(string, []byte) bool) {
		rest := data[8:] // the signature
		for len(rest) >= 12 {
			n := uint64(binary.BigEndian.Uint32(rest))
			if n+12 > uint64(len(rest)) || !yield(string(rest[4:8]), rest[8:8+n]) {
				return
			}
			rest = rest[n+12:]
		}
	}
}

// webpChunks yields the chunks, each with its name.
func webpChunks(data []byte) iter.Seq2[string, []byte] {
	return func(yield func(string, []byte) bool) {
		rest := data[12:] // RIFF, the length, WEBP
		for len(rest) >= 8 {
			n := uint64(binary.LittleEndian.Uint32(rest[4:]))
			if n+8 > uint64(len(rest)) || !yield(string(rest[:4]), rest[8:8+n]) {
				return
			}
			rest = rest[min(uint64(len(rest)), 8+n+n%2):] // filled up to an even length
		}
	}
}
