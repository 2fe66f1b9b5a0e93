package numeral

import (
	"embed"
	"strings"
	"testing"
	"unicode"
)

//go:embed testdata/prose.zh.txt testdata/prose.en.txt
var prose embed.FS

// leastProse is the least number of characters, spaces aside, in the prose of a
// language, and mostFalse the most places in it that may be called figures
// without being marked as such.
const (
	leastProse = 20_000
	mostFalse  = 2
)

// TestProse reads ordinary prose, in which ⟦…⟧ marks every figure.
func TestProse(t *testing.T) {
	for _, file := range []string{"testdata/prose.zh.txt", "testdata/prose.en.txt"} {
		t.Run(file, func(t *testing.T) {
			text, marked := readProse(t, file)
			falseReports := 0
			for _, n := range find(text) {
				span := [2]int{n.Start, n.End}
				switch {
				case n.Class == Figure && !marked[span]:
					falseReports++
					t.Logf("not marked, but a figure: %s", around(text, n.Start, n.End))
				case n.Class == Figure:
					delete(marked, span)
				}
			}
			if falseReports > mostFalse {
				t.Errorf("%d places are called figures; %d may be", falseReports, mostFalse)
			}
			for span := range marked {
				t.Errorf("figure not found: %s", around(text, span[0], span[1]))
			}
		})
	}
}

// readProse returns the text of a file without its marks, and the places that
// were marked.
func readProse(t *testing.T, file string) (text string, marked map[[2]int]bool) {
	t.Helper()
	data, err := prose.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	_, body, _ := strings.Cut(string(data), "\n") // the first line speaks of the marks
	var b strings.Builder
	marked = map[[2]int]bool{}
	start, characters := -1, 0
	for _, r := range body {
		switch {
		case r == '⟦':
			start = b.Len()
		case r == '⟧':
			marked[[2]int{start, b.Len()}] = true
		default:
			b.WriteRune(r)
			if !unicode.IsSpace(r) {
				characters++
			}
		}
	}
	if characters < leastProse {
		t.Errorf("%s has %d characters, want at least %d", file, characters, leastProse)
	}
	if len(marked) == 0 {
		t.Errorf("%s marks no figure", file)
	}
	return b.String(), marked
}

// around shows a place with the text beside it.
func around(text string, start, end int) string {
	head, tail := []rune(text[:start]), []rune(text[end:])
	before := string(head[max(0, len(head)-12):])
	after := string(tail[:min(len(tail), 12)])
	return strings.ReplaceAll(before+"⟦"+text[start:end]+"⟧"+after, "\n", "⏎")
}
