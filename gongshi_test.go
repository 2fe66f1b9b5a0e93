package gongshi_test

import (
	"context"
	"crypto/sha256"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"runtime"
	"slices"
	"testing"
	"time"

	"gongshi/internal/build"
	"gongshi/internal/npm"
)

// own is the repository's own site.
func own(t *testing.T) fs.FS {
	t.Helper()
	folder, err := build.Open(".")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { folder.Close() })
	return folder.FS()
}

func TestOwnSiteHasNoProblems(t *testing.T) {
	_, problems := build.Load(own(t))
	for _, p := range problems {
		t.Error(p)
	}
}

// TestSameBytes builds the repository's own site under other circumstances and
// wants the same bytes each time.
func TestSameBytes(t *testing.T) {
	cache := cacheDir(t)
	plain := hashes(t, own(t), cache)
	if len(plain) < 50 {
		t.Fatalf("only %d files", len(plain))
	}
	compare := func(t *testing.T, fsys fs.FS) {
		t.Helper()
		got := hashes(t, fsys, cache)
		for _, path := range slices.Sorted(maps.Keys(plain)) {
			if got[path] != plain[path] {
				t.Errorf("%s differs", path)
			}
		}
		if len(got) != len(plain) {
			t.Errorf("%d files, not %d", len(got), len(plain))
		}
	}
	t.Run("again", func(t *testing.T) { compare(t, own(t)) })
	t.Run("one core", func(t *testing.T) {
		defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
		compare(t, own(t))
	})
	t.Run("many cores", func(t *testing.T) {
		defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(8))
		compare(t, own(t))
	})
	t.Run("another time zone", func(t *testing.T) {
		defer func(l *time.Location) { time.Local = l }(time.Local)
		time.Local = time.FixedZone("far east", 14*60*60)
		compare(t, own(t))
	})
	t.Run("another language of the system", func(t *testing.T) {
		t.Setenv("LANG", "tr_TR.UTF-8")
		t.Setenv("LC_ALL", "tr_TR.UTF-8")
		compare(t, own(t))
	})
	t.Run("another order of files", func(t *testing.T) { compare(t, shuffled{own(t)}) })
	t.Run("nothing kept from before", func(t *testing.T) {
		cache = freshCache(t, cache)
		compare(t, own(t))
	})
}

// hashes renders a site and returns the hash of each file.
func hashes(t *testing.T, fsys fs.FS, cache string) map[string][32]byte {
	t.Helper()
	site, problems := build.Load(fsys)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	r, problems, err := build.Prepare(context.Background(), fsys, site, build.Options{Cache: cache})
	if err != nil || len(problems) > 0 {
		t.Fatalf("error %v, problems %v", err, problems)
	}
	sums := map[string][32]byte{}
	for out, err := range r.Outputs() {
		if err != nil {
			t.Fatal(err)
		}
		sums[out.Path] = sha256.Sum256(append(out.Data, out.From...))
	}
	return sums
}

// shuffled gives the entries of a folder in random order.
type shuffled struct{ fs.FS }

func (s shuffled) ReadDir(name string) ([]fs.DirEntry, error) {
	entries, err := fs.ReadDir(s.FS, name)
	rand.Shuffle(len(entries), func(i, j int) { entries[i], entries[j] = entries[j], entries[i] })
	return entries, err
}

// cacheDir returns this machine's cache with what npm fetches in
// it, which it does once. Without npm the test is skipped, unless GONGSHI_REQUIRE forbids that.
func cacheDir(t *testing.T) string {
	t.Helper()
	dir := build.CacheDir(".")
	if _, err := npm.ECharts(t.Context(), dir, func(line string) { t.Log(line) }); err != nil {
		if os.Getenv("GONGSHI_REQUIRE") == "" {
			t.Skip("ECharts is not on this machine: ", err)
		}
		t.Fatal(err)
	}
	return dir
}

// freshCache returns a cache with what npm fetches, but without a finished drawing.
func freshCache(t *testing.T, cache string) string {
	t.Helper()
	fresh := t.TempDir()
	if err := os.CopyFS(npm.Home(fresh), os.DirFS(npm.Home(cache))); err != nil {
		t.Fatal(err)
	}
	return fresh
}
