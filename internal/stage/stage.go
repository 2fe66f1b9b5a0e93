// Package stage puts a new site in the place of the old one, whole or not at
// all. It is the only room that writes to the published folder.
//
// The new files go into a folder beside the published one, and the two folders
// are then exchanged in one step. A build that fails, is killed or meets another
// build leaves the published site as it was:
//
//	.gongshi-public-lock   held while a build works; a second build waits
//	.gongshi-public-new    the new site, while it is being written
//	.gongshi-public-old    the old site, where the exchange takes two steps
//	public/                the published site
//	public/.gongshi-manifest.json   which of its files are ours
//
// Only files that the manifest lists are ever replaced or removed. Whatever else
// is in the folder belongs to somebody and is carried over to the new one.
package stage

import (
	"context"
	"fmt"
	"iter"
	"os"
	"path/filepath"
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

	if err := at.recover(); err != nil {
		return err
	}
	before, err := readManifest(dir)
	if err != nil {
		return err
	}
	defer os.RemoveAll(at.fresh) // on failure: what was written of the new site
	after, err := write(ctx, at, files)
	if err != nil {
		return err
	}
	if err := carry(dir, at.fresh, before, after); err != nil {
		return err
	}
	if err := settle(dir, at.fresh); err != nil {
		return err
	}
	retired, err := swap(at, exchange)
	if err != nil {
		return err
	}
	return retire(retired, dir, before, after)
}

// places are the folders and the lock that one published folder needs.
type places struct {
	live, fresh, old, lock string
}

// placesFor names the places for a published folder. They stand beside it, to be
// on the same file system: only there can folders be renamed in one step.
func placesFor(dir string) places {
	beside := filepath.Join(filepath.Dir(dir), ".gongshi-"+filepath.Base(dir)+"-")
	return places{live: dir, fresh: beside + "new", old: beside + "old", lock: beside + "lock"}
}

// recover mends what a killed build left: it brings back the old site, if the
// build died between the two steps of an exchange, and clears the rest.
func (at places) recover() error {
	if !exists(at.live) && exists(at.old) {
		if err := os.Rename(at.old, at.live); err != nil {
			return err
		}
	}
	if err := os.RemoveAll(at.fresh); err != nil {
		return err
	}
	return os.RemoveAll(at.old)
}

// settle gives the new folder the mode that somebody chose for the published
// one, and waits until the disk has it all, so that a power cut after the
// exchange cannot leave empty files.
func settle(dir, fresh string) error {
	mode := os.FileMode(dirMode)
	if info, err := os.Stat(dir); err == nil {
		mode = info.Mode().Perm()
	}
	if err := os.Chmod(fresh, mode); err != nil {
		return err
	}
	return flush(fresh)
}

// retire removes the folder that was published until now. It carries over once
// more first, for what somebody put there while the new site was being written.
func retire(retired, dir string, before, after *manifest) error {
	if err := carry(retired, dir, before, after); err != nil {
		return fmt.Errorf("the new site is in place, but the old one stays in %s: %w", retired, err)
	}
	return os.RemoveAll(retired)
}

func exists(name string) bool {
	_, err := os.Lstat(name)
	return err == nil
}
