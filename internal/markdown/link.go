package markdown

import (
	"bufio"
	"bytes"
	"html"
	"net/url"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
	markup "github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/util"
)

// schemes are the kinds of addresses that a link may have outside the site.
var schemes = []string{"https", "http", "mailto", "tel"}

// link makes a link's address ready, and reports what the site does not print.
func (s *scan) link(n *ast.Link) {
	n.Destination = unescape(n.Destination)
	s.destination(n, string(n.Destination))
	if len(n.Title) > 0 {
		s.report(start(n), "link has the title %q, which only a mouse would show", n.Title).
			Hint = "say it in the text"
	}
}

func (s *scan) autoLink(n *ast.AutoLink) {
	s.destination(n, autoDestination(n, s.source))
	if inLink(n) {
		s.report(start(n), "link %q stands in the text of another link", n.Label(s.source))
	}
}

// inLink reports whether a node stands in the text of a link.
func inLink(n ast.Node) bool {
	for n = n.Parent(); n != nil; n = n.Parent() {
		if n.Kind() == ast.KindLink {
			return true
		}
	}
	return false
}

// unescape returns an address without Markdown's escapes, backslashes and
// entities, each read once. goldmark reads them only as it prints HTML, so this
// prints HTML and reads that again.
func unescape(dest []byte) []byte {
	var b bytes.Buffer
	w := bufio.NewWriter(&b)
	markup.DefaultWriter.Write(w, dest)
	_ = w.Flush() // a buffer never fails
	return []byte(html.UnescapeString(b.String()))
}

// autoDestination returns the address of <https://example.org/> or <a@b.example>.
func autoDestination(n *ast.AutoLink, source []byte) string {
	dest := string(n.URL(source))
	if n.AutoLinkType == ast.AutoLinkEmail && !strings.HasPrefix(strings.ToLower(dest), "mailto:") {
		return "mailto:" + dest
	}
	return dest
}

func (s *scan) destination(n ast.Node, dest string) {
	u, err := url.Parse(dest)
	switch {
	case err != nil:
		s.report(start(n), "link address %q cannot be read: %v", dest, err)
	case dest == "":
		s.report(start(n), "link has no address")
	case u.Scheme == "" && u.Host != "":
		s.report(start(n), "link address %q has no scheme", dest).Hint = "write https: before it"
	case u.Scheme == "" && (u.RawQuery != "" || u.ForceQuery):
		s.report(start(n), "link address %q has a question mark; a page of this site is the same whatever follows one", dest).
			Hint = "leave out the question mark and what follows it"
	case u.Scheme != "" && !slices.Contains(schemes, u.Scheme):
		s.report(start(n), "link address %q begins with %q; allowed are %s", dest, u.Scheme+":", strings.Join(schemes, ", "))
	case u.Scheme != "" && !leadsSomewhere(u):
		s.report(start(n), "link address %q says only how to go, not where; write it in full", dest)
	}
}

// leadsSomewhere reports whether an address elsewhere names a host, a mailbox or
// a telephone.
func leadsSomewhere(u *url.URL) bool {
	if u.Scheme == "http" || u.Scheme == "https" {
		return u.Hostname() != ""
	}
	return u.Opaque != ""
}

// encoded returns an address elsewhere with every character percent-encoded that
// it may not hold. One within the site is looked up first, by what was written.
func encoded(dest string) string {
	if u, err := url.Parse(dest); err != nil || u.Scheme == "" {
		return dest
	}
	return string(util.URLEscape([]byte(dest), false))
}

func renderLink(w util.BufWriter, source []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	n := node.(*ast.Link)
	if !entering {
		_, _ = w.WriteString("</a>")
		return ast.WalkContinue, nil
	}
	openLink(w, n, string(n.Destination))
	return ast.WalkContinue, nil
}

func renderAutoLink(w util.BufWriter, source []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		return ast.WalkContinue, nil
	}
	n := node.(*ast.AutoLink)
	openLink(w, n, autoDestination(n, source))
	_, _ = w.WriteString(html.EscapeString(string(n.Label(source))) + "</a>")
	return ast.WalkContinue, nil
}

func openLink(w util.BufWriter, n ast.Node, dest string) {
	_, _ = w.WriteString(`<a href="`)
	r := w.(*recorder)
	r.hole(Part{Link: &Link{Pos: r.scan.pos(start(n)), Dest: encoded(dest)}})
	_, _ = w.WriteString(`">`)
}
