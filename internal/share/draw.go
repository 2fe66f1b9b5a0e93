package share

import (
	"bytes"
	"fmt"
	"image"
	"image/draw"
	"image/png"

	"golang.org/x/image/math/fixed"
)

// The layout, in pixels. All stands in the middle: a chat shows the square in the
// middle of a picture only.
const (
	margin = 90
	column = Width - 2*margin
	band   = 18  // on top
	ruleY  = 508 // above the foot
	siteY  = 556 // the lines of the foot
	noteY  = 594

	dash     = 88 // the line below a title without a figure
	dashHigh = 6
	dashGap  = 52

	kickerS = 30 // sizes of texts
	nameS   = 34
	siteS   = 30
	noteS   = 24
)

// figureS are the sizes of figures below titles of one, two and three lines.
var figureS = [...]int{176, 152, 132}

// Digits and most Han characters are that high above their line, in parts of a
// thousand of their size. It makes distances look even.
const capHeight = 740

// Draw draws a card as PNG. It returns the characters that the font does not have and
// that a geta mark, 〓, stands for.
func Draw(card Card, font *Font) (data []byte, missing []rune, err error) {
	s := sheet{
		dst:  image.NewPaletted(image.Rect(0, 0, Width, Height), palette(colourOf(card.Accent))),
		font: font,
	}
	for _, text := range []*string{&card.Site, &card.Note, &card.Kicker, &card.Title, &card.Figure, &card.Unit, &card.Name, &card.AsOf} {
		var m []rune
		*text, m = font.printable(*text)
		missing = append(missing, m...)
	}
	s.bar(image.Rect(0, 0, Width, band), seal.solid())
	s.bar(image.Rect(margin, ruleY, Width-margin, ruleY+2), rule)
	s.stack(card)
	s.foot(card)
	if s.err != nil {
		return nil, nil, fmt.Errorf("draw a share image: %w", s.err)
	}
	var b bytes.Buffer
	if err := png.Encode(&b, s.dst); err != nil {
		return nil, nil, err
	}
	return b.Bytes(), missing, nil
}

// sheet is what a card is drawn on. The first error ends the drawing.
type sheet struct {
	dst  *image.Paletted
	font *Font
	err  error
}

// A run is a text in one look.
type run struct {
	text   string
	weight *weight
	size   int
	ink    ink
}

// row is a line of text in the middle, of one or more runs.
type row struct {
	runs  []run
	above int // from the line above, or its top if there is none, to the top of its capitals
	size  int // of its largest run
}

// stack draws what stands between the band and the foot, in the middle of the height.
func (s *sheet) stack(card Card) {
	rows := s.rows(card)
	if len(rows) == 0 {
		return
	}
	height := -rows[0].above
	if card.Figure == "" {
		height += dashGap + dashHigh
	}
	for _, r := range rows {
		height += r.above + high(r.size)
	}
	y := (band+ruleY-height)/2 - rows[0].above
	for _, r := range rows {
		y += r.above + high(r.size)
		s.write(r.runs, y)
	}
	if card.Figure == "" {
		s.bar(image.Rect(Width/2-dash/2, y+dashGap, Width/2+dash/2, y+dashGap+dashHigh), seal.solid())
	}
}

// high returns the height of capitals.
func high(size int) int { return size * capHeight / 1000 }

// rows lays out the texts of a card, but for the foot.
func (s *sheet) rows(card Card) []row {
	var rows []row
	add := func(above int, runs ...run) { rows = append(rows, row{runs, above, runs[0].size}) }
	if card.Kicker != "" {
		add(0, run{s.shorten(card.Kicker, s.font.bold, kickerS), s.font.bold, kickerS, seal})
	}
	lines, size := s.title(card)
	for i, line := range lines {
		above := 36
		if i > 0 {
			above = size*132/100 - high(size)
		}
		add(above, run{line, s.font.bold, size, black})
	}
	if card.Figure != "" {
		size := figureS[max(len(lines)-1, 0)]
		add(size/3, s.figure(card, size)...)
	}
	if card.Name != "" {
		add(40, run{s.shorten(card.Name, s.font.regular, nameS), s.font.regular, nameS, grey})
	}
	return rows
}

// A setting is a size of titles and how many lines of it there may be.
type setting struct{ size, most int }

// Titles are as large as their length lets them, and larger without a figure.
var (
	withFigure    = []setting{{68, 1}, {60, 2}, {52, 2}, {46, 3}}
	withoutFigure = []setting{{88, 2}, {76, 3}, {64, 3}, {54, 3}}
)

// title breaks the title into lines.
func (s *sheet) title(card Card) (lines []string, size int) {
	settings := withoutFigure
	if card.Figure != "" {
		settings = withFigure
	}
	for _, set := range settings {
		var whole bool
		size = set.size
		lines, whole = wrap(card.Title, column, set.most, func(text string) int { return s.font.bold.width(text, size) })
		if whole {
			break
		}
	}
	return lines, size
}

// figure is the figure and its unit, in a size or as large as there is room for.
func (s *sheet) figure(card Card, size int) []run {
	for ; ; size -= 8 {
		runs := []run{{card.Figure, s.font.bold, size, seal}}
		if card.Unit != "" {
			runs = append(runs, run{" " + card.Unit, s.font.regular, size * 5 / 16, grey})
		}
		if width(runs) <= column || size <= nameS {
			return runs
		}
	}
}

// foot says whose the page is, and of when the figure.
func (s *sheet) foot(card Card) {
	site := []run{{card.Site, s.font.bold, siteS, black}}
	if card.AsOf != "" {
		site = append(site, run{" · " + card.AsOf, s.font.regular, noteS, grey})
	}
	room := column - width(site[1:])
	site[0].text = cut(card.Site, room, func(text string) int { return s.font.bold.width(text, siteS) })
	if card.Note == "" {
		s.write(site, (siteY+noteY)/2)
		return
	}
	s.write(site, siteY)
	note := sentences(card.Note, column, func(text string) int { return s.font.regular.width(text, noteS) })
	s.write([]run{{note, s.font.regular, noteS, grey}}, noteY)
}

// shorten cuts a text that is to stand in one line.
func (s *sheet) shorten(text string, w *weight, size int) string {
	return cut(text, column, func(text string) int { return w.width(text, size) })
}

// width returns how wide runs are, in pixels.
func width(runs []run) (sum int) {
	for _, r := range runs {
		sum += r.weight.width(r.text, r.size)
	}
	return sum
}

// write writes runs in the middle, on the line y.
func (s *sheet) write(runs []run, y int) {
	x := fixed.I(Width-width(runs)) / 2
	for _, r := range runs {
		glyphs, _, err := r.weight.set(r.text, r.size)
		for _, g := range glyphs {
			if err == nil {
				err = fill(s.dst, g, r.size, x+g.x, y, r.ink)
			}
		}
		if err != nil && s.err == nil {
			s.err = err
		}
		x += fixed.I(r.weight.width(r.text, r.size))
	}
}

// bar draws a flat rectangle.
func (s *sheet) bar(r image.Rectangle, colour uint8) {
	draw.Draw(s.dst, r, image.NewUniform(s.dst.Palette[colour]), image.Point{}, draw.Src)
}
