package markdown

import (
	"bytes"
	"regexp"
)

// No editor meets these limits. Beyond them goldmark takes minutes, as its time
// grows with the square of what is nested, or of what stands in one line.
const (
	maxDepth = 32        // quotations and lists within one another
	maxLine  = 64 << 10  // bytes of a line
	maxText  = 256 << 10 // bytes of a text
)

// marker matches what begins a line of a quotation or a list, once.
var marker = regexp.MustCompile(`^[ \t]*(>|([-+*]|\d{1,9}[.)])(\s|$))`)

// readable reports whether a text is within the limits, and what is not.
func (s *scan) readable() bool {
	at := 0
	for line := range bytes.Lines(s.source) {
		switch {
		case depth(line) > maxDepth:
			s.report(at, "line is nested more than %d deep in quotations and lists", maxDepth)
		case len(line) > maxLine:
			s.report(at, "line has %d bytes; a line has at most %d", len(line), maxLine)
		}
		at += len(line)
	}
	if len(s.source) > maxText {
		s.report(0, "text has %d bytes; a page has at most %d", len(s.source), maxText)
	}
	return len(s.problems) == 0
}

// depth returns how many quotations and lists a line may stand in: one for each
// marker at its beginning, and one for every two columns of indentation before
// the last of them.
func depth(line []byte) int {
	levels, columns := 0, 0
	for levels <= maxDepth {
		m := marker.FindSubmatchIndex(line)
		if m == nil {
			break
		}
		columns += m[2] + 3*bytes.Count(line[:m[2]], []byte("\t"))
		levels++
		line = line[m[3]:]
	}
	return levels + columns/2
}
