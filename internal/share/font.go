package share

import (
	"fmt"
	"io/fs"
	"path"
	"strings"
	"sync"
	"unicode"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// Font is a font in the two weights that cards are drawn in. It may be used by
// several goroutines at once.
type Font struct {
	regular, bold *weight
}

// weight is a font in one weight.
type weight struct {
	parts []*sfnt.Font // each has some of the characters
	found sync.Map     // of place by rune: those that were looked for
}

// place is where a character is. A character that no part has is nowhere: part is nil.
type place struct {
	part  *sfnt.Font
	index sfnt.GlyphIndex
}

// ReadFont reads a font: a folder for each weight, 400 and 700, of TrueType fonts
// that have some of the characters each.
func ReadFont(fsys fs.FS) (*Font, error) {
	regular, err := readWeight(fsys, "400")
	if err != nil {
		return nil, err
	}
	bold, err := readWeight(fsys, "700")
	if err != nil {
		return nil, err
	}
	return &Font{regular, bold}, nil
}

func readWeight(fsys fs.FS, dir string) (*weight, error) {
	names, err := fs.Glob(fsys, path.Join(dir, "*.ttf"))
	if err != nil {
		return nil, err
	}
	if len(names) == 0 {
		return nil, fmt.Errorf("read the font of share images: no font in %s", dir)
	}
	w := &weight{}
	for _, name := range names {
		data, err := fs.ReadFile(fsys, name)
		if err != nil {
			return nil, err
		}
		f, err := sfnt.Parse(data)
		if err != nil {
			return nil, fmt.Errorf("read the font of share images: %s: %w", name, err)
		}
		w.parts = append(w.parts, f)
	}
	return w, nil
}

// geta stands for a character that the font does not have, as it has in Chinese and
// Japanese print since movable type.
const geta = '〓'

// sameAs has what may be written for characters that fonts of Chinese often lack.
var sameAs = strings.NewReplacer(
	"Ⅰ", "I", "Ⅱ", "II", "Ⅲ", "III", "Ⅳ", "IV", "Ⅴ", "V", "Ⅵ", "VI",
	"Ⅶ", "VII", "Ⅷ", "VIII", "Ⅸ", "IX", "Ⅹ", "X", "Ⅺ", "XI", "Ⅻ", "XII",
	"μ", "µ", "\u00a0", " ", "\u202f", " ", "\u2009", " ", "\u2011", "-")

// printable returns a text of which the font has every character, and what it
// replaced by a geta mark. What is no character to be seen is left out.
func (f *Font) printable(s string) (text string, missing []rune) {
	text = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case unicode.Is(unicode.Cf, r), unicode.Is(unicode.Variation_Selector, r), unicode.IsControl(r):
			return -1
		case f.bold.find(r).part != nil && f.regular.find(r).part != nil:
			return r
		}
		missing = append(missing, r)
		return geta
	}, sameAs.Replace(s))
	return strings.Join(strings.Fields(text), " "), missing
}

// find looks for a character.
func (w *weight) find(r rune) place {
	if known, ok := w.found.Load(r); ok {
		return known.(place)
	}
	var buf sfnt.Buffer
	var p place
	for _, part := range w.parts {
		if index, err := part.GlyphIndex(&buf, r); err == nil && index != 0 {
			p = place{part, index}
			break
		}
	}
	w.found.Store(r, p)
	return p
}

// A glyph is a character of a text in its place.
type glyph struct {
	place
	x fixed.Int26_6 // from the start of the text
}

// set sets a text in one line: where each character stands, and how wide all are. A
// size is in pixels for an em. All numbers are integers, 64 to a pixel.
func (w *weight) set(text string, size int) (glyphs []glyph, width fixed.Int26_6, err error) {
	var buf sfnt.Buffer
	var last place
	runes := []rune(text)
	for i, r := range runes {
		p := w.find(r)
		if p.part == nil {
			return nil, 0, fmt.Errorf("the font has no %q", r)
		}
		if p.part == last.part { // two parts say nothing of each other
			kern, err := p.part.Kern(&buf, last.index, p.index, fixed.I(size), font.HintingNone)
			if err == nil { // else the part says nothing of the two
				width += kern
			}
		}
		box, advance, err := p.part.GlyphBounds(&buf, p.index, fixed.I(size), font.HintingNone)
		if err != nil {
			return nil, 0, fmt.Errorf("set %q: %w", r, err)
		}
		g := glyph{p, width}
		if isNarrow(runes, i) {
			bearing := fixed.I(size) / 20
			g.x += bearing - box.Min.X
			advance = box.Max.X - box.Min.X + 2*bearing
		}
		glyphs, last = append(glyphs, g), p
		width += advance
	}
	return glyphs, width, nil
}

// isNarrow reports whether a character is a quotation mark or an apostrophe within
// Latin text: a font of Chinese makes them as wide as a Han character.
func isNarrow(text []rune, i int) bool {
	return strings.ContainsRune("‘’“”", text[i]) &&
		(i == 0 || !isWide(text[i-1])) && (i+1 == len(text) || !isWide(text[i+1]))
}

// isWide reports whether a character is one of Chinese text.
func isWide(r rune) bool {
	return isHan(r) || strings.ContainsRune("，。、；：？！）》〉」』】〕〗", r)
}

// width returns how wide a text is in pixels, rounded up. What cannot be set is 0
// wide; drawing it says why.
func (w *weight) width(text string, size int) int {
	_, width, err := w.set(text, size)
	if err != nil {
		return 0
	}
	return width.Ceil()
}
