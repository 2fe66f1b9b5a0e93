package hosting

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// Forms lists what [Policy.For] can write, besides the file _headers.
var Forms = []string{"nginx", "caddy"}

// For returns the headers in the form of a server. It reports false for one that is
// not in [Forms].
func (p Policy) For(form string) (string, bool) {
	switch form {
	case "nginx":
		return p.nginx(), true
	case "caddy":
		return p.caddy(), true
	}
	return "", false
}

// HeadersFile is the name of the file that [Policy.File] makes.
const HeadersFile = "_headers"

// File returns the file _headers for Netlify and Cloudflare Pages, for a site with
// the given files, paths that are relative to it.
//
// All rules that fit an address hold. Cloudflare then puts the values of a header one
// after another; Netlify takes that of the narrowest rule. This file means the same
// to both. What every file has stands once, with a content policy that lets itself be
// framed, and the narrower rules have the whole policy: two policies one after
// another both hold. Of Cache-Control two would contradict one another, so it stands
// for assets and data only; of all else both hosts say "public, max-age=0,
// must-revalidate" of themselves, which means what no-cache does (RFC 9111, section
// 5.2.2.4; Cloudflare Pages, default headers; Netlify, caching).
//
// Cloudflare reads 100 rules, so there is none for each page. A pattern may have * at
// its end, and :name for one part of the address, on both hosts. Frames lie three
// parts deep, or four with the language: what lies less deep is taken in by its depth,
// and deeper things by the first part of their address.
func (p Policy) File(files []string) string {
	var b strings.Builder
	rule := func(pattern string, headers ...Header) {
		b.WriteString(p.Base + pattern + "\n")
		for _, h := range headers {
			fmt.Fprintf(&b, "  %s: %s\n", h.Name, h.Value)
		}
	}
	whole := Header{contentSecurityPolicy, notFramed}
	rule("*", append(slices.Clone(common), Header{contentSecurityPolicy, contentPolicy})...)
	rule("assets/*", asset.own()...)
	rule("data/*", data.own()...)
	for _, folder := range append([]string{""}, p.folders()...) {
		for _, pattern := range []string{"", ":a", ":a/", ":a/:b", ":a/:b/"} {
			rule(folder+pattern, whole)
		}
		if slices.Contains(files, folder+feedFile) {
			rule(folder+feedFile, Header{contentType, feedType})
		}
		for _, first := range p.deep(files, folder) {
			rule(folder+first+"/*", whole)
		}
	}
	return b.String()
}

// folders are those of the languages that have one.
func (p Policy) folders() []string {
	var list []string
	for _, code := range p.Codes {
		list = append(list, code+"/")
	}
	return list
}

// deep lists the first parts of the addresses, in a language's folder, of what lies
// deeper than two parts, but for frames and what has rules of its own, sorted.
func (p Policy) deep(files []string, folder string) []string {
	found := map[string]bool{}
	for _, file := range files {
		within, ok := strings.CutPrefix(strings.TrimSuffix(file, "/index.html"), folder)
		first, _, _ := strings.Cut(within, "/")
		own := first == "charts" || folder == "" && (first == "assets" || first == "data" || slices.Contains(p.Codes, first))
		if ok && !own && strings.Count(within, "/") > 1 {
			found[first] = true
		}
	}
	return slices.Sorted(maps.Keys(found))
}

// nginx returns directives for a server block. Each location has all headers: a
// location that adds one no longer inherits those around it.
func (p Policy) nginx() string {
	var b strings.Builder
	b.WriteString("# Headers and content types. Include this file in the server block of the site.\n")
	fmt.Fprintf(&b, "charset utf-8;\ncharset_types %s;\ntypes {\n", strings.Join(textTypes(), " "))
	for _, ext := range slices.Sorted(maps.Keys(types)) {
		fmt.Fprintf(&b, "\t%s %s;\n", types[ext], strings.TrimPrefix(ext, "."))
	}
	fmt.Fprintf(&b, "}\nerror_page 404 %s404.html;\n", p.Base)
	location := func(match string, k kind, more string) {
		fmt.Fprintf(&b, "location %s {\n%s", match, more)
		for _, h := range k.headers() {
			fmt.Fprintf(&b, "\tadd_header %s \"%s\" always;\n", h.Name, h.Value)
		}
		b.WriteString("}\n")
	}
	location(`~ "`+p.frames()+`"`, frame, "")
	location("^~ "+p.Base+"assets/", asset, "")
	location("^~ "+p.Base+"data/", data, "")
	for _, address := range p.feeds() {
		location("= "+address, rest, fmt.Sprintf("\ttypes { }\n\tdefault_type %s;\n", feedType))
	}
	location(p.Base, rest, "")
	for _, folder := range p.folders() {
		location(p.Base+folder, rest, fmt.Sprintf("\terror_page 404 %s404.html;\n", p.Base+folder))
	}
	return b.String()
}

// textTypes are the content types of text but for HTML, of which nginx says the
// encoding in any case.
func textTypes() []string {
	var list []string
	for _, ext := range slices.Sorted(maps.Keys(types)) {
		if isText(types[ext]) && ext != ".html" {
			list = append(list, types[ext])
		}
	}
	return list
}

// caddy returns directives for a site block.
func (p Policy) caddy() string {
	var b strings.Builder
	b.WriteString("# Headers and content types. Import this file in the block of the site.\n")
	fmt.Fprintf(&b, "@frame path_regexp `%s`\n", p.frames())
	fmt.Fprintf(&b, "@asset path %sassets/*\n@data path %sdata/*\n", p.Base, p.Base)
	fmt.Fprintf(&b, "@rest {\n\tpath %s*\n\tnot path %sassets/* %sdata/*\n\tnot path_regexp `%s`\n}\n", p.Base, p.Base, p.Base, p.frames())
	for _, group := range []struct {
		name string
		kind kind
	}{{"frame", frame}, {"asset", asset}, {"data", data}, {"rest", rest}} {
		fmt.Fprintf(&b, "header @%s {\n", group.name)
		for _, h := range group.kind.headers() {
			fmt.Fprintf(&b, "\t%s \"%s\"\n", h.Name, h.Value)
		}
		b.WriteString("}\n")
	}
	for _, ext := range slices.Sorted(maps.Keys(types)) {
		name := "type_" + strings.TrimPrefix(ext, ".")
		fmt.Fprintf(&b, "@%s path *%s\nheader @%s Content-Type \"%s\"\n", name, ext, name, TypeOf(ext))
	}
	// Deferred: it holds after that of the ending, in whatever order Caddy takes them.
	fmt.Fprintf(&b, "@feed path %s\nheader @feed {\n\tContent-Type \"%s\"\n\tdefer\n}\n", strings.Join(p.feeds(), " "), feedType)
	b.WriteString("handle_errors {\n")
	for _, code := range p.Codes {
		fmt.Fprintf(&b, "\t@in_%s path %s%s/*\n\trewrite @in_%s %s%s/404.html\n", code, p.Base, code, code, p.Base, code)
	}
	fmt.Fprintf(&b, "\trewrite * %s404.html\n\theader Content-Type \"%s\"\n\theader Cache-Control \"%s\"\n\tfile_server\n}\n", p.Base, TypeOf(".html"), askFirst)
	return b.String()
}
