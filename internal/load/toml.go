package load

import (
	"bytes"
	"cmp"
	"errors"
	"slices"
	"sort"
	"unicode/utf8"

	"github.com/BurntSushi/toml"

	"gongshi/internal/diag"
)

// maxTOML is the largest TOML file that is read, in bytes. The decoder has no
// limit on nesting, so that a large hostile file would take seconds.
const maxTOML = 1 << 20

// document is one TOML file, or the front matter of a Markdown file.
type document struct {
	file     string
	source   []byte
	lines    []int          // offsets at which lines begin
	keys     map[string]int // offsets of keys, by path
	meta     toml.MetaData
	problems *diag.List
}

// node is one key with its value.
type node struct {
	doc     *document
	key     string
	offset  int // of the key in the source, in bytes
	value   any // bool, int64, float64, string, time.Time, []any or, for a table, nil
	keys    []*node
	isTable bool
}

// parseTOML reads source. It reports a syntax error and returns an empty table
// when the source cannot be read.
func parseTOML(file string, source []byte, problems *diag.List) *table {
	doc := &document{file: file, source: source, lines: lineStarts(source), problems: problems}
	root := &node{doc: doc, isTable: true}
	if len(source) > maxTOML {
		problems.Add(diag.At(diag.Pos{File: file}, "file has %d bytes; a TOML file may have %d", len(source), maxTOML))
		return &table{node: root, unread: true}
	}
	var top map[string]toml.Primitive
	meta, err := toml.Decode(string(source), &top)
	if err != nil {
		problems.Add(doc.syntaxError(err))
		return &table{node: root, unread: true}
	}
	doc.meta, doc.keys = meta, locate(source, meta.Keys())
	root.keys = doc.children(top, nil)
	return &table{node: root}
}

func (d *document) syntaxError(err error) diag.Problem {
	var pe toml.ParseError
	if !errors.As(err, &pe) {
		return diag.At(diag.Pos{File: d.file}, "not TOML: %v", err)
	}
	at := min(max(pe.Position.Start, d.lineStart(pe.Position.Line)), len(d.source))
	slip := explain(pe.Message, firstLine(d.source[d.lineStart(pe.Position.Line):]), firstLine(d.source[at:]))
	return diag.At(d.pos(at, pe.Position.Line), "not TOML: %s", slip.text).
		WithHint("%s", cmp.Or(slip.hint, "the rest of this file is read when this is mended"))
}

// children returns the nodes of a table in the order in which they were written.
func (d *document) children(prims map[string]toml.Primitive, path toml.Key) []*node {
	nodes := make([]*node, 0, len(prims))
	for key, prim := range prims {
		n := &node{key: key, doc: d}
		own := append(slices.Clip(path), key)
		var sub map[string]toml.Primitive
		if d.meta.PrimitiveDecode(prim, &sub) == nil && sub != nil {
			n.isTable, n.keys = true, d.children(sub, own)
		} else {
			_ = d.meta.PrimitiveDecode(prim, &n.value) // decoding into any cannot fail
		}
		at, written := d.keys[own.String()]
		if !written {
			at = d.impliedOffset(n)
		}
		n.offset = at
		nodes = append(nodes, n)
	}
	slices.SortFunc(nodes, func(a, b *node) int { return a.offset - b.offset })
	return nodes
}

// impliedOffset returns the offset of a table that only the dots in its keys
// make: before the first of them, on the same line.
func (d *document) impliedOffset(n *node) int {
	if len(n.keys) == 0 {
		return 0
	}
	at := n.keys[0].offset
	begin := 1 + bytes.LastIndexByte(d.source[:at], '\n')
	own, _ := nextKey(d.source[begin:at], 0, n.key)
	return begin + max(0, own)
}

// valueOffset returns the offset of a node's value.
func (n *node) valueOffset() int {
	if n.isTable {
		return n.offset
	}
	rest := n.doc.source[n.offset:]
	skip := bytes.IndexByte(rest, '=') // keys hold no "=", dates and ids neither
	if skip < 0 {
		return n.offset
	}
	for skip++; skip < len(rest) && (rest[skip] == ' ' || rest[skip] == '\t'); skip++ {
	}
	return n.offset + skip
}

// keyPos and valuePos are the places to show an author.
func (n *node) keyPos() diag.Pos   { return n.doc.at(n.offset) }
func (n *node) valuePos() diag.Pos { return n.doc.at(n.valueOffset()) }

// textPos returns the place of the first character of a quoted string.
func (n *node) textPos() diag.Pos {
	p := n.valuePos()
	p.Col++
	return p
}

// itemPos returns the place of a string in a list: the first after offset.
func (n *node) itemPos(item string, from int) (diag.Pos, int) {
	for _, quote := range []string{`"`, `'`} {
		if i := bytes.Index(n.doc.source[from:], []byte(quote+item+quote)); i >= 0 {
			return n.doc.at(from + i), from + i + len(item)
		}
	}
	return n.valuePos(), from
}

// at returns the place of a byte offset.
func (d *document) at(offset int) diag.Pos {
	return d.pos(offset, sort.SearchInts(d.lines, offset+1))
}

func (d *document) pos(offset, line int) diag.Pos {
	begin := d.lineStart(line)
	offset = min(max(offset, begin), len(d.source))
	return diag.Pos{File: d.file, Line: line, Col: utf8.RuneCount(d.source[begin:offset]) + 1}
}

// lineStart returns the offset at which a line, counted from 1, begins.
func (d *document) lineStart(line int) int { return d.lines[min(max(line, 1), len(d.lines))-1] }

// lineStarts returns the offsets at which the lines of a text begin.
func lineStarts(source []byte) []int {
	starts := []int{0}
	for i, c := range source {
		if c == '\n' {
			starts = append(starts, i+1)
		}
	}
	return starts
}

func firstLine(b []byte) []byte {
	line, _, _ := bytes.Cut(b, []byte{'\n'})
	return line
}
