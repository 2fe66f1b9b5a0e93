package serve

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"gongshi/internal/build"
	"gongshi/internal/diag"
	"gongshi/internal/hosting"
	"gongshi/sites"
)

// tiny is a site without charts and share images, so that it needs nothing of npm.
var tiny = map[string]string{
	"config.toml": `title = { zh = "示例区", en = "Sample District" }
base_url = "https://sample.example/"
languages = ["zh", "en"]
share_images = false
`,
	"content/index.zh.md":       "+++\ntitle = \"首页\"\n+++\n\n你好。\n",
	"content/index.en.md":       "+++\ntitle = \"Home\"\n+++\n\nHello.\n",
	"content/about/index.zh.md": "+++\ntitle = \"关于\"\n+++\n\n说明。[计划](plan.pdf)\n",
	"content/about/index.en.md": "+++\ntitle = \"About\"\n+++\n\nExplained. [Plan](plan.pdf)\n",
	"content/about/plan.pdf":    "%PDF-1.7\n",
}

func TestAnswers(t *testing.T) {
	t.Parallel()
	p := newTestPreview(t)
	tests := []struct {
		path   string
		status int
		kind   string // content type
		want   string // in the body, or the place that a redirect leads to
	}{
		{"/", 200, "text/html; charset=utf-8", "你好。"},
		{"/index.html", 200, "text/html; charset=utf-8", "你好。"},
		{"/en/", 200, "text/html; charset=utf-8", "Hello."},
		{"/en/about/", 200, "text/html; charset=utf-8", "Explained."},
		{"/en/about", 302, "text/html; charset=utf-8", "/en/about/"},
		{"/about/plan.pdf", 200, "application/pdf", "%PDF-1.7"},
		{"/sitemap.xml", 200, "application/xml; charset=utf-8", "http://127.0.0.1:8080/en/about/"},
		{"/en/feed.atom", 404, "text/html; charset=utf-8", `lang="en"`}, // it has nothing to tell of, and no date
		{"/nowhere/", 404, "text/html; charset=utf-8", `lang="zh`},
		{"/en/nowhere/", 404, "text/html; charset=utf-8", `lang="en"`},
		{"/en/../../config.toml", 404, "text/html; charset=utf-8", `lang="en"`},
		{"/config.toml", 404, "text/html; charset=utf-8", `lang="zh`},
	}
	for _, test := range tests {
		got := get(p, test.path)
		if got.Code != test.status || got.Header().Get("Content-Type") != test.kind {
			t.Errorf("GET %s: %d, %s; want %d, %s", test.path, got.Code, got.Header().Get("Content-Type"), test.status, test.kind)
		}
		if body := got.Body.String() + got.Header().Get("Location"); !strings.Contains(body, test.want) {
			t.Errorf("GET %s: %q is not in:\n%s", test.path, test.want, body)
		}
		for _, want := range (hosting.Policy{Base: "/"}).Headers(test.path) {
			if want.Name == "Cache-Control" {
				want.Value = "no-store"
			}
			if value := got.Header().Get(want.Name); value != want.Value {
				t.Errorf("GET %s: %s is %q, want %q", test.path, want.Name, value, want.Value)
			}
		}
	}
}

// A picture is made when a browser asks for it. What is wrong with one is said on the
// terminal: the browser shows only that it is not there.
func TestPicturesAreMadeOnRequest(t *testing.T) {
	t.Parallel()
	photograph, err := fs.ReadFile(sites.Sample(), "content/projects/xiahao-road/before.jpg")
	if err != nil {
		t.Fatal(err)
	}
	p := newTestPreview(t)
	for language, text := range map[string]string{"zh": "泥路", "en": "A road of mud"} {
		edit(t, p, "content/index."+language+".md", "+++\ntitle = \"T "+language+"\"\n+++\n\n!["+text+"](a.jpg)\n![b "+text+"](b.jpg)\n")
	}
	edit(t, p, "content/a.jpg", string(photograph))
	edit(t, p, "content/b.jpg", string(photograph[:20000]))
	var said []string
	p.opts.Say = func(line string) { said = append(said, line) }

	sources := regexp.MustCompile(`/assets/pictures/\S+-480\.jpg`).FindAllString(get(p, "/en/").Body.String(), -1)
	if len(sources) != 2 {
		t.Fatalf("the page shows %q, want two pictures", sources)
	}
	if got := get(p, sources[0]); got.Code != 200 || got.Header().Get("Content-Type") != "image/jpeg" || got.Body.Len() < 1000 {
		t.Errorf("GET %s: %d, %s, %d bytes; want a JPEG", sources[0], got.Code, got.Header().Get("Content-Type"), got.Body.Len())
	}
	wantBody(t, p, sources[1], 500, "content/b.jpg")
	if want := "make picture content/b.jpg: this JPEG is damaged"; len(said) != 1 || !strings.HasPrefix(said[0], want) {
		t.Errorf("the terminal was told %q, want %q", said, want)
	}
}

// A preview starts without the font of share images. When a browser asks for an image
// and the font cannot be had, it is told so.
func TestShareImagesAreMadeOnRequest(t *testing.T) {
	t.Setenv("PATH", t.TempDir()) // without npm
	p := newTestPreview(t)
	edit(t, p, "config.toml", strings.Replace(tiny["config.toml"], "share_images = false\n", "", 1))
	var said []string
	p.opts.Say = func(line string) { said = append(said, line) }
	image := regexp.MustCompile(`/assets/share/\w+\.png`).FindString(get(p, "/en/").Body.String())
	if image == "" || len(said) > 0 {
		t.Fatalf("the page names %q, and the terminal was told %q before that was asked for", image, said)
	}
	wantBody(t, p, image, 500, "https://nodejs.org/")
}

func TestOnlyLooking(t *testing.T) {
	t.Parallel()
	p := newTestPreview(t)
	for method, want := range map[string]int{"HEAD": 200, "POST": 405, "PUT": 405, "DELETE": 405, "OPTIONS": 405} {
		got := request(p, method, "/", "localhost")
		if got.Code != want {
			t.Errorf("%s /: %d, want %d", method, got.Code, want)
		}
		if method == "HEAD" && got.Body.Len() > 0 {
			t.Errorf("HEAD /: a body of %d bytes, want none", got.Body.Len())
		}
	}
}

func TestHosts(t *testing.T) {
	t.Parallel()
	mine := host{name: "127.0.0.1", port: "8080"}
	all := hostOf(&net.TCPAddr{IP: net.IPv6zero, Port: 8080})
	lan := hostOf(&net.TCPAddr{IP: net.IPv4(192, 0, 2, 1), Port: 8080})
	tests := []struct {
		header         string
		mine, lan, all bool
	}{
		{"127.0.0.1:8080", true, true, true},
		{"127.0.0.1", true, true, true},
		{"localhost:8080", true, true, true},
		{"LOCALHOST:1", true, true, true},
		{"report.localhost:8080", true, true, true},
		{"[::1]:8080", true, true, true},
		{"[::1]", true, true, true},
		{"192.0.2.1:8080", false, true, true},
		{"192.0.2.2:8080", false, false, true},
		{"evil.example:8080", false, false, false},
		{"127.0.0.1.evil.example", false, false, false},
		{"localhost.evil.example", false, false, false},
		{"evillocalhost", false, false, false},
		{"", false, false, false},
	}
	for _, test := range tests {
		for _, h := range []struct {
			host
			want bool
		}{{mine, test.mine}, {lan, test.lan}, {all, test.all}} {
			if got := h.is(test.header); got != h.want {
				t.Errorf("preview at %s: host %q is known: %v, want %v", h.url(), test.header, got, h.want)
			}
		}
	}
	p := newTestPreview(t)
	if got := request(p, "GET", "/", "evil.example"); got.Code != http.StatusMisdirectedRequest || strings.Contains(got.Body.String(), "你好") {
		t.Errorf("GET / of evil.example: %d, want %d and no page", got.Code, http.StatusMisdirectedRequest)
	}
}

func TestEditsAreSeen(t *testing.T) {
	t.Parallel()
	p := newTestPreview(t)
	edit(t, p, "content/index.en.md", "+++\ntitle = \"Home\"\n+++\n\nGood day.\n")
	wantBody(t, p, "/en/", 200, "Good day.")

	edit(t, p, "content/news/index.en.md", "+++\ntitle = \"News\"\n+++\n\nNone.\n")
	edit(t, p, "content/news/index.zh.md", "+++\ntitle = \"新闻\"\n+++\n\n没有。\n")
	wantBody(t, p, "/en/news/", 200, "None.")

	for _, language := range []string{"zh", "en"} {
		if err := os.Remove(filepath.Join(p.opts.Site, "content/news/index."+language+".md")); err != nil {
			t.Fatal(err)
		}
	}
	wantBody(t, p, "/en/news/", 404, "")
}

// A file may go between the moment when its folder is listed and the moment when
// it is looked at: editors do that when they save.
// An emblem stands beside config.toml, under whatever name.
func TestNewEmblemIsAChange(t *testing.T) {
	files := fstest.MapFS{"config.toml": {}, "seal.svg": {Data: []byte("<svg/>")}, "public/seal.svg": {}}
	before, err := look(files)
	if err != nil {
		t.Fatal(err)
	}
	files["seal.svg"] = &fstest.MapFile{Data: []byte("<svg></svg>")}
	after, err := look(files)
	if err != nil {
		t.Fatal(err)
	}
	if before == after {
		t.Error("a changed emblem is not seen")
	}
}

func TestFileThatGoesWhileLookingIsAChange(t *testing.T) {
	t.Parallel()
	files := fstest.MapFS{"config.toml": {}, "content/index.en.md": {}}
	without, err := look(files)
	if err != nil {
		t.Fatal(err)
	}
	files["content/.index.en.md.swp"] = &fstest.MapFile{}
	with, err := look(files)
	if err != nil {
		t.Fatal(err)
	}
	going, err := look(fleeting{files, ".index.en.md.swp"})
	if err != nil || going != without || with == without {
		t.Errorf("look: %v; the file that went counts: %v, want false; one that stays counts: %v, want true",
			err, going != without, with != without)
	}
}

// fleeting is a file system in which a file goes as soon as it is listed.
type fleeting struct {
	fstest.MapFS
	file string
}

func (f fleeting) ReadDir(name string) ([]fs.DirEntry, error) {
	entries, err := f.MapFS.ReadDir(name)
	for i, e := range entries {
		if e.Name() == f.file {
			entries[i] = gone{e}
		}
	}
	return entries, err
}

type gone struct{ fs.DirEntry }

func (gone) Info() (fs.FileInfo, error) { return nil, fs.ErrNotExist }

// A preview that is stopped while it fetches ECharts stops the fetch, too.
func TestLoadsEndWithThePreview(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("the fake npm is a shell script")
	}
	p := newTestPreview(t)
	edit(t, p, "content/sources.toml", sources)
	edit(t, p, "content/metrics/lights.toml", metrics)
	edit(t, p, "content/charts/lights.toml", charts)
	for language, title := range map[string]string{"zh": "首页", "en": "Home"} {
		edit(t, p, "content/index."+language+".md", "+++\ntitle = \""+title+"\"\n+++\n\n{{chart lights}}\n")
	}
	ctx, stop := context.WithTimeout(t.Context(), time.Minute)
	defer stop()
	p.ctx = ctx
	var said []string
	p.opts.Say = func(line string) {
		said = append(said, line)
		stop()
	}
	tools := t.TempDir()
	for _, name := range []string{"npm", "node"} {
		write(t, filepath.Join(tools, name), "#!/bin/sh\nexec sleep 3600\n")
		if err := os.Chmod(filepath.Join(tools, name), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	t.Setenv("PATH", tools+string(os.PathListSeparator)+os.Getenv("PATH"))

	if e := p.refresh(); !errors.Is(e.err, context.Canceled) {
		t.Errorf("the load ended with %v and the problems %v, want %v", e.err, e.problems, context.Canceled)
	}
	if len(said) != 1 || !strings.Contains(said[0], "fetching") {
		t.Errorf("the terminal was told %q, want that ECharts is being fetched and no more", said)
	}
}

const (
	sources = `[notice]
publisher = { zh = "示例区", en = "Sample District" }
title = { zh = "公告", en = "Notice" }
date = 2024-11-25
`
	metrics = `[lights]
name = { zh = "路灯", en = "Street lights" }
unit = { zh = "盏", en = { one = "light", other = "lights" } }
kind = "count"
definition = { zh = "新装的路灯。", en = "Street lights added." }
source = "notice"
values."2024-11-25" = 156
`
	charts = `[lights]
kind = "bar"
title = { zh = "路灯", en = "Street lights" }
metrics = ["lights"]
`
)

func TestOneLoadForManyRequests(t *testing.T) {
	t.Parallel()
	p := newTestPreview(t)
	before := p.refresh()
	get(p, "/")
	get(p, "/en/about/")
	if p.refresh() != before {
		t.Error("the site was loaded again though no file had changed")
	}
}

func TestProblemsAreShownUntilTheyAreMended(t *testing.T) {
	t.Parallel()
	p := newTestPreview(t)
	said := &p.opts.Say
	var lines []string
	*said = func(line string) { lines = append(lines, line) }
	var reported diag.List
	p.opts.Report = func(l diag.List) { reported = l }
	get(p, "/")

	edit(t, p, "content/index.en.md", "+++\ntitle = \"Home\"\n<titel> = \"Home\"\n+++\n\nHello.\n")
	wantBody(t, p, "/en/", 500, "content/index.en.md:3:1")
	wantBody(t, p, "/", 500, "<mark>&lt;</mark>titel&gt; = &#34;Home&#34;")
	wantBody(t, p, problemsStylePath, 200, "pre {")
	if len(reported) == 0 {
		t.Error("the terminal was not told of the problems")
	}
	edit(t, p, "content/index.en.md", "+++\ntitle = \"Home\"\n+++\n\nHello again.\n")
	wantBody(t, p, "/en/", 200, "Hello again.")
	if len(lines) != 1 || lines[0] != "all problems are mended" {
		t.Errorf("the terminal was told %q, want that all problems are mended", lines)
	}
}

// A machine that could not do something may be able to the next time, though no
// file of the site has changed.
func TestFaultsOfTheMachineAreTriedAgain(t *testing.T) {
	t.Parallel()
	p := newTestPreview(t)
	get(p, "/")
	p.now = &edition{err: fmt.Errorf("disk is <full>")}
	failed := httptest.NewRecorder()
	p.sendProblems(failed, p.now)
	if body := failed.Body.String(); !strings.Contains(body, "disk is &lt;full&gt;") {
		t.Errorf("the page of a fault does not show it:\n%s", body)
	}
	wantBody(t, p, "/", 200, "你好。")
}

func TestCut(t *testing.T) {
	t.Parallel()
	tests := []struct {
		line string
		col  int
		want [3]string
	}{
		{"名称 = 1", 1, [3]string{"", "名", "称 = 1"}},
		{"名称 = 1", 6, [3]string{"名称 = ", "1", ""}},
		{"abc", 0, [3]string{"abc", "", ""}},
		{"abc", 9, [3]string{"abc", "", ""}},
		{"", 1, [3]string{"", "", ""}},
	}
	for _, test := range tests {
		before, at, after := cut(test.line, test.col)
		if got := [3]string{before, at, after}; got != test.want {
			t.Errorf("cut(%q, %d) = %q, want %q", test.line, test.col, got, test.want)
		}
	}
}

func TestNextFreePort(t *testing.T) {
	t.Parallel()
	first, err := listen("")
	if err != nil {
		t.Fatal(err)
	}
	defer first.Close()
	second, err := listen("")
	if err != nil {
		t.Fatal(err)
	}
	defer second.Close()
	if first.Addr().String() == second.Addr().String() {
		t.Errorf("two previews are at %s", first.Addr())
	}
	if third, err := listen(first.Addr().String()); err == nil {
		third.Close()
		t.Errorf("a second preview is at %s, as asked for, though the port was taken", first.Addr())
	}
	for _, addr := range []string{"8080", "127.0.0.1:99999", "127.0.0.1:no-such-service"} {
		var refusal *build.Refusal
		if _, err := listen(addr); !errors.As(err, &refusal) {
			t.Errorf("listen(%s): %v, want a refusal", addr, err)
		}
	}
}

// Run answers until its context ends, and leaves nothing in the site's folder.
func TestRun(t *testing.T) {
	t.Parallel()
	dir := newSite(t)
	ctx, stop := context.WithTimeout(t.Context(), time.Minute)
	defer stop()
	address := make(chan string, 1)
	ended := make(chan error, 1)
	go func() {
		ended <- Run(ctx, Options{
			Site: dir, Addr: "127.0.0.1:0", Cache: t.TempDir(),
			Say:    func(line string) { address <- strings.Fields(line)[4] },
			Report: func(l diag.List) { t.Errorf("problems: %v", l) },
		})
	}()
	response, err := http.Get(<-address + "en/")
	if err != nil {
		t.Fatal(err)
	}
	response.Body.Close()
	if response.StatusCode != http.StatusOK {
		t.Errorf("GET /en/: %s, want 200", response.Status)
	}
	stop()
	if err := <-ended; err != nil {
		t.Errorf("Run: %v, want no error at the end of its context", err)
	}
	if _, err := os.Stat(filepath.Join(dir, "public")); err == nil {
		t.Error("the preview wrote to public/")
	}
}

// newTestPreview returns the preview of a tiny site.
func newTestPreview(t *testing.T) *preview {
	t.Helper()
	dir := newSite(t)
	root, err := build.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { root.Close() })
	return newPreview(t.Context(), root.FS(), host{name: "127.0.0.1", port: "8080"}, Options{
		Site: dir, Cache: t.TempDir(),
		Say:    func(line string) { t.Logf("said: %s", line) },
		Report: func(l diag.List) { t.Errorf("problems: %v", l) },
	})
}

func newSite(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range tiny {
		write(t, filepath.Join(dir, filepath.FromSlash(name)), text)
	}
	return dir
}

// edit saves a file of a preview's site.
func edit(t *testing.T, p *preview, name, text string) {
	t.Helper()
	write(t, filepath.Join(p.opts.Site, filepath.FromSlash(name)), text)
}

func write(t *testing.T, name, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func get(h http.Handler, path string) *httptest.ResponseRecorder {
	return request(h, "GET", path, "127.0.0.1:8080")
}

func request(h http.Handler, method, path, host string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(method, "http://placeholder.example/", nil)
	r.URL.Path, r.Host = path, host
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}

func wantBody(t *testing.T, h http.Handler, path string, status int, want string) {
	t.Helper()
	got := get(h, path)
	if got.Code != status || !strings.Contains(got.Body.String(), want) {
		t.Errorf("GET %s: %d, want %d and %q in:\n%s", path, got.Code, status, want, got.Body)
	}
}
