package numeral

import "unicode/utf8"

// folded is a text in which every full-width form is the plain one. The reading
// of numbers needs only one form of each sign, and keeps the way back.
type folded struct {
	text string
	at   []int // for each byte of text, and its end, the offset in the original
}

// fold replaces full-width signs (U+FF01 to U+FF5E) and wide spaces. A full-width
// comma is a comma of the sentence, unless it stands between full-width digits.
func fold(original string) folded {
	text := make([]byte, 0, len(original))
	at := make([]int, 0, len(original)+1)
	var before rune
	for i, r := range original {
		_, size := utf8.DecodeRuneInString(original[i:])
		from := len(text)
		if plain := foldRune(r); plain != r && !(r == '，' && !(wideDigit(before) && wideDigitAt(original[i+size:]))) {
			text = utf8.AppendRune(text, plain)
		} else {
			text = append(text, original[i:i+size]...)
		}
		for k := range len(text) - from {
			at = append(at, i+k)
		}
		before = r
	}
	return folded{string(text), append(at, len(original))}
}

func foldRune(r rune) rune {
	switch {
	case '！' <= r && r <= '～':
		return r - '！' + '!'
	case r == '\u3000' || r == '\u00A0' || r == '\u2009' || r == '\u202F':
		return ' '
	}
	return r
}

func wideDigit(r rune) bool { return '０' <= r && r <= '９' }

func wideDigitAt(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return wideDigit(r)
}
