package tomlfile

import (
	"bytes"

	"github.com/BurntSushi/toml"
)

// place is where a key and its value stand, as offsets in bytes, and the places
// of what the value holds.
type place struct {
	key        int               // where the key begins, inside its quotation marks if it has any; of an item, where it begins
	value, end int               // the bounds of the value; of a table that is no value in braces, the key's
	keys       map[string]*place // of a table, by name
	items      []*place          // of a list
}

// fault is where the walk cannot go on, and why.
type fault struct {
	at   int
	text string
}

// maxDepth is how deep tables and lists may lie in one another. Nobody's do by
// far, and it keeps a hostile file from filling the stack.
const maxDepth = 32

// locate walks through a source that the decoder has read, and finds where each
// key and value stands.
func locate(source []byte) (*place, *fault) {
	w := &walk{source: source}
	root := &place{}
	table := root
	for w.gap(); w.fault == nil && w.at < len(source); w.gap() {
		if source[w.at] == '[' {
			table = w.header(root)
		} else {
			w.pair(table)
		}
	}
	return root, w.fault
}

// walk is the state of walking through a source. After a fault it stands still.
type walk struct {
	source []byte
	at     int
	depth  int
	fault  *fault
}

func (w *walk) fail(text string) {
	if w.fault == nil {
		w.fault = &fault{w.at, text}
	}
	w.at = len(w.source)
}

// has steps over text if it stands here.
func (w *walk) has(text string) bool {
	if !bytes.HasPrefix(w.source[w.at:], []byte(text)) {
		return false
	}
	w.at += len(text)
	return true
}

func (w *walk) expect(text string) {
	if !w.has(text) {
		w.fail("here should stand " + text)
	}
}

// skip steps over characters of a set.
func (w *walk) skip(set string) {
	for w.at < len(w.source) && bytes.IndexByte([]byte(set), w.source[w.at]) >= 0 {
		w.at++
	}
}

// gap steps over blanks, line ends and comments.
func (w *walk) gap() {
	for w.skip(" \t\n"); w.at < len(w.source) && w.source[w.at] == '#'; w.skip(" \t\n") {
		w.at += len(firstLine(w.source[w.at:]))
	}
}

// header reads [a.b] or [[a.b]], and returns the table that begins there.
func (w *walk) header(root *place) *place {
	w.expect("[")
	item := w.has("[")
	parts := w.key()
	w.expect("]")
	if !item {
		return w.table(root, parts)
	}
	w.expect("]")
	last := len(parts) - 1
	list := w.child(w.table(root, parts[:last]), parts[last])
	list.items = append(list.items, &place{key: parts[last].at, value: parts[last].at, end: parts[last].end})
	return list.items[len(list.items)-1]
}

// pair reads a key and its value: a.b = 1.
func (w *walk) pair(table *place) {
	parts := w.key()
	w.expect("=")
	w.skip(" \t")
	last := parts[len(parts)-1]
	w.value(w.child(w.table(table, parts[:len(parts)-1]), last))
}

// part is one of the names of a key such as values."2024-11-25".
type part struct {
	name    string
	at, end int // its bounds, inside its quotation marks if it has any
}

// key reads the parts of a key and the blanks after it. There is at least one.
func (w *walk) key() []part {
	var parts []part
	for len(parts) <= maxDepth {
		w.skip(" \t")
		parts = append(parts, w.part())
		w.skip(" \t")
		if !w.has(".") {
			return parts
		}
	}
	w.fail("tables lie too deep in one another")
	return parts
}

func (w *walk) part() part {
	begin := w.at
	if w.at < len(w.source) && (w.source[w.at] == '"' || w.source[w.at] == '\'') {
		w.text()
		return part{unquote(w.source[begin:w.at]), begin + 1, w.at - 1}
	}
	for w.at < len(w.source) && isBare(w.source[w.at]) {
		w.at++
	}
	if w.at == begin {
		w.fail("here should stand a key")
	}
	return part{string(w.source[begin:w.at]), begin, w.at}
}

// isBare reports whether a key may have the character without quotation marks.
func isBare(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == '-'
}

// unquote returns what a name in quotation marks says.
func unquote(quoted []byte) string {
	var v struct{ Name string }
	if toml.Unmarshal(append([]byte("Name = "), quoted...), &v) != nil {
		return string(quoted) // then the decoder has another name, and the file is refused
	}
	return v.Name
}

// table returns the table that the parts of a key lead to, each from the one
// before; of a list of tables, the last.
func (w *walk) table(from *place, parts []part) *place {
	for _, p := range parts {
		from = w.child(from, p)
		if n := len(from.items); n > 0 {
			from = from.items[n-1]
		}
	}
	return from
}

// child returns the place of a key in a table, and makes it where there is none.
func (w *walk) child(table *place, p part) *place {
	if table.keys[p.name] == nil {
		if table.keys == nil {
			table.keys = map[string]*place{}
		}
		table.keys[p.name] = &place{key: p.at, value: p.at, end: p.end}
	}
	return table.keys[p.name]
}

// value reads a value into its place.
func (w *walk) value(p *place) {
	if w.depth++; w.depth > maxDepth {
		w.fail("lists or tables lie too deep in one another")
	}
	p.value = w.at
	switch {
	case w.at == len(w.source):
		w.fail("here should stand a value")
	case w.source[w.at] == '"' || w.source[w.at] == '\'':
		w.text()
	case w.has("["):
		w.each("]", func() {
			item := &place{key: w.at}
			w.value(item)
			p.items = append(p.items, item)
		})
	case w.has("{"):
		w.each("}", func() { w.pair(p) })
	default:
		end := bytes.IndexAny(w.source[w.at:], ",]}#\n")
		if end < 0 {
			end = len(w.source) - w.at
		}
		w.at += len(bytes.TrimRight(w.source[w.at:w.at+end], " \t")) // a date and a time may have a blank between them
	}
	p.end = w.at
	w.depth--
}

// each reads what stands between brackets or braces, with commas between.
func (w *walk) each(closing string, read func()) {
	for w.gap(); w.fault == nil && !w.has(closing); w.gap() {
		before := w.at
		read()
		w.gap()
		w.has(",")
		if w.at == before {
			w.fail("here should stand " + closing)
		}
	}
}

// text steps over a text in quotation marks: one on each side, or three.
func (w *walk) text() {
	mark := w.source[w.at : w.at+1]
	escapes := mark[0] == '"'
	if triple := bytes.Repeat(mark, 3); bytes.HasPrefix(w.source[w.at:], triple) {
		mark = triple
	}
	for w.at += len(mark); w.at < len(w.source); w.at++ {
		if escapes && w.source[w.at] == '\\' {
			w.at++ // an escaped character ends nothing
			continue
		}
		if bytes.HasPrefix(w.source[w.at:], mark) {
			w.at += len(mark)
			for range len(mark) - 1 { // """All, called "all"""": two marks before the last three are text
				w.has(string(mark[:1]))
			}
			return
		}
	}
	w.at = min(w.at, len(w.source))
	w.fail("text does not end")
}
