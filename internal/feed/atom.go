package feed

import (
	"bytes"
	"encoding/xml"
)

// The elements of Atom (RFC 4287, section 4) that we write.
type atomFeed struct {
	XMLName  xml.Name    `xml:"http://www.w3.org/2005/Atom feed"`
	Lang     string      `xml:"xml:lang,attr"`
	ID       string      `xml:"id"`
	Title    string      `xml:"title"`
	Subtitle string      `xml:"subtitle,omitempty"`
	Updated  string      `xml:"updated"`
	Author   atomAuthor  `xml:"author"`
	Links    []atomLink  `xml:"link"`
	Entries  []atomEntry `xml:"entry"`
}

type atomAuthor struct {
	Name string `xml:"name"`
	URI  string `xml:"uri,omitempty"`
}

type atomLink struct {
	Rel      string `xml:"rel,attr"`
	Type     string `xml:"type,attr"`
	HrefLang string `xml:"hreflang,attr,omitempty"`
	Href     string `xml:"href,attr"`
}

type atomEntry struct {
	ID        string   `xml:"id"`
	Title     string   `xml:"title"`
	Link      atomLink `xml:"link"`
	Published string   `xml:"published"`
	Updated   string   `xml:"updated"`
	Summary   string   `xml:"summary,omitempty"`
}

// Atom makes the Atom feed at an address: of what concerns one area or, without one,
// of all that is new. The id of a feed is its address.
func (m *Maker) Atom(address, area string) ([]byte, error) {
	f := m.make(address, area)
	out := atomFeed{
		Lang: f.lang, ID: f.self, Title: f.title, Subtitle: f.subtitle, Updated: midnight(f.updated),
		Author: atomAuthor{f.author.name, f.author.url},
		Links:  []atomLink{{"self", Type(AtomPath), f.lang, f.self}, {"alternate", "text/html", f.lang, f.alternate}},
	}
	for _, e := range f.entries {
		out.Entries = append(out.Entries, atomEntry{
			ID: e.id, Title: e.title, Summary: e.summary, Link: atomLink{"alternate", "text/html", f.lang, e.url},
			Published: midnight(e.published), Updated: midnight(e.updated),
		})
	}
	var b bytes.Buffer
	b.WriteString(xml.Header)
	enc := xml.NewEncoder(&b)
	enc.Indent("", "\t")
	err := enc.Encode(out)
	b.WriteByte('\n')
	return b.Bytes(), err
}
