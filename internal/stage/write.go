package stage

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
)

// write puts the files into the new folder, with their manifest.
func write(ctx context.Context, at places, before *manifest, files iter.Seq2[File, error]) (*writer, error) {
	if err := makeDir(at.fresh); err != nil {
		return nil, err
	}
	w := &writer{
		places:   at,
		made:     map[string]bool{".": true},
		paths:    addresses{files: map[string]string{}, dirs: map[string]string{}},
		before:   before,
		manifest: newManifest(),
	}
	for f, err := range files {
		if err := errors.Join(err, ctx.Err()); err != nil {
			return nil, err
		}
		if err := w.add(f); err != nil {
			return nil, fmt.Errorf("write %s: %w", f.Path, err)
		}
	}
	w.lookAtTheRest()
	return w, w.manifest.write(at.fresh)
}

// writer fills a folder that nobody else knows yet.
type writer struct {
	places
	made     map[string]bool // folders that exist
	paths    addresses
	before   *manifest // of the old site
	manifest *manifest
	edited   []string // files of the old site that somebody changed, and that are lost
}

func (w *writer) add(f File) error {
	if err := w.paths.claim(f.Path); err != nil {
		return err
	}
	if err := w.mkdir(path.Dir(f.Path)); err != nil {
		return err
	}
	if err := w.put(f); err != nil {
		return err
	}
	w.manifest.add(describe(f.Path, f.Data))
	return nil
}

// put writes a file, unless the old site has the same: then the old file is in
// the new site too. So it keeps its time, and neither browsers nor rsync take it
// for a new one; and where making files is slow, a second build is not.
func (w *writer) put(f File) error {
	local, err := filepath.Localize(f.Path)
	if err != nil {
		return err
	}
	name, before := filepath.Join(w.fresh, local), filepath.Join(w.live, local)
	if holds(before, f.Data) && os.Link(before, name) == nil {
		return nil
	}
	w.lookAt(f.Path, before, f.Data)
	return writeFile(name, f.Data)
}

// lookAt finds out whether somebody changed a file of ours by hand. Only files
// that will not be the same in the new site are looked at: most are.
func (w *writer) lookAt(p, name string, data []byte) {
	ours, ok := w.before.files[p]
	if !ok {
		return
	}
	old, err := os.ReadFile(name)
	if err == nil && !bytes.Equal(old, data) && describe(p, old) != ours {
		w.edited = append(w.edited, p)
	}
}

// lookAtTheRest looks at the files of the old site that the new one has not.
func (w *writer) lookAtTheRest() {
	for _, p := range slices.Sorted(maps.Keys(w.before.files)) {
		local, err := filepath.Localize(p)
		if err == nil && !w.manifest.owns(p) {
			w.lookAt(p, filepath.Join(w.live, local), nil)
		}
	}
}

// holds reports whether a file has the data, and the mode that we would give it.
func holds(name string, data []byte) bool {
	info, err := os.Lstat(name)
	if err != nil || info.Mode() != fileMode || info.Size() != int64(len(data)) {
		return false
	}
	old, err := os.ReadFile(name)
	return err == nil && bytes.Equal(old, data)
}

// mkdir makes a folder of the site and those above it.
func (w *writer) mkdir(p string) error {
	if w.made[p] {
		return nil
	}
	if err := w.mkdir(path.Dir(p)); err != nil {
		return err
	}
	local, err := filepath.Localize(p)
	if err != nil {
		return err
	}
	w.made[p] = true
	return makeDir(filepath.Join(w.fresh, local))
}

func makeDir(name string) error {
	if err := os.Mkdir(name, dirMode); err != nil {
		return err
	}
	return os.Chmod(name, dirMode) // the umask took part of it away
}

// writeFile writes a file that does not exist yet.
func writeFile(name string, data []byte) (err error) {
	file, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, fileMode)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, file.Close()) }()
	if err := file.Chmod(fileMode); err != nil { // the umask again
		return err
	}
	_, err = file.Write(data)
	return err
}

// addresses are the paths in use, without regard to case: paths that differ in
// case alone are one file on Windows, on macOS and on many servers.
type addresses struct {
	files map[string]string // folded path -> path
	dirs  map[string]string // folded path of a folder -> path of a file in it
}

// claim takes a path, if it is a proper one and nothing else has it.
func (a addresses) claim(p string) error {
	if !fs.ValidPath(p) || p == "." || strings.Contains(p, `\`) {
		return errors.New("not a relative path with plain slashes")
	}
	folded := fold(p)
	if folded == fold(ManifestName) {
		return errors.New("the name is kept for gongshi's list of its files")
	}
	if other, taken := a.files[folded]; taken {
		return fmt.Errorf("it has the address of %s", other)
	}
	if other, taken := a.dirs[folded]; taken {
		return fmt.Errorf("it has the address of the folder of %s", other)
	}
	for dir := range parents(folded) {
		if other, taken := a.files[dir]; taken {
			return fmt.Errorf("its folder has the address of %s", other)
		}
		a.dirs[dir] = p
	}
	a.files[folded] = p
	return nil
}

// fold makes paths equal that differ in case alone. Going up first joins letters
// with two lower forms, such as the Greek sigma.
func fold(p string) string { return strings.ToLower(strings.ToUpper(p)) }
