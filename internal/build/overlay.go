package build

import (
	"cmp"
	"errors"
	"io/fs"
	"slices"
)

// overlay is two file systems as one: a file of the upper one hides the file of
// the same name below. So a site changes one template and keeps the others.
type overlay struct {
	over, under fs.FS
}

// Open opens the upper file if there is one.
func (o overlay) Open(name string) (fs.File, error) {
	file, err := o.over.Open(name)
	if errors.Is(err, fs.ErrNotExist) {
		return o.under.Open(name)
	}
	return file, err
}

// ReadDir lists the files of both folders, each name once.
func (o overlay) ReadDir(name string) ([]fs.DirEntry, error) {
	above, err := fs.ReadDir(o.over, name)
	if errors.Is(err, fs.ErrNotExist) {
		return fs.ReadDir(o.under, name)
	}
	if err != nil {
		return nil, err
	}
	below, err := fs.ReadDir(o.under, name)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	byName := func(a, b fs.DirEntry) int { return cmp.Compare(a.Name(), b.Name()) }
	both := append(above, below...)
	slices.SortStableFunc(both, byName) // stable: the upper one stays first
	return slices.CompactFunc(both, func(a, b fs.DirEntry) bool { return a.Name() == b.Name() }), nil
}
