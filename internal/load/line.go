package load

import (
	"html"

	"gongshi/internal/diag"
	"gongshi/internal/markdown"
	"gongshi/internal/tomlfile"
)

// placed reads a short text with figures, and gives its parts, and the faults in
// it, their places in the file. These are not just so many columns further on,
// because a character may be written there with an escape: \" takes two.
func (l *loader) placed(n *tomlfile.Node, text string) markdown.Line {
	counted := diag.Pos{Col: 1} // then a column less 1 is the number of characters before it
	chars := n.Chars()
	place := func(pos diag.Pos) diag.Pos { return chars[min(pos.Col, len(chars))-1] }
	line, problems := markdown.ParseLine(counted, text)
	for _, p := range problems {
		p.Pos = place(p.Pos)
		l.problems.Add(p)
	}
	line.Pos = place(line.Pos)
	parts := line.Parts
	line.Parts = nil
	for _, part := range parts {
		switch {
		case part.Ref != nil:
			part.Ref.Pos = place(part.Ref.Pos)
			line.Parts = append(line.Parts, part)
		case part.Meant:
			part.Pos = place(part.Pos)
			line.Parts = append(line.Parts, part)
		default:
			line.Parts = append(line.Parts, unescaped(part, place)...)
		}
	}
	return line
}

// unescaped cuts a text where its characters do not stand one after another in
// the file, so that each piece has one place from which to count.
func unescaped(part markdown.Part, place func(diag.Pos) diag.Pos) []markdown.Part {
	var pieces []markdown.Part
	text := []rune(html.UnescapeString(part.HTML))
	begin := 0
	for i := range text {
		here, next := part.Pos, part.Pos
		here.Col += i
		next.Col += i + 1
		after := place(here)
		after.Col++
		if i+1 == len(text) || place(next) != after {
			at := part.Pos
			at.Col += begin
			pieces = append(pieces, markdown.Part{Pos: place(at), HTML: html.EscapeString(string(text[begin : i+1]))})
			begin = i + 1
		}
	}
	return pieces
}
