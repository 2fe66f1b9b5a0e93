package proof

import (
	"maps"
	"slices"

	"gongshi/internal/diag"
	"gongshi/internal/markdown"
	"gongshi/internal/report"
)

// writings yields every page's text in every language, in a fixed order.
func writings(s *report.Site, look func(*report.Page, *report.Writing, string)) {
	for p := range s.Pages.All() {
		for _, code := range slices.Sorted(maps.Keys(p.In)) {
			look(p, p.In[code], code)
		}
	}
}

func referencesResolve(s *report.Site) diag.List {
	var l diag.List
	writings(s, func(p *report.Page, w *report.Writing, _ string) {
		for _, parts := range [][]markdown.Part{w.Title.Parts, w.Summary.Parts, w.Body.Parts} {
			for ref := range markdown.Refs(parts) {
				l.Append(refResolves(s, p, ref))
			}
		}
		l.Append(chartsResolve(s, w))
	})
	return l
}

func refResolves(s *report.Site, p *report.Page, ref *markdown.Ref) diag.List {
	var l diag.List
	m, ok := s.Metrics.Get(ref.ID)
	switch {
	case !ok:
		l.Add(diag.Unknown(ref.Pos, ref.ID, "metric", inMetrics, s.Metrics.IDs()))
	case !ref.Own:
	case p.Project == nil:
		l.Add(diag.At(ref.Pos, "{{this.%s}} stands on a page that is not a project's; write {{%s}}", ref.ID, ref.ID))
	default:
		if _, ok := p.Project.Contribution(m.ID); !ok {
			l.Add(diag.At(ref.Pos, "this project contributes nothing to %q", m.ID).WithSee(p.Project.Pos).
				WithHint("add %s = … below [counts] in project.toml", m.ID))
		}
	}
	return l
}

func chartsResolve(s *report.Site, w *report.Writing) diag.List {
	var l diag.List
	placed := map[string]diag.Pos{}
	for _, part := range w.Body.Parts {
		if part.Chart == nil {
			continue
		}
		id, pos := part.Chart.ID, part.Chart.Pos
		if !s.Charts.Has(id) {
			l.Add(diag.Unknown(pos, id, "chart", inCharts, s.Charts.IDs()))
		}
		if first, twice := placed[id]; twice {
			l.Add(diag.At(pos, "chart %q stands twice on this page", id).WithSee(first))
		}
		placed[id] = pos
	}
	return l
}

func linksResolve(s *report.Site) diag.List {
	var l diag.List
	writings(s, func(p *report.Page, w *report.Writing, code string) {
		for _, part := range w.Body.Parts {
			switch {
			case part.Link != nil:
				l.Append(linkResolves(s, p, part.Link, code))
			case part.Image != nil:
				l.Append(imageResolves(s, p, part.Image))
			}
		}
	})
	return l
}

func linkResolves(s *report.Site, p *report.Page, link *markdown.Link, code string) diag.List {
	var l diag.List
	t, ok := s.Resolve(p, link.Dest)
	switch {
	case !ok:
		l.Add(diag.At(link.Pos, "link leads to %q, where there is nothing; an address begins with / and has no language, such as /about/", link.Dest).
			WithHint("%s", diag.Suggest(link.Dest, s.Addresses())))
	case t.Fragment != "" && t.Page != nil:
		if ids := fragments(t.Page, code); !slices.Contains(ids, t.Fragment) {
			l.Add(diag.At(link.Pos, "link leads to %q, but that page has no part #%s", link.Dest, t.Fragment).
				WithHint("%s", diag.Suggest(t.Fragment, ids)))
		}
	case t.Fragment != "" && t.Path != "":
		l.Add(diag.At(link.Pos, "link leads to %q, which has no parts", link.Dest))
	}
	return l
}

// fragments lists the parts of a page that a link may lead to: its headings and
// charts.
func fragments(p *report.Page, code string) []string {
	var ids []string
	w, ok := p.In[code]
	if !ok {
		return nil
	}
	for _, h := range w.Body.Headings {
		ids = append(ids, h.ID)
	}
	for _, part := range w.Body.Parts {
		if part.Chart != nil {
			ids = append(ids, report.ChartAnchor(part.Chart.ID))
		}
	}
	return ids
}

func imageResolves(s *report.Site, p *report.Page, image *markdown.Image) diag.List {
	var l diag.List
	t, ok := s.Resolve(p, image.Dest)
	switch {
	case ok && t.Path == "":
		l.Add(diag.At(image.Pos, "picture %q is on another site; a page loads nothing from elsewhere", image.Dest).
			WithHint("put the picture's file into %s", p.Dir))
	case !ok || !t.Shared:
		l.Add(diag.At(image.Pos, "picture %q is not among the files of %s", image.Dest, p.Dir).WithHint("%s", diag.Suggest(image.Dest, s.Files.IDs())))
	}
	return l
}
