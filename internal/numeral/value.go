package numeral

import (
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"gongshi/internal/locale"
)

// The parts of the patterns here and in quiet.go.
const (
	arabic   = `(?:(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)`
	hanDigit = `〇○零一二两三四五六七八九壹贰叁肆伍陆柒捌玖`
	hanUnit  = `十百千万亿拾佰仟萬億`
)

// words reports whether the number is written without any digit.
func (m match) words() bool { return !strings.ContainsAny(m.numeral, "0123456789") }

// kiloUnit reports whether what stands after 千 makes one unit with it: in 20万千瓦
// it is not a thousand.
func kiloUnit(tail string) bool {
	r, _ := utf8.DecodeRuneInString(tail)
	return strings.ContainsRune("瓦克伏赫米", r) && r != utf8.RuneError
}

// trimUnit gives a 千 that belongs to the unit back to it, and reports whether
// anything is left.
func (m *match) trimUnit(text string) bool {
	rest, thousands := strings.CutSuffix(m.numeral, "千")
	if thousands && m.kind == han && m.odd == "" && kiloUnit(text[m.end:]) {
		m.numeral = rest
		m.end -= len("千")
	}
	return m.numeral != ""
}

// value returns the number in plain digits.
func (m match) value() (string, bool) {
	if m.kind == inWords {
		return englishWords(m.numeral)
	}
	number, ok := m.numeral, true
	switch {
	case m.kind == digits || strings.Trim(number, "0123456789.,") == "":
		number = strings.ReplaceAll(number, ",", "")
	case m.words():
		number, ok = hanWords(plainHan.Replace(number))
	default:
		number, ok = mixed(plainHan.Replace(number))
	}
	switch {
	case !ok:
		return "", false
	case m.scale == "dozen":
		return dozens(number)
	}
	return shift(number, zeros(m.scale))
}

// dozens returns a whole number times twelve.
func dozens(number string) (string, bool) {
	n, err := strconv.ParseInt(number, 10, 32)
	return strconv.FormatInt(12*n, 10), err == nil
}

// zeros returns the number of zeros that a scale adds.
func zeros(scale string) int {
	if n, ok := scales[scale]; ok {
		return n
	}
	n := 0
	for _, r := range scale {
		n += hanZeros[r]
	}
	return n
}

var (
	scales   = map[string]int{"hundred": 2, "thousand": 3, "million": 6, "bn": 9, "billion": 9, "trillion": 12}
	hanZeros = map[rune]int{'十': 1, '百': 2, '千': 3, '万': 4, '亿': 8}
)

// Scale splits a unit into the number of zeros that it stands for and what is
// counted by so many: 万元 is 4 and 元, "million yuan" is 6 and "yuan". Most units
// have no scale: 千瓦 is a unit of its own.
func Scale(unit string) (places int, of string) {
	of = unit
	for {
		r, size := utf8.DecodeRuneInString(of)
		word, rest, _ := strings.Cut(of, " ")
		switch {
		case strings.HasPrefix(of, "百分"), r == '千' && kiloUnit(of[size:]):
			return places, of
		case isHanUnit(r):
			places, of = places+hanZeros[r], of[size:]
		case word == "ten":
			places, of = places+1, rest
		case scales[word] > 0:
			places, of = places+scales[word], rest
		default:
			return places, of
		}
	}
}

// Times10 returns a number with that many zeros more. It reports false when the
// number is too long to be a figure.
func Times10(d locale.Decimal, places int) (locale.Decimal, bool) {
	if places == 0 {
		return d, true
	}
	number, negative := strings.CutPrefix(d.String(), "-")
	number, ok := shift(number, places)
	if negative {
		number = "-" + number
	}
	shifted, err := locale.ParseDecimal(number)
	return shifted, ok && err == nil
}

// mostDigits is the length of the longest number that may be a figure. Longer
// ones identify something.
const mostDigits = 16

// shift moves the decimal point of a number to the right.
func shift(number string, places int) (string, bool) {
	whole, frac, _ := strings.Cut(number, ".")
	if len(whole)+places > mostDigits {
		return "", false
	}
	frac += strings.Repeat("0", max(0, places-len(frac)))
	whole, frac = whole+frac[:places], frac[places:]
	if frac == "" {
		return whole, true
	}
	return whole + "." + frac, true
}

var mixedPart = regexp.MustCompile(`([\d.,]+)([` + hanUnit + `]+)`)

// mixed reads digits with units, 1.2万 or 1亿2000万, the larger units first.
func mixed(s string) (string, bool) {
	var sum locale.Decimal
	parts, last := mixedPart.FindAllStringSubmatch(s, -1), mostDigits+1
	for _, part := range parts {
		places := zeros(part[2])
		number, ok := shift(strings.ReplaceAll(part[1], ",", ""), places)
		if !ok || places >= last {
			return "", false
		}
		d, err := locale.ParseDecimal(number)
		if err != nil {
			return "", false
		}
		if len(parts) == 1 {
			return number, true
		}
		if d.Digits() > 0 {
			return "", false
		}
		sum, last = sum.Add(d), places
	}
	return sum.String(), true
}

// plainHan writes the variants of a character in one way.
var plainHan = strings.NewReplacer("廿", "二十", "卅", "三十", "两", "二", "○", "〇", "零", "〇", "萬", "万", "億", "亿",
	"壹", "一", "贰", "二", "叁", "三", "肆", "四", "伍", "五", "陆", "六", "柒", "七", "捌", "八", "玖", "九",
	"拾", "十", "佰", "百", "仟", "千")

var hanDigitValue = map[rune]int64{'〇': 0, '一': 1, '二': 2, '三': 3, '四': 4, '五': 5, '六': 6, '七': 7, '八': 8, '九': 9}

// hanWords reads characters: 三十九点五, 一百五十六, 二〇二四.
func hanWords(s string) (string, bool) {
	whole, frac, point := strings.Cut(s, "点")
	number, ok := hanWhole(whole)
	if !ok || !point {
		return number, ok
	}
	return number + "." + hanDigits(frac), true
}

// hanWhole reads a whole number. Bare digits are one only with a 〇 among them, as
// in years: 三五 and 七八 mean "some".
func hanWhole(s string) (string, bool) {
	if strings.ContainsAny(s, "十百千万亿") {
		return hanUnits(s)
	}
	number := hanDigits(s)
	return number, len(number) == 1 || strings.Contains(s, "〇")
}

func hanDigits(s string) string {
	var b strings.Builder
	for _, r := range s {
		b.WriteString(strconv.FormatInt(hanDigitValue[r], 10))
	}
	return b.String()
}

// hanSum adds up a number in characters. It refuses what is no number, such as
// 千万 and 二三十, so that words made of these characters are left alone.
type hanSum struct {
	total   int64 // of 万 and 亿
	section int64 // below the next 万 or 亿
	digit   int64 // not yet multiplied; -1 if there is none
	zero    bool  // 〇 stands before what comes next
	unit    int64 // the last one, which the next below 万 must be smaller than
	large   int64 // the last of 万 and 亿
}

// most is larger than every unit.
const most = int64(1e16)

func hanUnits(s string) (string, bool) {
	sum := hanSum{digit: -1, unit: most, large: most}
	for _, r := range s {
		if !sum.add(r) {
			return "", false
		}
	}
	if sum.digit > 0 && !sum.zero && sum.unit != most && sum.unit > 10 {
		sum.digit *= sum.unit / 10 // 一百五 is 150
	}
	return strconv.FormatInt(sum.total+sum.section+max(sum.digit, 0), 10), true
}

func (s *hanSum) add(r rune) bool {
	digit, ok := hanDigitValue[r]
	unit := int64(1)
	for range hanZeros[r] {
		unit *= 10
	}
	switch {
	case ok && digit == 0:
		s.zero = true
		return s.digit < 0
	case ok:
		fresh := s.digit < 0
		s.digit = digit
		return fresh
	case unit < 1e4:
		return s.addSmall(unit)
	default:
		return s.addLarge(unit)
	}
}

func (s *hanSum) addSmall(unit int64) bool {
	if s.digit < 0 && unit == 10 && s.section == 0 {
		s.digit = 1 // 十一
	}
	if s.digit < 0 || unit >= s.unit {
		return false
	}
	s.section += s.digit * unit
	s.digit, s.unit, s.zero = -1, unit, false
	return true
}

func (s *hanSum) addLarge(unit int64) bool {
	s.section += max(s.digit, 0)
	switch {
	case unit > s.large && s.section == 0 && s.total < 1e8: // 三万亿
		s.total *= unit
	case unit < s.large && s.section > 0:
		s.total += s.section * unit
	default:
		return false
	}
	s.section, s.digit, s.large, s.unit, s.zero = 0, -1, unit, unit, false
	return true
}

var englishValue = map[string]int64{
	"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
	"eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
	"eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
	"eighty": 80, "ninety": 90, "dozen": 12, "hundred": 100, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12,
}

// englishWords reads words such as "one hundred and fifty-six". It refuses words
// that do not make one number, such as "seven thirty".
func englishWords(s string) (string, bool) {
	var total, below int64
	last, lastScale := int64(100), most
	for word := range strings.FieldsFuncSeq(s, func(r rune) bool { return r == ' ' || r == '-' }) {
		v, known := englishValue[word]
		switch {
		case !known: // "and"
		case v >= 1000:
			if below == 0 || v >= lastScale {
				return "", false
			}
			total += below * v
			below, last, lastScale = 0, 100, v
		case v == 100 || word == "dozen":
			if below == 0 || below >= 100 {
				return "", false
			}
			below *= v
			last = 100
		default:
			if v >= last || last < 20 || last < 100 && v >= 10 {
				return "", false
			}
			below += v
			last = v
		}
	}
	return strconv.FormatInt(total+below, 10), true
}
