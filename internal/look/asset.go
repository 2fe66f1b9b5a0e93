package look

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"strings"
)

// Asset is a file that every page needs. Its name carries a hash of its content,
// so that a browser may keep it for ever.
type Asset struct {
	Path string // "assets/style.0a1b2c3d.css"
	Data []byte
}

func readAsset(templates fs.FS, name string) (Asset, error) {
	data, err := fs.ReadFile(templates, name)
	if err != nil {
		return Asset{}, fmt.Errorf("read templates/%s: %w", name, err)
	}
	if path.Ext(name) == ".js" {
		data = withoutComments(data)
	}
	sum := sha256.Sum256(data)
	ext := path.Ext(name)
	return Asset{Path: "assets/" + strings.TrimSuffix(name, ext) + "." + hex.EncodeToString(sum[:4]) + ext, Data: data}, nil
}

// seal matches the colour that stands for the site, where style.css names it for
// light pages, which is first.
var seal = regexp.MustCompile(`--seal:\s*(#[0-9a-fA-F]{6})\b`)

// accent returns that colour, "" when there is none.
func accent(style []byte) string {
	if m := seal.FindSubmatch(style); m != nil {
		return string(m[1])
	}
	return ""
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
