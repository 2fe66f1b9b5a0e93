// Package numeral finds the numbers that people type in Chinese and English
// prose, in digits or in words, and tells figures, which count or measure
// something, from the numbers in dates, ages, names, laws and the like.
//
// [Find] works in three steps. It folds full-width forms; it paints the places
// where a number is no figure (quiet.go); and it reads every number in the text
// (value.go), with the bound and the unit that stand beside it (nearby.go).
package numeral

import (
	"strings"

	"gongshi/internal/locale"
)

// Number is a number that somebody typed.
type Number struct {
	Start, End int            // byte offsets in the text, with the percent sign, without the bound
	Value      locale.Decimal // 12000000 for 1200万
	Percent    bool           // Value is in hundredths: 85.7%, 百分之八十五点七, 八成五
	Bound      locale.Bound   // 300余, 约300, not more than 300
	Unit       string         // the measure word or the one or two English words after it; may be ""
	Class      Class

	// Spelled marks a figure of two to ten in words: 七类, three meetings. Ordinary
	// prose is full of them, so a rule should ask that Unit agrees as well.
	Spelled bool
}

// Class says whether a number is a figure, or why it is not one.
type Class string

// The classes of numbers. Only a [Figure] counts or measures something that may
// also be a metric.
const (
	Figure  Class = "figure"
	Date    Class = "date"    // 2024年11月25日, November 2024, Q3, the 1990s
	Time    Class = "time"    // 9:30, 上午9时, 8 a.m.
	Period  Class = "period"  // 3天, 24-hour, 每周两次
	Age     Class = "age"     // 60岁以上, 80后, a 6-year-old
	Name    Class = "name"    // COVID-19, 5G, 3号楼, 104国道, Building 3
	Law     Class = "law"     // 国办发〔2024〕12号, GB 11643-1999, Article 15
	Ordinal Class = "ordinal" // 第三次, 3rd, 前10名
	Phone   Class = "phone"   // 0554-1234567, 12345热线
	Index   Class = "index"   // (1), 一、 and 1. before an item; 图1, Table 2
	Ratio   Class = "ratio"   // 1:1, 24/7, 三分之二, version 2.1, per 100,000
	Word    Class = "word"    // 一起, 四季, one of them: no number is meant
)

// Find returns the numbers in a text, in order; no two overlap. Of the numbers
// that only make up a word, and of those without a value, such as 数十 and
// "several", it may leave out some.
func Find(text string) []Number {
	r := Read(text)
	for i := range r.Numbers {
		r.Numbers[i] = r.Classified(i)
	}
	return r.Numbers
}

// Reading is a text whose numbers are read, and classified only when somebody
// asks: that takes many times as long, and of most numbers nobody needs it.
type Reading struct {
	Numbers []Number // in order; each as if it were a figure

	text   folded
	starts []int   // where the numbers begin in the folded text
	all    []match // what may be a number, for the classes
	quiet  []Class // made when it is first needed
}

// Read reads the numbers of a text.
func Read(text string) *Reading {
	r := &Reading{text: fold(text)}
	r.all = matches(r.text.text)
	end := 0
	for _, m := range r.all {
		n, ok := read(r.text.text, m)
		if !ok || n.Start < end {
			continue
		}
		end = n.End
		n.Start, n.End = r.text.at[n.Start], r.text.at[n.End]
		r.Numbers, r.starts = append(r.Numbers, n), append(r.starts, m.start)
	}
	return r
}

// Classified returns a number with its class.
func (r *Reading) Classified(i int) Number {
	if r.quiet == nil {
		r.quiet = paint(r.text.text, r.all)
	}
	n := r.Numbers[i]
	if class := r.quiet[r.starts[i]]; class != "" {
		n.Class = class
	}
	n.Spelled = n.Spelled && n.Class == Figure
	return n
}

// read makes a number of a candidate. It reports false if that has no value.
func read(text string, m match) (Number, bool) {
	if !m.trimUnit(text) {
		return Number{}, false
	}
	number, ok := m.value()
	if !ok && m.bareUnit(text) {
		number, ok = shift("1", zeros(m.numeral))
	}
	if !ok {
		return Number{}, false
	}
	n := Number{Start: m.start, End: m.end, Class: Figure}
	n.readPercent(text, &number)
	n.readSign(text, &number)
	value, err := locale.ParseDecimal(number)
	if err != nil {
		return Number{}, false // too long to be a figure
	}
	n.Value = value
	n.Bound = bound(text, n, m.odd)
	n.Unit = unit(tailOf(text, n.End))
	n.judgeSpelled(text, m)
	return n, true
}

// readPercent widens n by a percent sign or words for it.
func (n *Number) readPercent(text string, number *string) {
	head, tail := headOf(text, n.Start), tailOf(text, n.End)
	switch {
	case strings.HasSuffix(head, "百分之"):
		n.Percent = true
		n.Start -= len("百分之")
	case tenths.MatchString(tail):
		n.readTenths(tail, number)
	default:
		if sign := percentSign.FindString(tail); sign != "" {
			n.Percent = true
			n.End += len(sign)
		}
	}
}

// readTenths reads 八成 as 80 % and 八成五 as 85 %.
func (n *Number) readTenths(tail string, number *string) {
	m := tenths.FindStringSubmatchIndex(tail)
	tens, ok := shift(*number, 1)
	if !ok || len(*number) > 1 {
		return
	}
	n.Percent = true
	n.End += m[1]
	*number = tens
	if half := tail[m[2]:m[3]]; half != "" {
		*number = tens[:1] + hanDigits(plainHan.Replace(half))
	}
}

// readSign reads a minus sign, which a hyphen is only after a space.
func (n *Number) readSign(text string, number *string) {
	if sign := minus.FindStringSubmatch(text[max(0, n.Start-4):n.Start]); sign != nil {
		n.Start -= len(sign[1])
		*number = "-" + *number
	}
}

// judgeSpelled decides about small numbers in words, most of which are part of
// another word (四季, 六安) or hardly a number (一个, one of them). They are figures
// only before something counted; one, and 二, for which counts use 两, never are.
func (n *Number) judgeSpelled(text string, m match) {
	if !m.words() || n.Percent || n.Value.Cmp(locale.Int(10)) > 0 || !n.Value.IsInt() {
		return
	}
	counts := n.Unit != "" && n.Value.Cmp(locale.Int(1)) > 0
	if m.kind == han {
		counts = counts && m.numeral != "二" && counter.MatchString(tailOf(text, n.End))
	} else {
		counts = counts && text[n.End] == ' '
	}
	if n.Spelled = counts; !counts {
		n.Class = Word
	}
}
