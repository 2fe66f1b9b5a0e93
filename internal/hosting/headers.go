// Package hosting makes what hosts, robots and finders of security holes need: the
// headers that files are sent with, in the form of each host; sitemap.xml,
// robots.txt, llms.txt and security.txt. It knows addresses, and no page.
package hosting

import (
	"cmp"
	"path"
	"regexp"
	"slices"
	"strings"

	"gongshi/internal/report"
)

// Header is one header of an answer (RFC 9110, section 6.3).
type Header struct{ Name, Value string }

// Policy says which headers the files of a site are sent with. The preview, the
// acceptance tests, _headers and the snippets for nginx and Caddy all take them from
// it.
type Policy struct {
	Base  string   // the path of the site on its host: "/", "/reports/"
	Codes []string // of the languages that stand in a folder of their own: "en"
}

// PolicyOf returns the policy for a site whose base URL has the given path.
func PolicyOf(s *report.Site, base string) Policy {
	p := Policy{Base: base}
	for i, l := range s.Languages {
		if i > 0 {
			p.Codes = append(p.Codes, l.Code)
		}
	}
	return p
}

// The content policy is as strict as it can be: nothing within a page, nothing from
// another host. form-action is for the page of the search, which works by a form.
// Nobody may show a page within his own, but for a chart that is made for it
// (Content Security Policy Level 3; public pages need no more exceptions).
const (
	contentPolicy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; " +
		"connect-src 'self'; form-action 'self'; base-uri 'none'"
	notFramed = contentPolicy + "; frame-ancestors 'none'"
)

// How long a browser may keep a file (RFC 9111): for ever what has a hash of its
// content in its name; a few minutes what programs fetch again and again; of all else
// it asks each time whether it has changed, so that a correction is seen at once.
const (
	keepForever = "public, max-age=31536000, immutable"
	keepShortly = "public, max-age=300"
	askFirst    = "no-cache"
)

const (
	contentSecurityPolicy = "Content-Security-Policy"
	cacheControl          = "Cache-Control"
	contentType           = "Content-Type"
)

// common are the headers that every file has.
var common = []Header{
	{"X-Content-Type-Options", "nosniff"},
	{"Referrer-Policy", "no-referrer"},
	{"Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"},
}

// kind is a sort of file, by what its headers are.
type kind int

const (
	rest  kind = iota // pages, and what lies beside them
	asset             // its name has a hash of its content
	data              // about all metrics, or one
	frame             // a chart alone, to stand within a page elsewhere
)

// own returns the headers in which the sorts of files differ.
func (k kind) own() []Header {
	switch k {
	case asset:
		return []Header{{contentSecurityPolicy, notFramed}, {cacheControl, keepForever}}
	case data:
		return []Header{{contentSecurityPolicy, notFramed}, {cacheControl, keepShortly}}
	case frame:
		return []Header{{contentSecurityPolicy, contentPolicy}, {cacheControl, askFirst}}
	}
	return []Header{{contentSecurityPolicy, notFramed}, {cacheControl, askFirst}}
}

func (k kind) headers() []Header { return append(common[:len(common):len(common)], k.own()...) }

// framePattern matches the part of an address after the base and the language.
const framePattern = `charts/[^/]+/frame/`

// frames returns a regular expression, in the syntax that Go, PCRE and Caddy share,
// for the addresses of frames.
func (p Policy) frames() string {
	pattern := "^" + regexp.QuoteMeta(p.Base)
	if len(p.Codes) > 0 {
		pattern += "(?:(?:" + strings.Join(p.Codes, "|") + ")/)?"
	}
	return pattern + framePattern
}

func (p Policy) kindOf(address string) kind {
	switch {
	case strings.HasPrefix(address, p.Base+"assets/"):
		return asset
	case strings.HasPrefix(address, p.Base+"data/"):
		return data
	case regexp.MustCompile(p.frames()).MatchString(address):
		return frame
	}
	return rest
}

// Headers returns the headers of what stands at an address, a path that begins at the
// root of the host, but for its content type. The caller may change them.
func (p Policy) Headers(address string) []Header { return p.kindOf(address).headers() }

// types are the content types of all that is published, by the ending of the file
// name: what the generator writes, and the documents and pictures of editors. They
// do not depend on what a machine has installed. Text is UTF-8.
var types = map[string]string{
	".html": "text/html",
	".css":  "text/css",
	".js":   "text/javascript",
	".csv":  "text/csv",
	".txt":  "text/plain",
	".ics":  "text/calendar",
	".svg":  "image/svg+xml",
	".json": "application/json",
	".xml":  "application/xml",
	".atom": "application/atom+xml",
	".jpg":  "image/jpeg",
	".jpeg": "image/jpeg",
	".png":  "image/png",
	".webp": "image/webp",
	".pdf":  "application/pdf",
	".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
	".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
	".odt":  "application/vnd.oasis.opendocument.text",
	".ods":  "application/vnd.oasis.opendocument.spreadsheet",
}

// isText reports whether a content type is text, whose encoding is to be named.
func isText(contentType string) bool {
	return strings.HasPrefix(contentType, "text/") || strings.HasSuffix(contentType, "xml") || contentType == types[".json"]
}

// feedFile is the name of a JSON Feed, whose type is not that of its ending
// (jsonfeed.org, version 1.1). It stands in the folder of each language.
const feedFile, feedType = "feed.json", "application/feed+json"

// MediaType returns the type that a file is announced by, without its encoding: of a
// name that ends in .csv, text/csv. Of a name alone, feed.json is the feed.
func MediaType(name string) string {
	if name == feedFile {
		return feedType
	}
	return cmp.Or(types[strings.ToLower(path.Ext(name))], "application/octet-stream")
}

// feeds are the addresses of the JSON Feeds.
func (p Policy) feeds() []string {
	list := []string{p.Base + feedFile}
	for _, folder := range p.folders() {
		list = append(list, p.Base+folder+feedFile)
	}
	return list
}

// TypeOf returns the content type of what stands at an address.
func (p Policy) TypeOf(address string) string {
	if slices.Contains(p.feeds(), address) {
		return feedType
	}
	return TypeOf(address)
}

// TypeOf returns the content type of a file, by the ending of its name.
func TypeOf(name string) string {
	known, ok := types[strings.ToLower(path.Ext(name))]
	switch {
	case !ok:
		return "application/octet-stream"
	case isText(known):
		return known + "; charset=utf-8"
	}
	return known
}
