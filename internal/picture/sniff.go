package picture

import (
	"bytes"
	"encoding/binary"
	"regexp"
	"strings"
)

// own begins the files that can be read.
var own = []struct {
	magic  string
	format Format
}{
	{"\xff\xd8\xff", JPEG},
	{"\x89PNG\r\n\x1a\n", PNG},
}

// sniff returns the format of a file, by its first bytes: names lie, and phones and
// messengers rename what they do not convert.
func sniff(data []byte) (Format, error) {
	for _, o := range own {
		if bytes.HasPrefix(data, []byte(o.magic)) {
			return o.format, nil
		}
	}
	if len(data) >= 12 && string(data[:4]) == "RIFF" && string(data[8:12]) == "WEBP" {
		return WebP, nil
	}
	return "", refuse(data)
}

// allowed ends what is said of every other kind of file.
const allowed = "; allowed are JPEG, PNG and WebP"

const (
	asJPEG = "save it as JPEG"
	asPNG  = "save it as PNG"
)

// foreign begins the files that editors are likely to try, each with what it is and
// what to do about it.
var foreign = []struct{ magic, what, hint string }{
	{"GIF8", "this is a GIF, which may move without the reader being able to stop it", "save one picture of it as PNG"},
	{"BM", "this is a BMP picture, which is too large for the web", asPNG},
	{"II*\x00", "this is a TIFF picture or a camera's raw file, which browsers do not show", asJPEG},
	{"MM\x00*", "this is a TIFF picture or a camera's raw file, which browsers do not show", asJPEG},
	{"\xff\x0a", "this is a JPEG XL picture, which few browsers show", asJPEG},
	{"\x00\x00\x00\x0cJXL ", "this is a JPEG XL picture, which few browsers show", asJPEG},
	{"\x00\x00\x00\x0cjP  ", "this is a JPEG 2000 picture, which browsers do not show", asJPEG},
	{"8BPS", "this is a Photoshop file", "export it as JPEG, or as PNG if it is a drawing"},
	{"%PDF-", "this is a PDF document, not a picture", "give it the ending .pdf and link to it, or save its page as PNG"},
	{"version https://git-lfs", "this is a note of Git LFS that stands for the picture, not the picture", "fetch the pictures with: git lfs pull"},
}

// svgStart matches the beginning of an SVG drawing, after what may come before it in XML.
var svgStart = regexp.MustCompile(`(?s)^(\x{feff})?(\s|<\?.*?\?>|<!--.*?-->|<!DOCTYPE.*?>)*<([a-z]+:)?svg[\s>/]`)

// refuse returns the fault of a file that is in none of the formats.
func refuse(data []byte) *Fault {
	if len(data) == 0 {
		return fault("copy it again from where it came", "the file is empty")
	}
	for _, f := range foreign {
		if bytes.HasPrefix(data, []byte(f.magic)) {
			return fault(f.hint, "%s%s", f.what, allowed)
		}
	}
	if len(data) >= 12 && string(data[4:8]) == "ftyp" {
		return refuseMedia(data)
	}
	if svgStart.Match(data[:min(len(data), 4096)]) {
		return fault("save it as PNG, about 1600 pixels wide",
			"this is an SVG drawing, which may carry scripts and addresses of other sites%s", allowed)
	}
	return fault("open it in an image program and save it as JPEG, or as PNG if it is a drawing",
		"this is not a picture that can be read, whatever its name says%s", allowed)
}

// refuseMedia returns the fault of a file in the family of MP4. Its first box lists
// the brands that it is of, four letters each.
func refuseMedia(data []byte) *Fault {
	box := data[:min(uint64(len(data)), uint64(binary.BigEndian.Uint32(data)))]
	brands := string(box[min(len(box), 8):])
	switch {
	case strings.Contains(brands, "avif"), strings.Contains(brands, "avis"):
		return fault(asJPEG, "this is an AVIF picture%s", allowed)
	case strings.Contains(brands, "hei"), strings.Contains(brands, "hev"), strings.Contains(brands, "mif1"):
		return fault("save it as JPEG; an iPhone takes JPEG with Settings, Camera, Formats, Most Compatible",
			"this is a HEIC photograph, which most browsers do not show%s", allowed)
	}
	return fault("save one picture of it as JPEG", "this is a film, not a picture%s", allowed)
}
