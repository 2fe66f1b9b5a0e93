package build

import (
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"gongshi/internal/stage"
)

// outFolder returns the folder to publish into, free of links, or a [Refusal]
// where publishing would put somebody's work at risk. The folder may not exist
// yet.
func outFolder(site, out string) (string, error) {
	if out == "" {
		out = filepath.Join(site, "public")
	}
	real, err := resolve(out)
	if err != nil {
		return "", fmt.Errorf("find the folder to publish into: %w", err)
	}
	site, err = resolve(site)
	if err != nil {
		return "", fmt.Errorf("find the site's folder: %w", err)
	}
	if reason := risk(site, real); reason != "" {
		return "", &Refusal{
			Text: fmt.Sprintf("cannot publish into %s: %s", out, reason),
			Hint: "choose a folder of its own with --out, such as " + filepath.Join(site, "public"),
		}
	}
	return real, nil
}

// risk says why a folder must not be published into; "" means that it may.
func risk(site, out string) string {
	home, _ := os.UserHomeDir() // "" has no ancestors
	switch {
	case filepath.Dir(out) == out:
		return "it is the root of the file system"
	case same(out, site):
		return "it is the site's own folder"
	case within(site, out):
		return "the site's folder lies in it"
	case same(out, home):
		return "it is your home folder"
	case home != "" && within(home, out):
		return "your home folder lies in it"
	case within(out, filepath.Join(site, contentDir)):
		return "it belongs to the site's content"
	case within(out, filepath.Join(site, templatesDir)):
		return "it belongs to the site's templates"
	case hasGit(out):
		return "it holds a Git repository"
	case isFile(out):
		return "it is a file"
	case somebodysOwn(out):
		return "it holds files that gongshi did not make"
	}
	return ""
}

// prepared are files that a publisher may put into the folder before the first
// build, besides hidden ones.
var prepared = []string{"CNAME", "README.md", "favicon.ico"}

// somebodysOwn reports whether a folder is in use for something else: it holds
// files, and no build has published into it yet.
func somebodysOwn(out string) bool {
	entries, err := os.ReadDir(out)
	if err != nil || slices.ContainsFunc(entries, func(e fs.DirEntry) bool { return e.Name() == stage.ManifestName }) {
		return false
	}
	return slices.ContainsFunc(entries, func(e fs.DirEntry) bool {
		return !strings.HasPrefix(e.Name(), ".") && !slices.Contains(prepared, e.Name())
	})
}

// resolve returns the absolute path of a folder without links in it. What does
// not exist yet keeps its name.
func resolve(dir string) (string, error) {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return "", err
	}
	real, err := filepath.EvalSymlinks(dir)
	if !errors.Is(err, fs.ErrNotExist) || filepath.Dir(dir) == dir {
		return real, err
	}
	if _, err := os.Lstat(dir); err == nil {
		return "", fmt.Errorf("%s is a link that leads nowhere", dir)
	}
	parent, err := resolve(filepath.Dir(dir))
	return filepath.Join(parent, filepath.Base(dir)), err
}

// within reports whether one folder is another, or lies in it.
func within(dir, other string) bool {
	for d := range upward(dir) {
		if same(d, other) {
			return true
		}
	}
	return false
}

// upward yields a folder and all those that it lies in, the root last.
func upward(dir string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for yield(dir) {
			parent := filepath.Dir(dir)
			if parent == dir {
				return
			}
			dir = parent
		}
	}
}

// same reports whether two names are one folder. Names alone do not tell, where
// case does not count or a folder is mounted twice.
func same(a, b string) bool {
	if a == b {
		return true
	}
	infoA, errA := os.Stat(a)
	infoB, errB := os.Stat(b)
	return errA == nil && errB == nil && os.SameFile(infoA, infoB)
}

// hasGit reports whether a folder is the root of a Git repository, or belongs to
// its inside.
func hasGit(dir string) bool {
	if _, err := os.Lstat(filepath.Join(dir, ".git")); err == nil {
		return true
	}
	for d := range upward(dir) {
		if filepath.Base(d) == ".git" {
			return true
		}
	}
	return false
}

func isFile(name string) bool {
	info, err := os.Stat(name)
	return err == nil && !info.IsDir()
}
