package share

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// ellipsis returns what ends a text that was cut. That of Chinese stands in the middle
// of the line's height.
func ellipsis(cut string) string {
	last, _ := utf8.DecodeLastRuneInString(cut)
	if isWide(last) {
		return "…"
	}
	return "..."
}

// Characters that begin or end no line, after the standard on Chinese text layout
// (CLREQ, section 3.1.3).
const (
	neverFirst = "，。、；：？！）》〉」』】〕〗”’…—～·％‰℃°%,.;:?!)]}/"
	neverLast  = "（《〈「『【〔〖“‘([{"
)

// pieces cuts a text where a line may end. A space at the end of a piece is not
// printed when the piece ends a line.
func pieces(text string) []string {
	var list []string
	runes, start := []rune(text), 0
	for i := 1; i < len(runes); i++ {
		if mayBreak(runes[:i], runes[i]) {
			list, start = append(list, string(runes[start:i])), i
		}
	}
	return append(list, string(runes[start:]))
}

// mayBreak reports whether a line may end between what stands before a character and
// it. A number stays with what it counts: 49个, 49 projects.
func mayBreak(before []rune, next rune) bool {
	last := before[len(before)-1]
	switch {
	case next == ' ', strings.ContainsRune(neverFirst, next), strings.ContainsRune(neverLast, last):
		return false
	case last == ' ':
		return len(before) < 2 || !isDigit(before[len(before)-2])
	case isHan(last) && isDigit(next):
		return last != '第'
	case isDigit(last) && isHan(next):
		return false
	}
	return isHan(next) || isHan(last) || strings.ContainsRune("，。、；：？！）》〉」』】〕〗”’…—", last)
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' }

// isHan reports whether a line may end on either side of a character.
func isHan(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana) || strings.ContainsRune("（《〈「『【〔〖〓", r)
}

// A measure tells how wide a text is.
type measure func(text string) int

// wrap breaks a text into lines that are no wider than width, and about as wide as
// each other. It reports false when they are more than most: then the last one ends
// with an ellipsis.
func wrap(text string, width, most int, of measure) (lines []string, whole bool) {
	lines = fit(pieces(text), width, of)
	if len(lines) > most {
		rest := text
		for _, line := range lines[:most-1] {
			rest = strings.TrimSpace(strings.TrimPrefix(rest, line))
		}
		return append(lines[:most-1:most-1], cut(rest, width, of)), false
	}
	// The narrowest column in which the lines are as many makes them even.
	narrow, wide := 0, width
	for narrow+1 < wide {
		if middle := (narrow + wide) / 2; len(fit(pieces(text), middle, of)) > len(lines) {
			narrow = middle
		} else {
			wide = middle
		}
	}
	return fit(pieces(text), wide, of), true
}

// fit fills lines with pieces, one after another. A piece that is wider than a line is
// cut where the line ends.
func fit(pieces []string, width int, of measure) (lines []string) {
	line := ""
	end := func() {
		if line = strings.TrimSpace(line); line != "" {
			lines = append(lines, line)
		}
		line = ""
	}
	for _, piece := range pieces {
		if of(strings.TrimSpace(line+piece)) > width {
			end()
		}
		for of(strings.TrimSpace(piece)) > width && len([]rune(piece)) > 1 {
			n := longest([]rune(piece), width, of)
			lines, piece = append(lines, string([]rune(piece)[:n])), string([]rune(piece)[n:])
		}
		line += piece
	}
	end()
	return lines
}

// longest returns how many of the first characters are no wider than a line, at
// least one.
func longest(runes []rune, width int, of measure) int {
	n := 1
	for n < len(runes) && of(string(runes[:n+1])) <= width {
		n++
	}
	return n
}

// cut shortens a text to one line that ends with an ellipsis, behind a whole piece
// where there is one.
func cut(text string, width int, of measure) string {
	if of(text) <= width {
		return text
	}
	line := ""
	for _, piece := range pieces(text) {
		if of(mark(line+piece)) > width {
			break
		}
		line += piece
	}
	if line == "" {
		runes := []rune(text)
		line = string(runes[:longest(runes, width-of("..."), of)])
	}
	return mark(line)
}

// mark ends a text that was cut with an ellipsis, instead of what does not stand before
// one.
func mark(cut string) string {
	cut = strings.TrimRight(cut, " ，。、；：,.;:—–-")
	return cut + ellipsis(cut)
}

// sentences returns the first sentences of a text, as many as fit into one line. When
// the first does not, it is cut.
func sentences(text string, width int, of measure) string {
	for end := len(text); end > 0; {
		if of(text[:end]) <= width {
			return text[:end]
		}
		end = max(strings.LastIndex(text[:end-1], "。")+len("。"), strings.LastIndex(text[:end-1], ". ")+1)
		if end <= len("。") {
			break
		}
	}
	return cut(text, width, of)
}
