package render

import (
	"bytes"
	"html/template"
	"io/fs"
	"path"
	"strings"

	"gongshi/internal/diag"
	"gongshi/internal/locale"
	"gongshi/internal/report"
)

// edition is the site in one language.
type edition struct {
	*Renderer
	lang      *locale.Language
	prefix    string // of addresses: "" for the default language, "en/"
	words     wording
	templates map[string]*template.Template // by file name: "home.html"
	figures   map[string]figureChart        // the charts, by id
}

// pageTemplates are the templates of whole pages; the other files are parts.
var pageTemplates = []string{"home.html", "projects.html", "project.html", "metrics.html", "metric.html", "page.html", "404.html"}

// openEditions makes an edition for every language of the site.
func (r *Renderer) openEditions(templates fs.FS) (diag.List, error) {
	words, problems, err := readWording(templates, r.site.Languages)
	if err != nil || len(problems) > 0 {
		return problems, err
	}
	for i, lang := range r.site.Languages {
		e := &edition{Renderer: r, lang: lang, words: words[lang.Code], figures: map[string]figureChart{}}
		if i > 0 {
			e.prefix = lang.Code + "/"
		}
		list, err := e.parseTemplates(templates)
		if err != nil || len(list) > 0 {
			return list, err
		}
		r.editions = append(r.editions, e)
	}
	return nil, nil
}

// parseTemplates parses each page's template together with all the parts.
func (e *edition) parseTemplates(templates fs.FS) (diag.List, error) {
	names, err := fs.Glob(templates, "*.html")
	if err != nil {
		return nil, err
	}
	parts := template.New("").Funcs(template.FuncMap{"word": e.word})
	pages := map[string]*template.Template{}
	var problems diag.List
	parse := func(into *template.Template, name string) error {
		source, err := fs.ReadFile(templates, name)
		if err != nil {
			return err
		}
		if _, err := into.New(name).Parse(string(source)); err != nil {
			problems.Add(templateProblem(name, err))
		}
		return nil
	}
	for _, name := range names {
		if !isPage(name) {
			if err := parse(parts, name); err != nil {
				return nil, err
			}
		}
	}
	for _, name := range pageTemplates {
		page := template.Must(parts.Clone())
		if err := parse(page, name); err != nil {
			return nil, err
		}
		pages[name] = page
	}
	e.templates = pages
	return problems, nil
}

func isPage(name string) bool {
	for _, p := range pageTemplates {
		if p == name {
			return true
		}
	}
	return false
}

// templateProblem tells the place of a template's fault, which Go's templates
// put into the text: "template: home.html:3: …".
func templateProblem(name string, err error) diag.Problem {
	pos := diag.Pos{File: path.Join("templates", name)}
	text := strings.TrimPrefix(err.Error(), "template: ")
	if rest, ok := strings.CutPrefix(text, name+":"); ok {
		line, message, _ := strings.Cut(rest, ": ")
		for _, c := range strings.SplitN(line, ":", 2)[0] {
			pos.Line = pos.Line*10 + int(c-'0')
		}
		text = message
	}
	return diag.At(pos, "template: %s", text)
}

// execute fills a page's template.
func (e *edition) execute(name string, view any) ([]byte, error) {
	var b bytes.Buffer
	err := e.templates[name].ExecuteTemplate(&b, "base", view)
	return b.Bytes(), err
}

// part fills a template that stands within a page.
func (e *edition) part(name string, view any) (template.HTML, error) {
	var b bytes.Buffer
	err := e.templates["page.html"].ExecuteTemplate(&b, name, view)
	return template.HTML(b.String()), err
}

// plan lists the pages of the edition.
func (e *edition) plan() {
	e.addPage(report.HomePath, e.home)
	e.addPage(report.ProjectsPath, e.projects)
	e.addPage(report.MetricsPath, e.metrics)
	for m := range e.site.Metrics.All() {
		e.addPage(m.Path(), func() ([]byte, error) { return e.metric(m) })
	}
	for p := range e.site.Pages.All() {
		switch {
		case p.Path == report.HomePath || p.Path == report.ProjectsPath || p.Path == report.MetricsPath:
		case p.Project != nil:
			e.addPage(p.Path, func() ([]byte, error) { return e.project(p.Project) })
		default:
			e.addPage(p.Path, func() ([]byte, error) { return e.page(p) })
		}
	}
	e.addBytes(e.prefix+"404.html", e.notFound)
}

func (e *edition) addPage(address string, make func() ([]byte, error)) {
	e.addBytes(e.prefix+strings.TrimPrefix(address, "/")+"index.html", make)
	e.pages++
}

// url returns the address of a page of this edition, from the root of its host.
func (e *edition) url(address string) string {
	return e.base.Path + e.prefix + strings.TrimPrefix(address, "/")
}

// absolute returns the whole address of a page of this edition.
func (e *edition) absolute(address string) string {
	u := *e.base
	u.Path = e.url(address)
	return u.String()
}

// shared returns the address of a file that all editions share.
func (r *Renderer) shared(path string) string {
	return r.base.Path + strings.TrimPrefix(path, "/")
}
