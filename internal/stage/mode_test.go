//go:build unix

package stage

import (
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
	"testing"
)

// Everybody may read the site, even if the umask of whoever built it says no.
// The umask belongs to the whole process, so this test runs alone.
func TestFilesAreForEverybodyToRead(t *testing.T) {
	before := syscall.Umask(0o077)
	defer syscall.Umask(before)
	dir := filepath.Join(t.TempDir(), "public")
	replace(t, dir, site{"en/about/index.html": "text"})

	for name, want := range map[string]fs.FileMode{"": 0o755, "en": 0o755, "en/about": 0o755, "en/about/index.html": 0o644} {
		info, err := os.Stat(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		if got := info.Mode().Perm(); got != want {
			t.Errorf("public/%s has mode %o, want %o", name, got, want)
		}
	}
}

// Somebody who closes the published folder to others, or gives all that is in it
// to a group, does not want a build to change that.
func TestPublishedFolderKeepsItsMode(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(t.TempDir(), "public")
	replace(t, dir, site{"index.html": "old"})
	for _, mode := range []fs.FileMode{0o700, 0o750 | fs.ModeSetgid, 0o777 | fs.ModeSticky} {
		chmod(t, dir, mode)
		replace(t, dir, site{"index.html": "new"})
		wantMode(t, dir, mode)
	}
}

func TestForeignFoldersKeepTheirModes(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(t.TempDir(), "public")
	replace(t, dir, site{"index.html": "old"})
	plant(t, dir, site{"closed/deep/note.txt": "note", "group/note.txt": "note"})
	modes := map[string]fs.FileMode{"closed/deep": 0o500, "closed": 0o555, "group": 0o770 | fs.ModeSetgid}
	for _, name := range []string{"closed/deep", "closed", "group"} {
		chmod(t, filepath.Join(dir, name), modes[name])
	}
	t.Cleanup(func() { // for the folder of the test to go
		_ = os.Chmod(filepath.Join(dir, "closed"), 0o755)
		_ = os.Chmod(filepath.Join(dir, "closed", "deep"), 0o755)
	})
	for _, text := range []string{"new", "newer"} {
		replace(t, dir, site{"index.html": text})
		wantTree(t, dir, site{"index.html": text, "closed/deep/note.txt": "note", "group/note.txt": "note"})
		wantNoLeftovers(t, dir)
		for name, mode := range modes {
			wantMode(t, filepath.Join(dir, name), mode)
		}
	}
}

func TestFoldersKeepTheirOwners(t *testing.T) {
	t.Parallel()
	if os.Geteuid() != 0 {
		t.Skip("only root may give a folder away")
	}
	dir := filepath.Join(t.TempDir(), "public")
	replace(t, dir, site{"index.html": "old"})
	plant(t, dir, site{"theirs/note.txt": "note"})
	const owner, group = 4711, 4712
	for _, name := range []string{dir, filepath.Join(dir, "theirs")} {
		if err := os.Chown(name, owner, group); err != nil {
			t.Fatal(err)
		}
	}
	replace(t, dir, site{"index.html": "new"})
	for _, name := range []string{dir, filepath.Join(dir, "theirs")} {
		info, err := os.Stat(name)
		if err != nil {
			t.Fatal(err)
		}
		if got := info.Sys().(*syscall.Stat_t); got.Uid != owner || got.Gid != group {
			t.Errorf("%s belongs to %d:%d, want %d:%d", filepath.Base(name), got.Uid, got.Gid, owner, group)
		}
	}
}

func chmod(t *testing.T, name string, mode fs.FileMode) {
	t.Helper()
	if err := os.Chmod(name, mode); err != nil {
		t.Fatal(err)
	}
}

func wantMode(t *testing.T, name string, want fs.FileMode) {
	t.Helper()
	info, err := os.Stat(name)
	if err != nil {
		t.Fatal(err)
	}
	if got := info.Mode() &^ fs.ModeDir; got != want {
		t.Errorf("%s has mode %v, want %v", filepath.Base(name), got, want)
	}
}
