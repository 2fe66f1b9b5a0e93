package edit_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"gongshi/internal/edit"
	"gongshi/internal/load"
	"gongshi/internal/report"
)

// folder makes a site's folder with two pages besides the home page.
func folder(t *testing.T) *os.Root {
	t.Helper()
	dir := t.TempDir()
	files := map[string]string{"config.toml": "languages = [\"zh\", \"en\"]\n"}
	for _, page := range []string{"", "about/", "stages/"} {
		files["content/"+page+"index.zh.md"] = "+++\ntitle = \"甲\"\n+++\n"
		files["content/"+page+"index.en.md"] = "+++\ntitle = \"A\"\n+++\n"
	}
	for name, text := range files {
		name = filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { root.Close() })
	return root
}

func read(t *testing.T, root *os.Root) *report.Site {
	t.Helper()
	site, problems := load.Site(root.FS())
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	return site
}

func record(t *testing.T, root *os.Root) string {
	t.Helper()
	data, err := root.ReadFile(report.TranslationsFile)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// TestFolders holds that a page is found however its folder is written.
func TestFolders(t *testing.T) {
	for _, name := range []string{"content/about", "content/about/", "./content/about", "content//about", `content\about`, "content/stages/../about", "content/about/index.zh.md"} {
		root := folder(t)
		changed, err := edit.RecordTranslations(root, read(t, root), []string{name})
		if err != nil || changed != 1 {
			t.Errorf("%s: %d changed, want 1: %v", name, changed, err)
			continue
		}
		if got := record(t, root); !strings.Contains(got, "[\"/about/\"]\nzh = ") || strings.Contains(got, "/stages/") {
			t.Errorf("%s: recorded\n%s", name, got)
		}
	}
}

func TestFolderWithoutAPage(t *testing.T) {
	for _, name := range []string{"about", "content/projects", "..", "content/about/nothing.pdf"} {
		root := folder(t)
		_, err := edit.RecordTranslations(root, read(t, root), []string{"content/about", name})
		var none *edit.NoPage
		if !errors.As(err, &none) || none.Folder != name {
			t.Errorf("%s: error %v, want that there is no page", name, err)
		}
		if _, err := root.Stat(report.TranslationsFile); !errors.Is(err, os.ErrNotExist) {
			t.Errorf("%s: something was written: %v", name, err)
		}
	}
}

// TestRecordKeepsTheOthers holds that recording a page leaves the records of
// other pages as they were, and counts what changes.
func TestRecordKeepsTheOthers(t *testing.T) {
	root := folder(t)
	if changed, err := edit.RecordTranslations(root, read(t, root), nil); err != nil || changed != 3 {
		t.Fatalf("%d changed, want 3: %v", changed, err)
	}
	before := record(t, root)
	if changed, err := edit.RecordTranslations(root, read(t, root), nil); err != nil || changed != 0 || record(t, root) != before {
		t.Errorf("a second time: %d changed, want 0: %v\n%s", changed, err, record(t, root))
	}
	for _, page := range []string{"about", "stages"} {
		if err := root.WriteFile("content/"+page+"/index.en.md", []byte("+++\ntitle = \"B\"\n+++\n"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if changed, err := edit.RecordTranslations(root, read(t, root), []string{"content/about"}); err != nil || changed != 1 {
		t.Fatalf("%d changed, want 1: %v", changed, err)
	}
	old, now := strings.Split(before, "\n\n"), strings.Split(record(t, root), "\n\n")
	if len(now) != len(old) || now[1] != old[1] || now[2] == old[2] || now[3] != old[3] {
		t.Errorf("only /about/ may have changed:\n%s\nnow\n%s", before, record(t, root))
	}
}
