package numeral

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"
)

// near is the number of bytes after a number, and near/2 before it, in which its
// unit stands. Expressions that look at more take time for all of it.
const near = 48

func headOf(text string, start int) string { return text[max(0, start-near/2):start] }
func tailOf(text string, end int) string   { return text[end:min(len(text), end+near)] }

// percentSign returns the length of the percent sign, or of words for it, that a
// text begins with.
func percentSign(tail string) int {
	rest := strings.TrimPrefix(tail, " ")
	if strings.HasPrefix(rest, "%") {
		return len(tail) - len(rest) + 1
	}
	if rest == tail || !strings.EqualFold(rest[:min(3, len(rest))], "per") {
		return 0
	}
	cent := strings.TrimPrefix(rest[3:], " ")
	end := wordEnd(cent, 0)
	if !strings.EqualFold(cent[:end], "cent") {
		return 0
	}
	return len(tail) - len(cent) + end
}

// counters are the measure words that count things or measure amounts. A small
// number in characters is a figure only before one of them, so those that often
// make up other words with it are left to measures: 三面, 八方, 四口之家.
const counters = `平方公里|平方千米|平方米|立方米|平米|公里|千米|公顷|公斤|千克|千瓦时|千瓦|人次|户次|件次|场次|车次|班次|` +
	`个百分点|个|只|条|盏|处|件|起|次|项|类|座|栋|幢|户|家|名|人|位|台|辆|套|张|份|块|片|棵|株|根|间|所|场|批|笔|篇|本|册|` +
	`部|支|把|枚|颗|袋|桶|瓶|盒|双|对|副|轮|遍|趟|种|宗|艘|架|扇|元|米|吨|亩|斤|倍|盘|桩|眼|丛|畦|筐|篮`

// measures are the other measure words, which are certain only after digits.
const measures = `个月|个多月|个半月|个小时|个星期|个季度|个工作日|百分点|兆瓦|毫米|厘米|毫升|毫克|微克|口|面|头|门|道|匹|尾|度|分|期|节|组|队|步|站|里|升|克|级|层|岁|天|年|封|幅|段|回|届|单|角|` +
	`床|例|桌|顿|餐|杯|顶|箱|包|车|℃|‰|‱`

var (
	counterWords = wordTable(counters)
	measureWords = wordTable(counters + `|` + measures)
)

// wordTable lists words by their first character, the longest first.
func wordTable(words string) map[rune][]string {
	table := map[rune][]string{}
	for word := range strings.SplitSeq(words, "|") {
		first, _ := utf8.DecodeRuneInString(word)
		table[first] = append(table[first], word)
	}
	for _, list := range table {
		slices.SortStableFunc(list, func(a, b string) int { return cmp.Compare(len(b), len(a)) })
	}
	return table
}

// measureWord returns the measure word of a table that a text begins with, with
// the rest of the text from there. 余, 多 and 来 may stand before it.
func measureWord(table map[rune][]string, tail string) (word, from string) {
	from = strings.TrimPrefix(tail, " ")
	for _, odd := range []string{"余", "多", "来"} {
		if rest, ok := strings.CutPrefix(from, odd); ok {
			from = strings.TrimPrefix(rest, " ")
			break
		}
	}
	first, _ := utf8.DecodeRuneInString(from)
	for _, word := range table[first] {
		if strings.HasPrefix(from, word) {
			return word, from
		}
	}
	return "", from
}

var (
	english = regexp.MustCompile(`^(?:\+|-odd)?[ -]?(([A-Za-z]+[²³]?)(?: ([A-Za-z]+))?)`)
	orMore  = regexp.MustCompile(`^ ?(?:or (?:more|so|fewer|less|over|above|under)|plus)\b`)
)

// counted finds what a number counts in the text after it: the offset at which
// that is named, and the measure word or the one or two English words. Of a range
// and of a part of a whole, what is counted stands after the second number:
// 42至50户, 42/49个, 42 or 43 projects.
func counted(tail string) (at int, unit string) {
	rest := tail[secondNumber(tail):]
	word, from := measureWord(measureWords, rest)
	if word != "" {
		return len(tail) - len(from), word
	}
	rest = rest[len(orMore.FindString(rest)):]
	m := english.FindStringSubmatchIndex(rest)
	switch {
	case m == nil:
		return len(tail) - len(from), ""
	case functionWords[strings.ToLower(rest[m[4]:m[5]])]:
		m[3] = m[2]
	case m[6] >= 0 && functionWords[strings.ToLower(rest[m[6]:m[7]])]:
		m[3] = m[5]
	}
	return len(tail) - len(rest) + m[2], rest[m[2]:m[3]]
}

// joints are what stands between the two numbers of a range, or of a part and its
// whole.
var joints = []string{"至", "到", "或", "、", "-", "–", "—", "~", "/", " to ", " or ", " and "}

// secondNumber returns the length of a joint and of the number after it that a
// text begins with.
func secondNumber(tail string) int {
	for _, joint := range joints {
		rest, ok := strings.CutPrefix(tail, joint)
		if !ok || rest == "" {
			continue
		}
		if m, _ := matchAt(rest, 0); m.end > 0 {
			return len(joint) + m.end
		}
	}
	return 0
}

// functionWords cannot be counted, so they are no units.
var functionWords = wordSet(`a about above across after again against ago all along already also although always am among an and
	another any apart are around as at away back be because been before began behind being below beneath beside between beyond
	both but by came can could did do does down during each either else even ever every far for from further gave get go got had
	has have he her here hers him his how i if in inside instead into is it its just last later least left less like made many
	may me might mine more most much must my near never next no none nor not nothing now of off often on once one only onto or
	other others our out outside over own per perhaps please quite rather s said same say says she should since so some soon
	still such t than that the their them then there these they this those though through till to together too took toward
	towards twice under until up upon us very was we well went were what when where whether which while who whom whose why will
	with within without would yet you your`)

func wordSet(s string) map[string]bool {
	set := map[string]bool{}
	for word := range strings.FieldsSeq(s) {
		set[word] = true
	}
	return set
}

var (
	roundUnit   = regexp.MustCompile(`^(?:百|千|万|百万|千万|亿)$`)
	beforeRound = regexp.MustCompile(`(?:[^早晚路网街身桌地以会]|^)(?:上|近|逾|超|超过|过|约)$`)
)

// bareUnit reports whether a unit without a number is one: 上百, 近千, 百分之百.
func (m match) bareUnit(text string) bool {
	head, tail := headOf(text, m.start), tailOf(text, m.end)
	if m.kind != han || !roundUnit.MatchString(m.numeral) {
		return false
	}
	word, _ := measureWord(counterWords, tail)
	return m.numeral == "百" && strings.HasSuffix(head, "百分之") ||
		word != "" && beforeRound.MatchString(head)
}
