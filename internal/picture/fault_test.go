package picture

import (
	"encoding/binary"
	"fmt"
	"slices"
	"strings"
	"testing"
)

// box returns the first box of a file in the family of MP4.
func box(brands string) string {
	return string(binary.BigEndian.AppendUint32(nil, uint32(8+len(brands)))) + "ftyp" + brands + "\x00\x00\x00\x08mdat"
}

func TestForeignFormats(t *testing.T) {
	const iPhone = "save it as JPEG; an iPhone takes JPEG with Settings, Camera, Formats, Most Compatible"
	for name, test := range map[string]struct{ data, text, hint string }{
		"empty":      {"", "the file is empty", "copy it again from where it came"},
		"GIF":        {"GIF89a\x01\x00\x01\x00", "this is a GIF, which may move without the reader being able to stop it", "save one picture of it as PNG"},
		"BMP":        {"BM\x36\x00", "this is a BMP picture, which is too large for the web", "save it as PNG"},
		"TIFF":       {"II*\x00\x08\x00", "this is a TIFF picture or a camera's raw file, which browsers do not show", "save it as JPEG"},
		"big TIFF":   {"MM\x00*\x00\x00", "this is a TIFF picture or a camera's raw file, which browsers do not show", "save it as JPEG"},
		"HEIC":       {box("heic\x00\x00\x00\x00mif1heic"), "this is a HEIC photograph, which most browsers do not show", iPhone},
		"HEIF":       {box("mif1\x00\x00\x00\x00mif1"), "this is a HEIC photograph, which most browsers do not show", iPhone},
		"AVIF":       {box("avif\x00\x00\x00\x00mif1"), "this is an AVIF picture", "save it as JPEG"},
		"AVIF, late": {box("mif1\x00\x00\x00\x00avif"), "this is an AVIF picture", "save it as JPEG"},
		"film":       {box("isom\x00\x00\x00\x00mp42"), "this is a film, not a picture", "save one picture of it as JPEG"},
		"bad box":    {"\x00\x00\x00\x04ftypheic", "this is a film, not a picture", "save one picture of it as JPEG"},
		"JPEG XL":    {"\xff\x0a\xfa", "this is a JPEG XL picture, which few browsers show", "save it as JPEG"},
		"JPEG 2000":  {"\x00\x00\x00\x0cjP  \r\n", "this is a JPEG 2000 picture, which browsers do not show", "save it as JPEG"},
		"Photoshop":  {"8BPS\x00\x01", "this is a Photoshop file", "export it as JPEG, or as PNG if it is a drawing"},
		"PDF":        {"%PDF-1.7", "this is a PDF document, not a picture", "give it the ending .pdf and link to it, or save its page as PNG"},
		"Git LFS":    {"version https://git-lfs.github.com/spec/v1\n", "this is a note of Git LFS that stands for the picture, not the picture", "fetch the pictures with: git lfs pull"},
		"SVG":        {"\ufeff<?xml version=\"1.0\"?>\n<!-- a > b --><!DOCTYPE svg>\n<svg xmlns=", "this is an SVG drawing, which may carry scripts and addresses of other sites", "save it as PNG, about 1600 pixels wide"},
		"SVG, named": {"<svg:svg>", "this is an SVG drawing, which may carry scripts and addresses of other sites", "save it as PNG, about 1600 pixels wide"},
		"text":       {"before the works", "this is not a picture that can be read, whatever its name says", "open it in an image program and save it as JPEG, or as PNG if it is a drawing"},
		"sound":      {"RIFF\x00\x00\x00\x00WAVE", "this is not a picture that can be read, whatever its name says", "open it in an image program and save it as JPEG, or as PNG if it is a drawing"},
	} {
		want := test.text + "; allowed are JPEG, PNG and WebP; " + test.hint
		if name == "empty" {
			want = test.text + "; " + test.hint
		}
		_, err := Inspect([]byte(test.data))
		wantFault(t, name, err, want)
	}
}

func TestWebPThatMoves(t *testing.T) {
	_, err := Inspect(testFile(t, "moving.webp"))
	wantFault(t, "moving", err, "this WebP picture moves, without the reader being able to stop it; save one picture of it as PNG or JPEG")
}

func TestLimits(t *testing.T) {
	const smaller = "; make it smaller; 2000 pixels in width are plenty"
	for name, test := range map[string]struct {
		data []byte
		want string
	}{
		"file":        {make([]byte, MaxBytes+1), "the file has 20.0 MB; a picture may have 20 MB" + smaller},
		"JPEG bomb":   {claim(JPEG, 60000, 60000), "the picture has 60000 x 60000 pixels, which is 3600 megapixels; a picture may have 50" + smaller},
		"PNG bomb":    {claim(PNG, 60000, 60000), "the picture has 60000 x 60000 pixels, which is 3600 megapixels; a picture may have 50" + smaller},
		"long PNG":    {claim(PNG, 1, 65536), "the picture has 1 x 65536 pixels; a side may have 65535" + smaller},
		"WebP bomb":   {claim(WebP, 16000, 16000), "the picture has 16000 x 16000 pixels, which is 256 megapixels; a picture may have 50" + smaller},
		"no height":   {claim(JPEG, 100, 0), damaged(JPEG).Error()},
		"just over":   {claim(PNG, 10000, 5243), "the picture has 10000 x 5243 pixels, which is 52 megapixels; a picture may have 50" + smaller},
		"many scans":  {append(claim(JPEG, 8, 8), []byte(strings.Repeat("\xff\xda", maxScans))...), "this JPEG is built up in too many steps; open it in an image program and save it again"},
		"12-bit JPEG": {[]byte("\xff\xd8\xff\xc0\x00\x11\x0c\x00\x08\x00\x08\x03\x01\x22\x00\x02\x11\x01\x03\x11\x01"), "this JPEG is of a rare kind that cannot be read; open it in an image program and save it as an ordinary JPEG, in RGB with 8 bits"},
	} {
		_, err := Variants(test.data)
		wantFault(t, name, err, test.want)
	}
	if _, err := Inspect(claim(PNG, 8192, 6144)); err != nil {
		t.Errorf("a camera of 50 megapixels: %v", err)
	}
}

// A WebP may not say one size outside and another one inside.
func TestWebPWithTwoSizes(t *testing.T) {
	file := extendedWebP(t, 0)
	file[24] = 7
	_, err := Variants(file)
	wantFault(t, "two sizes", err, damaged(WebP).Error())
}

// Wherever a file ends too early, it is a fault, and never a panic or half a picture.
func TestCutShort(t *testing.T) {
	img := corners(64, 48, upright)
	for name, file := range map[string][]byte{
		"JPEG":        withExif(asJPEGFile(t, img), exifData(big, 6)),
		"progressive": testFile(t, "progressive.jpg"),
		"CMYK":        testFile(t, "cmyk.jpg"),
		"PNG":         withChunks(asPNGFile(t, img), chunk("eXIf", exifData(big, 6))),
		"lossy":       testFile(t, "lossy.webp"),
		"lossless":    testFile(t, "lossless.webp"),
		"transparent": testFile(t, "transparent.webp"),
	} {
		mustVariants(t, file)
		for n := range len(file) - 2 { // an image program may leave out the end mark
			_, err := Variants(file[:n])
			if err == nil && strings.HasPrefix(name, "loss") {
				continue // its packed pixels end a few bytes before the file
			}
			wantFault(t, fmt.Sprintf("%s cut to %d of %d bytes", name, n, len(file)), err, "")
		}
	}
}

func TestDamaged(t *testing.T) {
	file := asPNGFile(t, corners(64, 48, upright))
	broken := slices.Clone(file)
	broken[len(broken)-20] ^= 0xff
	_, err := Variants(broken)
	wantFault(t, "wrong sum", err, "this PNG is damaged or cut short; open it in an image program and save it again, or copy it again from where it came")
}
