package tomlfile

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"gongshi/internal/diag"
	"gongshi/internal/locale"
)

// Node is one key with its value, or one item of a list. Exactly one of Value,
// Keys and Items has a meaning.
type Node struct {
	Key     string  // of an item: the list's
	Value   any     // bool, int64, float64, string or time.Time; nil for a table or a list
	Keys    []*Node // of a table, in the order in which they were written
	Items   []*Node // of a list
	IsTable bool
	IsList  bool

	file  *file
	place *place
}

// Table reads the node's keys by name.
func (n *Node) Table() *Table { return &Table{Node: n} }

// KeyPos and ValuePos are the places to show an author.
func (n *Node) KeyPos() diag.Pos   { return n.file.at(n.place.key) }
func (n *Node) ValuePos() diag.Pos { return n.file.at(n.place.value) }

// Literal returns a value as it was written.
func (n *Node) Literal() string { return string(n.file.source[n.place.value:n.place.end]) }

// Report adds a problem at the key.
func (n *Node) Report(format string, args ...any) { n.Add(diag.At(n.KeyPos(), format, args...)) }

// Add adds a problem to those of the file.
func (n *Node) Add(p diag.Problem) { n.file.problems.Add(p) }

// WrongType reports a value of another type than the key takes.
func (n *Node) WrongType(want string) {
	n.Add(diag.At(n.ValuePos(), "%q is %s; it must be %s", n.Key, n.Describe(), want))
}

// Describe names a value in the author's words.
func (n *Node) Describe() string {
	switch v := n.Value.(type) {
	case bool:
		return fmt.Sprintf("%v", v)
	case int64, float64:
		return "the number " + n.Literal()
	case string:
		return fmt.Sprintf("the text %q", v)
	case time.Time:
		return "a date"
	}
	if n.IsTable {
		return "a table"
	}
	return "a list"
}

// Date reads a date, written with or without quotes; the zero date, and a
// problem, when it is none.
func (n *Node) Date() locale.Date {
	switch v := n.Value.(type) {
	case time.Time:
		if v.Location().String() != "date-local" { // BurntSushi/toml's name for a date without a time
			n.WrongType("a date without a time, such as 2024-11-25")
			return locale.Date{}
		}
		return locale.DateOf(v)
	case string:
		d, err := locale.ParseDate(v)
		if err != nil {
			n.Add(diag.At(n.ValuePos(), "%q: %v", n.Key, err))
		}
		return d
	}
	n.WrongType("a date, such as 2024-11-25")
	return locale.Date{}
}

// KeyDate reads a date that stands as a key.
func (n *Node) KeyDate() (locale.Date, bool) {
	d, err := locale.ParseDate(n.Key)
	if err != nil {
		n.Report("%v", err)
	}
	return d, err == nil
}

// Decimal reads a number, written with or without quotes. It reads the digits as
// they stand in the file: TOML's own numbers would lose the last zero of 3.20 and
// the last digits of a long one.
func (n *Node) Decimal() (locale.Decimal, bool) {
	var written string
	switch v := n.Value.(type) {
	case int64, float64:
		written = n.Literal()
	case string:
		written = v
	default:
		n.WrongType("a number")
		return locale.Decimal{}, false
	}
	d, err := locale.ParseDecimal(written)
	if err != nil {
		n.Add(diag.At(n.ValuePos(), "%q: %v", n.Key, err))
	}
	return d, err == nil
}

// agrees reports whether what stands at a value's place is that value: no number
// is ever read from the place of another.
func agrees(value any, literal string) bool {
	plain := strings.ReplaceAll(literal, "_", "")
	switch v := value.(type) {
	case int64:
		written, err := strconv.ParseInt(plain, 0, 64)
		return err == nil && written == v
	case float64:
		written, err := strconv.ParseFloat(plain, 64)
		return err == nil && (written == v || written != written && v != v) // nan is not itself
	case bool:
		return literal == strconv.FormatBool(v)
	case string:
		return strings.HasPrefix(literal, `"`) || strings.HasPrefix(literal, "'")
	}
	return true
}
