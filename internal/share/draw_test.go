package share

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"

	"gongshi/internal/npm"
)

// realFont returns the font from this machine's cache, which npm fills once. A test is
// skipped without npm, unless GONGSHI_REQUIRE says that nothing may be.
func realFont(t testing.TB) *Font {
	t.Helper()
	cache, err := os.UserCacheDir()
	if err != nil {
		cache = os.TempDir()
	}
	files, err := npm.Font(t.Context(), filepath.Join(cache, "gongshi"), func(line string) { t.Log(line) })
	if err != nil && os.Getenv("GONGSHI_REQUIRE") == "" {
		t.Skip("the font is not on this machine: ", err)
	}
	if err != nil {
		t.Fatal(err)
	}
	font, err := ReadFont(files)
	if err != nil {
		t.Fatal(err)
	}
	return font
}

// cards are of every kind of page.
var cards = []struct {
	name string
	card Card
	want string // the hash of its pixels
}{
	{"home, zh", Card{
		Site: "示例区书记领办项目", Note: "示例：示例区并不存在。", Kicker: "示例区（虚构），2024年", Title: "49个项目，已完成42个",
		Figure: "85.7%", Name: "项目完成率：49个项目中已完成42个", AsOf: "截至2024年12月31日", Accent: "#a3201a",
	}, "5874ed50cbca17f4"},
	{"home, en", Card{
		Site: "Sample District: projects led by secretaries", Note: "Example: Sample District does not exist.",
		Kicker: "Sample District (invented), 2024", Title: "42 of 49 projects completed",
		Figure: "85.7%", Name: "Completion rate", AsOf: "As at 31 December 2024", Accent: "#a3201a",
	}, "ec4d6cc59f9078e3"},
	{"at least", Card{
		Site: "示例区书记领办项目", Kicker: "指标", Title: "收集并处理的意见建议",
		Figure: "300余", Unit: "条", AsOf: "截至2024年12月31日（初步数）", Accent: "#a3201a",
	}, "e64b64b4083e5f9e"},
	{"long title", Card{
		Site: "示例区书记领办项目", Note: "据公开材料整理，非官方网站", Kicker: "已完成",
		Title:  "关于推进老旧小区供水管网改造与“一户一表”工程，切实解决居民用水难、水压低、水质差等突出问题的书记领办项目（2024年度第3批）实施情况和结果的报告",
		Figure: "1,234", Unit: "户", Name: "完成改造的户数", AsOf: "截至2024年12月31日", Accent: "#a3201a",
	}, "e4b0ebc045cdd0b1"},
	{"no figure", Card{
		Site: "Sample District", Kicker: "Not started", Title: "The residents’ yard “by the ferry”, and what is to become of it", Accent: "#17695c",
	}, "2564974dd88ed0cf"},
}

func draw1(t testing.TB, card Card, font *Font) []byte {
	t.Helper()
	data, missing, err := Draw(card, font)
	if err != nil || len(missing) > 0 {
		t.Fatalf("Draw: error %v, missing %q", err, missing)
	}
	return data
}

// The pixels are the same on every machine: a hash that differs elsewhere is a fault.
// Look at the pictures before you change one: with PICTURES=folder they are written there.
func TestDraw(t *testing.T) {
	t.Parallel()
	font := realFont(t)
	for _, test := range cards {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			data := draw1(t, test.card, font)
			if dir := os.Getenv("PICTURES"); dir != "" {
				if err := os.WriteFile(filepath.Join(dir, test.name+".png"), data, 0o644); err != nil {
					t.Fatal(err)
				}
			}
			if len(data) > 40_000 {
				t.Errorf("the picture has %d bytes; it should load at once", len(data))
			}
			picture := decode(t, data)
			if len(picture.Palette) > 32 || picture.Rect != image.Rect(0, 0, Width, Height) {
				t.Errorf("the picture has %d colours and the size %v", len(picture.Palette), picture.Rect)
			}
			if got := pixelHash(picture); got != test.want {
				t.Errorf("the pixels have the hash %s, want %s", got, test.want)
			}
		})
	}
}

func decode(t *testing.T, data []byte) *image.Paletted {
	t.Helper()
	picture, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return picture.(*image.Paletted)
}

// pixelHash is the hash of a picture's colours, however they are packed.
func pixelHash(p *image.Paletted) string {
	sum := sha256.New()
	for _, c := range p.Palette {
		fmt.Fprint(sum, color.RGBAModel.Convert(c))
	}
	sum.Write(p.Pix)
	return fmt.Sprintf("%x", sum.Sum(nil))[:16]
}

// The same card gives the same bytes, whatever is drawn at the same time.
func TestDrawIsDeterministic(t *testing.T) {
	font, card := realFont(t), cards[3].card
	want := draw1(t, card, font)
	for _, procs := range []int{1, 2, 8} {
		defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(procs))
		var group sync.WaitGroup
		fresh := realFont(t)
		for i := range 6 {
			group.Go(func() {
				got, _, err := Draw(cards[i%len(cards)].card, fresh)
				if err != nil || i%len(cards) == 3 && !bytes.Equal(got, want) {
					t.Errorf("with %d at a time: another picture, error %v", procs, err)
				}
			})
		}
		group.Wait()
	}
}

// Nothing touches the edge, and long texts are cut: all is paper at both sides.
func TestDrawKeepsItsMargins(t *testing.T) {
	t.Parallel()
	font := realFont(t)
	long := strings.Repeat("很长的名称，", 40)
	for _, card := range []Card{
		{Site: long, Note: long, Kicker: long, Title: long, Figure: "123,456,789,012.5", Unit: "平方米每人每年", Name: long, AsOf: "截至2024年12月31日"},
		{Site: "A", Title: strings.Repeat("https://sample.example/", 20)},
		{Site: "A", Title: ""},
	} {
		picture := decode(t, draw1(t, card, font))
		for y := band; y < Height; y++ {
			for _, x := range []int{0, margin / 2, Width - margin/2, Width - 1} {
				if picture.ColorIndexAt(x, y) != paper {
					t.Fatalf("%.20q: something is at %d, %d", card.Title, x, y)
				}
			}
		}
	}
}

// The font has all but a few of the characters of GB 2312, the Chinese that every
// machine knows; what it lacks is never drawn as an empty box.
func TestMissingCharacters(t *testing.T) {
	t.Parallel()
	font := realFont(t)
	tests := []struct {
		text, want, missing string
	}{
		{"〓", "〓", ""},
		{"劐", "〓", "劐"},
		{"好😀的", "好〓的", "😀"},
		{"Ⅲ类水", "III类水", ""},
		{"35 μg/m³，−2 ℃，½", "35 µg/m³，−2 ℃，½", ""},
		{"一\u200b二\ufe0f\n三", "一二 三", ""},
	}
	for _, test := range tests {
		got, missing := font.printable(test.text)
		if got != test.want || string(missing) != test.missing {
			t.Errorf("printable(%q) = %q without %q, want %q without %q", test.text, got, string(missing), test.want, test.missing)
		}
	}
	_, missing, err := Draw(Card{Site: "区", Title: "劐字", Name: "劐"}, font)
	if err != nil || string(missing) != "劐劐" {
		t.Errorf("Draw says that %q are missing, error %v; want 劐 twice", string(missing), err)
	}
}

func TestQuotationMarksOfLatinTextAreNarrow(t *testing.T) {
	t.Parallel()
	w := realFont(t).regular
	if got, han := w.width("’", 100), w.width("中", 100); got > han/2 {
		t.Errorf("an apostrophe is %d wide, a Han character %d", got, han)
	}
	if got := w.width("中”中", 100); got != 300 {
		t.Errorf("a quotation mark between Han characters: %d wide together, want 300", got)
	}
}

func TestKeyTellsCardsApart(t *testing.T) {
	keys := map[string]bool{Card{}.Key(): true}
	for _, c := range []Card{{Site: "a"}, {Note: "a"}, {Kicker: "a"}, {Title: "a"}, {Figure: "a"}, {Unit: "a"}, {Name: "a"}, {AsOf: "a"}, {Accent: "a"}} {
		keys[c.Key()] = true
	}
	if len(keys) != 10 {
		t.Errorf("10 cards have %d keys", len(keys))
	}
}

func TestReadFontFails(t *testing.T) {
	if _, err := ReadFont(os.DirFS(t.TempDir())); err == nil {
		t.Error("no error for a folder without a font")
	}
	dir := t.TempDir()
	for _, weight := range []string{"400", "700"} {
		if err := os.Mkdir(filepath.Join(dir, weight), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, weight, "a.ttf"), []byte("no font"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := ReadFont(os.DirFS(dir)); err == nil || !strings.Contains(err.Error(), "a.ttf") {
		t.Errorf("error %v, want one that names a.ttf", err)
	}
}

func BenchmarkDraw(b *testing.B) {
	font := realFont(b)
	for b.Loop() {
		draw1(b, cards[3].card, font)
	}
}
