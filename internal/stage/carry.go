package stage

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
)

// carrier brings what is not ours from one folder into another. It never changes
// the folder that it takes from.
type carrier struct {
	from, to      string
	before, after *manifest // what is ours in the one and in the other
	update        bool      // what is there in another state is older, and is replaced

	blocked []string // foreign paths that something else has in the other folder
	made    []folder // foreign folders
}

// folder is a foreign folder that was made again.
type folder struct {
	name string
	info fs.FileInfo // of the one that it resembles
}

// carry does the work. Paths that it could not bring are in c.blocked.
func (c *carrier) carry() error {
	if !exists(c.from) {
		return nil
	}
	err := filepath.WalkDir(c.from, c.visit)
	for _, f := range slices.Backward(c.made) {
		err = errors.Join(err, resemble(f.name, f.info))
	}
	if err != nil {
		return fmt.Errorf("keep the files in %s that are not gongshi's: %w", c.from, err)
	}
	return nil
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
		c.blocked = append(c.blocked, p)
		return nil
	}
	return c.bring(p, name, d.Type())
}

// visitDir makes a folder that somebody else made. Folders of ours come back
// only if something foreign lies in them. It may be one that nobody may write to:
// what lies in it comes first, and then its mode.
func (c *carrier) visitDir(p, name string) error {
	if c.before.dirs[p] || c.after.dirs[p] {
		return nil
	}
	if !c.room(p) {
		c.blocked = append(c.blocked, p)
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
	c.made = append(c.made, folder{to, info})
	return os.Chmod(to, info.Mode().Perm()|0o700)
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

// bring makes a foreign file appear in the other folder: the same file under a
// second name, or a copy where the file system has no hard links.
func (c *carrier) bring(p, from string, kind fs.FileMode) error {
	to := filepath.Join(c.to, filepath.FromSlash(p))
	if err := os.MkdirAll(filepath.Dir(to), dirMode); err != nil {
		return err
	}
	there, err := compare(from, to)
	switch {
	case err != nil || there == asItIs:
		return err
	case there == changed && !c.update:
		c.blocked = append(c.blocked, p)
		return nil
	case there == changed:
		if err := os.Remove(to); err != nil {
			return err
		}
	}
	return again(from, to, kind)
}

// again makes a foreign file a second time.
func again(from, to string, kind fs.FileMode) error {
	if kind&fs.ModeSymlink != 0 {
		target, err := os.Readlink(from) // what it leads to is none of our business
		if err != nil {
			return err
		}
		return os.Symlink(target, to)
	}
	if err := os.Link(from, to); err == nil {
		return nil
	}
	if !kind.IsRegular() {
		return fmt.Errorf("%s is neither a file nor a folder", from)
	}
	return copyFile(from, to)
}

// presence says whether a foreign file is at its new place already.
type presence int

const (
	missing presence = iota
	asItIs
	changed // something is there, but not this
)

func compare(from, to string) (presence, error) {
	there, err := os.Lstat(to)
	if errors.Is(err, fs.ErrNotExist) {
		return missing, nil
	}
	if err != nil {
		return missing, err
	}
	here, err := os.Lstat(from)
	if err != nil {
		return missing, err
	}
	if os.SameFile(here, there) || here.Mode() == there.Mode() && (copied(here, there) || sameLink(from, to)) {
		return asItIs, nil
	}
	return changed, nil
}

// copied reports whether one file looks like a copy of the other.
func copied(a, b fs.FileInfo) bool {
	return a.Mode().IsRegular() && a.Size() == b.Size() && a.ModTime().Equal(b.ModTime())
}

// sameLink reports whether two files are links to the same.
func sameLink(a, b string) bool {
	targetA, errA := os.Readlink(a)
	targetB, errB := os.Readlink(b)
	return errA == nil && errB == nil && targetA == targetB
}

// chosen are the bits of a mode that somebody may have chosen for a folder.
const chosen = fs.ModePerm | fs.ModeSetuid | fs.ModeSetgid | fs.ModeSticky

// resemble gives a folder the owner, as far as we may, and the mode of another.
func resemble(name string, like fs.FileInfo) error {
	if err := giveTo(name, like); err != nil {
		return err
	}
	return os.Chmod(name, like.Mode()&chosen)
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
