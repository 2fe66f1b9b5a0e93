package feed

import (
	"net/url"
	"slices"
	"strconv"
	"strings"

	"gongshi/internal/locale"
	"gongshi/internal/report"
	"gongshi/internal/route"
)

// mostEntries is how many entries a feed has at most, so that a reader's program
// fetches little however long a site has been kept.
const mostEntries = 50

// An entry is one thing that is new.
type entry struct {
	id                 string // see tag
	url                string // of the page that says more
	title              string
	summary            string // may be ""
	published, updated locale.Date
}

// entries lists what is new, newest first: of one area, or of all.
func (m *Maker) entries(area string) []entry {
	list := slices.Concat(m.updates(area), m.corrections(area), m.completed(area))
	if area == "" {
		list = append(list, m.values()...) // of which places they are is not known
	}
	slices.SortStableFunc(list, func(a, b entry) int { return b.updated.Compare(a.updated) })
	return list[:min(len(list), mostEntries)]
}

// tag returns a tag URI (RFC 4151), which names an entry for good: our host, the day
// that the entry is of, on which we had that host, and the address of its page with
// what tells it from others there.
func (m *Maker) tag(day locale.Date, address string, more ...string) string {
	u, err := url.Parse(m.Absolute(address))
	if err != nil { // never: the base URL has been parsed
		return m.Absolute(address)
	}
	return "tag:" + u.Hostname() + "," + day.String() + ":" + u.EscapedPath() + strings.Join(more, "/")
}

// updates lists the dated notes; of an area, those that lead to one of its projects.
func (m *Maker) updates(area string) []entry {
	var list []entry
	for u := range m.Site.Updates.All() {
		if area != "" && !m.leadsTo(u.Page, area) {
			continue
		}
		w := u.Page.In[m.Lang.Code]
		list = append(list, entry{
			id: m.tag(u.Date, u.Page.Path), url: m.Absolute(u.Page.Path), published: u.Date, updated: u.Date,
			title: m.Plain(w.Title, nil), summary: m.Plain(w.Summary, nil),
		})
	}
	slices.Reverse(list) // of one day, as the list of updates has them
	return list
}

// leadsTo reports whether a page links to a project of an area.
func (m *Maker) leadsTo(p *report.Page, area string) bool {
	for _, part := range p.In[m.Lang.Code].Body.Parts {
		if part.Link == nil {
			continue
		}
		if to, ok := route.Resolve(m.Site, p, part.Link.Dest); ok && to.Page != nil && to.Page.Project != nil && m.liesIn(to.Page.Project.Area, area) {
			return true
		}
	}
	return false
}

// corrections lists the changes of published numbers; of an area, those of its part
// of a breakdown: of which places a total is nobody says.
func (m *Maker) corrections(area string) []entry {
	var list []entry
	for metric := range m.Site.Metrics.All() {
		rows := m.Corrections(metric)
		slices.Reverse(rows) // as the metric has them
		for i, c := range metric.Corrections {
			if area != "" && (c.By != report.Area || !m.liesIn(c.Term, area)) {
				continue
			}
			row := rows[i]
			list = append(list, entry{
				id: m.tag(c.Date, metric.Path(), corrected(metric.Corrections, i)...), url: m.Absolute(metric.Path()), published: c.Date, updated: c.Date,
				title:   m.Say("words-item", row.Kind, row.Metric.Text),
				summary: m.Say("feed-correction", m.Say("as-of", row.AsOf.Text), row.Was, row.Now, row.Reason),
			})
		}
	}
	return list
}

// corrected tells a correction from the others of its metric: the number that was
// changed, and how many times that had happened.
func corrected(all []report.Correction, at int) []string {
	c, times := all[at], 0
	for _, earlier := range all[:at] {
		if earlier.Subject() == c.Subject() {
			times++
		}
	}
	parts := []string{"corrected", c.AsOf.String()}
	if c.Target {
		parts = append(parts, "target")
	}
	if c.By != "" {
		parts = append(parts, string(c.By), c.Term.ID)
	}
	return append(parts, strconv.Itoa(times+1))
}

// completed lists the projects that were completed on a day that is known. An entry is
// of the day on which that was told, by the project's source: of one that is told late,
// readers would not hear were it of a day that they have read of.
func (m *Maker) completed(area string) []entry {
	var list []entry
	for p := range m.Site.Projects.All() {
		if p.Completed.IsZero() || !m.liesIn(p.Area, area) {
			continue
		}
		w, told := p.Page.In[m.Lang.Code], p.Completed.Date
		if src, ok := m.Site.Sources.Get(p.Source.ID); ok && src.Date.Compare(told) > 0 {
			told = src.Date.Date
		}
		list = append(list, entry{
			id: m.tag(p.Completed.Date, p.Page.Path, "completed"), url: m.Absolute(p.Page.Path), published: told, updated: told,
			title:   m.Say("feed-completed", m.Plain(w.Title, p)),
			summary: strings.TrimSpace(m.Say("feed-completed-on", m.Lang.Date(p.Completed.Date), m.Plain(w.Summary, p))),
		})
	}
	return list
}
