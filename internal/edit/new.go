package edit

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"slices"
	"strings"
)

// Taken is an error: files are there already. Nothing was written.
type Taken struct{ Files []string }

func (e *Taken) Error() string { return "there is already " + strings.Join(e.Files, ", ") }

// CopySite writes a whole site into a folder and returns its files, sorted. A file
// that is there already is left alone, and then nothing is written: see [Taken].
func CopySite(root *os.Root, site fs.FS) ([]string, error) {
	files := map[string][]byte{}
	err := fs.WalkDir(site, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		files[name], err = fs.ReadFile(site, name)
		return err
	})
	if err != nil {
		return nil, err
	}
	return add(root, files)
}

// add writes new files, all or none, and returns their names, sorted.
func add(root *os.Root, files map[string][]byte) ([]string, error) {
	names := slices.Sorted(maps.Keys(files))
	var taken []string
	for _, name := range names {
		if _, err := root.Lstat(name); err == nil {
			taken = append(taken, name)
		} else if !errors.Is(err, fs.ErrNotExist) {
			return nil, err
		}
	}
	if len(taken) > 0 {
		return nil, &Taken{taken}
	}
	for i, name := range names {
		if err := addFile(root, name, files[name]); err != nil {
			for _, written := range names[:i] {
				err = errors.Join(err, root.Remove(written))
			}
			return nil, err
		}
	}
	return names, nil
}

// addFile writes one file that must not be there, and the folders around it.
func addFile(root *os.Root, name string, data []byte) error {
	if err := root.MkdirAll(path.Dir(name), 0o755); err != nil {
		return err
	}
	f, err := root.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	_, err = bytes.NewReader(data).WriteTo(f)
	if err = errors.Join(err, f.Close()); err != nil {
		return errors.Join(fmt.Errorf("write %s: %w", name, err), root.Remove(name))
	}
	return nil
}
