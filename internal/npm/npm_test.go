package npm

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
)

// A goodNPM installs just enough for a goodNode to make a bundle of it, and
// counts how often it was started.
const (
	goodNPM = `#!/bin/sh
echo run >>"$COUNT"
font=@fontsource-variable/noto-sans-sc
mkdir -p node_modules/echarts/licenses node_modules/zrender node_modules/$font
cd node_modules
echo licence | tee echarts/LICENSE echarts/NOTICE echarts/licenses/LICENSE-d3 $font/LICENSE >zrender/LICENSE
`
	goodNode = `#!/bin/sh
out=out/font/400/latin.ttf
for arg; do case $arg in --outfile=*) out=${arg#--outfile=};; esac; done
mkdir -p "$(dirname "$out")"
echo "globalThis.echarts = {}" >"$out"
`
)

// fakeTools puts programs with the given texts, and no npm or node but those,
// on PATH. It returns a function that counts the starts of npm.
func fakeTools(t *testing.T, programs map[string]string) (starts func() int) {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Skip("the fake programs are shell scripts")
	}
	dir := t.TempDir()
	for name, text := range programs {
		write(t, filepath.Join(dir, name), text)
	}
	for _, name := range []string{"mkdir", "tee", "dirname", "sleep", "sh"} {
		real, err := exec.LookPath(name)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.Symlink(real, filepath.Join(dir, name)); err != nil {
			t.Fatal(err)
		}
	}
	count := filepath.Join(dir, "count")
	t.Setenv("COUNT", count)
	t.Setenv("PATH", dir)
	return func() int {
		text, _ := os.ReadFile(count)
		return strings.Count(string(text), "run")
	}
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o755); err != nil {
		t.Fatal(err)
	}
}

// listener gathers what is said.
type listener struct {
	mu    sync.Mutex
	lines []string
}

func (l *listener) say(line string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.lines = append(l.lines, line)
}

// names lists a folder.
func names(t *testing.T, dir string) []string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, e := range entries {
		out = append(out, e.Name())
	}
	return out
}

func TestPackagesAreFetchedOnce(t *testing.T) {
	starts := fakeTools(t, map[string]string{"npm": goodNPM, "node": goodNode})
	cache := t.TempDir()
	var heard listener
	for range 2 {
		js, err := ECharts(t.Context(), cache, heard.say)
		if err != nil {
			t.Fatal(err)
		}
		if got, want := string(js), "globalThis.echarts = {}\n"; got != want {
			t.Errorf("bundle = %q, want %q", got, want)
		}
	}
	if starts() != 1 {
		t.Errorf("npm was started %d times, want 1", starts())
	}
	font, err := Font(t.Context(), cache, heard.say)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := fs.Stat(font, "400/latin.ttf"); err != nil || starts() != 1 {
		t.Errorf("the font of the same fetch: %v, after %d starts of npm", err, starts())
	}
	if len(heard.lines) != 1 || !strings.Contains(heard.lines[0], "ECharts") {
		t.Errorf("said %q, want one line about ECharts", heard.lines)
	}
	if got := names(t, cache); len(got) != 1 {
		t.Errorf("the cache holds %q, want one folder only", got)
	}
	want := []string{"LICENSE", "LICENSE-d3", "LICENSE-noto-sans-sc", "LICENSE-zrender", "NOTICE", "bundle.js", "font"}
	got := names(t, filepath.Join(cache, "npm-"+ID()))
	if strings.Join(got, " ") != strings.Join(want, " ") {
		t.Errorf("the folder holds %q, want %q", got, want)
	}
}

func TestFetchByTwoAtOnce(t *testing.T) {
	fakeTools(t, map[string]string{"npm": goodNPM, "node": goodNode})
	cache := t.TempDir()
	var heard listener
	var group sync.WaitGroup
	for range 2 {
		group.Go(func() {
			js, err := ECharts(t.Context(), cache, heard.say)
			if err != nil || len(js) == 0 {
				t.Errorf("bundle of %d bytes, error %v", len(js), err)
			}
		})
	}
	group.Wait()
	if got := names(t, cache); len(got) != 1 {
		t.Errorf("the cache holds %q, want one folder only", got)
	}
}

func TestFetchRemovesWhatAKilledOneLeft(t *testing.T) {
	fakeTools(t, map[string]string{"npm": goodNPM, "node": goodNode})
	cache := t.TempDir()
	ages := map[string]time.Duration{"fetch-killed": 25 * time.Hour, "fetch-working": 23 * time.Hour, "drawings": 25 * time.Hour}
	for name, age := range ages {
		dir := filepath.Join(cache, name)
		if err := os.Mkdir(dir, 0o755); err != nil {
			t.Fatal(err)
		}
		write(t, filepath.Join(dir, "file"), "text")
		then := time.Now().Add(-age)
		if err := os.Chtimes(dir, then, then); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := ECharts(t.Context(), cache, func(string) {}); err != nil {
		t.Fatal(err)
	}
	if got, want := names(t, cache), []string{"drawings", "fetch-working", "npm-" + ID()}; !slices.Equal(got, want) {
		t.Errorf("the cache holds %q, want %q", got, want)
	}
}

func TestFetchFails(t *testing.T) {
	noNetwork := "#!/bin/sh\necho npm error network request failed >&2\nexit 1\n"
	broken := "#!/bin/sh\necho could not resolve zrender >&2\nexit 1\n"
	tests := []struct {
		name     string
		programs map[string]string
		want     []string
	}{
		{"nothing installed", nil, []string{"https://nodejs.org/", "20 or newer", "once only", "share_images = false"}},
		{"npm without node", map[string]string{"npm": goodNPM}, []string{"https://nodejs.org/"}},
		{"no network", map[string]string{"npm": noNetwork, "node": goodNode}, []string{"npm error network request failed", "build again"}},
		{"node fails", map[string]string{"npm": goodNPM, "node": broken}, []string{"bundle ECharts", "could not resolve zrender"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			fakeTools(t, test.programs)
			cache := t.TempDir()
			_, err := ECharts(t.Context(), cache, func(string) {})
			if err == nil {
				t.Fatal("no error")
			}
			for _, want := range test.want {
				if !strings.Contains(err.Error(), want) {
					t.Errorf("error %q does not say %q", err, want)
				}
			}
			if got := names(t, cache); len(got) != 0 {
				t.Errorf("left behind %q", got)
			}
		})
	}
}

func TestFetchStopsWhenCancelled(t *testing.T) {
	fakeTools(t, map[string]string{"npm": "#!/bin/sh\nexec sleep 60\n", "node": goodNode})
	cache := t.TempDir()
	ctx, cancel := context.WithCancel(t.Context())
	// The line is said just before npm is started.
	_, err := ECharts(ctx, cache, func(string) { cancel() })
	if !errors.Is(err, context.Canceled) {
		t.Errorf("error %v, want %v", err, context.Canceled)
	}
	if got := names(t, cache); len(got) != 0 {
		t.Errorf("left behind %q", got)
	}
}

func TestFetchForReal(t *testing.T) {
	if _, _, err := lookTools(); err != nil {
		t.Skip("npm is not installed")
	}
	if testing.Short() {
		t.Skip("asks npm for its packages")
	}
	cache := t.TempDir()
	js, err := ECharts(t.Context(), cache, func(line string) { t.Log(line) })
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(js), "renderToSVGString") {
		t.Errorf("a bundle of %d bytes cannot draw SVG", len(js))
	}
	font, err := Font(t.Context(), cache, func(line string) { t.Errorf("fetched again: %s", line) })
	if err != nil {
		t.Fatal(err)
	}
	for _, weight := range []string{"400", "700"} {
		if files, err := fs.ReadDir(font, weight); err != nil || len(files) < 100 {
			t.Errorf("the font has %d files in weight %s, want a hundred; error %v", len(files), weight, err)
		}
	}
}
