// Package stage puts a new site in the place of the old one, whole or not at
// all. It is the only room that writes to the published folder.
//
// The new files go into a folder beside the published one, and the two folders
// are then exchanged in one step. A build that fails, is killed or meets another
// build leaves the published site as it was:
//
//	.gongshi-public-lock   held while a build works; a second build waits
//	.gongshi-public-new    the new site, while it is being written
//	.gongshi-public-old    the old site, until what is not ours is out of it
//	.gongshi-public-kept-1 an old site that somebody must look at; no build touches it
//	public/                the published site
//	public/.gongshi-manifest.json   which of its files are ours
//
// Only files that the manifest lists are ever replaced or removed. Whatever else
// is in the folder belongs to somebody and is carried over to the new one.
package stage

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"strings"
)

// The site is for everybody to read, whatever the umask of whoever builds it.
const (
	fileMode = 0o644
	dirMode  = 0o755
)

// File is one file of the new site.
type File struct {
	Path string // slash-separated, relative to the published folder
	Data []byte
}

// Replace makes dir hold the given files, and those in it that are not ours. The
// files are taken one at a time; an error among them, or the end of ctx, leaves
// dir untouched. What a person should know meanwhile goes to say.
func Replace(ctx context.Context, dir string, files iter.Seq2[File, error], say func(string)) error {
	at := placesFor(dir)
	if err := os.MkdirAll(filepath.Dir(dir), dirMode); err != nil {
		return err
	}
	unlock, err := lock(ctx, at.lock, dir, say)
	if err != nil {
		return err
	}
	defer unlock()

	return at.replace(ctx, files, say, exchange)
}

// replace does the work of [Replace], alone.
func (at places) replace(ctx context.Context, files iter.Seq2[File, error], say func(string), exchange exchanger) error {
	if err := at.recover(); err != nil {
		return err
	}
	before, err := readManifest(at.live)
	if err != nil {
		return err
	}
	w, err := at.prepare(ctx, before, files)
	if err != nil {
		return err
	}
	if err := swap(at, exchange); err != nil {
		return errors.Join(err, removeAll(at.fresh))
	}
	if len(w.edited) > 0 {
		say(fmt.Sprintf("changed by hand since the last build, and replaced by the new site: %s", names(filepath.Base(at.live), w.edited)))
	}
	return at.retire(&carrier{before: before, after: w.manifest, update: true})
}

// prepare makes the new site in its folder, or leaves nothing there.
func (at places) prepare(ctx context.Context, before *manifest, files iter.Seq2[File, error]) (*writer, error) {
	whole := false
	defer func() {
		if !whole { // after a panic, too
			_ = removeAll(at.fresh) // or else the next build does
		}
	}()
	w, err := write(ctx, at, before, files)
	if err != nil {
		return nil, err
	}
	c := carrier{from: at.live, to: at.fresh, before: before, after: w.manifest}
	if err := c.carry(); err != nil {
		return nil, err
	}
	if len(c.blocked) > 0 {
		return nil, fmt.Errorf("in the way of the new site, and not made by gongshi: %s; move it away, or choose another folder with --out",
			names(at.live, c.blocked))
	}
	if err := settle(at.live, at.fresh); err != nil {
		return nil, err
	}
	whole = true
	return w, nil
}

// places are the folders and the lock that one published folder needs. What has
// the name fresh may be removed at any time; what has the name old was published,
// and may hold what is somebody's.
type places struct {
	live, fresh, old, kept, lock string
}

// placesFor names the places for a published folder. They stand beside it, to be
// on the same file system: only there can folders be renamed in one step.
func placesFor(dir string) places {
	beside := filepath.Join(filepath.Dir(dir), ".gongshi-"+filepath.Base(dir)+"-")
	return places{live: dir, fresh: beside + "new", old: beside + "old", kept: beside + "kept-", lock: beside + "lock"}
}

// recover mends what a killed build left: it brings back the old site, if the
// build died between the two steps of an exchange, and clears the rest. What is
// somebody's in the old site goes to the live one, but replaces nothing there:
// nobody knows how long ago that build died.
func (at places) recover() error {
	if err := removeAll(at.fresh); err != nil || !exists(at.old) {
		return err
	}
	if !exists(at.live) {
		return os.Rename(at.old, at.live)
	}
	before, err := readManifest(at.old)
	if err != nil {
		return err
	}
	after, err := readManifest(at.live)
	if err != nil {
		return err
	}
	return at.retire(&carrier{before: before, after: after})
}

// settle gives the new folder the mode and the owner that somebody chose for the
// published one, and waits until the disk has it all, so that a power cut after
// the exchange cannot leave empty files.
func settle(dir, fresh string) error {
	info, err := os.Stat(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		err = os.Chmod(fresh, dirMode)
	case err == nil:
		err = resemble(fresh, info)
	}
	if err != nil {
		return err
	}
	return flush(fresh)
}

// retire removes the folder that was published until now. It carries over once
// more first, for what somebody put there while the new site was being written.
// A folder that cannot be emptied so is kept.
func (at places) retire(c *carrier) error {
	c.from, c.to = at.old, at.live
	err := c.carry()
	if err == nil && len(c.blocked) == 0 {
		return at.remove()
	}
	kept, keepErr := at.keep()
	if err == nil {
		err = fmt.Errorf("not made by gongshi, and in the way of the new site: %s", names(kept, c.blocked))
	}
	return errors.Join(fmt.Errorf("the new site is in place, but the old one stays in %s: %w", kept, err), keepErr)
}

// remove removes the old site. First it gets a name that says that it may go: a
// build that dies meanwhile leaves half of it.
func (at places) remove() error {
	if !exists(at.old) {
		return nil
	}
	if err := os.Rename(at.old, at.fresh); err != nil {
		return err
	}
	return removeAll(at.fresh)
}

// keep gives the old site a name that no build looks for.
func (at places) keep() (name string, err error) {
	for n := 1; ; n++ {
		name = fmt.Sprint(at.kept, n)
		if !exists(name) {
			return name, os.Rename(at.old, name)
		}
	}
}

// removeAll removes a folder, and those in it too that nobody may write to.
func removeAll(dir string) error {
	if os.RemoveAll(dir) == nil {
		return nil
	}
	_ = filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err == nil && d.IsDir() {
			_ = os.Chmod(name, 0o700)
		}
		return nil // what cannot be removed, the next line says
	})
	return os.RemoveAll(dir)
}

// names lists paths in a folder, but not too many.
func names(dir string, paths []string) string {
	const enough = 5
	var list []string
	for _, p := range paths[:min(enough, len(paths))] {
		list = append(list, filepath.Join(dir, filepath.FromSlash(p)))
	}
	text := strings.Join(list, ", ")
	if more := len(paths) - enough; more > 0 {
		text += fmt.Sprintf(" and %d more", more)
	}
	return text
}

func exists(name string) bool {
	_, err := os.Lstat(name)
	return err == nil
}
