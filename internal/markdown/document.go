package markdown

import (
	"iter"
	"slices"
	"strings"

	"gongshi/internal/diag"
)

// Document is a text in one language, parsed once: HTML with holes where
// something must be looked up that the text alone does not know.
type Document struct {
	Parts    []Part
	Headings []Heading
	Runs     []Run // the plain text, for rules that read it
}

// Line is a short text with figures but no other markup: a title, a summary.
type Line struct {
	Pos   diag.Pos
	Parts []Part
}

// Part is a piece of a document: ready HTML, or one hole. Exactly one field is
// set, besides Pos.
type Part struct {
	Pos   diag.Pos // of HTML in a [Line]; else zero
	HTML  string   // ready to print
	Meant bool     // HTML is text in a [Line] that no rule reads: {{"156"}}
	Ref   *Ref     // a figure within a sentence
	Chart *Chart   // a chart between paragraphs
	Link  *Link    // the value of a href attribute

	Pictures []Picture // between paragraphs, side by side
}

// Form is what a figure in a sentence prints.
type Form string

// The forms of a figure.
const (
	Quantity Form = ""       // the value with its unit: 156盏
	Value    Form = "value"  // the bare number: 156
	AsOf     Form = "as-of"  // the date of the value
	Change   Form = "change" // by how much it changed since a date, or between two
	Share    Form = "share"  // how much it is of another metric: 31.8%
	Rank     Form = "rank"   // the place of a term among the others: 2nd
)

// Forms lists the forms that an author may write after the id.
var Forms = []Form{Value, AsOf, Change, Share, Rank}

// Ref is a figure: {{id}}, {{id value}}, {{id 2024-06-30}}, {{this.id}}, ….
type Ref struct {
	Pos  diag.Pos
	ID   string
	Own  bool // written {{this.id}}: what this page's project contributes
	Form Form
	Args []string // as the form takes them: dates, an id, or words that [Ref.Which] reads

	// InLink says that the figure stands in the text of a link, where it cannot
	// be a link itself.
	InLink bool
}

// Written returns the reference as an author writes it.
func (r Ref) Written() string {
	words := []string{r.ID}
	if r.Own {
		words[0] = "this." + r.ID
	}
	if r.Form != Quantity {
		words = append(words, string(r.Form))
	}
	return "{{" + strings.Join(append(words, r.Args...), " ") + "}}"
}

// Chart is a chart's place: {{chart id}}.
type Chart struct {
	Pos diag.Pos
	ID  string
}

// Link is the target of a link: within the site as it was written, elsewhere with
// every character percent-encoded that an address may not hold.
type Link struct {
	Pos  diag.Pos
	Dest string
}

// Heading is a heading of a document.
type Heading struct {
	Pos   diag.Pos
	Level int // 2 to 6
	ID    string
	Text  Line // figures are resolved when the page is made
}

// Refs yields the figures of the parts, in order, also those in what is said of
// pictures.
func Refs(parts []Part) iter.Seq[*Ref] {
	return func(yield func(*Ref) bool) {
		for _, p := range parts {
			if p.Ref != nil && !yield(p.Ref) {
				return
			}
			for _, picture := range p.Pictures {
				for ref := range Refs(slices.Concat(picture.Alt.Parts, picture.Caption.Parts)) {
					if !yield(ref) {
						return
					}
				}
			}
		}
	}
}

// Pictures yields the pictures of a document, in order.
func (d *Document) Pictures() iter.Seq[Picture] {
	return func(yield func(Picture) bool) {
		for _, p := range d.Parts {
			for _, picture := range p.Pictures {
				if !yield(picture) {
					return
				}
			}
		}
	}
}

// InLink returns the line as it is to stand in the text of a link.
func (l Line) InLink() Line {
	l.Parts = slices.Clone(l.Parts)
	for i, p := range l.Parts {
		if p.Ref != nil {
			ref := *p.Ref
			ref.InLink = true
			l.Parts[i].Ref = &ref
		}
	}
	return l
}

// Empty reports whether the line holds nothing.
func (l Line) Empty() bool { return len(l.Parts) == 0 }

// Empty reports whether the document holds nothing that would be seen.
func (d *Document) Empty() bool {
	for _, p := range d.Parts {
		if p.HTML == "" || strings.TrimSpace(p.HTML) != "" {
			return false
		}
	}
	return true
}
