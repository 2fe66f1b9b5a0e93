package brand

import (
	"bytes"
	"path"
	"strings"

	"gongshi/internal/diag"
	"gongshi/internal/picture"
)

// Emblem is the publisher's mark, as it is to be published: nothing of the file but
// what was understood. The zero value stands for gongshi's own mark.
type Emblem struct {
	Ext           string // .svg or .png; "" when there is none
	Data          []byte
	Width, Height int // how it is shaped: at most 4 to 1 either way
}

// What an emblem may be at most.
const (
	maxFile  = 1 << 20  // bytes of the file
	maxSVG   = 32 << 10 // bytes of a finished SVG: every page loads it
	iconSide = 192      // pixels of a finished PNG, on its longer side
	maxShape = 4        // the longer side by the shorter
)

// ReadEmblem makes an emblem of a file. The problem is nil when it can be used.
func ReadEmblem(name string, data []byte) (Emblem, *diag.Problem) {
	emblem, problem := read(name, data)
	if problem == nil && (emblem.Width > maxShape*emblem.Height || emblem.Height > maxShape*emblem.Width) {
		problem = refuse(diag.Pos{File: name}, "make it squarer", "the emblem is %d by %d; one side may be %d times the other", emblem.Width, emblem.Height, maxShape)
	}
	if problem != nil {
		return Emblem{}, problem
	}
	return emblem, nil
}

func read(name string, data []byte) (Emblem, *diag.Problem) {
	pos := diag.Pos{File: name}
	switch {
	case len(data) > maxFile:
		return Emblem{}, refuse(pos, "export it as a PNG of 512 pixels", "the file has %d KB; an emblem may have %d KB", len(data)>>10, maxFile>>10)
	case bytes.HasPrefix(data, []byte("\x89PNG")):
		v, err := picture.Icon(data, iconSide)
		if err != nil {
			return Emblem{}, refuse(pos, "export it anew as a PNG of 512 pixels", "%v", err)
		}
		return Emblem{Ext: ".png", Data: v.Data, Width: v.Width, Height: v.Height}, nil
	case strings.EqualFold(path.Ext(name), ".svg"):
		return readSVG(name, data)
	}
	return Emblem{}, refuse(pos, "export it as a PNG of 512 pixels, with a transparent ground", "an emblem is a PNG or an SVG; this file is neither")
}

func refuse(pos diag.Pos, hint, format string, args ...any) *diag.Problem {
	p := diag.At(pos, format, args...).WithHint("%s", hint)
	return &p
}
