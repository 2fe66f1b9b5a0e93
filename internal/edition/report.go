package edition

import (
	"gongshi/internal/digest"
	"gongshi/internal/report"
	"gongshi/internal/view"
)

// report is the whole programme on one page, to be printed.
func (e *Edition) report() ([]byte, error) {
	text, err := e.sectionText(report.ReportPath)
	if err != nil {
		return nil, err
	}
	v := view.ReportPage{Base: e.baseView(e.sectionHead(report.ReportPath, text)), Prose: text.Prose}
	if m, ok := e.Site.Metrics.Get(e.Site.Home.Headline.ID); ok {
		v.Headline = e.Headline(m)
	}
	if err := digest.Fill(e.Composer, &v); err != nil {
		return nil, err
	}
	return e.Templates.Page("report.html", v)
}
