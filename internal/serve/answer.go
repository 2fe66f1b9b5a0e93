package serve

import (
	"bytes"
	"mime"
	"net/http"
	"path"
	"strings"
	"time"
)

// policy is the strictest rule that a site must live with, so that a style or a
// script that it forbids is missed in the preview and not after publishing.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; " +
	"connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"

// types are the content types of what the generator writes. They do not depend
// on what the machine has installed.
var types = map[string]string{
	".html": "text/html; charset=utf-8",
	".css":  "text/css; charset=utf-8",
	".js":   "text/javascript; charset=utf-8",
	".svg":  "image/svg+xml; charset=utf-8",
	".csv":  "text/csv; charset=utf-8",
	".json": "application/json; charset=utf-8",
	".xml":  "application/xml; charset=utf-8",
	".txt":  "text/plain; charset=utf-8",
	".atom": "application/atom+xml; charset=utf-8",
	".ics":  "text/calendar; charset=utf-8",
}

// ServeHTTP answers one request.
func (p *preview) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	header := w.Header()
	header.Set("Content-Security-Policy", policy)
	header.Set("X-Content-Type-Options", "nosniff")
	header.Set("Cache-Control", "no-store")
	switch {
	case !p.host.is(r.Host):
		http.Error(w, "this preview is at "+p.host.url(), http.StatusMisdirectedRequest)
	case r.Method != http.MethodGet && r.Method != http.MethodHead:
		header.Set("Allow", "GET, HEAD")
		http.Error(w, "a preview can only be looked at", http.StatusMethodNotAllowed)
	case r.URL.Path == problemsStylePath:
		p.send(w, r, problemsStylePath, problemsStyle)
	default:
		p.answer(w, r)
	}
}

// answer sends a file of the site. A page is looked up in the site as it is now;
// what belongs to a page, in the site that the page came from.
func (p *preview) answer(w http.ResponseWriter, r *http.Request) {
	e := p.latest()
	if isPage(r.URL.Path) {
		e = p.refresh()
	}
	name := strings.TrimPrefix(r.URL.Path, "/")
	if name == "" || strings.HasSuffix(name, "/") {
		name += "index.html"
	}
	switch {
	case e.renderer == nil:
		p.sendProblems(w, e)
	case e.paths[name]:
		p.sendOutput(w, r, e, name)
	case e.paths[name+"/index.html"]:
		http.Redirect(w, r, r.URL.Path+"/", http.StatusFound)
	default:
		p.sendNotFound(w, e, name)
	}
}

// isPage reports whether a browser that asks for this path wants a page.
func isPage(p string) bool {
	ext := path.Ext(p)
	return ext == "" || ext == ".html"
}

// sendOutput sends an output of the site.
func (p *preview) sendOutput(w http.ResponseWriter, r *http.Request, e *edition, name string) {
	data, err := output(e, name)
	if err != nil {
		p.opts.Say(err.Error()) // of a picture, a browser shows only that it is not there
		p.sendProblems(w, &edition{err: err})
		return
	}
	p.send(w, r, name, data)
}

// output makes an output of the site.
func output(e *edition, name string) ([]byte, error) {
	output, err := e.renderer.Output(name)
	if err != nil {
		return nil, err
	}
	return e.contents.Of(output)
}

func (p *preview) send(w http.ResponseWriter, r *http.Request, name string, data []byte) {
	w.Header().Set("Content-Type", typeOf(name))
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(data))
}

func typeOf(name string) string {
	ext := path.Ext(name)
	if known, ok := types[ext]; ok {
		return known
	}
	if known := mime.TypeByExtension(ext); known != "" {
		return known
	}
	return "application/octet-stream"
}

// sendNotFound sends the site's own page for addresses that lead nowhere: the
// one nearest to the address, which is the one in its language.
func (p *preview) sendNotFound(w http.ResponseWriter, e *edition, name string) {
	for dir := path.Dir(name); ; dir = path.Dir(dir) {
		page := path.Join(dir, "404.html")
		if e.paths[page] {
			p.sendPage(w, e, page, http.StatusNotFound)
			return
		}
		if dir == "." || dir == "/" {
			http.Error(w, "no such page", http.StatusNotFound)
			return
		}
	}
}

func (p *preview) sendPage(w http.ResponseWriter, e *edition, name string, status int) {
	data, err := output(e, name)
	if err != nil {
		p.sendProblems(w, &edition{err: err})
		return
	}
	w.Header().Set("Content-Type", typeOf(name))
	w.WriteHeader(status)
	_, _ = w.Write(data) // a browser that has gone away is no fault
}
