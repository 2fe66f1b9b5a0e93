package build

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestOutFolder sets HOME, so it runs alone.
func TestOutFolder(t *testing.T) {
	base, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	for _, dir := range []string{
		"home/work/site/content/projects", "home/work/site/templates", "home/docs",
		"repository/.git", "elsewhere", "home/work/site/public",
	} {
		makeDirs(t, filepath.Join(base, dir))
	}
	t.Setenv("HOME", filepath.Join(base, "home"))
	t.Setenv("USERPROFILE", filepath.Join(base, "home"))
	writeFile(t, filepath.Join(base, "file"), "text")
	for name, target := range map[string]string{
		"to-site": "home/work/site", "to-content": "home/work/site/content", "to-elsewhere": "elsewhere", "to-nothing": "gone",
	} {
		if err := os.Symlink(filepath.Join(base, target), filepath.Join(base, name)); err != nil {
			t.Skip("links cannot be made here:", err)
		}
	}

	tests := []struct {
		out  string
		want string // the folder, relative to base; or the error
	}{
		{"", "home/work/site/public"},
		{"elsewhere", "elsewhere"},
		{"elsewhere/new/deep", "elsewhere/new/deep"},
		{"to-elsewhere", "elsewhere"},
		{"to-elsewhere/new", "elsewhere/new"},
		{"repository/public", "repository/public"},
		{"home/docs", "home/docs"},
		{"home/work/site/out/zh", "home/work/site/out/zh"},
		{"home/work/sites", "home/work/sites"},

		{"/", "it is the root of the file system"},
		{"home/work/site", "it is the site's own folder"},
		{"home/work/site/public/..", "it is the site's own folder"},
		{"to-site", "it is the site's own folder"},
		{"home/work", "the site's folder lies in it"},
		{"home", "the site's folder lies in it"},
		{".", "the site's folder lies in it"},
		{"home/work/site/content", "it belongs to the site's content"},
		{"home/work/site/content/projects/new", "it belongs to the site's content"},
		{"to-content", "it belongs to the site's content"},
		{"to-content/new", "it belongs to the site's content"},
		{"home/work/site/templates", "it belongs to the site's templates"},
		{"repository", "it holds a Git repository"},
		{"repository/.git/hooks", "it holds a Git repository"},
		{"file", "it is a file"},
		{"to-nothing", "is a link that leads nowhere"},
	}
	for _, test := range tests {
		out := test.out
		if out != "" && out != "/" {
			out = filepath.Join(base, out)
		}
		got, err := outFolder(filepath.Join(base, "home/work/site"), out)
		if strings.Contains(test.want, " ") {
			if err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("outFolder(%q): %v, want an error with %q", test.out, err, test.want)
			}
			continue
		}
		if want := filepath.Join(base, test.want); err != nil || got != want {
			t.Errorf("outFolder(%q) = %q, %v; want %q", test.out, got, err, want)
		}
	}
}

func TestOutFolderIsNotHome(t *testing.T) {
	base := t.TempDir()
	site, home := filepath.Join(base, "site"), filepath.Join(base, "people", "me")
	makeDirs(t, site)
	makeDirs(t, home)
	t.Setenv("HOME", home)
	t.Setenv("USERPROFILE", home)
	for out, want := range map[string]string{
		home:               "it is your home folder",
		filepath.Dir(home): "your home folder lies in it",
	} {
		var refusal *Refusal
		if _, err := outFolder(site, out); !errors.As(err, &refusal) || !strings.Contains(refusal.Text, want) {
			t.Errorf("outFolder(%q): %v, want a refusal with %q", out, err, want)
		}
	}
}

func makeDirs(t *testing.T, dir string) {
	t.Helper()
	if err := os.MkdirAll(dir, 0o755); err != nil {
		t.Fatal(err)
	}
}

func writeFile(t *testing.T, name, text string) {
	t.Helper()
	makeDirs(t, filepath.Dir(name))
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}
