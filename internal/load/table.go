package load

import (
	"cmp"

	"gongshi/internal/report"
	"gongshi/internal/tomlfile"
)

// table reads the keys of a TOML table as the nouns of a report.
type table struct {
	*tomlfile.Table
	texts  *[]report.Text // where to gather every text that is read; may be nil
	unread bool           // the file could not be read, which has been reported
}

// of returns a table that lies in t, or beside it.
func (t *table) of(n *tomlfile.Table) *table { return &table{Table: n, texts: t.texts} }

// sub returns the table of a key; an empty one when it was not written.
func (t *table) sub(key string) *table {
	return t.of(t.Sub(key, cmp.Or(tableForms[key], "["+key+"] on a line by itself, its keys below")))
}

// part returns the table of a key that is written below a line in brackets, where
// keys of t itself may stand by mistake.
func (t *table) part(key string) *table {
	in := t.sub(key)
	in.Outer = t.Table
	return in
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
	for _, n := range t.Keys {
		if !n.IsTable && t.Outer != nil && t.Outer.Misplaced(n) {
			continue
		}
		if !n.IsTable {
			n.Report("%q stands outside a %s; begin each with its id in brackets, such as [my-id]", n.Key, what)
			continue
		}
		in := t.of(n.Table())
		in.Outer = t.Outer
		read(n.Key, in)
	}
}

// text reads a text in every language.
func (t *table) text(key string) report.Text {
	n := t.Get(key)
	if n == nil {
		return report.Text{}
	}
	text := report.Text{Pos: n.KeyPos(), Key: key, In: map[string]string{}}
	if !n.IsTable {
		n.WrongType(`a text in each language, such as { zh = "…", en = "…" }`)
		return report.Text{}
	}
	for _, in := range n.Keys {
		s, ok := in.Value.(string)
		if !ok {
			in.WrongType("text in double quotes")
			s = "?" // written, though not as text: not missing as well
		}
		text.In[in.Key] = s
	}
	if t.texts != nil {
		*t.texts = append(*t.texts, text)
	}
	return text
}

// ref reads an id.
func (t *table) ref(key string) report.Ref {
	n := t.Get(key)
	if n == nil {
		return report.Ref{}
	}
	id, ok := n.Value.(string)
	if !ok {
		n.WrongType("an id in double quotes")
		return report.Ref{}
	}
	return report.Ref{ID: id, Pos: n.ValuePos()}
}

// refs reads a list of ids.
func (t *table) refs(key string) []report.Ref {
	var refs []report.Ref
	for _, item := range t.List(key, `a list of ids, such as ["first", "second"]`) {
		id, ok := item.Value.(string)
		if !ok {
			item.WrongType(`an id in double quotes, such as ["first", "second"]`)
			continue
		}
		refs = append(refs, report.Ref{ID: id, Pos: item.ValuePos()})
	}
	return refs
}

// unpublished is what stands for a date that is not known, of a thing that has
// happened.
const unpublished = "not-published"

// dayOrUnpublished reads a date, or "not-published".
func (t *table) dayOrUnpublished(key string) report.Day {
	if n := t.Get(key); n != nil && n.Value == unpublished {
		return report.Day{Pos: n.ValuePos(), Unpublished: true}
	}
	return t.day(key)
}

// day reads a date.
func (t *table) day(key string) report.Day {
	n := t.Get(key)
	if n == nil {
		return report.Day{}
	}
	return report.Day{Pos: n.ValuePos(), Date: n.Date()}
}

// days reads a list of dates.
func (t *table) days(key string) []report.Day {
	var days []report.Day
	for _, item := range t.List(key, "a list of dates, such as [2023-12-31, 2024-12-31]") {
		days = append(days, report.Day{Pos: item.ValuePos(), Date: item.Date()})
	}
	return days
}
