package check

import (
	"net/url"

	"gongshi/internal/diag"
	"gongshi/internal/report"
)

func configComplete(s *report.Site) diag.List {
	var l diag.List
	if len(s.Languages) == 0 {
		l.Add(diag.At(s.Pos, "no language is named").WithHint(`add a line such as languages = ["zh", "en"]; the first is the default`))
	}
	if !s.Title.Written() {
		l.Add(diag.At(s.Pos, "the site has no title").WithHint(`add a line such as title = { zh = "…", en = "…" }`))
	}
	switch {
	case s.BaseURL == "":
		l.Add(diag.At(s.Pos, "base_url is missing; the pages name their own full address to search engines").
			WithHint(`add a line such as base_url = "https://example.org/"`))
	case !AbsoluteURL(s.BaseURL):
		l.Add(diag.At(s.BasePos, "base_url %q is not the address of a site", s.BaseURL).
			WithHint("write the whole address, such as https://example.org/"))
	}
	if s.Publisher.URL != "" && !AbsoluteURL(s.Publisher.URL) {
		l.Add(diag.At(s.Publisher.URLPos, "url %q is not the address of a site; it begins with https:// or http://", s.Publisher.URL))
	}
	return l
}

// AbsoluteURL reports whether s is an address that a browser can open from
// anywhere, without a query or a fragment.
func AbsoluteURL(s string) bool {
	u, err := url.Parse(s)
	return err == nil && (u.Scheme == "https" || u.Scheme == "http") && u.Host != "" && u.RawQuery == "" && u.Fragment == "" && u.User == nil
}

func homeResolves(s *report.Site) diag.List {
	var l diag.List
	if ref := s.Home.Headline; ref.Set() {
		m, ok := s.Metrics.Get(ref.ID)
		if !ok {
			l.Add(diag.Unknown(ref.Pos, ref.ID, "metric", inMetrics, s.Metrics.IDs()))
		} else if m.Kind != report.Ratio {
			l.Add(diag.At(ref.Pos, "headline %q is a %s; it must be a ratio, such as a completion rate", ref.ID, m.Kind).WithSee(m.Pos))
		}
	}
	l.Append(twice(s.Home.Tiles, "tiles"))
	l.Append(twice(s.Menu, "menu"))
	for _, ref := range s.Home.Tiles {
		if !s.Metrics.Has(ref.ID) {
			l.Add(diag.Unknown(ref.Pos, ref.ID, "metric", inMetrics, s.Metrics.IDs()))
		}
	}
	home, ok := s.Pages.Get(report.HomePath)
	if !ok {
		l.Add(diag.At(diag.Pos{File: "content"}, "the home page is missing").WithHint("%s", writingNames(s, "content")))
		return l
	}
	for _, ref := range s.Menu {
		if t, ok := s.Resolve(home, ref.ID); !ok || t.Path == "" || t.Shared {
			l.Add(diag.At(ref.Pos, "menu: there is no page at %q; a page is named by its address, such as /about/", ref.ID).
				WithHint("%s", diag.Suggest(ref.ID, s.Addresses())))
		}
	}
	return l
}

// twice reports what a list names a second time.
func twice(refs []report.Ref, list string) diag.List {
	var l diag.List
	seen := map[string]diag.Pos{}
	for _, ref := range refs {
		if first, ok := seen[ref.ID]; ok {
			l.Add(diag.At(ref.Pos, "%s names %q twice", list, ref.ID).WithSee(first))
		}
		seen[ref.ID] = ref.Pos
	}
	return l
}
