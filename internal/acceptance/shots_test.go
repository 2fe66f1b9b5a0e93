package acceptance

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// takeShots writes a picture of every page into the folder GONGSHI_SHOTS, for
// people to look at: no test sees what is ugly. Choose pages as go test does:
//
//	GONGSHI_SHOTS=/tmp/shots go test ./internal/acceptance -run 'TestSite/browser/shots/en'
func (s *site) takeShots(t *testing.T, b *browser) {
	dir := os.Getenv("GONGSHI_SHOTS")
	if dir == "" {
		return
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	t.Run("shots", func(t *testing.T) {
		for _, page := range s.browsed() {
			t.Run(page, func(t *testing.T) {
				t.Parallel()
				s.shoot(t, b, page, dir)
			})
		}
	})
}

// shoot writes the pictures of one page: a phone, a tablet, a desktop, in every
// colour scheme, from top to bottom.
func (s *site) shoot(t *testing.T, b *browser, page, dir string) {
	w := b.newTab(t, s)
	w.open(t, s.pageURL(page))
	name := strings.ReplaceAll(strings.TrimSuffix(strings.TrimSuffix(page, ".html"), "/index"), "/", "-")
	for _, width := range []int64{360, 768, 1280} {
		for _, scheme := range schemes {
			w.resize(t, width)
			w.emulate(t, scheme)
			const lossless = 100
			picture, err := chromedp.Run(w.ctx, chromedp.FullScreenshot(lossless))
			if err != nil {
				t.Fatal(err)
			}
			file := filepath.Join(dir, fmt.Sprintf("%s.%d.%s.png", name, width, scheme))
			if err := os.WriteFile(file, picture, 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}
