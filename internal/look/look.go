// Package look reads what a site looks like: HTML templates, style, mark, and the
// words of the interface in each language. It is the door to html/template
// for whole pages, and reads wording with the TOML library directly: wording
// belongs to the look, not to the content.
package look

import (
	"bytes"
	"html/template"
	"io/fs"
	"path"
	"slices"
	"strings"

	"gongshi/internal/brand"
	"gongshi/internal/diag"
	"gongshi/internal/locale"
)

// Look is how a site looks, in all its languages.
type Look struct {
	Style      Asset
	Paper      [2]string           // the page's colour in light and in the dark, as CSS has it
	Icon       Icon                // the publisher's emblem, or gongshi's mark
	Script     Asset               // helps to read charts
	Search     Asset               // the script that searches
	ListScript Asset               // filters and sorts the list of projects
	Display    Asset               // lets a reader choose larger text and more contrast
	Accent     string              // the colour that stands for the site, #a3201a; "" when style.css names none
	editions   map[string]*Edition // by language code
}

// Edition is the look in one language. It may be used by several goroutines at
// once.
type Edition struct {
	lang  *locale.Language
	words wording
	pages map[string]*template.Template // by file name: "home.html"
}

// Pages are the templates of whole pages, a file each; the other files of the
// folder are parts of pages.
var Pages = []string{"home.html", "projects.html", "project.html", "terms.html", "term.html", "metrics.html", "metric.html",
	"charts.html", "chart-page.html", "method.html", "corrections.html", "status.html", "report.html", "data.html", "search.html", "updates.html", "update.html", "page.html", "404.html",
	"site-map.html", "glossary.html", "accessibility.html"}

// Read reads the folder templates/, and gives it a publisher's identity and the site's
// address, which stands at the foot of printed pages. The problems are faults in the
// site's own templates and wording.
func Read(templates fs.FS, languages []*locale.Language, identity brand.Identity, address string) (*Look, diag.List, error) {
	l := &Look{editions: map[string]*Edition{}}
	if err := l.readAssets(templates, identity, address); err != nil {
		return nil, nil, err
	}
	words, problems, err := readWording(templates, languages)
	if err != nil || len(problems) > 0 {
		return nil, problems, err
	}
	for _, lang := range languages {
		e := &Edition{lang: lang, words: words[lang.Code]}
		if problems, err := e.parse(templates); err != nil || len(problems) > 0 {
			return nil, problems, err
		}
		l.editions[lang.Code] = e
	}
	return l, nil, nil
}

// In returns the look in one of the languages that it was read for.
func (l *Look) In(lang *locale.Language) *Edition { return l.editions[lang.Code] }

// parse parses each page's template together with all the parts.
func (e *Edition) parse(templates fs.FS) (diag.List, error) {
	names, err := fs.Glob(templates, "*.html")
	if err != nil {
		return nil, err
	}
	var problems diag.List
	add := func(set *template.Template, name string) error {
		source, err := fs.ReadFile(templates, name)
		if err != nil {
			return err
		}
		if _, err := set.New(name).Parse(string(source)); err != nil {
			problems.Add(templateProblem(name, err))
		}
		return nil
	}
	parts := template.New("").Funcs(template.FuncMap{"word": e.Word})
	for _, name := range names {
		if !slices.Contains(Pages, name) {
			if err := add(parts, name); err != nil {
				return nil, err
			}
		}
	}
	e.pages = map[string]*template.Template{}
	for _, name := range Pages {
		page := template.Must(parts.Clone())
		if err := add(page, name); err != nil {
			return nil, err
		}
		e.pages[name] = page
	}
	return problems, nil
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

// Page fills the template of a whole page.
func (e *Edition) Page(name string, view any) ([]byte, error) {
	var b bytes.Buffer
	err := e.pages[name].ExecuteTemplate(&b, "base", view)
	return b.Bytes(), err
}

// Part fills a template that stands within a page.
func (e *Edition) Part(name string, view any) (template.HTML, error) {
	var b bytes.Buffer
	err := e.pages["page.html"].ExecuteTemplate(&b, name, view)
	return template.HTML(b.String()), err
}

// Template returns the parsed template of a page, for tests that check it
// against its view.
func (e *Edition) Template(page string) *template.Template { return e.pages[page] }
