package look

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"

	"gongshi/internal/brand"
)

// Asset is a file that every page needs. Its name carries a hash of its content,
// so that a browser may keep it for ever.
type Asset struct {
	Path string // "assets/style.0a1b2c3d.css"
	Data []byte
}

// An Icon is the mark of the site, in the masthead and in a browser's tabs.
type Icon struct {
	Asset
	Type          string // image/svg+xml, image/png
	Width, Height int    // in pixels, in the masthead
	Drawn         bool   // pixels, which nobody needs to look into
}

// iconHeight is that of the mark in the masthead, in pixels of CSS, where the reader
// has not chosen a larger text.
const iconHeight = 40

// readAssets reads what every page needs.
func (l *Look) readAssets(templates fs.FS, identity brand.Identity, address string) error {
	var err error
	read := func(name string) []byte {
		data, failed := fs.ReadFile(templates, name)
		if failed != nil && err == nil {
			err = fmt.Errorf("read templates/%s: %w", name, failed)
		}
		return data
	}
	style := read("style.css")
	l.Style = asset("style.css", slices.Concat(style, []byte(identity.Tokens()), []byte(running(address))))
	l.Paper, l.Accent = papers(style), accent(l.Style.Data)
	l.Script = asset("chart.js", withoutComments(read("chart.js")))
	l.Search = asset("search.js", withoutComments(read("search.js")))
	l.ListScript = asset("list.js", withoutComments(read("list.js")))
	l.Display = asset("display.js", withoutComments(read("display.js")))
	l.Icon = Icon{Asset: asset("icon.svg", read("icon.svg")), Type: "image/svg+xml", Width: iconHeight, Height: iconHeight}
	if e := identity.Emblem; e.Ext != "" {
		l.Icon = Icon{Asset: asset("emblem"+e.Ext, e.Data), Type: l.Icon.Type, Width: max(1, iconHeight*e.Width/e.Height), Height: iconHeight}
		if l.Icon.Drawn = e.Ext == ".png"; l.Icon.Drawn {
			l.Icon.Type = "image/png"
		}
	}
	return err
}

// asset names a file by its content.
func asset(name string, data []byte) Asset {
	sum := sha256.Sum256(data)
	ext := path.Ext(name)
	return Asset{Path: "assets/" + strings.TrimSuffix(name, ext) + "." + hex.EncodeToString(sum[:4]) + ext, Data: data}
}

// running puts an address at the foot of every printed page.
func running(address string) string {
	quoted := strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", " ").Replace(address)
	return fmt.Sprintf("\n@layer print { @page { @bottom-left { content: \"%s\"; } } }\n", quoted)
}

var paper = regexp.MustCompile(`--paper: (#[0-9a-f]{3,6});`)

// papers finds the page's colour in light and in the dark, "" where the stylesheet
// of a site does not say it as ours does.
func papers(style []byte) (found [2]string) {
	light, dark, _ := bytes.Cut(style, []byte("prefers-color-scheme: dark"))
	for i, part := range [][]byte{light, dark} {
		if m := paper.FindSubmatch(part); m != nil {
			found[i] = string(m[1])
		}
	}
	return found
}

// seal matches the colour that stands for the site on light pages: that of style.css,
// and after it the publisher's own.
var seal = regexp.MustCompile(`--accent:\s*(#[0-9a-fA-F]{6})\b`)

// accent returns that colour, "" when there is none.
func accent(style []byte) (found string) {
	for _, m := range seal.FindAllSubmatch(style, -1) {
		found = string(m[1])
	}
	return found
}

// withoutComments drops what a visitor need not download of a script: the lines that
// are comments, and how far lines are indented.
func withoutComments(script []byte) []byte {
	var kept []byte
	for line := range bytes.Lines(script) {
		if line = bytes.TrimLeft(line, " "); !bytes.HasPrefix(line, []byte("//")) {
			kept = append(kept, line...)
		}
	}
	return kept
}
