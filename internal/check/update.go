package check

import (
	"strings"

	"gongshi/internal/diag"
	"gongshi/internal/report"
)

// updatesSound reports an update of a day that has not come yet, or that says it was
// published on another day, and a page that is listed nowhere, as it lies within an
// update.
func updatesSound(s *report.Site) diag.List {
	var l diag.List
	now := today(s)
	for u := range s.Updates.All() {
		if u.Date.Compare(now) > 0 && !now.IsZero() {
			l.Add(diag.At(u.Page.Place(), "update of %s is newer than the date that the site speaks of, %s", u.Date, now).
				WithHint("if the day is right, write date = %s in config.toml", u.Date))
		}
		for _, lang := range s.Languages {
			w := u.Page.In[lang.Code]
			if w == nil || !w.Published.Set() {
				continue
			}
			if day, _, _ := strings.Cut(w.Published.ID, " "); day != u.Date.String() {
				l.Add(diag.At(w.Published.Pos, "update was published on %s, but its folder says %s", day, u.Date).
					WithHint("an update has one date: write the folder's day here, or rename the folder"))
			}
		}
	}
	for p := range s.Pages.All() {
		if rest, ok := strings.CutPrefix(p.Path, report.UpdatesPath); ok && strings.Count(rest, "/") > 1 {
			l.Add(diag.At(p.Place(), "page %s lies within an update, which has no pages of its own", p.Path).
				WithHint("move the folder out, to %s, with a date in its name", report.UpdatesDir))
		}
	}
	return l
}
