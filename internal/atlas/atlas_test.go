package atlas_test

import (
	"fmt"
	"os"
	"slices"
	"testing"

	"gongshi/internal/atlas"
	"gongshi/internal/facet"
	"gongshi/internal/load"
	"gongshi/internal/locale"
	"gongshi/internal/present"
	"gongshi/internal/report"
	"gongshi/internal/view"
)

// district returns an atlas in English of a site with pages of every sort, whose words
// are their keys.
func district(t *testing.T) atlas.Atlas {
	t.Helper()
	site, problems := load.Site(os.DirFS("../gov/testdata/district"))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	en, _ := locale.Lookup("en")
	return atlas.Atlas{
		Presenter: &present.Presenter{
			Site: site, Lang: en, Facets: facet.Sort(site),
			Say: func(key string, args ...any) string { return fmt.Sprint(append([]any{key}, args...)...) },
			URL: func(address string) string { return "/en" + address },
		},
		Title: func(address string) string { return "title of " + address },
	}
}

// addresses lists where a part of a site map leads, its parts included.
func addresses(groups []view.SiteMapGroup) []string {
	var list []string
	for _, g := range groups {
		if g.Name.URL != "" {
			list = append(list, g.Name.URL)
		}
		for _, p := range g.Pages {
			list = append(list, p.URL)
		}
		list = append(list, addresses(g.Parts)...)
	}
	return list
}

func TestSiteMap(t *testing.T) {
	t.Parallel()
	got := addresses(district(t).SiteMap())
	want := []string{
		"/en/", "/en/how-we-count/", "/en/corrections/", "/en/reporting-status/", "/en/data/", "/en/search/", "/en/report/", "/en/updates/", "/en/glossary/", "/en/accessibility/", "/en/site-map/", "/en/about/", "/en/about/office/", "/en/updates/2024-12-25-lamps/",
		"/en/projects/", "/en/areas/east/", "/en/projects/cloud-school/", "/en/projects/well-lane/",
		"/en/metrics/", "/en/metrics/lights/", "/en/metrics/led/", "/en/metrics/done/", "/en/metrics/rate/",
		"/en/charts/", "/en/charts/bars/",
		"/en/statuses/", "/en/statuses/completed/", "/en/areas/", "/en/areas/east/", "/en/years/", "/en/years/2024/",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%q, want\n%q", got, want)
	}
}

// Projects stand under their areas, and those without one above them.
func TestSiteMapByArea(t *testing.T) {
	t.Parallel()
	a := district(t)
	school, _ := a.Site.Projects.Get("cloud-school")
	school.Area = report.Ref{}
	projects := a.SiteMap()[1]
	if len(projects.Pages) != 1 || projects.Pages[0].Text != "title of /projects/cloud-school/" {
		t.Errorf("without an area: %v", projects.Pages)
	}
	if len(projects.Parts) != 1 || projects.Parts[0].Name.Text != "East Subdistrict" || len(projects.Parts[0].Pages) != 1 {
		t.Errorf("by area: %+v", projects.Parts)
	}
}

// Of a large programme the site map leads to the list of projects instead.
func TestSiteMapOfManyProjects(t *testing.T) {
	t.Parallel()
	a := district(t)
	one, _ := a.Site.Projects.Get("well-lane")
	for i := range 300 {
		a.Site.Projects.Add(fmt.Sprint("p", i), one)
	}
	projects := a.SiteMap()[1]
	if projects.Name.URL != "/en/projects/" || projects.Note == "" || len(projects.Pages)+len(projects.Parts) > 0 {
		t.Errorf("got %+v", projects)
	}
}

func TestGlossary(t *testing.T) {
	t.Parallel()
	heads, groups := district(t).Glossary()
	if len(heads) != 2 || heads[0].Text != "English" || heads[1].Text != "中文" || heads[1].Lang != "zh-Hans" {
		t.Errorf("heads: %v", heads)
	}
	var kinds []string
	for _, g := range groups {
		kinds = append(kinds, g.Kind)
	}
	if want := []string{"glossary-words", "area", "status"}; !slices.Equal(kinds, want) { // those that have words
		t.Fatalf("kinds %q, want %q", kinds, want)
	}
	word := groups[0].Words[0]
	if word.ID != "residents-committee" || word.Names[0].Text != "Residents’ Committee" || word.Names[1].Text != "居民委员会" || word.Definition == "" {
		t.Errorf("word: %+v", word)
	}
	if hall := groups[0].Words[1]; hall.Definition != "" {
		t.Errorf("a word without a definition has %q", hall.Definition)
	}
}
