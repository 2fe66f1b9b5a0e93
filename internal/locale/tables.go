package locale

import (
	"fmt"
	"slices"
	"strings"

	"golang.org/x/text/language"
)

// languages is the table of the languages that gongshi can print. To add one,
// add a row here and a wording file in templates/wording.
var languages = []*Language{
	{
		Code: "zh", Tag: "zh-Hans", Name: "中文",
		Plurals: []Plural{Other},
		tag:     language.MustParse("zh-Hans"),
		date: func(d Date) string {
			return fmt.Sprintf("%d年%d月%d日", d.Year, int(d.Month), d.Day)
		},
		month: func(d Date) string { return fmt.Sprintf("%d年%d月", d.Year, int(d.Month)) },
		bounds: map[Bound]wording{
			AtLeast: {inText: "至少{n}", inTextRound: "{n}余", alone: "≥{n}", aloneRound: "{n}余"},
			AtMost:  {inText: "不超过{n}", alone: "≤{n}"},
			About:   {inText: "约{n}", alone: "约{n}"},
		},
		ordinal: func(n int) string { return fmt.Sprintf("第%d", n) },
		point:   ".",
		comma:   "、",
		place: func(names []string) string {
			largeToSmall := slices.Clone(names)
			slices.Reverse(largeToSmall)
			return strings.Join(largeToSmall, "")
		},
	},
	{
		Code: "en", Tag: "en", Name: "English",
		Plurals: []Plural{One, Other},
		tag:     language.BritishEnglish,
		date: func(d Date) string {
			return fmt.Sprintf("%d %s %d", d.Day, d.Month, d.Year)
		},
		month: func(d Date) string { return fmt.Sprintf("%s %d", d.Month, d.Year) },
		bounds: map[Bound]wording{
			AtLeast: {inText: "at least {n}", inTextRound: "more than {n}", alone: "{n}+"},
			AtMost:  {inText: "at most {n}", alone: "≤{n}"},
			About:   {inText: "about {n}", alone: "about {n}"},
		},
		unitGap: " ", point: ".", comma: ", ", ordinal: englishOrdinal,
		place: func(names []string) string { return strings.Join(names, ", ") },
	},
}

// englishOrdinal prints 1st, 2nd, 3rd, 4th, 11th, 21st.
func englishOrdinal(n int) string {
	suffix := "th"
	if n%100 < 11 || n%100 > 13 {
		switch n % 10 {
		case 1:
			suffix = "st"
		case 2:
			suffix = "nd"
		case 3:
			suffix = "rd"
		}
	}
	return fmt.Sprintf("%d%s", n, suffix)
}

// Lookup returns the language with the given code.
func Lookup(code string) (*Language, bool) {
	i := slices.IndexFunc(languages, func(l *Language) bool { return l.Code == code })
	if i < 0 {
		return nil, false
	}
	return languages[i], true
}

// Codes lists the codes of all languages that gongshi can print.
func Codes() []string {
	codes := make([]string, len(languages))
	for i, l := range languages {
		codes[i] = l.Code
	}
	return codes
}
