package load

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"path"
	"regexp"
	"slices"
	"strings"
	"time"

	"gongshi/internal/diag"
	"gongshi/internal/locale"
	"gongshi/internal/markdown"
	"gongshi/internal/report"
	"gongshi/internal/tomlfile"
)

// page returns the page of a folder, and makes it when it is the first time that
// a file of it is met.
func (l *loader) page(dir string) *report.Page {
	address := strings.TrimPrefix(dir, "content") + "/"
	if p, ok := l.site.Pages.Get(address); ok {
		return p
	}
	p := &report.Page{Path: address, Dir: dir, Pos: diag.Pos{File: dir}, In: map[string]*report.Writing{}}
	l.site.Pages.Add(address, p)
	if date, err := updateDate(dir); err == nil && path.Dir(dir) == report.UpdatesDir {
		l.site.Updates.Add(address, &report.Update{Date: date, Page: p})
	}
	return p
}

// updateDate returns the date of an update, which its folder's name begins with:
// 2024-12-05-new-lamps.
func updateDate(dir string) (locale.Date, error) {
	base := path.Base(dir)
	length := min(len(base), len("2024-12-05"))
	if date, err := locale.ParseDate(base[:length]); err == nil && len(base) > length+1 && base[length] == '-' {
		return date, nil
	} else if noDay := (*locale.NoDay)(nil); errors.As(err, &noDay) {
		return locale.Date{}, err
	}
	return locale.Date{}, fmt.Errorf("folder name %q does not begin with a date and a name", base)
}

// looseDate matches a date at the beginning of a folder's name, also one in which a month
// or a day has one digit.
var looseDate = regexp.MustCompile(`^([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(-.+)$`)

// withDate returns the name that the folder of an update should have, where only the
// zeros of its date are missing.
func withDate(base string) (name string, ok bool) {
	m := looseDate.FindStringSubmatch(base)
	if m == nil || len(m[2])+len(m[3]) == len("1205") {
		return "", false
	}
	return fmt.Sprintf("%s-%02s-%02s%s", m[1], m[2], m[3], m[4]), true
}

// writing reads a page's text in one language: index.zh.md.
func (l *loader) writing(name string) {
	dir, base := path.Split(name)
	lang, isIndex := strings.CutPrefix(strings.TrimSuffix(base, path.Ext(base)), "index.")
	if !isIndex || strings.Contains(lang, ".") || path.Ext(base) != ".md" {
		l.problems.Add(diag.At(diag.Pos{File: name}, "file name %q; a page's text is index.<language>.md, in a folder of its own", base).
			WithHint("%s", l.pageNames(dir)))
		return
	}
	p := l.page(path.Clean(dir))
	w := &report.Writing{File: name, Body: &markdown.Document{}}
	p.In[lang] = w
	source, ok := l.read(name)
	if !ok {
		w.Broken = true
		return
	}
	w.Hash = hash(source)
	l.frontMatter(w, source)
}

// hash is short, as people compare it by eye in a change, and long enough that
// no two texts of a site share it by chance.
func hash(source []byte) string {
	sum := sha256.Sum256(source)
	return hex.EncodeToString(sum[:6])
}

// translations reads which texts of each page were found to say the same.
func (l *loader) translations(name string) {
	l.site.Translations = &report.Index[report.Translation]{}
	l.table(name).each("page", func(path string, t *table) {
		record := report.Translation{Pos: t.KeyPos(), Hashes: map[string]string{}}
		for _, n := range t.Keys {
			if s, _ := t.Str(n.Key); s != "" {
				record.Hashes[n.Key] = s
			}
		}
		l.site.Translations.Add(path, record)
	})
}

// pageNames lists what the files of a page are called.
func (l *loader) pageNames(dir string) string {
	var names []string
	for _, lang := range l.site.Languages {
		names = append(names, dir+"index."+lang.Code+".md")
	}
	return "the files of a page are " + strings.Join(names, ", ")
}

// fence begins and ends the front matter.
const fence = "+++"

// frontMatter reads the TOML between the fences and the Markdown below. Each is
// read with the other's lines left empty, so that all agree on line numbers.
func (l *loader) frontMatter(w *report.Writing, source []byte) {
	head, body, problem := split(w.File, source)
	if problem != nil {
		l.problems.Add(*problem)
		w.Broken = true
		return
	}
	root, ok := tomlfile.Parse(w.File, head, &l.problems)
	w.Broken = !ok
	t := &table{Table: root}
	w.Title = l.line(t, "title")
	w.Summary = l.line(t, "summary")
	w.MenuTitle = l.line(t, "menu_title")
	w.Published = published(t)
	t.Done()

	doc, problems := markdown.Parse(w.File, body)
	w.Body = doc
	l.problems.Append(problems)
}

// momentForm is how the time of publication is written and printed. Government sites
// in China state it to the minute (政府网站发展指引, PubDate).
const momentForm = "2006-01-02 15:04"

// published reads when a page was published. Only its office knows: nothing is
// inferred from a clock, a file or the date of a source.
func published(t *table) report.Ref {
	n := t.Get("published")
	if n == nil {
		return report.Ref{}
	}
	s, _ := n.Value.(string)
	if at, err := time.Parse(momentForm, s); err != nil || at.Format(momentForm) != s { // Parse also takes 9:30
		n.WrongType(`the day and the minute in double quotes, such as "2024-12-02 09:30"`)
		return report.Ref{}
	}
	return report.Ref{ID: s, Pos: n.ValuePos()}
}

// split separates front matter and text, each with as many lines before it as
// in the file.
func split(file string, source []byte) (head, body []byte, problem *diag.Problem) {
	fail := func(line int, hint, format string, args ...any) *diag.Problem {
		p := diag.At(diag.Pos{File: file, Line: line, Col: 1}, format, args...).WithHint("%s", hint)
		return &p
	}
	lines := bytes.Split(source, []byte{'\n'})
	if string(bytes.TrimSpace(lines[0])) != fence {
		hint := "begin the file with three lines: +++, title = \"…\", +++"
		if bytes.HasPrefix(source, []byte("---")) {
			hint = "this looks like YAML; write +++ instead of ---, and title = \"…\" instead of title: …"
		}
		return nil, nil, fail(1, hint, "front matter is missing; a page begins with its title between two lines of +++")
	}
	for i, line := range lines[1:] {
		if string(bytes.TrimSpace(line)) == fence {
			head = append([]byte{'\n'}, bytes.Join(lines[1:i+1], []byte{'\n'})...)
			body = append(bytes.Repeat([]byte{'\n'}, i+2), bytes.Join(lines[i+2:], []byte{'\n'})...)
			return head, body, nil
		}
	}
	return nil, nil, fail(1, "put +++ on a line by itself between the front matter and the text", "front matter does not end; a second line of +++ is missing")
}

// line reads a short text with figures, an empty one when it was not written.
func (l *loader) line(t *table, key string) markdown.Line {
	n := t.Get(key)
	if n == nil {
		return markdown.Line{}
	}
	s, ok := n.Value.(string)
	if !ok {
		n.WrongType("text in double quotes")
		return markdown.Line{Pos: n.KeyPos(), Parts: []markdown.Part{{HTML: "?", Meant: true}}} // written, though not as text
	}
	if strings.Contains(s, "\n") {
		n.Report("%q goes over several lines; it must be one line", key)
		s = strings.ReplaceAll(s, "\n", " ")
	}
	return l.placed(n, s)
}

// project reads a project's facts.
func (l *loader) project(name string) {
	dir := path.Dir(name)
	t := l.table(name)
	p := &report.Project{
		Slug: path.Base(dir), Pos: diag.Pos{File: name}, Page: l.page(dir),
		Level: t.ref("level"), Category: t.ref("category"), Area: t.ref("area"),
		Status: t.ref("status"), LeadBody: t.ref("lead_body"), Support: t.refs("support"),
		MergedInto: t.ref("merged_into"),
		Lead:       t.text("lead"),
		Started:    t.day("started"), Due: t.day("due"), Completed: t.dayOrUnpublished("completed"),
		Source: t.ref("source"),
	}
	faults := len(l.problems)
	for _, n := range t.part("counts").Keys {
		if t.Misplaced(n) {
			continue
		}
		if d, ok := n.Decimal(); ok {
			p.Counts = append(p.Counts, report.Contribution{Metric: report.Ref{ID: n.Key, Pos: n.KeyPos()}, Number: d})
		}
	}
	p.Deliver = deliveries(t.part("deliver"), p.Source)
	p.Broken = t.unread || len(l.problems) > faults
	p.Schedule = schedule(t.part("schedule"))
	p.Milestones, p.Planned = milestones(t.part("milestones")), milestones(t.part("planned"))
	t.Done()
	p.Page.Project = p
	l.site.Projects.Add(p.Slug, p)
}

// deliveries reads [deliver.street-lights]: what a project promised, and the
// results.
func deliveries(t *table, source report.Ref) []report.Delivery {
	var list []report.Delivery
	t.each("delivery", func(id string, in *table) {
		d := report.Delivery{
			Metric:        report.Ref{ID: id, Pos: in.KeyPos()},
			Values:        observations(in.sub("values"), source),
			LowerIsBetter: in.Flag("lower_is_better"),
		}
		target := in.Get("target")
		if target == nil {
			in.Report("delivery %q has no target; add target = 20", id)
		} else if number, ok := target.Decimal(); ok {
			d.Target, d.TargetPos = number, target.ValuePos()
			list = append(list, d)
		}
		in.Done()
	})
	return list
}

// milestones reads [milestones] or [planned]: "2024-05-10" = { zh = "…", en = "…" },
// sorted by date.
func milestones(t *table) []report.Milestone {
	var list []report.Milestone
	for _, n := range t.Keys {
		if !n.IsTable && t.Outer.Misplaced(n) {
			continue
		}
		if date, ok := n.KeyDate(); ok {
			list = append(list, report.Milestone{Pos: n.KeyPos(), Date: date, Text: t.text(n.Key)})
		}
	}
	slices.SortStableFunc(list, func(a, b report.Milestone) int { return a.Date.Compare(b.Date) })
	return list
}

// schedule reads [schedule]: how a project stands against its plan.
func schedule(t *table) report.Schedule {
	s := report.Schedule{Reason: t.text("reason")}
	s.State = tomlfile.Choice(t.Table, "state", report.ScheduleStates)
	if len(t.Keys) > 0 {
		s.Pos = t.KeyPos()
	}
	t.Done()
	return s
}
