package typed

import (
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

	"gongshi/internal/diag"
	"gongshi/internal/report"
)

// eachPage runs a rule on every page, several pages at a time, and returns what
// it finds in the order of the pages. Reading numbers in prose is most of the
// work of checking a large site: on two cores this takes little more than half
// the time.
func eachPage(s *report.Site, rule func(*report.Page) diag.List) diag.List {
	pages := slices.Collect(s.Pages.All())
	found := make([]diag.List, len(pages)) // a slot for each page: no locks
	var next atomic.Int64
	var workers sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(pages)) {
		workers.Go(func() {
			for {
				i := int(next.Add(1)) - 1
				if i >= len(pages) {
					return
				}
				found[i] = rule(pages[i])
			}
		})
	}
	workers.Wait()
	return slices.Concat(found...)
}
