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
	own := regexp.MustCompile(`<script type="module" src="{{[^"]+}}"></script>|<script type="application/ld\+json">{{\.}}</script>`) // the latter is data
	for _, file := range files(t, "*.html", "*.svg") {
		if m := banned.FindString(own.ReplaceAllString(read(t, file), "")); m != "" {
			t.Errorf("%s: %q is not allowed", file, m)
		}
	}
}

// How large style and script may be on their way to a phone, in bytes.
const maxStyle = 12 << 10

// Without comments and indentation, which package look leaves out.
var maxScript = map[string]int{"chart.js": 716, "search.js": 2960}

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

// Least contrasts, as ratios. WCAG 2.2 asks for 7 in 1.4.6 and for 3 in 1.4.11.
const (
	textContrast  = 7
	graphContrast = 3
)

// contrasts are the pairs of colours that meet on a page.
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
	{"done", "paper", graphContrast},
	{"done", "wash", graphContrast},
	{"done", "open-wash", graphContrast},
	{"open", "paper", graphContrast},
	{"open", "open-wash", graphContrast},
	{"neutral", "paper", graphContrast},
	{"edge", "paper", graphContrast},
	{"edge", "wash", graphContrast},
}

func TestColoursContrast(t *testing.T) {
	t.Parallel()
	style := read(t, "style.css")
	light := colours(t, style, "color-scheme: light dark;")
	for name, override := range map[string]string{
		"light": "color-scheme: light dark;",
		"dark":  "(prefers-color-scheme: dark)",
		"print": "color-scheme: light;",
	} {
		theme := maps.Clone(light)
		maps.Copy(theme, colours(t, style, override))
		for _, c := range contrasts {
			if got := contrast(theme[c.front], theme[c.back]); got < c.least {
				t.Errorf("%s: %s on %s is %.2f:1, less than %g:1", name, c.front, c.back, got, c.least)
			}
		}
	}
}

// colour is red, green and blue, each from 0 to 1.
type colour [3]float64

// colours returns the colours that the block with the given text in it names.
func colours(t *testing.T, style, within string) map[string]colour {
	t.Helper()
	_, rest, ok := strings.Cut(style, within)
	block, _, closed := strings.Cut(rest, "}")
	if !ok || !closed {
		t.Fatalf("style.css has no block with %q", within)
	}
	named := map[string]colour{}
	for _, m := range regexp.MustCompile(`--([\w-]+): #([0-9a-f]+);`).FindAllStringSubmatch(block, -1) {
		named[m[1]] = parse(t, m[2])
	}
	if len(named) == 0 {
		t.Fatalf("style.css names no colours after %q", within)
	}
	return named
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
