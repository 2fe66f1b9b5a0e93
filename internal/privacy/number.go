package privacy

import (
	"bytes"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"gongshi/internal/words"
)

// A number is a run of digits as a reader sees it, in groups that spaces,
// hyphens or dots part.
type number struct {
	digits []byte  // 0 to 9; the last may be X, the check digit ten
	starts []int   // where each digit stands in the text
	ends   []int   // and where it ends
	before []class // what parts a digit from the one before it; other if nothing does
}

// shortest is the number of digits of the shortest number that is looked at, a
// mobile number.
const shortest = 11

// numbers returns all that has digits, but for addresses.
func numbers(t *words.Text) []hit {
	var hits []hit
	var n number
	for i := 0; i < len(t.Bytes); {
		if !mayBeDigit[t.Bytes[i]] {
			i++
			continue
		}
		if _, size, c := next(t.Bytes[i:]); c != digit {
			i += size
			continue
		}
		hits = append(hits, afterLetters(t.Bytes, i)...)
		if end := n.readFloat(t.Bytes, i); end > i {
			hits = append(hits, n.hits(t)...)
			i = end
			continue
		}
		if end, long := extent(t.Bytes, i); !long {
			i = end
			continue
		}
		i = n.read(t, i)
		hits = append(hits, n.hits(t)...)
	}
	return hits
}

// mayBeDigit has the bytes that a digit may begin with, in any of its forms. All
// others are passed over, which makes clean text cheap.
var mayBeDigit = func() (table [256]bool) {
	for c := '0'; c <= '9'; c++ {
		table[c] = true
	}
	for _, lead := range []byte("\xc2\xe2\xef\xf0") { // ², ① and ₁, １, 𝟏
		table[lead] = true
	}
	return table
}()

// extent is a cheap first look at the number that begins at buf[i]: it reports
// whether that may be long enough, and if not, where to go on.
func extent(buf []byte, i int) (end int, long bool) {
	count := 0
	for ; i < len(buf) && count < shortest; i++ {
		switch c := buf[i]; {
		case c >= '0' && c <= '9':
			count++
		case c >= 0xe4 && c <= 0xe9: // Han
			return i, false
		case c >= utf8.RuneSelf:
			count++ // perhaps part of a digit
		case classify(rune(c)) < space:
			return i, false
		}
	}
	return i, count == shortest
}

// read reads the number that begins at buf[i] and returns where it ends.
func (n *number) read(t *words.Text, i int) int {
	n.clear()
	end, parted, marks := i, other, 0
	for at := i; at < len(t.Bytes) && marks < 3; {
		r, size, c := next(t.Bytes[at:])
		switch {
		case c == digit, n.endsInX(r) && !startsWord(t.Bytes[at+size:]):
			n.add(r, at, at+size, parted)
			end, parted, marks = at+size, other, 0
		case c == letter && parted == other:
			n.dropLastGroup()
			n.dropFirstGroupOfCode(t.Bytes)
			return end
		case c == letter, c == other, t.Records && r == '\n':
			n.dropFirstGroupOfCode(t.Bytes)
			return end
		case c != joiner:
			parted, marks = join(parted, c), marks+visible(c)
		}
		at += size
	}
	n.dropFirstGroupOfCode(t.Bytes)
	return end
}

// float is a whole number as programs write one in a workbook: 1.3800138123E10.
var float = regexp.MustCompile(`^([1-9])\.([0-9]+)[Ee]\+?([0-9]{1,2})(?:[^0-9A-Za-z]|$)`)

// mostZeros is how many zeros a float may leave out at the end. With more, it is
// a round amount.
const mostZeros = 3

// readFloat reads the float that begins at buf[i] and returns where it ends, or i
// if there is none that is a whole number. All of its digits stand where it does.
func (n *number) readFloat(buf []byte, i int) int {
	if i+1 >= len(buf) || buf[i+1] != '.' {
		return i // nearly always
	}
	m := float.FindSubmatchIndex(buf[i:min(i+32, len(buf))])
	if m == nil {
		return i
	}
	exponent, _ := strconv.Atoi(string(buf[i+m[6] : i+m[7]])) // two digits
	zeros := exponent - (m[5] - m[4])
	if zeros < 0 || zeros > mostZeros {
		return i
	}
	n.clear()
	for _, d := range string(buf[i]) + string(buf[i+m[4]:i+m[5]]) + strings.Repeat("0", zeros) {
		n.add(d, i, i+m[7], other)
	}
	return i + m[7]
}

// clear makes the number one without digits.
func (n *number) clear() {
	n.digits, n.starts, n.ends, n.before = n.digits[:0], n.starts[:0], n.ends[:0], n.before[:0]
}

// add appends a digit, or the X of a check digit.
func (n *number) add(r rune, start, end int, parted class) {
	if classify(r) != digit {
		r = 'X'
	}
	n.digits = append(n.digits, byte(r))
	n.starts, n.ends = append(n.starts, start), append(n.ends, end)
	n.before = append(n.before, parted)
}

// endsInX reports whether r is the X of an identity number. People also type a
// multiplication sign, or the Cyrillic letter.
func (n *number) endsInX(r rune) bool {
	return len(n.digits) >= 17 && n.digits[len(n.digits)-1] != 'X' && strings.ContainsRune("Xx×Хх", r)
}

func startsWord(b []byte) bool {
	_, _, c := next(b)
	return c == letter || c == digit
}

// join returns what parts two digits between which both a and b stand.
func join(a, b class) class {
	switch {
	case a == other:
		return b
	case a == hyphen || b == hyphen:
		return hyphen
	}
	return space // a full stop and a space end a sentence
}

// visible counts marks: digits with many between them are no number.
func visible(c class) int {
	if c == space {
		return 0
	}
	return 1
}

// dropLastGroup removes the group that a letter follows: it is part of a code,
// such as a hash.
func (n *number) dropLastGroup() {
	i := len(n.digits) - 1
	for i > 0 && n.before[i] == other {
		i--
	}
	n.digits = n.digits[:max(i, 0)]
}

// dropFirstGroupOfCode removes the group that letters and digits precede, or
// the letters of a hash. A word may precede it: Tel13800138000.
func (n *number) dropFirstGroupOfCode(buf []byte) {
	if len(n.digits) < shortest || !endsInCode(buf[:n.starts[0]]) {
		return
	}
	i := 1
	for i < len(n.digits) && n.before[i] == other {
		i++
	}
	n.digits, n.starts, n.ends, n.before = n.digits[i:], n.starts[i:], n.ends[i:], n.before[i:]
}

// endsInCode reports whether b ends in letters that make what follows a code.
func endsInCode(b []byte) bool {
	code, hex := false, true
	for len(b) > 0 {
		r, size, c := previous(b)
		if c == digit {
			return code
		}
		if c != letter {
			break
		}
		code, hex = true, hex && strings.ContainsRune("abcdefABCDEF", r)
		b = b[:len(b)-size]
	}
	return code && hex
}

// hits returns what the number holds. Data begins and ends where a group does.
func (n *number) hits(t *words.Text) []hit {
	var hits []hit
	for i := 0; i+shortest <= len(n.digits); {
		h, length := n.match(t, i)
		if length > 0 {
			hits = append(hits, h)
		}
		i += max(length, 1)
		for i < len(n.digits) && n.before[i] == other {
			i++
		}
	}
	return hits
}

// match returns what begins at digit i, and how many digits it has.
func (n *number) match(t *words.Text, i int) (h hit, length int) {
	for _, m := range []func(*number, int) (hit, int){identity, mobile, identityTypo, bankCard, oldIdentity} {
		h, length = m(n, i)
		if length == 0 {
			continue
		}
		certain := h.kind == IdentityNumber
		if !certain && inURL(t.Bytes[:h.start]) || h.kind == Mobile && isAmount(t, h) {
			return hit{}, 0
		}
		return h, length
	}
	return hit{}, 0
}

// inURL reports whether b ends within the address of a page elsewhere: such
// addresses hold all sorts of numbers.
func inURL(b []byte) bool {
	const longest = 2000
	b = b[max(0, len(b)-longest):]
	at := bytes.LastIndex(b, []byte("://"))
	return at >= 0 && bytes.IndexFunc(b[at:], func(r rune) bool { return r <= ' ' || r > '~' || r == '"' || r == '<' }) < 0
}

// A part is some digits of a number.
type part struct {
	digits string
	shape  string // how many digits each group has: 3-4-4
}

// part returns length digits from i. It reports false if no group ends there, if
// they are a decimal fraction or part of one, and if an X among them is no check
// digit. No fraction has 18 digits.
func (n *number) part(i, length int) (part, bool) {
	end := i + length
	if end > len(n.digits) || end < len(n.digits) && n.before[end] == other {
		return part{}, false
	}
	if x := bytes.IndexByte(n.digits[i:end], 'X'); x >= 0 && x != 17 {
		return part{}, false
	}
	var room [18]int
	groups := room[:0]
	start, dots := i, 0
	for k := i + 1; k < end; k++ {
		if n.before[k] == dot {
			dots++
		}
		if n.before[k] != other {
			groups, start = append(groups, k-start), k
		}
	}
	beside := n.before[i] == dot || end < len(n.digits) && n.before[end] == dot
	if beside && (length != 18 || len(groups) > 0) || dots == 1 || dots > 0 && dots < len(groups) {
		return part{}, false
	}
	return part{string(n.digits[i:end]), shape(append(groups, end-start))}, true
}

// shape writes the lengths of groups: 3-4-4.
func shape(groups []int) string {
	b := make([]byte, 0, 40)
	for i, g := range groups {
		if i > 0 {
			b = append(b, '-')
		}
		b = strconv.AppendInt(b, int64(g), 10)
	}
	return string(b)
}

// hit returns the finding of length digits from i.
func (n *number) hit(i, length int, kind Kind, masked, plain string) hit {
	return hit{n.starts[i], n.ends[i+length-1], kind, masked, plain}
}
