// Package report holds the nouns of a public report: the site, its languages
// and words, metrics and their observations, charts, projects and pages.
//
// The nouns know nothing of the verbs. Package load fills them from files,
// package check looks for faults in them, package render turns them into pages;
// the three never import one another and meet here. Once a Site has been loaded
// and checked, and its base URL has its normal form, nothing changes it any more.
package report

import (
	"gongshi/internal/brand"
	"gongshi/internal/diag"
	"gongshi/internal/locale"
	"gongshi/internal/ordered"
)

// Index is a list of things in the author's order, by id.
type Index[T any] = ordered.Map[T]

// Site is one report: everything that its folder says. A Site with problems may
// be incomplete, but never holds nil where a pointer is expected.
type Site struct {
	Config
	Vocabulary map[TermKind]*Index[*Term] // has an entry for every kind
	Glossary   *Index[*Term]              // words that have one name in each language, besides the vocabulary
	Sources    *Index[*Source]
	Metrics    *Index[*Metric]
	Charts     *Index[*Chart]
	Projects   *Index[*Project] // by slug
	Sorted     Sorted           // the pages on which they are sorted
	Pages      *Index[*Page]    // by path; projects' pages included
	Updates    *Index[*Update]  // by path of their pages, oldest first
	Files      *Index[*File]    // documents beside the pages, by path
	Pictures   *Index[*Picture] // beside the pages, by path
	// Translations records, by page, which texts say the same. It is nil when the
	// site keeps no record.
	Translations *Index[Translation]

	Published []Published // what the public has seen; empty when there is no record

	// Unread holds the files that could not be read, and the folders that have
	// such a file: what is not found in them is not reported as well.
	Unread map[string]bool

	Texts []Text // every short text above, for the rules that look at all of them

	tallies map[string]Tally // by metric id
}

// Config is what config.toml says.
type Config struct {
	Pos       diag.Pos
	Title     Text
	Tagline   Text // one line under the title
	Notice    Text // shown on top of every page, for examples and trials
	BaseURL   string
	BasePos   diag.Pos
	Languages []*locale.Language // the first is the default, at the root
	Date      Day                // the date that the site speaks of; may be unset: see Site.AsOf
	Publisher Publisher
	Licence   Licence
	Home      Home
	Waivers   []Waiver // what may be published although it looks like personal data
	Menu      []Ref    // paths of pages, in order
	Look      brand.Identity

	// ShareImages says that each page has a picture for where its address is shared.
	ShareImages   bool
	Profile       string // one of Profiles, or ProfileNone
	ProfilePos    diag.Pos
	Gov           Gov
	Security      Security
	Accessibility Accessibility
}

// Publisher is the office that answers for the site.
type Publisher struct {
	Name     Text   // may be unwritten
	URL      string // may be empty
	URLPos   diag.Pos
	Contacts []string // telephone numbers and the like that may be published
}

// Licence says on what terms the data may be used. The zero value means that none
// has been stated.
type Licence struct {
	Pos    diag.Pos
	Name   Text
	URL    string // where its text is
	URLPos diag.Pos
	ID     Ref // its identifier, as SPDX has it: "CC-BY-4.0"; may be unset
}

// Stated reports whether the publisher named a licence.
func (l Licence) Stated() bool { return l.Pos != diag.Pos{} }

// Waiver lets something be published that looks like personal data.
type Waiver struct {
	ID     string
	Pos    diag.Pos
	Text   string
	Reason Text
	Office Text // who allows it
	Until  Day
}

// Home says which figures stand on the home page.
type Home struct {
	Kicker   Text  // one line above the heading
	Headline Ref   // a ratio metric
	Tiles    []Ref // metrics
}

// Language returns the site's language with the given code.
func (c *Config) Language(code string) (*locale.Language, bool) {
	for _, l := range c.Languages {
		if l.Code == code {
			return l, true
		}
	}
	return nil, false
}

// Text is one short text in every language of the site.
type Text struct {
	Pos diag.Pos          // the zero Pos: nothing was written
	Key string            // the key that it was written under: "name"
	In  map[string]string // by language code
}

// Written reports whether the author wrote the text, in whatever languages.
func (t Text) Written() bool { return t.Pos != diag.Pos{} }

// String returns the text in a language, "" where it was not written.
func (t Text) String(l *locale.Language) string { return t.In[l.Code] }

// Ref names another thing by its id, and says where it was written.
type Ref struct {
	ID  string
	Pos diag.Pos
}

// Set reports whether something is named.
func (r Ref) Set() bool { return r.ID != "" }

// TermKind is a list of terms in vocabulary.toml.
type TermKind string

// The lists of terms that a vocabulary may hold.
const (
	Level        TermKind = "level"
	Category     TermKind = "category"
	Area         TermKind = "area"
	StatusTerm   TermKind = "status"
	Organisation TermKind = "organisation"
)

// TermKinds lists the kinds in the order of a project's facts.
var TermKinds = []TermKind{Level, Category, Area, StatusTerm, Organisation}

// Term is one word of the vocabulary, with its name in each language.
type Term struct {
	ID     string
	Pos    diag.Pos
	Kind   TermKind
	Name   Text
	Parent Ref // for areas: the area that it lies in

	Definition Text // of a word of the glossary: what it means; may be unwritten
}

// Source is where figures come from.
type Source struct {
	ID        string
	Pos       diag.Pos
	Publisher Text
	Title     Text
	Date      Day
	URL       string // may be empty
	URLPos    diag.Pos
	Licence   Text // may be unwritten
}

// File is a document beside a page.
type File struct {
	Path string // the address on the site: "/projects/x/plan.pdf"
	Name string // the file in the site's folder: "content/projects/x/plan.pdf"
}
