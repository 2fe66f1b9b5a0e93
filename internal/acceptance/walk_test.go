package acceptance

import (
	_ "embed"
	"strings"
	"testing"
)

//go:embed testdata/walk.js
var walkJS string

// testWalk goes through every chart with the arrow keys and a finger, in the wide
// and in the narrow drawing.
func (s *site) testWalk(t *testing.T, b *browser) {
	w := b.newTab(t, s)
	walked := 0
	for _, page := range s.browsed() {
		if !strings.Contains(page, "charts/") || strings.HasSuffix(page, "charts/index.html") {
			continue
		}
		w.open(t, s.pageURL(page))
		for _, width := range []int64{360, 1280} {
			w.resize(t, width)
			for _, fault := range evaluate[[]string](t, w, walkJS) {
				t.Errorf("%s at %d px: %s", page, width, fault)
			}
		}
		walked++
	}
	if walked == 0 {
		t.Error("no page shows a chart")
	}
	w.quiet(t)
}
