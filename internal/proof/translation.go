package proof

import (
	"strings"

	"gongshi/internal/diag"
	"gongshi/internal/locale"
	"gongshi/internal/report"
)

// translationsCurrent notes texts that are older than the same page's text in
// another language. It goes by the content, not by the time: a site that keeps
// no record of translations is not asked.
func translationsCurrent(s *report.Site) diag.List {
	var l diag.List
	if s.Translations == nil {
		return l
	}
	for p := range s.Pages.All() {
		if len(p.In) > 0 {
			l.Append(translationCurrent(s, p))
		}
	}
	for path, t := range s.Translations.Pairs() {
		if !s.Pages.Has(path) {
			l.Add(diag.At(t.Pos, "there is no page at %q any more", path).WithHint("remove its lines from %s", report.TranslationsFile).AsNotice())
		}
	}
	return l
}

func translationCurrent(s *report.Site, p *report.Page) diag.List {
	var l diag.List
	record := "when all say the same, run gongshi translated " + p.Dir
	changed, unchanged, ok := s.Changed(p)
	switch {
	case !ok:
		l.Add(diag.At(p.Place(), "nobody has recorded that the languages of this page say the same").WithHint("%s", record).AsNotice())
	case len(changed) == 0:
	case len(unchanged) == 0:
		l.Add(diag.At(p.Place(), "the page has changed in every language since they were found to say the same").WithHint("%s", record).AsNotice())
	default:
		for _, lang := range unchanged {
			if w := p.In[lang.Code]; w != nil {
				l.Add(diag.At(diag.Pos{File: w.File}, "text is stale: it has not followed the change in %s", names(changed)).
					WithSee(diag.Pos{File: p.In[changed[0].Code].File}).WithHint("bring it up to date; %s", record).AsNotice())
			}
		}
	}
	return l
}

func names(languages []*locale.Language) string {
	list := make([]string, len(languages))
	for i, l := range languages {
		list[i] = l.Name
	}
	return strings.Join(list, ", ")
}
