package locale

import (
	"slices"
	"strconv"
	"strings"

	"golang.org/x/text/collate"
	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"
	"golang.org/x/text/message"
	"golang.org/x/text/number"
)

// Language prints in one language. Get one from [Lookup]; it may be used by
// several goroutines at once.
type Language struct {
	Code    string   // in file names and TOML: "zh"
	Tag     string   // in HTML, BCP 47: "zh-Hans"
	Name    string   // what its readers call it
	Plurals []Plural // the CLDR plural categories that it tells apart

	tag     language.Tag
	date    func(Date) string
	month   func(Date) string
	bounds  map[Bound]wording
	point   string // before the digits after the point
	unitGap string // between a number and its unit

	ordinal func(int) string
	comma   string // between the items of a list
	place   func(smallToLarge []string) string
}

// Plural is a CLDR plural category, as unit tables name it.
type Plural string

// The CLDR plural categories of the languages here.
const (
	One   Plural = "one"
	Other Plural = "other"
)

// Bound says how a stated number limits the true one. The zero value is [Exact].
type Bound string

// The bounds that a figure may have.
const (
	Exact   Bound = ""
	AtLeast Bound = "at-least"
	AtMost  Bound = "at-most"
	About   Bound = "about"
)

// Bounds lists the bounds that an author may write; "exact" is what [Exact] is
// called there.
var Bounds = []Bound{"exact", AtLeast, AtMost, About}

// wording puts a bound into words; {n} stands for the number. The alone forms
// are for tiles, tables and charts, where the number stands by itself. The round
// forms are for numbers that end in 0, of which Chinese says 300余 ("300-odd");
// empty ones fall back to the others.
type wording struct{ inText, inTextRound, alone, aloneRound string }

// Number prints a number with the language's grouping: 1,234.50. The digits after
// the point are printed as they are, never by way of a float.
func (l *Language) Number(d Decimal) string {
	whole, frac, point := strings.Cut(d.String(), ".")
	sign := ""
	if digits, negative := strings.CutPrefix(whole, "-"); negative {
		sign, whole = "-", digits
	}
	n, _ := strconv.ParseInt(whole, 10, 64) // the digits come from a Decimal, so they fit
	text := sign + message.NewPrinter(l.tag).Sprint(number.Decimal(n))
	if point {
		text += l.point + frac
	}
	return text
}

// Percent prints a share in hundredths with the given digits after the point:
// 85.7%.
func (l *Language) Percent(s Share, digits int) string {
	return l.Number(s.Percent(digits)) + "%"
}

// Date prints a day: 2024年11月25日, 25 November 2024. The zero date prints "".
func (l *Language) Date(d Date) string {
	if d.IsZero() {
		return ""
	}
	return l.date(d)
}

// Month prints the month of a day: 2024年11月, November 2024. The zero date prints
// "".
func (l *Language) Month(d Date) string {
	if d.IsZero() {
		return ""
	}
	return l.month(d)
}

// Bounded prints a number with its bound as it stands in a sentence: 300余,
// more than 300.
func (l *Language) Bounded(d Decimal, b Bound) string {
	w := l.bounds[b]
	return l.apply(d, w.inText, w.inTextRound)
}

// Alone prints a number with its bound where it stands by itself: 300余, 300+.
func (l *Language) Alone(d Decimal, b Bound) string {
	w := l.bounds[b]
	return l.apply(d, w.alone, w.aloneRound)
}

func (l *Language) apply(d Decimal, pattern, round string) string {
	if round != "" && d.scale == 0 && d.coef%10 == 0 && d.coef != 0 {
		pattern = round
	}
	if pattern == "" {
		return l.Number(d)
	}
	return strings.Replace(pattern, "{n}", l.Number(d), 1)
}

// WithUnit joins a printed number and its unit: 156盏, 156 street lights.
func (l *Language) WithUnit(number, unit string) string {
	if unit == "" {
		return number
	}
	return number + l.unitGap + unit
}

// Plural returns the CLDR plural category of a number.
func (l *Language) Plural(d Decimal) Plural {
	whole, frac, _ := strings.Cut(strings.TrimPrefix(d.String(), "-"), ".")
	trimmed := strings.TrimRight(frac, "0")
	form := plural.Cardinal.MatchPlural(l.tag, atoi(whole), len(frac), len(trimmed), atoi(frac), atoi(trimmed))
	if form == plural.One {
		return One
	}
	return Other
}

// atoi returns the number that a string of digits makes; "" is 0. The digits
// come from a [Decimal], so they fit.
func atoi(digits string) int {
	n, _ := strconv.Atoi(digits)
	return n
}

// Ordinal prints a place in an order: 第2, 2nd.
func (l *Language) Ordinal(n int) string { return l.ordinal(n) }

// Join joins the items of a list: 甲、乙, A, B.
func (l *Language) Join(items []string) string { return strings.Join(items, l.comma) }

// Place joins the names of areas that lie in one another, given from the smallest
// to the largest, in the order of the language: 毕家岗街道新建社区, Xinjian
// Community, Bijiagang Subdistrict.
func (l *Language) Place(smallToLarge []string) string { return l.place(smallToLarge) }

// Ranks says where each of some names stands among them in the order of the language:
// Chinese by pinyin, English by the alphabet (CLDR). Names that are the same there have
// the same rank, which begins at 0.
func (l *Language) Ranks(names []string) []int {
	order := make([]int, len(names))
	for i := range order {
		order[i] = i
	}
	c := collate.New(l.tag, collate.Numeric)
	slices.SortStableFunc(order, func(a, b int) int { return c.CompareString(names[a], names[b]) })
	ranks := make([]int, len(names))
	for at := 1; at < len(order); at++ {
		ranks[order[at]] = ranks[order[at-1]]
		if c.CompareString(names[order[at-1]], names[order[at]]) != 0 {
			ranks[order[at]] = at
		}
	}
	return ranks
}
