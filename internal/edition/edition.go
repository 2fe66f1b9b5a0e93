// Package edition makes the pages for readers: a Set is a site in all its languages, an
// Edition the site in one of them. It knows where its files stand, and nothing of how they
// are written, counted or served.
//
// A page is made in three steps: its view is filled from the site in one language (home.go,
// project.go, …), its prose is completed with figures and charts (package compose), and its
// template is executed. Begin at Files, which lists them all, then read home.go and base.go.
package edition

import (
	"io/fs"
	"net/url"
	"slices"
	"strings"

	"gongshi/internal/catalogue"
	"gongshi/internal/compose"
	"gongshi/internal/dataset"
	"gongshi/internal/diag"
	"gongshi/internal/facet"
	"gongshi/internal/locale"
	"gongshi/internal/look"
	"gongshi/internal/present"
	"gongshi/internal/report"
	"gongshi/internal/titles"
	"gongshi/internal/view"
)

// Set is a site in all its languages, and what these share. It may be used by several
// goroutines at once, when the charts of its editions have been drawn.
type Set struct {
	Site     *report.Site
	Base     *url.URL             // absolute; its path ends in a slash
	Look     *look.Look           // templates, styles and scripts
	Facets   facet.Facets         // the projects, sorted
	Data     *catalogue.Catalogue // the data files, of which a page tells
	Editions []*Edition           // in the order of the site's languages: the first is the default
}

// Edition is the site in one language. Its charts are empty until package compose has
// drawn them.
type Edition struct {
	*compose.Composer
	Titles titles.Titles

	set    *Set
	prefix string      // of addresses: "" for the default language, "en/"
	foot   []view.Link // of every page
}

// Open makes the editions of a site. The problems are faults in the site's own templates
// and wording.
func Open(site *report.Site, base *url.URL, templates fs.FS) (*Set, diag.List, error) {
	l, problems, err := look.Read(templates, site.Languages, site.Look, base.String())
	if err != nil || len(problems) > 0 {
		return nil, problems, err
	}
	s := &Set{Site: site, Base: base, Look: l, Facets: facet.Sort(site)}
	s.Data = catalogue.New(dataset.Package{Site: site, Words: s.words, Address: s.Absolute, Home: base.String()}, s.Page)
	for i, lang := range site.Languages {
		prefix := ""
		if i > 0 {
			prefix = lang.Code + "/"
		}
		s.Editions = append(s.Editions, s.open(lang, prefix))
	}
	return s, nil, nil
}

func (s *Set) open(lang *locale.Language, prefix string) *Edition {
	e, templates := &Edition{set: s, prefix: prefix}, s.Look.In(lang)
	presenter := &present.Presenter{Site: s.Site, Lang: lang, Say: templates.Say, URL: e.url, Facets: s.Facets}
	e.Composer = &compose.Composer{Presenter: presenter, Templates: templates, Shared: s.shared, Charts: map[string]compose.Chart{}}
	e.Titles = titles.Titles{Composer: e.Composer}
	e.foot = e.footer()
	return e
}

// In returns the edition in a language of the site.
func (s *Set) In(l *locale.Language) *Edition { return s.Editions[slices.Index(s.Site.Languages, l)] }

// Absolute returns the whole address of a page in a language.
func (s *Set) Absolute(l *locale.Language, address string) string { return s.In(l).Absolute(address) }

// Page is what the data says of a project's page in a language.
func (s *Set) Page(l *locale.Language, p *report.Project) dataset.Page {
	e, address := s.In(l), p.Page.Path
	return dataset.Page{Address: e.Absolute(address), Title: e.Titles.Whole(address), Summary: e.Titles.Summary(address)}
}

// words are the words of the interface in a language.
func (s *Set) words(l *locale.Language, key string, args ...any) string {
	return s.In(l).Say(key, args...)
}

// shared returns the address of a file that all editions share, from the root of its host.
func (s *Set) shared(path string) string {
	u := url.URL{Path: s.Base.Path + strings.TrimPrefix(path, "/")}
	return u.EscapedPath()
}

// url returns the address of a page of this edition, from the root of its host.
func (e *Edition) url(address string) string { return e.set.Base.Path + e.Path(address) }

// Absolute returns the whole address of a page of this edition.
func (e *Edition) Absolute(address string) string {
	u := *e.set.Base
	u.Path = e.url(address)
	return u.String()
}

// Path returns where in the site's folder something of this edition stands: "en/about/" of
// "/about/".
func (e *Edition) Path(address string) string { return e.prefix + strings.TrimPrefix(address, "/") }
