package search

import (
	"slices"
	"strings"
)

// A list holds numbers that only grow. The zero list is empty.
type list []int32

// add adds a number, unless it is the last one.
func (l *list) add(n int) {
	if len(*l) == 0 || int((*l)[len(*l)-1]) < n {
		*l = append(*l, int32(n))
	}
}

// How the forms of a list are written. A gap is one UTF-16 code unit, and never a
// half of a character: a list with a longer one has the other form.
const (
	gapBase = 93
	bitBase = 63
	bits    = 6 // in a character
	mostGap = 0xd7ff - gapBase
)

// String writes the list in the shorter of its two forms.
func (l list) String() string {
	var gaps strings.Builder
	next := 0
	for _, n := range l {
		gap := int(n) - next
		if next = int(n) + 1; gap > mostGap {
			return l.bits()
		}
		gaps.WriteRune(rune(gapBase + gap))
	}
	if gaps.Len() > 1+next/bits {
		return l.bits()
	}
	return gaps.String()
}

func (l list) bits() string {
	b := slices.Repeat([]byte{0}, int(l[len(l)-1])/bits+1)
	for _, n := range l {
		b[n/bits] |= 1 << (n % bits)
	}
	for i := range b {
		b[i] += bitBase
	}
	return "!" + string(b)
}
