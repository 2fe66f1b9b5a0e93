package report

import "gongshi/internal/diag"

// The profiles of a site: what it must say of itself.
const (
	ProfileNone  = ""
	ProfileCNGov = "cn-gov" // a registered government site in China: see package gov
)

// Profiles lists the profiles that an author may write.
var Profiles = []string{ProfileCNGov}

// Gov is what a government site in China says of itself (政府网站发展指引, 国办发〔2017〕
// 47号). All of it is demanded. No value stands for another site's.
type Gov struct {
	Pos       diag.Pos // the zero Pos: there is no table
	SiteCode  Ref      // 政府网站标识码
	Host      Text     // 主办单位
	Operator  Text     // 承办单位
	Contact   Text     // 联系方式
	ICP       Ref      // ICP备案号
	Police    Ref      // 公安备案号
	PoliceURL Ref      // the record's page
	ErrorsURL Ref      // 网站找错: where errors on the site are reported
}

// Security says whom to tell of a security hole (RFC 9116).
type Security struct {
	Pos     diag.Pos // the zero Pos: there is no table
	Contact Ref      // a URI
	Expires Day
}

// Written reports whether the author wrote the table.
func (s Security) Written() bool { return s.Pos != diag.Pos{} }

// Accessibility is what the accessibility statement cannot know by itself.
type Accessibility struct {
	Contact Text // to whom barriers are reported; may be unwritten
	Tested  Day  // when people last tested the site; unset when nobody has
}

// Contacts lists the contacts and registration numbers that the site gives of itself,
// which are no personal data.
func (c *Config) Contacts() []string {
	list := append([]string{c.Security.Contact.ID, c.Gov.SiteCode.ID, c.Gov.ICP.ID, c.Gov.Police.ID}, c.Publisher.Contacts...)
	for _, t := range []Text{c.Accessibility.Contact, c.Gov.Contact} {
		for _, l := range c.Languages {
			list = append(list, t.String(l))
		}
	}
	return list
}
