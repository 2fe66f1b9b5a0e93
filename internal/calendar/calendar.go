// Package calendar tells calendar programs when newer values of metrics are to
// come: an iCalendar file (RFC 5545) in one language. It is the door to
// github.com/arran4/golang-ical.
package calendar

import (
	"net/url"
	"time"

	ics "github.com/arran4/golang-ical"

	"gongshi/internal/locale"
	"gongshi/internal/present"
	"gongshi/internal/report"
)

// Path is where the calendar is, below the address of a language's home page.
const Path = "/calendar.ics"

// Awaited lists the metrics of which it is known when a newer value is to come, but for
// those of which it should have come by the site's date. Where there are none, there is
// no calendar.
func Awaited(s *report.Site) []*report.Metric {
	var list []*report.Metric
	for m := range s.Metrics.All() {
		if !m.NextUpdate.IsZero() && !s.Stale(m) {
			list = append(list, m)
		}
	}
	return list
}

// ICS makes a calendar with an event of a whole day for each of the [Awaited] metrics.
// No date comes from a clock: an event is
// stamped with the day on which the metric's newest value was published. Absolute
// returns the whole address of a page of this language.
func ICS(pr *present.Presenter, absolute func(address string) string) []byte {
	c := ics.NewCalendarFor("gongshi")
	c.SetProductId("-//gongshi//gongshi//" + pr.Lang.Tag)
	c.SetName(pr.Say("calendar-title", pr.Site.Title.String(pr.Lang)))
	for _, m := range Awaited(pr.Site) {
		c.AddVEvent(event(pr, m, absolute(m.Path())))
	}
	return []byte(c.Serialize(ics.WithNewLineWindows)) // RFC 5545, section 3.1: lines end in CR LF
}

func event(pr *present.Presenter, m *report.Metric, address string) *ics.VEvent {
	day := m.NextUpdate.Date
	latest, _ := pr.Site.Latest(m) // check saw to it
	e := ics.NewEvent(uid(m, address))
	e.SetDtStampTime(at(pr.Site.Told(latest)))
	e.SetAllDayStartAt(at(day))
	e.SetSummary(pr.Say("calendar-event", m.Name.String(pr.Lang)), &ics.KeyValues{Key: "LANGUAGE", Value: []string{pr.Lang.Tag}})
	e.SetURL(address)
	e.SetTimeTransparency(ics.TransparencyTransparent) // it takes nobody's time
	return e
}

// uid names an event for good, the same in every language: the metric, the day, and
// our host.
func uid(m *report.Metric, address string) string {
	host := ""
	if u, err := url.Parse(address); err == nil {
		host = u.Hostname()
	}
	return m.ID + "-" + m.NextUpdate.String() + "@" + host
}

func at(d locale.Date) time.Time { return time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, time.UTC) }
