package calendar_test

import (
	"os"
	"strings"
	"testing"

	ics "github.com/arran4/golang-ical"

	"gongshi/internal/brand"
	"gongshi/internal/calendar"
	"gongshi/internal/diag"
	"gongshi/internal/load"
	"gongshi/internal/locale"
	"gongshi/internal/look"
	"gongshi/internal/present"
	"gongshi/internal/report"
	"gongshi/templates"
)

// sample makes the calendar of the sample site in Chinese, after a change of it.
func sample(t *testing.T, change func(*report.Site)) (*report.Site, string) {
	t.Helper()
	s, problems := load.Site(os.DirFS("../../sites/sample"))
	l, more, err := look.Read(templates.FS, s.Languages, brand.Identity{}, "")
	if problems.Append(more); err != nil || len(problems) > 0 {
		t.Fatal(problems, err)
	}
	change(s)
	lang := s.Languages[0]
	pr := &present.Presenter{Site: s, Lang: lang, Say: l.In(lang).Say}
	return s, string(calendar.ICS(pr, func(address string) string { return "https://sample.example:8443/base" + address }))
}

// The lines are those of RFC 5545: at most 75 bytes, ended by CR LF, and a long one
// is folded between two characters.
func TestLines(t *testing.T) {
	t.Parallel()
	name := strings.Repeat("新装，更换；路灯\\与灯杆", 9)
	_, text := sample(t, func(s *report.Site) {
		m, _ := s.Metrics.Get("investment")
		m.Name = report.Text{Pos: diag.Pos{Line: 1}, In: map[string]string{"zh": name + ",;", "en": "x"}}
	})
	if !strings.HasSuffix(text, "END:VCALENDAR\r\n") || strings.Count(text, "\n") != strings.Count(text, "\r\n") {
		t.Error("a line does not end in CR LF")
	}
	for line := range strings.SplitSeq(strings.TrimSuffix(text, "\r\n"), "\r\n") {
		if len(line) > 75 || line == "" || strings.ToValidUTF8(line, "?") != line {
			t.Errorf("line of %d bytes: %q", len(line), line)
		}
	}
	want := `:更新数据：` + strings.ReplaceAll(name, `\`, `\\`) + `\,\;` + "\r\n"
	if unfolded := strings.ReplaceAll(text, "\r\n ", ""); !strings.Contains(unfolded, want) {
		t.Errorf("the name is not escaped or is torn: %s", unfolded)
	}
}

func TestEvents(t *testing.T) {
	t.Parallel()
	s, text := sample(t, func(*report.Site) {})
	c, err := ics.ParseCalendar(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	events := c.Events()
	awaited := calendar.Awaited(s)
	if len(events) != len(awaited) || len(awaited) == 0 {
		t.Fatalf("%d events for %d metrics of which a newer value is to come", len(events), len(awaited))
	}
	want := map[ics.ComponentProperty]string{
		ics.ComponentPropertyUniqueId: "answer-days-2025-01-31@sample.example",
		ics.ComponentPropertyDtstamp:  "20241231T000000Z", // the day of its source
		ics.ComponentPropertyDtStart:  "20250131",
		ics.ComponentPropertySummary:  "更新数据：答复平均用时",
		ics.ComponentPropertyUrl:      "https://sample.example:8443/base/metrics/answer-days/",
	}
	for name, value := range want {
		if p := events[0].GetProperty(name); p == nil || p.Value != value {
			t.Errorf("%s: %+v, want %q", name, p, value)
		}
	}
	if !strings.Contains(text, "DTSTART;VALUE=DATE:20250131\r\n") {
		t.Error("the event does not last the whole day")
	}
	ids := map[string]bool{}
	for _, e := range events {
		if ids[e.Id()] {
			t.Errorf("two events have the id %q", e.Id())
		}
		ids[e.Id()] = true
	}
}

// A day that has passed is none on which something is to come.
func TestPassedDays(t *testing.T) {
	t.Parallel()
	s, text := sample(t, func(s *report.Site) {
		m, _ := s.Metrics.Get("answer-days")
		m.NextUpdate = report.Day{Date: locale.Date{Year: 2024, Month: 12, Day: 15}}
	})
	if strings.Contains(text, "answer-days") || s.AsOf().String() != "2024-12-31" {
		t.Errorf("as at %s, the calendar has an event of 15 December 2024: %s", s.AsOf(), text)
	}
	if len(calendar.Awaited(s)) == 0 {
		t.Error("no metric is awaited")
	}
}
