package render

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"gongshi/internal/share"
	"gongshi/templates"
)

var imageAddress = regexp.MustCompile(`<meta property="og:image" content="https://sample\.example/base/(assets/share/[0-9a-f]{16}\.png)">`)

// shownAs returns the card of the picture that a page names.
func shownAs(t *testing.T, r *Renderer, page string) share.Card {
	t.Helper()
	found := imageAddress.FindStringSubmatch(get(t, r, page))
	if found == nil {
		t.Fatalf("%s names no share image", page)
	}
	out, err := r.Output(found[1])
	if err != nil || out.Card == nil {
		t.Fatalf("%s: error %v, card %v", found[1], err, out.Card)
	}
	return *out.Card
}

func TestShareImages(t *testing.T) {
	s := site(t)
	s.ShareImages = true
	s.Notice = both("示例", "An example")
	r := renderer(t, s, templates.FS)
	card := func(c share.Card) share.Card {
		c.Site, c.Note, c.Accent = "Sample District", "An example", "#a3201a"
		return c
	}
	asOf := "As at 25 November 2024"
	for page, want := range map[string]share.Card{
		"en/index.html":               card(share.Card{Title: "49 projects", Figure: "85.7%", Name: "Completion rate: 42 of 49 projects completed", AsOf: asOf}),
		"en/metrics/rate/index.html":  card(share.Card{Kicker: "Figures", Title: "Completion rate", Figure: "85.7%", Name: "42 of 49 projects completed", AsOf: asOf}),
		"en/metrics/ideas/index.html": card(share.Card{Kicker: "Figures", Title: "Suggestions", Figure: "300+", Unit: "suggestions", AsOf: asOf}),
		"en/projects/lane/index.html": card(share.Card{Kicker: "Completed", Title: "Lane", Figure: "17", Unit: "lights", Name: "Street lights", AsOf: asOf}),
		"en/charts/share/index.html":  card(share.Card{Kicker: "Charts", Title: "Completion"}),
		"en/about/index.html":         card(share.Card{Title: "About"}),
		"en/how-we-count/index.html":  card(share.Card{Title: "How we count"}),
	} {
		if got := shownAs(t, r, page); got != want {
			t.Errorf("%s is shown as\n%+v, want\n%+v", page, got, want)
		}
	}
	if got := shownAs(t, r, "metrics/ideas/index.html"); got.Figure != "300余" || got.Unit != "条" || got.Title != "建议" {
		t.Errorf("the Chinese page is shown as %+v", got)
	}
	home := get(t, r, "en/index.html")
	for _, want := range []string{
		`<meta property="og:image:width" content="1200">`, `<meta property="og:image:height" content="630">`,
		`<meta property="og:image:alt" content="49 projects. Completion rate: 42 of 49 projects completed. 85.7%. As at 25 November 2024">`,
		`<meta name="twitter:card" content="summary_large_image">`,
	} {
		if !strings.Contains(home, want) {
			t.Errorf("the home page lacks %s", want)
		}
	}
	if strings.Contains(get(t, r, "404.html"), "og:image") {
		t.Error("the page for what is not there has a share image")
	}
	images := 0
	for _, path := range r.Paths() {
		if strings.HasPrefix(path, "assets/share/") {
			images++
		}
	}
	if images != len(r.Cards()) || images != r.Pages() {
		t.Errorf("%d pages have %d images of %d cards, each want its own", r.Pages(), images, len(r.Cards()))
	}
}

func TestNoShareImages(t *testing.T) {
	r := renderer(t, site(t), templates.FS)
	if strings.Contains(get(t, r, "index.html"), "og:image") || len(r.Cards()) > 0 {
		t.Error("there are share images that nobody asked for")
	}
	if slices.ContainsFunc(r.Paths(), func(path string) bool { return strings.HasPrefix(path, "assets/share/") }) {
		t.Error("share images are planned that nobody asked for")
	}
}
