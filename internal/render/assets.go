package render

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"path"
	"strings"
)

// assets are the files that every page needs. Their names carry a hash of their
// content, so that a browser may keep them for ever.
type assets struct {
	style, icon asset
}

type asset struct {
	path string // "assets/style.0a1b2c3d.css"
	data []byte
}

func readAssets(templates fs.FS) (assets, error) {
	var a assets
	var err error
	if a.style, err = readAsset(templates, "style.css"); err != nil {
		return a, err
	}
	a.icon, err = readAsset(templates, "icon.svg")
	return a, err
}

func readAsset(templates fs.FS, name string) (asset, error) {
	data, err := fs.ReadFile(templates, name)
	if err != nil {
		return asset{}, fmt.Errorf("read templates/%s: %w", name, err)
	}
	sum := sha256.Sum256(data)
	ext := path.Ext(name)
	return asset{path: "assets/" + strings.TrimSuffix(name, ext) + "." + hex.EncodeToString(sum[:4]) + ext, data: data}, nil
}

func (a assets) files() map[string][]byte {
	return map[string][]byte{a.style.path: a.style.data, a.icon.path: a.icon.data}
}
