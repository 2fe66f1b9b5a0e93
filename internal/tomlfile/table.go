package tomlfile

import (
	"slices"
	"strings"

	"gongshi/internal/diag"
)

// Table reads the keys of a TOML table by name. It remembers what was asked for:
// in the end, Done reports the keys that nobody asks for.
type Table struct {
	*Node
	Outer *Table // the file's own keys, which an author may write below a line in brackets by mistake; nil where there are none
	asked []string
}

// Get returns the node of a key, nil when it was not written.
func (t *Table) Get(key string) *Node {
	t.asked = append(t.asked, key)
	for _, n := range t.Keys {
		if n.Key == key {
			return n
		}
	}
	return nil
}

// Sub returns the table of a key; an empty one when it was not written. The form
// shows how such a table is written.
func (t *Table) Sub(key, form string) *Table {
	n := t.Get(key)
	if n != nil && !n.IsTable {
		n.WrongType("a table, such as " + form)
		n = nil
	}
	if n == nil {
		n = &Node{file: t.file, place: &place{}, IsTable: true}
	}
	return n.Table()
}

// Done reports every key that was not asked for.
func (t *Table) Done() {
	for _, n := range t.Keys {
		if slices.Contains(t.asked, n.Key) {
			continue
		}
		if t.Outer != nil && t.Outer.Misplaced(n) {
			continue
		}
		slices.Sort(t.asked)
		n.Add(diag.At(n.KeyPos(), "unknown key %q; allowed here: %s", n.Key, strings.Join(slices.Compact(t.asked), ", ")).
			WithHint("%s", hint(n.Key, t.asked)))
	}
}

// Misplaced reports a key of t that stands in a table below it. It returns false for
// a key that t does not take, or a number, which tables of counts take for any key.
func (t *Table) Misplaced(n *Node) bool {
	switch n.Value.(type) {
	case int64, float64:
		return false
	}
	if n.IsTable || !slices.Contains(t.asked, n.Key) {
		return false
	}
	n.Add(diag.At(n.KeyPos(), "%q stands below a line in brackets, so that it belongs to that table", n.Key).
		WithHint("move it above the first line in brackets"))
	return true
}

// Str reads plain text, "" when it was not written.
func (t *Table) Str(key string) (string, diag.Pos) {
	n := t.Get(key)
	if n == nil {
		return "", diag.Pos{}
	}
	s, ok := n.Value.(string)
	if !ok {
		n.WrongType(`text in double quotes`)
	}
	return s, n.ValuePos()
}

// Flag reads true or false; false when it was not written.
func (t *Table) Flag(key string) bool {
	n := t.Get(key)
	if n == nil {
		return false
	}
	b, ok := n.Value.(bool)
	if !ok {
		n.WrongType("true or false, without quotes")
	}
	return b
}

// List returns the items of a list; none when it was not written, or, with a
// problem, when it is none.
func (t *Table) List(key, want string) []*Node {
	n := t.Get(key)
	if n == nil {
		return nil
	}
	if !n.IsList {
		n.WrongType(want)
	}
	return n.Items
}

// Choice reads one of a few words, "" when it was not written.
func Choice[T ~string](t *Table, key string, allowed []T) T {
	n := t.Get(key)
	if n == nil {
		return ""
	}
	words := make([]string, len(allowed))
	for i, a := range allowed {
		words[i] = string(a)
	}
	s, _ := n.Value.(string)
	if !slices.Contains(words, s) {
		n.Add(diag.At(n.ValuePos(), "%q is %s; allowed are %s", key, n.Describe(), strings.Join(words, ", ")).
			WithHint("%s", hint(s, words)))
	}
	return T(s)
}

func hint(s string, words []string) string {
	if near, ok := diag.Nearest(s, words); ok {
		return `did you mean "` + near + `"?`
	}
	return ""
}
