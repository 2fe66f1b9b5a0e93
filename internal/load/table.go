package load

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"gongshi/internal/diag"
	"gongshi/internal/locale"
	"gongshi/internal/report"
)

// table reads the keys of a TOML table by name. It remembers what was asked for:
// in the end, done reports the keys that nobody asks for.
type table struct {
	*node
	asked  []string
	texts  *[]report.Text // where to gather every text that is read; may be nil
	unread bool           // the file could not be read, which has been reported
}

// get returns the node of a key, nil when it was not written.
func (t *table) get(key string) *node {
	t.asked = append(t.asked, key)
	for _, n := range t.keys {
		if n.key == key {
			return n
		}
	}
	return nil
}

// sub returns the table of a key; an empty one when it was not written.
func (t *table) sub(key string) *table {
	n := t.get(key)
	if n != nil && !n.isTable {
		n.wrongType("a table, such as " + cmp.Or(tableForms[key], "["+key+"] on a line by itself, its keys below"))
		n = nil
	}
	if n == nil {
		n = &node{doc: t.doc, isTable: true}
	}
	return &table{node: n, texts: t.texts}
}

// tableForms shows how the tables are written that have a form of their own.
var tableForms = map[string]string{
	"values":      `values."2024-11-25" = 156`,
	"reported":    `reported."2024-11-25" = "85.7%"`,
	"target":      `target."2024-12-31" = 200`,
	"by":          `by.area."2024-11-25" = { east = 17 }`,
	"rest":        `rest.area = { zh = "…", en = "…" }`,
	"corrections": `corrections."2024-12-05" = { as_of = 2024-11-25, was = 165, … }`,
}

// each yields the tables of a file of named tables, by id.
func (t *table) each(what string, read func(id string, t *table)) {
	for _, n := range t.keys {
		if !n.isTable {
			n.report("%q stands outside a %s; begin each with its id in brackets, such as [my-id]", n.key, what)
			continue
		}
		read(n.key, &table{node: n, texts: t.texts})
	}
}

// done reports every key that was not asked for.
func (t *table) done() {
	for _, n := range t.keys {
		if slices.Contains(t.asked, n.key) {
			continue
		}
		slices.Sort(t.asked)
		t.doc.problems.Add(diag.At(n.keyPos(), "unknown key %q; allowed here: %s", n.key, strings.Join(slices.Compact(t.asked), ", ")).
			WithHint("%s", hintFor(n.key, t.asked)))
	}
}

func (n *node) report(format string, args ...any) {
	n.doc.problems.Add(diag.At(n.keyPos(), format, args...))
}

// wrongType reports a value of another type than the key takes.
func (n *node) wrongType(want string) {
	n.doc.problems.Add(diag.At(n.valuePos(), "%q is %s; it must be %s", n.key, n.describe(), want))
}

// describe names a value in the author's words.
func (n *node) describe() string {
	switch v := n.value.(type) {
	case nil:
		return "a table"
	case bool:
		return fmt.Sprintf("%v", v)
	case int64:
		return fmt.Sprintf("the number %d", v)
	case float64:
		return fmt.Sprintf("the number %v", v)
	case string:
		return fmt.Sprintf("the text %q", v)
	case time.Time:
		return "a date"
	}
	return "a list"
}

// str reads plain text, "" when it was not written.
func (t *table) str(key string) (string, diag.Pos) {
	n := t.get(key)
	if n == nil {
		return "", diag.Pos{}
	}
	s, ok := n.value.(string)
	if !ok {
		n.wrongType(`text in double quotes`)
	}
	return s, n.valuePos()
}

// text reads a text in every language.
func (t *table) text(key string) report.Text {
	n := t.get(key)
	if n == nil {
		return report.Text{}
	}
	text := report.Text{Pos: n.keyPos(), Key: key, In: map[string]string{}}
	if !n.isTable {
		n.wrongType(`a text in each language, such as { zh = "…", en = "…" }`)
		return report.Text{}
	}
	for _, in := range n.keys {
		s, ok := in.value.(string)
		if !ok {
			in.wrongType("text in double quotes")
			s = "?" // written, though not as text: not missing as well
		}
		text.In[in.key] = s
	}
	if t.texts != nil {
		*t.texts = append(*t.texts, text)
	}
	return text
}

// ref reads an id.
func (t *table) ref(key string) report.Ref {
	n := t.get(key)
	if n == nil {
		return report.Ref{}
	}
	id, ok := n.value.(string)
	if !ok {
		n.wrongType("an id in double quotes")
		return report.Ref{}
	}
	return report.Ref{ID: id, Pos: n.valuePos()}
}

// refs reads a list of ids.
func (t *table) refs(key string) []report.Ref {
	n := t.get(key)
	if n == nil {
		return nil
	}
	items, ok := n.value.([]any)
	if !ok {
		n.wrongType(`a list of ids, such as ["first", "second"]`)
		return nil
	}
	var refs []report.Ref
	from := n.valueOffset()
	for _, item := range items {
		id, ok := item.(string)
		if !ok {
			n.wrongType(`a list of ids in double quotes, such as ["first", "second"]`)
			return nil
		}
		var pos diag.Pos
		pos, from = n.itemPos(id, from)
		refs = append(refs, report.Ref{ID: id, Pos: pos})
	}
	return refs
}

// flag reads true or false; false when it was not written.
func (t *table) flag(key string) bool {
	n := t.get(key)
	if n == nil {
		return false
	}
	b, ok := n.value.(bool)
	if !ok {
		n.wrongType("true or false, without quotes")
	}
	return b
}

// unpublished is what stands for a date that is not known, of a thing that has
// happened.
const unpublished = "not-published"

// dayOrUnpublished reads a date, or "not-published".
func (t *table) dayOrUnpublished(key string) report.Day {
	for _, n := range t.keys {
		if n.key == key && n.value == unpublished {
			t.asked = append(t.asked, key)
			return report.Day{Pos: n.valuePos(), Unpublished: true}
		}
	}
	return t.day(key)
}

// day reads a date, written with or without quotes.
func (t *table) day(key string) report.Day {
	n := t.get(key)
	if n == nil {
		return report.Day{}
	}
	day := report.Day{Pos: n.valuePos()}
	switch v := n.value.(type) {
	case time.Time:
		if v.Location().String() != "date-local" { // BurntSushi/toml's name for a date without a time
			n.wrongType("a date without a time, such as 2024-11-25")
			return day
		}
		day.Date = locale.DateOf(v)
	case string:
		day.Date = n.parseDate(v)
	default:
		n.wrongType("a date, such as 2024-11-25")
	}
	return day
}

func (n *node) parseDate(s string) locale.Date {
	d, err := locale.ParseDate(s)
	if err != nil {
		n.doc.problems.Add(diag.At(n.valuePos(), "%q: %v", n.key, err))
	}
	return d
}

// decimal reads a number, written with or without quotes. It reads the digits as
// they stand in the file: TOML's own numbers would lose the last zero of 3.20 and
// the last digits of a long one.
func (n *node) decimal() (locale.Decimal, bool) {
	var written string
	switch v := n.value.(type) {
	case int64, float64:
		written = n.literal()
	case string:
		written = v
	default:
		n.wrongType("a number")
		return locale.Decimal{}, false
	}
	d, err := locale.ParseDecimal(written)
	if err != nil {
		n.doc.problems.Add(diag.At(n.valuePos(), "%q: %v", n.key, err))
	}
	return d, err == nil
}

// literal returns a value without quotes as it was written.
func (n *node) literal() string {
	line := string(firstLine(n.doc.source[n.valueOffset():]))
	if end := strings.IndexAny(line, " \t,}]#"); end >= 0 {
		line = line[:end]
	}
	return line
}
