package search

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// fold returns a text as the index knows it: compatibility forms such as full-width
// ones have become the usual (NFKD), accents and invisible characters are gone,
// letters are small. A full-width comma parts clauses, never thousands.
func fold(s string) []rune {
	folded := make([]rune, 0, len(s))
	for _, r := range s {
		switch {
		case r < 0x80:
			folded = append(folded, foldRune(r))
		case r >= 0x4e00 && r <= 0x9fff: // Han: most of a Chinese text
			folded = append(folded, r)
		case r == '，':
			folded = append(folded, ' ')
		default:
			for _, d := range norm.NFKD.String(string(r)) {
				if !unicode.In(d, unicode.M, unicode.Cf) {
					folded = append(folded, foldRune(d))
				}
			}
		}
	}
	return folded
}

func foldRune(r rune) rune {
	if unicode.IsSpace(r) {
		return ' '
	}
	return unicode.ToLower(r)
}

func isHan(r rune) bool   { return unicode.Is(unicode.Han, r) }
func isDigit(r rune) bool { return r >= '0' && r <= '9' }

// inWord reports whether a character belongs to a word or a number. Han does, too:
// what it stands beside without a space is one run.
func inWord(r rune) bool { return unicode.In(r, unicode.L, unicode.N, unicode.Han) }

// runs returns the words of a folded text: unbroken sequences of letters, digits
// and Han. A point between digits stays (85.7), a comma between thousands goes
// (12,345 is 12345).
func runs(folded []rune) []string {
	var list []string
	var run []rune
	for i, r := range folded {
		switch {
		case inWord(r):
			run = append(run, r)
		case r == '.' && len(run) > 0 && isDigit(folded[i-1]) && i+1 < len(folded) && isDigit(folded[i+1]):
			run = append(run, r)
		case r == ',' && len(run) > 0 && isDigit(folded[i-1]) && thousands(folded[i+1:]):
		case len(run) > 0:
			list, run = append(list, string(run)), run[:0]
		}
	}
	if len(run) > 0 {
		list = append(list, string(run))
	}
	return list
}

// thousands reports whether a text begins with three digits and no fourth.
func thousands(s []rune) bool {
	n := 0
	for n < len(s) && n < 4 && isDigit(s[n]) {
		n++
	}
	return n == 3
}

// How a word is listed. A prefix of up to short letters has a list of its own; a
// longer one is found by going through the words of one shard. No word is longer
// than long: what is, is no word.
const (
	short = 5
	long  = 32
)

// termsOf calls yield with every key under which a text is to be found; with some
// more than once.
func termsOf(text string, yield func(key string)) {
	folded := fold(text)
	for _, date := range dates(folded) {
		yield(date)
	}
	for _, run := range runs(folded) {
		if !strings.ContainsFunc(run, isHan) {
			wordTerms(run, yield)
			continue
		}
		before, last := 0, '.' // the character before, and where it begins
		for i, r := range run {
			end := i + utf8.RuneLen(r)
			if isHan(r) {
				yield(run[i:end])
			}
			if last != '.' && r != '.' {
				yield(run[before:end])
			}
			before, last = i, r
		}
		for _, word := range strings.FieldsFunc(run, isHan) {
			wordTerms(word, yield)
		}
	}
}

// wordTerms yields the keys of a word or of a number. A number is found by all of
// its digits, or by those before the point; a word by its beginning.
func wordTerms(word string, yield func(key string)) {
	word = upTo(long, word)
	if isDigit(rune(word[0])) {
		yield(word)
		if whole, _, ok := strings.Cut(word, "."); ok {
			yield(whole)
		}
		return
	}
	for i, r := range upTo(short, word) {
		yield(word[:i+utf8.RuneLen(r)])
	}
	if upTo(short, word) != word {
		yield(word)
	}
}

// upTo returns the first n characters of a text, or all.
func upTo(n int, s string) string {
	for i := range s {
		if n--; n < 0 {
			return s[:i]
		}
	}
	return s
}

// pairsOf yields, for each two words of a title that follow one another, the key
// that says so: "street light".
func pairsOf(title string, yield func(key string)) {
	before := ""
	for _, run := range runs(fold(title)) {
		word := upTo(long, run)
		if before != "" {
			yield(before + " " + word)
		}
		before = word
	}
}

// The forms in which people type a date, and pages print it: 2024年11月25日,
// 2024-11-25, 25 November 2024. Only the first three letters of a month are read, and
// which end is the year can be told from its digits.
var dateForm = regexp.MustCompile(`^(\d+)(?:[年./-](\d\d?)[月./-]| ([a-z]{3})[a-z]* )(\d+)`)

const months = "janfebmaraprmayjunjulaugsepoctnovdec"

// longestDate is more characters than a date takes.
const longestDate = 40

// dates returns the dates that stand in a folded text, each as 2024-11-25.
func dates(folded []rune) []string {
	var list []string
	for i, r := range folded {
		if isDigit(r) && (i == 0 || !isDigit(folded[i-1])) {
			if date := dateAt(string(folded[i:min(len(folded), i+longestDate)])); date != "" {
				list = append(list, date)
			}
		}
	}
	return list
}

// dateAt returns the date that a text begins with, "" if it begins with none.
func dateAt(s string) string {
	m := dateForm.FindStringSubmatch(s)
	if m == nil {
		return ""
	}
	month := m[2]
	if name := m[3]; name != "" {
		at := strings.Index(months, name)
		if at%3 != 0 { // also of none, which is at -1
			return ""
		}
		month = strconv.Itoa(at/3 + 1)
	}
	year, day := m[1], m[4]
	if len(year) <= 2 {
		year, day = day, year
	}
	if len(year) != 4 || len(day) > 2 {
		return ""
	}
	return fmt.Sprintf("%s-%02s-%02s", year, month, day)
}
