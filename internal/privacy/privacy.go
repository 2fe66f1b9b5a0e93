// Package privacy finds personal data in what is about to be published:
// identity numbers, mobile numbers, bank cards, passports, licence plates, home
// addresses, and tables that tell on persons by name.
//
// [File] looks into a file as a reader would: package words takes out
// what it says and what it hides, and the detectors read that. Digits are
// read in whatever way they are written: full-width, spaced, hyphenated, with
// invisible characters between them.
//
// It cannot see pictures, PDFs, numbers written in words (一三八), numbers in
// percent-encoding, names in running text, and the many kinds of data that no
// shape tells apart. It stands behind a person who checks, never in their place.
package privacy

import (
	"cmp"
	"slices"
	"strings"

	"gongshi/internal/words"
)

// A Kind says what a finding looks like.
type Kind string

const (
	IdentityNumber     Kind = "identity-number"      // GB 11643-1999, with the right check digit
	IdentityNumberTypo Kind = "identity-number-typo" // all but the check digit is right: a typing error is still a leak
	OldIdentityNumber  Kind = "old-identity-number"  // the 15 digits in use before 1999
	Mobile             Kind = "mobile"
	BankCard           Kind = "bank-card"
	Passport           Kind = "passport"
	LicencePlate       Kind = "licence-plate"
	HomeAddress        Kind = "home-address"     // down to the door
	TableOfPersons     Kind = "table-of-persons" // names beside what is private

	// Unread is a file, or a part of one, that cannot be looked into, such as a
	// PDF: a person must.
	Unread Kind = "unread"
)

// A Finding is a piece of a file that looks like personal data.
type Finding struct {
	In         string // the part of the file: "" its text, [FileName], or a path inside a zip
	Start, End int    // byte offsets in that part
	Kind       Kind
	Masked     string // what to show in a message, never the data itself: 110105********002X
}

// FileName is where a finding lies that stands in the file's name.
const FileName = "file name"

// Allow says what is no finding. The zero Allow has none of it.
type Allow struct {
	contacts []string // in plain form
	figures  bool     // see Figures
}

// NewAllow returns what allows the publisher's own contacts. They are compared by
// their digits, letters and Han characters: 138 0013 8000 is 13800138000.
func NewAllow(contacts ...string) Allow {
	var a Allow
	for _, c := range contacts {
		a.contacts = append(a.contacts, plain([]byte(c)))
	}
	return a
}

// Figures returns what also allows a number that is a whole field: of CSV, of
// JSON, or a value attribute. In a file that a program made of figures, such a
// number is one of them, though an amount may have as many digits as a telephone
// number. What stands in words is not allowed, not even the same number.
func (a Allow) Figures() Allow {
	a.figures = true
	return a
}

// allows reports whether what was found in a text is no finding.
func (a Allow) allows(t *words.Text, h hit) bool {
	return a.contact(h.plain) || a.figures && isFigure(t, h)
}

// contact reports whether data, in plain form, stands in one of the contacts. The
// shortest contact is a hotline: 12345.
func (a Allow) contact(data string) bool {
	return len(data) >= len("12345") && slices.ContainsFunc(a.contacts, func(c string) bool { return strings.Contains(c, data) })
}

// Text returns what looks like personal data in prose, in order.
func Text(s string, allow Allow) []Finding {
	return find(&words.Text{Bytes: []byte(s)}, allow)
}

// A hit is what a detector found: offsets in the text that it read, and the
// data in plain form, to be compared with what is allowed.
type hit struct {
	start, end int
	kind       Kind
	masked     string
	plain      string
}

// find runs all detectors over a text.
func find(t *words.Text, allow Allow) []Finding {
	hits := numbers(t)
	hits = append(hits, addresses(t.Bytes)...)
	slices.SortFunc(hits, func(a, b hit) int { return cmp.Compare(a.start, b.start) })

	var found []Finding
	for _, h := range slices.CompactFunc(hits, func(a, b hit) bool { return a.start == b.start && a.kind == b.kind }) {
		if !allow.allows(t, h) {
			start, end := t.Origin(h.start, h.end)
			found = append(found, Finding{Start: start, End: end, Kind: h.kind, Masked: h.masked})
		}
	}
	return found
}

// mask keeps the first and the last characters of s.
func mask(s string, head, tail int) string {
	r := []rune(s)
	for i := head; i < len(r)-tail; i++ {
		r[i] = '*'
	}
	return string(r)
}
