package markdown

import (
	"html"
	"strings"
	"unicode/utf8"

	"gongshi/internal/diag"
)

// lineReader reads a short text from left to right.
type lineReader struct {
	line     Line
	pos      diag.Pos // of what is left
	left     string
	escaped  int // braces that were escaped and are not closed
	problems diag.List
}

// ParseLine reads a short text, which holds figures but no other markup. The
// position is that of its first character.
func ParseLine(pos diag.Pos, s string) (Line, diag.List) {
	r := &lineReader{line: Line{Pos: pos}, pos: pos, left: s}
	for r.left != "" && r.next() {
	}
	return r.line, r.problems
}

// next reads the text up to the next braces, and those with what they hold. It
// reports false when the rest cannot be read.
func (r *lineReader) next() bool {
	at := strings.Index(r.left, "{{")
	if closing := strings.Index(r.left, "}}"); r.escaped > 0 && closing >= 0 && (at < 0 || closing < at) {
		r.text(closing)
		r.escaped--
		r.meant("}}", len("}}"))
		return true
	}
	switch {
	case at < 0:
		r.text(len(r.left))
		return true
	case at > 0 && r.left[at-1] == '\\':
		r.text(at - 1)
		r.escaped++
		r.meant("{{", len(`\{{`))
		return true
	}
	r.text(at)
	return r.reference()
}

// skip goes on by n bytes.
func (r *lineReader) skip(n int) {
	r.pos.Col += utf8.RuneCountInString(r.left[:n])
	r.left = r.left[n:]
}

func (r *lineReader) text(n int) {
	if n > 0 {
		r.line.Parts = append(r.line.Parts, Part{Pos: r.pos, HTML: html.EscapeString(r.left[:n])})
		r.skip(n)
	}
}

// meant adds a text that no rule reads, in place of n bytes.
func (r *lineReader) meant(text string, n int) {
	r.line.Parts = append(r.line.Parts, Part{Pos: r.pos, HTML: html.EscapeString(text), Meant: true})
	r.skip(n)
}

// reference reads what stands between {{ and }}.
func (r *lineReader) reference() bool {
	end, cut := refEnd(r.left)
	if end < 0 {
		r.problems.Add(diag.At(r.pos, "reference that begins with {{ has no }}").WithHint(`close it with }}, or write \{{ to print two braces`))
		r.skip(cut)
		return cut > 0
	}
	inner := r.left[len("{{"):end]
	if text, ok := literalText(inner); ok {
		r.meant(text, end+len("}}"))
		return true
	}
	ref, problem := readRef(r.pos, inner)
	if problem != nil {
		r.problems.Add(*problem)
	} else {
		r.line.Parts = append(r.line.Parts, Part{Ref: ref})
	}
	r.skip(end + len("}}"))
	return true
}
