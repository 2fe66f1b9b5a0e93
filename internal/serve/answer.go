package serve

import (
	"bytes"
	"context"
	"net/http"
	"path"
	"strings"
	"time"

	"gongshi/internal/hosting"
)

// ServeHTTP answers one request. The headers are those of a published site, so that a
// style or a script that they forbid is missed in the preview and not after
// publishing; but nothing is kept, as it may change at any moment.
func (p *preview) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	header := w.Header()
	for _, h := range p.headers(r.URL.Path) {
		header.Set(h.Name, h.Value)
	}
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
		p.sendNotFound(w, r, e, name)
	}
}

// isPage reports whether a browser that asks for this path wants a page.
func isPage(p string) bool {
	ext := path.Ext(p)
	return ext == "" || ext == ".html"
}

// sendOutput sends an output of the site.
func (p *preview) sendOutput(w http.ResponseWriter, r *http.Request, e *edition, name string) {
	data, err := output(r.Context(), e, name)
	if err != nil {
		p.opts.Say(err.Error()) // of a picture, a browser shows only that it is not there
		p.sendProblems(w, &edition{err: err})
		return
	}
	p.send(w, r, name, data)
}

// output makes an output of the site.
func output(ctx context.Context, e *edition, name string) ([]byte, error) {
	output, err := e.renderer.Output(name)
	if err != nil {
		return nil, err
	}
	return e.contents.Of(ctx, output)
}

// headers returns those of a published site at an address.
func (p *preview) headers(address string) []hosting.Header { return p.policy().Headers(address) }

func (p *preview) policy() hosting.Policy {
	if e := p.latest(); e.renderer != nil {
		return e.renderer.Policy()
	}
	return hosting.Policy{Base: "/"}
}

func (p *preview) send(w http.ResponseWriter, r *http.Request, name string, data []byte) {
	policy := p.policy()
	w.Header().Set("Content-Type", policy.TypeOf(policy.Base+name))
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(data))
}

// sendNotFound sends the site's own page for addresses that lead nowhere: the
// one nearest to the address, which is the one in its language.
func (p *preview) sendNotFound(w http.ResponseWriter, r *http.Request, e *edition, name string) {
	for dir := path.Dir(name); ; dir = path.Dir(dir) {
		page := path.Join(dir, "404.html")
		if e.paths[page] {
			p.sendPage(w, r, e, page, http.StatusNotFound)
			return
		}
		if dir == "." || dir == "/" {
			http.Error(w, "no such page", http.StatusNotFound)
			return
		}
	}
}

func (p *preview) sendPage(w http.ResponseWriter, r *http.Request, e *edition, name string, status int) {
	data, err := output(r.Context(), e, name)
	if err != nil {
		p.sendProblems(w, &edition{err: err})
		return
	}
	w.Header().Set("Content-Type", hosting.TypeOf(name))
	w.WriteHeader(status)
	_, _ = w.Write(data) // a browser that has gone away is no fault
}
