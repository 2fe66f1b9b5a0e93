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

// Somebody who closes the published folder to others does not want a build to
// open it.
func TestPublishedFolderKeepsItsMode(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(t.TempDir(), "public")
	replace(t, dir, site{"index.html": "old"})
	if err := os.Chmod(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	replace(t, dir, site{"index.html": "new"})
	if info, err := os.Stat(dir); err != nil || info.Mode().Perm() != 0o700 {
		t.Errorf("public has mode %v (%v), want 0700", info.Mode(), err)
	}
}
