// Package diag describes faults in what editors wrote: where each one is, what
// is wrong, what is allowed, and what to do next.
//
// A fault of the content is a [Problem]; there may be many, and all of them are
// shown in one run. A fault of the machine (a disk that is full, a file that may
// not be read) is an ordinary Go error and is not handled here.
package diag

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/agnivade/levenshtein"
)

// Pos is a place in a source file. Line and Col count from 1, Col in characters
// (not bytes), as editors show them. A zero Line means the file as a whole; a
// zero Col means the line as a whole.
type Pos struct {
	File string // slash-separated, relative to the site's folder
	Line int
	Col  int
}

// String prints file:line:col, leaving out what is not known.
func (p Pos) String() string {
	switch {
	case p.Line == 0:
		return p.File
	case p.Col == 0:
		return fmt.Sprintf("%s:%d", p.File, p.Line)
	}
	return fmt.Sprintf("%s:%d:%d", p.File, p.Line, p.Col)
}

// compare orders positions by file, then line, then column.
func (p Pos) compare(q Pos) int {
	return cmp.Or(cmp.Compare(p.File, q.File), cmp.Compare(p.Line, q.Line), cmp.Compare(p.Col, q.Col))
}

// A Problem is one fault in the content.
type Problem struct {
	Pos    Pos
	Text   string // what is wrong; what is allowed. Lower case, no full stop.
	Hint   string // the next step, or empty
	See    *Pos   // the other place, when two places are in conflict
	Sought string // where an id was sought that nothing has, or empty
	Notice bool   // true: worth knowing, blocks only a strict build
}

// At returns a problem at pos. The text says what is wrong and what is allowed,
// in the words of the author, never those of the program.
func At(pos Pos, format string, args ...any) Problem {
	return Problem{Pos: pos, Text: fmt.Sprintf(format, args...)}
}

// Unknown returns the problem of an id that nothing has, with the nearest one
// that there is as a hint.
func Unknown(pos Pos, id, what, where string, known []string) Problem {
	p := At(pos, "%s %q is not defined in %s", what, id, where).WithHint("%s", Suggest(id, known))
	p.Sought = where
	return p
}

// WithHint returns p with the next step for the author.
func (p Problem) WithHint(format string, args ...any) Problem {
	p.Hint = fmt.Sprintf(format, args...)
	return p
}

// WithSee returns p with the other place that it is in conflict with.
func (p Problem) WithSee(pos Pos) Problem {
	p.See = &pos
	return p
}

// AsNotice returns p as a notice, which blocks only a strict build.
func (p Problem) AsNotice() Problem {
	p.Notice = true
	return p
}

// String prints the problem as the command line does, on one line or more,
// without a newline at the end.
func (p Problem) String() string {
	var b strings.Builder
	b.WriteString(plain(p.Pos.String()) + ": ")
	if p.Notice {
		b.WriteString("notice: ")
	}
	b.WriteString(plain(p.Text))
	if p.See != nil {
		b.WriteString("\n\tsee: " + plain(p.See.String()))
	}
	if p.Hint != "" {
		b.WriteString("\n\thint: " + plain(p.Hint))
	}
	return b.String()
}

// plain spells out what would not be printed but obeyed: a terminal takes control
// characters in a file name for orders, and some others turn the line around.
func plain(s string) string {
	var b strings.Builder
	for s != "" {
		r, size := utf8.DecodeRuneInString(s)
		switch {
		case r == utf8.RuneError && size == 1, unicode.IsControl(r), unicode.Is(unicode.Bidi_Control, r):
			quoted := strconv.Quote(s[:size])
			b.WriteString(quoted[1 : len(quoted)-1])
		default:
			b.WriteString(s[:size])
		}
		s = s[size:]
	}
	return b.String()
}

// List gathers problems. The zero value is empty and ready to use.
type List []Problem

// Add appends a problem.
func (l *List) Add(p Problem) { *l = append(*l, p) }

// Append adds all problems of other.
func (l *List) Append(other List) { *l = append(*l, other...) }

// Sorted returns the problems ordered by file, line, column and text, each once.
func (l List) Sorted() List {
	out := slices.Clone(l)
	slices.SortStableFunc(out, func(a, b Problem) int {
		return cmp.Or(a.Pos.compare(b.Pos), cmp.Compare(a.Text, b.Text))
	})
	return slices.CompactFunc(out, func(a, b Problem) bool {
		return a.Pos == b.Pos && a.Text == b.Text
	})
}

// Blocks reports whether the list stops a build: any problem does, a notice
// only when strict.
func (l List) Blocks(strict bool) bool {
	return slices.ContainsFunc(l, func(p Problem) bool { return strict || !p.Notice })
}

// Count returns the number of problems and of notices.
func (l List) Count() (problems, notices int) {
	for _, p := range l {
		if p.Notice {
			notices++
		} else {
			problems++
		}
	}
	return problems, notices
}

// WriteTo prints every problem in order, one or more lines each.
func (l List) WriteTo(w io.Writer) (int64, error) {
	var total int64
	for _, p := range l {
		n, err := fmt.Fprintln(w, p)
		total += int64(n)
		if err != nil {
			return total, err
		}
	}
	return total, nil
}

// Nearest returns the candidate that word was most likely meant to be. It
// reports false when none is near: when more than a third of the letters differ,
// or more than two in a short word (two letters in the wrong order are two).
func Nearest(word string, candidates []string) (string, bool) {
	letters := len([]rune(word))
	limit := max(2, letters/3)
	if letters < 4 {
		limit = letters / 2
	}
	best, found := "", false
	for _, c := range candidates {
		if d := levenshtein.ComputeDistance(strings.ToLower(word), strings.ToLower(c)); d <= limit {
			best, limit, found = c, d-1, true
		}
	}
	return best, found
}

// Suggest returns the hint for an unknown word: the nearest candidate, or, when
// none is near, the candidates themselves if they are few enough to read.
func Suggest(word string, candidates []string) string {
	if near, ok := Nearest(word, candidates); ok {
		return fmt.Sprintf("did you mean %q?", near)
	}
	const readable = 12
	if len(candidates) == 0 || len(candidates) > readable {
		return ""
	}
	return "known here: " + strings.Join(candidates, ", ")
}
