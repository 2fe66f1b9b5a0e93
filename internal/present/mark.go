package present

import (
	"html"
	"strings"

	"gongshi/internal/answer"
	"gongshi/internal/locale"
	"gongshi/internal/markdown"
	"gongshi/internal/report"
	"gongshi/internal/view"
)

// Mark shows what a reference in prose stands for.
func (pr *Presenter) Mark(a answer.Answer) view.FigureMark {
	f := pr.Figure(a.Metric, a.Value)
	mark := view.FigureMark{Text: f.Text, Machine: f.Machine, URL: f.URL, Name: f.Name, AsOf: pr.Say("as-of", f.AsOf.Text), Source: f.Source.Text, Status: f.Status}
	switch {
	case a.Target && a.Value.AsOf.IsZero():
		mark.AsOf = pr.Say("target")
	case a.Target:
		mark.AsOf = pr.Say("target-for", f.AsOf.Text)
	}
	switch a.Form {
	case markdown.Value:
		mark.Text = f.Number
	case markdown.AsOf:
		mark.Text, mark.Machine = f.AsOf.Text, f.AsOf.ISO
	case markdown.Change:
		mark.Text, mark.Machine = pr.Change(a.Metric, a.Change), a.Change.String()
	case markdown.Share:
		mark.Text, mark.Machine = pr.Lang.Percent(a.Share, 1), a.Share.Fraction(1).String()
	case markdown.Rank:
		mark.Text, mark.Machine = pr.Lang.Ordinal(a.Rank), locale.Int(int64(a.Rank)).String()
	}
	return mark
}

// Change says in words by how much a value has gone up or down, so that the
// sentence stays true when the value moves the other way.
func (pr *Presenter) Change(m *report.Metric, by locale.Decimal) string {
	size := pr.Quantity(m, by.Abs())
	switch by.Sign() {
	case 1:
		return pr.Say("change-up", size)
	case -1:
		return pr.Say("change-down", size)
	}
	return pr.Say("change-none")
}

// Plain prints a line as text without markup, for <title> and the like.
func (pr *Presenter) Plain(l markdown.Line, p *report.Project) string {
	var b strings.Builder
	for _, part := range l.Parts {
		if part.Ref == nil {
			b.WriteString(html.UnescapeString(part.HTML))
			continue
		}
		a, _ := answer.To(pr.Site, p, part.Ref) // check saw to it
		b.WriteString(pr.Mark(a).Text)
	}
	return b.String()
}
