// Package tomlfile reads a TOML file with the place of every key and value, so
// that each fault in it has an address. It knows nothing of what files mean:
// that is the business of whoever asks for keys.
//
// BurntSushi/toml reads the values, but does not say where they stand; a walk
// through the source finds that. The two must agree on every key and number, or
// the file is refused.
package tomlfile

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

// maxFile is the largest TOML file that is read, in bytes. The decoder has no
// limit on nesting, so that a large hostile file would take seconds.
const maxFile = 1 << 20

// file is one TOML file, or the front matter of a Markdown file.
type file struct {
	name     string
	source   []byte
	lines    []int // offsets at which lines begin
	problems *diag.List
}

// Parse reads source. It reports false, and the fault, when the source cannot be
// read; then the table is empty.
func Parse(name string, source []byte, problems *diag.List) (*Table, bool) {
	source = bytes.ReplaceAll(source, []byte("\r\n"), []byte("\n"))
	f := &file{name: name, source: source, lines: lineStarts(source), problems: problems}
	nothing := &Table{Node: &Node{file: f, IsTable: true, place: &place{}}}
	if len(source) > maxFile {
		problems.Add(diag.At(diag.Pos{File: name}, "file has %d bytes; a TOML file may have %d", len(source), maxFile))
		return nothing, false
	}
	var values map[string]any
	if err := toml.Unmarshal(source, &values); err != nil {
		problems.Add(f.syntaxError(err))
		return nothing, false
	}
	places, fault := locate(source)
	if fault != nil {
		problems.Add(diag.At(f.at(fault.at), "not TOML: %s", fault.text))
		return nothing, false
	}
	root, ok := f.node("", values, places)
	if !ok {
		problems.Add(diag.At(diag.Pos{File: name}, "file is written in a way that this program does not understand").
			WithHint("write its keys and texts in a plainer form"))
		return nothing, false
	}
	return &Table{Node: root}, true
}

func (f *file) syntaxError(err error) diag.Problem {
	var pe toml.ParseError
	if !errors.As(err, &pe) {
		return diag.At(diag.Pos{File: f.name}, "not TOML: %v", err)
	}
	line := pe.Position.Line
	if unclosed.MatchString(pe.Message) {
		line = f.at(pe.Position.Start).Line // the decoder names the next line, where it gave up
	}
	begin := f.lineStart(line)
	at := min(max(pe.Position.Start, begin), len(f.source))
	slip := explain(pe.Message, firstLine(f.source[begin:]), at-begin)
	return diag.At(f.pos(at, line), "not TOML: %s", slip.text).
		WithHint("%s", cmp.Or(slip.hint, "the rest of this file is read when this is mended"))
}

// node joins a value with its place. It reports false when the two do not fit
// together, which no file is known to make happen.
func (f *file) node(key string, value any, at *place) (*Node, bool) {
	n := &Node{Key: key, file: f, place: at}
	switch v := value.(type) {
	case map[string]any:
		n.IsTable = true
		for key, value := range v {
			own, ok := f.child(key, value, at.keys[key])
			if !ok {
				return nil, false
			}
			n.Keys = append(n.Keys, own)
		}
		slices.SortFunc(n.Keys, func(a, b *Node) int { return a.place.key - b.place.key })
		return n, len(v) == len(at.keys)
	case []any:
		n.IsList = true
		return n, f.addItems(n, v)
	case []map[string]any:
		n.IsList = true
		items := make([]any, len(v))
		for i, item := range v {
			items[i] = item
		}
		return n, f.addItems(n, items)
	}
	n.Value = value
	return n, agrees(value, n.Literal())
}

func (f *file) addItems(n *Node, values []any) bool {
	if len(values) != len(n.place.items) {
		return false
	}
	for i, value := range values {
		item, ok := f.child(n.Key, value, n.place.items[i])
		if !ok {
			return false
		}
		n.Items = append(n.Items, item)
	}
	return true
}

func (f *file) child(key string, value any, at *place) (*Node, bool) {
	if at == nil {
		return nil, false
	}
	return f.node(key, value, at)
}

// at returns the place of a byte offset.
func (f *file) at(offset int) diag.Pos {
	return f.pos(offset, sort.SearchInts(f.lines, offset+1))
}

func (f *file) pos(offset, line int) diag.Pos {
	begin := f.lineStart(line)
	offset = min(max(offset, begin), len(f.source))
	return diag.Pos{File: f.name, Line: line, Col: utf8.RuneCount(f.source[begin:offset]) + 1}
}

// lineStart returns the offset at which a line, counted from 1, begins.
func (f *file) lineStart(line int) int { return f.lines[min(max(line, 1), len(f.lines))-1] }

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
