package acceptance

import (
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// testReport prints the report: it has every project, no menu, and its own address.
func (s *site) testReport(t *testing.T, b *browser) {
	projects := 0
	for _, p := range s.pages {
		if strings.HasPrefix(p, "projects/") && p != "projects/index.html" {
			projects++
		}
	}
	w := b.newTab(t, s)
	w.open(t, s.pageURL("report/index.html"))
	if _, err := chromedp.Call(w.ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: "print"}); err != nil {
		t.Fatal(err)
	}
	if got := evaluate[int](t, w, `document.querySelectorAll('.report .short').length`); got != projects {
		t.Errorf("the report has %d projects; want %d, as many as have a page", got, projects)
	}
	if got := evaluate[[]string](t, w, `[...document.querySelectorAll('.display, .menu, .languages, .trail, .foot nav')].filter(e => e.checkVisibility()).map(e => e.className)`); len(got) > 0 {
		t.Errorf("on paper there are %q, which nobody can press", got)
	}
	if got := evaluate[string](t, w, `document.querySelector('.report .printed').innerText`); !strings.Contains(got, s.pageURL("report/index.html")) {
		t.Errorf("on paper the report says %q; want its address", got)
	}
	pdf, err := chromedp.Call(w.ctx, page.PrintToPDF, page.PrintToPDFParams{})
	if err != nil || len(pdf.Data) == 0 {
		t.Errorf("the report cannot be printed: %v", err)
	}
	w.quiet(t)
}
