package tomlfile

import (
	"errors"
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"

	"gongshi/internal/locale"
)

// slip is a fault of TOML's grammar in the words of somebody who does not know
// grammars.
type slip struct{ text, hint string }

// lookalikes are marks of Chinese writing that TOML has in another form.
var lookalikes = map[rune]string{
	'＝': "=", '，': ",", '。': ".", '：': "=", '“': `"`, '”': `"`, '‘': "'", '’': "'", '【': "[", '】': "]", '［': "[", '］': "]", '（': "[", '）': "]", '｛': "{", '｝': "}", '　': "a plain space", '＃': "#",
}

// dateLike matches what begins like a date, up to the end of the value.
var dateLike = regexp.MustCompile(`\d{4}[-/.年]\d[^\s,}\]#"]*`)

// unquoted matches what the decoder says of text without quotation marks.
var unquoted = regexp.MustCompile(`^expected value but found "(\w+)" instead`)

// unclosed matches what the decoder says of a line in brackets that ends too early.
var unclosed = regexp.MustCompile(`to end table name, but got|table array name delimiter`)

// explain puts the decoder's message into plain words. It looks at the whole line
// and at the place at fault in it.
func explain(message string, line []byte, at int) slip {
	rest := uncommented(strings.TrimLeft(string(line[min(at, len(line)):]), " \t="))
	for _, r := range rest {
		if plain, ok := lookalikes[r]; ok && !insideQuotes(rest, r) {
			return slip{fmt.Sprintf("the Chinese mark %c", r), "write " + plain + " instead"}
		}
		if r >= '０' && r <= '９' {
			return slip{"full-width digits", "write them as plain digits: 0 to 9"}
		}
	}
	var noDay *locale.NoDay
	switch err := oddDate(line, at); {
	case errors.As(err, &noDay):
		return slip{noDay.Error(), "look the day up; if it is not known, leave the line out"}
	case err != nil:
		return slip{"a date in another form", "write year-month-day: 2024-11-25"}
	case unclosed.MatchString(message):
		return unclosedSlip(strings.TrimSpace(string(line[:min(at, len(line))])), rest)
	case strings.Contains(message, "array terminator"):
		return slip{"a comma is missing before this, or the ] that ends the list", "a list is [1, 2]: write a comma between two items, and ] at its end"}
	case strings.Contains(message, "inline table terminator"):
		return slip{"a comma is missing before this, or the } that ends the table", `a table within a line is { zh = "…", en = "…" }: write a comma between two keys, and } at its end`}
	case strings.Contains(message, "strings cannot contain newlines"):
		return slip{`the quotation mark " at the end of the text is missing`, ""}
	case strings.Contains(message, "already been defined"):
		return slip{strings.TrimSuffix(lowerFirst(strings.Replace(message, "has already been defined", "stands here for the second time", 1)), "."), "merge the two, or give one another name; only corrections of one day stand in a list: [{ … }, { … }]"}
	case unquoted.MatchString(message):
		word := unquoted.FindStringSubmatch(message)[1]
		return slip{word + " stands here without quotation marks", `text stands in double quotes: "` + word + `"`}
	case strings.Contains(message, "expected value"):
		return slip{"a value is missing", `write a value after =; text stands in double quotes: key = "text"`}
	case strings.Contains(message, "top-level item to end with a newline"):
		return slip{"more stands on this line than a key and its value", `begin a new line for the next key; a number has digits only, without unit, comma or %; text stands in double quotes, and a quotation mark within it is \"`}
	case strings.Contains(message, "invalid"):
		return slip{lowerFirst(strings.TrimSuffix(message, ".")), `a number has digits only, without unit, comma or %; text stands in double quotes`}
	}
	return slip{lowerFirst(strings.TrimSuffix(message, ".")), ""}
}

// unclosedSlip is the fault of a line in brackets, such as [home without its end, from
// what stands before and after the place at fault.
func unclosedSlip(before, after string) slip {
	if strings.Trim(after, "] \t") != "" {
		return slip{"the name of a table is one word", "write small letters a-z, digits and hyphens between the brackets, such as [home]"}
	}
	name := strings.TrimSpace(strings.Trim(before, "[] \t"))
	open, closing := "[", "]"
	if strings.HasPrefix(before, "[[") {
		open, closing = "[[", "]]"
	}
	return slip{fmt.Sprintf("the closing %s of %s%s is missing", closing, open, name), fmt.Sprintf("write %s%s%s", open, name, closing)}
}

// uncommented returns what stands on a line before its comment.
func uncommented(line string) string {
	for i, r := range line {
		if r == '#' && strings.Count(line[:i], `"`)%2 == 0 {
			return line[:i]
		}
	}
	return line
}

// oddDate returns what is wrong with a date that stands at the place at fault.
func oddDate(line []byte, at int) error {
	for _, m := range dateLike.FindAllIndex(line, -1) {
		_, err := locale.ParseDate(string(line[m[0]:m[1]]))
		if err != nil && m[0] <= at && at <= m[1] {
			return err
		}
	}
	return nil
}

// insideQuotes reports whether a mark stands within quoted text, where it does
// no harm.
func insideQuotes(line string, mark rune) bool {
	before, _, _ := strings.Cut(line, string(mark))
	return strings.Count(before, `"`)%2 == 1
}

func lowerFirst(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return strings.ToLower(string(r)) + s[n:]
}
