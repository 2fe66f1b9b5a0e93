package chart

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
)

// again returns a drawer with the store of d that must not need ECharts.
func again(t *testing.T, d *Drawer) *Drawer {
	return &Drawer{CacheDir: d.CacheDir, BundleID: d.BundleID, Bundle: func(context.Context) ([]byte, error) {
		t.Error("ECharts was asked for")
		return nil, errors.New("no ECharts")
	}}
}

func TestSecondTimeDrawsNothing(t *testing.T) {
	d := newDrawer(t)
	spec := samples()[0].spec
	first := draw(t, d, spec)
	if d.Drawn() != 2 {
		t.Errorf("%d drawings were drawn, want 2", d.Drawn())
	}
	second := again(t, d)
	if got := draw(t, second, spec); !bytes.Equal(got[0].Wide, first[0].Wide) || second.Drawn() != 0 {
		t.Errorf("the second time %d drawings were drawn, want 0 and the same bytes", second.Drawn())
	}
}

func TestOtherWordsAroundAChartDrawNothing(t *testing.T) {
	d := newDrawer(t)
	spec := samples()[0].spec
	draw(t, d, spec)
	spec.ID, spec.Title, spec.Description = "other", "Another <title>", ""
	got := string(draw(t, again(t, d), spec)[0].Narrow)
	want := `aria-labelledby="other-n-t"><title id="other-n-t">Another &lt;title&gt;</title><`
	if !strings.Contains(got, want) {
		t.Errorf("the drawing does not hold %s:\n%s", want, got)
	}
}

func TestSameChartTwiceIsDrawnOnce(t *testing.T) {
	d := newDrawer(t)
	one := samples()[0].spec
	two := one
	two.ID = "two"
	drawings := draw(t, d, one, two)
	if d.Drawn() != 2 {
		t.Errorf("%d drawings were drawn, want 2", d.Drawn())
	}
	if !bytes.Contains(drawings[1].Wide, []byte(`id="two-w-t"`)) {
		t.Error("the second chart has the ID of the first")
	}
}

func TestBrokenEntriesAreMadeAnew(t *testing.T) {
	d := newDrawer(t)
	spec := samples()[0].spec
	want := draw(t, d, spec)[0].Wide
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
			if got := draw(t, d, spec)[0].Wide; !bytes.Equal(got, want) {
				t.Error("another drawing")
			}
			if d.Drawn() != before+2 {
				t.Errorf("%d drawings were drawn, want 2", d.Drawn()-before)
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
	if len(paths) != 3 {
		t.Fatalf("the cache holds %q, want two drawings and the bytecode", paths)
	}
	return paths
}

func TestTwoBuildsAtOnce(t *testing.T) {
	d := newDrawer(t)
	spec := samples()[0].spec
	drawings := make([][]Drawing, 3)
	errs := make([]error, 3)
	var group sync.WaitGroup
	for i := range drawings {
		group.Go(func() { drawings[i], errs[i] = d.Draw(t.Context(), []Spec{spec}) })
	}
	group.Wait()
	for i := range drawings {
		if errs[i] != nil {
			t.Fatal(errs[i])
		}
		if !bytes.Equal(drawings[i][0].Wide, drawings[0][0].Wide) {
			t.Errorf("build %d has another drawing", i)
		}
	}
	if left := entries(t, d.CacheDir); len(left) != 3 {
		t.Errorf("left behind %q", left)
	}
}

func TestDrawStopsWhenCancelled(t *testing.T) {
	d := newDrawer(t)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := d.Draw(ctx, []Spec{samples()[0].spec}); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v, want %v", err, context.Canceled)
	}
}

func TestDrawReportsAnEngineThatFails(t *testing.T) {
	tests := []struct{ name, js, want string }{
		{"no library", `var x = 1`, "echarts"},
		{"not JavaScript", `var (`, "start the chart engine"},
		{"throws", `var echarts = {setPlatformAPI(){}, init(){ throw new Error("no paper") }}`, "no paper"},
		{"never ends", `var echarts = {setPlatformAPI(){}, init(){ for (;;); }}`, "interrupted"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			e, err := newEngine(t.Context(), []byte(test.js), store{t.TempDir()})
			if err == nil {
				defer e.close()
				if err := e.limit(50 * time.Millisecond); err != nil {
					t.Fatal(err)
				}
				_, err = e.draw(t.Context(), plan{option: []byte(`{"series":[]}`), width: 1, height: 1})
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
				e, err := newEngine(b.Context(), js, store{dir})
				if err != nil {
					b.Fatal(err)
				}
				e.close()
			}
		})
	}
}

func BenchmarkDrawing(b *testing.B) {
	e, err := newEngine(b.Context(), bundle(b), store{b.TempDir()})
	if err != nil {
		b.Fatal(err)
	}
	defer e.close()
	for _, sample := range samples() {
		p, err := newPlan(sample.spec.cleaned(), wide)
		if err != nil {
			b.Fatal(err)
		}
		b.Run(sample.name, func(b *testing.B) {
			for b.Loop() {
				svg, err := e.draw(b.Context(), p)
				if err == nil {
					_, err = cleanDrawing(svg, sample.spec)
				}
				if err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkHundredCharts(b *testing.B) {
	var specs []Spec
	for i := range 100 {
		spec := samples()[i%len(samples())].spec
		spec.Categories = append([]string(nil), spec.Categories...)
		spec.Categories[0] += strings.Repeat("\u200B", i+1) // no two the same
		specs = append(specs, spec)
	}
	for b.Loop() {
		draw(b, newDrawer(b), specs...)
	}
}
