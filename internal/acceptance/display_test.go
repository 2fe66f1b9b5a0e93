package acceptance

import (
	"strings"
	"testing"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// atBodyJS notes how the page was dressed before any of it could be drawn.
const atBodyJS = `new MutationObserver((_, observer) => {
  if (!document.body) return;
  window.atBody = document.documentElement.className;
  observer.disconnect();
}).observe(document, { childList: true, subtree: true });`

// shiftJS adds up by how much things moved while the page loaded.
const shiftJS = `(async () => {
  let sum = 0;
  const add = entries => entries.forEach(entry => sum += entry.value);
  const observer = new PerformanceObserver(list => add(list.getEntries()));
  observer.observe({ type: 'layout-shift', buffered: true });
  for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
  add(observer.takeRecords());
  return sum;
})()`

// pressedJS lists the buttons that are pressed, by their text.
const pressedJS = `[...document.querySelectorAll('.display [aria-pressed=true]')].map(b => b.textContent).join(', ')`

// testDisplay chooses larger text and high contrast by keyboard, and holds the site
// to remembering both on other pages, before anything is drawn.
func (s *site) testDisplay(t *testing.T, b *browser) {
	w := b.newTab(t, s)
	if _, err := chromedp.Call(w.ctx, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: atBodyJS}); err != nil {
		t.Fatal(err)
	}
	w.resize(t, 360)
	w.open(t, s.url)
	defer evaluate[any](t, w, `localStorage.clear()`)
	size := evaluate[float64](t, w, `parseFloat(getComputedStyle(document.body).fontSize)`)
	if got := evaluate[string](t, w, `document.documentElement.className.trim()`); got != "js" {
		t.Errorf("at first the page is %q; want js", got)
	}

	w.pressOn(t, `.display [value=text-largest]`, "\r")
	w.pressOn(t, `.display [name=contrast]`, " ")
	want := evaluate[string](t, w, pressedJS)
	if strings.Count(want, ", ") != 1 {
		t.Fatalf("pressed are %q; want a size and the contrast", want)
	}
	if got := evaluate[float64](t, w, `parseFloat(getComputedStyle(document.body).fontSize)`); got < 1.3*size {
		t.Errorf("the largest text has %.1f px, the usual one %.1f px; want a third more", got, size)
	}

	w.open(t, s.pageURL("projects/index.html"))
	if got := evaluate[string](t, w, `window.atBody`); got != "js text-largest contrast" {
		t.Errorf("when the body of the next page began, <html> had the classes %q; want js text-largest contrast", got)
	}
	if got := evaluate[string](t, w, pressedJS); got != want {
		t.Errorf("on the next page %q are pressed; want %q", got, want)
	}
	if got := evaluate[string](t, w, `getComputedStyle(document.body).backgroundColor`); got != "rgb(255, 255, 255)" {
		t.Errorf("in high contrast the page is %s; want pure white", got)
	}
	if got := evaluate[float64](t, w, shiftJS); got != 0 {
		t.Errorf("the layout shifted by %.3f while the page loaded; want 0", got)
	}
	if got := evaluate[string](t, w, `document.cookie`); got != "" {
		t.Errorf("the page has set the cookie %q", got)
	}

	w.pressOn(t, `.display [name=contrast]`, "\r")
	w.pressOn(t, `.display [value=""]`, "\r")
	w.open(t, s.url)
	if got := evaluate[string](t, w, `document.documentElement.className.trim()`); got != "js" {
		t.Errorf("after undoing it the page is %q; want js", got)
	}

	// Whatever is stored, the page is there and can be changed.
	evaluate[any](t, w, `localStorage.setItem('gongshi-display', '5 { oops')`)
	w.open(t, s.url)
	w.pressOn(t, `.display [value=text-large]`, "\r")
	if got := evaluate[string](t, w, `document.documentElement.className.trim()`); got != "js text-large" {
		t.Errorf("after a broken memory the page is %q; want js text-large", got)
	}
	w.quiet(t)
}

// pressOn presses a key on a button that the keyboard has come to.
func (w *tab) pressOn(t *testing.T, selector, key string) {
	t.Helper()
	if focused := evaluate[bool](t, w, `(b => { b.focus(); return document.activeElement == b; })(document.querySelector('`+selector+`'))`); !focused {
		t.Fatalf("%s cannot have the focus", selector)
	}
	if _, err := chromedp.Run(w.ctx, chromedp.KeyEvent(key)); err != nil {
		t.Fatalf("press %q on %s: %v", key, selector, err)
	}
}
