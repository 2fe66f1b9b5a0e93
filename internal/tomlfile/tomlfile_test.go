package tomlfile

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/BurntSushi/toml"

	"gongshi/internal/diag"
)

// parse reads a text that has no fault.
func parse(t *testing.T, text string) *Table {
	t.Helper()
	var problems diag.List
	root, ok := Parse("a.toml", []byte(text), &problems)
	if !ok {
		t.Fatalf("%s\n%v", text, problems)
	}
	return root
}

func TestSyntax(t *testing.T) {
	tests := []struct{ name, text, want, hint string }{
		{"value is missing", "title = \n", "a.toml:1:9: not TOML: a value is missing", `write a value after =; text stands in double quotes: key = "text"`},
		{"text without quotes", "a = { d = 2024-11-25, kind = correction }", "a.toml:1:30: not TOML: correction stands here without quotation marks", `text stands in double quotes: "correction"`},
		{"table twice", "[a]\n[a]", "a.toml:2:2: not TOML: key 'a' stands here for the second time", "merge the two, or give one another name; only corrections of one day stand in a list: [{ … }, { … }]"},
		{"key twice beside a date", "c.\"2024-12-05\" = { as_of = 2024-11-25, was = 1 }\nc.\"2024-12-05\" = { as_of = 2024-10-25, was = 2 }", "a.toml:2:20: not TOML: key 'c.2024-12-05.as_of' stands here for the second time", "merge the two, or give one another name; only corrections of one day stand in a list: [{ … }, { … }]"},
		{"table in braces twice", "c.x = { a = 1 }\nc.x = { b = 2 }", "a.toml:2:9: not TOML: key 'c.x' stands here for the second time", ""},
		{"Chinese equals sign", "languages ＝ [\"zh\"]", "a.toml:1:11: not TOML: the Chinese mark ＝", "write = instead"},
		{"Chinese quotation marks", "languages = [“zh”]", "a.toml:1:14: not TOML: the Chinese mark “", `write " instead`},
		{"Chinese comma", "languages = [\"zh\"，\"en\"]", "a.toml:1:18: not TOML: the Chinese mark ，", "write , instead"},
		{"full-width digits", "a = １５６", "a.toml:1:5: not TOML: full-width digits", "write them as plain digits: 0 to 9"},
		{"date with slashes", "started = 2024/11/25", "a.toml:1:15: not TOML: a date in another form", "write year-month-day: 2024-11-25"},
		{"date with points", "started = 2024.11.25", "a.toml:1:11: not TOML: a date in another form", "write year-month-day: 2024-11-25"},
		{"Chinese date", "started = 2024年11月25日", "a.toml:1:15: not TOML: a date in another form", "write year-month-day: 2024-11-25"},
		{"short date", "started = 2024-1-5", "a.toml:1:11: not TOML: a date in another form", "write year-month-day: 2024-11-25"},
		{"quotation mark that does not end", "url = \"https://a.example/\nlanguages = []", "a.toml:1:26: not TOML: the quotation mark \" at the end of the text is missing", ""},
		{"bracket that does not close", "a = 1\n[home\n# 说：“x”\nb = 1", "a.toml:2:6: not TOML: the closing ] of [home is missing", "write [home]"},
		{"bracket that does not close before a comment", "[home # 说：“x”\nb = 1", "a.toml:1:7: not TOML: the closing ] of [home is missing", "write [home]"},
		{"bracket that does not close at the end", "[counts\n", "a.toml:1:8: not TOML: the closing ] of [counts is missing", "write [counts]"},
		{"two brackets that close as one", "[[a]\nb = 1", "a.toml:1:4: not TOML: the closing ]] of [[a is missing", "write [[a]]"},
		{"Chinese bracket that closes", "[home）\n", "a.toml:1:6: not TOML: the Chinese mark ）", "write ] instead"},
		{"two words in brackets", "[a b]\n", "a.toml:1:4: not TOML: the name of a table is one word", "write small letters a-z, digits and hyphens between the brackets, such as [home]"},
		{"Chinese marks in a comment", "a = x # 说：“是”", "a.toml:1:5: not TOML: x stands here without quotation marks", `text stands in double quotes: "x"`},
		{"list that does not end", "a = [1, 2\nb = 3", "a.toml:2:1: not TOML: a comma is missing before this, or the ] that ends the list", ""},
		{"braces that do not end", "a = { x = 1\nb = 2", "a.toml:2:1: not TOML: a comma is missing before this, or the } that ends the table", ""},
		{"lists in lists", "a = " + strings.Repeat("[", 40) + strings.Repeat("]", 40), "a.toml:1:37: not TOML: lists or tables lie too deep in one another", ""},
		{"tables in tables", strings.Repeat("a.", 40) + "a = 1", "a.toml:1:67: not TOML: tables lie too deep in one another", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var problems diag.List
			_, ok := Parse("a.toml", []byte(tt.text), &problems)
			if ok || len(problems) != 1 {
				t.Fatalf("%s\n%v", tt.text, problems)
			}
			p := problems[0]
			if got := p.Pos.String() + ": " + p.Text; got != tt.want {
				t.Errorf("%s\n got %s\nwant %s", tt.text, got, tt.want)
			}
			if tt.hint != "" && p.Hint != tt.hint {
				t.Errorf("%s\nhint %s\nwant %s", tt.text, p.Hint, tt.hint)
			}
		})
	}
}

// outline writes a table's keys with the places of each and of its value.
func outline(n *Node) string {
	var parts []string
	for _, own := range n.Keys {
		at := func(p diag.Pos) string { return fmt.Sprintf("%d:%d", p.Line, p.Col) }
		part := own.Key + " " + at(own.KeyPos())
		switch {
		case own.IsTable:
			part += " {" + outline(own) + "}"
		case own.IsList:
			part += " ["
			for i, item := range own.Items {
				if i > 0 {
					part += ", "
				}
				part += at(item.ValuePos())
				if item.IsTable {
					part += " {" + outline(item) + "}"
				}
			}
			part += "]"
		default:
			part += " = " + at(own.ValuePos()) + " " + own.Literal()
		}
		parts = append(parts, part)
	}
	return strings.Join(parts, ", ")
}

// TestPlaces holds that keys and values are found where they stand, whatever
// stands before them.
func TestPlaces(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"plain", "a = 1\nb = 2", "a 1:1 = 1:5 1, b 2:1 = 2:5 2"},
		{"dots", "v.\"2024-01-02\" = 3\nv.x = 4", `v 1:1 {2024-01-02 1:4 = 1:18 3, x 2:3 = 2:7 4}`},
		{"headers", "[a]\nx = 1\n[a.b]\ny = 2\n[c]", "a 1:2 {x 2:1 = 2:5 1, b 3:4 {y 4:1 = 4:5 2}}, c 5:2 {}"},
		{"braces", "a = { x = 1, y.z = [2, 3] }", "a 1:1 {x 1:7 = 1:11 1, y 1:14 {z 1:16 [1:21, 1:24]}}"},
		{"list of tables", "[[a]]\nx = 1\n[[a]]\nx = 2\n[a.b]\ny = 3", "a 1:3 [1:3 {x 2:1 = 2:5 1}, 3:3 {x 4:1 = 4:5 2, b 5:4 {y 6:1 = 6:5 3}}]"},
		{"list of braces", "a = [ # one\n  { x = 1 },\n  { x = 2 },\n]", "a 1:1 [2:3 {x 2:5 = 2:9 1}, 3:3 {x 3:5 = 3:9 2}]"},
		{"five quotation marks", "a = \"\"\"All, called \"all\"\"\"\"\nb = 120\nc = 42", `a 1:1 = 1:5 """All, called "all"""", b 2:1 = 2:5 120, c 3:1 = 3:5 42`},
		{"six quotation marks", "a = \"\"\"\"\"\"\nb = ''''''\nc = 42", `a 1:1 = 1:5 """""", b 2:1 = 2:5 '''''', c 3:1 = 3:5 42`},
		{"equals sign in a key", "'a=b' = 1", "a=b 1:2 = 1:9 1"},
		{"key that a text names", "a = ['b']\nb = 2", "a 1:1 [1:6], b 2:1 = 2:5 2"},
		{"key that a number looks like", "a = 1.5\n1 = 2", "a 1:1 = 1:5 1.5, 1 2:1 = 2:5 2"},
		{"key with an escape", `"a\u0062" = 1`, "ab 1:2 = 1:13 1"},
		{"misspelt key before the same text", "'lghts' = 1\n\"x\" = \"lghts\"", `lghts 1:2 = 1:11 1, x 2:2 = 2:7 "lghts"`},
		{"comment with a key", "# b = 1\na = 1 # b = 2\nb = 3", "a 2:1 = 2:5 1, b 3:1 = 3:5 3"},
		{"date and time with a blank", "a = 2024-11-25 10:00:00 # now\nb = 1", "a 1:1 = 1:5 2024-11-25 10:00:00, b 2:1 = 2:5 1"},
		{"Chinese text before", "a = { zh = \"甲乙\", en = \"x\" }", `a 1:1 {zh 1:7 = 1:12 "甲乙", en 1:18 = 1:23 "x"}`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := outline(parse(t, tt.text).Node); got != tt.want {
				t.Errorf("%s\n got %s\nwant %s", tt.text, got, tt.want)
			}
		})
	}
}

// TestChars holds that the characters of a text are found where they stand.
func TestChars(t *testing.T) {
	tests := []struct{ name, value, want string }{
		{"plain", `"甲b"`, "1:6 1:7 1:8"},
		{"empty", `""`, "1:6"},
		{"no escapes", `'a\"'`, "1:6 1:7 1:8 1:9"},
		{"escapes", `"\"a\u7532\U00007532b"`, "1:6 1:8 1:9 1:15 1:25 1:26"},
		{"three marks", `"""ab"""`, "1:8 1:9 1:10"},
		{"three marks and a line end", "\"\"\"\nab\"\"\"", "2:1 2:2 2:3"},
		{"five marks", `"""a"""""`, "1:8 1:9 1:10 1:11"},
		{"line end that is left out", "\"\"\"a\\\n  b\"\"\"", "1:8 2:3 2:4"},
		{"several lines", "'''a\nb'''", "1:8 1:9 2:1 2:2"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			for _, p := range parse(t, "a = "+tt.value).Get("a").Chars() {
				got = append(got, fmt.Sprintf("%d:%d", p.Line, p.Col))
			}
			if got := strings.Join(got, " "); got != tt.want {
				t.Errorf("%s\n got %s\nwant %s", tt.value, got, tt.want)
			}
		})
	}
}

// FuzzTOML holds that no text makes the reader fail, that every key and value of
// a text that it reads is found, in order, and that what stands at each place is
// what the decoder read.
func FuzzTOML(f *testing.F) {
	for _, s := range []string{
		"a = 1", "[a]\nb.c = { d = 1 }", "\"\" = 1", "'=' = 2\n[\"a.b\"]\nx=1", "[[a]]\nb=1\n[[a]]\n[a.c]", "a = [1, \"b\", { c = 2 },]\n\xff",
		"a.en = \"\"\"All, called \"all\"\"\"\"\nb = 120", "a = '''x''''\n'lghts' = 1.50 # \"lghts\"", "a = \"\\u0041\\\"\"\nb = 1979-05-27 07:32:00", "a = \"\"\"\nx\\\n  y\"\"\"\nb = 0x1F\nc = -inf",
		"a = {x.y = 1_000, z = [[], [2]]}\r\nb = '''\r\n0'''",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		var problems diag.List
		root, ok := Parse("a.toml", []byte(s), &problems)
		if ok == (len(problems) > 0) {
			t.Fatalf("%q: read: %v, but %v", s, ok, problems)
		}
		for _, p := range problems {
			if p.Pos.Line < 0 || p.Pos.Line > strings.Count(s, "\n")+2 {
				t.Errorf("%q: problem at %v", s, p.Pos)
			}
		}
		checkPlaces(t, s, root.Node)
	})
}

func checkPlaces(t *testing.T, s string, n *Node) {
	for i, own := range n.Keys {
		if i > 0 && own.place.key <= n.Keys[i-1].place.key {
			t.Errorf("%q: key %q stands before %q", s, own.Key, n.Keys[i-1].Key)
		}
		checkPlaces(t, s, own)
	}
	for _, item := range n.Items {
		checkPlaces(t, s, item)
	}
	if n.IsTable || n.IsList {
		return
	}
	var there struct{ Value any }
	if err := toml.Unmarshal([]byte("Value = "+n.Literal()), &there); err != nil {
		t.Errorf("%q: %q is read as %v, but there stands %q: %v", s, n.Key, n.Value, n.Literal(), err)
	} else if fmt.Sprint(there.Value) != fmt.Sprint(n.Value) || reflect.TypeOf(there.Value) != reflect.TypeOf(n.Value) {
		t.Errorf("%q: %q is read as %v, but there stands %v", s, n.Key, n.Value, there.Value)
	}
	if text, ok := n.Value.(string); ok && len(n.Chars()) != utf8.RuneCountInString(text)+1 {
		t.Errorf("%q: %q has %d places for %d characters", s, text, len(n.Chars()), utf8.RuneCountInString(text))
	}
}
