package chart

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/xml"
	"errors"
	"flag"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"testing"

	"gongshi/internal/npm"
)

// kinds are all kinds.
var kinds = []Kind{Bar, Column, Grouped, Stacked, Stacked100, Donut, Line, Progress, SmallMultiples}

var update = flag.Bool("update", false, "write the drawings in testdata anew")

func pointsOf(values []float64, role Role, format string) []Point {
	points := make([]Point, len(values))
	for i, v := range values {
		points[i] = Point{Value: v, Label: fmt.Sprintf(format, int(v)), Role: role}
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
	js, err := npm.ECharts(t.Context(), filepath.Join(dir, "gongshi"), func(line string) { t.Log(line) })
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
		BundleID: npm.ID(),
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
	want := wantMarks(spec)
	for key := range marks {
		if !want[key] {
			t.Errorf("there is a mark %s", key)
		}
	}
	if len(marks) != len(want) {
		t.Errorf("%d marks, want %d", len(marks), len(want))
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

// Columns that are thinner than their texts become bars, however many there are.
func TestManyColumns(t *testing.T) {
	t.Parallel()
	var specs []Spec
	for _, n := range []int{30, 33, 40, 80} {
		spec := Spec{ID: "columns", Kind: Column, Title: "columns", Categories: make([]string, n)}
		points := make([]Point, n)
		for i := range points {
			points[i] = Point{Value: float64(i + 1), Role: Done}
		}
		spec.Series = []Series{{Points: points}}
		specs = append(specs, spec)
	}
	for i, drawing := range draw(t, newDrawer(t, cache), specs...) {
		checkSVG(t, specs[i], drawing.Narrow)
	}
}

// What was not stated has no mark and no label; a line goes on past it, and ends
// only at what is missing.
func TestNotStated(t *testing.T) {
	t.Parallel()
	none := func(role Role) Point { return Point{Value: 7, Label: "unsaid", Role: role, None: true} }
	say := func(role Role, v float64) Point { return Point{Value: v, Label: fmt.Sprintf("%v said", v), Role: role} }
	var specs []Spec
	for _, kind := range kinds {
		spec := Spec{
			ID: "unstated", Kind: kind, Title: "unstated", Categories: []string{"March", "June", "September", "December"}, At: []float64{3, 6, 9, 12},
			Series: []Series{{Name: "A", Points: []Point{say(One, 3), none(One), say(One, 9), none(One)}}},
		}
		if kind != Bar && kind != Column && kind != Progress && kind != Donut {
			spec.Series = append(spec.Series, Series{Name: "B", Points: []Point{none(Two), say(Two, 6), none(Two), say(Two, 12)}})
		}
		if kind != Donut {
			specs = append(specs, spec)
		}
	}
	for i, drawing := range draw(t, newDrawer(t, cache), specs...) {
		for _, svg := range [][]byte{drawing.Wide, drawing.Narrow} {
			checkSVG(t, specs[i], svg)
			if got := texts(t, svg); slices.Contains(got, "unsaid") || slices.Contains(got, "") {
				t.Errorf("%s: %q says something of what was not stated", specs[i].Kind, got)
			}
			lines := bytes.Count(svg, []byte(`class="c-line-one"`)) + bytes.Count(svg, []byte(`class="c-line-two"`))
			if specs[i].Kind == Line && lines < 2 {
				t.Errorf("%d lines go past what was not stated, want 2: %s", lines, svg)
			}
		}
	}
}

// A bar that would leave the others slivers is broken, and its label true.
func TestLongProgressIsBroken(t *testing.T) {
	t.Parallel()
	spec := Spec{
		ID: "far", Kind: Progress, Title: "far", Categories: []string{"a", "b", "c"}, GoalName: "Goal",
		Series: []Series{{Points: []Point{{Value: 100, Goal: 1, Label: "10,000%", Role: Done}, {Value: 0.8, Goal: 1, Label: "80%", Role: Done}, {Value: 2.5, Goal: 1, Label: "250%", Role: Done}}}},
	}
	usual := spec
	usual.Series = []Series{{Points: slices.Clone(spec.Series[0].Points)}}
	usual.Series[0].Points[0].Value = 2.5
	drawings := draw(t, newDrawer(t, cache), spec, usual)
	for _, svg := range [][]byte{drawings[0].Wide, drawings[0].Narrow} {
		checkSVG(t, spec, svg)
		if !slices.Contains(texts(t, svg), "10,000%") {
			t.Errorf("the broken bar does not tell its value: %s", svg)
		}
		if n := bytes.Count(svg, []byte(`class="c-edge"/>`)); n != 1 {
			t.Errorf("%d bars are broken, want 1: %s", n, svg)
		}
		_, bars, _ := bytes.Cut(svg, []byte(`data-d="0"/>`))
		var left, top, right float64
		if _, err := fmt.Sscanf(string(bars), `<path d="M%f %fL%f `, &left, &top, &right); err != nil || right-left < 60 {
			t.Errorf("the other bar is from %v to %v (%v), a sliver: %s", left, right, err, svg)
		}
	}
	if bytes.Contains(drawings[1].Wide, []byte(`class="c-edge"/>`)) {
		t.Errorf("a bar is broken that has room: %s", drawings[1].Wide)
	}
}

// A row of a stack in which everything is zero says so.
func TestZeroRowsOfStacks(t *testing.T) {
	t.Parallel()
	var specs []Spec
	for _, kind := range []Kind{Stacked, Stacked100} {
		specs = append(specs, Spec{
			ID: "zeros", Kind: kind, Title: "zeros", Categories: []string{"some", "none"},
			Series: []Series{{Name: "a", Points: pointsOf([]float64{30, 0}, One, "%d of a")}, {Name: "b", Points: pointsOf([]float64{20, 0}, Two, "%d of b")}},
		})
	}
	for i, drawing := range draw(t, newDrawer(t, cache), specs...) {
		for _, svg := range [][]byte{drawing.Wide, drawing.Narrow} {
			checkSVG(t, specs[i], svg)
			if got := texts(t, svg); !slices.Contains(got, "0 of a") {
				t.Errorf("%s: %q says nothing of the row of zeros", specs[i].Kind, got)
			}
		}
	}
}

// wantMarks are the series and the category of every mark that a drawing is to
// have: what is known and, but on a line, not nothing.
func wantMarks(spec Spec) map[string]bool {
	want := map[string]bool{}
	for d := range spec.Categories {
		known := true
		for _, series := range spec.Series {
			known = known && !series.Points[d].Missing && !series.Points[d].None
		}
		for s, series := range spec.Series {
			p := series.Points[d]
			drawn := !p.Missing && !p.None && (p.Value > 0 || spec.Kind == Line)
			if drawn && (known || spec.Kind != Stacked100) {
				want[fmt.Sprint(s, " ", d)] = true
			}
		}
	}
	return want
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
	for _, kind := range kinds {
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
			want := 2 // as a name and as a label
			if specs[i].Kind == Line || specs[i].Kind == Stacked100 {
				want = 1 // a label may have no room
			}
			if n := strings.Count(written, text); n < want {
				t.Errorf("%s: %q is drawn as written %d times, want %d, in %q", specs[i].Kind, text, n, want, written)
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
		for _, kind := range []Kind{Bar, Grouped, Donut, Stacked, Line, Progress, SmallMultiples} {
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
	points := []Point{{Value: 30, Label: text, Role: Done}, {Value: 20, Label: "20", Role: Done}}
	spec := Spec{
		ID: "hostile", Kind: kind, Title: text, Description: text, Centre: text, GoalName: text,
		Categories: []string{text, other},
		Series:     []Series{{Name: text, Points: points}},
	}
	if kind == Line {
		spec.At, spec.Goal = []float64{0, 1}, &Goal{25, text}
	}
	if slices.Contains([]Kind{Grouped, Stacked, Stacked100, Line, SmallMultiples}, kind) {
		more := pointsOf([]float64{5, 6}, Open, "%d")
		spec.Series = append(spec.Series, Series{Name: other, Points: more})
	}
	if kind == Progress {
		spec.Series[0].Points[1].Goal = 25
	}
	return spec
}

// Marks of one series may have several roles, and none has a piece of another's look.
func TestRolesOfPoints(t *testing.T) {
	t.Parallel()
	spec := longSpec(Bar, []string{"a", "b", "c"}, []string{"1", "2", "3"})
	slices.Reverse(spec.Series[0].Points) // first the one with an outline
	svg := string(draw(t, newDrawer(t, cache), spec)[0].Wide)
	for _, want := range []string{`class="c-open" data-s="0" data-d="0"`, `class="c-neutral" data-s="0" data-d="1"`, `fill="#17695c" class="c-done" data-s="0" data-d="2"`} {
		if !strings.Contains(svg, want) {
			t.Errorf("the drawing does not have %s: %s", want, svg)
		}
	}
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
	for _, kind := range kinds {
		specs = append(specs, Spec{
			ID: "zero", Kind: kind, Title: "zero", Categories: []string{"some", "none"}, At: []float64{0, 1},
			Series: []Series{{Name: "all", Points: pointsOf([]float64{3, 0}, Open, "%d roads")}},
		})
	}
	for i, drawing := range draw(t, newDrawer(t, cache), specs...) {
		checkSVG(t, specs[i], drawing.Wide)
		checkSVG(t, specs[i], drawing.Narrow)
	}
}

// What nobody knows has no mark, and is said in words where its mark would begin.
func TestMissingIsSaid(t *testing.T) {
	t.Parallel()
	var specs []Spec
	for _, kind := range kinds {
		if kind == Donut {
			continue // of which all parts are known
		}
		for _, points := range [][]Point{pointsOf([]float64{3, 9, 5}, Open, "%d roads"), pointsOf([]float64{9, 9, 9}, Open, "%d roads")} {
			points[1] = Point{Value: 9, Label: "no word", Role: Open, Missing: true, Goal: 9}
			specs = append(specs, Spec{
				ID: "missing", Kind: kind, Title: "missing", Categories: []string{"a", "b", "c"}, At: []float64{0, 1, 4},
				Series: []Series{{Name: "all", Points: points}}, GoalName: "Goal",
			})
		}
	}
	for i, drawing := range draw(t, newDrawer(t, cache), specs...) {
		for _, svg := range [][]byte{drawing.Wide, drawing.Narrow} {
			checkSVG(t, specs[i], svg)
			if !slices.Contains(texts(t, svg), "no word") {
				t.Errorf("%s: %q does not say what is missing", specs[i].Kind, texts(t, svg))
			}
		}
	}
}

// The words for what is missing are in every kind of chart also when nothing is known.
func TestNothingIsKnown(t *testing.T) {
	t.Parallel()
	var specs []Spec
	for _, kind := range kinds {
		if kind == Donut {
			continue
		}
		nobody := Point{Label: "no word", Role: Done, Missing: true}
		specs = append(specs, Spec{
			ID: "unknown", Kind: kind, Title: "unknown", Categories: []string{"a", "b"}, At: []float64{0, 1},
			Series: []Series{{Name: "all", Points: []Point{nobody, nobody}}},
		})
	}
	for i, drawing := range draw(t, newDrawer(t, cache), specs...) {
		checkSVG(t, specs[i], drawing.Wide)
		checkSVG(t, specs[i], drawing.Narrow)
	}
}

// A drawing in a file of its own needs nothing from a page.
func TestAlone(t *testing.T) {
	t.Parallel()
	drawing := draw(t, newDrawer(t, cache), samples()[0].spec)[0]
	for _, part := range []string{`xmlns="http://www.w3.org/2000/svg"`, `viewBox="-24 -24 848 `, `<rect x="-24" y="-24" width="100%" height="100%" fill="#fbfaf6"/>`} {
		if !bytes.Contains(drawing.Alone, []byte(part)) {
			t.Errorf("the drawing that stands alone does not have %s: %.400s", part, drawing.Alone)
		}
	}
	checkSVG(t, samples()[0].spec, drawing.Alone)
}

// A page loads fast when its drawings are small. Ordinary are the samples, but
// that of 24 months, and charts of ten rows and three columns.
func TestDrawingsAreSmall(t *testing.T) {
	t.Parallel()
	var specs []Spec
	for _, sample := range samples() {
		if len(wantMarks(sample.spec)) <= 30 {
			specs = append(specs, sample.spec)
		}
	}
	ten := slices.Concat(areasEn, []string{"Western Districts", "Eastern Districts", "Islands"})
	for _, kind := range []Kind{Grouped, Stacked, Stacked100, SmallMultiples, Line} {
		spec := tableSpec(kind, ten, []string{"Completed", "In progress", "Not started"}, "%d", "not published")
		spec.At = []float64{0, 1, 2, 3, 5, 7, 8, 9, 11, 12}
		specs = append(specs, spec)
	}
	const kb = 1024
	for i, drawing := range draw(t, newDrawer(t, cache), specs...) {
		wide, both := zipped(t, drawing.Wide), zipped(t, slices.Concat(drawing.Wide, drawing.Narrow))
		what := fmt.Sprintf("%s of %d rows and %d columns", specs[i].Kind, len(specs[i].Categories), len(specs[i].Series))
		t.Logf("%-38s %5d and %5d bytes; zipped %4d, both %4d", what, len(drawing.Wide), len(drawing.Narrow), wide, both)
		if max(len(drawing.Wide), len(drawing.Narrow)) > 15*kb || wide > 2*kb || both > 3*kb {
			t.Errorf("%s (%s): %d and %d bytes, zipped %d, both %d; want 15 KB, 2 KB and 3 KB at most",
				what, specs[i].Title, len(drawing.Wide), len(drawing.Narrow), wide, both)
		}
	}
}

// zipped is how large data is when it is sent.
func zipped(t *testing.T, data []byte) int {
	t.Helper()
	var b bytes.Buffer
	w, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.Write(data); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Len()
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
		{"below zero on a bar", Spec{ID: "x", Kind: Progress, Categories: names, Series: []Series{{Points: pointsOf([]float64{1, -2}, Done, "%d")}}}, "the value -2"},
		{"part not known", Spec{ID: "x", Kind: Donut, Categories: names, Series: []Series{{Points: []Point{{Value: 1, Role: Done}, {Role: Open, Missing: true}}}}}, "all known"},
		{"part not stated", Spec{ID: "x", Kind: Donut, Categories: names, Series: []Series{{Points: []Point{{Value: 1, Role: Done}, {Role: Open, None: true}}}}}, "all known"},
		{"missing and not stated", Spec{ID: "x", Kind: Bar, Categories: names[:1], Series: []Series{{Points: []Point{{Role: Done, None: true, Missing: true}}}}}, "at once"},
		{"too many series", Spec{ID: "x", Kind: Grouped, Categories: names, Series: slices.Repeat(one, 7)}, "at most 6 series, not 7"},
		{"too many panels", Spec{ID: "x", Kind: SmallMultiples, Categories: make([]string, 31), Series: []Series{{Points: pointsOf(make([]float64, 31), Done, "%d")}}}, "at most 30 panels, not 31"},
		{"no dates", Spec{ID: "x", Kind: Line, Categories: names, Series: one}, "for every category, not 0 for 2"},
		{"dates backwards", Spec{ID: "x", Kind: Line, Categories: names, At: []float64{2, 1}, Series: one}, "the place 1 on the axis"},
		{"no number", Spec{ID: "x", Kind: Line, Categories: names, At: []float64{1, 2}, Series: []Series{{Points: []Point{{Value: math.NaN(), Role: Done}, {Role: Done}}}}}, "is not a number"},
		{"no goal", Spec{ID: "x", Kind: Line, Categories: names, At: []float64{1, 2}, Goal: &Goal{math.Inf(1), ""}, Series: one}, "the goal +Inf"},
		{"no word for the goal", Spec{ID: "x", Kind: Line, Categories: names, At: []float64{1, 2}, Goal: &Goal{1, " "}, GoalName: "Goal", Series: one}, "the goal 1 has no label"},
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

// BenchmarkKinds says how long a drawing of each kind takes, in one engine that
// is started for forty of them.
func BenchmarkKinds(b *testing.B) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	seen := map[Kind]bool{}
	for _, sample := range samples() {
		if seen[sample.spec.Kind] {
			continue
		}
		seen[sample.spec.Kind] = true
		b.Run(string(sample.spec.Kind), func(b *testing.B) {
			dir := b.TempDir()
			draw(b, newDrawer(b, dir), sample.spec) // keeps the bytecode
			n := 0
			for b.Loop() {
				draw(b, newDrawer(b, dir), different(sample.spec, n, 20)...)
				n += 20
			}
			b.ReportMetric(float64(b.Elapsed().Milliseconds())/float64(2*n), "ms/drawing")
		})
	}
}

// different returns so many of the same chart, no two with the same drawing. Each
// from is another lot.
func different(spec Spec, from, n int) []Spec {
	specs := make([]Spec, n)
	for i := range specs {
		specs[i] = spec
		specs[i].Categories = slices.Clone(spec.Categories)
		specs[i].Categories[0] += strings.Repeat("\u200B", from+i+1)
	}
	return specs
}

// BenchmarkHundredCharts draws charts of all kinds twice each, with nothing kept
// from before, and says how much memory the process took at most.
func BenchmarkHundredCharts(b *testing.B) {
	var specs []Spec
	for i := range 100 {
		all := samples()
		specs = append(specs, different(all[i%len(all)].spec, i, 1)...)
	}
	for b.Loop() {
		draw(b, newDrawer(b, b.TempDir()), specs...)
	}
	b.ReportMetric(peakMemory(b), "peak-MB")
}

// peakMemory is the most memory that the process had so far, in MB; 0 where the
// system does not say.
func peakMemory(b *testing.B) float64 {
	b.Helper()
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return 0
	}
	kb := 0.0
	if _, rest, found := strings.Cut(string(status), "VmHWM:"); found {
		if _, err := fmt.Sscan(rest, &kb); err != nil {
			b.Fatal(err)
		}
	}
	return kb / 1024
}
