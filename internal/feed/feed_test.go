package feed_test

import (
	"encoding/json"
	"encoding/xml"
	"net/url"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"gongshi/internal/brand"
	"gongshi/internal/compose"
	"gongshi/internal/feed"
	"gongshi/internal/load"
	"gongshi/internal/locale"
	"gongshi/internal/look"
	"gongshi/internal/present"
	"gongshi/internal/report"
	"gongshi/templates"
)

// sample reads the sample site, as a site to tell of.
func sample(t *testing.T) *report.Site {
	t.Helper()
	s, problems := load.Site(os.DirFS("../../sites/sample"))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	return s
}

// makers makes a maker for each language of a site, by its code. English stands
// below /base/en/.
func makers(t *testing.T, s *report.Site) map[string]*feed.Maker {
	t.Helper()
	all, problems, err := look.Read(templates.FS, s.Languages, brand.Identity{}, "")
	if err != nil || len(problems) > 0 {
		t.Fatal(problems, err)
	}
	found := map[string]*feed.Maker{}
	for _, l := range s.Languages {
		home := "/base"
		if l != s.Languages[0] {
			home += "/" + l.Code
		}
		words := all.In(l)
		pr := &present.Presenter{Site: s, Lang: l, Say: words.Say, URL: func(address string) string { return home + address }}
		found[l.Code] = &feed.Maker{
			Composer: &compose.Composer{Presenter: pr, Templates: words},
			Absolute: func(address string) string { return "https://sample.example:8443" + home + address },
		}
	}
	return found
}

// atom is what Atom demands of a feed (RFC 4287, sections 4.1.1 and 4.1.2).
type atom struct {
	XMLName xml.Name
	Lang    string   `xml:"http://www.w3.org/XML/1998/namespace lang,attr"`
	ID      []string `xml:"http://www.w3.org/2005/Atom id"`
	Title   []string `xml:"http://www.w3.org/2005/Atom title"`
	Updated []string `xml:"http://www.w3.org/2005/Atom updated"`
	Author  []struct {
		Name []string `xml:"http://www.w3.org/2005/Atom name"`
		URI  string   `xml:"http://www.w3.org/2005/Atom uri"`
	} `xml:"http://www.w3.org/2005/Atom author"`
	Link  []link `xml:"http://www.w3.org/2005/Atom link"`
	Entry []struct {
		ID        []string `xml:"http://www.w3.org/2005/Atom id"`
		Title     []string `xml:"http://www.w3.org/2005/Atom title"`
		Updated   []string `xml:"http://www.w3.org/2005/Atom updated"`
		Published []string `xml:"http://www.w3.org/2005/Atom published"`
		Summary   []string `xml:"http://www.w3.org/2005/Atom summary"`
		Link      []link   `xml:"http://www.w3.org/2005/Atom link"`
	} `xml:"http://www.w3.org/2005/Atom entry"`
}

type link struct {
	Rel  string `xml:"rel,attr"`
	Type string `xml:"type,attr"`
	Href string `xml:"href,attr"`
}

func parse(t *testing.T, m *feed.Maker, address, area string) atom {
	t.Helper()
	data, err := m.Atom(address, area)
	if err != nil {
		t.Fatal(err)
	}
	var a atom
	if err := xml.Unmarshal(data, &a); err != nil {
		t.Fatalf("%s: %v", address, err)
	}
	return a
}

// tagURI is the form of a tag URI (RFC 4151, section 2.1) with a day.
var tagURI = regexp.MustCompile(`^tag:[a-z0-9.-]+,(\d{4}-\d\d-\d\d):[A-Za-z0-9/_.~%-]+$`)

func TestAtomKeepsTheRules(t *testing.T) {
	t.Parallel()
	s := sample(t)
	seen := map[string]string{} // id -> title, in all feeds: the same id is the same entry
	for code, m := range makers(t, s) {
		for _, area := range slices.Concat([]string{""}, feed.Areas(s)) {
			address := feed.AtomPath
			if area != "" {
				address = feed.AreaPath(area)
			}
			a := parse(t, m, address, area)
			l, _ := locale.Lookup(code)
			if a.XMLName.Space != "http://www.w3.org/2005/Atom" || a.XMLName.Local != "feed" || a.Lang != l.Tag {
				t.Errorf("%s: root %v in %q, want a feed in %q", address, a.XMLName, a.Lang, l.Tag)
			}
			one(t, address, a.ID, a.Title, a.Updated)
			if len(a.Author) != 1 || len(a.Author[0].Name) != 1 || a.Author[0].Name[0] == "" {
				t.Errorf("%s: author %v, want one with a name", address, a.Author)
			}
			links(t, address, a.Link, map[string]string{"self": m.Absolute(address), "alternate": m.Absolute(m.Page(area))})
			if area == "" && len(a.Entry) != 50 {
				t.Errorf("%s: %d entries of a site that has more than 50", address, len(a.Entry))
			}
			inFeed := map[string]bool{}
			before := a.Updated[0]
			for _, e := range a.Entry {
				one(t, address, e.ID, e.Title, e.Updated, e.Published)
				id := e.ID[0]
				tag := tagURI.FindStringSubmatch(id)
				if tag == nil || inFeed[id] || seen[id] != "" && seen[id] != e.Title[0] {
					t.Errorf("%s: id %q is no tag URI, or is that of two entries", address, id)
				}
				inFeed[id], seen[id] = true, e.Title[0]
				if len(e.Summary) > 1 {
					t.Errorf("%s: %d summaries", id, len(e.Summary))
				}
				updated := stamp(t, e.Updated[0])
				if stamp(t, before).Before(updated) || updated.Before(stamp(t, e.Published[0])) || updated.After(stamp(t, "2024-12-31T00:00:00Z")) {
					t.Errorf("%s: updated %s, published %s, after one of %s; want newest first, and none after the site's date", id, e.Updated[0], e.Published[0], before)
				}
				before = e.Updated[0]
				if u, err := url.Parse(e.Link[0].Href); len(e.Link) != 1 || err != nil || !u.IsAbs() || e.Link[0].Rel != "alternate" {
					t.Errorf("%s: links %v, want one to its page", id, e.Link)
				}
			}
		}
	}
	if len(seen) == 0 {
		t.Error("no feed has an entry")
	}
}

// one reports an element that is not there once, with a text.
func one(t *testing.T, where string, elements ...[]string) {
	t.Helper()
	for i, e := range elements {
		if len(e) != 1 || strings.TrimSpace(e[0]) == "" {
			t.Fatalf("%s: element %d is %q; want one with a text", where, i, e)
		}
	}
}

func links(t *testing.T, where string, got []link, want map[string]string) {
	t.Helper()
	for _, l := range got {
		if want[l.Rel] != l.Href {
			t.Errorf("%s: link %q leads to %q, want %q", where, l.Rel, l.Href, want[l.Rel])
		}
		delete(want, l.Rel)
	}
	if len(want) > 0 {
		t.Errorf("%s: lacks the links %v", where, want)
	}
}

func stamp(t *testing.T, s string) time.Time {
	t.Helper()
	at, err := time.Parse(time.RFC3339, s)
	if err != nil {
		t.Fatal(err)
	}
	return at
}

// What each sort of entry says; its numbers are those of the site.
func TestEntries(t *testing.T) {
	t.Parallel()
	m := makers(t, sample(t))["en"]
	entries := map[string][3]string{} // id -> title, day, summary
	for _, e := range parse(t, m, feed.AtomPath, "").Entry {
		entries[e.ID[0]] = [3]string{e.Title[0], e.Updated[0][:10], strings.Join(e.Summary, "")}
	}
	for _, want := range []struct{ id, title, day, part string }{
		{"tag:sample.example,2024-12-06:/base/en/updates/2024-12-06-luyan-ditches/", "The ditches of Luyan Town are dredged", "2024-12-06", "The work has reached the last house"},
		{"tag:sample.example,2024-10-22:/base/en/metrics/charging-posts/corrected/2024-09-30/1", "Correction (a mistake): E-bike charging posts", "2024-10-22", "As at 30 September 2024. Was: 33 charging posts. Is now: 29 charging posts. Some posts in Shuitaxia"},
		{"tag:sample.example,2024-12-06:/base/en/projects/luyan-water/completed", "Completed: Ditches of Luyan Town carry water again", "2024-12-31", "Completed 6 December 2024. Silted up for ten years"},
		{"tag:sample.example,2024-12-31:/base/en/metrics/report-2024-q4", "Figures as at 31 December 2024: Progress report on projects, fourth quarter of 2024 (invented)", "2024-12-31", "Street lights put up or replaced: 156 street lights; E-bike charging posts: 39 charging posts; "},
		{"tag:sample.example,2024-09-30:/base/en/metrics/report-2024-q3", "Figures as at 30 September 2024: Progress report on projects, third quarter of 2024 (invented)", "2024-10-22", "E-bike charging posts: 29 charging posts (revised)"}, // published on the 15th, corrected on the 22nd
	} {
		e, ok := entries[want.id]
		if !ok || e[0] != want.title || e[1] != want.day || !strings.Contains(e[2], want.part) {
			t.Errorf("%s: %q, want %q of %s with %q", want.id, e, want.title, want.day, want.part)
		}
	}
}

func TestAreasTellOfThemselves(t *testing.T) {
	t.Parallel()
	s := sample(t)
	m := makers(t, s)["zh"]
	titles := func(area string) []string {
		var list []string
		for _, e := range parse(t, m, feed.AreaPath(area), area).Entry {
			list = append(list, e.Title[0])
		}
		return list
	}
	const note, project = "芦雁镇的排水沟清完了", "项目完成：芦雁镇排水沟清淤"
	if got := titles("luyan"); !slices.Contains(got, note) || !slices.Contains(got, project) {
		t.Errorf("luyan: %q, want the update that leads to its project, and the project", got)
	}
	if got := titles("qingheli"); slices.Contains(got, note) || slices.Contains(got, project) || len(got) == 0 {
		t.Errorf("qingheli: %q, want its own", got)
	}
	// A project of a community is one of the subdistrict that it lies in.
	if inner, outer := titles("changxiang"), titles("qingheli"); len(inner) == 0 || !slices.Contains(outer, inner[0]) {
		t.Errorf("changxiang has %q, and qingheli, around it, %q", inner, outer)
	}
}

// A correction of an area's part of a breakdown is told to the area.
func TestCorrectionOfAnArea(t *testing.T) {
	t.Parallel()
	s := sample(t)
	lights, _ := s.Metrics.Get("street-lights")
	last := lights.By[0]
	c := report.Correction{Date: s.AsOf(), AsOf: report.Day{Date: last.AsOf}, By: report.Area, Term: last.Parts[0].Term, Was: locale.Int(13), Kind: report.Error}
	lights.Corrections = append(lights.Corrections, c, c)
	m := makers(t, s)["en"]
	var ids []string
	for _, e := range parse(t, m, feed.AreaPath("qingheli"), "qingheli").Entry {
		if strings.Contains(e.ID[0], "corrected") {
			ids = append(ids, e.ID[0])
		}
	}
	const id = "tag:sample.example,2024-12-31:/base/en/metrics/street-lights/corrected/2024-12-31/area/qingheli/"
	if want := []string{id + "1", id + "2"}; !slices.Equal(ids, want) {
		t.Errorf("corrections %q, want %q", ids, want)
	}
}

// Nobody is invented: without a publisher, the site is the author.
func TestAuthorOfASiteWithoutPublisher(t *testing.T) {
	t.Parallel()
	s := sample(t)
	s.Publisher = report.Publisher{}
	m := makers(t, s)["en"]
	if a := parse(t, m, feed.AtomPath, "").Author[0]; a.Name[0] != s.Title.String(m.Lang) || a.URI != m.Absolute("/") {
		t.Errorf("author %v, want the site", a)
	}
}

// JSON Feed 1.1 says the same as Atom.
func TestJSON(t *testing.T) {
	t.Parallel()
	m := makers(t, sample(t))["zh"]
	data, err := m.JSON(feed.JSONPath)
	if err != nil {
		t.Fatal(err)
	}
	var got struct {
		Version, Title, Language string
		HomePageURL              string `json:"home_page_url"`
		FeedURL                  string `json:"feed_url"`
		Authors                  []struct{ Name string }
		Items                    []struct {
			ID, URL, Title string
			ContentText    string `json:"content_text"`
			DatePublished  string `json:"date_published"`
			DateModified   string `json:"date_modified"`
		}
	}
	if err := json.Unmarshal(data, &got); err != nil {
		t.Fatal(err)
	}
	a := parse(t, m, feed.AtomPath, "")
	if got.Version != "https://jsonfeed.org/version/1.1" || got.Title != a.Title[0] || got.Language != "zh-Hans" || got.FeedURL != m.Absolute(feed.JSONPath) || got.HomePageURL != m.Absolute("/") || len(got.Authors) != 1 {
		t.Errorf("head of the feed: %+v", got)
	}
	if len(got.Items) != len(a.Entry) {
		t.Fatalf("%d items, %d entries", len(got.Items), len(a.Entry))
	}
	for i, item := range got.Items {
		e := a.Entry[i]
		if item.ID != e.ID[0] || item.URL != e.Link[0].Href || item.Title != e.Title[0] || item.ContentText == "" || item.DatePublished != e.Published[0] || item.DateModified != e.Updated[0] {
			t.Errorf("item %d: %+v, want what Atom says: %+v", i, item, e)
		}
	}
}

// A site that has no date at all has nothing to tell of.
func TestDated(t *testing.T) {
	t.Parallel()
	empty := &report.Site{Sources: &report.Index[*report.Source]{}, Updates: &report.Index[*report.Update]{}}
	if feed.Dated(empty) || !feed.Dated(sample(t)) {
		t.Error("a site without a date has a feed, or the sample has none")
	}
}
