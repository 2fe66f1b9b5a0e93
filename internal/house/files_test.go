package house

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"
)

// mostLines is the most lines of Go, tests aside, that a room may have. A larger
// one holds two subjects, and is easier to read as two rooms.
const mostLines = 1500

func TestRoomsStaySmall(t *testing.T) {
	lines := map[string]int{}
	for _, file := range repositoryFiles(t) {
		if strings.HasSuffix(file, ".go") && !strings.HasSuffix(file, "_test.go") {
			lines[filepath.Dir(file)] += bytes.Count(read(t, file), []byte("\n"))
		}
	}
	if len(lines) == 0 {
		t.Fatal("no Go file found")
	}
	for dir, n := range lines {
		if n > mostLines {
			t.Errorf("%s has %d lines of Go without tests; a room may have %d: which subject could move out?", dir, n, mostLines)
		}
	}
}

// private are the things of one machine that mean nothing on another.
var private = map[string]*regexp.Regexp{
	"a path of somebody's home folder":                                      regexp.MustCompile(`(^|[^\w./-])/(root|home|Users)/\w`),
	"the host of a package registry":                                        regexp.MustCompile(`\b(registry|proxy|mirrors?)\.[a-z0-9-]+\.(org|com|net|io|cn)\b`),
	"a download address; npm omits it with omit-lockfile-registry-resolved": regexp.MustCompile(`"resolved": "https?:`),
}

func TestFilesNameNoMachine(t *testing.T) {
	for _, file := range repositoryFiles(t) {
		data := read(t, file)
		if !utf8.Valid(data) {
			continue // a picture
		}
		for what, pattern := range private {
			if at := pattern.FindIndex(data); at != nil {
				line := 1 + bytes.Count(data[:at[0]], []byte("\n"))
				t.Errorf("%s:%d: has %s: %q", file, line, what, data[at[0]:at[1]])
			}
		}
	}
}

// repositoryFiles lists the files that git keeps or would keep, relative to the
// repository's folder. Without git there is no telling them from build results.
func repositoryFiles(t *testing.T) []string {
	t.Helper()
	cmd := exec.Command("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard")
	cmd.Dir = root
	out, err := cmd.Output()
	if err != nil {
		t.Skipf("not a git repository, or git is not installed: %v", err)
	}
	var files []string
	for file := range strings.SplitSeq(string(out), "\x00") {
		if file != "" && isFile(file) {
			files = append(files, file)
		}
	}
	return files
}

// isFile reports whether the repository's folder has the file: git also lists
// what was deleted and not yet committed.
func isFile(file string) bool {
	info, err := os.Lstat(filepath.Join(root, file))
	return err == nil && info.Mode().IsRegular()
}

func read(t *testing.T, file string) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(root, file))
	if err != nil {
		t.Fatal(err)
	}
	return data
}
