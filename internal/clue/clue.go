// Package clue tells which of many regular expressions may match in a text, by one
// look at the text: trying them all takes much longer, and nearly all in vain. Each
// expression is read once for literals of which every match of it has one.
package clue

import (
	"cmp"
	"iter"
	"math/bits"
	"regexp/syntax"
	"strings"
	"unicode/utf8"
)

// Set is a set of expressions, by their place in the list.
type Set [Most / 64]uint64

func (s *Set) add(i int)    { s[i/64] |= 1 << (i % 64) }
func (s *Set) union(t *Set) { s[0] |= t[0]; s[1] |= t[1] }

// All yields the members of the set, in order.
func (s Set) All() iter.Seq[int] {
	return func(yield func(int) bool) {
		for word, left := range s {
			for ; left != 0; left &= left - 1 {
				if !yield(64*word + bits.TrailingZeros64(left)) {
					return
				}
			}
		}
	}
}

// A clue is a piece of text of at most six bytes, two Han characters, packed into
// a number. The 1 before them tells pieces of different lengths apart.
type clue uint64

const longestClue = 6

func newClue(piece string) clue {
	c := clue(1)
	for i := range len(piece) {
		c = c.with(piece[i])
	}
	return c
}

// with returns the clue with one byte more, in small letters.
func (c clue) with(b byte) clue {
	if 'A' <= b && b <= 'Z' {
		b |= 0x20
	}
	return c<<8 | clue(b)
}

// hash spreads the clues over 16 bits (Knuth's multiplicative method).
func (c clue) hash() uint16 { return uint16(uint64(c) * 0x9e3779b97f4a7c15 >> 48) }

// Index knows the clues of a list of expressions.
type Index struct {
	always Set // those without a clue
	by     map[clue]*Set
	likely [1 << 16 / 64]uint64 // a bit for the hash of each clue: most pieces are none
	common func(rune) bool
}

// Most is how many expressions an index may have.
const Most = 128

// New reads expressions that compile. Characters that are common in the texts to
// come are no clue.
func New(patterns []string, common func(rune) bool) *Index {
	x := &Index{by: map[clue]*Set{}, common: common}
	for i, pattern := range patterns {
		x.add(i, pattern)
	}
	return x
}

func (x *Index) add(i int, pattern string) {
	tree, err := syntax.Parse(pattern, syntax.Perl)
	if err != nil {
		panic(err) // it does not compile
	}
	found := x.need(x.literalsOf(tree.Simplify()))
	if len(found) == 0 {
		x.always.add(i)
	}
	for _, literal := range found {
		k := newClue(x.pieceOf(literal))
		if x.by[k] == nil {
			x.by[k] = new(Set)
		}
		x.by[k].add(i)
		x.likely[k.hash()/64] |= 1 << (k.hash() % 64)
	}
}

// pieceOf picks the piece of a literal to look for: the first two Han characters that
// are not both common, a single one, or the beginning of a word.
func (x *Index) pieceOf(literal string) string {
	single := ""
	runes := []rune(literal)
	for i, r := range runes {
		if !wide(r) {
			continue
		}
		if i+1 < len(runes) && wide(runes[i+1]) && !(x.common(r) && x.common(runes[i+1])) {
			return string(runes[i : i+2])
		}
		if single == "" || !x.common(r) {
			single = string(r)
		}
	}
	return cmp.Or(single, literal[:min(4, len(literal))])
}

// wide reports whether a character has three bytes, as a Han character has, so that
// two make a clue.
func wide(r rune) bool { return 0x2e80 <= r && r <= 0xffff }

// Worth returns the expressions that may match in a text.
func (x *Index) Worth(text string) Set {
	set := x.always
	for i := range len(text) {
		k := clue(1)
		for n := i; n < min(i+longestClue, len(text)); n++ {
			k = k.with(text[n])
			if h := k.hash(); x.likely[h/64]>>(h%64)&1 == 0 {
				continue
			}
			if found := x.by[k]; found != nil {
				set.union(found)
			}
		}
	}
	return set
}

// literals are what is known of the matches of a pattern. If all is not nil, each
// match is one of all; if any is not nil, each has one of any in it.
type literals struct{ all, any []string }

// mostLiterals is how many matches of a pattern are listed; a pattern of more is
// known by a part of it.
const mostLiterals = 256

// need returns strings of which every match has one; none when nothing is known.
func (x *Index) need(l literals) []string {
	if x.vague(l.all) < x.vague(l.any) {
		return l.all
	}
	return l.any
}

// vague says how little a list of literals tells: those that every sentence has,
// digits above all, tell nothing.
func (x *Index) vague(list []string) int {
	worst := 0
	if list == nil {
		worst = 1000
	}
	for _, literal := range list {
		piece := x.pieceOf(literal)
		first, size := utf8.DecodeRuneInString(piece)
		switch {
		case literal == "":
			return 2000
		case strings.Trim(piece, "0123456789 .,-") == "", size == len(piece) && x.common(first):
			worst = max(worst, 100)
		case len(piece) < 3:
			worst = max(worst, 10)
		default:
			worst = max(worst, 1)
		}
	}
	return worst
}

// literalsOf reads a pattern's tree.
func (x *Index) literalsOf(re *syntax.Regexp) literals {
	switch re.Op {
	case syntax.OpLiteral:
		return literals{all: []string{small(re.Rune)}}
	case syntax.OpCharClass:
		return literals{all: members(re.Rune)}
	case syntax.OpCapture:
		return x.literalsOf(re.Sub[0])
	case syntax.OpPlus:
		return literals{any: x.need(x.literalsOf(re.Sub[0]))}
	case syntax.OpQuest:
		if l := x.literalsOf(re.Sub[0]); l.all != nil {
			return literals{all: append([]string{""}, l.all...)}
		}
	case syntax.OpConcat:
		return x.concat(re.Sub)
	case syntax.OpAlternate:
		return x.alternate(re.Sub)
	case syntax.OpEmptyMatch, syntax.OpBeginLine, syntax.OpEndLine, syntax.OpBeginText, syntax.OpEndText,
		syntax.OpWordBoundary, syntax.OpNoWordBoundary:
		return literals{all: []string{""}}
	}
	return literals{}
}

// small writes Latin letters small, as [clue.with] does.
func small(text []rune) string {
	return strings.Map(func(r rune) rune {
		if 'A' <= r && r <= 'Z' {
			r += 'a' - 'A'
		}
		return r
	}, string(text))
}

// members lists a class of few characters.
func members(ranges []rune) []string {
	var list []string
	for i := 0; i < len(ranges); i += 2 {
		for r := ranges[i]; r <= ranges[i+1]; r++ {
			if list = append(list, small([]rune{r})); len(list) > mostLiterals {
				return nil
			}
		}
	}
	return list
}

// concat joins what is known of parts that follow one another.
func (x *Index) concat(parts []*syntax.Regexp) literals {
	run, best := []string{""}, literals{}
	whole := true
	consider := func(list []string) {
		if x.vague(list) < x.vague(best.any) {
			best.any = list
		}
	}
	for _, part := range parts {
		l := x.literalsOf(part)
		if l.all != nil && len(run)*len(l.all) <= mostLiterals {
			run = product(run, l.all)
			continue
		}
		whole = false
		consider(run)
		consider(x.need(l))
		if run = l.all; run == nil {
			run = []string{""}
		}
	}
	if whole {
		return literals{all: run}
	}
	consider(run)
	return best
}

func product(heads, tails []string) []string {
	list := make([]string, 0, len(heads)*len(tails))
	for _, head := range heads {
		for _, tail := range tails {
			list = append(list, head+tail)
		}
	}
	return list
}

// alternate gathers what is known of parts of which one matches.
func (x *Index) alternate(parts []*syntax.Regexp) literals {
	l := literals{all: []string{}, any: []string{}}
	for _, part := range parts {
		p := x.literalsOf(part)
		if p.all == nil || l.all == nil || len(l.all)+len(p.all) > mostLiterals {
			l.all = nil
		} else {
			l.all = append(l.all, p.all...)
		}
		need := x.need(p)
		if x.vague(need) >= 1000 || l.any == nil {
			l.any = nil
		} else {
			l.any = append(l.any, need...)
		}
	}
	return l
}
