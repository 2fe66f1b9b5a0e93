package svg

import (
	"bytes"
	"context"
	"errors"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"gongshi/internal/store"
)

// again returns a drawer with the store of d that must not need ECharts.
func again(t *testing.T, d *Drawer) *Drawer {
	return &Drawer{CacheDir: d.CacheDir, BundleID: d.BundleID, Inks: d.Inks, Bundle: func(context.Context) ([]byte, error) {
		t.Error("ECharts was asked for")
		return nil, errors.New("no ECharts")
	}}
}

func TestDrawingsAreInOrder(t *testing.T) {
	t.Parallel()
	var pictures []Picture
	for _, s := range samples {
		pictures = append(pictures, picture(t, s))
	}
	drawings := draw(t, newDrawer(t), pictures...)
	for i, s := range samples {
		if !bytes.Contains(drawings[i], []byte(`id="`+s.name+`-t"`)) {
			t.Errorf("drawing %d is not %s", i, s.name)
		}
	}
	slices.Reverse(pictures)
	backwards := draw(t, newDrawer(t), pictures...)
	slices.Reverse(backwards)
	for i, s := range samples {
		if !bytes.Equal(drawings[i], backwards[i]) {
			t.Errorf("%s depends on what was drawn before it", s.name)
		}
	}
}

func TestSecondTimeDrawsNothing(t *testing.T) {
	t.Parallel()
	d := newDrawer(t)
	p := picture(t, samples[0])
	first := draw(t, d, p)
	if d.Drawn() != 1 {
		t.Errorf("%d drawings were drawn, want 1", d.Drawn())
	}
	second := again(t, d)
	if got := draw(t, second, p); !bytes.Equal(got[0], first[0]) || second.Drawn() != 0 {
		t.Errorf("the second time %d drawings were drawn, want 0 and the same bytes", second.Drawn())
	}
}

func TestOtherWordsAroundADrawingDrawNothing(t *testing.T) {
	t.Parallel()
	d := newDrawer(t)
	p := picture(t, samples[0])
	draw(t, d, p)
	p.ID, p.Title, p.Description = "other", "Another <title>", ""
	got := string(draw(t, again(t, d), p)[0])
	want := `aria-labelledby="other-t"><title id="other-t">Another &lt;title&gt;</title><`
	if !strings.Contains(got, want) {
		t.Errorf("the drawing does not hold %s:\n%s", want, got)
	}
}

// A drawing that stands alone is the same one, on a ground of its own.
func TestGroundDrawsNothingAnew(t *testing.T) {
	t.Parallel()
	d := newDrawer(t)
	p := picture(t, samples[0])
	alone := p
	alone.Ground = "#ffffff"
	drawings := draw(t, d, p, alone)
	if d.Drawn() != 1 {
		t.Errorf("%d drawings were drawn, want 1", d.Drawn())
	}
	want := strings.NewReplacer(
		`viewBox="0 0 800 216" width="800" height="216"`, `viewBox="-24 -24 848 264" width="848" height="264"`,
		`</title>`, `</title><rect x="-24" y="-24" width="100%" height="100%" fill="#ffffff"/>`,
	).Replace(string(drawings[0]))
	if got := string(drawings[1]); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestOtherColoursDrawAnew(t *testing.T) {
	t.Parallel()
	d := newDrawer(t)
	p := picture(t, samples[0])
	draw(t, d, p)
	d.Inks = maps.Clone(inks)
	d.Inks["#a10001"] = Ink{Colour: "#123456", Class: "c-done"}
	if got := draw(t, d, p)[0]; !bytes.Contains(got, []byte(`fill="#123456"`)) {
		t.Errorf("the drawing has the colours of the one before:\n%s", got)
	}
}

func TestSamePictureTwiceIsDrawnOnce(t *testing.T) {
	t.Parallel()
	d := newDrawer(t)
	one := picture(t, samples[0])
	two := one
	two.ID = "two"
	drawings := draw(t, d, one, two)
	if d.Drawn() != 1 {
		t.Errorf("%d drawings were drawn, want 1", d.Drawn())
	}
	if !bytes.Contains(drawings[1], []byte(`id="two-t"`)) {
		t.Error("the second drawing has the ID of the first")
	}
}

func TestBrokenEntriesAreMadeAnew(t *testing.T) {
	t.Parallel()
	d := newDrawer(t)
	p := picture(t, samples[0])
	want := draw(t, d, p)[0]
	damages := map[string]func(path string, data []byte) error{
		"cut":     func(path string, data []byte) error { return os.WriteFile(path, data[:len(data)/2], 0o644) },
		"changed": func(path string, data []byte) error { return os.WriteFile(path, bytes.ToUpper(data), 0o644) },
		"empty":   func(path string, _ []byte) error { return os.WriteFile(path, nil, 0o644) },
		"deleted": func(path string, _ []byte) error { return os.Remove(path) },
	}
	for name, damage := range damages {
		t.Run(name, func(t *testing.T) {
			for _, path := range entries(t, d.CacheDir) {
				data, err := os.ReadFile(path)
				if err != nil {
					t.Fatal(err)
				}
				if err := damage(path, data); err != nil {
					t.Fatal(err)
				}
			}
			before := d.Drawn()
			if got := draw(t, d, p)[0]; !bytes.Equal(got, want) {
				t.Error("another drawing")
			}
			if d.Drawn() != before+1 {
				t.Errorf("%d drawings were drawn, want 1", d.Drawn()-before)
			}
		})
	}
}

// entries are the files of all stores: drawings and bytecode.
func entries(t *testing.T, cacheDir string) []string {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join(cacheDir, "*", "*"))
	if err != nil {
		t.Fatal(err)
	}
	if len(paths) != 2 {
		t.Fatalf("the cache holds %q, want a drawing and the bytecode", paths)
	}
	return paths
}

func TestTwoBuildsAtOnce(t *testing.T) {
	t.Parallel()
	d := newDrawer(t)
	p := picture(t, samples[0])
	drawings := make([][][]byte, 3)
	errs := make([]error, 3)
	var group sync.WaitGroup
	for i := range drawings {
		group.Go(func() { drawings[i], errs[i] = d.Draw(t.Context(), []Picture{p}) })
	}
	group.Wait()
	for i := range drawings {
		if errs[i] != nil {
			t.Fatal(errs[i])
		}
		if !bytes.Equal(drawings[i][0], drawings[0][0]) {
			t.Errorf("build %d has another drawing", i)
		}
	}
	entries(t, d.CacheDir) // no more than those
}

// What a killed build was writing goes; what another is writing now stays.
func TestDrawingRemovesWhatKilledBuildsLeft(t *testing.T) {
	t.Parallel()
	d := newDrawer(t)
	longAgo := time.Now().Add(-48 * time.Hour)
	var old, now []string
	for _, dir := range []string{"drawings", "bytecode"} {
		dir = filepath.Join(d.CacheDir, dir)
		if err := os.MkdirAll(dir, 0o755); err != nil {
			t.Fatal(err)
		}
		for _, name := range []string{"new-1", "new-2", "0123abcd"} {
			if err := os.WriteFile(filepath.Join(dir, name), nil, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		old = append(old, filepath.Join(dir, "new-1"))
		now = append(now, filepath.Join(dir, "new-2"), filepath.Join(dir, "0123abcd"))
	}
	for _, name := range append([]string{now[1], now[3]}, old...) {
		if err := os.Chtimes(name, longAgo, longAgo); err != nil {
			t.Fatal(err)
		}
	}
	draw(t, d, picture(t, samples[0]))
	for _, name := range old {
		if _, err := os.Stat(name); err == nil {
			t.Errorf("%s is still there", name)
		}
	}
	for _, name := range now {
		if _, err := os.Stat(name); err != nil {
			t.Errorf("what is no stale temporary file is gone: %v", err)
		}
	}
}

func TestDrawStopsWhenCancelled(t *testing.T) {
	t.Parallel()
	d := newDrawer(t)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := d.Draw(ctx, []Picture{picture(t, samples[0])}); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v, want %v", err, context.Canceled)
	}
}

// start starts an engine; the bytecode is kept in dir.
func start(t testing.TB, js []byte, dir string) (*engine, error) {
	t.Helper()
	code, err := bytecode(js, store.Store{Dir: dir})
	if err != nil {
		return nil, err
	}
	return newEngine(t.Context(), code)
}

func TestDrawReportsAnEngineThatFails(t *testing.T) {
	tests := []struct{ name, js, want string }{
		{"no library", `let x = 1`, "echarts"},
		{"not JavaScript", `var (`, "start the chart engine"},
		{"throws at once", `throw new Error("no ink")`, "no ink"},
		{"throws", `globalThis.echarts = {setPlatformAPI(){}, init(){ throw new Error("no paper") }}`, "no paper"},
		{"never ends", `globalThis.echarts = {setPlatformAPI(){}, init(){ for (;;); }}`, "interrupted"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			e, err := start(t, []byte(test.js), t.TempDir())
			if err == nil {
				defer e.close()
				if err := e.limit(200 * time.Millisecond); err != nil {
					t.Fatal(err)
				}
				_, err = e.draw(t.Context(), Picture{Option: []byte(`{"series":[]}`), Width: 1, Height: 1})
			}
			if err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("error %v, want one that says %q", err, test.want)
			}
		})
	}
}

func BenchmarkColdStart(b *testing.B) {
	js := bundle(b)
	for name, keep := range map[string]bool{"source": false, "bytecode": true} {
		b.Run(name, func(b *testing.B) {
			dir := b.TempDir()
			for b.Loop() {
				if !keep {
					dir = b.TempDir()
				}
				e, err := start(b, js, dir)
				if err != nil {
					b.Fatal(err)
				}
				e.close()
			}
		})
	}
}

func BenchmarkDrawing(b *testing.B) {
	e, err := start(b, bundle(b), b.TempDir())
	if err != nil {
		b.Fatal(err)
	}
	defer e.close()
	for _, s := range samples {
		p := picture(b, s)
		b.Run(s.name, func(b *testing.B) {
			for b.Loop() {
				drawing, err := e.draw(b.Context(), p)
				if err == nil {
					_, err = clean(drawing, p, inks)
				}
				if err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
