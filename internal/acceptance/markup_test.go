package acceptance

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// What a page may weigh with its style and scripts, compressed, in bytes.
const (
	heaviest        = 100_000 // any page, with its pictures: there in two seconds at 400 kbit/s, a slow phone
	heaviestHome    = 60_000  // without pictures, as the next
	heaviestProject = 20_000
	heaviestStyle   = 12_000
	heaviestScripts = 6_000 // all that the site has
)

// testPolicy looks for what the strict policy would block.
func (s *site) testPolicy(t *testing.T) {
	for _, d := range s.documents(t) {
		for _, n := range d.elements("*") {
			for _, a := range n.Attr {
				if a.Key == "style" || strings.HasPrefix(a.Key, "on") {
					t.Errorf("%s: <%s> has %s=%q, which a strict policy blocks", d.page, n.Data, a.Key, a.Val)
				}
				if strings.HasPrefix(a.Val, "javascript:") {
					t.Errorf("%s: <%s> has %s=%q, which a strict policy blocks", d.page, n.Data, a.Key, a.Val)
				}
			}
			isData := attr(n, "type") == "application/ld+json"
			if n.Data == "style" || n.Data == "script" && attr(n, "src") == "" && !isData {
				t.Errorf("%s: has <%s> with its content in the page, which a strict policy blocks", d.page, n.Data)
			}
		}
	}
}

// testWeight weighs every page with all that it loads.
func (s *site) testWeight(t *testing.T) {
	most, at := 0, ""
	for _, d := range s.documents(t) {
		weight := compressed(t, s.read(t, d.page))
		files := s.loads(t, d)
		for _, file := range files {
			weight += compressed(t, s.read(t, file))
		}
		if weight > heaviest {
			t.Errorf("%s weighs %d bytes compressed, with %s; it may weigh %d", d.page, weight, strings.Join(files, ", "), heaviest)
		}
		if weight > most {
			most, at = weight, d.page
		}
	}
	t.Logf("the heaviest page is %s: %d bytes compressed", at, most)
	s.testParts(t)
}

// testParts weighs the pages that are read most, without their pictures, and what all
// pages share.
func (s *site) testParts(t *testing.T) {
	scripts, project := 0, 0
	for _, file := range glob(t, s.dir, "assets/*") {
		switch path.Ext(file) {
		case ".css":
			atMost(t, file, compressed(t, s.read(t, file)), heaviestStyle)
		case ".js":
			scripts += compressed(t, s.read(t, file))
		}
	}
	atMost(t, "all scripts together", scripts, heaviestScripts)
	for _, d := range s.documents(t) {
		home := d.page == "index.html" || path.Base(path.Dir(path.Dir(d.page))) == "." && len(path.Dir(d.page)) == 2
		if !home && !strings.Contains(d.page, "projects/") {
			continue
		}
		weight := compressed(t, s.read(t, d.page))
		for _, file := range s.loads(t, d) {
			if ext := path.Ext(file); ext == ".css" || ext == ".js" {
				weight += compressed(t, s.read(t, file))
			}
		}
		if home {
			atMost(t, d.page, weight, heaviestHome)
		} else if !strings.HasSuffix(d.page, "projects/index.html") {
			atMost(t, d.page, weight, heaviestProject)
			project = max(project, weight)
		}
	}
	t.Logf("scripts %d bytes, the heaviest page of a project %d", scripts, project)
}

func atMost(t *testing.T, what string, size, most int) {
	t.Helper()
	if size > most {
		t.Errorf("%s: %d bytes compressed; at most %d", what, size, most)
	}
}

// glob lists the files of a folder whose path fits a pattern.
func glob(t *testing.T, dir, pattern string) []string {
	t.Helper()
	files, err := fs.Glob(os.DirFS(dir), pattern)
	if err != nil || len(files) == 0 {
		t.Fatalf("no %s: %v", pattern, err)
	}
	return files
}

// loads lists the files of ours that a browser fetches to show a page, each once.
func (s *site) loads(t *testing.T, d document) []string {
	t.Helper()
	var files []string
	add := func(address string) {
		if file, inside := s.fileOf(d.resolve(t, address)); inside {
			files = append(files, file)
		}
	}
	for _, n := range slices.Concat(d.linkRel("stylesheet"), d.linkRel("icon"), d.linkRel("modulepreload")) {
		add(attr(n, "href"))
	}
	for _, n := range slices.Concat(d.elements("script"), d.elements("img")) {
		if src := attr(n, "src"); src != "" {
			add(src)
		}
	}
	slices.Sort(files)
	return slices.Compact(files)
}

// compressed returns the size of data as a server sends it.
func compressed(t *testing.T, data []byte) int {
	t.Helper()
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	if _, err := w.Write(data); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Len()
}

// nuReport is what the Nu HTML checker prints.
type nuReport struct {
	Messages []struct {
		Type     string // error, info, non-document-error
		SubType  string
		URL      string
		LastLine int
		Message  string
		Extract  string
	}
}

// testMarkup gives all pages to the Nu HTML checker, in one run.
func (s *site) testMarkup(t *testing.T) {
	jar := filepath.Join(root, "node_modules/vnu-jar/build/dist/vnu.jar")
	_, err := os.Stat(jar)
	need(t, err == nil, "the Nu HTML checker is not installed", "run: npm ci")
	java, err := exec.LookPath("java")
	need(t, err == nil, "Java is not installed", "on Debian: apt-get install default-jre-headless")

	for _, m := range runNu(t, java, jar, s.files()).Messages {
		page := m.URL[strings.Index(m.URL, s.dir)+len(s.dir):]
		if strings.HasSuffix(m.Type, "error") {
			t.Errorf("%s:%d: %s\n\t%s", page, m.LastLine, m.Message, m.Extract)
		} else {
			t.Logf("%s:%d: %s: %s", page, m.LastLine, m.Type, m.Message)
		}
	}
}

// files lists the pages as files of this machine.
func (s *site) files() []string {
	var files []string
	for _, page := range s.pages {
		files = append(files, filepath.Join(s.dir, filepath.FromSlash(page)))
	}
	return files
}

// runNu checks files. The checker prints its report to standard error, and exits
// with 1 when it has errors.
func runNu(t *testing.T, java, jar string, files []string) nuReport {
	t.Helper()
	var stderr bytes.Buffer
	options := []string{"-jar", jar, "--format", "json", "--no-langdetect"} // its guess is wrong for pages that are mostly figures
	cmd := exec.Command(java, append(options, files...)...)
	cmd.Stderr = &stderr
	var exit *exec.ExitError
	if err := cmd.Run(); err != nil && !errors.As(err, &exit) {
		t.Fatal(err)
	}
	var report nuReport
	if err := json.Unmarshal(stderr.Bytes(), &report); err != nil {
		t.Fatalf("read the report of the Nu HTML checker: %v\n%s", err, stderr.Bytes())
	}
	return report
}
