// Package typed finds the numbers that somebody typed into a sentence instead of
// naming the metric: a figure is stated once. A number is compared with the figures
// that the site knows (known.go), by what it counts (subject.go) and by what the
// sentence around it speaks of (sentence.go). It also sees to it that no unit stands
// twice (unit.go).
package typed

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"gongshi/internal/diag"
	"gongshi/internal/locale"
	"gongshi/internal/markdown"
	"gongshi/internal/numeral"
	"gongshi/internal/report"
)

// Figures reports typed numbers that are a metric's or the project's value,
// or that contradict the metric which the sentence names. It notes those that
// one language of a page has and another has not: a figure may have been changed
// in one only.
func Figures(s *report.Site) diag.List {
	lexicons := make([]*lexicon, len(s.Languages))
	for i, lang := range s.Languages {
		lexicons[i] = newLexicon(s, lang)
	}
	l := typedInTexts(s, lexicons)
	l.Append(eachPage(s, func(p *report.Page) diag.List { return typedOn(p, lexicons) }))
	return l
}

// typedInTexts looks at the short texts: names, definitions, titles of charts. The
// title of a source is left alone: it is quoted.
func typedInTexts(s *report.Site, lexicons []*lexicon) diag.List {
	var l diag.List
	for _, t := range s.Texts {
		if t.Pos.File == sourcesFile {
			continue
		}
		for _, x := range lexicons {
			for _, n := range typedNumbers(markdown.Run{Text: t.In[x.lang.Code]}) {
				if k, ok := x.equals(n, nil); ok {
					l.Add(diag.At(t.Pos, "number %q is typed in %q; it is %s, and would not follow it", n.typed(), t.Key, k.what).WithSee(k.pos).
						WithHint("say it without the number, or in the page's prose with %s", k.write))
				} else if c, ok := x.contradicts(n); ok && t.Key != reasonKey {
					l.Add(diag.At(t.Pos, "number %q in %q stands beside %q, which is %s", n.typed(), t.Key, c.metric.Name.String(x.lang), c.stated(x.lang)).WithSee(c.metric.Pos).
						WithHint("say it without the number, or in the page's prose with {{%s}}", c.metric.ID))
				}
			}
		}
	}
	return l
}

// sourcesFile has the titles of sources.
const sourcesFile = "content/sources.toml"

// reasonKey is the key of a text that says why something changed: it may tell the
// number that was wrong.
const reasonKey = "reason"

// typedOn looks at the typed numbers of one page, in all its languages.
func typedOn(p *report.Page, lexicons []*lexicon) diag.List {
	var l diag.List
	var first []typedNumber
	var firstIn *report.Writing
	for i, x := range lexicons {
		w := p.In[x.lang.Code]
		if w == nil {
			continue
		}
		var own figures
		if p.Project != nil {
			own = x.own(p.Project)
		}
		typed := typedIn(w)
		for _, n := range typed {
			l.Append(x.stated(n, own))
		}
		l.Append(x.doubled(w))
		if i == 0 {
			first, firstIn = typed, w
		} else if firstIn != nil {
			l.Append(onlyIn(first, typed, w))
			l.Append(onlyIn(typed, first, firstIn))
		}
	}
	return l
}

// stated reports a typed number that states, or contradicts, a known figure.
func (x *lexicon) stated(n typedNumber, own figures) diag.List {
	var l diag.List
	if k, ok := x.equals(n, own); ok {
		l.Add(diag.At(n.pos(), "number %q is typed; it is %s", n.typed(), k.what).WithSee(k.pos).
			WithHint(`%s, so that it follows the metric; if another number is meant, write {{"%s"}}`, n.replace(k.subject, k.write, k.scaled), n.typed()))
	} else if c, ok := x.contradicts(n); ok {
		l.Add(diag.At(n.pos(), "number %q stands beside %q, which is %s", n.typed(), c.metric.Name.String(x.lang), c.stated(x.lang)).WithSee(c.metric.Pos).
			WithHint(`%s; if another number is meant, write {{"%s"}}`, n.replace(c, "{{"+c.metric.ID+"}}", n.counts(c, true)), n.typed()))
	}
	return l
}

// stated returns the metric's newest value as a page states it.
func (x *subject) stated(lang *locale.Language) string {
	return x.metric.Print(lang, x.series[len(x.series)-1].Value).Text
}

// equals finds the known figure that a typed number states: of several, the one
// that the sentence speaks of most clearly.
func (x *lexicon) equals(n typedNumber, own figures) (best knownFigure, ok bool) {
	key := n.key()
	if len(own[key]) == 0 && len(x.known[key]) == 0 {
		return best, false
	}
	beside, most := x.beside(n), -1
	for _, list := range [][]knownFigure{own[key], x.known[key]} {
		for _, k := range list {
			if clarity := n.states(k, beside); clarity > most {
				best, most = k, clarity
			}
		}
	}
	return best, most >= 0
}

// contradicts finds a metric that the same sentence names right beside a typed
// number of its unit, with another value: 完成率达到85.6%. It is silent where the
// sentence may speak of a part, a plan or another time.
func (x *lexicon) contradicts(n typedNumber) (*subject, bool) {
	for _, name := range x.beside(n) {
		sub := name.subject
		if n.Percent != sub.rate || !sub.rate && !n.counts(sub, false) && !n.counts(sub, true) {
			continue
		}
		if len(sub.series) == 0 || !n.isFigure(sub) {
			continue
		}
		latest := sub.series[len(sub.series)-1]
		if !latest.Value.Missing && !n.same(sub, latest.Value) && !x.apart(n, name.name, latest.AsOf) {
			return sub, true
		}
	}
	return nil, false
}

// same reports whether a number that counts what a metric counts is a value of it.
func (n typedNumber) same(sub *subject, v report.Value) bool {
	if sub.metric.Kind == report.Ratio {
		return n.Value.Cmp(v.Share.Percent(v.Digits)) == 0
	}
	if scaled, ok := numeral.Times10(v.Number, sub.places()); ok && n.counts(sub, true) {
		return n.Value.Cmp(scaled) == 0
	}
	return n.Value.Cmp(v.Number) == 0
}

// beside returns the names of metrics that stand beside a number, in its sentence.
func (x *lexicon) beside(n typedNumber) []indexedName {
	begin, end := sentence(n.block.folded, n.Start)
	return x.names.beside(n.block.folded[begin:n.Start], n.block.folded[n.End:max(n.End, end)])
}

// typedNumber is a number that somebody typed, and the text that it stands in.
type typedNumber struct {
	numeral.Number
	block *block
	i     int // which of the reading
}

// block is a text whose numbers are read.
type block struct {
	run     markdown.Run
	folded  string
	reading *numeral.Reading
}

func typedNumbers(run markdown.Run) []typedNumber {
	b := &block{run: run, reading: numeral.Read(run.Text)}
	if len(b.reading.Numbers) == 0 {
		return nil
	}
	b.folded = fold(run.Text)
	list := make([]typedNumber, len(b.reading.Numbers))
	for i, n := range b.reading.Numbers {
		list[i] = typedNumber{n, b, i}
	}
	return list
}

// typedIn lists the numbers of a writing.
func typedIn(w *report.Writing) []typedNumber {
	var list []typedNumber
	for _, run := range w.Runs() {
		list = append(list, typedNumbers(run)...)
	}
	return list
}

func (n typedNumber) typed() string { return n.block.run.Text[n.Start:n.End] }
func (n typedNumber) pos() diag.Pos { return n.block.run.Pos(n.Start) }
func (n typedNumber) key() string   { return valueKey(n.Value) }

// smallest is the least number that is told by itself, without the unit beside
// it: smaller ones occur for too many reasons.
var smallest = locale.Int(10)

// states tells how clearly a number of a known figure's value states that figure,
// as far as the words beside it tell; less than 0 if it does not. Digits are told
// by themselves; a number in words needs the metric's unit after it, and a small
// one its subject, too. Parts and targets must be spoken of.
func (n typedNumber) states(k knownFigure, beside []indexedName) (clarity int) {
	if n.Percent != k.subject.rate || !n.mayState(k) || !n.isFigure(k.subject) {
		return -1
	}
	clarity = min(n.kinship(k.subject), 3)
	named := false
	for _, name := range beside {
		named = named || name.subject == k.subject
	}
	if named {
		clarity += 4
	}
	switch {
	case k.term != "" && n.says(k.term), k.target && n.isPlanned():
		return clarity + 8
	case k.term != "" && !named, k.target && !named:
		return -1
	case k.term != "" || k.target:
		return clarity - 1 // rather the metric's own value
	}
	return clarity
}

// mayState reports whether what a number counts is, or may be, what a known figure
// counts.
func (n typedNumber) mayState(k knownFigure) bool {
	small := n.Value.Cmp(smallest) < 0
	switch {
	case n.Percent:
		return true
	case n.counts(k.subject, k.scaled):
		return !small || n.kinship(k.subject) > 0
	case k.scaled || small || !strings.ContainsFunc(n.typed(), unicode.IsDigit):
		return false
	}
	return n.bare(k.subject)
}

// counts reports whether a number counts a metric's unit, or what that has without
// its scale.
func (n typedNumber) counts(sub *subject, scaled bool) bool {
	after, word := n.block.folded[n.UnitAt:], strings.ToLower(n.Unit)
	for _, u := range sub.units {
		switch {
		case scaled && u.places > 0 && counts(after, word, u.base), !scaled && counts(after, word, u.own):
			return true
		}
	}
	return false
}

// bare reports whether nothing tells what a number counts: a metric's number may
// stand so. A Chinese character right after it tells, unless it is one that goes on
// with the sentence, or the metric's name.
func (n typedNumber) bare(sub *subject) bool {
	if n.Unit != "" {
		return filler[strings.ToLower(strings.Fields(n.Unit)[0])]
	}
	after := n.block.folded[n.UnitAt:]
	if r, _ := utf8.DecodeRuneInString(after); !unicode.Is(unicode.Han, r) || strings.ContainsRune(hanFiller, r) {
		return true
	}
	for _, piece := range sub.pieces {
		if strings.HasPrefix(after, piece) {
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

// hanFiller are the characters that may follow a number in the same way.
const hanFiller = "的是为已和与及或至到均都占全未还正在中里内外左上以即并且比较就则，、"

// isFigure reports whether a number counts something. A class that is only likely
// gives way where the metric's own unit follows in a sentence that speaks of it,
// or its name stands right before: Lights (156).
func (n typedNumber) isFigure(sub *subject) bool {
	c := n.block.reading.Classified(n.i)
	return c.Class == numeral.Figure ||
		c.Weak && ((n.counts(sub, false) || n.counts(sub, true)) && n.kinship(sub) > 0 || n.follows(sub))
}

// onlyIn notes figures of one writing that another has not, or has less often.
func onlyIn(here, there []typedNumber, other *report.Writing) diag.List {
	type number struct {
		key     string
		percent bool
	}
	left := map[number]int{}
	for _, n := range there {
		left[number{n.key(), n.Percent}]++
	}
	var l diag.List
	for _, n := range here {
		key := number{n.key(), n.Percent}
		if left[key]--; left[key] >= 0 {
			continue
		}
		if c := n.block.reading.Classified(n.i); c.Class == numeral.Figure && !c.Spelled {
			l.Add(diag.At(n.pos(), "number %q is typed here, but not in %s", n.typed(), other.File).AsNotice())
		}
	}
	return l
}
