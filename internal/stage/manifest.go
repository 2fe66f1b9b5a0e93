package stage

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
)

// ManifestName is the file that lists ours: a folder that has it was published by
// this program. It lies in the published folder, so
// that it is exchanged together with what it lists.
const ManifestName = ".gongshi-manifest.json"

// manifestNote tells whoever opens the file what it is for.
const manifestNote = "The files here that gongshi made, and may replace or remove. It leaves all others alone."

// manifest lists our files. It is never used to build a path, only to ask
// whether a file that was found is ours: a forged one cannot reach elsewhere.
type manifest struct {
	files map[string]entry // by path
	dirs  map[string]bool  // the folders that hold them
}

// entry describes one of our files.
type entry struct {
	Path   string `json:"path"` // slash-separated, relative to the published folder
	Size   int64  `json:"size"` // bytes
	SHA256 string `json:"sha256"`
}

// describe returns the entry of a file.
func describe(p string, data []byte) entry {
	sum := sha256.Sum256(data)
	return entry{Path: p, Size: int64(len(data)), SHA256: hex.EncodeToString(sum[:])}
}

// listing is the manifest as JSON.
type listing struct {
	Note  string  `json:"note"`
	Files []entry `json:"files"` // sorted by path
}

func newManifest() *manifest {
	return &manifest{files: map[string]entry{}, dirs: map[string]bool{}}
}

// readManifest reads the manifest of a published folder; one without any has
// nothing of ours.
func readManifest(dir string) (*manifest, error) {
	m := newManifest()
	data, err := os.ReadFile(filepath.Join(dir, ManifestName))
	if errors.Is(err, fs.ErrNotExist) {
		return m, nil
	}
	if err != nil {
		return nil, err
	}
	var l listing
	if err := json.Unmarshal(data, &l); err != nil {
		return nil, fmt.Errorf("read %s: %w; without it nobody can tell which files there gongshi made: move %s away and build again",
			filepath.Join(dir, ManifestName), err, dir)
	}
	for _, e := range l.Files {
		m.add(e)
	}
	return m, nil
}

// write puts the manifest into a folder.
func (m *manifest) write(dir string) error {
	l := listing{Note: manifestNote, Files: make([]entry, 0, len(m.files))}
	for _, e := range m.files {
		l.Files = append(l.Files, e)
	}
	slices.SortFunc(l.Files, func(a, b entry) int { return strings.Compare(a.Path, b.Path) })
	data, err := json.MarshalIndent(l, "", " ")
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(dir, ManifestName), append(data, '\n'), fileMode)
}

func (m *manifest) add(e entry) {
	m.files[e.Path] = e
	for dir := range parents(e.Path) {
		m.dirs[dir] = true
	}
}

// owns reports whether a file is ours.
func (m *manifest) owns(p string) bool {
	_, ok := m.files[p]
	return ok || p == ManifestName
}

// parents yields the folders that a path lies in, the nearest first.
func parents(p string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for dir := path.Dir(p); dir != "."; dir = path.Dir(dir) {
			if !yield(dir) {
				return
			}
		}
	}
}
