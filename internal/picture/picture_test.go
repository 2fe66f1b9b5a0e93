package picture

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"runtime"
	"slices"
	"testing"
)

// mustInspect and mustVariants are for files that are right.
func mustInspect(t testing.TB, data []byte) Info {
	t.Helper()
	info, err := Inspect(data)
	if err != nil {
		t.Fatalf("Inspect: %v", err)
	}
	return info
}

func mustVariants(t testing.TB, data []byte) []Variant {
	t.Helper()
	variants, err := Variants(data)
	if err != nil {
		t.Fatalf("Variants: %v", err)
	}
	return variants
}

// pixels decodes the largest variant.
func pixels(t testing.TB, variants []Variant) image.Image {
	t.Helper()
	last := variants[len(variants)-1]
	img, name, err := image.Decode(bytes.NewReader(last.Data))
	if err != nil {
		t.Fatal(err)
	}
	if want := map[Format]string{JPEG: "jpeg", PNG: "png"}[last.Format]; name != want {
		t.Errorf("the variant is %s, but says %s", name, want)
	}
	if got := img.Bounds().Size(); got != image.Pt(last.Width, last.Height) {
		t.Errorf("the variant has %v pixels, but says %v", got, last.Size)
	}
	return img
}

// near reports whether two colours differ by no more than JPEG makes them.
func near(a, b color.Color) bool {
	const most = 12 << 8
	r, g, bl, al := a.RGBA()
	R, G, B, A := b.RGBA()
	for _, d := range []int{int(r) - int(R), int(g) - int(G), int(bl) - int(B), int(al) - int(A)} {
		if d < -most || d > most {
			return false
		}
	}
	return true
}

// wantCorners holds a picture to its four quarters.
func wantCorners(t *testing.T, img image.Image, want [4]color.NRGBA) {
	t.Helper()
	size := img.Bounds().Size()
	for i, c := range want {
		x, y := size.X/4+i%2*size.X/2, size.Y/4+i/2*size.Y/2
		if got := img.At(x, y); !near(got, c) {
			t.Errorf("quarter %d is %v, want about %v", i, got, c)
		}
	}
}

// upright is what a viewer sees, and stored what the camera wrote for it, by the
// definition of each orientation in EXIF.
var upright = [4]color.NRGBA{red, green, blue, white}

var stored = map[int][4]color.NRGBA{
	1: {red, green, blue, white},
	2: {green, red, white, blue}, // mirrored
	3: {white, blue, green, red}, // upside down
	4: {blue, white, red, green}, // upside down and mirrored
	5: {red, blue, green, white}, // its first row is the left side, read downwards
	6: {green, white, red, blue}, // its first row is the right side, read downwards
	7: {white, green, blue, red}, // its first row is the right side, read upwards
	8: {blue, red, white, green}, // its first row is the left side, read upwards
}

func TestOrientations(t *testing.T) {
	for o, colours := range stored {
		for name, order := range map[string]tiffOrder{"little": little, "big": big} {
			t.Run(fmt.Sprint(o, name), func(t *testing.T) {
				size := turnedSize(Size{640, 480}, o)
				img, exif := corners(size.Width, size.Height, colours), exifData(order, o)
				for format, file := range map[Format][]byte{
					JPEG: withExif(asJPEGFile(t, img), exif),
					PNG:  withChunks(asPNGFile(t, img), chunk("eXIf", exif)),
				} {
					info, variants := mustInspect(t, file), mustVariants(t, file)
					if want := (Size{640, 480}); info.Size != want || info.Format != format {
						t.Errorf("Inspect says %v %v, want %v %v", info.Format, info.Size, format, want)
					}
					wantCorners(t, pixels(t, variants), upright)
				}
			})
		}
	}
}

func TestOrientationOfWebP(t *testing.T) {
	for name, exif := range map[string][]byte{"plain": exifData(little, 6), "with the mark of JPEG": append(slices.Clone(exifMark), exifData(big, 6)...)} {
		file := extendedWebP(t, 8, riffChunk("XMP ", []byte("odd")), riffChunk("EXIF", exif))
		if got, want := mustInspect(t, file).Size, (Size{48, 64}); got != want {
			t.Errorf("%s: size is %v, want %v", name, got, want)
		}
		if got, want := pixels(t, mustVariants(t, file)).Bounds().Size(), image.Pt(48, 64); got != want {
			t.Errorf("%s: variant is %v, want %v", name, got, want)
		}
	}
}

// What cannot be understood is upright: it is for browsers, too.
func TestOrientationThatIsNone(t *testing.T) {
	good := exifData(big, 6)
	change := func(at int, to ...byte) []byte {
		b := slices.Clone(good)
		copy(b[at:], to)
		return b
	}
	const entry = 8 + 2 + 12 // where the orientation is
	for name, exif := range map[string][]byte{
		"nothing": nil, "no order": change(0, 'X', 'X'), "only a header": good[:8], "short header": good[:6],
		"table beyond the end": change(4, 0xff, 0xff, 0xff, 0xff), "cut within the count": good[:9],
		"cut within the entry": good[:entry+11], "another type": change(entry+2, 0, 4), "another count": change(entry+4, 0, 0, 0, 2),
		"zero": exifData(big, 0), "nine": exifData(little, 9), "no such tag": change(entry, 0x01, 0x13),
	} {
		if got := orientation(exif); got != 1 {
			t.Errorf("%s: orientation is %d, want 1", name, got)
		}
	}
	if got := orientation(good); got != 6 {
		t.Errorf("unchanged: orientation is %d, want 6", got)
	}
}

// The mark of EXIF may come late, after filling, and only the first one counts.
func TestOrientationAmongOtherSegments(t *testing.T) {
	plain := asJPEGFile(t, corners(64, 48, upright))
	xmp := segment(app1, []byte("http://ns.adobe.com/xap/1.0/\x00<x/>"))
	six, three := segment(app1, exifMark, exifData(big, 6)), segment(app1, exifMark, exifData(big, 3))
	for name, test := range map[string]struct {
		file []byte
		want int
	}{
		"none":        {plain, 1},
		"late":        {withSegments(plain, segment(0xe0, []byte("JFIF\x00\x01\x02\x00\x00\x01\x00\x01\x00\x00")), xmp, six), 6},
		"two":         {withSegments(plain, six, three), 6},
		"filling":     {withSegments(plain, []byte{0xff, 0xff}, six), 6},
		"too long":    {append(slices.Clone(plain[:2]), 0xff, app1, 0xff, 0xff), 1},
		"too short":   {append(slices.Clone(plain[:2]), 0xff, app1, 0, 1, 0, 0), 1},
		"no segments": {append(slices.Clone(plain[:2]), "abcdefgh"...), 1},
	} {
		m, err := readMeta(JPEG, test.file)
		if got := orientation(m.exif); err != nil || got != test.want {
			t.Errorf("%s: orientation is %d (%v), want %d", name, got, err, test.want)
		}
	}
}

// secrets are what no published file may contain.
var secrets = []string{
	"Exif", "eXIf", "EXIF", "GPS", "31.2304", "2024:11:25", "Fon\x00", "http://ns.adobe.com/xap", "xpacket", "XMP", "Photoshop", "8BIM",
	"ICC_PROFILE", "iCCP", "tEXt", "zTXt", "iTXt", "tIME", "pHYs", "Comment", "JFIF", "Adobe", "THUMBNAIL", "after the end", "II*\x00", "MM\x00*",
}

func TestNothingButPixelsIsPublished(t *testing.T) {
	img := corners(640, 480, upright)
	exif, text := exifData(little, 6), []byte("Comment\x00GPS 31.2304")
	files := map[string][]byte{
		"JPEG": append(withSegments(asJPEGFile(t, img),
			segment(0xe0, []byte("JFIF\x00\x01\x02\x00\x00\x01\x00\x01\x00\x00")),
			segment(app1, exifMark, exif, []byte("THUMBNAIL")),
			segment(app1, []byte("http://ns.adobe.com/xap/1.0/\x00<?xpacket?>")),
			segment(0xe2, []byte("ICC_PROFILE\x00\x01\x01")),
			segment(0xed, []byte("Photoshop 3.0\x008BIM")),
			segment(0xfe, text),
		), "after the end"...),
		"PNG": append(withChunks(asPNGFile(t, img),
			chunk("iCCP", text), chunk("eXIf", exif), chunk("tEXt", text), chunk("zTXt", text), chunk("iTXt", text),
			chunk("tIME", []byte("2024:11:25")), chunk("pHYs", make([]byte, 9)),
		), "after the end"...),
		"WebP": extendedWebP(t, 8|4|32, riffChunk("EXIF", exif), riffChunk("XMP ", text)),
	}
	for name, file := range files {
		for _, v := range mustVariants(t, file) {
			for _, secret := range secrets {
				if bytes.Contains(v.Data, []byte(secret)) {
					t.Errorf("%s, %d wide: %q is published", name, v.Width, secret)
				}
			}
			info := mustInspect(t, v.Data)
			if m, err := readMeta(info.Format, v.Data); err != nil || m.exif != nil {
				t.Errorf("%s, %d wide: has EXIF data (%v)", name, v.Width, err)
			}
		}
	}
}

// Every segment and chunk of what is published is one that pixels need.
func TestPartsThatArePublished(t *testing.T) {
	img := corners(64, 48, upright)
	for _, v := range mustVariants(t, withExif(asJPEGFile(t, img), exifData(big, 6))) {
		for marker := range jpegSegments(v.Data) {
			if !slices.Contains([]byte{0xc0, 0xc4, 0xdb}, marker) {
				t.Errorf("JPEG has segment %x", marker)
			}
		}
	}
	for _, v := range mustVariants(t, withChunks(asPNGFile(t, img), chunk("tEXt", nil))) {
		for name := range pngChunks(v.Data) {
			if !slices.Contains([]string{"IHDR", "PLTE", "tRNS", "IDAT", "IEND"}, name) {
				t.Errorf("PNG has chunk %s", name)
			}
		}
	}
}

func TestSizes(t *testing.T) {
	for _, test := range []struct {
		of   Size
		want []Size
	}{
		{Size{4000, 3000}, []Size{{480, 360}, {960, 720}, {1600, 1200}}},
		{Size{3000, 4000}, []Size{{480, 640}, {960, 1280}, {1600, 2133}}},
		{Size{1600, 900}, []Size{{480, 270}, {960, 540}, {1600, 900}}},
		{Size{1200, 800}, []Size{{480, 320}, {960, 640}, {1200, 800}}},
		{Size{1199, 800}, []Size{{480, 320}, {1199, 800}}}, // 960 is too close
		{Size{480, 10}, []Size{{480, 10}}},
		{Size{1, 1}, []Size{{1, 1}}},
		{Size{60000, 2}, []Size{{480, 1}, {960, 1}, {1600, 1}}},
		{Size{2, 60000}, []Size{{2, 60000}}},
	} {
		if got := (Info{Size: test.of}).Sizes(); !slices.Equal(got, test.want) {
			t.Errorf("sizes of %v are %v, want %v", test.of, got, test.want)
		}
	}
}

func TestPublishedFormats(t *testing.T) {
	flat := corners(64, 48, upright)
	noise := image.NewNRGBA(image.Rect(0, 0, 64, 48))
	for i, state := 0, uint32(1); i < len(noise.Pix); i++ {
		state = state*1664525 + 1013904223
		noise.Pix[i] = byte(state>>24) | byte(i%4/3*255)
	}
	photoPNG := asPNGFile(t, noise)
	half := image.NewNRGBA(noise.Rect)
	copy(half.Pix, noise.Pix)
	half.Pix[3] = 128
	grey, deep := image.NewGray(flat.Rect), image.NewNRGBA64(flat.Rect)
	for y := range 48 {
		for x := range 64 {
			grey.Set(x, y, flat.At(x, y))
			deep.Set(x, y, flat.At(x, y))
		}
	}
	for name, test := range map[string]struct {
		file         []byte
		in, out      Format
		ext          string
		cornersAreIn bool
	}{
		"JPEG":             {asJPEGFile(t, flat), JPEG, JPEG, ".jpg", true},
		"grey JPEG":        {asJPEGFile(t, grey), JPEG, JPEG, ".jpg", false},
		"CMYK JPEG":        {testFile(t, "cmyk.jpg"), JPEG, JPEG, ".jpg", false},
		"progressive":      {testFile(t, "progressive.jpg"), JPEG, JPEG, ".jpg", false},
		"PNG":              {asPNGFile(t, flat), PNG, PNG, ".png", true},
		"grey PNG":         {asPNGFile(t, grey), PNG, PNG, ".png", false},
		"PNG of 16 bits":   {asPNGFile(t, deep), PNG, PNG, ".png", true},
		"PNG with palette": {asPNGFile(t, withPalette(flat)), PNG, PNG, ".png", true},
		"PNG of a photo":   {photoPNG, PNG, JPEG, ".jpg", false},
		"half transparent": {asPNGFile(t, half), PNG, PNG, ".png", false},
		"one colour out":   {withChunks(photoPNG, chunk("tRNS", make([]byte, 6))), PNG, PNG, ".png", false},
		"lossy WebP":       {testFile(t, "lossy.webp"), WebP, JPEG, ".jpg", false},
		"lossless WebP":    {testFile(t, "lossless.webp"), WebP, PNG, ".png", false},
		"transparent WebP": {testFile(t, "transparent.webp"), WebP, PNG, ".png", false},
	} {
		t.Run(name, func(t *testing.T) {
			info := mustInspect(t, test.file)
			if info.Format != test.in || info.Published != test.out || info.Size != (Size{64, 48}) {
				t.Errorf("Inspect says %+v, want %v, published as %v", info, test.in, test.out)
			}
			variants := mustVariants(t, test.file)
			if got := variants[0].Format; got != test.out || got.Ext() != test.ext {
				t.Errorf("variant is %v%s, want %v%s", got, got.Ext(), test.out, test.ext)
			}
			if img := pixels(t, variants); test.cornersAreIn {
				wantCorners(t, img, upright)
			}
		})
	}
	if got := WebP.Ext(); got != ".webp" {
		t.Errorf("ending of WebP is %s", got)
	}
}

// The samples are dark at the bottom, and bright and red at the top.
func TestColoursOfOtherKinds(t *testing.T) {
	for _, name := range []string{"cmyk.jpg", "progressive.jpg", "lossy.webp", "lossless.webp"} {
		img := pixels(t, mustVariants(t, testFile(t, name)))
		r, _, b, _ := img.At(32, 2).RGBA()
		if R, G, B, _ := img.At(32, 45).RGBA(); r>>8 < 200 || b>>8 > 60 || R>>8 > 40 || G>>8 > 40 || B>>8 > 60 {
			t.Errorf("%s: top is %v, bottom %v", name, img.At(32, 2), img.At(32, 45))
		}
	}
	img := pixels(t, mustVariants(t, testFile(t, "transparent.webp")))
	if _, _, _, a := img.At(0, 0).RGBA(); a != 0 || !near(img.At(32, 24), color.NRGBA{240, 160, 10, 255}) {
		t.Errorf("transparent.webp: corner is %v, middle %v", img.At(0, 0), img.At(32, 24))
	}
}

func TestSmallest(t *testing.T) {
	one := image.NewNRGBA(image.Rect(0, 0, 1, 1))
	one.SetNRGBA(0, 0, red)
	for format, file := range map[Format][]byte{JPEG: asJPEGFile(t, one), PNG: asPNGFile(t, one)} {
		variants := mustVariants(t, file)
		if len(variants) != 1 || variants[0].Size != (Size{1, 1}) || !near(pixels(t, variants).At(0, 0), red) {
			t.Errorf("%s: %+v", format, variants)
		}
	}
}

// Long pictures are common on phones; their height is not limited.
func TestLongPicture(t *testing.T) {
	long := image.NewPaletted(image.Rect(0, 0, 600, 40000), color.Palette{red, white})
	long.SetColorIndex(300, 39000, 1)
	sizes := mustInspect(t, asPNGFile(t, long)).Sizes()
	if want := []Size{{480, 32000}, {600, 40000}}; !slices.Equal(sizes, want) {
		t.Errorf("sizes are %v, want %v", sizes, want)
	}
}

func TestSameBytesOnAnyNumberOfCores(t *testing.T) {
	photo := withExif(photograph(t, 1500, 1100), exifData(big, 8))
	drawing := asPNGFile(t, corners(1300, 700, upright))
	for _, file := range [][]byte{photo, drawing} {
		var first []Variant
		for _, cores := range []int{1, 2, 8, 1} {
			before := runtime.GOMAXPROCS(cores)
			variants := mustVariants(t, file)
			runtime.GOMAXPROCS(before)
			if first == nil {
				first = variants
			}
			same := func(a, b Variant) bool { return a.Size == b.Size && bytes.Equal(a.Data, b.Data) }
			if !slices.EqualFunc(first, variants, same) {
				t.Errorf("other bytes on %d cores", cores)
			}
		}
	}
}

func TestKey(t *testing.T) {
	a, b := Key([]byte("a")), Key([]byte("b"))
	if a == b || len(a) != 64 || a != Key([]byte("a")) {
		t.Errorf("keys are %s and %s", a, b)
	}
}

func TestPaletteOfDrawings(t *testing.T) {
	drawing := mustVariants(t, asPNGFile(t, corners(64, 48, upright)))
	if c, err := png.DecodeConfig(bytes.NewReader(drawing[0].Data)); err != nil {
		t.Error(err)
	} else if p, ok := c.ColorModel.(color.Palette); !ok || len(p) != 4 {
		t.Errorf("the drawing of 4 colours has %v", c.ColorModel)
	}
}

// wantFault holds an error to be a fault in good form.
func wantFault(t testing.TB, name string, err error, want string) {
	t.Helper()
	var f *Fault
	if !errors.As(err, &f) {
		t.Errorf("%s: error is %v, want a *Fault", name, err)
		return
	}
	if f.Hint == "" || err.Error() != f.Text+"; "+f.Hint {
		t.Errorf("%s: error is %q with hint %q", name, err, f.Hint)
	}
	if want != "" && err.Error() != want {
		t.Errorf("%s: error is\n%s\nwant\n%s", name, err, want)
	}
}
