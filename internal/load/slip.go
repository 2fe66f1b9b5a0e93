package load

import (
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"
)

// slip is a fault of TOML's grammar in the words of somebody who does not know
// grammars.
type slip struct{ text, hint string }

// lookalikes are marks of Chinese writing that TOML has in another form.
var lookalikes = map[rune]string{
	'＝': "=", '，': ",", '。': ".", '：': "=", '“': `"`, '”': `"`, '‘': "'", '’': "'", '【': "[", '】': "]", '［': "[", '］': "]", '｛': "{", '｝': "}", '　': "a plain space", '＃': "#",
}

// dateLike matches how people write dates that TOML does not know.
var dateLike = regexp.MustCompile(`=\s*\d{4}([/.年]\d{1,2}|-\d{1,2}-\d{1,2}\S)`)

// explain puts the decoder's message into plain words. It looks at the whole line
// and at the rest of it from the place at fault on.
func explain(message string, whole, rest []byte) slip {
	line := strings.TrimLeft(string(rest), " \t=")
	for _, r := range line {
		if plain, ok := lookalikes[r]; ok && !insideQuotes(line, r) {
			return slip{fmt.Sprintf("the Chinese mark %c", r), "write " + plain + " instead"}
		}
		if r >= '０' && r <= '９' {
			return slip{"full-width digits", "write them as plain digits: 0 to 9"}
		}
	}
	switch {
	case dateLike.Match(whole):
		return slip{"a date in another form", "write year-month-day: 2024-11-25"}
	case strings.Contains(message, "strings cannot contain newlines"):
		return slip{`the quotation mark " at the end of the text is missing`, ""}
	case strings.Contains(message, "already been defined"):
		return slip{strings.TrimSuffix(lowerFirst(strings.Replace(message, "has already been defined", "stands here for the second time", 1)), "."), "merge the two, or give one another name"}
	case strings.Contains(message, "expected value"):
		return slip{"a value is missing", `write a value after =; text stands in double quotes: key = "text"`}
	case strings.Contains(message, "top-level item to end with a newline"), strings.Contains(message, "invalid"):
		return slip{lowerFirst(strings.TrimSuffix(message, ".")), `a number has digits only, without unit, comma or %; text stands in double quotes`}
	}
	return slip{lowerFirst(strings.TrimSuffix(message, ".")), ""}
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
