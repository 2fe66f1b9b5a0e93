package typed

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"gongshi/internal/locale"
)

// longestSentence is how many bytes of a sentence are looked at on either side of
// a number. What stands further away is not said of it.
const longestSentence = 600

// sentence returns the bounds of the sentence around an offset.
func sentence(text string, at int) (begin, end int) {
	begin, end = max(0, at-longestSentence), min(len(text), at+longestSentence)
	for begin < at && !utf8.RuneStart(text[begin]) {
		begin++
	}
	for end < len(text) && !utf8.RuneStart(text[end]) {
		end++
	}
	for _, mark := range []string{"。", "！", "？", "；", "\n", ". "} {
		if i := strings.LastIndex(text[begin:at], mark); i >= 0 {
			begin += i + len(mark)
		}
		if i := strings.Index(text[at:end], mark); i >= 0 {
			end = at + i
		}
	}
	return begin, end
}

// clause returns what stands before and after a number up to the nearest commas.
func (n typedNumber) clause() (before, after string) {
	begin, end := sentence(n.block.folded, n.Start)
	before, after = n.block.folded[begin:n.Start], n.block.folded[n.End:max(n.End, end)]
	if i := strings.LastIndexAny(before, commas); i >= 0 {
		_, size := utf8.DecodeRuneInString(before[i:])
		before = before[i+size:]
	}
	if i := strings.IndexAny(after, commas); i >= 0 {
		after = after[:i]
	}
	return before, after
}

const commas = ",，;；:："

// says reports whether the sentence around a number has a word.
func (n typedNumber) says(word string) bool {
	begin, end := sentence(n.block.folded, n.Start)
	return word != "" && strings.Contains(n.block.folded[begin:end], word)
}

// kinship counts the pieces of a metric's name that the sentence around a number
// has.
func (n typedNumber) kinship(sub *subject) int {
	begin, end := sentence(n.block.folded, n.Start)
	said, count := n.block.folded[begin:end], 0
	for _, piece := range sub.pieces {
		if strings.Contains(said, piece) {
			count++
		}
	}
	return count
}

// follows reports whether a number stands right after a word of a metric's name:
// Completed (42).
func (n typedNumber) follows(sub *subject) bool {
	before := strings.TrimRight(n.block.folded[:n.Start], " (（:：")
	for _, piece := range sub.pieces {
		if strings.HasSuffix(before, piece) {
			return true
		}
	}
	return false
}

var (
	// partly matches what says that a number is of a part of the whole.
	partly = regexp.MustCompile(`其中|\b(?:of (?:which|these|them|those)|including|among (?:them|these))\b`)
	// planned matches what says that a number is still to be reached.
	planned = regexp.MustCompile(`计划|规划|拟|预计|预期|目标|力争|争取|原定|任务|将|\b(?:plan(?:s|ned)?|targets?|aims?|aimed|goals?|expect(?:s|ed)?|will|would|due to|hopes?|intend(?:s|ed)?)\b`)
	// otherwise matches what says that a number is of another time.
	otherwise = regexp.MustCompile(`去年|上年|前年|明年|来年|往年|上月|本月|当月|上季度|上半年|下半年|同期|此前|之前|原有|原来|\b(?:(?:last|next|previous) (?:year|month|quarter|half)|previously|earlier|formerly|originally)\b`)
	// years matches a year, with what may say that it is only the beginning.
	years = regexp.MustCompile(`(since )?((?:19|20)\d\d) ?年?(?:\d{1,2}月)?(?:\d{1,2}日)?(以来|以后|之后|起|至今)?`)
)

// apart reports whether a sentence may speak of a part of what a metric counts, of
// a plan, or of another time than that of its newest value.
func (x *lexicon) apart(n typedNumber, name string, asOf locale.Date) bool {
	begin, _ := sentence(n.block.folded, n.Start)
	before := n.block.folded[begin:n.Start]
	head, tail := n.clause()
	if partly.MatchString(before) || otherYear(before, asOf) || otherYear(tail, asOf) {
		return true
	}
	for _, clause := range []string{head, tail} {
		if planned.MatchString(clause) || otherwise.MatchString(clause) {
			return true
		}
	}
	head = strings.ReplaceAll(head, name, "")
	return slices.ContainsFunc(x.parts, func(part string) bool { return strings.Contains(head, part) })
}

// isPlanned reports whether a number is said to be still to be reached.
func (n typedNumber) isPlanned() bool {
	head, tail := n.clause()
	return planned.MatchString(head) || planned.MatchString(tail)
}

// otherYear reports whether the last year that a text names is not that of a date.
// A year from which on something was counted is none.
func otherYear(text string, asOf locale.Date) bool {
	last := 0
	for _, m := range years.FindAllStringSubmatch(text, -1) {
		if m[1] == "" && m[3] == "" {
			last, _ = strconv.Atoi(m[2])
		}
	}
	return last != 0 && !asOf.IsZero() && last != asOf.Year
}
