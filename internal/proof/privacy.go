package proof

import (
	"maps"
	"slices"
	"strings"

	"gongshi/internal/diag"
	"gongshi/internal/markdown"
	"gongshi/internal/privacy"
	"gongshi/internal/report"
)

// Allowed returns what may be published although it looks like personal data:
// the contacts that config.toml gives, and what a waiver in force names.
func Allowed(s *report.Site) privacy.Allow {
	list := s.Contacts()
	for _, w := range s.Waivers {
		if inForce(s, w) && !isForDocument(s, w) {
			list = append(list, w.Text)
		}
	}
	return privacy.NewAllow(list...)
}

// DocumentWaivers returns the waivers in force for documents that only a person
// can read, by the document's file. What can be read in one is allowed by no such
// waiver.
func DocumentWaivers(s *report.Site) map[string]report.Waiver {
	list := map[string]report.Waiver{}
	for _, w := range s.Waivers {
		if inForce(s, w) && isForDocument(s, w) {
			list[w.Text] = w
		}
	}
	return list
}

// isForDocument reports whether a waiver names a file of the site.
func isForDocument(s *report.Site, w report.Waiver) bool {
	for f := range s.Files.All() {
		if f.Name == w.Text {
			return true
		}
	}
	return false
}

// inForce reports whether a waiver has not ended by the site's own date.
func inForce(s *report.Site, w report.Waiver) bool {
	return !w.Until.IsZero() && w.Until.Compare(s.AsOf()) >= 0
}

// waiversSound reports waivers that say too little, or have ended.
func waiversSound(s *report.Site) diag.List {
	var l diag.List
	for _, w := range s.Waivers {
		missing := func(has bool, key, what string) {
			if !has {
				l.Add(diag.At(w.Pos, "waiver %q has no %s; a waiver says %s", w.ID, key, what))
			}
		}
		missing(w.Text != "", "text", "what may be published")
		missing(w.Reason.Written(), "reason", "why")
		missing(w.Office.Written(), "office", "which office allows it")
		missing(!w.Until.IsZero(), "until", "when it ends")
		if !w.Until.IsZero() && !inForce(s, w) {
			l.Add(diag.At(w.Until.Pos, "waiver %q ended on %s; the site speaks of %s", w.ID, w.Until.Date, s.AsOf()).
				WithHint("take it out and with it what it allowed, or have it renewed"))
		}
	}
	return l
}

// noPersonalData reports what looks like personal data in what editors write,
// where they wrote it. Package build looks once more at every finished file.
func noPersonalData(s *report.Site) diag.List {
	allow := Allowed(s)
	var l diag.List
	writings(s, func(_ *report.Page, w *report.Writing, _ string) {
		for _, run := range w.Runs() {
			for _, f := range privacy.Text(run.Text, allow) {
				l.Add(PersonalData(run.Pos(f.Start), f))
			}
		}
		l.Append(noTableOfPersons(w, allow))
	})
	for _, t := range s.Texts {
		for _, code := range slices.Sorted(maps.Keys(t.In)) {
			for _, f := range privacy.Text(t.In[code], allow) {
				l.Add(PersonalData(t.Pos, f))
			}
		}
	}
	for p := range s.Pages.All() { // a folder's name is an address
		for _, f := range privacy.Text(p.Path, allow) {
			l.Add(PersonalData(p.Place(), f))
		}
	}
	for f := range s.Files.All() {
		for _, found := range privacy.Text(f.Path, allow) {
			l.Add(PersonalData(diag.Pos{File: f.Name}, found))
		}
	}
	return l
}

// noTableOfPersons reports tables of a page that name persons, at the head of
// their first column that does.
func noTableOfPersons(w *report.Writing, allow privacy.Allow) diag.List {
	var page strings.Builder
	for _, part := range w.Body.Parts {
		page.WriteString(part.HTML)
		if part.Ref != nil {
			page.WriteString(markdown.FigureMark) // a cell with a figure says something
		}
	}
	if !strings.Contains(page.String(), "<table") {
		return nil // most pages
	}
	var l diag.List
	for _, f := range privacy.Tables("page.html", []byte(page.String()), allow) {
		pos := diag.Pos{File: w.File}
		head, _, _ := strings.Cut(f.Masked, " + ")
		if i := slices.IndexFunc(w.Body.Runs, func(r markdown.Run) bool { return strings.TrimSpace(r.Text) == head }); i >= 0 {
			pos = w.Body.Runs[i].Pos(0)
		}
		l.Add(PersonalData(pos, f))
	}
	return l
}

// PersonalData words what was found, without repeating it.
func PersonalData(pos diag.Pos, f privacy.Finding) diag.Problem {
	return diag.At(pos, "%s looks like personal data (%s), which must not be published", f.Masked, kindWords[f.Kind]).
		WithHint("take it out; what the office itself publishes goes into contacts below [publisher] in config.toml")
}

// kindWords says in words what a finding looks like.
var kindWords = map[privacy.Kind]string{
	privacy.IdentityNumber:     "an identity number",
	privacy.IdentityNumberTypo: "an identity number with a typing error",
	privacy.OldIdentityNumber:  "an identity number of 15 digits",
	privacy.Mobile:             "a mobile telephone number",
	privacy.BankCard:           "the number of a bank card",
	privacy.Passport:           "a passport number",
	privacy.LicencePlate:       "the number plate of a vehicle",
	privacy.HomeAddress:        "a home address",
	privacy.TableOfPersons:     "a table of persons",
	privacy.Unread:             "a file that cannot be looked into",
}
