package templates

import (
	"bytes"
	"compress/gzip"
	"errors"
	"io/fs"
	"maps"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"
)

func TestWordingsHaveTheSameKeys(t *testing.T) {
	t.Parallel()
	zh, en := wording(t, "zh"), wording(t, "en")
	if !slices.Equal(keys(zh), keys(en)) {
		t.Errorf("keys differ:\nzh: %q\nen: %q", keys(zh), keys(en))
	}
	for key := range zh {
		if z, e := holes(zh[key]), holes(en[key]); !slices.Equal(z, e) {
			t.Errorf("%q takes %q in zh and %q in en", key, z, e)
		}
	}
}

// A template's word must be known; html/template finds out only when it meets it.
func TestTemplatesUseKnownWords(t *testing.T) {
	t.Parallel()
	zh := wording(t, "zh")
	used := regexp.MustCompile(`\bword "([^"]*)"`)
	for _, file := range files(t, "*.html") {
		for _, m := range used.FindAllStringSubmatch(read(t, file), -1) {
			if _, ok := zh[m[1]]; !ok {
				t.Errorf("%s: no wording for %q", file, m[1])
			}
		}
	}
}

// A strict content security policy forbids style and script within a page; a script
// of ours stands in a file.
func TestTemplatesKeepToTheSecurityPolicy(t *testing.T) {
	t.Parallel()
	banned := regexp.MustCompile(`(?i)<style|<script|\sstyle=|\son[a-z]+=`)
	own := regexp.MustCompile(`<script( type="module")? src="{{[^"]+}}"></script>|<script type="application/ld\+json">{{\.}}</script>`) // the latter is data
	for _, file := range files(t, "*.html", "*.svg") {
		if m := banned.FindString(own.ReplaceAllString(read(t, file), "")); m != "" {
			t.Errorf("%s: %q is not allowed", file, m)
		}
	}
}

// How large style and script may be on their way to a phone, in bytes.
const maxStyle = 11 << 10

// Without comments and indentation, which package look leaves out.
var maxScript = map[string]int{"chart.js": 716, "display.js": 614, "search.js": 3010}

func TestStyleAndScriptAreSmall(t *testing.T) {
	t.Parallel()
	if n := compressed(t, read(t, "style.css")); n > maxStyle {
		t.Errorf("style.css is %d bytes compressed, more than %d", n, maxStyle)
	}
	comment := regexp.MustCompile(`(?m)^ *(//.*\n)?`)
	for name, most := range maxScript {
		if n := compressed(t, comment.ReplaceAllString(read(t, name), "")); n > most {
			t.Errorf("%s is %d bytes compressed, more than %d", name, n, most)
		}
	}
}

func compressed(t *testing.T, text string) int {
	t.Helper()
	var b bytes.Buffer
	z, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
	if err == nil {
		_, err = z.Write([]byte(text))
	}
	if err := errors.Join(err, z.Close()); err != nil {
		t.Fatal(err)
	}
	return b.Len()
}

// Least contrasts, as ratios. WCAG 2.2 asks for 7 in 1.4.6, for 4.5 in 1.4.3 and for 3
// in 1.4.11. A publisher's own accent is held to 4.5 by package brand.
const (
	textContrast   = 7
	accentContrast = 4.5
	graphContrast  = 3
)

// contrasts are the pairs of colours that meet on a page. The outline of what has the
// focus is ink.
var contrasts = []struct {
	front, back string
	least       float64
}{
	{"ink", "paper", textContrast},
	{"ink", "wash", textContrast},
	{"ink", "open-wash", textContrast},
	{"ink-2", "paper", textContrast},
	{"ink-2", "wash", textContrast},
	{"link", "paper", textContrast},
	{"link", "wash", textContrast},
	{"seal", "paper", textContrast},
	{"on-seal", "seal", accentContrast},
	{"seal", "wash", accentContrast},
	{"link", "open-wash", textContrast},
	{"done", "paper", graphContrast},
	{"done", "wash", graphContrast},
	{"done", "open-wash", graphContrast},
	{"open", "paper", graphContrast},
	{"open", "open-wash", graphContrast},
	{"neutral", "paper", graphContrast},
	{"edge", "paper", graphContrast},
	{"edge", "wash", graphContrast},
}

// themes are the ways to see a page, each with the blocks of tokens that make it, the
// last of which wins.
var themes = map[string][]string{
	"light":                     {inLight},
	"dark":                      {inLight, inDark},
	"high contrast":             {inLight, inContrast},
	"high contrast in the dark": {inLight, inDark, inContrast, inContrastDark},
	"print":                     {inLight, inPrint},
}

// How the blocks of tokens begin.
const (
	inLight        = "@layer tokens {\n  :root {"
	inDark         = "@media (prefers-color-scheme: dark) {\n    :root {"
	inContrast     = "\n  :root:where(.contrast) {"
	inContrastDark = "@media (prefers-color-scheme: dark) {\n    :root:where(.contrast) {"
	inPrint        = "color-scheme: light;"
)

func TestColoursContrast(t *testing.T) {
	t.Parallel()
	for name, blocks := range themes {
		theme := map[string]string{}
		for _, block := range blocks {
			maps.Copy(theme, tokens(t, block))
		}
		for _, c := range contrasts {
			least := c.least
			if strings.HasPrefix(name, "high contrast") {
				least = textContrast
			}
			if got := contrast(colourOf(t, theme, c.front), colourOf(t, theme, c.back)); got < least {
				t.Errorf("%s: %s on %s is %.2f:1, less than %g:1", name, c.front, c.back, got, least)
			}
		}
	}
}

// High contrast is the same whether a reader chose it on the page or in the system.
func TestHighContrastIsTheSameBothWays(t *testing.T) {
	t.Parallel()
	for chosen, system := range map[string]string{
		inContrast:     "@media (prefers-contrast: more) {\n    :root {",
		inContrastDark: "@media (prefers-color-scheme: dark) and (prefers-contrast: more) {\n    :root {",
	} {
		if a, b := tokens(t, chosen), tokens(t, system); !maps.Equal(a, b) {
			t.Errorf("%s has %v\n%s has %v", chosen, a, system, b)
		}
	}
}

// Colours and sizes of text have names, so that a theme can change them everywhere.
func TestOnlyTokensNameColoursAndSizes(t *testing.T) {
	t.Parallel()
	style := regexp.MustCompile(`(?s)/\*.*?\*/`).ReplaceAllString(read(t, "style.css"), "")
	_, style, _ = strings.Cut(style, "@layer base {")
	style, _, _ = strings.Cut(style, "@layer print {")
	for _, banned := range []string{
		`#[0-9a-fA-F]{3,8}\b`, `\b(rgb|hsl|oklch|color-mix)a?\(`, `color: (white|black|red|gr[ae]y)\b`,
		`font-size: [\d.]*(rem|px|pt|%)`, `font-size: clamp`, `[12]px solid var\(--(rule|ink)\)`, `block-size: 44px`,
	} {
		for _, found := range regexp.MustCompile(`.*`+banned+`.*`).FindAllString(style, -1) {
			t.Errorf("style.css: %s: this has, or should have, a token", strings.TrimSpace(found))
		}
	}
}

// colour is red, green and blue, each from 0 to 1.
type colour [3]float64

// tokens returns the custom properties of the block of the stylesheet that begins
// with a text.
func tokens(t *testing.T, begin string) map[string]string {
	t.Helper()
	_, rest, ok := strings.Cut(read(t, "style.css"), begin)
	block, _, closed := strings.Cut(rest, "}")
	if !ok || !closed {
		t.Fatalf("style.css has no block with %q", begin)
	}
	named := map[string]string{}
	for _, m := range regexp.MustCompile(`--([\w-]+): ([^;]+);`).FindAllStringSubmatch(block, -1) {
		named[m[1]] = m[2]
	}
	if len(named) == 0 {
		t.Fatalf("style.css names nothing after %q", begin)
	}
	return named
}

// colourOf returns the colour that a token stands for, by way of others or not.
func colourOf(t *testing.T, theme map[string]string, token string) colour {
	t.Helper()
	value := theme[token]
	for range theme {
		if name, ok := strings.CutPrefix(value, "var(--"); ok {
			value = theme[strings.TrimSuffix(name, ")")]
		}
	}
	hex, ok := strings.CutPrefix(value, "#")
	if !ok {
		t.Fatalf("--%s is %q, not a colour", token, value)
	}
	return parse(t, hex)
}

// parse reads three or six hexadecimal digits.
func parse(t *testing.T, hex string) (c colour) {
	t.Helper()
	if len(hex) == 3 {
		hex = string([]byte{hex[0], hex[0], hex[1], hex[1], hex[2], hex[2]})
	}
	for i := range c {
		n, err := strconv.ParseUint(hex[2*i:2*i+2], 16, 8)
		if err != nil {
			t.Fatal(err)
		}
		c[i] = float64(n) / 255
	}
	return c
}

// contrast returns the contrast ratio of two colours, as WCAG 2.2 defines it.
func contrast(a, b colour) float64 {
	la, lb := luminance(a), luminance(b)
	return (max(la, lb) + 0.05) / (min(la, lb) + 0.05)
}

// luminance returns the relative luminance of a colour, as WCAG 2.2 defines it.
func luminance(c colour) float64 {
	for i, v := range c {
		if v <= 0.04045 {
			c[i] = v / 12.92
		} else {
			c[i] = math.Pow((v+0.055)/1.055, 2.4)
		}
	}
	return 0.2126*c[0] + 0.7152*c[1] + 0.0722*c[2]
}

func wording(t *testing.T, language string) map[string]string {
	t.Helper()
	words := map[string]string{}
	if err := toml.Unmarshal([]byte(read(t, "wording/"+language+".toml")), &words); err != nil {
		t.Fatal(err)
	}
	return words
}

func keys(words map[string]string) []string { return slices.Sorted(maps.Keys(words)) }

// holes returns the places in a wording that the program fills in, sorted.
func holes(text string) []string {
	return slices.Compact(slices.Sorted(slices.Values(regexp.MustCompile(`\{\d\}`).FindAllString(text, -1))))
}

func files(t *testing.T, patterns ...string) []string {
	t.Helper()
	var names []string
	for _, p := range patterns {
		found, err := fs.Glob(FS, p)
		if err != nil || len(found) == 0 {
			t.Fatalf("no files like %s: %v", p, err)
		}
		names = append(names, found...)
	}
	return names
}

func read(t *testing.T, name string) string {
	t.Helper()
	b, err := FS.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}
