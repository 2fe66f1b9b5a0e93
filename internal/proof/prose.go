package proof

import (
	"cmp"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"

	"gongshi/internal/answer"
	"gongshi/internal/diag"
	"gongshi/internal/markdown"
	"gongshi/internal/report"
	"gongshi/internal/route"
)

// writings yields every page's text in every language, in a fixed order.
func writings(s *report.Site, look func(*report.Page, *report.Writing, string)) {
	for p := range s.Pages.All() {
		for _, code := range slices.Sorted(maps.Keys(p.In)) {
			look(p, p.In[code], code)
		}
	}
}

func referencesResolve(s *report.Site) diag.List {
	var l diag.List
	writings(s, func(p *report.Page, w *report.Writing, _ string) {
		for _, parts := range [][]markdown.Part{w.Title.Parts, w.MenuTitle.Parts, w.Summary.Parts, w.Body.Parts} {
			for ref := range markdown.Refs(parts) {
				if _, problem := answer.To(s, p.Project, ref); problem != nil {
					l.Add(*problem)
				}
			}
		}
		l.Append(chartsResolve(s, w))
	})
	return l
}

func chartsResolve(s *report.Site, w *report.Writing) diag.List {
	var l diag.List
	placed := map[string]diag.Pos{}
	for _, part := range w.Body.Parts {
		if part.Chart == nil {
			continue
		}
		id, pos := part.Chart.ID, part.Chart.Pos
		if !s.Charts.Has(id) {
			l.Add(diag.Unknown(pos, id, "chart", inCharts, s.Charts.IDs()))
		}
		if first, twice := placed[id]; twice {
			l.Add(diag.At(pos, "chart %q stands twice on this page", id).WithSee(first))
		}
		placed[id] = pos
	}
	return l
}

func linksResolve(s *report.Site) diag.List {
	var l diag.List
	writings(s, func(p *report.Page, w *report.Writing, code string) {
		for _, part := range w.Body.Parts {
			if part.Link != nil {
				l.Append(linkResolves(s, p, part.Link, code))
			}
		}
	})
	return l
}

func linkResolves(s *report.Site, p *report.Page, link *markdown.Link, code string) diag.List {
	var l diag.List
	t, ok := route.Resolve(s, p, link.Dest)
	switch {
	case !ok:
		p := diag.At(link.Pos, "link leads to %q, where there is nothing; an address begins with / and has no language, such as /about/", link.Dest).
			WithHint("%s", linkHint(s, p, link.Dest))
		if strings.Contains(link.Dest, report.MetricsPath) {
			p.Sought = inMetrics
		}
		l.Add(p)
	case t.Fragment != "" && t.Page != nil:
		if ids := fragments(t.Page, code); !slices.Contains(ids, t.Fragment) {
			l.Add(diag.At(link.Pos, "link leads to %q, but that page has no part #%s", link.Dest, t.Fragment).
				WithHint("%s", diag.Suggest(t.Fragment, ids)))
		}
	case t.Fragment != "" && t.Path != "":
		l.Add(diag.At(link.Pos, "link leads to %q, which has no parts", link.Dest))
	}
	return l
}

// linkHint says what an address was probably meant to be.
func linkHint(s *report.Site, p *report.Page, dest string) string {
	if _, isPicture := route.Picture(s, p, dest); isPicture {
		return "a picture is shown, not linked to: write ![what it shows](" + dest + ") in a paragraph of its own"
	}
	address, _, _ := strings.Cut(dest, "#")
	if dir, isFile := strings.CutSuffix(address, path.Base(address)); isFile && strings.HasSuffix(address, ".md") {
		if t, ok := route.Resolve(s, p, cmp.Or(dir, "./")); ok {
			return "a link names the page, not its file: write " + t.Path
		}
	}
	if rest, isLanguage := strings.CutPrefix(address, "/"); isLanguage {
		code, page, _ := strings.Cut(rest, "/")
		if _, known := s.Language(code); known {
			return "leave the language out: write /" + page
		}
	}
	if strings.HasPrefix(address, "www.") {
		return "a place elsewhere begins with https://: write https://" + dest
	}
	return diag.Suggest(dest, route.Addresses(s))
}

// fragments lists the parts of a page that a link may lead to: its headings and
// charts.
func fragments(p *report.Page, code string) []string {
	var ids []string
	w, ok := p.In[code]
	if !ok {
		return nil
	}
	for _, h := range w.Body.Headings {
		ids = append(ids, h.ID)
	}
	for _, part := range w.Body.Parts {
		if part.Chart != nil {
			ids = append(ids, report.ChartAnchor(part.Chart.ID))
		}
	}
	return ids
}

// leftovers notes text that looks like Markdown or a reference which was not
// understood, and would be printed as it is. A reference in a short text is a
// problem: none is ever read there.
func leftovers(s *report.Site) diag.List {
	var l diag.List
	writings(s, func(_ *report.Page, w *report.Writing, _ string) {
		for _, run := range w.Runs() {
			for _, f := range slipsIn(run.Text) {
				p := diag.At(run.Pos(f.at), "%q is printed as it is; %s", f.text, f.meant)
				p.Notice = !f.sure
				l.Add(p)
			}
		}
	})
	for _, t := range s.Texts {
		for _, code := range slices.Sorted(maps.Keys(t.In)) {
			if ref := reference.FindString(t.In[code]); ref != "" {
				l.Add(diag.At(t.Pos, "%q in %q is printed as it is; only the prose of pages has references", ref, t.Key).
					WithHint("say it without the number, or in the page's prose"))
				continue
			}
			for _, f := range slipsIn(t.In[code]) {
				l.Add(diag.At(t.Pos, "%q in %q is printed as it is; %s", f.text, t.Key, f.meant).AsNotice())
			}
		}
	}
	return l
}

// reference matches a reference, where none is read.
var reference = regexp.MustCompile(`\{\{[^{}]*\}\}`)

// slip is text that is likely to be meant as something else.
type slip struct {
	at    int
	text  string
	meant string
	sure  bool // it cannot be meant as it is
}

func slipsIn(text string) []slip {
	if !strings.ContainsAny(text, marks) {
		return nil // most text; the forms below take their time
	}
	var found []slip
	for _, m := range markup {
		if at := m.form.FindStringIndex(text); at != nil {
			found = append(found, slip{at[0], text[at[0]:at[1]], m.meant, false})
		}
	}
	for _, m := range foreign {
		for _, at := range m.form.FindAllStringSubmatchIndex(text, -1) {
			found = append(found, slip{at[2], text[at[2]:at[3]], m.meant, true})
		}
	}
	return found
}

// marks are the characters that every form of markup below has one of.
const marks = "#＃*＊{}｛]】|<"

// markup is what is likely to be a slip, and what it was meant to be.
var markup = []struct {
	form  *regexp.Regexp
	meant string
}{
	{regexp.MustCompile(`^[#＃]+\s?`), "a heading is ## and a space, in plain marks"},
	{regexp.MustCompile(`\*\*|＊＊`), "bold text has no space beside its marks: **text**"},
	{regexp.MustCompile(`\{[a-z][a-z0-9-]*\}|[a-z0-9]\}\}|｛｛`), "a reference has two braces on each side: {{id}}"},
	{regexp.MustCompile(`\{\s*#[^}]*\}`), "an id after a heading is {#id}, of letters, digits and hyphens"},
	{regexp.MustCompile(`<!--`), "a comment within a paragraph ends with --> in that paragraph"},
	{regexp.MustCompile(`^\|.*\|\s*$|(?:^|\s)\|(?:[^|]+\|){2,}(?:\s|$)`), "a table has a line of |---|---| below its head"},
}

// foreign is a picture or a link that was not read as one, which is how it ends with
// Chinese brackets or quotation marks.
var foreign = []struct {
	form  *regexp.Regexp
	meant string
}{
	{regexp.MustCompile(`([!！][\[【［][^\]】］]*[\]】］]\s?[（(][^（）()]*[）)]?)`), "a picture is ![what it shows](name.jpg \"caption\"), with the plain marks [ ] ( ) and \""},
	{regexp.MustCompile(`(?:^|[^!！])([\[【［][^\[\]【】［］]*[\]】］][（(](?:\.{0,2}/|#|https?:|mailto:|[^（）()\s]+\.(?:` + strings.Join(linked, "|") + `)\b)[^（）()]*[）)]?)`), "a link is [text](address), with the plain marks [ ] ( )"},
}

// linked are the endings of files that a link leads to.
var linked = []string{"csv", "docx", "ods", "odt", "pdf", "xlsx", "md", "html"}

// documentsLinked notes documents that would be published although no page
// leads to them: nobody may have meant it.
func documentsLinked(s *report.Site) diag.List {
	linked := map[string]bool{}
	writings(s, func(p *report.Page, w *report.Writing, _ string) {
		for _, part := range w.Body.Parts {
			if part.Link != nil {
				if t, ok := route.Resolve(s, p, part.Link.Dest); ok && t.Shared {
					linked[t.Path] = true
				}
			}
		}
	})
	var l diag.List
	for f := range s.Files.All() {
		if !linked[f.Path] {
			l.Add(diag.At(diag.Pos{File: f.Name}, "document is published, but no page leads to it").
				WithHint("link to it, move it out of content/, or begin its name with a full stop").AsNotice())
		}
	}
	return l
}
