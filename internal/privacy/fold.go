package privacy

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// A class says what a character means inside a number.
type class byte

const (
	other  class = iota // ends a number
	digit               // 0 to 9
	letter              // makes a number part of a code or a word
	space               // may part the digits of a number
	hyphen              // so may this, and every dash and raised dot
	dot                 // and this, but it also begins a fraction
	joiner              // is not seen: a zero-width space, the frame of an emoji key
)

// fold returns a character as NFKC has it: １, ① and 𝟏 are 1. Characters that
// NFKC turns into several stay as they are.
func fold(r rune) rune {
	switch {
	case r < utf8.RuneSelf || r >= '㐀' && r <= '鿿': // ASCII, Han
		return r
	case r >= '！' && r <= '～':
		return r - '！' + '!'
	}
	var b [16]byte
	s := norm.NFKC.AppendString(b[:0], string(r))
	if f, size := utf8.DecodeRune(s); size == len(s) {
		return f
	}
	return r
}

// classify returns the class of a folded character.
func classify(r rune) class {
	switch {
	case r >= '0' && r <= '9':
		return digit
	case r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z':
		return letter
	case r == '.':
		return dot
	case r == ' ' || r == '\n' || r == '\r':
		return space
	case r == '-':
		return hyphen
	case r < utf8.RuneSelf:
		return other
	}
	return classifyWide(r)
}

// keycap is the frame of an emoji key: 1️⃣.
const keycap = '\u20e3'

func classifyWide(r rune) class {
	switch {
	case unicode.In(r, unicode.Pd) || r == '·' || r == '•' || r == '・' || r == '−':
		return hyphen
	case unicode.In(r, unicode.Zs, unicode.Zl, unicode.Zp):
		return space
	case unicode.In(r, unicode.Cf, unicode.Variation_Selector) || r == keycap || r == '\u034f':
		return joiner
	}
	return other
}

// next decodes the character at the beginning of b, folded.
func next(b []byte) (r rune, size int, c class) {
	r, size = utf8.DecodeRune(b)
	r = fold(r)
	return r, size, classify(r)
}

// previous decodes the character at the end of b, folded.
func previous(b []byte) (r rune, size int, c class) {
	r, size = utf8.DecodeLastRune(b)
	r = fold(r)
	return r, size, classify(r)
}

// plain returns the folded digits, letters and Han characters of b, in capitals.
func plain(b []byte) string {
	var out []rune
	for len(b) > 0 {
		r, size, c := next(b)
		if c == digit || c == letter || unicode.Is(unicode.Han, r) {
			out = append(out, unicode.ToUpper(r))
		}
		b = b[size:]
	}
	return string(out)
}

// A clip is a small part of a text, folded, in capitals and without joiners, for
// regular expressions.
type clip struct {
	s      string
	starts []int // for each byte of s, where its character stands in the text
	ends   []int
}

// clipAt folds about so many bytes of buf before and after i.
func clipAt(buf []byte, i, before, after int) clip {
	from := max(0, i-before)
	for from < i && !utf8.RuneStart(buf[from]) {
		from++
	}
	var c clip
	var folded []byte
	for at := from; at < min(i+after, len(buf)); {
		r, size, kind := next(buf[at:])
		if kind != joiner {
			folded = utf8.AppendRune(folded, unicode.ToUpper(r))
			for len(c.starts) < len(folded) {
				c.starts, c.ends = append(c.starts, at), append(c.ends, at+size)
			}
		}
		at += size
	}
	c.s = string(folded)
	return c
}

// hit returns the finding of c.s[from:to], of which masked may be shown.
func (c clip) hit(from, to int, kind Kind, masked string) hit {
	return hit{c.starts[from], c.ends[to-1], kind, masked, plain([]byte(c.s[from:to]))}
}
