package report

import (
	"gongshi/internal/diag"
	"gongshi/internal/locale"
)

// TranslationsFile records which texts of a page an editor found to say the same.
const TranslationsFile = "content/translations.toml"

// Translation is the record of one page: the hash of its text in each language
// when somebody last found them to say the same.
type Translation struct {
	Pos    diag.Pos
	Hashes map[string]string // by language code
}

// Changed returns the languages in which a page's text has changed since its
// record, and those in which it has not. It reports false when there is no
// record.
func (s *Site) Changed(p *Page) (changed, unchanged []*locale.Language, ok bool) {
	t, ok := s.Translations.Get(p.Path)
	if !ok {
		return nil, nil, false
	}
	for _, l := range s.Languages {
		w := p.In[l.Code]
		if w == nil || w.Hash == t.Hashes[l.Code] {
			unchanged = append(unchanged, l)
		} else {
			changed = append(changed, l)
		}
	}
	return changed, unchanged, true
}

// StaleIn reports whether a page's text in a language is older than that in
// another: the other has changed since both were found to say the same.
func (s *Site) StaleIn(p *Page, l *locale.Language) (newer *locale.Language, stale bool) {
	changed, unchanged, ok := s.Changed(p)
	if !ok || len(changed) == 0 {
		return nil, false
	}
	for _, u := range unchanged {
		if u == l {
			return changed[0], true
		}
	}
	return nil, false
}
