package words

import (
	"bytes"
	"html"
	"iter"
)

// markup takes the words out of HTML, SVG or XML: those that a reader sees, in
// order, and aside from them all that stands in attributes, comments and scripts.
func markup(data []byte) (words, aside *Text) {
	words = &Text{Bytes: make([]byte, 0, len(data)/2), pieces: make([]piece, 0, len(data)/64)}
	aside = &Text{Bytes: make([]byte, 0, len(data)/4), pieces: make([]piece, 0, len(data)/64), Records: true}
	aside.Bytes = append(aside.Bytes, Gap) // no attribute begins the text, as a field of a record may
	for t := range tags(data) {
		switch t.kind {
		case textNode:
			unescape(words, data, t.from, t.to)
		case section:
			words.copy(data, t.from, t.to)
		case hidden:
			aside.apart()
			takeHidden(aside, data, t)
		case opening, closing:
			if separates(t.name) {
				words.apart()
			}
			if t.kind == opening {
				takeAttributes(aside, data, t)
			}
		}
	}
	return words, aside
}

// A tag is a piece of markup: data[from:to] is its text, or its attributes.
type tag struct {
	kind     tagKind
	name     []byte // of an element; of a hidden text, that of the element around it
	from, to int

	start, end int // of the whole piece, with its brackets
}

type tagKind int

const (
	opening tagKind = iota
	closing
	textNode // with entities
	section  // CDATA: without entities
	hidden   // a comment, a script, a style sheet
)

// tags yields the pieces of markup in order. It takes what is not well formed as
// text, and never stops before the end.
func tags(data []byte) iter.Seq[tag] {
	return func(yield func(tag) bool) {
		for i := 0; i < len(data); {
			t, next := textTag(data, i)
			if data[i] == '<' {
				t, next = markupTag(data, i)
			}
			t.start, t.end = i, next
			if !yield(t) {
				return
			}
			i = next
			if t.kind == opening && isRaw(t.name) {
				end := closingTag(data, i, t.name)
				if !yield(tag{kind: hidden, name: t.name, from: i, to: end, start: i, end: end}) {
					return
				}
				i = end
			}
		}
	}
}

// isRaw reports whether no markup is read in an element.
func isRaw(name []byte) bool { return string(name) == "script" || string(name) == "style" }

// textTag returns the text from i to the next tag.
func textTag(data []byte, i int) (t tag, next int) {
	end := len(data)
	if n := bytes.IndexByte(data[i+1:], '<'); n >= 0 {
		end = i + 1 + n
	}
	return tag{kind: textNode, from: i, to: end}, end
}

// markupTag returns what begins with the < at i.
func markupTag(data []byte, i int) (t tag, next int) {
	switch rest := data[i:]; {
	case bytes.HasPrefix(rest, []byte("<!--")):
		return until(data, hidden, i+4, "-->")
	case bytes.HasPrefix(rest, []byte("<![CDATA[")):
		return until(data, section, i+9, "]]>")
	case bytes.HasPrefix(rest, []byte("<!")), bytes.HasPrefix(rest, []byte("<?")):
		return until(data, hidden, i+2, ">")
	case bytes.HasPrefix(rest, []byte("</")):
		t, next = until(data, closing, i+2, ">")
		t.name = elementName(data[t.from:t.to])
		return t, next
	}
	name := elementName(data[i+1:])
	if len(name) == 0 {
		return textTag(data, i)
	}
	from := i + 1 + len(name)
	end := tagEnd(data, from)
	return tag{kind: opening, name: name, from: from, to: end}, min(end+1, len(data))
}

// until returns what stands before a mark, or all that is left.
func until(data []byte, kind tagKind, from int, mark string) (t tag, next int) {
	if n := bytes.Index(data[from:], []byte(mark)); n >= 0 {
		return tag{kind: kind, from: from, to: from + n}, from + n + len(mark)
	}
	return tag{kind: kind, from: from, to: len(data)}, len(data)
}

// elementName returns the name at the beginning of b, in small letters.
func elementName(b []byte) []byte {
	n, capitals := 0, false
	for n < len(b) && (isASCIILetter(b[n]) || n > 0 && isNamePart(b[n])) {
		capitals = capitals || b[n] >= 'A' && b[n] <= 'Z'
		n++
	}
	if capitals {
		return bytes.ToLower(b[:n])
	}
	return b[:n]
}

func isASCIILetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

func isNamePart(c byte) bool {
	return c >= '0' && c <= '9' || c == ':' || c == '-' || c == '_' || c == '.'
}

// tagEnd returns where the > stands that ends a tag, outside of quotes.
func tagEnd(data []byte, i int) int {
	for i < len(data) && data[i] != '>' {
		if q := data[i]; (q == '"' || q == '\'') && data[i-1] == '=' {
			n := bytes.IndexByte(data[i+1:], q)
			if n < 0 {
				return len(data)
			}
			i += n + 1
		}
		i++
	}
	return i
}

// closingTag returns where the end tag of a script begins.
func closingTag(data []byte, i int, name []byte) int {
	for i < len(data) {
		n := bytes.Index(data[i:], []byte("</"))
		if n < 0 {
			break
		}
		i += n
		if end := i + 2 + len(name); end <= len(data) && bytes.EqualFold(data[i+2:end], name) {
			return i
		}
		i += 2
	}
	return len(data)
}

// separates reports whether an element parts what is before it from what is
// after. The others may stand within a word or a number.
func separates(name []byte) bool {
	switch string(name) {
	case "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "dfn", "del", "em", "font", "i", "ins", "kbd", "mark", "output", "q", "s", "samp",
		"small", "span", "strong", "sub", "sup", "time", "tspan", "u", "var", "wbr":
		return false
	case "text:span", "text:a", "text:s": // of OpenDocument; the last is a space more
		return false
	case "r", "t", "rpr", "sz", "color", "rfont", "family", "charset", "scheme": // of a workbook
		return false
	case "w:p", "w:tc", "w:br", "w:cr", "w:tab", "a:p", "a:tc", "a:br": // of a text document, and of slides
		return true
	}
	return !bytes.HasPrefix(name, []byte("w:")) && !bytes.HasPrefix(name, []byte("a:"))
}

// unescape appends the text data[from:to] with its entities decoded.
func unescape(t *Text, data []byte, from, to int) {
	for from < to {
		n := bytes.IndexByte(data[from:to], '&')
		if n < 0 {
			break
		}
		t.copy(data, from, from+n)
		from += n
		end := entityEnd(data[:to], from)
		t.decode(html.UnescapeString(string(data[from:end])), from, end)
		from = end
	}
	t.copy(data, from, to)
}

// entityEnd returns where the entity ends that begins at data[i].
func entityEnd(data []byte, i int) int {
	i++
	for start := i; i < len(data) && i-start < 32 && (isASCIILetter(data[i]) || data[i] == '#' || data[i] >= '0' && data[i] <= '9'); {
		i++
	}
	if i < len(data) && data[i] == ';' {
		i++
	}
	return i
}

// isDrawn reports whether an attribute holds coordinates, or a hash: nothing
// that a reader sees.
func isDrawn(name []byte) bool {
	switch string(name) {
	case "d", "points", "transform", "viewBox", "x", "y", "x1", "x2", "y1", "y2", "dx", "dy", "cx", "cy", "r", "rx", "ry", "width", "height", "offset", "integrity":
		return true
	}
	return false
}

// takeAttributes appends the values of a tag's attributes.
func takeAttributes(t *Text, data []byte, of tag) {
	for i := of.from; i < of.to; {
		n := bytes.IndexByte(data[i:of.to], '=')
		if n < 0 {
			return
		}
		nameEnd := i + n
		from, to, next := value(data[:of.to], nameEnd+1)
		if name := lastWord(data[i:nameEnd]); from < to && !isDrawn(name) {
			t.apart()
			if string(name) == "value" { // a number for programs, as in a data file
				t.Bytes = append(t.Bytes, ';')
			}
			unescape(t, data, from, to)
		}
		i = next
	}
}

// lastWord returns the word that b ends in.
func lastWord(b []byte) []byte {
	i := len(b)
	for i > 0 && b[i-1] > ' ' {
		i--
	}
	return b[i:]
}

// value returns where the value of an attribute stands that begins at data[i],
// and where to go on.
func value(data []byte, i int) (from, to, next int) {
	if i < len(data) && (data[i] == '"' || data[i] == '\'') {
		n := bytes.IndexByte(data[i+1:], data[i])
		if n < 0 {
			return i + 1, len(data), len(data)
		}
		return i + 1, i + 1 + n, i + n + 2
	}
	end := i
	for end < len(data) && data[end] > ' ' {
		end++
	}
	return i, end, end
}

// takeHidden appends a comment, a script or a style sheet. Linked data is a
// script in JSON.
func takeHidden(t *Text, data []byte, of tag) {
	if string(of.name) == "script" {
		takeJSON(t, data, of.from, of.to)
		return
	}
	t.copy(data, of.from, of.to)
}
