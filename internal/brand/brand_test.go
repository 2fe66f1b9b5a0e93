package brand_test

import (
	"strings"
	"testing"

	"gongshi/internal/brand"
	"gongshi/internal/diag"
	"gongshi/templates"
)

func choice(text string) brand.Choice {
	return brand.Choice{Text: text, Pos: diag.Pos{File: "config.toml", Line: 3, Col: 10}}
}

func TestContrast(t *testing.T) {
	for _, tt := range []struct {
		a, b string
		want float64 // from the WCAG 2 formula, worked out by hand for the first two
	}{
		{"#000000", "#ffffff", 21},
		{"#fff", "#FFFFFF", 1},
		{"#777777", "#ffffff", 4.48},
		{"#0000ff", "#ffffff", 8.59},
	} {
		a, ok := brand.Parse(tt.a)
		b, also := brand.Parse(tt.b)
		if got := brand.Contrast(a, b); !ok || !also || got < tt.want-0.005 || got > tt.want+0.005 {
			t.Errorf("contrast of %s and %s is %.3f, want %.2f", tt.a, tt.b, got, tt.want)
		}
	}
}

func TestParseRefuses(t *testing.T) {
	for _, s := range []string{"", "red", "a3201a", "#a3201", "#a3201aff", "#gggggg", "#+12345", "# a3201"} {
		if c, ok := brand.Parse(s); ok {
			t.Errorf("%q is taken for the colour %s", s, c)
		}
	}
}

func TestCheck(t *testing.T) {
	for _, tt := range []struct {
		name     string
		identity brand.Identity
		want     string // the problem with its hint; "" for none
	}{
		{"nothing", brand.Identity{}, ""},
		{"dark red", brand.Identity{Accent: choice("#a3201a")}, ""},
		{"too pale", brand.Identity{Accent: choice("#ff8f80")},
			"config.toml:3:10: accent #ff8f80 has a contrast of 2.11:1 with the light page, #fbfaf6; text needs at least 4.5:1\n\thint: the nearest colour that passes is "},
		{"a name", brand.Identity{Accent: choice("red")}, `config.toml:3:10: accent "red" is not a colour; a colour is # and six hexadecimal digits`},
		{"too dark for the dark", brand.Identity{Accent: choice("#a3201a"), AccentDark: choice("#a3201a")},
			"config.toml:3:10: accent_dark #a3201a has a contrast of 2.3"},
		{"dark alone", brand.Identity{AccentDark: choice("#ff8f80")}, "config.toml:3:10: accent_dark stands alone; it goes with accent"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got := ""
			for _, p := range tt.identity.Check() {
				got += p.String()
			}
			if tt.want == "" && got != "" || !strings.HasPrefix(got, tt.want) {
				t.Errorf("got  %s\nwant %s…", got, tt.want)
			}
		})
	}
}

// The colour that a message proposes passes, and so does what is made for the dark.
func TestProposalsPass(t *testing.T) {
	for _, text := range []string{"#ff8f80", "#ffff00", "#ffffff", "#00ff00", "#c8c8c8", "#ff00ff", "#4a90d9"} {
		problems := brand.Identity{Accent: choice(text)}.Check()
		if len(problems) != 1 {
			t.Errorf("%s: %d problems, want 1", text, len(problems))
			continue
		}
		proposed := problems[0].Hint[strings.LastIndex(problems[0].Hint, "#"):]
		if more := (brand.Identity{Accent: choice(proposed)}).Check(); len(more) > 0 {
			t.Errorf("%s: the proposed %s is refused: %v", text, proposed, more)
		}
	}
	for _, text := range []string{"#000", "#a3201a", "#00308f", "#004d40", "#593900", "#6a1b9a"} {
		tokens := brand.Identity{Accent: choice(text)}.Tokens()
		_, dark, _ := strings.Cut(tokens, "--accent-dark: ")
		dark, _, _ = strings.Cut(dark, ";")
		if more := (brand.Identity{Accent: choice(text), AccentDark: choice(dark)}).Check(); len(more) > 0 {
			t.Errorf("%s: the derived %s is refused: %v", text, dark, more)
		}
	}
}

func TestTokens(t *testing.T) {
	if got := (brand.Identity{}).Tokens(); got != "" {
		t.Errorf("no identity writes %q", got)
	}
	got := brand.Identity{Accent: choice("#A21"), AccentDark: choice("#ff8f80")}.Tokens()
	if want := "\n@layer tokens { :root { --accent: #aa2211; --accent-dark: #ff8f80; } }\n"; got != want {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

// The stylesheet has the colours that accents are measured against.
func TestPapersAreThoseOfTheStylesheet(t *testing.T) {
	data, err := templates.FS.ReadFile("style.css")
	if err != nil {
		t.Fatal(err)
	}
	light, dark, _ := strings.Cut(string(data), "@media (prefers-color-scheme: dark)")
	for _, want := range []struct{ in, token string }{
		{light, "--paper: " + brand.LightPaper.String()}, {dark, "--paper: " + brand.DarkPaper.String()},
		{light, "--accent: " + brand.LightAccent}, {light, "--on-seal: #fff;"}, {dark, "--on-seal: " + brand.DarkPaper.String()},
	} {
		if !strings.Contains(want.in, want.token) {
			t.Errorf("style.css does not have %s there", want.token)
		}
	}
}
