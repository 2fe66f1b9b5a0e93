package acceptance

import (
	"cmp"
	"context"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// longest is the most time that the checks of one page may take, so that a hang
// has a name.
const longest = 2 * time.Minute

// browser is one Chromium for all tests; each page gets a tab of its own.
type browser struct {
	ctx context.Context
	axe string // the source of axe-core, which runs inside the page
}

// startBrowser starts Chromium, which ends with the test.
func startBrowser(t *testing.T) *browser {
	t.Helper()
	path := findChromium()
	need(t, path != "", "Chromium is not installed", "on Debian: apt-get install chromium; elsewhere set CHROMIUM to its path")
	axe, err := os.ReadFile(filepath.Join(root, "node_modules/axe-core/axe.min.js"))
	need(t, err == nil, "axe-core is not installed", "run: npm ci")

	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(path),
		chromedp.NoSandbox, // the pages are our own, and containers often forbid the sandbox
		chromedp.DisableGPU,
		chromedp.Flag("disable-quic", true),
		chromedp.Flag("disable-component-update", true),
	)
	allocator, stop := chromedp.NewExecAllocator(context.Background(), options...)
	t.Cleanup(stop)
	ctx, cancel := chromedp.NewContext(allocator)
	t.Cleanup(cancel)
	if err := chromedp.Do(ctx); err != nil {
		t.Fatalf("start %s: %v", path, err)
	}
	return &browser{ctx, string(axe)}
}

// findChromium returns the path of a browser, or "".
func findChromium() string {
	for _, name := range []string{os.Getenv("CHROMIUM"), "chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	return ""
}

// tab is one page in the browser. It notes what the page complains about.
type tab struct {
	ctx  context.Context
	host string // our server: a request to any other is a complaint

	mu         sync.Mutex // the browser reports while a test waits for it
	complaints []string
}

// newTab opens an empty tab, which closes with the test.
func (b *browser) newTab(t *testing.T, s *site) *tab {
	t.Helper()
	w := &tab{host: mustURL(t, s.url).Host}
	ctx, cancel := chromedp.NewContext(b.ctx, chromedp.WithListener(w.listen))
	t.Cleanup(cancel)
	ctx, stop := context.WithTimeout(ctx, longest)
	t.Cleanup(stop)
	w.ctx = ctx
	w.emulate(t, "light")
	return w
}

// listen is called by the browser, in the order of events.
func (w *tab) listen(event any) {
	switch e := event.(type) {
	case *runtime.EventConsoleAPICalled:
		w.complain("console: %s", consoleText(e))
	case *runtime.EventExceptionThrown:
		w.complain("exception: %s", exceptionText(e.ExceptionDetails))
	case *log.EventEntryAdded: // a request that failed, something that the policy blocked
		w.complain("%s: %s %s", e.Entry.Level, e.Entry.Text, e.Entry.URL)
	case *network.EventRequestWillBeSent:
		if u, err := url.Parse(e.Request.URL); err != nil || u.Host != w.host {
			w.complain("request to another host: %s", e.Request.URL)
		}
	}
}

func consoleText(e *runtime.EventConsoleAPICalled) string {
	var words []string
	for _, arg := range e.Args {
		words = append(words, cmp.Or(arg.Description, string(arg.Value)))
	}
	return strings.Join(words, " ")
}

func exceptionText(e *runtime.ExceptionDetails) string {
	if e.Exception != nil {
		return e.Exception.Description
	}
	return e.Text
}

func (w *tab) complain(format string, args ...any) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.complaints = append(w.complaints, fmt.Sprintf(format, args...))
}

// quiet reports what the page complained about so far.
func (w *tab) quiet(t *testing.T) {
	t.Helper()
	w.mu.Lock()
	defer w.mu.Unlock()
	for _, c := range w.complaints {
		t.Error(c)
	}
	w.complaints = nil
}

// open goes to an address and waits until the page is loaded.
func (w *tab) open(t *testing.T, address string) {
	t.Helper()
	if err := chromedp.Do(w.ctx, chromedp.Navigate(address)); err != nil {
		t.Fatalf("open %s: %v", address, err)
	}
}

// resize makes the window as wide as a device, in CSS pixels.
func (w *tab) resize(t *testing.T, width int64) {
	t.Helper()
	const height = 800
	if err := chromedp.Do(w.ctx, chromedp.EmulateViewport(width, height)); err != nil {
		t.Fatalf("resize to %d px: %v", width, err)
	}
}

// emulate sets the reader's colour scheme, and that nothing should move: a
// colour half-way through a transition has no contrast to measure.
func (w *tab) emulate(t *testing.T, scheme string) {
	t.Helper()
	_, err := chromedp.Call(w.ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
		Features: []*emulation.MediaFeature{
			{Name: "prefers-color-scheme", Value: scheme},
			{Name: "prefers-reduced-motion", Value: "reduce"},
		},
	})
	if err != nil {
		t.Fatalf("emulate %s: %v", scheme, err)
	}
}

// forbidScript switches the page's own scripts off, not those of the tests.
func (w *tab) forbidScript(t *testing.T) {
	t.Helper()
	_, err := chromedp.Call(w.ctx, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
	if err != nil {
		t.Fatalf("forbid scripts: %v", err)
	}
}

// evaluate runs an expression in the page, and waits when it gives a promise.
// The policy of the page does not apply to it.
func evaluate[T any](t *testing.T, w *tab, expression string) T {
	t.Helper()
	value, err := chromedp.Run(w.ctx, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
	if err != nil {
		t.Fatalf("evaluate in the page: %v", err)
	}
	return value
}
