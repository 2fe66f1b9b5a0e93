package diag

import (
	"strings"
	"testing"
)

func TestProblemString(t *testing.T) {
	p := At(Pos{"content/a.toml", 3, 8}, "unit %q is not known", "KWH").WithSee(Pos{File: "content/b.toml", Line: 1}).WithHint("did you mean %q?", "kWh")
	want := "content/a.toml:3:8: unit \"KWH\" is not known\n\tsee: content/b.toml:1\n\thint: did you mean \"kWh\"?"
	if got := p.String(); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if got := At(Pos{File: "a"}, "x").AsNotice().String(); got != "a: notice: x" {
		t.Errorf("notice: %s", got)
	}
}

// A file name may hold any byte; the terminal must not obey it.
func TestControlCharactersAreSpelledOut(t *testing.T) {
	at := Pos{File: "content/\x1b[2J\n\u202e.md", Line: 1}
	p := At(at, "page \u009b \xff \r is wrong: 公示　é \"x\"").WithSee(at).WithHint("write \x07")
	want := `content/\x1b[2J\n\u202e.md:1: page \u009b \xff \r is wrong: 公示　é "x"` +
		"\n\tsee: " + `content/\x1b[2J\n\u202e.md:1` + "\n\thint: " + `write \a`
	if got := p.String(); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestSorted(t *testing.T) {
	var l List
	for _, pos := range []Pos{{"b", 1, 1}, {"a", 2, 9}, {"a", 2, 3}, {"a", 10, 1}, {"a", 2, 3}} {
		l.Add(At(pos, "x"))
	}
	var b strings.Builder
	if _, err := l.Sorted().WriteTo(&b); err != nil {
		t.Fatal(err)
	}
	if got, want := b.String(), "a:2:3: x\na:2:9: x\na:10:1: x\nb:1:1: x\n"; got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	if l[0].Pos.File != "b" {
		t.Error("Sorted changed the list it was given")
	}
}

func TestBlocks(t *testing.T) {
	notices := List{At(Pos{}, "x").AsNotice()}
	if notices.Blocks(false) || !notices.Blocks(true) {
		t.Error("a notice blocks a strict build only")
	}
	if !(List{At(Pos{}, "x")}).Blocks(false) || (List{}).Blocks(true) {
		t.Error("a problem blocks, an empty list never")
	}
}

func TestNearest(t *testing.T) {
	words := []string{"street-lights", "roads-built", "zh", "en"}
	for word, want := range map[string]string{"street-light": "street-lights", "raods-built": "roads-built", "zn": "zh", "raods-biult": "", "toilets": "", "": ""} {
		if got, ok := Nearest(word, words); got != want || ok != (want != "") {
			t.Errorf("nearest to %q is %q, want %q", word, got, want)
		}
	}
}

func TestSuggest(t *testing.T) {
	if got := Suggest("xyz", []string{"b", "a"}); got != "known here: b, a" {
		t.Errorf("few candidates: %q", got)
	}
	if got := Suggest("xyz", strings.Split(strings.Repeat("word ", 13), " ")); got != "" {
		t.Errorf("many candidates: %q", got)
	}
}
