package picture

import (
	"bytes"
	"errors"
	"image"
	"slices"
	"testing"
)

// seeds gives a fuzz test small files of every kind.
func seeds(f *testing.F) {
	img := corners(16, 12, upright)
	f.Add(withExif(asJPEGFile(f, img), exifData(big, 6)))
	f.Add(withExif(asJPEGFile(f, image.NewGray(img.Rect)), exifData(little, 3)))
	f.Add(withChunks(asPNGFile(f, img), chunk("eXIf", exifData(big, 8)), chunk("tEXt", []byte("Comment\x00x"))))
	f.Add(asPNGFile(f, withPalette(img)))
	f.Add(asPNGFile(f, image.NewNRGBA64(image.Rect(0, 0, 3, 2))))
	f.Add(extendedWebP(f, 8, riffChunk("EXIF", exifData(little, 6))))
	for _, name := range []string{"cmyk.jpg", "progressive.jpg", "lossy.webp", "lossless.webp", "transparent.webp", "moving.webp"} {
		f.Add(testFile(f, name))
	}
	for _, format := range []Format{JPEG, PNG, WebP} {
		f.Add(claim(format, 16000, 16000))
	}
	for _, text := range []string{"", "GIF89a", box("mif1heic"), "\xff\xff\xff\xffftypavif", "<?xml?><svg>"} {
		f.Add([]byte(text))
	}
}

func FuzzInspect(f *testing.F) {
	seeds(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		info, err := Inspect(data)
		if err != nil {
			wantFault(t, "Inspect", err, "")
			return
		}
		if info.Width < 1 || info.Height < 1 || info.Width*info.Height > MaxPixels {
			t.Errorf("size is %v", info.Size)
		}
		sizes := info.Sizes()
		if widest := sizes[len(sizes)-1].Width; widest > info.Width || widest > 1600 || sizes[0].Height < 1 {
			t.Errorf("sizes of %v are %v", info.Size, sizes)
		}
	})
}

func FuzzVariants(f *testing.F) {
	seeds(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		info, err := Inspect(data)
		if err == nil && info.Width*info.Height > 1<<18 {
			t.Skip("takes too long for a fuzz test")
		}
		variants, err := Variants(data)
		if err != nil {
			var fault *Fault
			if !errors.As(err, &fault) || variants != nil {
				t.Fatalf("error is %v, with %d variants", err, len(variants))
			}
			return
		}
		var sizes []Size
		for _, v := range variants {
			sizes = append(sizes, v.Size)
			img, _, err := image.Decode(bytes.NewReader(v.Data))
			if err != nil || img.Bounds().Size() != image.Pt(v.Width, v.Height) || v.Format != info.Published {
				t.Errorf("variant %v in %s has %v pixels (%v)", v.Size, v.Format, img.Bounds().Size(), err)
			}
		}
		if want := info.Sizes(); !slices.Equal(sizes, want) {
			t.Errorf("sizes are %v, want %v", sizes, want)
		}
	})
}
