package cjk

import (
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// An EmphasisParser reads * as CommonMark does, but lets a Han character stand for
// the space or punctuation that its flanking rule asks for: **重点：**已完成 is
// bold although no space follows (the rule of commonmark-spec pull request 839).
type EmphasisParser struct{}

// Trigger names the mark that begins emphasis.
func (EmphasisParser) Trigger() []byte { return []byte{'*'} }

// Parse reads a run of marks.
func (EmphasisParser) Parse(_ ast.Node, block text.Reader, pc parser.Context) ast.Node {
	before := block.PrecendingCharacter()
	line, segment := block.PeekLine()
	d := parser.ScanDelimiter(line, before, 1, asterisk{})
	if d == nil {
		return nil
	}
	after := ' '
	if d.OriginalLength < len(line) {
		after, _ = utf8.DecodeRune(line[d.OriginalLength:])
	}
	d.CanOpen = d.CanOpen || !unicode.IsSpace(after) && wide(before)
	d.CanClose = d.CanClose || !unicode.IsSpace(before) && wide(after)
	d.Segment = segment.WithStop(segment.Start + d.OriginalLength)
	block.Advance(d.OriginalLength)
	pc.PushDelimiter(d)
	return d
}

// wide reports whether r is a letter of a script that is written without spaces.
func wide(r rune) bool { return util.IsEastAsianWideRune(r) && !util.IsPunctRune(r) }

// asterisk makes emphasis of matching asterisks.
type asterisk struct{}

func (asterisk) IsDelimiter(b byte) bool { return b == '*' }

func (asterisk) CanOpenCloser(opener, closer *parser.Delimiter) bool {
	return opener.Char == closer.Char
}

func (asterisk) OnMatch(consumes int) ast.Node { return ast.NewEmphasis(consumes) }
