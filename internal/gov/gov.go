// Package gov knows what a registered government site in China must say of itself:
// the meta tags of its pages and the values for its footer, after 政府网站发展指引
// (国办发〔2017〕47号) and its annex 网页设计规范. It is for a site whose config.toml says
// profile = "cn-gov"; of any other it demands nothing and shows nothing.
package gov

import (
	"net/url"
	"regexp"
	"strings"

	"gongshi/internal/diag"
	"gongshi/internal/report"
)

// The forms that registrations have. The forms of site codes are those that are in use:
// ten digits, or bm and eight; as others were seen, another one is a notice.
// A record begins with the short name of a province, by either of its names. A number
// of zeros alone is that of no register, but of an example that somebody has pasted.
var (
	siteCode = regexp.MustCompile(`^([0-9]{10}|bm[0-9]{8})$`)
	icp      = regexp.MustCompile(`^` + province + `ICP备[0-9]{5,10}号(-[0-9]{1,3})?$`)
	police   = regexp.MustCompile(`^` + province + `公网安备 ?[0-9]{14}号$`)
	ofZeros  = regexp.MustCompile(`(^|[^0-9])0{5,}([^0-9]|$)`)
)

const province = `[京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川蜀贵黔云滇藏陕秦甘陇青宁新]`

// Check reports values that the profile demands and [gov] does not have, values of a
// form that no register gives, and a table without the profile: a page must not look
// like that of a registered site by mistake.
func Check(s *report.Site) diag.List {
	g := s.Gov
	var l diag.List
	switch {
	case s.Profile != report.ProfileCNGov && g.Pos != (diag.Pos{}):
		l.Add(diag.At(g.Pos, "[gov] is for a registered government site in China; without the profile none of it is shown").
			WithHint(`add profile = "cn-gov" above the first line in brackets, or take the table out`))
		return l
	case s.Profile != report.ProfileCNGov:
		return nil
	}
	at := g.Pos
	if at == (diag.Pos{}) {
		at = s.ProfilePos
		l.Add(diag.At(at, `"profile" is cn-gov, but there is no table [gov]`).
			WithHint("write the line [gov] at the end of the file first, and below it what is missing"))
	}
	l.Append(complete(g, at))
	l.Append(formsSound(g))
	l.Append(articlesPublished(s))
	return l
}

// complete reports what is missing, each with what is wanted and an example.
func complete(g report.Gov, at diag.Pos) diag.List {
	var l diag.List
	for _, v := range []struct {
		has                bool
		key, what, example string
	}{
		{g.SiteCode.Set(), "site_code", "the code of the site (政府网站标识码)", `"0000000000"`},
		{g.Host.Written(), "host", "who runs the site (主办单位)", `{ zh = "…", en = "…" }`},
		{g.Operator.Written(), "operator", "who carries it out (承办单位)", `{ zh = "…", en = "…" }`},
		{g.Contact.Written(), "contact", "how to reach them (联系方式)", `{ zh = "…", en = "…" }`},
		{g.ICP.Set(), "icp", "the ICP record (ICP备案号)", `"示ICP备00000000号"`},
		{g.Police.Set(), "police", "the record with the police (公安备案号)", `"示公网安备00000000000000号"`},
		{g.PoliceURL.Set(), "police_url", "the page of that record", `"https://beian.mps.gov.cn/#/query/webSearch?code=00000000000000"`},
		{g.ErrorsURL.Set(), "errors_url", "where errors on the site are reported (网站找错)", `"https://zfwzzc.www.gov.cn/check_web/errorInfo/jcInfo/…"`},
	} {
		if !v.has {
			l.Add(diag.At(at, "[gov] has no %s, %s, which the profile cn-gov demands", v.key, v.what).
				WithHint("add %s = %s below [gov], with the site's own value", v.key, v.example))
		}
	}
	return l
}

func formsSound(g report.Gov) diag.List {
	var l diag.List
	l.Append(noExamples(g))
	if g.SiteCode.Set() && !siteCode.MatchString(g.SiteCode.ID) {
		l.Add(diag.At(g.SiteCode.Pos, "site_code %q is neither ten digits nor bm and eight digits", g.SiteCode.ID).
			WithHint("compare it with the register of government sites").AsNotice())
	}
	if g.ICP.Set() && !icp.MatchString(g.ICP.ID) {
		l.Add(diag.At(g.ICP.Pos, "icp %q is no ICP record; it has the form 京ICP备00000000号, with the short name of the province before it, and -1 and the like after it if there are several", g.ICP.ID))
	}
	if g.Police.Set() && !police.MatchString(g.Police.ID) {
		l.Add(diag.At(g.Police.Pos, "police %q is no record of the police; it has the form 京公网安备00000000000000号, with the short name of the province and 14 digits", g.Police.ID))
	}
	for _, ref := range []struct {
		key string
		report.Ref
	}{{"police_url", g.PoliceURL}, {"errors_url", g.ErrorsURL}} {
		if u, err := url.Parse(ref.ID); ref.Set() && (err != nil || u.Scheme != "https" || u.Host == "") {
			l.Add(diag.At(ref.Pos, "%s %q is not an address; it begins with https://", ref.key, ref.ID))
		}
	}
	return l
}

// noExamples reports the values of examples, such as those in the hints above.
func noExamples(g report.Gov) diag.List {
	var l diag.List
	for _, v := range []struct {
		key string
		report.Ref
	}{{"site_code", g.SiteCode}, {"icp", g.ICP}, {"police", g.Police}, {"police_url", g.PoliceURL}, {"errors_url", g.ErrorsURL}} {
		if ofZeros.MatchString(v.ID) || strings.Contains(v.ID, "…") || strings.Contains(v.ID, "...") {
			l.Add(diag.At(v.Pos, "%s %q is the value of an example", v.key, v.ID).WithHint("write the site's own"))
		}
	}
	return l
}

// articlesPublished reports articles that do not say when they were published. The
// date is never inferred: a forged date of publication fails a whole site in the
// inspections (国办秘函〔2019〕19号), and that of a source says when figures became known,
// not when this page did.
func articlesPublished(s *report.Site) diag.List {
	var l diag.List
	for p := range s.Pages.All() {
		if !IsArticle(s, p.Path) {
			continue
		}
		for _, lang := range s.Languages {
			if w, ok := p.In[lang.Code]; ok && !w.Published.Set() && !w.Broken {
				l.Add(diag.At(diag.Pos{File: w.File, Line: 1, Col: 1}, "page does not say when it was published, which the profile cn-gov demands (PubDate)").
					WithHint(`add published = "2024-12-02 09:30", the time of its first publication, between the lines of +++`))
			}
		}
	}
	return l
}
