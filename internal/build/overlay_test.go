package build

import (
	"io/fs"
	"slices"
	"testing"
	"testing/fstest"
)

func TestOverlay(t *testing.T) {
	t.Parallel()
	file := func(text string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(text)} }
	both := overlay{
		over:  fstest.MapFS{"page.html": file("own"), "wording/fr.toml": file("own"), "own/extra.html": file("own")},
		under: fstest.MapFS{"page.html": file("default"), "home.html": file("default"), "wording/en.toml": file("default")},
	}
	for name, want := range map[string]string{
		"page.html": "own", "home.html": "default", "wording/fr.toml": "own", "wording/en.toml": "default", "own/extra.html": "own",
	} {
		if got, err := fs.ReadFile(both, name); err != nil || string(got) != want {
			t.Errorf("%s holds %q (%v), want %q", name, got, err, want)
		}
	}
	var got []string
	if err := fs.WalkDir(both, ".", func(name string, _ fs.DirEntry, err error) error {
		got = append(got, name)
		return err
	}); err != nil {
		t.Fatal(err)
	}
	want := []string{".", "home.html", "own", "own/extra.html", "page.html", "wording", "wording/en.toml", "wording/fr.toml"}
	if !slices.Equal(got, want) {
		t.Errorf("the files are %q, want %q", got, want)
	}
}

// A site without templates of its own has the default ones.
func TestOverlayOverNothing(t *testing.T) {
	t.Parallel()
	under := fstest.MapFS{"page.html": {}, "wording/en.toml": {}}
	own, err := fs.Sub(fstest.MapFS{"config.toml": {}}, templatesDir)
	if err != nil {
		t.Fatal(err)
	}
	if err := fstest.TestFS(overlay{over: own, under: under}, "page.html", "wording/en.toml"); err != nil {
		t.Error(err)
	}
}
