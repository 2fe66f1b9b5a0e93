package check

import (
	"gongshi/internal/diag"
	"gongshi/internal/report"
)

func chartsSound(s *report.Site) diag.List {
	var l diag.List
	for c := range s.Charts.All() {
		if !c.Title.Written() {
			l.Add(diag.At(c.Pos, "chart %q has no title", c.ID).WithHint("say in the title what the chart shows, in one sentence"))
		}
		if c.Kind == "" {
			l.Add(diag.At(c.Pos, "chart %q has no kind; allowed are bar, column, donut", c.ID))
		}
		metrics, problems := chartMetrics(s, c)
		l.Append(problems)
		switch c.Kind {
		case report.Donut:
			l.Append(donutSound(s, c, metrics))
		case report.Bar, report.Column:
			l.Append(barsSound(s, c, metrics))
		}
	}
	return l
}

func chartMetrics(s *report.Site, c *report.Chart) (found []*report.Metric, l diag.List) {
	if len(c.Metrics) == 0 {
		l.Add(diag.At(c.Pos, "chart %q shows no metrics", c.ID).WithHint(`add metrics = ["…", "…"]`))
	}
	seen := map[string]bool{}
	for _, ref := range c.Metrics {
		m, ok := s.Metrics.Get(ref.ID)
		switch {
		case !ok:
			l.Add(diag.Unknown(ref.Pos, ref.ID, "metric", inMetrics, s.Metrics.IDs()))
		case seen[ref.ID]:
			l.Add(diag.At(ref.Pos, "chart %q shows %q twice", c.ID, ref.ID))
		default:
			found = append(found, m)
		}
		seen[ref.ID] = true
	}
	return found, l
}

// barsSound reports metrics that cannot share an axis. Things that were counted
// can, whatever they are called; a length cannot stand beside a sum of money.
func barsSound(s *report.Site, c *report.Chart, metrics []*report.Metric) diag.List {
	var l diag.List
	if c.Rest.Written() {
		l.Add(diag.At(c.Rest.Pos, "a %s has no rest; only a donut has", c.Kind))
	}
	for i, m := range metrics {
		switch {
		case m.Kind == report.Ratio:
			l.Add(diag.At(c.Metrics[i].Pos, "%q is a ratio; a %s shows numbers", m.ID, c.Kind).WithHint(`use kind = "donut" for one ratio`))
		case m.Kind != metrics[0].Kind || m.Kind != report.Count && !sameUnit(s, m, metrics[0]):
			l.Add(diag.At(c.Metrics[i].Pos, "%q and %q have different units and cannot share an axis", metrics[0].ID, m.ID).WithSee(m.Unit.Pos))
		}
		if latest, ok := s.Latest(m); ok && latest.Value.Number.Sign() < 0 {
			l.Add(diag.At(c.Metrics[i].Pos, "%q is negative; bars begin at zero", m.ID).WithSee(latest.Pos))
		}
	}
	return l
}

func sameUnit(s *report.Site, a, b *report.Metric) bool {
	for _, lang := range s.Languages {
		for _, p := range lang.Plurals {
			if a.Unit.In[lang.Code][p] != b.Unit.In[lang.Code][p] {
				return false
			}
		}
	}
	return true
}

func donutSound(s *report.Site, c *report.Chart, metrics []*report.Metric) diag.List {
	var l diag.List
	if len(c.Metrics) > 1 {
		l.Add(diag.At(c.Metrics[1].Pos, "a donut shows one ratio; %q has %d metrics", c.ID, len(c.Metrics)).WithHint(`use kind = "bar" to compare metrics`))
	}
	if !c.Rest.Written() {
		l.Add(diag.At(c.Pos, "donut %q does not name what is left over", c.ID).WithHint(`add rest = { zh = "未完成", en = "Not completed" }`))
	}
	for i, m := range metrics {
		if m.Kind != report.Ratio {
			l.Add(diag.At(c.Metrics[i].Pos, "%q is a %s; a donut shows one ratio", m.ID, m.Kind).WithHint(`use kind = "bar"`))
			continue
		}
		l.Append(donutParts(s, c, m, c.Metrics[i].Pos))
	}
	return l
}

// donutParts reports parts that cannot be drawn, or told apart.
func donutParts(s *report.Site, c *report.Chart, m *report.Metric, pos diag.Pos) diag.List {
	var l diag.List
	if latest, ok := s.Latest(m); ok {
		switch share := latest.Value.Share; {
		case share.Part.Cmp(share.Whole) > 0:
			l.Add(diag.At(pos, "%q is over 100%%; a donut shows parts of a whole", m.ID))
		case share.Part.Sign() < 0 || share.Whole.Sign() < 0:
			l.Add(diag.At(pos, "%q is below 0; a donut shows parts of a whole", m.ID))
		}
	}
	part, _, ok := s.Parts(m)
	for _, lang := range s.Languages {
		if name := c.Rest.String(lang); ok && name != "" && name == part.Name.String(lang) {
			l.Add(diag.At(c.Rest.Pos, "the rest has the same name in %s as the other part, %q", lang.Name, name).WithSee(part.Pos))
		}
	}
	return l
}
