package gov

import (
	"net/url"
	"slices"
	"strings"

	"gongshi/internal/locale"
	"gongshi/internal/report"
	"gongshi/internal/route"
	"gongshi/internal/view"
)

// Page is what a page says of itself.
type Page struct {
	Address     string // "/about/"
	URL         string // absolute
	Title       string
	Description string // may be ""
	Column      Column
}

// Column is the part of the site that a page is, or lies in.
type Column struct {
	Address     string
	Name        string
	Description string // never ""
	Keywords    string // separated by commas; never ""
}

// The types of columns (ColumnType) that a report has; the annex lists more. The wording
// has their names: "gov-column-" and the type.
const (
	HomeType     = "home"     // 首页
	OverviewType = "overview" // 概况信息
	NewsType     = "news"     // 工作动态
	DataType     = "data"     // 数据发布
)

// ColumnTypes lists the types of columns.
var ColumnTypes = []string{HomeType, OverviewType, NewsType, DataType}

// ColumnTypeOf returns the type of a column by its address. Projects, however they are
// sorted, are data: of each the page says what it reached.
func ColumnTypeOf(s *report.Site, address string) string {
	switch address {
	case report.HomePath:
		return HomeType
	case report.UpdatesPath:
		return NewsType
	case report.ProjectsPath, report.MetricsPath, report.ChartsPath, report.CorrectionsPath, report.StatusPath, report.DataPath, report.ReportPath:
		return DataType
	}
	if slices.Contains(s.Sorted.Sections, address) {
		return DataType
	}
	return OverviewType
}

// ColumnOf returns the address of the column that a page is or lies in: the home page,
// or the first folder of its address.
func ColumnOf(address string) string {
	first, _, _ := strings.Cut(strings.Trim(address, "/"), "/")
	if first == "" {
		return report.HomePath
	}
	return "/" + first + "/"
}

// IsArticle reports whether a page is somebody's text, published on a day: that of a
// project, an update, or a free page. The home page and the sections are columns, and metrics and
// charts are data, of which each value has its own date.
func IsArticle(s *report.Site, address string) bool {
	_, written := s.Pages.Get(address)
	return written && !route.IsSection(s, address)
}

// Tags returns the meta tags of a page, those of the site first, each name once and
// in the case that inspectors look for. On pages in another language the names are
// the same. say gives the words of the interface.
func Tags(s *report.Site, l *locale.Language, p Page, say func(key string, args ...any) string) []view.Meta {
	var tags []view.Meta
	add := func(name, content string) {
		if content != "" {
			tags = append(tags, view.Meta{Name: name, Content: content})
		}
	}
	add("SiteName", s.Title.String(l))
	add("SiteDomain", domain(p.URL))
	add("SiteIDCode", s.Gov.SiteCode.ID)
	add("ColumnName", p.Column.Name)
	add("ColumnDescription", p.Column.Description)
	add("ColumnKeywords", p.Column.Keywords)
	add("ColumnType", say("gov-column-"+ColumnTypeOf(s, p.Column.Address)))
	if IsArticle(s, p.Address) {
		page, _ := s.Pages.Get(p.Address)
		add("ArticleTitle", p.Title)
		add("PubDate", page.In[l.Code].Published.ID)
		add("ContentSource", contentSource(s, page, l))
		add("Url", p.URL)
	}
	add("Description", p.Description)
	return tags
}

// contentSource names whoever a text comes from: of a project, who published its
// source; of any other page, whoever runs the site.
func contentSource(s *report.Site, page *report.Page, l *locale.Language) string {
	if page.Project != nil {
		if src, ok := s.Sources.Get(page.Project.Source.ID); ok {
			return src.Publisher.String(l)
		}
	}
	return s.Gov.Host.String(l)
}

func domain(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return u.Hostname()
}
