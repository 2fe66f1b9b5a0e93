// Package present puts metrics and projects, in one language, into the words and numbers
// that views show. It knows nothing of pages. Begin at Presenter and its Figure.
package present

import (
	"gongshi/internal/facet"
	"gongshi/internal/locale"
	"gongshi/internal/report"
	"gongshi/internal/view"
)

// Presenter presents a site's facts in one language. It may be used by several
// goroutines at once.
type Presenter struct {
	Site *report.Site
	Lang *locale.Language
	Say  func(key string, args ...any) string // the words of the interface
	URL  func(address string) string          // where a page of the site is, in this language

	Facets facet.Facets // its projects, sorted
}

// Figure shows one value of a metric in the edition's language.
func (pr *Presenter) Figure(m *report.Metric, o report.Observation) view.Figure {
	p := m.Print(pr.Lang, o.Value)
	f := view.Figure{
		Number: p.Number, Unit: p.Unit, Text: p.Text, Machine: p.Machine,
		Name:   m.Name.String(pr.Lang),
		URL:    pr.URL(m.Path()),
		AsOf:   pr.Day(o.AsOf),
		Source: pr.Source(o.Source),
	}
	if o.Value.Missing {
		f.Number = pr.Say("not-published")
		f.Text = f.Number
	}
	f.Status = pr.Status(o)
	return f
}

// Status says how sure a value is, "" when it is final.
func (pr *Presenter) Status(o report.Observation) string {
	if o.Status == report.Final {
		return ""
	}
	return pr.Say("status-" + string(o.Status))
}

// Latest shows the newest value of a metric. Every metric has one: check saw to
// it.
func (pr *Presenter) Latest(m *report.Metric) view.Figure {
	o, _ := pr.Site.Latest(m)
	return pr.Figure(m, o)
}

func (pr *Presenter) Day(d locale.Date) view.Day {
	return view.Day{Text: pr.Lang.Date(d), ISO: d.String()}
}

func (pr *Presenter) Source(ref report.Ref) view.Link {
	s, ok := pr.Site.Sources.Get(ref.ID)
	if !ok {
		return view.Link{}
	}
	return view.Link{Text: s.Title.String(pr.Lang), URL: s.URL}
}

// Common returns the date and source of figures when all have the same, else
// nil.
func Common(figures []view.Figure) *view.Provenance {
	if len(figures) == 0 {
		return nil
	}
	p := view.Provenance{AsOf: figures[0].AsOf, Source: figures[0].Source}
	for _, f := range figures[1:] {
		if f.AsOf != p.AsOf || f.Source != p.Source {
			return nil
		}
	}
	return &p
}

// Counted says a number of things in words: the key has -one or -other at its
// end, as the language's plural rule says.
func (pr *Presenter) Counted(key string, n int) string {
	form := pr.Lang.Plural(locale.Int(int64(n)))
	return pr.Say(key+"-"+string(form), n)
}

// Term names a term, "" when none is set.
func (pr *Presenter) Term(kind report.TermKind, ref report.Ref) string {
	if t, ok := pr.Site.Vocabulary[kind].Get(ref.ID); ok {
		return t.Name.String(pr.Lang)
	}
	return ""
}

// Place names an area with the areas that it lies in.
func (pr *Presenter) Place(ref report.Ref) string {
	var names []string
	for t := range pr.Site.Within(ref) {
		names = append(names, t.Name.String(pr.Lang))
	}
	return pr.Lang.Place(names)
}
