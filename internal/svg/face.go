package svg

import (
	"strings"
	"unicode"
)

// A Face is how a text is set.
type Face struct {
	Size int // in units of the drawing
	Bold bool
}

// LineHeight is the distance from one line to the next, which Han characters
// need more of than Latin letters.
func (f Face) LineHeight() int { return f.Size * 14 / 10 }

// boldSlack is how much wider Latin letters are when they are bold.
const boldSlack = 1.16

// latin holds the widths of the characters from the space to the tilde, in
// thousandths of the size. The font is the reader's system's, so each is the
// larger of two: Helvetica's, which most are like, and DejaVu Sans's, the widest
// of the usual ones.
var latin = [...]int{
	318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318, 337, // space to /
	636, 636, 636, 636, 636, 636, 636, 636, 636, 636, 337, 337, 838, 838, 838, 556, // 0 to ?
	1015, 684, 686, 722, 770, 667, 611, 778, 752, 295, 500, 667, 557, 863, 748, 787, // @ to O
	667, 787, 722, 667, 611, 732, 684, 989, 685, 667, 685, 390, 337, 390, 838, 556, // P to _
	500, 613, 635, 550, 635, 615, 352, 635, 634, 278, 278, 579, 278, 974, 634, 612, // ` to o
	635, 635, 411, 521, 392, 634, 592, 818, 592, 592, 525, 636, 337, 636, 838, // p to ~
}

// Width returns the width of a text of one line, generously: the true font is
// not known. Whatever is not Latin counts as wide as it is high, which is right
// for Han characters and enough for the others.
func (f Face) Width(text string) float64 {
	sum, previous := 0.0, rune(0)
	for _, r := range text {
		sum += f.advance(r)
		if spaced(previous, r) {
			sum += autospace
		}
		previous = r
	}
	return sum * float64(f.Size)
}

// autospace is what browsers put between a Han character and a letter or a digit
// beside it, in parts of the size.
const autospace = 0.125

// spaced reports whether there may be an autospace between two characters.
func spaced(a, b rune) bool {
	return unicode.Is(unicode.Han, a) && isAlphanumeric(b) || unicode.Is(unicode.Han, b) && isAlphanumeric(a)
}

func isAlphanumeric(r rune) bool {
	return !unicode.Is(unicode.Han, r) && (unicode.IsLetter(r) || unicode.IsDigit(r))
}

// advance returns the width of a character, in parts of the size.
func (f Face) advance(r rune) float64 {
	switch {
	case r >= ' ' && r <= '~':
		w := float64(latin[r-' ']) / 1000
		if f.Bold {
			w *= boldSlack
		}
		return w
	case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
		return 0
	}
	return 1
}

// Widest returns the width of the widest line.
func (f Face) Widest(lines []string) float64 {
	most := 0.0
	for _, line := range lines {
		most = max(most, f.Width(line))
	}
	return most
}

// Wrap breaks a text into lines no wider than limit, of about the same width.
// Whole is false when a word had to be broken.
func (f Face) Wrap(text string, limit float64) (lines []string, whole bool) {
	lines, whole = f.Fill(text, limit)
	if len(lines) == 1 || !whole {
		return lines, whole
	}
	// The narrowest lines of the same number are the most even ones.
	low, high := 0.0, limit
	for high-low > 1 {
		middle := (low + high) / 2
		if even, ok := f.Fill(text, middle); ok && len(even) == len(lines) {
			lines, high = even, middle
		} else {
			low = middle
		}
	}
	return lines, true
}

// Fill breaks a text into lines, each as full as limit lets it be. Where not even
// a character has room, each is a line.
func (f Face) Fill(text string, limit float64) (lines []string, whole bool) {
	whole = true
	line := ""
	for _, word := range words(text) {
		if f.Width(strings.TrimRight(line+word, " ")) <= limit {
			line += word
			continue
		}
		if line != "" {
			lines = append(lines, strings.TrimRight(line, " "))
		}
		line = word
		for line != "" && f.Width(strings.TrimRight(line, " ")) > limit {
			whole = false
			head := f.head(line, limit)
			lines, line = append(lines, line[:head]), line[head:]
		}
	}
	return append(lines, strings.TrimRight(line, " ")), whole
}

// head returns how many bytes of a word fit into limit: one character at least.
func (f Face) head(word string, limit float64) int {
	sum, end := 0.0, len(word)
	previous := rune(0)
	for i, r := range word {
		sum += f.advance(r) * float64(f.Size)
		if i > 0 && !joined(previous, r) {
			end = i
			if sum > limit {
				return end
			}
		}
		previous = r
	}
	return end
}

// words cuts a text after every place where a line may end: after a space, and
// beside a Han character. A word keeps the space after it.
func words(text string) []string {
	var out []string
	start := 0
	previous := rune(0)
	for i, r := range text {
		if i > start && mayBreak(previous, r) {
			out = append(out, text[start:i])
			start = i
		}
		previous = r
	}
	return append(out, text[start:])
}

// mayBreak reports whether a line may end between two characters.
func mayBreak(a, b rune) bool {
	switch {
	case a == ' ':
		return b != ' '
	case b == ' ' || joined(a, b):
		return false
	case opens(a) || closes(b):
		return false
	}
	return ideographic(a) || ideographic(b)
}

// joined reports whether b is drawn with a, as one sign.
func joined(a, b rune) bool {
	const joiner = '\u200D'
	skin := b >= 0x1F3FB && b <= 0x1F3FF
	return a == joiner || skin || unicode.In(b, unicode.Mn, unicode.Me, unicode.Cf)
}

// opens reports whether a line may not end with r.
func opens(r rune) bool { return unicode.In(r, unicode.Ps, unicode.Pi) }

// closes reports whether a line may not begin with r.
func closes(r rune) bool {
	return unicode.In(r, unicode.Pe, unicode.Pf) || strings.ContainsRune("，。、；：？！％·,.;:?!%", r)
}

// ideographic reports whether lines may end beside r.
func ideographic(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana) ||
		r >= 0x3000 && r <= 0x303F || r >= 0xFF00 && r <= 0xFFEF || r >= 0x1F300 && r <= 0x1FAFF
}
