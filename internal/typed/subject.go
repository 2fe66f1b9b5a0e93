package typed

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"gongshi/internal/locale"
	"gongshi/internal/numeral"
	"gongshi/internal/report"
)

// subject is a metric as sentences in one language speak of it.
type subject struct {
	metric *report.Metric
	series []report.Observation // oldest first
	rate   bool                 // its numbers stand before a percent sign
	names  []string             // folded: its name and, of a Chinese rate, the short form
	pieces []string             // of its name: two Han characters, or a longer word
	units  []unit               // a form for each plural
}

// unit is a form of a metric's unit, folded.
type unit struct {
	own    string // 万元
	base   string // without its scale: 元
	places int    // the zeros that the scale stands for
}

func newSubject(s *report.Site, lang *locale.Language, m *report.Metric) *subject {
	name := fold(m.Name.String(lang))
	x := &subject{metric: m, series: s.Series(m), rate: m.Kind == report.Ratio, pieces: pieces(name)}
	for _, form := range lang.Plurals {
		own := fold(strings.TrimSpace(m.Unit.In[lang.Code][form]))
		x.rate = x.rate || slices.Contains([]string{"%", "％", "per cent", "percent"}, own)
		if own != "" {
			places, base := numeral.Scale(own)
			x.units = append(x.units, unit{own, base, places})
		}
	}
	if name != "" {
		x.names = nameForms(name, x.rate)
	}
	return x
}

// places returns the zeros that the scale of the metric's unit stands for.
func (x *subject) places() int {
	if len(x.units) == 0 {
		return 0
	}
	return x.units[0].places
}

// shortRate is how many characters of a Chinese rate's name people use: 完成率 of
// 项目完成率.
const shortRate = 3

func nameForms(name string, rate bool) []string {
	forms := []string{name}
	if letters := []rune(name); rate && strings.HasSuffix(name, "率") && len(letters) > shortRate {
		forms = append(forms, string(letters[len(letters)-shortRate:]))
	}
	return forms
}

// pieces returns what a sentence that speaks of a name has at least one of: two
// characters of a Chinese name that stand together, a longer word of an English
// one.
func pieces(name string) []string {
	var list []string
	for _, word := range strings.Fields(name) {
		if len(word) > 3 && word[0] < utf8.RuneSelf {
			list = append(list, word)
		}
	}
	letters := []rune(name)
	for i := range max(0, len(letters)-1) {
		if letters[i] >= utf8.RuneSelf {
			list = append(list, string(letters[i:i+2]))
		}
	}
	return list
}

// fold writes a text in small letters, each in as many bytes as before, so that an
// offset in the one is an offset in the other.
func fold(text string) string {
	folded := []byte(text)
	for i, r := range text {
		if small := unicode.ToLower(r); small != r && utf8.RuneLen(small) == utf8.RuneLen(r) {
			utf8.EncodeRune(folded[i:], small)
		}
	}
	return string(folded)
}

// counts reports whether words after a number name a unit: the unit itself, or in
// English a longer word of it. The word is what the number was read to count.
func counts(after, word, unit string) bool {
	if unit == "" {
		return word == ""
	}
	first, _ := utf8.DecodeRuneInString(unit)
	if strings.HasPrefix(after, unit) {
		if first >= utf8.RuneSelf {
			return len(unit) >= len(word) // 个 is not what 个百分点 counts
		}
		next, _ := utf8.DecodeRuneInString(after[len(unit):])
		if !unicode.IsLetter(next) || next >= 0x2e80 {
			return true
		}
	}
	for said := range strings.FieldsSeq(word) {
		for part := range strings.FieldsSeq(unit) {
			if len(part) > 3 && said == part {
				return true
			}
		}
	}
	return false
}

// nameIndex finds the names that end, or begin, at a place in a text.
type nameIndex struct{ ending, beginning map[string][]indexedName }

type indexedName struct {
	name    string
	subject *subject
}

func newNameIndex() nameIndex {
	return nameIndex{ending: map[string][]indexedName{}, beginning: map[string][]indexedName{}}
}

func (x nameIndex) add(sub *subject) {
	for _, name := range sub.names {
		x.ending[lastTwo(name)] = append(x.ending[lastTwo(name)], indexedName{name, sub})
		if sub.rate {
			x.beginning[firstTwo(name)] = append(x.beginning[firstTwo(name)], indexedName{name, sub})
		}
	}
}

// lastTwo returns the last two characters of a text.
func lastTwo(text string) string {
	_, size := utf8.DecodeLastRuneInString(text)
	_, other := utf8.DecodeLastRuneInString(text[:len(text)-size])
	return text[len(text)-size-other:]
}

// firstTwo returns the first two characters of a text.
func firstTwo(text string) string {
	_, size := utf8.DecodeRuneInString(text)
	_, other := utf8.DecodeRuneInString(text[size:])
	return text[:size+other]
}

// How many characters may stand between a metric's name and a number that is
// said of it. A rate is told by its percent sign, so it may stand further away.
const (
	nearCount = 4
	nearRate  = 16
)

// beside returns the names that stand close before a number or, of rates, right
// after it; the longest first.
func (x nameIndex) beside(before, after string) []indexedName {
	var found []indexedName
	for gap, text := 0, before; gap <= nearRate && text != ""; gap++ {
		for _, n := range x.ending[lastTwo(text)] {
			if (n.subject.rate || gap <= nearCount) && strings.HasSuffix(text, n.name) {
				found = append(found, n)
			}
		}
		_, size := utf8.DecodeLastRuneInString(text)
		text = text[:len(text)-size]
	}
	for gap, text := 0, after; gap <= nearCount && text != ""; gap++ {
		for _, n := range x.beginning[firstTwo(text)] {
			if strings.HasPrefix(text, n.name) {
				found = append(found, n)
			}
		}
		_, size := utf8.DecodeRuneInString(text)
		text = text[size:]
	}
	slices.SortStableFunc(found, func(a, b indexedName) int { return len(b.name) - len(a.name) })
	return found
}
