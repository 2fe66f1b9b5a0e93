package picture

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"
)

// The corners of a sample, each in its own colour.
var (
	red   = color.NRGBA{200, 40, 40, 255}
	green = color.NRGBA{40, 160, 60, 255}
	blue  = color.NRGBA{40, 60, 190, 255}
	white = color.NRGBA{240, 240, 240, 255}
)

// corners returns a picture of four flat quarters: top left, top right, bottom left,
// bottom right.
func corners(width, height int, colours [4]color.NRGBA) *image.NRGBA {
	img := image.NewNRGBA(image.Rect(0, 0, width, height))
	for y := range height {
		for x := range width {
			img.SetNRGBA(x, y, colours[2*(2*y/height)+2*x/width])
		}
	}
	return img
}

// photograph returns a JPEG like that of a phone: soft shapes and the noise of a sensor.
func photograph(t testing.TB, width, height int) []byte {
	t.Helper()
	random := rand.New(rand.NewPCG(1, 2))
	img := image.NewYCbCr(image.Rect(0, 0, width, height), image.YCbCrSubsampleRatio420)
	for y := range height {
		for x := range width {
			img.Y[img.YOffset(x, y)] = byte(96 + x*64/width + (x/97+y/61)%3*20 + random.IntN(12))
		}
	}
	for i := range img.Cb {
		img.Cb[i], img.Cr[i] = byte(110+i%37/3), byte(130+i/1013%23)
	}
	return asJPEGFile(t, img)
}

func asJPEGFile(t testing.TB, img image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, img, &jpeg.Options{Quality: 92}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func asPNGFile(t testing.TB, img image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// testFile reads a file of testdata. They were made with ImageMagick 6: Go writes
// neither WebP nor these kinds of JPEG.
func testFile(t testing.TB, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// A tiffOrder is a byte order with the header that announces it.
type tiffOrder struct {
	binary.AppendByteOrder
	header string
}

var (
	little = tiffOrder{binary.LittleEndian, "II*\x00"}
	big    = tiffOrder{binary.BigEndian, "MM\x00*"}
)

// exifData returns EXIF data as phones write it: a maker, the orientation, a place.
func exifData(order tiffOrder, orientation int) []byte {
	u16, u32 := order.AppendUint16, order.AppendUint32
	entry := func(b []byte, tag, kind uint16, count uint32, value []byte) []byte {
		return append(u32(u16(u16(b, tag), kind), count), value...)
	}
	b := append([]byte(order.header), u32(nil, 8)...)
	b = u16(b, 3)
	b = entry(b, 0x010f, 2, 4, []byte("Fon\x00"))
	b = entry(b, tagOrientationForTest, 3, 1, append(u16(nil, uint16(orientation)), 0, 0))
	b = entry(b, 0x8825, 4, 1, u32(nil, 50)) // where the place begins
	b = u32(b, 0)                            // no further table
	b = u16(b, 1)
	b = entry(b, 29, 2, 11, u32(nil, 68))
	b = u32(b, 0)
	return append(b, "GPS:31.2304N,121.4737E 2024:11:25\x00"...)
}

const tagOrientationForTest = 0x0112

// segment returns a segment of a JPEG.
func segment(marker byte, content ...[]byte) []byte {
	all := bytes.Join(content, nil)
	return append(binary.BigEndian.AppendUint16([]byte{0xff, marker}, uint16(len(all)+2)), all...)
}

// withSegments returns a JPEG with segments after its start.
func withSegments(file []byte, segments ...[]byte) []byte {
	return bytes.Join([][]byte{file[:2], bytes.Join(segments, nil), file[2:]}, nil)
}

// withExif returns a JPEG with EXIF data.
func withExif(file []byte, exif []byte) []byte {
	return withSegments(file, segment(app1, exifMark, exif))
}

// chunk returns a chunk of a PNG.
func chunk(name string, content []byte) []byte {
	b := binary.BigEndian.AppendUint32(nil, uint32(len(content)))
	b = append(append(b, name...), content...)
	return binary.BigEndian.AppendUint32(b, crc32.ChecksumIEEE(b[4:]))
}

// withChunks returns a PNG with chunks after its header.
func withChunks(file []byte, chunks ...[]byte) []byte {
	const header = 8 + 25 // the signature and IHDR
	return bytes.Join([][]byte{file[:header], bytes.Join(chunks, nil), file[header:]}, nil)
}

// riff returns a WebP of chunks.
func riff(chunks ...[]byte) []byte {
	all := append([]byte("WEBP"), bytes.Join(chunks, nil)...)
	return append(binary.LittleEndian.AppendUint32([]byte("RIFF"), uint32(len(all))), all...)
}

// riffChunk returns a chunk of a WebP.
func riffChunk(name string, content []byte) []byte {
	b := append(binary.LittleEndian.AppendUint32([]byte(name), uint32(len(content))), content...)
	return append(b, make([]byte, len(content)%2)...)
}

// extendedWebP returns testdata/lossy.webp with flags and further chunks.
func extendedWebP(t testing.TB, flags byte, chunks ...[]byte) []byte {
	head := riffChunk("VP8X", []byte{flags, 0, 0, 0, 63, 0, 0, 47, 0, 0})
	return riff(append([][]byte{head, testFile(t, "lossy.webp")[12:]}, chunks...)...)
}

// claim returns the header of a picture that claims a size, and nothing else.
func claim(format Format, width, height int) []byte {
	switch format {
	case JPEG:
		w, h := uint16(width), uint16(height)
		size := binary.BigEndian.AppendUint16(binary.BigEndian.AppendUint16(nil, h), w)
		frame := segment(0xc0, []byte{8}, size, []byte{3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1})
		return append([]byte{0xff, 0xd8}, append(frame, segment(startOfScan, []byte{3, 1, 0, 2, 0, 3, 0, 0, 63, 0})...)...)
	case PNG:
		size := binary.BigEndian.AppendUint32(binary.BigEndian.AppendUint32(nil, uint32(width)), uint32(height))
		return append([]byte("\x89PNG\r\n\x1a\n"), chunk("IHDR", append(size, 8, 2, 0, 0, 0))...)
	}
	w, h := width-1, height-1
	return riff(riffChunk("VP8X", []byte{0, 0, 0, 0, byte(w), byte(w >> 8), byte(w >> 16), byte(h), byte(h >> 8), byte(h >> 16)}))
}
