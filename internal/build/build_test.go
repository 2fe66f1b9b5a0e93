package build

import (
	"context"
	"errors"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// tiny is a site without charts and share images, so that it builds without npm.
var tiny = map[string]string{
	"config.toml": `title = { zh = "示例区", en = "Sample District" }
base_url = "https://sample.example/"
languages = ["zh", "en"]
share_images = false
`,
	"content/index.zh.md": "+++\ntitle = \"首页\"\n+++\n\n你好。\n",
	"content/index.en.md": "+++\ntitle = \"Home\"\n+++\n\nHello.\n",
}

func TestRun(t *testing.T) {
	t.Parallel()
	dir := newSite(t, tiny)
	var last, total int
	progress := func(done, all int) { last, total = done, all }
	result := run(t, Options{Site: dir, Progress: progress})

	if result.Files != total || last != total {
		t.Errorf("progress ended at %d of %d files, want %d", last, total, result.Files)
	}
	if got := strings.Join(result.Languages, ", "); got != "中文, English" {
		t.Errorf("languages are %q, want 中文, English", got)
	}
	public := readTree(t, filepath.Join(dir, "public"))
	if got := public["en/index.html"]; !strings.Contains(got, "Hello.") || !strings.Contains(got, "https://sample.example/en/") {
		t.Errorf("en/index.html lacks its text or its address:\n%s", got)
	}
	if len(public) != result.Files+1 { // and the manifest
		t.Errorf("public/ has %d files, want %d and the manifest", len(public), result.Files)
	}
}

func TestRunTwiceGivesTheSameBytes(t *testing.T) {
	t.Parallel()
	a, b := newSite(t, tiny), newSite(t, tiny)
	run(t, Options{Site: a})
	run(t, Options{Site: b})
	once, again := readTree(t, filepath.Join(a, "public")), readTree(t, filepath.Join(b, "public"))
	if len(once) == 0 || !maps.Equal(once, again) {
		t.Errorf("two builds of the same site differ: %d and %d files", len(once), len(again))
	}
}

func TestBaseURL(t *testing.T) {
	t.Parallel()
	dir := newSite(t, tiny)
	for _, address := range []string{"http://other.example/reports", "http://other.example/reports/"} {
		run(t, Options{Site: dir, BaseURL: address})
		page := string(readTree(t, filepath.Join(dir, "public"))["en/index.html"])
		if !strings.Contains(page, "http://other.example/reports/en/") || strings.Contains(page, "sample.example") {
			t.Errorf("with the base URL %q the page does not have its own address:\n%s", address, page)
		}
	}
	writeFile(t, filepath.Join(dir, "content", "index.en.md"), "no front matter")
	var refusal *Refusal
	_, problems, err := Run(t.Context(), Options{Site: dir, BaseURL: "other.example"})
	if !errors.As(err, &refusal) || len(problems) > 0 {
		t.Errorf("Run with a base URL without a scheme: %v, %v; want a refusal before the site is loaded", problems, err)
	}
}

func TestBaseURLsHaveOneForm(t *testing.T) {
	t.Parallel()
	for address, want := range map[string]string{
		"https://x.example":                "https://x.example/",
		"https://x.example/":               "https://x.example/",
		"https://x.example//":              "https://x.example/",
		"https://x.example/reports":        "https://x.example/reports/",
		"https://x.example/reports///":     "https://x.example/reports/",
		"https://x.example:8080/%E5%85%AC": "https://x.example:8080/%E5%85%AC/",
		"https://x.example//reports/":      "",
		"https://x.example/a//b/":          "",
		"https://x.example/?":              "",
		"https://x.example/?a=b":           "",
		"https://x.example/#":              "",
		"https://x.example/#a":             "",
		"https:///":                        "",
		"x.example":                        "",
		"":                                 "",
	} {
		if got, ok := BaseURL(address); got != want || ok != (want != "") {
			t.Errorf("BaseURL(%q) = %q, %v; want %q", address, got, ok, want)
		}
	}
}

func TestBaseURLOfTheConfiguration(t *testing.T) {
	t.Parallel()
	dir := newSite(t, tiny)
	config := func(address string) {
		writeFile(t, filepath.Join(dir, "config.toml"),
			strings.Replace(tiny["config.toml"], "https://sample.example/", address, 1))
	}
	config("https://sample.example/reports//")
	run(t, Options{Site: dir})
	if page := readTree(t, filepath.Join(dir, "public"))["en/index.html"]; !strings.Contains(page, "https://sample.example/reports/en/") {
		t.Errorf("the page does not have its own address:\n%s", page)
	}
	for _, address := range []string{"https://sample.example//reports", "https://sample.example/#", "sample.example"} {
		config(address)
		_, problems, err := Run(t.Context(), Options{Site: dir})
		if err != nil || len(problems) != 1 || !strings.Contains(problems[0].String(), "config.toml:2:") {
			t.Errorf("Run with base_url %q: %v, %v; want one problem in config.toml", address, problems, err)
		}
	}
}

func TestOwnTemplatesWin(t *testing.T) {
	t.Parallel()
	dir := newSite(t, tiny)
	writeFile(t, filepath.Join(dir, "templates", "style.css"), "p { color: #123456 }\n")
	run(t, Options{Site: dir})
	for name, text := range readTree(t, filepath.Join(dir, "public")) {
		if strings.HasSuffix(name, ".css") && strings.Contains(text, "#123456") {
			return
		}
	}
	t.Error("no stylesheet of the built site is the site's own")
}

func TestProblemsLeaveThePublishedSite(t *testing.T) {
	t.Parallel()
	dir := newSite(t, tiny)
	run(t, Options{Site: dir})
	before := readTree(t, filepath.Join(dir, "public"))

	writeFile(t, filepath.Join(dir, "content", "index.en.md"), "+++\ntitel = \"Home\"\n+++\n")
	result, problems, err := Run(t.Context(), Options{Site: dir})
	if err != nil || !problems.Blocks(false) || result.Files != 0 {
		t.Errorf("Run = %v, %v, %v; want problems and no result", result, problems, err)
	}
	if after := readTree(t, filepath.Join(dir, "public")); !maps.Equal(before, after) {
		t.Error("public/ changed in spite of the problems")
	}
}

func TestInterruptedBuildLeavesThePublishedSite(t *testing.T) {
	t.Parallel()
	dir := newSite(t, tiny)
	run(t, Options{Site: dir})
	before := readTree(t, filepath.Join(dir, "public"))
	writeFile(t, filepath.Join(dir, "content", "index.en.md"), "+++\ntitle = \"Home\"\n+++\n\nNew.\n")

	ctx, cancel := context.WithCancel(t.Context())
	_, _, err := Run(ctx, Options{Site: dir, Progress: func(done, _ int) {
		if done == 2 {
			cancel()
		}
	}})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("Run: %v, want %v", err, context.Canceled)
	}
	if after := readTree(t, filepath.Join(dir, "public")); !maps.Equal(before, after) {
		t.Error("public/ changed in spite of the interruption")
	}
}

func TestLoadCanBeInterrupted(t *testing.T) {
	t.Parallel()
	ctx, cancel := context.WithCancel(t.Context())
	endless := stuck{FS: os.DirFS(newSite(t, tiny)), reached: cancel, end: make(chan struct{})}
	defer close(endless.end)
	if _, _, err := LoadUntil(ctx, endless); !errors.Is(err, context.Canceled) {
		t.Errorf("LoadUntil: %v, want %v", err, context.Canceled)
	}
}

// stuck is a file system that does not answer, as that of another machine may not.
type stuck struct {
	fs.FS
	reached func()
	end     chan struct{}
}

func (s stuck) Open(name string) (fs.File, error) {
	s.reached()
	<-s.end
	return s.FS.Open(name)
}

func TestOpenRefusesWhatIsNoSite(t *testing.T) {
	t.Parallel()
	empty := t.TempDir()
	for _, dir := range []string{empty, filepath.Join(empty, "gone")} {
		var refusal *Refusal
		if _, err := Open(dir); !errors.As(err, &refusal) || !strings.Contains(refusal.Text, dir) {
			t.Errorf("Open(%q): %v, want a refusal that names it", dir, err)
		}
	}
}

// A link in the site's folder must not publish a file from elsewhere.
func TestLinksDoNotLeadOut(t *testing.T) {
	t.Parallel()
	secret := filepath.Join(t.TempDir(), "secret.md")
	writeFile(t, secret, "+++\ntitle = \"Secret\"\n+++\n")
	dir := newSite(t, tiny)
	page := filepath.Join(dir, "content", "index.en.md")
	if err := os.Remove(page); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(secret, page); err != nil {
		t.Skip("links cannot be made here:", err)
	}
	if _, problems, err := Run(t.Context(), Options{Site: dir}); err != nil || !problems.Blocks(false) {
		t.Errorf("Run: %v, %v; want a problem", problems, err)
	}
	root, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	if data, err := fs.ReadFile(root.FS(), "content/index.en.md"); err == nil {
		t.Errorf("a link out of the site's folder was read: %q", data)
	}
}

// newSite writes a site into a folder of its own.
func newSite(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		writeFile(t, filepath.Join(dir, filepath.FromSlash(name)), text)
	}
	return dir
}

// run builds a site that has no problems.
func run(t *testing.T, opts Options) Result {
	t.Helper()
	opts.Cache = t.TempDir()
	result, problems, err := Run(t.Context(), opts)
	if err != nil || len(problems) > 0 {
		t.Fatalf("Run: %v, %v; want neither problems nor an error", problems, err)
	}
	return result
}

// readTree reads all files of a folder.
func readTree(t *testing.T, dir string) map[string]string {
	t.Helper()
	files := map[string]string{}
	if err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(name)
		rel, relErr := filepath.Rel(dir, name)
		files[filepath.ToSlash(rel)] = string(data)
		return errors.Join(err, relErr)
	}); err != nil {
		t.Fatal(err)
	}
	return files
}
