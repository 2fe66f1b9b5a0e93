package numeral

import (
	"strings"
	"unicode/utf8"
)

// kind is the way in which a number is written.
type kind int

const (
	digits  kind = iota // 1,234; 1.2 million
	han                 // 一百五十六, 1.2万, 1234
	inWords             // fifty-six
)

// match is a place that may be a number.
type match struct {
	start, end int
	kind       kind
	numeral    string // of words: in small letters
	scale      string // million, 万
	odd        string // 余 or 多 before the scale: 300余万
}

// matches returns the places that may be numbers, in order. Most text is none,
// and one look at a character or at an English word tells.
func matches(text string) []match {
	var found []match
	for i := 0; i < len(text); {
		m, next := matchAt(text, i)
		if m.end > 0 {
			found = append(found, m)
		}
		i = next
	}
	return found
}

// matchAt returns what may be a number at an offset, and where to look next. The
// match is zero if there is none.
func matchAt(text string, i int) (m match, next int) {
	switch c := text[i]; {
	case isDigit(c):
		m = matchDigits(text, i)
		return m, m.end
	case isLetter(c):
		if m = matchWords(text, i); m.end > 0 {
			return m, m.end
		}
		return m, lettersEnd(text, i) // not of the word: RMB500
	case c < utf8.RuneSelf:
		return m, i + 1
	}
	r, size := utf8.DecodeRuneInString(text[i:])
	if !isHanNumber(r) {
		return m, i + size
	}
	m = matchHan(text, i)
	return m, m.end
}

// matchDigits reads a number that begins with a digit: 1,234.5; 1.2 million;
// 1亿2000万; 300余万.
func matchDigits(text string, i int) match {
	end := arabicEnd(text, i)
	if word, to := scaleWord(text, end); word != "" {
		return match{start: i, end: to, kind: digits, numeral: text[i:end], scale: word}
	}
	for to := end; ; {
		units := runEnd(text, to, isHanUnit)
		if units == to {
			break
		}
		end = units
		if to = arabicEnd(text, end); to == end {
			break
		}
	}
	m := match{start: i, end: end, kind: han, numeral: text[i:end]}
	m.readOdd(text)
	return m
}

// matchHan reads a number in Chinese characters: 三十九点五, 三百余万.
func matchHan(text string, i int) match {
	end := runEnd(text, i, isHanNumber)
	if rest, ok := strings.CutPrefix(text[end:], "点"); ok {
		point := len(text) - len(rest)
		if to := runEnd(text, point, isHanDigit); to > point {
			end = to
		}
	}
	m := match{start: i, end: end, kind: han, numeral: text[i:end]}
	m.readOdd(text)
	return m
}

// readOdd reads 余 or 多 and the units after it.
func (m *match) readOdd(text string) {
	r, size := utf8.DecodeRuneInString(text[m.end:])
	if r != '余' && r != '多' {
		return
	}
	from := m.end + size
	if to := runEnd(text, from, func(r rune) bool { return r == '万' || r == '亿' }); to > from {
		m.odd, m.scale, m.end = string(r), text[from:to], to
	}
}

// matchWords reads a number in English words: forty-two, a hundred and six.
func matchWords(text string, i int) match {
	if i > 0 && isWordByte(text[i-1]) {
		return match{}
	}
	end := wordEnd(text, i)
	switch word := strings.ToLower(text[i:end]); {
	case word == "a":
		if _, to := scaledWords(text, end); to > end {
			end = to
			break
		}
		return match{}
	case !smallWords[word]:
		return match{}
	}
	for {
		to := wordAfter(text, end, smallWords)
		if to == end {
			_, to = scaledWords(text, end)
		}
		if to == end {
			return match{start: i, end: end, kind: inWords, numeral: strings.ToLower(text[i:end])}
		}
		end = to
	}
}

// scaledWords reads, after a space or hyphen, a scale and what is added to it:
// hundred and six.
func scaledWords(text string, i int) (scale string, end int) {
	end = wordAfter(text, i, scaleWords)
	if end == i {
		return "", i
	}
	scale = text[i+1 : end]
	if strings.HasPrefix(text[end:], " and ") {
		and := end + len(" and")
		if to := wordAfter(text, and, smallWords); to > and {
			end = to
		}
	}
	return scale, end
}

// wordAfter returns the end of the word of a set that stands after one space or
// hyphen, or i.
func wordAfter(text string, i int, set map[string]bool) int {
	if i >= len(text) || text[i] != ' ' && text[i] != '-' {
		return i
	}
	end := wordEnd(text, i+1)
	if set[strings.ToLower(text[i+1:end])] {
		return end
	}
	return i
}

// scaleWord reads the English scale after digits: million, bn.
func scaleWord(text string, i int) (word string, end int) {
	if i < len(text) && (text[i] == ' ' || text[i] == '-') {
		i++
	}
	end = wordEnd(text, i)
	if word = strings.ToLower(text[i:end]); scaleWords[word] || word == "bn" {
		return word, end
	}
	return "", i
}

// The English words of numbers.
var (
	smallWords = wordSet(`one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
		eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety`)
	scaleWords = wordSet(`hundred thousand million billion trillion dozen`)
)

// arabicEnd returns the end of the digits at an offset: 12, 1,234, 3.20.
func arabicEnd(text string, i int) int {
	end := digitsEnd(text, i)
	if end == i {
		return i
	}
	if end-i <= 3 {
		for end < len(text) && text[end] == ',' && end+4 <= len(text) && digitsEnd(text[:end+4], end+1) == end+4 {
			end += 4
		}
	}
	if end < len(text) && text[end] == '.' {
		if to := digitsEnd(text, end+1); to > end+1 {
			end = to
		}
	}
	return end
}

func digitsEnd(text string, i int) int {
	for i < len(text) && isDigit(text[i]) {
		i++
	}
	return i
}

func wordEnd(text string, i int) int {
	for i < len(text) && isWordByte(text[i]) {
		i++
	}
	return i
}

func lettersEnd(text string, i int) int {
	for i < len(text) && isLetter(text[i]) {
		i++
	}
	return i
}

// runEnd returns the end of the run of characters of a sort at an offset.
func runEnd(text string, i int, is func(rune) bool) int {
	for i < len(text) {
		r, size := utf8.DecodeRuneInString(text[i:])
		if !is(r) {
			break
		}
		i += size
	}
	return i
}

func isDigit(c byte) bool    { return '0' <= c && c <= '9' }
func isLetter(c byte) bool   { return 'a' <= c|0x20 && c|0x20 <= 'z' }
func isWordByte(c byte) bool { return isLetter(c) || isDigit(c) || c == '_' }

func isHanNumber(r rune) bool {
	return isHanDigit(r) || isHanUnit(r) || r == '廿' || r == '卅'
}

func isHanDigit(r rune) bool {
	switch r {
	case '〇', '○', '零', '一', '二', '两', '三', '四', '五', '六', '七', '八', '九', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖':
		return true
	}
	return false
}

func isHanUnit(r rune) bool {
	switch r {
	case '十', '百', '千', '万', '亿', '拾', '佰', '仟', '萬', '億':
		return true
	}
	return false
}
