package tomlfile

import (
	"strings"
	"unicode/utf8"

	"gongshi/internal/diag"
)

// Chars returns the place of every character of a text, and of its end. These
// are not just so many columns further on: there may be three quotation marks
// before it, and an escape such as \" takes more room than it prints.
func (n *Node) Chars() []diag.Pos {
	begin, end := textBounds(n.Literal())
	source := n.Literal()[begin:end]
	escapes := n.Literal()[0] == '"'
	at := n.file.at(n.place.value + begin)
	var places []diag.Pos
	for {
		if escapes {
			skipped := joined(source)
			at, source = after(at, source[:skipped]), source[skipped:]
		}
		places = append(places, at)
		if source == "" {
			return places
		}
		size := written(source, escapes)
		at, source = after(at, source[:size]), source[size:]
	}
}

// textBounds returns where the text between quotation marks begins and ends.
func textBounds(quoted string) (begin, end int) {
	if !strings.HasPrefix(quoted, strings.Repeat(quoted[:1], 3)) {
		return 1, len(quoted) - 1
	}
	begin = 3
	if quoted[begin] == '\n' {
		begin++ // a line end right after the marks is no part of the text
	}
	return begin, len(quoted) - 3
}

// after returns the place after some source.
func after(at diag.Pos, source string) diag.Pos {
	if i := strings.LastIndexByte(source, '\n'); i >= 0 {
		at.Line += strings.Count(source, "\n")
		at.Col, source = 1, source[i+1:]
	}
	at.Col += utf8.RuneCountInString(source)
	return at
}

// written returns how many bytes the first character of a text takes.
func written(source string, escapes bool) int {
	if !escapes || source[0] != '\\' || len(source) == 1 {
		_, size := utf8.DecodeRuneInString(source)
		return size
	}
	size := len(`\n`)
	switch source[1] {
	case 'x':
		size = len(`\x00`)
	case 'u':
		size = len(`\u0000`)
	case 'U':
		size = len(`\U00000000`)
	}
	return min(size, len(source))
}

// joined returns how many bytes at the beginning of a text stand for nothing: a
// backslash at the end of a line, and the blanks and line ends after it.
func joined(source string) int {
	rest := source
	for strings.HasPrefix(rest, "\\") {
		after := strings.TrimLeft(rest[1:], " \t")
		if !strings.HasPrefix(after, "\n") {
			break
		}
		rest = strings.TrimLeft(after, " \t\n")
	}
	return len(source) - len(rest)
}
