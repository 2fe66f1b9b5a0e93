package svg

import (
	"slices"
	"strings"
	"testing"
)

func TestWrap(t *testing.T) {
	f := Face{Size: 10}
	em := 10.0
	tests := []struct {
		name, text string
		limit      float64
		want       []string
		whole      bool
	}{
		{"short", "改厕", 5 * em, []string{"改厕"}, true},
		{"empty", "", 5 * em, []string{""}, true},
		{"even lines", "收集处理群众意见建议", 8 * em, []string{"收集处理群", "众意见建议"}, true},
		{"no comma first", "召开恳谈会，座谈会", 5 * em, []string{"召开恳谈", "会，座谈会"}, true},
		{"no bracket last", "村民（社区）", 3 * em, []string{"村民", "（社", "区）"}, true},
		{"at spaces", "Roads built and mended", 9 * em, []string{"Roads built", "and mended"}, true},
		{"words are whole", "Suggestions", 4 * em, []string{"Sugges", "tions"}, false},
		{"one sign", "👩‍👩‍👧👩‍👩‍👧", 3 * em, []string{"👩‍👩‍👧", "👩‍👩‍👧"}, true},
		{"Latin in Chinese", "安装AED设备", 4 * em, []string{"安装", "AED", "设备"}, true},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			lines, whole := f.Wrap(test.text, test.limit)
			if !slices.Equal(lines, test.want) || whole != test.whole {
				t.Errorf("wrap(%q, %v) = %q, %v; want %q, %v", test.text, test.limit, lines, whole, test.want, test.whole)
			}
		})
	}
}

// odd are texts in which it is not plain where a line may end.
var odd = []string{
	`</script><script>alert(1)</script>`,
	`"quotes" 'and' <tags> & &amp; entities`,
	`{b}: {c} ({d}%) {a|rich} {value}`,
	"$& $1 \\n \\u0041 `${x}`",
	"\u202Eright to left\u202C \u0627\u0644\u0639",
	`👩‍👩‍👧‍👦 family 🏽 𠮷`,
	`-`,
	`url(javascript:alert(1))`,
	strings.Repeat("很长的名称", 60),
	strings.Repeat("Donaudampfschifffahrt", 15),
	"constructor",
	"__proto__",
	"\u2060\u2060",
}

// No text is lost, whatever the limit, and no line is wider than it where that
// can be.
func TestWrapKeepsEverything(t *testing.T) {
	f := Face{Size: 16, Bold: true}
	for _, text := range odd {
		for limit := 1.0; limit < 400; limit += 7 {
			lines, whole := f.Wrap(text, limit)
			if got, want := strings.ReplaceAll(strings.Join(lines, ""), " ", ""), strings.ReplaceAll(text, " ", ""); got != want {
				t.Fatalf("wrap(%q, %v) lost something: %q", text, limit, got)
			}
			if whole && f.Widest(lines) > limit {
				t.Errorf("wrap(%q, %v) has a line of %v", text, limit, f.Widest(lines))
			}
		}
	}
}

// There may be no room at all: every character then has a line of its own.
func FuzzWrap(f *testing.F) {
	for _, text := range append(odd, "", " ", "a", "改厕 ") {
		for _, limit := range []float64{-1, 0, 1, 60} {
			f.Add(text, limit, 16)
		}
	}
	f.Fuzz(func(t *testing.T, text string, limit float64, size int) {
		face := Face{Size: size%100 + 1}
		lines, _ := face.Wrap(text, limit)
		if got, want := strings.ReplaceAll(strings.Join(lines, ""), " ", ""), strings.ReplaceAll(text, " ", ""); got != want {
			t.Errorf("wrap(%q, %v) lost something: %q", text, limit, got)
		}
	})
}

func TestMeasure(t *testing.T) {
	tests := []struct {
		text, font string
		want       float64
	}{
		{"盏盏", "16px sans-serif", 32},
		{"盏盏", "bold 20px sans-serif", 40},
		{"e\u0301", "10px sans-serif", Face{Size: 10}.Width("e")},
		{"1盏", "10px sans-serif", Face{Size: 10}.Width("1") + 10 + 1.25}, // the space that browsers put between them
		{"（1）盏", "10px sans-serif", Face{Size: 10}.Width("1") + 30},
		{"0", "bold 10px sans-serif", Face{Size: 10, Bold: true}.Width("0")},
	}
	for _, test := range tests {
		if got := measure(test.text, test.font); got != test.want {
			t.Errorf("measure(%q, %q) = %v, want %v", test.text, test.font, got, test.want)
		}
	}
	if regular, bold := measure("roads", "16px x"), measure("roads", "bold 16px x"); regular >= bold {
		t.Errorf("roads is %v wide and %v in bold", regular, bold)
	}
}
