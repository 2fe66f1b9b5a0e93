// Package numeral finds the numbers that people type in Chinese and English
// prose, in digits or in words, and tells figures, which count or measure
// something, from the numbers in dates, ages, names, laws and the like.
//
// [Read] works in two steps. It folds full-width forms (fold.go) and finds where
// numbers may stand (scan.go); and it reads each (value.go), with what it counts
// (nearby.go). Whether a number is a figure is told when somebody asks, by
// [Reading.Classified], from the sentence around it (quiet.go).
package numeral

import (
	"strings"
	"unicode/utf8"

	"gongshi/internal/locale"
)

// Number is a number that somebody typed.
type Number struct {
	Start, End int            // byte offsets in the text, with the percent sign
	Value      locale.Decimal // 12000000 for 1200万
	Percent    bool           // Value is in hundredths: 85.7%, 百分之八十五点七, 八成五
	Unit       string         // the measure word or the one or two English words after it; may be ""
	UnitAt     int            // the offset at which what it counts is named, or would be
	Class      Class

	// Weak says that a class other than [Figure] rests on a habit that figures
	// share: 42/49, 1200小时. It gives way where it is clear what is counted.
	Weak bool

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

// Reading is a text whose numbers are read, and classified only when somebody
// asks: that takes many times as long, and of most numbers nobody needs it.
type Reading struct {
	// Numbers are in order, each as if it were a figure; no two overlap. Of the
	// numbers that only make up a word, and of those without a value, such as 数十
	// and "several", some are left out.
	Numbers []Number

	text   folded
	starts []int   // where the numbers begin in the folded text
	all    []match // what may be a number, for the classes
	habits painted // made when it is first needed
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
		n.Start, n.End, n.UnitAt = r.text.at[n.Start], r.text.at[n.End], r.text.at[n.UnitAt]
		r.Numbers, r.starts = append(r.Numbers, n), append(r.starts, m.start)
	}
	return r
}

// Classified returns a number with its class.
func (r *Reading) Classified(i int) Number {
	n := r.Numbers[i]
	if r.habits.masked == "" {
		r.habits = newPainted(r.text.text, r.all)
	}
	if h, ok := r.habits.at(r.starts[i]); ok && h.class != Figure {
		n.Weak = n.Class == Figure && h.traits&weak != 0
		n.Class = h.class
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
	at, unit := counted(tailOf(text, n.End))
	n.UnitAt, n.Unit = n.End+at, unit
	n.judgeSpelled(text, m)
	return n, true
}

// readPercent widens n by a percent sign or words for it.
func (n *Number) readPercent(text string, number *string) {
	tail := tailOf(text, n.End)
	switch {
	case strings.HasSuffix(text[:n.Start], "百分之"):
		n.Percent = true
		n.Start -= len("百分之")
	case strings.HasPrefix(tail, "成"):
		n.readTenths(tail[len("成"):], number)
	default:
		if sign := percentSign(tail); sign > 0 {
			n.Percent = true
			n.End += sign
		}
	}
}

// readTenths reads 八成 as 80 % and 八成五 as 85 %.
func (n *Number) readTenths(tail string, number *string) {
	tens, ok := shift(*number, 1)
	if !ok || len(*number) > 1 {
		return
	}
	n.Percent = true
	n.End += len("成")
	*number = tens
	if half, size := utf8.DecodeRuneInString(tail); hanDigitValue[half] > 0 {
		n.End += size
		*number = tens[:1] + hanDigits(string(half))
	}
}

// readSign reads a minus sign, which a hyphen is only after a space.
func (n *Number) readSign(text string, number *string) {
	for _, sign := range []string{"-", "−"} {
		head, ok := strings.CutSuffix(text[:n.Start], sign)
		if ok && (head == "" || strings.HasSuffix(head, " ") || strings.HasSuffix(head, "(")) {
			n.Start = len(head)
			*number = "-" + *number
			return
		}
	}
}

// judgeSpelled decides about small numbers in words, most of which are part of
// another word (四季, 六安) or hardly a number (一个, one of them). They are figures
// only before something counted; one, and 二, for which counts use 两, never are.
func (n *Number) judgeSpelled(text string, m match) {
	if !m.words() || n.Percent || n.Value.Cmp(locale.Int(10)) > 0 || n.Value.Digits() > 0 {
		return
	}
	counts := n.Unit != "" && n.Value.Cmp(locale.Int(1)) > 0
	if m.kind == han {
		word, _ := measureWord(counterWords, tailOf(text, n.End))
		counts = counts && m.numeral != "二" && word != ""
	} else {
		counts = counts && text[n.End] == ' ' && 'a' <= n.Unit[0] && n.Unit[0] <= 'z' // no Three Gorges
	}
	if n.Spelled = counts; !counts {
		n.Class = Word
	}
}
