package chart

import (
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"testing"

	"gongshi/internal/echarts"
)

var update = flag.Bool("update", false, "write the drawings in testdata anew")

func pointsOf(values []float64, role Role, format string) []Point {
	points := make([]Point, len(values))
	for i, v := range values {
		points[i] = Point{v, fmt.Sprintf(format, int(v)), role}
	}
	return points
}

// bundle returns ECharts from this machine's cache, which npm fills once. A test
// is skipped without npm, unless GONGSHI_REQUIRE says that nothing may be.
func bundle(t testing.TB) []byte {
	t.Helper()
	dir, err := os.UserCacheDir()
	if err != nil {
		dir = os.TempDir()
	}
	js, err := echarts.Bundle(t.Context(), filepath.Join(dir, "gongshi"), func(line string) { t.Log(line) })
	if err != nil && os.Getenv("GONGSHI_REQUIRE") == "" {
		t.Skip("ECharts is not on this machine: ", err)
	}
	if err != nil {
		t.Fatal(err)
	}
	return js
}

// cache is the store of the tests that do not need an empty one. The engine
// starts faster with it.
var cache string

func TestMain(m *testing.M) {
	var err error
	if cache, err = os.MkdirTemp("", "gongshi-chart-"); err != nil {
		panic(err)
	}
	defer os.RemoveAll(cache)
	m.Run()
}

// newDrawer returns a drawer with a store in dir.
func newDrawer(t testing.TB, dir string) *Drawer {
	t.Helper()
	js := bundle(t)
	return &Drawer{
		CacheDir: dir,
		BundleID: echarts.ID(),
		Bundle:   func(context.Context) ([]byte, error) { return js, nil },
	}
}

func draw(t testing.TB, d *Drawer, specs ...Spec) []Drawing {
	t.Helper()
	drawings, err := d.Draw(t.Context(), specs)
	if err != nil {
		t.Fatal(err)
	}
	return drawings
}

func TestDrawings(t *testing.T) {
	t.Parallel()
	var specs []Spec
	for _, sample := range samples() {
		specs = append(specs, sample.spec)
	}
	for i, drawing := range draw(t, newDrawer(t, cache), specs...) {
		name := samples()[i].name
		for suffix, got := range map[string][]byte{"wide": drawing.Wide, "narrow": drawing.Narrow} {
			t.Run(name+"-"+suffix, func(t *testing.T) {
				compare(t, filepath.Join("testdata", name+"-"+suffix+".svg"), got)
				checkSVG(t, specs[i], got)
			})
		}
	}
}

// compare compares a drawing with the one kept in path.
func compare(t *testing.T, path string, got []byte) {
	t.Helper()
	if *update {
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s differs; got\n%s\nlook at it, then run with -update", path, got)
	}
}

// checkSVG checks what every drawing promises.
func checkSVG(t *testing.T, spec Spec, svg []byte) {
	t.Helper()
	marks := map[string]bool{}
	for _, element := range elements(t, svg) {
		attrs := map[string]string{}
		for _, a := range element.Attr {
			attrs[a.Name.Local] = a.Value
		}
		if _, has := attrs["style"]; has {
			t.Errorf("<%s> has a style attribute, which the pages' security policy forbids", element.Name.Local)
		}
		if s, has := attrs["data-s"]; has {
			key := s + " " + attrs["data-d"]
			if marks[key] {
				t.Errorf("the mark %s is there twice", key)
			}
			marks[key] = true
		}
	}
	want := 0
	for _, series := range spec.Series {
		for _, p := range series.Points {
			if p.Value > 0 {
				want++
			}
		}
	}
	if len(marks) != want {
		t.Errorf("%d marks, want %d", len(marks), want)
	}
	for _, word := range []string{"<style", "zr0", "ecmeta", "#a1", "#b1", "<script"} {
		if bytes.Contains(svg, []byte(word)) {
			t.Errorf("%q is in the drawing", word)
		}
	}
	if long := regexp.MustCompile(`\d\.\d{3}`).Find(svg); long != nil {
		t.Errorf("a coordinate like %s is longer than it needs to be", long)
	}
}

// elements reads a drawing as strictly as XML demands.
func elements(t *testing.T, svg []byte) []xml.StartElement {
	t.Helper()
	var all []xml.StartElement
	decoder := xml.NewDecoder(bytes.NewReader(svg))
	for {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			return all
		}
		if err != nil {
			t.Fatalf("not well-formed: %v", err)
		}
		if start, ok := token.(xml.StartElement); ok {
			all = append(all, start.Copy())
		}
	}
}

// texts returns what is written in a drawing, its title and description apart,
// a line of the drawing each.
func texts(t *testing.T, svg []byte) []string {
	t.Helper()
	var out []string
	decoder := xml.NewDecoder(bytes.NewReader(svg))
	inText := false
	for {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			return out
		}
		if err != nil {
			t.Fatalf("not well-formed: %v", err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			if inText = token.Name.Local == "text"; inText {
				out = append(out, "")
			}
		case xml.EndElement:
			inText = false
		case xml.CharData:
			if inText {
				out[len(out)-1] += string(token)
			}
		}
	}
}

func TestOrderAndWorkersDoNotMatter(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1)) // one worker
	all := samples()
	slices.Reverse(all)
	var specs []Spec
	for _, sample := range all {
		specs = append(specs, sample.spec)
	}
	for i, drawing := range draw(t, newDrawer(t, t.TempDir()), specs...) {
		compare(t, filepath.Join("testdata", all[i].name+"-wide.svg"), drawing.Wide)
		compare(t, filepath.Join("testdata", all[i].name+"-narrow.svg"), drawing.Narrow)
	}
}

// hostile are texts that mean something to XML, to ECharts, to go-echarts, to
// JavaScript, or to a browser.
var hostile = []string{
	`</script><script>alert(1)</script>`,
	`]]>`,
	`"quotes" 'and' <tags> & &amp; entities`,
	`__f__function(){}__f__`,
	`{b}: {c} ({d}%) {a|rich} {value}`,
	"$& $1 \\n \\u0041 `${x}`",
	"\u202Eright to left\u202C \u0627\u0644\u0639",
	`👩‍👩‍👧‍👦 family 🏽 𠮷`,
	`-`,
	`null`,
	`url(javascript:alert(1))`,
	strings.Repeat("很长的名称", 60),
	strings.Repeat("Donaudampfschifffahrt", 15),
	"constructor",
	"__proto__",
	"\u2060\u2060",
}

func TestTextsAreLiteral(t *testing.T) {
	t.Parallel()
	var specs []Spec
	for _, kind := range []Kind{Bar, Column, Donut, Stacked} {
		for _, text := range hostile {
			specs = append(specs, hostileSpec(kind, text, "other"))
		}
	}
	for i, drawing := range draw(t, newDrawer(t, cache), specs...) {
		for _, svg := range [][]byte{drawing.Wide, drawing.Narrow} {
			checkSVG(t, specs[i], svg)
			// Lines are broken at spaces, which they lose.
			written := strings.ReplaceAll(strings.Join(texts(t, svg), ""), " ", "")
			text := strings.ReplaceAll(specs[i].Title, " ", "")
			if n := strings.Count(written, text); n < 2 {
				t.Errorf("%s: %q is drawn as written %d times, want as a name and as a label, in %q", specs[i].Kind, text, n, written)
			}
		}
	}
}

// The first text that an engine meets may be the name of something that every
// JavaScript object has. Each is drawn by itself, and beside another text than in
// any other test, so that it is not found in the store.
func TestMembersOfObjectsAreTexts(t *testing.T) {
	t.Parallel()
	d := newDrawer(t, cache)
	for _, text := range []string{"constructor", "__proto__", "toString", "hasOwnProperty"} {
		for _, kind := range []Kind{Bar, Donut, Stacked} {
			drawing := draw(t, d, hostileSpec(kind, text, "first"))[0]
			if n := strings.Count(strings.Join(texts(t, drawing.Wide), " "), text); n < 2 {
				t.Errorf("%s: %q is drawn %d times, want as a name and as a label", kind, text, n)
			}
		}
	}
}

// hostileSpec is a chart with text wherever text can be, once as a name and once
// as a label at least, beside a category of another name.
func hostileSpec(kind Kind, text, other string) Spec {
	points := []Point{{30, text, Done}, {20, "20", Done}}
	spec := Spec{
		ID: "hostile", Kind: kind, Title: text, Description: text, Centre: text,
		Categories: []string{text, other},
		Series:     []Series{{Name: text, Points: points}},
	}
	return spec
}

func TestSameNamesAndLabels(t *testing.T) {
	t.Parallel()
	var specs []Spec
	for _, kind := range []Kind{Bar, Column} {
		specs = append(specs, Spec{ID: "same", Kind: kind, Title: "same", Categories: []string{"a", "a"}, Series: []Series{{Points: pointsOf([]float64{3, 3}, Done, "%d")}}})
	}
	for i, drawing := range draw(t, newDrawer(t, cache), specs...) {
		checkSVG(t, specs[i], drawing.Wide)
	}
}

func TestZeroIsNoMark(t *testing.T) {
	t.Parallel()
	var specs []Spec
	for _, kind := range []Kind{Bar, Column, Donut, Stacked} {
		specs = append(specs, Spec{ID: "zero", Kind: kind, Title: "zero", Categories: []string{"some", "none"}, Series: []Series{{Name: "all", Points: pointsOf([]float64{3, 0}, Open, "%d roads")}}})
	}
	for i, drawing := range draw(t, newDrawer(t, cache), specs...) {
		checkSVG(t, specs[i], drawing.Wide)
		checkSVG(t, specs[i], drawing.Narrow)
	}
}

func TestZerosShowTheirValues(t *testing.T) {
	t.Parallel()
	spec := barSpec([]string{"a", "b", "c", "d"}, []string{"0 a", "0 b", "0 c", "0 d"})
	for i := range spec.Series[0].Points {
		spec.Series[0].Points[i].Value = 0
	}
	if got := texts(t, draw(t, newDrawer(t, cache), spec)[0].Wide); !slices.Contains(got, "0 a") {
		t.Errorf("a chart of zeros shows %q, want the values at least", got)
	}
}

func TestSpecsThatCannotBeDrawn(t *testing.T) {
	one := []Series{{Name: "one", Points: pointsOf([]float64{1, 2}, Done, "%d")}}
	names := []string{"a", "b"}
	tests := []struct {
		name string
		spec Spec
		want string
	}{
		{"no kind", Spec{ID: "x", Categories: names, Series: one}, `the kind "" is not known`},
		{"bad ID", Spec{ID: "a b", Kind: Bar, Categories: names, Series: one}, `the ID "a b"`},
		{"nothing", Spec{ID: "x", Kind: Bar}, "nothing to draw"},
		{"ragged", Spec{ID: "x", Kind: Bar, Categories: []string{"a"}, Series: one}, "2 points for 1 categories"},
		{"below zero", Spec{ID: "x", Kind: Bar, Categories: names, Series: []Series{{Points: pointsOf([]float64{1, -2}, Done, "%d")}}}, "the value -2"},
		{"unknown role", Spec{ID: "x", Kind: Bar, Categories: names, Series: []Series{{Points: pointsOf([]float64{1, 2}, "red", "%d")}}}, `the role "red"`},
		{"two series", Spec{ID: "x", Kind: Bar, Categories: names, Series: append(one, one...)}, "a bar has one series, not 2"},
		{"one part", Spec{ID: "x", Kind: Donut, Categories: names[:1], Series: []Series{{Points: pointsOf([]float64{1}, Done, "%d")}}}, "two or three parts, not 1"},
		{"no whole", Spec{ID: "x", Kind: Donut, Categories: names, Series: []Series{{Points: pointsOf([]float64{0, 0}, Done, "%d")}}}, "more than zero"},
		{"same names", Spec{ID: "x", Kind: Donut, Categories: []string{"a", "a"}, Series: one}, `the name "a" in the legend`},
		{"same colours", Spec{ID: "x", Kind: Stacked, Categories: names, Series: append(one, one...)}, "needs one role"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, err := (&Drawer{}).Draw(t.Context(), []Spec{test.spec})
			if err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("error %v, want one that says %q", err, test.want)
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
		draw(b, newDrawer(b, b.TempDir()), specs...)
	}
}
