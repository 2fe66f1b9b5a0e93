package stage

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"iter"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

func TestReplaceWritesExactlyTheFiles(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(t.TempDir(), "deep", "public")
	replace(t, dir, site{"index.html": "one", "en/index.html": "two", "old/page.html": "three"})
	replace(t, dir, site{"index.html": "new", "en/index.html": "two"})

	wantTree(t, dir, site{"index.html": "new", "en/index.html": "two"})
	if exists(filepath.Join(dir, "old")) {
		t.Error("the empty folder of a page that is gone is still there")
	}
	wantNoLeftovers(t, dir)
}

func TestSameFilesGiveTheSameManifest(t *testing.T) {
	t.Parallel()
	files := site{"b.html": "b", "a/1.html": "", "a/2.html": "2", "路/index.html": "路"}
	var manifests [2][]byte
	for i := range manifests {
		dir := filepath.Join(t.TempDir(), "public")
		replace(t, dir, files)
		manifests[i] = read(t, filepath.Join(dir, ManifestName))
	}
	if !bytes.Equal(manifests[0], manifests[1]) {
		t.Errorf("two manifests of the same files differ:\n%s\n%s", manifests[0], manifests[1])
	}
}

func TestUnchangedFilesKeepTheirTime(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(t.TempDir(), "public")
	replace(t, dir, site{"same.html": "same", "changed.html": "old", "edited.html": "text", "secret.html": "text"})
	plant(t, dir, site{"edited.html": "TEXT"}) // by hand: same size, other text
	if err := os.Chmod(filepath.Join(dir, "secret.html"), 0o600); err != nil {
		t.Fatal(err)
	}
	longAgo := time.Date(2024, 11, 25, 0, 0, 0, 0, time.UTC)
	for _, name := range []string{"same.html", "changed.html", "edited.html", "secret.html"} {
		if err := os.Chtimes(filepath.Join(dir, name), longAgo, longAgo); err != nil {
			t.Fatal(err)
		}
	}
	replace(t, dir, site{"same.html": "same", "changed.html": "new", "edited.html": "text", "secret.html": "text"})

	wantTree(t, dir, site{"same.html": "same", "changed.html": "new", "edited.html": "text", "secret.html": "text"})
	for name, kept := range map[string]bool{"same.html": true, "changed.html": false, "edited.html": false, "secret.html": false} {
		info, err := os.Stat(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		if got := info.ModTime().Equal(longAgo); got != kept {
			t.Errorf("%s kept its time: %v, want %v", name, got, kept)
		}
		if info.Mode() != fileMode {
			t.Errorf("%s has mode %s, want %s", name, info.Mode(), fs.FileMode(fileMode))
		}
	}
}

func TestForeignFilesAreCarriedOver(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(t.TempDir(), "public")
	replace(t, dir, site{"index.html": "old", "reports/list.html": "list"})
	plant(t, dir, site{".gitignore": "*", "CNAME": "example.org", "reports/2024.pdf": "pdf", "mine/deep/note.txt": "note"})
	link(t, "CNAME", filepath.Join(dir, "alias"))
	if err := os.Mkdir(filepath.Join(dir, "empty"), 0o750); err != nil {
		t.Fatal(err)
	}

	for range 2 { // the second time, what was carried is carried again
		replace(t, dir, site{"index.html": "new"})
		wantTree(t, dir, site{
			"index.html": "new", ".gitignore": "*", "CNAME": "example.org", "reports/2024.pdf": "pdf",
			"mine/deep/note.txt": "note", "alias": "example.org",
		})
		if target, err := os.Readlink(filepath.Join(dir, "alias")); err != nil || target != "CNAME" {
			t.Errorf("the link alias leads to %q (%v), want CNAME", target, err)
		}
		if info, err := os.Stat(filepath.Join(dir, "empty")); err != nil || info.Mode().Perm() != 0o750 {
			t.Errorf("the empty folder was not carried with its mode: %v, %v", info, err)
		}
	}
}

// What arrives while the new site is being written would be lost with the old
// folder, if it were not carried over after the exchange.
func TestForeignFilesThatArriveMeanwhileAreCarriedOver(t *testing.T) {
	t.Parallel()
	inTwoSteps := func(a, b string) error { return errors.ErrUnsupported }
	for _, exchange := range []exchanger{exchange, inTwoSteps} {
		dir := filepath.Join(t.TempDir(), "public")
		replace(t, dir, site{"index.html": "old"})
		plant(t, dir, site{"note.txt": "first"})
		link(t, "first", filepath.Join(dir, "alias"))
		arrive := func(a, b string) error {
			remove(t, filepath.Join(dir, "note.txt")) // as editors do: a new file takes the name
			remove(t, filepath.Join(dir, "alias"))
			plant(t, dir, site{"note.txt": "second, and longer", "late.pdf": "late"})
			link(t, "note.txt", filepath.Join(dir, "alias"))
			return exchange(a, b)
		}
		if err := placesFor(dir).replace(t.Context(), site{"index.html": "new"}.files(), quiet, arrive); err != nil {
			t.Fatal(err)
		}
		wantTree(t, dir, site{
			"index.html": "new", "note.txt": "second, and longer", "late.pdf": "late", "alias": "second, and longer",
		})
		wantNoLeftovers(t, dir)
	}
}

func TestFilesThatWeListedStayOurs(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(t.TempDir(), "public")
	replace(t, dir, site{"index.html": "old", "gone.html": "old"})
	plant(t, dir, site{"index.html": "changed by hand", "gone.html": "changed by hand"})
	replace(t, dir, site{"index.html": "new"})
	wantTree(t, dir, site{"index.html": "new"})
}

// Somebody who corrected a page in the published folder hears that the
// correction is lost; nobody else hears anything.
func TestFilesChangedByHandAreNamed(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name string
		hand site // what somebody writes
		want string
	}{
		{"nobody did", nil, ""},
		{"a page that stays", site{"same.html": "SAME"}, "public/same.html"},
		{"a page that changes", site{"changed.html": "by hand"}, "public/changed.html"},
		{"a page that goes", site{"gone.html": "by hand"}, "public/gone.html"},
		{"as the new site has it", site{"changed.html": "new"}, ""},
		{"two", site{"same.html": "SAME", "gone.html": "by hand"}, "public/same.html, public/gone.html"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			dir := filepath.Join(t.TempDir(), "public")
			replace(t, dir, site{"same.html": "same", "changed.html": "old", "gone.html": "old"})
			plant(t, dir, test.hand)
			var want, said []string
			if test.want != "" {
				want = []string{"changed by hand since the last build, and replaced by the new site: " + filepath.FromSlash(test.want)}
			}
			say := func(line string) { said = append(said, line) }
			if err := Replace(t.Context(), dir, site{"same.html": "same", "changed.html": "new"}.files(), say); err != nil {
				t.Fatal(err)
			}
			if !slices.Equal(said, want) {
				t.Errorf("said %q, want %q", said, want)
			}
		})
	}
}

func TestForeignFilesInTheWay(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name    string
		foreign site
		want    string // in the error; "": no error
	}{
		{"a page of another generator", site{"index.html": "theirs"}, "public/index.html"},
		{"the very same page", site{"index.html": "ours"}, ""},
		{"a file where our folder goes", site{"en": "theirs"}, "public/en"},
		{"a folder where our file goes", site{"index.html/note.txt": "theirs"}, "public/index.html"},
		{"a file beside ours", site{"en/note.txt": "theirs"}, ""},
		{"several", site{"index.html": "theirs", "en/index.html": "theirs"}, "public/en/index.html, "},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			dir := filepath.Join(t.TempDir(), "public")
			plant(t, dir, test.foreign)
			err := Replace(t.Context(), dir, site{"index.html": "ours", "en/index.html": "ours"}.files(), quiet)
			if test.want == "" {
				if err != nil {
					t.Errorf("Replace: %v, want no error", err)
				}
				return
			}
			if err == nil || !strings.Contains(filepath.ToSlash(err.Error()), test.want) {
				t.Errorf("Replace: %v, want an error with %q", err, test.want)
			}
			wantTree(t, dir, test.foreign)
			wantNoLeftovers(t, dir)
		})
	}
}

func TestPathsThatAreRefused(t *testing.T) {
	t.Parallel()
	tests := []struct {
		paths []string
		want  string // in the error; "": no error
	}{
		{[]string{"/etc/passwd"}, "not a relative path"},
		{[]string{"../index.html"}, "not a relative path"},
		{[]string{"a/../index.html"}, "not a relative path"},
		{[]string{"a//index.html"}, "not a relative path"},
		{[]string{`a\index.html`}, "not a relative path"},
		{[]string{""}, "not a relative path"},
		{[]string{"."}, "not a relative path"},
		{[]string{"a\xff.html"}, "not a relative path"},
		{[]string{"a\x00.html"}, "invalid"},
		{[]string{".GONGSHI-manifest.json"}, "kept for gongshi"},
		{[]string{"about.html", "About.html"}, "it has the address of about.html"},
		{[]string{"Σ.html", "ς.html"}, "it has the address of Σ.html"},
		{[]string{"a/index.html", "A"}, "the folder of a/index.html"},
		{[]string{"a", "A/index.html"}, "its folder has the address of a"},
		{[]string{"a.html", "a.html"}, "it has the address of a.html"},
		{[]string{"a/1.html", "A/2.html", "路/index.html"}, ""},
	}
	for _, test := range tests {
		t.Run(strings.Join(test.paths, " "), func(t *testing.T) {
			t.Parallel()
			dir := filepath.Join(t.TempDir(), "public")
			err := Replace(t.Context(), dir, named(test.paths...), quiet)
			if test.want == "" && err != nil || test.want != "" && (err == nil || !strings.Contains(err.Error(), test.want)) {
				t.Errorf("Replace: %v, want an error with %q", err, test.want)
			}
			if err != nil && exists(dir) {
				t.Error("a site was published in spite of the error")
			}
		})
	}
}

func TestBrokenManifestStopsTheBuild(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(t.TempDir(), "public")
	plant(t, dir, site{"index.html": "ours or theirs?", ManifestName: "{"})
	err := Replace(t.Context(), dir, site{"index.html": "new"}.files(), quiet)
	if err == nil || !strings.Contains(err.Error(), ManifestName) {
		t.Errorf("Replace: %v, want an error that names the manifest", err)
	}
	wantTree(t, dir, site{"index.html": "ours or theirs?"})
}

// site is a built site: the text of each file by its path.
type site map[string]string

// files yields the files in order of their paths.
func (s site) files() iter.Seq2[File, error] {
	return func(yield func(File, error) bool) {
		for _, p := range slices.Sorted(maps.Keys(s)) {
			if !yield(File{p, []byte(s[p])}, nil) {
				return
			}
		}
	}
}

// named yields empty files with the given paths, in the order given.
func named(paths ...string) iter.Seq2[File, error] {
	return func(yield func(File, error) bool) {
		for _, p := range paths {
			if !yield(File{Path: p}, nil) {
				return
			}
		}
	}
}

func quiet(string) {}

func replace(t *testing.T, dir string, s site) {
	t.Helper()
	if err := Replace(context.Background(), dir, s.files(), quiet); err != nil {
		t.Fatal(err)
	}
}

// plant writes files past the back of [Replace], as people do.
func plant(t *testing.T, dir string, s site) {
	t.Helper()
	for p, text := range s {
		name := filepath.Join(dir, filepath.FromSlash(p))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// wantTree compares a folder with what it should hold.
func wantTree(t *testing.T, dir string, want site) {
	t.Helper()
	if got := treeOf(t, dir); !maps.Equal(got, want) {
		t.Errorf("%s holds %q, want %q", filepath.Base(dir), got, want)
	}
}

// treeOf reads all files of a folder but the manifest.
func treeOf(t *testing.T, dir string) site {
	t.Helper()
	got := site{}
	if err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || d.Name() == ManifestName {
			return err
		}
		rel, err := filepath.Rel(dir, name)
		got[filepath.ToSlash(rel)] = string(read(t, name))
		return err
	}); err != nil {
		t.Fatal(err)
	}
	return got
}

// wantNoLeftovers looks for the folders of an unfinished build.
func wantNoLeftovers(t *testing.T, dir string) {
	t.Helper()
	at := placesFor(dir)
	for _, name := range []string{at.fresh, at.old} {
		if exists(name) {
			t.Errorf("%s was left behind", name)
		}
	}
}

func read(t *testing.T, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func remove(t *testing.T, name string) {
	t.Helper()
	if err := os.Remove(name); err != nil {
		t.Fatal(err)
	}
}

func link(t *testing.T, target, name string) {
	t.Helper()
	if err := os.Symlink(target, name); err != nil {
		t.Fatal(err)
	}
}

// Where the file system has no hard links, foreign files are copied.
func TestCopiesAreTrue(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	plant(t, dir, site{"note.txt": "note"})
	from, to := filepath.Join(dir, "note.txt"), filepath.Join(dir, "copy.txt")
	longAgo := time.Date(2024, 11, 25, 0, 0, 0, 0, time.UTC)
	if err := errors.Join(os.Chmod(from, 0o600), os.Chtimes(from, longAgo, longAgo), copyFile(from, to)); err != nil {
		t.Fatal(err)
	}
	info, err := os.Stat(to)
	if err != nil {
		t.Fatal(err)
	}
	if string(read(t, to)) != "note" || info.Mode().Perm() != 0o600 || !info.ModTime().Equal(longAgo) {
		t.Errorf("the copy holds %q with mode %v and time %v", read(t, to), info.Mode(), info.ModTime())
	}
	if there, err := compare(from, to); err != nil || there != asItIs {
		t.Errorf("compare with the copy: %v, %v; want %v", there, err, asItIs)
	}
}
