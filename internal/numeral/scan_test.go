package numeral

import (
	"regexp"
	"strings"
	"testing"
)

// The scan of a text is written by hand, as a regular expression takes many times
// as long. This is that expression; both must find the same.
const (
	wantSmall  = `(?:ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|one|two|three|four|five|six|seven|eight|nine)`
	wantScale  = `(?:hundred|thousand|million|billion|trillion|dozen)`
	wantScaled = `(?:` + wantScale + `(?: and ` + wantSmall + `\b)?)`
	wantWords  = `\b(?:` + wantSmall + `|a[- ]` + wantScaled + `)(?:[- ](?:` + wantSmall + `|` + wantScaled + `)\b)*\b`
	wantHan    = `[` + hanDigit + hanUnit + `廿卅]+(?:点[` + hanDigit + `]+)?`
)

var wantMatch = regexp.MustCompile(`(` + arabic + `)[- ]?((?i:` + wantScale + `|bn)\b)` +
	`|((?:` + arabic + `[` + hanUnit + `]+)+|` + wantHan + `|` + arabic + `)(?:([余多])([万亿]+))?` +
	`|((?i:` + wantWords + `))`)

// checkScan compares the two ways of finding numbers.
func checkScan(t *testing.T, text string) {
	t.Helper()
	var want []match
	for _, m := range wantMatch.FindAllStringSubmatchIndex(text, -1) {
		group := func(i int) string {
			if m[2*i] < 0 {
				return ""
			}
			return text[m[2*i]:m[2*i+1]]
		}
		at := match{start: m[0], end: m[1], kind: inWords, numeral: strings.ToLower(group(6))}
		switch {
		case m[2] >= 0:
			at.kind, at.numeral, at.scale = digits, group(1), strings.ToLower(group(2))
		case m[6] >= 0:
			at.kind, at.numeral, at.odd, at.scale = han, group(3), group(4), group(5)
		}
		want = append(want, at)
	}
	got := matches(text)
	for i := range max(len(got), len(want)) {
		if i >= len(got) || i >= len(want) || got[i] != want[i] {
			t.Fatalf("%q: number %d: found %+v, want %+v", text, i, got[min(i, len(got)):], want[min(i, len(want)):])
		}
	}
}

// checkClues holds that a rule which is not tried on a sentence would not match.
func checkClues(t *testing.T, text string) {
	t.Helper()
	from := 0
	for _, end := range sentenceEnds(text) {
		sentence := text[from:end]
		from = end
		worth := map[int]bool{}
		for i := range hints.Worth(sentence).All() {
			worth[i] = true
		}
		for i, r := range rules {
			if !worth[i] && r.pattern.MatchString(sentence) {
				t.Fatalf("%q: habit %s is passed over, but matches", sentence, r.habit.pattern)
			}
		}
	}
}

func TestScan(t *testing.T) {
	texts := []string{"1,2345 or 1,234,567.80", "12bn, 3 hundred, 13-dozen, 5 hundreds", "a hundred and six; A Dozen; a thousand", "3万5千余万人", "三十九点五，点五",
		"forty2 forty-two-x, six-figure, seventeen", "one hundred and", "1亿2000万", "H1N1 x12 _one one_", "three thousand and three hundred"}
	for _, list := range quietTexts {
		texts = append(texts, list...)
	}
	for _, lang := range []string{"zh", "en"} {
		text, _ := readProse(t, "testdata/prose."+lang+".txt")
		texts = append(texts, text)
	}
	for _, text := range texts {
		text = fold(text).text
		checkScan(t, text)
		checkClues(t, mask(text, matches(text)))
	}
}
