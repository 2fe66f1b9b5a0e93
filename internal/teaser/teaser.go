// Package teaser says what the picture of a page says, by which the page is shown where
// its address is shared: its title, and one figure. Begin at Of.
package teaser

import (
	"cmp"
	"strings"

	"gongshi/internal/present"
	"gongshi/internal/report"
	"gongshi/internal/share"
	"gongshi/internal/view"
)

// Of is what the share image of the page at an address says: its title, and the one figure
// that matters most on it, if it has one. The accent is left to the caller. The alt says
// the same in words.
func Of(pr *present.Presenter, address, title string) (card share.Card, alt string) {
	t := &teaser{pr, share.Card{
		Site:  pr.Site.Title.String(pr.Lang),
		Note:  cmp.Or(pr.Site.Notice.String(pr.Lang), pr.Site.Tagline.String(pr.Lang)),
		Title: title,
	}, []string{title}}
	page, _ := pr.Site.Pages.Get(address)
	switch {
	case address == report.HomePath:
		t.home()
	case strings.HasPrefix(address, report.MetricsPath):
		if m, ok := pr.Site.Metrics.Get(idIn(report.MetricsPath, address)); ok {
			t.metric(m)
		}
	case strings.HasPrefix(address, report.ChartsPath):
		if pr.Site.Charts.Has(idIn(report.ChartsPath, address)) {
			t.card.Kicker = pr.Say("charts")
		}
	case page != nil && page.Project != nil:
		t.project(page.Project)
	}
	return t.card, strings.Join(t.said, pr.Say("notes-gap"))
}

// idIn returns the id of what has its page in a section.
func idIn(section, address string) string {
	return strings.TrimSuffix(strings.TrimPrefix(address, section), "/")
}

// teaser is a card that is being filled.
type teaser struct {
	*present.Presenter
	card share.Card
	said []string
}

// home shows the large rate, and what it is of unless the title says so.
func (t *teaser) home() {
	t.card.Kicker = t.Site.Home.Kicker.String(t.Lang)
	m, ok := t.Site.Metrics.Get(t.Site.Home.Headline.ID)
	if !ok {
		return
	}
	h := t.Headline(m)
	name := h.Name
	if !strings.Contains(t.card.Title, h.Of) {
		name += t.Say("colon") + h.Of
	}
	t.figure(h.Figure, name)
}

func (t *teaser) metric(m *report.Metric) {
	t.card.Kicker = t.Say("metrics")
	if m.Kind == report.Ratio {
		h := t.Headline(m)
		t.figure(h.Figure, h.Of)
		return
	}
	t.figure(t.Latest(m), "")
}

// project shows the status, and the first result of what was promised or, where there is
// none, the first figure that the project contributes otherwise. A sum that was not to be
// passed is no result, and that the project counts as one more is no figure.
func (t *teaser) project(p *report.Project) {
	t.card.Kicker = t.ProjectStatus(p).Text
	var list []report.Contribution
	for _, d := range p.Deliver {
		if own, ok := p.Contribution(d.Metric.ID); ok && !d.LowerIsBetter {
			list = append(list, own)
		}
	}
	for _, own := range append(list, p.Contributions()...) {
		if m, _ := t.Site.Metrics.Get(own.Metric.ID); m.RollUp != report.RollUpCount {
			f := t.Figure(m, t.Site.Own(p, own))
			t.figure(f, f.Name)
			return
		}
	}
}

// figure shows a figure, unless nothing is published.
func (t *teaser) figure(f view.Figure, name string) {
	if f.Machine == "" {
		return
	}
	asOf := t.Say("as-of", f.AsOf.Text)
	if f.Status != "" {
		asOf += t.Say("mark-in-text", f.Status)
	}
	t.card.Figure, t.card.Unit, t.card.Name, t.card.AsOf = f.Number, f.Unit, name, asOf
	if name != "" {
		t.said = append(t.said, name)
	}
	t.said = append(t.said, f.Text, asOf)
}
