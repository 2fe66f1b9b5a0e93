package proof

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"gongshi/internal/diag"
	"gongshi/internal/locale"
	"gongshi/internal/markdown"
	"gongshi/internal/numeral"
	"gongshi/internal/report"
)

// A figure is stated once. These rules catch the numbers that somebody typed
// into a sentence instead of naming the metric.

// figuresTyped reports typed numbers that are a metric's or the project's value,
// or that contradict the metric which the sentence names. It notes those that
// one language of a page has and another has not: a figure may have been changed
// in one only.
func figuresTyped(s *report.Site) diag.List {
	known := knownFigures(s)
	l := typedInTexts(s, known)
	l.Append(eachPage(s, func(p *report.Page) diag.List {
		here := known
		if p.Project != nil {
			here = slices.Concat(ownFigures(s, p.Project), known)
		}
		return typedOn(s, p, here)
	}))
	return l
}

// typedInTexts looks at the short texts: names, definitions, titles of charts.
func typedInTexts(s *report.Site, known []knownFigure) diag.List {
	var l diag.List
	for _, t := range s.Texts {
		for _, lang := range s.Languages {
			run := markdown.Run{Text: t.In[lang.Code]}
			reading := numeral.Read(run.Text)
			for i, n := range reading.Numbers {
				k, same := equals(lang, typedNumber{run, reading, i}, known)
				if same && reading.Classified(i).Class == numeral.Figure {
					l.Add(diag.At(t.Pos, "number %q is typed in %q; it is the value of %q, and would not follow it", run.Text[n.Start:n.End], t.Key, k.metric.ID).WithSee(k.pos).
						WithHint("say it without the number, or in the page's prose with %s", k.write))
				}
			}
		}
	}
	return l
}

// typedOn looks at the typed numbers of one page, in all its languages.
func typedOn(s *report.Site, p *report.Page, known []knownFigure) diag.List {
	var l diag.List
	var first []typedNumber
	var firstIn *report.Writing
	for i, lang := range s.Languages {
		w := p.In[lang.Code]
		if w == nil {
			continue
		}
		typed := typedNumbers(w)
		for _, n := range typed {
			l.Append(stated(s, lang, n, known))
		}
		if i == 0 {
			first, firstIn = typed, w
		} else if firstIn != nil {
			l.Append(onlyIn(first, typed, w))
			l.Append(onlyIn(typed, first, firstIn))
		}
	}
	return l
}

// knownFigure is a value that prose should not state by itself.
type knownFigure struct {
	metric *report.Metric
	number locale.Decimal // of a ratio: in percent, to the digits that it shows
	write  string         // what to write instead: "{{street-lights}}"
	pos    diag.Pos
}

func knownFigures(s *report.Site) []knownFigure {
	var list []knownFigure
	for m := range s.Metrics.All() {
		for _, o := range s.Series(m) {
			if o.Value.Missing {
				continue
			}
			k := knownFigure{metric: m, number: o.Value.Number, write: "{{" + m.ID + "}}", pos: o.Pos}
			if m.Kind == report.Ratio {
				k.number = o.Value.Share.Percent(m.Digits())
			}
			list = append(list, k)
		}
	}
	return list
}

func ownFigures(s *report.Site, p *report.Project) []knownFigure {
	var list []knownFigure
	for _, c := range p.Contributions() {
		if m, ok := s.Metrics.Get(c.Metric.ID); ok {
			list = append(list, knownFigure{metric: m, number: c.Number, write: "{{this." + m.ID + "}}", pos: c.Metric.Pos})
		}
	}
	return list
}

// stated reports a typed number that states, or contradicts, a known figure.
func stated(s *report.Site, lang *locale.Language, t typedNumber, known []knownFigure) diag.List {
	var l diag.List
	n := t.number()
	k, same := equals(lang, t, known)
	m, value, other := contradicts(s, lang, t.run, n)
	if !same && !other || t.reading.Classified(t.i).Class != numeral.Figure {
		return l
	}
	typed := t.run.Text[n.Start:n.End]
	if same {
		l.Add(diag.At(t.run.Pos(n.Start), "number %q is typed; it is the value of %q", typed, k.metric.ID).WithSee(k.pos).
			WithHint(`write %s, so that it follows the metric; if another number is meant, write {{"%s"}}`, k.write, typed))
	} else {
		l.Add(diag.At(t.run.Pos(n.Start), "number %q stands beside %q, which is %s", typed, m.Name.String(lang), value).WithSee(m.Pos).
			WithHint(`write {{%s}}; if another number is meant, write {{"%s"}}`, m.ID, typed))
	}
	return l
}

// equals finds the known figure that a typed number states.
func equals(lang *locale.Language, t typedNumber, known []knownFigure) (knownFigure, bool) {
	n := t.number()
	for _, k := range known {
		if n.Value.Cmp(k.number) == 0 && n.Percent == (k.metric.Kind == report.Ratio) && sameThing(lang, t, k.metric) {
			return k, true
		}
	}
	return knownFigure{}, false
}

// smallest is the least number that is told by itself, without the unit beside
// it: smaller ones occur for too many reasons.
var smallest = locale.Int(10)

// sameThing reports whether a typed number counts what a metric counts, as far
// as the words beside it tell. Digits are told by themselves; a number in words
// needs the metric's unit after it, and a small one its subject, too.
func sameThing(lang *locale.Language, t typedNumber, m *report.Metric) bool {
	n := t.number()
	small := n.Value.Cmp(smallest) < 0
	switch {
	case n.Percent:
		return true
	case unitAgrees(lang, n.Unit, m):
		return !small || speaksOf(t.run.Text, n.Start, m.Name.String(lang))
	case small || !strings.ContainsFunc(t.run.Text[n.Start:n.End], unicode.IsDigit):
		return false
	}
	return n.Unit == "" || filler[strings.Fields(n.Unit)[0]]
}

// speaksOf reports whether the sentence around an offset has two characters of a
// Chinese name that stand together in it, or a longer word of an English one.
func speaksOf(text string, at int, name string) bool {
	begin, end := sentence(text, at)
	said := strings.ToLower(text[begin:end])
	for _, word := range strings.Fields(strings.ToLower(name)) {
		if len(word) > 3 && word[0] < utf8.RuneSelf && strings.Contains(said, word) {
			return true
		}
	}
	letters := []rune(name)
	for i := range max(0, len(letters)-1) {
		if letters[i] >= utf8.RuneSelf && strings.Contains(said, string(letters[i:i+2])) {
			return true
		}
	}
	return false
}

// filler are the English words that may follow a number without being what it
// counts: "all 49 are", "42 of them".
var filler = map[string]bool{
	"of": true, "are": true, "were": true, "is": true, "was": true, "have": true, "has": true, "had": true, "and": true, "or": true,
	"in": true, "on": true, "by": true, "to": true, "so": true, "more": true, "new": true, "been": true, "out": true, "at": true,
}

// unitAgrees reports whether the word after a number is the metric's unit, or in
// English a word of it or of the metric's name.
func unitAgrees(lang *locale.Language, unit string, m *report.Metric) bool {
	if unit == "" {
		return false
	}
	for _, form := range lang.Plurals {
		own := m.Unit.In[lang.Code][form]
		if own == "" {
			continue
		}
		if own == unit {
			return true
		}
		for _, word := range strings.Fields(strings.ToLower(unit)) {
			for _, part := range strings.Fields(strings.ToLower(own)) {
				if len(part) > 3 && word == part {
					return true
				}
			}
		}
	}
	return false
}

// contradicts finds a metric that the same sentence names right beside a typed
// number of its unit, with another value: 完成率达到85.6%.
func contradicts(s *report.Site, lang *locale.Language, run markdown.Run, n numeral.Number) (m *report.Metric, stated string, ok bool) {
	begin, end := sentence(run.Text, n.Start)
	before, after := run.Text[begin:n.Start], run.Text[n.End:end]
	for m := range s.Metrics.All() {
		ratio := m.Kind == report.Ratio
		if n.Percent != ratio || !ratio && !unitAgrees(lang, n.Unit, m) {
			continue
		}
		latest, has := s.Latest(m)
		if has && !latest.Value.Missing && named(lang, m, before, after, ratio) {
			return m, m.Print(lang, latest.Value).Text, true
		}
	}
	return nil, "", false
}

// How many characters may stand between a metric's name and a number that is
// said of it. A rate is told by its percent sign, so it may stand further away.
const (
	nearCount = 4
	nearRate  = 16
)

// named reports whether a metric's name stands close before a number, or right
// after it.
func named(lang *locale.Language, m *report.Metric, before, after string, ratio bool) bool {
	reach := nearCount
	if ratio {
		reach = nearRate
	}
	for _, name := range nameForms(m.Name.String(lang), ratio) {
		if i := strings.LastIndex(strings.ToLower(before), name); i >= 0 && len([]rune(before[i+len(name):])) <= reach {
			return true
		}
		if i := strings.Index(strings.ToLower(after), name); ratio && i >= 0 && len([]rune(after[:i])) <= nearCount {
			return true
		}
	}
	return false
}

// shortRate is how many characters of a Chinese rate's name people use: 完成率 of
// 项目完成率.
const shortRate = 3

func nameForms(name string, ratio bool) []string {
	name = strings.ToLower(name)
	forms := []string{name}
	if letters := []rune(name); ratio && strings.HasSuffix(name, "率") && len(letters) > shortRate {
		forms = append(forms, string(letters[len(letters)-shortRate:]))
	}
	return forms
}

// sentence returns the bounds of the sentence around an offset.
func sentence(text string, at int) (begin, end int) {
	const marks = "。！？；\n"
	begin, end = 0, len(text)
	if i := strings.LastIndexAny(text[:at], marks); i >= 0 {
		begin = i + len("。")
		if text[i] == '\n' {
			begin = i + 1
		}
	}
	if i := strings.LastIndex(text[begin:at], ". "); i >= 0 {
		begin += i + 2
	}
	if i := strings.IndexAny(text[at:], marks); i >= 0 {
		end = at + i
	}
	if i := strings.Index(text[at:end], ". "); i >= 0 {
		end = at + i
	}
	return begin, end
}

// typedNumber is a number that somebody typed: which of a reading, and of which
// text.
type typedNumber struct {
	run     markdown.Run
	reading *numeral.Reading
	i       int
}

func (t typedNumber) number() numeral.Number { return t.reading.Numbers[t.i] }

// key is the same for numbers of the same value.
func (t typedNumber) key() string {
	key := t.number().Value.Rat().RatString()
	if t.number().Percent {
		key += "%"
	}
	return key
}

func typedNumbers(w *report.Writing) []typedNumber {
	var list []typedNumber
	for _, run := range writingRuns(w) {
		reading := numeral.Read(run.Text)
		for i := range reading.Numbers {
			list = append(list, typedNumber{run, reading, i})
		}
	}
	return list
}

// onlyIn notes figures of one writing that another has not, or has less often.
func onlyIn(here, there []typedNumber, other *report.Writing) diag.List {
	left := map[string]int{}
	for _, n := range there {
		left[n.key()]++
	}
	var l diag.List
	for _, t := range here {
		key := t.key()
		if left[key]--; left[key] >= 0 {
			continue
		}
		if n := t.reading.Classified(t.i); n.Class == numeral.Figure && !n.Spelled {
			l.Add(diag.At(t.run.Pos(n.Start), "number %q is typed here, but not in %s", t.run.Text[n.Start:n.End], other.File).AsNotice())
		}
	}
	return l
}
