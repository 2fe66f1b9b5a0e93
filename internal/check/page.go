package check

import (
	"strings"

	"gongshi/internal/diag"
	"gongshi/internal/report"
)

// publishedByNow reports texts that are said to have been published, and a test of the
// site that is said to have been made, after the date that the site speaks of.
func publishedByNow(s *report.Site) diag.List {
	var l diag.List
	now := today(s)
	const hint = "if the day is right, the site speaks of a later one: write date = … at the top of config.toml"
	if tested := s.Accessibility.Tested; tested.Compare(now) > 0 && !now.IsZero() {
		l.Add(diag.At(tested.Pos, "the site was tested on %s, but it speaks of %s", tested, now).WithHint(hint))
	}
	for p := range s.Pages.All() {
		for _, lang := range s.Languages {
			w := p.In[lang.Code]
			if w == nil || !w.Published.Set() {
				continue
			}
			if day, _, _ := strings.Cut(w.Published.ID, " "); day > now.String() && !now.IsZero() {
				l.Add(diag.At(w.Published.Pos, "page was published on %s, but the site speaks of %s", day, now).WithHint(hint))
			}
		}
	}
	return l
}
