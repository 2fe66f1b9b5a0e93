// Command drawings draws the pictures of the sample programme: eight works, each
// before and after.
//
//	go run ./sites/drawings FOLDER
//
// Everything in them is made up. Two pairs are written as a phone would write
// photographs: lying on their side, with a note on how to turn them, the make of
// the phone, a date and a place (in the open sea). A build has to take that out.
// The files are the same on every machine.
package main

import (
	"bytes"
	"fmt"
	"image/png"
	"os"
	"path/filepath"
)

// A work is drawn twice, by one function, so that a reader finds the same place again.
type work struct {
	name  string
	draw  func(c *canvas, after bool)
	photo bool // written as a phone writes photographs
}

var works = []work{
	{"street", street, false},
	{"lane", lane, true},
	{"charging", charging, false},
	{"toilet", toilet, false},
	{"yard", yard, true},
	{"ditch", ditch, false},
	{"window", serviceWindow, false},
	{"board", noticeBoard, false},
}

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: drawings FOLDER")
		os.Exit(2)
	}
	if err := drawAll(os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, "drawings:", err)
		os.Exit(1)
	}
}

// drawAll writes NAME-before and NAME-after of every work into a folder.
func drawAll(folder string) error {
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	for _, w := range works {
		for _, after := range []bool{false, true} {
			name, data, err := w.file(after)
			if err != nil {
				return fmt.Errorf("draw %s: %w", name, err)
			}
			if err := os.WriteFile(filepath.Join(folder, name), data, 0o644); err != nil {
				return err
			}
		}
	}
	return nil
}

// file returns one of the two files of a work.
func (w work) file(after bool) (name string, data []byte, err error) {
	name = w.name + map[bool]string{false: "-before", true: "-after"}[after]
	c := newCanvas()
	w.draw(c, after)
	if w.photo {
		data, err = asPhoto(c.img)
		return name + ".jpg", data, err
	}
	var b bytes.Buffer
	encoder := png.Encoder{CompressionLevel: png.BestCompression}
	err = encoder.Encode(&b, c.img)
	return name + ".png", b.Bytes(), err
}
