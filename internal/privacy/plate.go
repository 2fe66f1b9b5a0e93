package privacy

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"
)

// afterLetters matches a licence plate or a passport number, the first digit of
// which stands at buf[i].
func afterLetters(buf []byte, i int) []hit {
	if i == 0 || !mayBeLetters(buf[max(0, i-8):i]) {
		return nil
	}
	if h, ok := plate(buf, i); ok {
		return []hit{h}
	}
	if h, ok := passport(buf, i); ok {
		return []hit{h}
	}
	return nil
}

// mayBeLetters is a cheap first look at what precedes a digit. Directly after
// Han, or after a mark or an English word and a space, there is nothing to find.
func mayBeLetters(before []byte) bool {
	last := before[len(before)-1]
	if last >= utf8.RuneSelf {
		lead := before[max(0, len(before)-3)]
		return lead < 0xe4 || lead > 0xe9
	}
	c := classify(rune(last))
	return c == letter || c >= space && slices.ContainsFunc(before, func(b byte) bool { return b >= utf8.RuneSelf || b >= 'A' && b <= 'Z' })
}

// plateNumber is what follows the province: 皖A12345, and with one more place
// for cars that drive on electricity, 皖AD12345 or 皖A12345D.
var plateNumber = regexp.MustCompile(`^[A-HJ-Z][ ·•.-]?([DF][A-HJ-NP-Z0-9][0-9]{4}|[0-9]{5}[DF]|[A-HJ-NP-Z0-9]{5})(?:[^A-Z0-9]|$)`)

// standard is the number of a standard, such as GB3095. Its letters, and the
// first of its digits, could stand on a plate too, but 新 before them means new:
// 最新GB3095标准.
var standard = regexp.MustCompile(`^(?:GB|DB|HJ|CJJ?|JT|JG[JT]|DL|SL|NY|QB|GJB|JJG)[0-9]`)

// plate matches a licence plate, the first digit of which stands at buf[i].
func plate(buf []byte, i int) (hit, bool) {
	start := i
	for range 4 { // at most two letters and a dot, and then the province
		r, size, c := previous(buf[:start])
		if strings.ContainsRune("京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼", r) {
			return plateAfter(buf, start-size, start)
		}
		if c != letter && c != hyphen && c != space && c != dot {
			break
		}
		start -= size
	}
	return hit{}, false
}

// plateAfter matches the plate of the province at buf[start:end].
func plateAfter(buf []byte, start, end int) (hit, bool) {
	c := clipAt(buf, end, 0, 30)
	m := plateNumber.FindStringSubmatchIndex(c.s)
	if m == nil || string(buf[start:end]) == "新" && standard.MatchString(c.s) || strings.IndexFunc(c.s[m[2]:m[3]], isDigit) < 0 || letters(c.s[m[2]:m[3]]) > 2 {
		return hit{}, false
	}
	h := c.hit(0, m[3], LicencePlate, string(buf[start:end])+mask(c.s[:m[3]], 1, 1))
	h.start, h.plain = start, string(buf[start:end])+h.plain
	return h, true
}

func isDigit(r rune) bool { return classify(r) == digit }

func letters(s string) (count int) {
	for _, r := range s {
		if classify(r) == letter {
			count++
		}
	}
	return count
}

// passportNumber is a passport of the People's Republic: ordinary, official,
// diplomatic or for public affairs.
var passportNumber = regexp.MustCompile(`(?:^|[^A-Z0-9])((?:E[A-HJ-NP-Z]|[DPS]E) ?[0-9]{7}|[DEGPS] ?[0-9]{8})(?:[^A-Z0-9]|$)`)

// passport matches a passport's number near the word for it.
func passport(buf []byte, i int) (hit, bool) {
	if r, _, c := previous(buf[:i]); c != letter && r != ' ' || !manyDigits(buf[i:]) {
		return hit{}, false
	}
	c := clipAt(buf, i, 100, 60)
	if !strings.Contains(c.s, "护照") && !strings.Contains(c.s, "PASSPORT") {
		return hit{}, false
	}
	for _, m := range passportNumber.FindAllStringSubmatchIndex(c.s, -1) {
		if h := c.hit(m[2], m[3], Passport, mask(c.s[m[2]:m[3]], 1, 2)); h.start < i && i < h.end {
			return h, true
		}
	}
	return hit{}, false
}

// manyDigits reports whether b begins with as many digits as a passport has.
func manyDigits(b []byte) bool {
	for range 7 {
		_, size, c := next(b)
		if c != digit {
			return false
		}
		b = b[size:]
	}
	return true
}
