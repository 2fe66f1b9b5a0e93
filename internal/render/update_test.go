package render

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"gongshi/internal/locale"
	"gongshi/internal/report"
	"gongshi/templates"
)

// updates gives a site notes of so many days.
func updates(t *testing.T, s *report.Site, days int) {
	t.Helper()
	for day := 1; day <= days; day++ {
		address := fmt.Sprintf("/updates/2024-11-%02d-note/", day)
		u := &report.Update{Date: locale.Date{Year: 2024, Month: 11, Day: day}, Page: page(t, address, fmt.Sprintf("第%d条", day), fmt.Sprintf("Note %d", day))}
		s.Updates.Add(address, u)
		s.Pages.Add(address, u.Page)
	}
}

func TestUpdates(t *testing.T) {
	s := site(t)
	updates(t, s, 5)
	r := renderer(t, s, templates.FS)
	noted := regexp.MustCompile(`href="/base/en/updates/2024-11-0(\d)-note/"`)
	listed := func(path string) string {
		var days []string
		for _, m := range noted.FindAllStringSubmatch(get(t, r, path), -1) {
			days = append(days, m[1])
		}
		return strings.Join(days, " ")
	}
	for path, want := range map[string]string{
		"en/updates/index.html":                 "5 4 3 2 1",
		"en/index.html":                         "5 4 3",
		"en/updates/2024-11-01-note/index.html": "2",
		"en/updates/2024-11-03-note/index.html": "2 4",
		"en/updates/2024-11-05-note/index.html": "4",
	} {
		if got := listed(path); got != want {
			t.Errorf("%s leads to the notes %q, want %q", path, got, want)
		}
	}
	note := get(t, r, "updates/2024-11-03-note/index.html")
	for _, part := range []string{`<time datetime="2024-11-03">2024年11月3日</time>`, `<a href="/base/updates/">动态</a>`, "<h1>第3条</h1>"} {
		if !strings.Contains(note, part) {
			t.Errorf("a note lacks %s", part)
		}
	}
}

// A note of which the minute is known has one date, not two.
func TestUpdatePublished(t *testing.T) {
	s := site(t)
	updates(t, s, 1)
	u, _ := s.Updates.Get("/updates/2024-11-01-note/")
	u.Page.In["zh"].Published = report.Ref{ID: "2024-11-01 09:30"}
	r := renderer(t, s, templates.FS)
	const dated = `<p class="dated">`
	if note := get(t, r, "updates/2024-11-01-note/index.html"); !strings.Contains(note, `发布时间：<time datetime="2024-11-01 09:30">2024年11月1日 09:30</time>`) || strings.Contains(note, dated) {
		t.Errorf("a note says when it was published not once: %s", note)
	}
	if note := get(t, r, "en/updates/2024-11-01-note/index.html"); !strings.Contains(note, dated) {
		t.Errorf("a note without a minute has no date: %s", note)
	}
}

// Where there is nothing new, nothing is said of it.
func TestNoNews(t *testing.T) {
	r := renderer(t, site(t), templates.FS)
	if strings.Contains(get(t, r, "index.html"), "news-heading") {
		t.Error("the home page has news without any")
	}
	for _, path := range []string{"updates/index.html", "calendar.ics"} {
		if slices.Contains(r.Paths(), path) {
			t.Errorf("there is %s without anything in it", path)
		}
	}
}

// A correction is news, with what the number was and is.
func TestCorrectionIsNews(t *testing.T) {
	s := site(t)
	m, _ := s.Metrics.Get("lights")
	day := m.Values[0].AsOf
	m.Corrections = []report.Correction{{Date: day, AsOf: report.Day{Date: day}, Was: locale.Int(165), Kind: report.Error, Reason: both("多算。", "Counted twice.")}}
	home := get(t, renderer(t, s, templates.FS), "index.html")
	if !strings.Contains(home, "165盏改为156盏") || strings.Contains(home, "/base/updates/") {
		t.Error("the home page lacks the correction, or leads to updates that there are not")
	}
}
