package main

import (
	"bytes"
	"image/png"
	"path/filepath"
	"slices"
	"testing"

	"gongshi/internal/picture"
)

// The photographs are what the sample programme needs them for: they lie on their
// side, say where they were taken, and a build mends both.
func TestPhotographs(t *testing.T) {
	_, data, err := work{"lane", lane, true}.file(true)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.HasPrefix(data[6:], []byte("Exif\x00\x00MM\x00*")) {
		t.Errorf("the file begins with %q", data[:20])
	}
	info, err := picture.Inspect(data)
	if want := (picture.Size{Width: width, Height: height}); err != nil || info.Size != want || info.Published != picture.JPEG {
		t.Errorf("the photograph is %+v (%v), want %v", info, err, want)
	}
	variants, err := picture.Variants(data)
	if err != nil {
		t.Fatal(err)
	}
	for _, v := range variants {
		if bytes.Contains(v.Data, []byte("Exif")) || bytes.Contains(v.Data, []byte("2024:")) {
			t.Errorf("the variant of %d pixels says where it was taken", v.Width)
		}
	}
}

func TestDrawingsAreTheSameEachTime(t *testing.T) {
	w := work{"board", noticeBoard, false}
	name, first, err := w.file(false)
	if err != nil {
		t.Fatal(err)
	}
	if _, second, err := w.file(false); err != nil || !slices.Equal(first, second) || name != "board-before.png" {
		t.Errorf("%s: two runs differ (%v)", name, err)
	}
	img, err := png.Decode(bytes.NewReader(first))
	if err != nil || img.Bounds().Dx() != width || img.Bounds().Dy() != height {
		t.Errorf("the drawing is %v (%v)", img.Bounds(), err)
	}
}

func TestFolderThatCannotBe(t *testing.T) {
	if err := drawAll(filepath.Join("main.go", "folder")); err == nil {
		t.Error("a folder inside a file: no error")
	}
}
