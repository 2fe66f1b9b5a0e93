package numeral

import (
	"regexp"
	"strings"

	"gongshi/internal/locale"
)

// near is the number of bytes after a number, and near/2 before it, in which its
// unit and bound stand. Expressions that look at more take time for all of it.
const near = 48

func headOf(text string, start int) string { return text[max(0, start-near/2):start] }
func tailOf(text string, end int) string   { return text[end:min(len(text), end+near)] }

var (
	percentSign = regexp.MustCompile(`^(?: ?%|(?i: per ?cent\b))`)
	tenths      = regexp.MustCompile(`^成([一二三四五六七八九]?)`)
	minus       = regexp.MustCompile(`(?:^|[ (])([-−])$`)
)

// counters are the measure words that count things or measure amounts. A small
// number in characters is a figure only before one of them, so those that often
// make up other words with it are left to measures: 三面, 八方, 四口之家.
const counters = `平方公里|平方千米|平方米|立方米|公里|千米|公顷|公斤|千克|千瓦时|千瓦|人次|户次|件次|场次|车次|班次|` +
	`个百分点|个|只|条|盏|处|件|起|次|项|类|座|栋|幢|户|家|名|人|位|台|辆|套|张|份|块|片|棵|株|根|间|所|场|批|笔|篇|本|册|` +
	`部|支|把|枚|颗|袋|桶|瓶|盒|双|对|副|轮|遍|趟|种|宗|艘|架|扇|元|米|吨|亩|斤|倍|盘|桩|眼|丛|畦|筐|篮`

// measures are the other measure words, which are certain only after digits.
const measures = `百分点|兆瓦|毫米|厘米|毫升|口|面|头|门|道|匹|尾|度|分|期|节|组|队|步|站|里|升|克|级|层|岁|天|年|封|幅|段|回|届|单|角|℃|‰|‱`

var (
	counter = regexp.MustCompile(`^ ?(?:[余多]|来)?(?:` + counters + `)`)
	measure = regexp.MustCompile(`^ ?(?:[余多]|来)? ?(` + counters + `|` + measures + `)`)
	words   = regexp.MustCompile(`^(?:\+|-odd)?[ -]?((?:[kMG]?Wh?|kV|[a-z]+)[²³]?)(?: ([a-z]+))?`)
	orMore  = regexp.MustCompile(`^ ?(?:or (?:more|so|fewer|less|over|above|under)|plus)\b`)
)

// unit returns what a number counts, from the text after it.
func unit(tail string) string {
	if m := measure.FindStringSubmatch(tail); m != nil {
		return m[1]
	}
	tail = orMore.ReplaceAllString(tail, "")
	m := words.FindStringSubmatch(tail)
	switch {
	case m == nil || functionWords[m[1]]:
		return ""
	case m[2] == "" || functionWords[m[2]]:
		return m[1]
	}
	return m[1] + " " + m[2]
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

// What stands on either side of a number that is not exact. The groups are at
// most, at least, about, and exact, which is for words that only look like a bound:
// 预约 is no 约.
var (
	boundBefore = regexp.MustCompile(`(?:(不超过|不多于|不高于|不大于|至多|最多|不足|不到|低于|少于|小于|≤|<|(?i:\b(?:up to|at most|no more than|not more than|fewer than|less than|under|below)))` +
		`|(不少于|不低于|不小于|不下|至少|最少|超过|超出|高于|多于|大于|突破|超|逾|≥|>|(?i:\b(?:more than|over|at least|upwards of|(?:no|not) (?:fewer|less) than|exceed(?:s|ed|ing)?|above|in excess of)))` +
		`|(大约|大概|大致|将近|接近|约|近|上|~|(?i:\b(?:about|around|roughly|approximately|some|nearly|almost|close to|circa|an estimated)))` +
		`|([节预签合公履违解特邀条制]约|[附最靠邻临走亲远新]近|[以之晚早网楼路街桌身会场]上)) ?$`)
	boundAfter = regexp.MustCompile(`^(?: ?(?:` + counters + `|` + measures + `)| [a-z]+)? ?(?:` +
		`(以下|以内|(?i:or (?:fewer|less|under)\b))` +
		`|(余|多|及?以上|\+|-odd\b|(?i:or (?:more|over|above)\b|plus\b))` +
		`|(左右|上下|来(?:` + counters + `)|(?i:or so\b)))`)
)

// bound returns the bound of a number from the words around it.
func bound(text string, n Number, odd string) locale.Bound {
	if odd != "" {
		return locale.AtLeast
	}
	if b, ok := which(boundBefore, headOf(text, n.Start)); ok {
		return b
	}
	b, _ := which(boundAfter, tailOf(text, n.End))
	return b
}

// which returns the bound whose group took part in a match, if there is one.
func which(pattern *regexp.Regexp, s string) (locale.Bound, bool) {
	m := pattern.FindStringSubmatchIndex(s)
	if m == nil {
		return locale.Exact, false
	}
	for i, b := range []locale.Bound{locale.AtMost, locale.AtLeast, locale.About} {
		if m[2*(i+1)] >= 0 {
			return b, true
		}
	}
	return locale.Exact, true
}

var (
	roundUnit   = regexp.MustCompile(`^(?:百|千|万|百万|千万|亿)$`)
	beforeRound = regexp.MustCompile(`(?:[^早晚路网街身桌地以会]|^)(?:上|近|逾|超|超过|过|约)$`)
	afterRound  = regexp.MustCompile(`^[余多]?(?:` + counters + `)`)
)

// bareUnit reports whether a unit without a number is one: 上百, 近千, 百分之百.
func (m match) bareUnit(text string) bool {
	head := headOf(text, m.start)
	if m.kind != han || !roundUnit.MatchString(m.numeral) {
		return false
	}
	return m.numeral == "百" && strings.HasSuffix(head, "百分之") ||
		beforeRound.MatchString(head) && afterRound.MatchString(tailOf(text, m.end))
}
