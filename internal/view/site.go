package view

// Meta is a <meta> tag with a name.
type Meta struct {
	Name    string
	Content string // never ""
}

// GovFooter is what a government site in China says of itself at the foot of every
// page (政府网站发展指引).
type GovFooter struct {
	Host      string // 主办单位
	Operator  string // 承办单位
	Contact   string // 联系方式
	SiteCode  string // 政府网站标识码
	ICP       Link   // ICP备案号, to the register
	Police    Link   // 公安备案号, to the record
	ErrorsURL string // 网站找错
	SiteMap   Link   // 站点地图
}

// SiteMapPage is the view of site-map.html: links to every page.
type SiteMapPage struct {
	Base
	Prose
	Groups []SiteMapGroup
}

// SiteMapGroup is a part of the site with its pages.
type SiteMapGroup struct {
	ID    string // unique on the page
	Name  Link
	Note  string         // how many pages there are, in words, when they are too many to list; else ""
	Pages []Link         // may be empty
	Parts []SiteMapGroup // such as the projects of an area; may be empty
}

// GlossaryPage is the view of glossary.html: words with their names in every language.
type GlossaryPage struct {
	Base
	Prose
	Heads  []Link // the languages, this page's first; only Text and Lang have a meaning
	Groups []GlossaryGroup
}

// GlossaryGroup is a list of words of one kind.
type GlossaryGroup struct {
	Kind  string // levels, statuses, words, in words
	Words []GlossaryWord
}

// GlossaryWord is a word with its names.
type GlossaryWord struct {
	ID         string // unique on the page; "" for a word of the vocabulary
	Names      []Link // in the order of the heads; only Text and Lang have a meaning
	Definition string // in this page's language; may be ""
}

// AccessibilityPage is the view of accessibility.html: the accessibility statement.
type AccessibilityPage struct {
	Base
	Prose          // an editor's text, after what the generator says; its body may be ""
	Contact string // to whom barriers are reported; may be ""
	Tested  *Day   // when people last tested the site; nil when nobody has
}
