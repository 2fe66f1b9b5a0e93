package atlas

import (
	"gongshi/internal/report"
	"gongshi/internal/view"
)

// icpRegister is where a record of a site may be looked up; the law wants it linked
// from the number.
const icpRegister = "https://beian.miit.gov.cn/"

// GovFooter is what a government site says of itself, nil for any other.
func (a Atlas) GovFooter() *view.GovFooter {
	if a.Site.Profile != report.ProfileCNGov {
		return nil
	}
	g := a.Site.Gov
	return &view.GovFooter{
		Host: g.Host.String(a.Lang), Operator: g.Operator.String(a.Lang), Contact: g.Contact.String(a.Lang),
		SiteCode:  g.SiteCode.ID,
		ICP:       view.Link{Text: g.ICP.ID, URL: icpRegister, Lang: a.foreign("zh-Hans")},
		Police:    view.Link{Text: g.Police.ID, URL: g.PoliceURL.ID, Lang: a.foreign("zh-Hans")},
		ErrorsURL: g.ErrorsURL.ID,
		SiteMap:   a.link(report.SiteMapPath),
	}
}

// foreign returns a language, "" when it is the reader's own.
func (a Atlas) foreign(tag string) string {
	if tag == a.Lang.Tag {
		return ""
	}
	return tag
}
