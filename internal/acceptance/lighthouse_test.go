package acceptance

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"strings"
	"testing"
)

// lighthouse says which pages Lighthouse looks at: "some", one of each sort, in the
// default language and as on a phone; "all", in every language and on a desktop as
// well; "", none. It measures the processor too, so nothing else may run beside it.
var lighthouse = os.Getenv("GONGSHI_LIGHTHOUSE")

const (
	slowest  = 1000 // ms until the largest thing in view is painted, on Lighthouse's slow 4G
	shiftMax = 0    // of the layout while the page loads

	// Whatever else the machine does at the time makes a page slower, never faster.
	tries = 3
)

// lighthouseReport is what we read of its report.
type lighthouseReport struct {
	Categories map[string]struct {
		Title     string
		Score     *float64 // 1 is all well; nil when it could not be told
		AuditRefs []struct {
			ID     string
			Weight float64
		}
	}
	Audits map[string]struct {
		Score        *float64
		Title        string
		NumericValue float64
		DisplayValue string
	}
}

// testLighthouse holds the pages to the best mark in every category.
func (s *site) testLighthouse(t *testing.T) {
	node, tool := nodeTool(t, "lighthouse/cli/index.js")
	chromium := findChromium()
	need(t, chromium != "", "Chromium is not installed", "on Debian: apt-get install chromium")
	presets := []string{"mobile"}
	if lighthouse == "all" {
		presets = append(presets, "desktop")
	}
	for _, page := range s.sorts() {
		for _, preset := range presets {
			t.Run(preset+"/"+page, func(t *testing.T) {
				var faults []string
				for range tries {
					r := runLighthouse(t, node, tool, chromium, s.pageURL(page), preset)
					if faults = r.faults(t); len(faults) == 0 {
						return
					}
				}
				t.Error(strings.Join(faults, "\n"))
			})
		}
	}
}

// sorts lists a page of each sort: the first of each folder.
func (s *site) sorts() []string {
	var pages []string
	seen := map[string]bool{}
	for _, page := range s.pages {
		english := strings.HasPrefix(page, "en/")
		kind := path.Dir(path.Dir(page))
		if strings.Contains(page, "/frame/") || strings.HasSuffix(page, "404.html") || seen[kind] && strings.Count(page, "/") > 1 {
			continue
		}
		seen[kind] = true
		if lighthouse == "all" || !english {
			pages = append(pages, page)
		}
	}
	return pages
}

// runLighthouse looks at one page, in a browser of its own.
func runLighthouse(t *testing.T, node, tool, chromium, address, preset string) lighthouseReport {
	t.Helper()
	file := filepath.Join(t.TempDir(), "report.json")
	options := []string{tool, address, "--output=json", "--output-path=" + file, "--quiet",
		"--chrome-flags=--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync"}
	if preset == "desktop" {
		options = append(options, "--preset=desktop")
	}
	cmd := exec.Command(node, options...)
	cmd.Env = append(os.Environ(), "CHROME_PATH="+chromium)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("lighthouse: %v\n%s", err, out)
	}
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var r lighthouseReport
	if err := json.Unmarshal(data, &r); err != nil {
		t.Fatal(err)
	}
	return r
}

// faults lists what keeps a page from the best mark in every category.
func (r lighthouseReport) faults(t *testing.T) []string {
	if len(r.Categories) == 0 {
		t.Fatal("the report has no category")
	}
	var faults []string
	for _, c := range r.Categories {
		if c.Score == nil {
			t.Fatalf("%s: could not be told", c.Title)
		}
		t.Logf("%s: %g", c.Title, 100**c.Score)
		for _, ref := range c.AuditRefs {
			if a := r.Audits[ref.ID]; *c.Score < 1 && ref.Weight > 0 && a.Score != nil && *a.Score < 1 {
				faults = append(faults, fmt.Sprintf("%s %g: %s (%s) %s", c.Title, 100**c.Score, a.Title, ref.ID, a.DisplayValue))
			}
		}
	}
	late := r.Audits["largest-contentful-paint"].NumericValue
	t.Logf("largest contentful paint after %.0f ms", late)
	if late > slowest {
		faults = append(faults, fmt.Sprintf("the largest thing in view is painted after %.0f ms; it may be %d", late, slowest))
	}
	if shift := r.Audits["cumulative-layout-shift"].NumericValue; shift > shiftMax {
		faults = append(faults, fmt.Sprintf("the layout shifts by %g", shift))
	}
	return faults
}
