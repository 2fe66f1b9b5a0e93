package share

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// half measures a text in halves of a Han character.
func half(text string) (n int) {
	for _, r := range text {
		n++
		if isWide(r) || strings.ContainsRune("“”…—", r) {
			n++
		}
	}
	return n
}

func TestWrap(t *testing.T) {
	tests := []struct {
		name, text  string
		width, most int
		want        string // lines, with a bar between them
	}{
		{"one line", "路灯亮了", 20, 2, "路灯亮了"},
		{"lines as even as can be", "把路灯装到每一条小巷里去", 20, 3, "把路灯装到每|一条小巷里去"},
		{"English at its spaces", "Street lights for every lane", 20, 3, "Street lights|for every lane"},
		{"no stop begins a line", "路灯亮了起来，路好走", 12, 3, "路灯亮了起|来，路好走"},
		{"no bracket ends a line", "项目（第三批）已完成", 12, 3, "项目（第三|批）已完成"},
		{"no closing quotation mark begins a line", "一户一表”工程", 8, 3, "一户一|表”工程"},
		{"a number stays with what it counts", "全区新装和更换路灯156盏", 22, 3, "全区新装和更|换路灯156盏"},
		{"an ordinal stays whole", "书记领办的项目第3批", 16, 3, "书记领办的|项目第3批"},
		{"a number stays with what it counts, English", "The district put up 156 lights", 24, 3, "The district put|up 156 lights"},
		{"a Latin word stays whole", "全区的LED路灯都亮了", 12, 3, "全区的LED|路灯都亮了"},
		{"a word wider than a line is cut", "https://sample.example/a", 10, 4, "https://|sample.e|xample/a"},
		{"too long", "把路灯装到每一条小巷里去，让夜里的路好走", 12, 2, "把路灯装到每|一条小巷里…"},
		{"too long, English", "Street lights for every lane in the district", 14, 2, "Street lights|for every..."},
		{"no space where Chinese lines met", "一二三四五六七八九十", 8, 2, "一二三四|五六七…"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			lines, whole := wrap(test.text, test.width, test.most, half)
			if got := strings.Join(lines, "|"); got != test.want {
				t.Errorf("wrap(%q, %d) = %s, want %s", test.text, test.width, got, test.want)
			}
			if cutOff := strings.HasPrefix(test.name, "too long") || strings.HasPrefix(test.name, "no space"); whole == cutOff {
				t.Errorf("whole = %v", whole)
			}
		})
	}
}

func TestSentences(t *testing.T) {
	for text, want := range map[string]string{
		"示例区并不存在。":                        "示例区并不存在。",
		"示例区并不存在。地名都是虚构的。":                "示例区并不存在。",
		"No such place. All is invented.": "No such place.",
		"据公开材料整理，非官方网站，仅供参考":              "据公开材料整理，非官…",
	} {
		if got := sentences(text, 22, half); got != want {
			t.Errorf("sentences(%q) = %q, want %q", text, got, want)
		}
	}
}

// Whatever a title says, no line is too wide, and nothing is lost unless the last
// line says so.
func FuzzWrap(f *testing.F) {
	f.Add("把路灯装到每一条小巷里去，让156盏灯亮起来", 12)
	f.Add("Street lights for every lane in 2024", 9)
	f.Add("（（（", 2)
	f.Fuzz(func(t *testing.T, text string, width int) {
		text = strings.Join(strings.Fields(text), " ")
		if width < 8 || width > 80 || text == "" || len(text) > 500 || !utf8.ValidString(text) {
			t.Skip()
		}
		lines, whole := wrap(text, width, 3, half)
		if len(lines) > 3 || len(lines) == 0 {
			t.Fatalf("%q: %d lines", text, len(lines))
		}
		for _, line := range lines {
			if half(line) > width {
				t.Errorf("%q in %d: %q is too wide", text, width, line)
			}
		}
		if whole && strings.ReplaceAll(strings.Join(lines, ""), " ", "") != strings.ReplaceAll(text, " ", "") {
			t.Errorf("%q in %d: something is lost: %q", text, width, lines)
		}
		if !whole && !strings.HasSuffix(lines[2], "…") && !strings.HasSuffix(lines[2], "...") {
			t.Errorf("%q in %d: %q does not say that it was cut", text, width, lines)
		}
	})
}

func TestPieces(t *testing.T) {
	got := pieces("据“一户一表”工程，2024年done（49个）")
	want := []string{"据", "“一", "户", "一", "表”", "工", "程，", "2024年", "done", "（49个）"}
	if !slices.Equal(got, want) {
		t.Errorf("pieces are %q, want %q", got, want)
	}
}
