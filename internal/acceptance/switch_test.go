package acceptance

import (
	"strings"
	"testing"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// testSwitch changes the language by hand, on the deepest page, and back again:
// a reader stays on the page that she reads.
func (s *site) testSwitch(t *testing.T, b *browser) {
	start := s.pages[0]
	for _, p := range s.pages {
		if strings.Count(p, "/") > strings.Count(start, "/") && !strings.Contains(p, "/frame/") {
			start = p
		}
	}
	w := b.newTab(t, s)
	w.open(t, s.pageURL(start))
	want := evaluate[string](t, w, `document.querySelector(".languages a[hreflang]").href`)

	w.follow(t, ".languages a[hreflang]")
	if got := evaluate[string](t, w, `location.href`); got != want {
		t.Errorf("the language switch of %s leads to %s; want %s", start, got, want)
	}
	w.follow(t, ".languages a[hreflang]")
	if got := evaluate[string](t, w, `location.href`); got != s.pageURL(start) {
		t.Errorf("the language switch leads back to %s; want %s", got, s.pageURL(start))
	}
	w.quiet(t)
}

// follow clicks on a link and waits for the page that it leads to.
func (w *tab) follow(t *testing.T, selector string) {
	t.Helper()
	click := chromedp.Click(chromedp.CSS(selector))
	if _, err := chromedp.Run(w.ctx, chromedp.WaitEvent(page.LoadEventFired, nil, click)); err != nil {
		t.Fatalf("click on %s: %v", selector, err)
	}
}
