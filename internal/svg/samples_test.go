package svg

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"gongshi/internal/npm"
)

// A sample is a picture whose option is in testdata.
type sample struct {
	name   string
	height int
	values [][]float64
}

var samples = []sample{
	{"bar", 216, [][]float64{{156, 50, 39, 11}}},
	{"column", 321, [][]float64{{183, 300, 27}}},
	{"donut", 240, [][]float64{{42, 7}}},
	{"stacked", 206, [][]float64{{9, 16, 17}, {2, 1, 0}, {1, 0, 3}}},
}

// inks has the markers of the samples.
var inks = map[string]Ink{
	"#a10001": {Colour: "#17695c", Class: "c-done"},
	"#a20001": {Colour: "#f6e7c8", Class: "c-open"},
	"#a20002": {Colour: "#8a5a00", Class: "c-open"},
	"#a30001": {Colour: "#5b6470", Class: "c-neutral"},
	"#b10001": {Colour: "#17212b", Class: "c-text"},
	"#b20001": {Colour: "#d9d6cc", Class: "c-rule"},
	"#b30001": {Colour: "#fbfaf6", Class: "c-edge"},
	"#c10001": {Colour: "#ffffff", Class: "c-on-done"},
	"#c20001": {Colour: "#17212b", Class: "c-on-open"},
	"#c30001": {Colour: "#ffffff", Class: "c-on-neutral"},
}

// picture reads a sample.
func picture(t testing.TB, s sample) Picture {
	t.Helper()
	option, err := os.ReadFile(filepath.Join("testdata", s.name+".json"))
	if err != nil {
		t.Fatal(err)
	}
	p := Picture{ID: s.name, Title: s.name, Width: 800, Height: s.height, Option: option}
	for i, series := range s.values {
		marks := make([]Mark, len(series))
		for d, value := range series {
			marks[d] = Mark{i, d, value > 0}
		}
		p.Marks = append(p.Marks, marks)
	}
	return p
}

// bundle returns ECharts from this machine's cache, which npm fills once. A test
// is skipped without npm, unless GONGSHI_REQUIRE says that nothing may be.
func bundle(t testing.TB) []byte {
	t.Helper()
	cache, err := os.UserCacheDir()
	if err != nil {
		cache = os.TempDir()
	}
	js, err := npm.ECharts(t.Context(), filepath.Join(cache, "gongshi"), func(line string) { t.Log(line) })
	if err != nil && os.Getenv("GONGSHI_REQUIRE") == "" {
		t.Skip("ECharts is not on this machine: ", err)
	}
	if err != nil {
		t.Fatal(err)
	}
	return js
}

// newDrawer returns a drawer with an empty store.
func newDrawer(t testing.TB) *Drawer {
	t.Helper()
	js := bundle(t)
	return &Drawer{
		CacheDir: t.TempDir(),
		BundleID: npm.ID(),
		Bundle:   func(context.Context) ([]byte, error) { return js, nil },
		Inks:     inks,
	}
}

func draw(t testing.TB, d *Drawer, pictures ...Picture) [][]byte {
	t.Helper()
	drawings, err := d.Draw(t.Context(), pictures)
	if err != nil {
		t.Fatal(err)
	}
	return drawings
}
