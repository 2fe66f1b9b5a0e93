package stage

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// carry brings what is not ours from one folder into another, where it is not
// there yet. It never changes the folder that it takes from.
func carry(from, to string, before, after *manifest) error {
	if !exists(from) {
		return nil
	}
	c := carrier{from: from, to: to, before: before, after: after}
	if err := filepath.WalkDir(from, c.visit); err != nil {
		return fmt.Errorf("keep the files in %s that are not gongshi's: %w", from, err)
	}
	return c.blocked()
}

type carrier struct {
	from, to      string
	before, after *manifest
	inTheWay      []string // foreign files where ours must go
}

func (c *carrier) visit(name string, d fs.DirEntry, err error) error {
	if err != nil {
		return err
	}
	rel, err := filepath.Rel(c.from, name)
	if err != nil || rel == "." {
		return err
	}
	p := filepath.ToSlash(rel)
	if d.IsDir() {
		return c.visitDir(p, name)
	}
	if c.before.owns(p) || d.Type().IsRegular() && c.same(p, name) {
		return nil
	}
	if !c.room(p) {
		c.inTheWay = append(c.inTheWay, name)
		return nil
	}
	return bring(name, filepath.Join(c.to, rel), d.Type())
}

// visitDir makes a folder that somebody else made. Folders of ours come back
// only if something foreign lies in them.
func (c *carrier) visitDir(p, name string) error {
	if c.before.dirs[p] || c.after.dirs[p] {
		return nil
	}
	if !c.room(p) {
		c.inTheWay = append(c.inTheWay, name)
		return fs.SkipDir
	}
	info, err := os.Stat(name)
	if err != nil {
		return err
	}
	to := filepath.Join(c.to, filepath.FromSlash(p))
	if err := os.MkdirAll(to, dirMode); err != nil {
		return err
	}
	return os.Chmod(to, info.Mode().Perm())
}

// room reports whether nothing of ours goes where a foreign path is.
func (c *carrier) room(p string) bool {
	for dir := range parents(p) {
		if c.after.owns(dir) {
			return false
		}
	}
	return !c.after.owns(p) && !c.after.dirs[p]
}

// same reports whether a foreign file is, byte for byte, what we put there: then
// it is ours from now on.
func (c *carrier) same(p, name string) bool {
	ours, ok := c.after.files[p]
	if !ok {
		return false
	}
	data, err := os.ReadFile(name)
	return err == nil && ours == describe(p, data)
}

// blocked returns the error that names the files in the way.
func (c *carrier) blocked() error {
	if len(c.inTheWay) == 0 {
		return nil
	}
	const enough = 5
	names := strings.Join(c.inTheWay[:min(enough, len(c.inTheWay))], ", ")
	if more := len(c.inTheWay) - enough; more > 0 {
		names += fmt.Sprintf(" and %d more", more)
	}
	return fmt.Errorf("in the way of the new site, and not made by gongshi: %s; move it away, or choose another folder with --out", names)
}

// bring makes a foreign file appear in the new folder: the same file under a
// second name, or a copy where the file system has no hard links.
func bring(from, to string, kind fs.FileMode) error {
	if err := os.MkdirAll(filepath.Dir(to), dirMode); err != nil {
		return err
	}
	if kind&fs.ModeSymlink != 0 {
		return relink(from, to)
	}
	if up, err := upToDate(from, to); err != nil || up {
		return err
	}
	if err := os.Link(from, to); err == nil {
		return nil
	}
	if !kind.IsRegular() {
		return fmt.Errorf("%s is neither a file nor a folder", from)
	}
	return copyFile(from, to)
}

// relink makes a symbolic link again; what it leads to is none of our business.
func relink(from, to string) error {
	target, err := os.Readlink(from)
	if err != nil {
		return err
	}
	if there, err := os.Readlink(to); err == nil && there == target {
		return nil
	}
	return os.Symlink(target, to)
}

// upToDate reports whether a foreign file is at its new place already. What is
// there in an older state is removed, to be brought again.
func upToDate(from, to string) (bool, error) {
	there, err := os.Lstat(to)
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	here, err := os.Lstat(from)
	if err != nil {
		return false, err
	}
	copied := here.Size() == there.Size() && here.ModTime().Equal(there.ModTime()) && here.Mode() == there.Mode()
	if os.SameFile(here, there) || copied {
		return true, nil
	}
	return false, os.Remove(to)
}

// copyFile copies a file with its mode and time.
func copyFile(from, to string) error {
	info, err := os.Stat(from)
	if err != nil {
		return err
	}
	data, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	if err := writeFile(to, data); err != nil {
		return err
	}
	if err := os.Chmod(to, info.Mode().Perm()); err != nil {
		return err
	}
	return os.Chtimes(to, info.ModTime(), info.ModTime())
}
