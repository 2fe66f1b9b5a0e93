package clue

import (
	"regexp"
	"slices"
	"testing"
)

var patterns = []string{
	`\d+(?:岁|周岁)`,
	`(?i)\b(?:top|first) \d`,
	`今年(?:刚|已)*\d`,
	`[:/]\d`,
	`\d+`,
	`(?:a|b)?c*`,
	`(?:19|20)\d\d年?`,
}

func isDigit(r rune) bool { return '0' <= r && r <= '9' }

func TestWorth(t *testing.T) {
	x := New(patterns, isDigit)
	for text, want := range map[string][]int{
		"年满60岁":      {0, 4, 5},
		"The TOP 10": {1, 4, 5},
		"今年已60":      {2, 4, 5},
		"1:1":        {3, 4, 5},
		"in 2024":    {4, 5, 6},
		"":           {5},
	} {
		set := x.Worth(text)
		got := slices.Collect(set.All())
		for _, i := range want {
			if !slices.Contains(got, i) {
				t.Errorf("%q: worth %v, want %v", text, got, want)
			}
		}
		if slices.Contains(got, 0) != slices.Contains(want, 0) || slices.Contains(got, 1) != slices.Contains(want, 1) {
			t.Errorf("%q: worth %v, want %v", text, got, want)
		}
	}
}

// FuzzWorth holds that an expression which matches is never passed over. (?i) takes
// ſ and the Kelvin sign for letters; a text that has one is left out.
func FuzzWorth(f *testing.F) {
	x := New(patterns, isDigit)
	var compiled []*regexp.Regexp
	for _, p := range patterns {
		compiled = append(compiled, regexp.MustCompile(p))
	}
	f.Add("年满60周岁, Top 3, 今年刚已7, 1/2, 2024年")
	f.Fuzz(func(t *testing.T, text string) {
		if slices.ContainsFunc([]rune(text), func(r rune) bool { return r == 'ſ' || r == '\u212A' }) {
			return
		}
		got := slices.Collect(x.Worth(text).All())
		for i, c := range compiled {
			if c.MatchString(text) && !slices.Contains(got, i) {
				t.Errorf("%q: %s matches, but is passed over", text, patterns[i])
			}
		}
	})
}
