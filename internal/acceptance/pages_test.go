package acceptance

import (
	_ "embed"
	"fmt"
	"strings"
	"testing"
)

// widths are those of the devices that the site is made for, in CSS pixels: the
// least that WCAG 1.4.10 asks for, a cheap phone, a tablet, a desktop.
var widths = []int64{320, 360, 768, 1280}

// schemes are the colour schemes that a reader may prefer.
var schemes = []string{"light", "dark"}

// dressed is the most that a reader may have chosen, and the widths that are the
// hardest with it.
const dressed = "text-largest contrast"

var dressedWidths = []int64{320, 768}

// audits are what axe-core looks at: each scheme once, for the colours, and a desktop
// and a phone once, for the layout and the size of what is touched. The colours of high
// contrast have a test beside the templates.
var audits = []struct {
	scheme string
	width  int64
	dress  string
}{{"light", 1280, ""}, {"dark", 360, "text-large"}}

//go:embed testdata/measure.js
var measureJS string

//go:embed testdata/axe.js
var axeJS string

// measures is what testdata/measure.js finds.
type measures struct {
	Headings int      `json:"headings"` // how many h1
	Overflow int      `json:"overflow"` // px that the page can be scrolled sideways
	Sticking []string `json:"sticking"` // the first few elements that stick out
	Charts   []struct {
		Name     string   `json:"name"`
		Drawings int      `json:"drawings"` // how many there are to choose from
		Shown    int      `json:"shown"`    // how many of them are shown
		Rows     int      `json:"rows"`     // of the table
		Faults   []string `json:"faults"`   // texts cut off or on one another
	} `json:"charts"`
}

// violation is a rule of axe-core that a page breaks.
type violation struct {
	ID     string   `json:"id"`
	Impact string   `json:"impact"` // minor, moderate, serious, critical
	Help   string   `json:"help"`
	Nodes  []string `json:"nodes"` // where, and why
}

// testBrowser opens every page as its readers do.
func (s *site) testBrowser(t *testing.T) {
	b := startBrowser(t)
	t.Run("pages", func(t *testing.T) {
		for _, page := range s.browsed() {
			t.Run(page, func(t *testing.T) {
				t.Parallel()
				s.testPage(t, b, page)
			})
		}
	})
	t.Run("charts", func(t *testing.T) { s.testWithoutScript(t, b) })
	t.Run("walk", func(t *testing.T) { s.testWalk(t, b) })
	t.Run("display", func(t *testing.T) { s.testDisplay(t, b) })
	t.Run("report", func(t *testing.T) { s.testReport(t, b) })
	t.Run("figure", func(t *testing.T) { s.testFigure(t, b) })
	t.Run("switch", func(t *testing.T) { s.testSwitch(t, b) })
	t.Run("search", func(t *testing.T) { s.testSearch(t, b) })
	t.Run("lists", func(t *testing.T) { s.testLists(t, b) })
	s.takeShots(t, b)
}

// testPage looks at one page: its layout at every width, what it complains about,
// and whether everybody can use it.
func (s *site) testPage(t *testing.T, b *browser, page string) {
	w := b.newTab(t, s)
	w.open(t, s.pageURL(page))
	for _, width := range widths {
		w.resize(t, width)
		checkLayout(t, fmt.Sprintf("%d px", width), evaluate[measures](t, w, measureJS))
	}
	w.dress(t, dressed)
	for _, width := range dressedWidths {
		w.resize(t, width)
		checkLayout(t, fmt.Sprintf("%s, %d px", dressed, width), evaluate[measures](t, w, measureJS))
	}
	w.quiet(t)
	evaluate[any](t, w, b.axe+"; null")
	for _, a := range audits {
		w.resize(t, a.width)
		w.emulate(t, a.scheme)
		w.dress(t, a.dress)
		for _, v := range evaluate[[]violation](t, w, axeJS) {
			t.Errorf("%d px, %s %s: %s (%s, %s):\n\t%s", a.width, a.scheme, a.dress, v.Help, v.ID, v.Impact, strings.Join(v.Nodes, "\n\t"))
		}
	}
}

// dress shows the page as if a reader had chosen it so.
func (w *tab) dress(t *testing.T, classes string) {
	t.Helper()
	evaluate[any](t, w, fmt.Sprintf("document.documentElement.className = 'js %s'", classes))
}

// checkLayout reports what is wrong with a page as it is laid out there.
func checkLayout(t *testing.T, where string, m measures) {
	t.Helper()
	if m.Headings != 1 {
		t.Errorf("%s: %d h1; a page has one", where, m.Headings)
	}
	if m.Overflow > 0 {
		t.Errorf("%s: the page scrolls sideways by %d px; sticking out: %s", where, m.Overflow, strings.Join(m.Sticking, ", "))
	}
	for _, c := range m.Charts {
		if c.Shown != 1 {
			t.Errorf("%s: chart %s shows %d of its %d drawings; it should show one", where, c.Name, c.Shown, c.Drawings)
		}
		if c.Rows == 0 {
			t.Errorf("%s: chart %s has no table", where, c.Name)
		}
		for _, fault := range c.Faults {
			t.Errorf("%s: chart %s: %s", where, c.Name, fault)
		}
	}
}

// testWithoutScript holds charts and tables to being there without any script.
func (s *site) testWithoutScript(t *testing.T, b *browser) {
	w := b.newTab(t, s)
	w.forbidScript(t)
	charts := 0
	for _, page := range s.browsed() {
		w.open(t, s.pageURL(page))
		m := evaluate[measures](t, w, measureJS)
		checkLayout(t, page+" without scripts", m)
		charts += len(m.Charts)
		if evaluate[bool](t, w, `!!document.querySelector('.display')?.checkVisibility()`) {
			t.Errorf("%s shows buttons that do nothing without scripts", page)
		}
	}
	if charts == 0 {
		t.Error("no page shows a chart")
	}
}
