package present

import (
	"cmp"
	"strings"

	"gongshi/internal/report"
	"gongshi/internal/share"
	"gongshi/internal/view"
)

// ShareCard is what the share image of a page says: its title, and the one figure that
// matters most on it, if it has one. The alt says the same in words.
func (pr *Presenter) ShareCard(address, title string) (card share.Card, alt string) {
	c := &shareCard{pr, share.Card{
		Site:  pr.Site.Title.String(pr.Lang),
		Note:  cmp.Or(pr.Site.Notice.String(pr.Lang), pr.Site.Tagline.String(pr.Lang)),
		Title: title,
	}, []string{title}}
	page, _ := pr.Site.Pages.Get(address)
	switch {
	case address == report.HomePath:
		c.home()
	case strings.HasPrefix(address, report.MetricsPath):
		if m, ok := pr.Site.Metrics.Get(idIn(report.MetricsPath, address)); ok {
			c.metric(m)
		}
	case strings.HasPrefix(address, report.ChartsPath):
		if pr.Site.Charts.Has(idIn(report.ChartsPath, address)) {
			c.card.Kicker = pr.Say("charts")
		}
	case page != nil && page.Project != nil:
		c.project(page.Project)
	}
	return c.card, strings.Join(c.said, pr.Say("notes-gap"))
}

// idIn returns the id of what has its page in a section.
func idIn(section, address string) string {
	return strings.TrimSuffix(strings.TrimPrefix(address, section), "/")
}

// shareCard is a card that is being filled.
type shareCard struct {
	*Presenter
	card share.Card
	said []string
}

// home shows the large rate, and what it is of unless the title says so.
func (c *shareCard) home() {
	c.card.Kicker = c.Site.Home.Kicker.String(c.Lang)
	m, ok := c.Site.Metrics.Get(c.Site.Home.Headline.ID)
	if !ok {
		return
	}
	h := c.Headline(m)
	name := h.Name
	if !strings.Contains(c.card.Title, h.Of) {
		name += c.Say("colon") + h.Of
	}
	c.figure(h.Figure, name)
}

func (c *shareCard) metric(m *report.Metric) {
	c.card.Kicker = c.Say("metrics")
	if m.Kind == report.Ratio {
		h := c.Headline(m)
		c.figure(h.Figure, h.Of)
		return
	}
	c.figure(c.Latest(m), "")
}

// project shows the status, and the first figure that the project contributes. That it
// counts as one project more is none.
func (c *shareCard) project(p *report.Project) {
	c.card.Kicker = c.ProjectStatus(p).Text
	for _, own := range p.Contributions() {
		if m, _ := c.Site.Metrics.Get(own.Metric.ID); m.RollUp != report.RollUpCount {
			f := c.Figure(m, c.Site.Own(p, own))
			c.figure(f, f.Name)
			return
		}
	}
}

// figure shows a figure, unless nothing is published.
func (c *shareCard) figure(f view.Figure, name string) {
	if f.Machine == "" {
		return
	}
	asOf := c.Say("as-of", f.AsOf.Text)
	if f.Status != "" {
		asOf += c.Say("mark-in-text", f.Status)
	}
	c.card.Figure, c.card.Unit, c.card.Name, c.card.AsOf = f.Number, f.Unit, name, asOf
	if name != "" {
		c.said = append(c.said, name)
	}
	c.said = append(c.said, f.Text, asOf)
}
