package check

import (
	"net/url"
	"regexp"
	"strings"

	"gongshi/internal/diag"
	"gongshi/internal/report"
	"gongshi/internal/route"
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
	if s.Publisher.URL != "" && !webAddress(s.Publisher.URL) {
		l.Add(diag.At(s.Publisher.URLPos, "url %q is not the address of a site; it begins with https:// or http://", s.Publisher.URL))
	}
	l.Append(licenceComplete(s.Licence))
	return l
}

// licenceID is what an identifier of a licence looks like (Data Package v2).
var licenceID = regexp.MustCompile(`^[-a-zA-Z0-9._]+$`)

// licenceComplete reports a licence that does not say what it is called and where
// its text is: nobody could keep to it.
func licenceComplete(in report.Licence) diag.List {
	var l diag.List
	if !in.Stated() {
		return l
	}
	if !in.Name.Written() {
		l.Add(diag.At(in.Pos, "the licence has no name").WithHint(`add a line such as name = { zh = "…", en = "…" }; without a licence, leave out [licence]`))
	}
	switch {
	case in.URL == "":
		l.Add(diag.At(in.Pos, "the licence has no url; readers must find its text").WithHint(`add a line such as url = "https://creativecommons.org/licenses/by/4.0/"`))
	case !webAddress(in.URL) || !strings.HasPrefix(in.URL, "https://"):
		l.Add(diag.At(in.URLPos, "url %q is not the address of a licence; it begins with https://", in.URL))
	}
	if in.ID.Set() && !licenceID.MatchString(in.ID.ID) {
		l.Add(diag.At(in.ID.Pos, "id %q is not the identifier of a licence, such as CC-BY-4.0; allowed are letters, digits, dots, hyphens and underscores", in.ID.ID))
	}
	return l
}

// lookReadable holds the publisher's colours to what people can read.
func lookReadable(s *report.Site) diag.List { return s.Look.Check() }

// AbsoluteURL reports whether s may be the address of a whole site.
func AbsoluteURL(s string) bool {
	u, err := url.Parse(s)
	return err == nil && webAddress(s) && u.RawQuery == "" && !u.ForceQuery && u.Fragment == ""
}

// webAddress reports whether s is an address that a browser can open from
// anywhere.
func webAddress(s string) bool {
	u, err := url.Parse(s)
	return err == nil && (u.Scheme == "https" || u.Scheme == "http") && u.Host != "" && u.User == nil
}

func homeResolves(s *report.Site) diag.List {
	var l diag.List
	l.Append(headlineSound(s))
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
		if t, ok := route.Resolve(s, home, ref.ID); !ok || t.Path == "" || t.Shared {
			l.Add(diag.At(ref.Pos, "menu: there is no page at %q; a page is named by its address, such as /about/", ref.ID).
				WithHint("%s", diag.Suggest(ref.ID, route.Addresses(s))))
		}
	}
	return l
}

// headlineSound reports a headline that is no completion rate: it is shown as a
// wall of projects, so its parts must count them.
func headlineSound(s *report.Site) diag.List {
	var l diag.List
	ref := s.Home.Headline
	if !ref.Set() {
		return l
	}
	m, ok := s.Metrics.Get(ref.ID)
	switch {
	case !ok:
		l.Add(diag.Unknown(ref.Pos, ref.ID, "metric", inMetrics, s.Metrics.IDs()))
		return l
	case m.Kind != report.Ratio:
		l.Add(diag.At(ref.Pos, "headline %q is a %s; it must be a ratio, the completion rate of projects", ref.ID, m.Kind).WithSee(m.Pos))
		return l
	}
	part, whole, ok := s.Parts(m)
	if !ok {
		return l // ratiosAgree says why
	}
	for _, p := range []*report.Metric{part, whole} {
		if p.Kind != report.Count {
			l.Add(diag.At(ref.Pos, "headline %q is computed from %q, a %s; a completion rate is computed from counts of projects", ref.ID, p.ID, p.Kind).WithSee(p.Pos))
		}
	}
	if latest, ok := s.Latest(m); ok && latest.Value.Share.Part.Cmp(latest.Value.Share.Whole) > 0 {
		l.Add(diag.At(ref.Pos, "headline %q is over 100%%: more are completed than there are", ref.ID).WithSee(part.Pos))
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
