package check

import (
	"maps"
	"path"
	"slices"
	"strings"

	"gongshi/internal/diag"
	"gongshi/internal/locale"
	"gongshi/internal/report"
)

func textsComplete(s *report.Site) diag.List {
	var l diag.List
	for _, t := range s.Texts {
		l.Append(complete(s, t.Pos, t.Key, func(code string) bool { return strings.TrimSpace(t.In[code]) != "" }))
		l.Append(onlyKnown(s, t.Pos, t.Key, slices.Sorted(maps.Keys(t.In))))
	}
	return l
}

// complete reports the languages in which a text is missing.
func complete(s *report.Site, pos diag.Pos, key string, has func(code string) bool) diag.List {
	var l diag.List
	for _, lang := range s.Languages {
		if !has(lang.Code) {
			l.Add(diag.At(pos, "%q has no text in %s (%s)", key, lang.Name, lang.Code).
				WithHint(`add %s = "…" beside the other language`, lang.Code))
		}
	}
	return l
}

// onlyKnown reports languages that the site does not have.
func onlyKnown(s *report.Site, pos diag.Pos, key string, codes []string) diag.List {
	var l diag.List
	for _, code := range codes {
		if _, ok := s.Language(code); !ok && len(s.Languages) > 0 {
			l.Add(diag.At(pos, "%q has a text in %q, which is not a language of this site; config.toml names %s", key, code, languageCodes(s)))
		}
	}
	return l
}

func languageCodes(s *report.Site) string {
	codes := make([]string, len(s.Languages))
	for i, lang := range s.Languages {
		codes[i] = lang.Code
	}
	return strings.Join(codes, ", ")
}

func unitsComplete(s *report.Site) diag.List {
	var l diag.List
	for m := range s.Metrics.All() {
		if !m.Unit.Written() {
			continue
		}
		for _, lang := range s.Languages {
			l.Append(unitComplete(m, lang))
		}
		l.Append(onlyKnown(s, m.Unit.Pos, "unit", slices.Sorted(maps.Keys(m.Unit.In))))
	}
	return l
}

func unitComplete(m *report.Metric, lang *locale.Language) diag.List {
	var l diag.List
	forms, ok := m.Unit.In[lang.Code]
	if !ok {
		l.Add(diag.At(m.Unit.Pos, "\"unit\" has no text in %s (%s)", lang.Name, lang.Code).WithHint(`add %s = "…" beside the other language`, lang.Code))
		return l
	}
	var names []string
	for _, p := range lang.Plurals {
		names = append(names, string(p))
		if text, ok := forms[p]; ok && strings.TrimSpace(text) == "" && len(lang.Plurals) == 1 {
			l.Add(diag.At(m.Unit.Pos, "\"unit\" has no text in %s (%s)", lang.Name, lang.Code).WithHint("write it between the quotation marks"))
		} else if ok && strings.TrimSpace(text) == "" {
			l.Add(diag.At(m.Unit.Pos, "unit in %s has nothing written for %q", lang.Name, p))
		} else if !ok {
			l.Add(diag.At(m.Unit.Pos, "unit in %s has no form %q", lang.Name, p).
				WithHint(`write %s = { one = "road", other = "roads" }`, lang.Code))
		}
	}
	for _, form := range slices.Sorted(maps.Keys(forms)) {
		if !slices.Contains(lang.Plurals, form) {
			l.Add(diag.At(m.Unit.Pos, "unit in %s has the form %q; the forms of this language are %s", lang.Name, form, strings.Join(names, ", ")))
		}
	}
	return l
}

func pagesComplete(s *report.Site) diag.List {
	var l diag.List
	for p := range s.Pages.All() {
		for _, code := range slices.Sorted(maps.Keys(p.In)) {
			w := p.In[code]
			if _, ok := s.Language(code); !ok && len(s.Languages) > 0 {
				l.Add(diag.At(diag.Pos{File: w.File}, "language %q is not a language of this site; config.toml names %s", code, languageCodes(s)))
			} else if title := w.Title.Run().Text; title == "" && w.Title.Pos != (diag.Pos{}) || title != "" && strings.TrimSpace(title) == "" {
				l.Add(diag.At(w.Title.Pos, "title is empty").WithHint("write it between the quotation marks"))
			} else if w.Title.Empty() && !w.Broken {
				l.Add(diag.At(diag.Pos{File: w.File, Line: 1, Col: 1}, "page has no title").WithHint(`add title = "…" between the lines of +++`))
			}
		}
		if p.Project == nil && path.Dir(path.Clean(p.Path)) == path.Clean(report.ProjectsPath) {
			l.Add(diag.At(p.Place(), "project has a write-up, but no facts").WithHint("add %s/project.toml", p.Dir))
		}
		for _, lang := range s.Languages {
			if _, ok := p.In[lang.Code]; !ok {
				l.Add(diag.At(p.Place(), "page has no text in %s (%s)", lang.Name, lang.Code).
					WithHint("add %s/index.%s.md", p.Dir, lang.Code))
			}
		}
	}
	return l
}

// writingNames lists the files that a page's text stands in.
func writingNames(s *report.Site, dir string) string {
	var names []string
	for _, lang := range s.Languages {
		names = append(names, dir+"/index."+lang.Code+".md")
	}
	return "add " + strings.Join(names, " and ")
}
