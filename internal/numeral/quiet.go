package numeral

import (
	"regexp"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"gongshi/internal/clue"
)

// A habit is a way of writing numbers that are no figures.
type habit struct {
	class   Class
	traits  traits
	pattern string // a number that begins in it, or in its first group, is of the class
}

// traits say for which sentences a habit is, and how sure it is.
type traits int

const (
	zh   traits = 1 << iota // sentences with Chinese characters
	en                      // sentences with Latin letters
	weak                    // figures are written so, too: see Number.Weak

	both traits = 0
)

// habits are in order: where two meet, the first one holds. Those of class Figure
// keep what looks like something else from those below. In a pattern, stand for
//
//	<n>     a number in digits or Chinese characters
//	<r>     one, or a range of two: 3至5
//	<w>     a number in digits or English words
//	<wr>    one, or a range of two
//	<words> one in English words; <hour>, one of those up to twelve
//	<year>  1900 to 2099
//	<mon>   an English month
//
// A pattern with (?i) does not mind capitals. It is tried only on sentences of its
// script: zh on those with Chinese characters, en on those with Latin letters.
var habits = []habit{
	{Figure, en, `(?:RMB|CNY|USD|EUR|GBP|HKD|[¥￥$€£]) ?(\d[\d,.]{0,20})`},
	{Figure, en, `\b\d[\d,.]{0,20} ?(?:(?:km|mm|cm|m|ha|hm)[²³]|(?:km|mm|cm|m|ha|kg|t|[kMG]Wh?|kV|bn|k|mu)\b)`},

	{Figure, en, `(?i)\btotal of (<year>) [a-z]`},
	{Figure, zh, `\d{9,}元`},

	{Name, en, `https?://[!-~]+|www\.[!-~]+|[\w.+-]{1,60}@[\w.-]+|[A-Z]{1,2}\d+\+\d+`}, // K12+300, a place on a road
	{Name, zh, `《[^《》\n]*》`},
	{Word, zh, `“[` + hanDigit + hanUnit + `]+”`},

	{Phone, both, `\+\d{1,3}[ -]?\(?\d[\d ()-]{5,}\d`},
	{Phone, both, `\(?\b0\d{2,3}(?:\) ?|[- ])\d{3,4}[- ]?\d{3,4}(?:[-转]\d{1,5})?\b|\b0\d{9,11}\b`},
	{Phone, both, `\b[48]00[- ]?\d{3,4}[- ]?\d{3,4}\b|\b1[3-9]\d[- ]?\d{4}[- ]?\d{4}\b|\b12345\b`},
	{Phone, zh, `\b(?:9[56]\d{3,4}|12\d{3})\p{Han}{0,6}(?:热线|电话|平台)`},
	{Phone, zh, `\b(\d{3,6})(?:[”"’」] ?)?[- ]?(?:热线|电话|平台|急救|报警|短信|便民)`},
	{Phone, en, `(?i)\b(\d{3,6})[”"’]?[- ](?:hotline|helpline|emergency|service line|platform)`},
	{Phone, zh, `(?:拨打|拨|致电|短号|分机|传真)(?:号码?)?[是为:“"( ]{0,3}([\d-]{3,}(?:[、,或和 ]{1,2}[\d-]{3,})*)`},
	{Phone, zh, `(?:热线|电话|报警|小号)(?:号码?)?[是为:“"( ]{0,3}([\d-]{3,}(?:[、,或和 ]{1,2}[\d-]{3,})*) ?(?:[^\d 个件条次起户人]|$)`},
	{Phone, en, `(?i)\b(?:call|calling|dial|dialled|dialling|phone|phoning|ring|ringing|telephone|tel\.?|hotline|helpline|extension|ext\.?|fax)(?: us)?(?: on| at| number)?:? [“"]?(\d[\d-]{2,}(?:(?:,| or|, or| and) \d{3,})*)\b`},

	{Law, both, `[〔\[(【]<year>[〕\])】] ?(?:第|[Nn]o\. ?)? ?\d+ ?号?`},
	{Law, zh, `第 ?<n> ?(?:条|款|项|章|节|编|目|号)`},
	{Law, en, `\b(?:GBJ?|JGJ|CJJ?|DB\d*|HJ|MZ|GA|JT|TD|NY|LY|SL|DL|YY|ISO|IEC|IEEE|RFC|WCAG|EN|BS)(?:/[A-Z]+)?[ -]?\d+(?:\.\d+)*(?:[:—–-]\d{1,4}(?:[-:]\d{4})?)?`},
	{Law, en, `\b[A-Z]{2,5}(?:/[A-Z]+)? ?\d+(?:\.\d+)*[—–-]<year>\b`},
	{Law, en, `\b(?:[Aa]rticles?|[Ss]ections?|[Cc]lauses?|[Pp]aragraphs?|[Cc]hapters?|Arts?\.|Regulations?|Rules?|Schedules?|Decree|Order|Notice|Document|Circular|§)(?: [Nn]o\.)? ?(?:\d+(?:\(\d+\)|\.\d+)*|<words>\b)(?:(?:,| and| to| or|,? and) \d+\b|[-–]\d+)*`},

	{Age, en, `(?i)\b(?:over|under)[- ]\d+s\b`},

	{Date, both, `\b<year> ?[-/.] ?\d{1,2} ?[-/.] ?\d{1,2}\b|\b\d{1,2}[/.]\d{1,2}[/.]<year>\b`},
	{Date, both, `\b<year> ?年?[-–—~/至到] ?(?:<year>|\d{2})\b ?年?`},
	{Date, zh, `(?:<year>(?:[、和]<year>)*|[一二][〇○零一二三四五六七八九]{3}) ?年(?:度|代|底|初|末|版|级)?(?: ?<n> ?月(?:份| ?<n> ?[日号])?)?|\b\d\d年<n>月(?:<n>[日号])?`},
	{Date, zh, `<n>(?:年代|世纪)|<year>(?:版|届|级|款|财年|全年|上半年|下半年)|<n> ?周年`},
	{Date, zh, `<n>[日号]?[-–—~至到、]<n> ?[月日号]|<r> ?[日号](?:[^元内楼院线站门桥井机厅地]|$)`},
	{Date, zh, `<r> ?月(?:份|[上中下]旬|底|初)?(?: ?<r> ?[日号])?`},
	{Date, zh, `(?:[正腊冬]|[一二三四五六七八九十]+)月(?:初[一二三四五六七八九十]|[十廿二三][一二三四五六七八九十]*)(?:[^个条盏户名人]|$)|大?年(?:三十|廿九|二十九|初[一二三四五六七])`},
	{Date, zh, `(?:周|星期|礼拜)[一二三四五六](?:[至到、和—-](?:周|星期)?[一二三四五六])?|(?:[前首头]<n>个?|<n>)季度|十[一二](?:国庆|黄金周|长假|假期|期间|小长假)|双十[一二]`},
	{Date, en, `\b\d{1,2}(?:st|nd|rd|th)?(?:(?:[-–]| to | and | or )\d{1,2}(?:st|nd|rd|th)?)?(?: of)? <mon>\b(?:,? <year>)?`},
	{Date, en, `\b<mon> \d{1,2}(?:st|nd|rd|th)?\b(?:(?: ?[-–] ?| to | and )\d{1,2}\b)?(?:,? <year>\b)?`},
	{Date, en, `\b<mon>,? <year>\b`},
	{Date, en | weak, `(?i)\b(?:in|since|until|till|during|by|early|late|mid|year|years|of|from|to|and|between|before|after|for|the|date|dated|spring|summer|autumn|winter|christmas|through|around|circa|ending|financial|fy|day|festival)[ -](<year>)\b`},
	{Date, both, `(?:^|[ (“"])(<year>)(?: ?[.,;:)!?’”"]| [A-Z(–—]|$)`},
	{Date, en, `(?i)\b(?:pre|post|mid)-<year>|\b<year>s\b|[’'‘]?\b\d0s\b|\b[HQ][1-4]\b(?: <year>)?|\bFY ?<year>|\b<year>(?: to | and | or )<year>\b|\b(?:date|dated) \d{4}\b`},

	{Time, both, `\b\d{1,2}:\d{2}(?::\d{2})?\b`},
	{Time, zh, `<r> ?时(?:<n>分)?`},
	{Time, zh, `(?:凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|夜里|深夜|每晚|当晚|今晚|[早晚夜至到从前—-]) ?<r>点(?:<n>分?)?|<r>点(?:半|钟|整|许|多钟|[0-5]\d分?|<n>分|[一三]刻)|[一二]?十?[一二三四五六七八九十]点[一二三四五]?十[一二三四五六七八九]?分?|二?十[一二三四五六七八九]?点`},
	{Time, en, `(?i)\bopen (?:from )?<wr>\b|\b<w>(?:[.:]\d\d)?(?:(?: to | until | and |[-–])<w>(?:[.:]\d\d)?)? ?(?:[ap]\.?m\b|o[’']clock)|\b(?:half past|quarter (?:past|to)|minutes (?:past|to)) <w>\b`},
	{Time, en, `(?i)\b(?:at|by|until|till|before|after|from|to) (<hour>)(?: (?:in the (?:morning|evening|afternoon)|at night|sharp)\b)|\bbetween <hour> and <hour>\b|\b(?:at|until|till) (?:about )?<hour>(?:[.,;]| (?:every|each|on)\b)`},

	{Age, zh, `<r>多? ?(?:周岁|岁|旬)|[5-9]\d后|[012][05]后|[〇零五六七八九一][〇零五]后|(?:^|[^今全去前往来每半当历近本上明\d` + hanDigit + `])年(?:过|近|届|逾|满|约)(<n>)|<n>(?:出头|开外)`},
	{Age, zh, `(?:[今那]年|刚满|虚岁|现年)(?:刚|已|整|满|才)*(<n>)(?:[，。,;、了]|$)`},
	{Age, en, `(?i)\b(?:aged?|ages)(?: (?:of|between|from|about|around|over|under|at least))? <wr>\b|\b<wr>[- ]years?[- ](?:olds?|of age)`},
	{Age, en, `(?i)\b\d+ (?:and|or) (?:over|older|above|under|younger)\b|\bturn(?:ed|s|ing) \d{2,3}\b|\b(?:was|is|am) (\d{2})(?: when\b| this\b| last\b| next\b|, | and (?:came|in|has|had|still|lives|was|is|his|her)\b)`},
	{Age, en, `(?i)\b(?:man|woman|boy|girl|mother|father|widow|widower|grandmother|grandfather|veteran|child|son|daughter) of (<w>)\b|\bfrom <w> (?:upwards|onwards)\b|\b(?:men|women|boys|girls|children|pupils|those|anyone|everyone) (?:aged )?(?:from|between|over|under|above|below) <wr>\b`},
	{Age, en, `(?i)\b(?:oldest|youngest|eldest)(?: of (?:them|whom))?(?: is| was| over| about| nearly|,)* <w>\b|\b(?:trade|married|retired|died|joined|orphaned|widowed) at <w>\b`},
	{Age, en | weak, `[A-Z][a-z]+(?:, (?:now |then |only |just )?| \()(1[01]\d|\d{1,2})(?:, |\))`},

	{Ordinal, zh, `第 ?<r>|(?:^|[^目此之最会年以从空今随事饭日午月街村地])[前头后] ?(<n>)(?:名|位|强|批|期|次|轮|条|项|个|件|类|种)|(?:排名|名列|位列|位居) ?<n>`},
	{Ordinal, both, `\b\d+(?:st|nd|rd|th)\b|[Nn][oº°]s?\. ?\d+|\bNo \d+|№ ?\d+`},
	{Ordinal, en, `(?i)\b<w>[- ](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)\b`},

	{Name, zh, `<n> ?(?:年级|年制)|[小中大]学?<n>年`},
	{Name, zh, `<n>(?:栋|幢|座|号楼)(?:[A-Z]?\d|<n>单元)|[园苑区庭府湾村里](<n>[栋幢])(?:[^一-龥]|的|门|楼|前|后|旁|东|西|南|北|$)`},
	{Name, zh, `<r>[A-Z]?(?: ?号(?:楼|院|线|门|桥|井|机|厅|地|站|坝|池|仓|库)?|单元|室|会议室|办公室|教室|弄|楼|层|国道|省道|县道|乡道|中学|小学|路(?:公交|车|线|电车|站|环线))`},
	{Name, zh, `<r> ?级|<n>折|<n>强|<n>[大届](?:报告|精神|以来|民生|三中|[二三四五六]中|重点|举措|工程|召开|专项|行动|会议|好|青年|感动|优秀|标志|创新|典型|精品)|(?:十九|二十|十八|十七)[大届]|<n>期工程`},
	{Name, zh, `(?:二十四节气|十二生肖|三十六计|二十四史|三十六行|三百六十行|三百六十五里|十三经|八十一难|六十甲子|十五五|一百零八将|一千零一夜|四十不惑|三十而立|二十四孝|十二时辰|二十八宿|百分百|七十三、八十四|九斤老太)`},
	{Name, zh, `\(<n>\) ?班|[二三四五六七八九两]人户|[一二三四五六七八九][〇○零一二三四五六七八九]*[〇○零][〇○零一二三四五六七八九]*`},
	{Name, zh, `(?:编号|证号|工号|邮编|邮政编码|车牌号?|学号|户号|案号|代码|尾号|批号|型号)(?:是|为)?[: ]{0,2}[A-Z]*[\d-]+`},
	{Name, en, `(?i)\b(?:postcode|ID|code|serial number):? [A-Z]*[\d-]+`},
	{Name, zh, `[北南]纬 ?<n>度?|[东西]经 ?<n>度?`},
	{Name, both, `\d+(?:\.\d+)?°(?:[^C]|$)|\b[A-Za-z]+-?\d[\w.-]*|\b\d+[A-Z]\w*\b|\b\d+[a-z]\b|\b\d+(?:-\d+){2,}|\b0\d+\b`},
	{Name, both | weak, `\b\d{9,}\b`},
	{Name, en, `\b(?:Project|Building|Block|Unit|Room|Flat|Apartment|Floor|Gate|Highway|Route|Road|Line|Bus|Platform|Hall|Ward|Zone|Area|Grid|Plot|Lot|Grade|Class|Year|Form|Level|Tier|Type|Category|Group|Team|Well|Bridge|Exit|Lane|Window|Counter|Desk|House|School|Kindergarten|Station|Terminal|Pier|District|Village|Section|Shed|Ring|Reservoir|Brigade|Courtyard|Staircase|Entrance|Wing|Bay|Substation|Pump)s? (?:\d+|<hour>\b)[A-Za-z]?(?:(?:,| and| to|, and|[-–]) ?\d+\b)*`},
	{Name, en, `(?i)\b(?:room|bus|floor|grade|page|gate|window|counter|line|route|flat|level|type|building|block|unit|staircase|year|category|form)s? \d+[A-Za-z]?\b(?:(?:,| and| to|, and|[-–]) ?\d+\b)*|\b<w>[- ](?:storeys?|story|stories|floors?|star|lane|levels?)\b`},
	{Name, en, `\b\d{1,4}[A-Z]? (?:[A-Z][a-z’']+ ){1,3}(?:Road|Street|Lane|Avenue|Alley|Square|Close|Way|Drive|Court|Row|Terrace)\b`},
	{Name, en, `(?i)\bcode(?: name| number)?(?: is| was|,|:)? \d+|\b<w> degrees (?:north|south|east|west)\b`},

	{Period, zh | weak, `每[天日周月年季晚](?:不少于|不超过|至少|最多)?<r> ?[次回趟遍班]`},
	{Period, zh | weak, `<r> ?多? ?(?:个?多?(?:半?小时|钟头|工作日|自然日|交易日|星期|礼拜|季度|学期|昼夜|学年|年头|世代)|个多?半?月|天|分钟|秒钟?|周|年|日内|日元|整?夜|宿|课时|学时|载|代人|晚)`},
	{Period, en | weak, `(?i)\b<wr>(?:[- ](?:or so|working|business|calendar|consecutive|full|more|whole|long|lunar|short|school|straight|further|successive|hard|dry|wet|rainy|cold|hot))*[- ](?:seconds?|minutes?|hours?|days?|nights?|weeks?|weekends?|fortnights?|months?|terms?|semesters?|years?|decades?|centuries|mornings?|evenings?|afternoons?|winters?|summers?|springs?|autumns?|seasons?|generations?|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?)\b`},
	{Period, en | weak, `(?i)\b\d+ ?(?:hrs?|mins?|secs?|h|s)\b|\b<wr> times (?:a|per|every|each|an?) (?:day|week|month|year|hour|night|season|quarter)\b`},

	{Ordinal, en, `(?i)\b(?:top|first|last|next)[- ]<w>\b`},

	{Index, both, `(?m)^[ \t>*#+-]*(?:\d{1,3}[.)](?:[^\d]|$)|<n>[、)])`},
	{Index, both, `(?:^|[:;。.,，、])[ \t>*#-]*\((<n>)\)`},
	{Index, zh, `[图表](\d{1,2})(?:[上中里:。，,)、\s]|所示|$)|(?:附件|附表|附图|附录|专栏|步骤|例) ?<n>|(?:见|如|下|上|和|与)[图表] ?\d{1,2}`},
	{Index, en, `\b(?:Figure|Fig\.|Table|Annex|Appendix|Step|Phase|Stage|Part|Page|Item|Question|Note|Box|Chart|Map|Point|Round|Lot|Batch|Priority|Goal)s? (?:\d+|<hour>\b)(?:(?:,| and| to|[-–]) ?\d+\b)*|\b(?:step|phase|stage|part|figure|table|annex|point|item|question) \d{1,2}\b`},

	{Ratio, both | weak, `\d+(?:\.\d+)?(?: ?/ ?\d+(?:\.\d+)?)+`},
	{Ratio, both, `\d+(?:\.\d+)?(?: ?[:∶] ?\d+(?:\.\d+)?)+|\d ?[×xX*] ?\d+|\b[vV]?\d+(?:\.\d+){2,}`},
	{Ratio, zh, `<n>比<n>|版本 ?\d+(?:\.\d+)*|\d+(?:\.\d+)+ ?版`},
	{Ratio, zh, `(?:[二三四五六七八九十]+|[百千万亿]?[千万亿]|\d+)分之<n>|每 ?(?:千|万|<n>)`},
	{Ratio, en, `(?i)\b(?:version|v|release) ?\d+(?:\.\d+)*|\b(?:per|every) <w>\b`},
	{Ratio, en, `(?i)\b<w>[- ](?:thirds?|quarters?|fifths?|sixths?|sevenths?|eighths?|tenths?|hundredths?|half|halves)\b|\bhalf <w>\b`},
	{Ratio, en, `(?i)\b(?:<words>|\d) (?:in|out of)(?: every)? (?:<words>|\d{1,3})\b|\b<words>[- ](?:by|to)[- ]<words>\b|\b<words> parts\b`},

	{Word, zh, `[数几若][十百千万亿]+|<n>几|成[百千]上[千万]|[三四五六]位一体|三次产业|三番五次|四处|三本账|[两三四]轮(?:车|摩托|电动)|[两三]位数|一式<n>份|两只(?:手|脚|眼|耳)|[二三四五六七八九十]个(?:字|大字|指头)|[一二三四五六七八九]、[一二三四五六七八九][类级层楼期号]|[两三四五六七八九十]个(?:代表|意识|自信|维护|确立|全面|先行|务必|文明|坚持|一|必须|不|率先|统筹|专项)|三把火|两把刷子`},
	{Word, zh, `(?:^|[^养敬助孝爱尊为终古])(老[二三四五六七八九])`},
	{Word, en, `(?i)\b<words> or (?:<words>|more)\b|\ban? \d(?: or an? \d)?[.,;]`},
}

// painted knows, of the sentences that somebody asked about, the habits that hold
// in them.
type painted struct {
	masked string
	ends   []int   // of its sentences
	done   []bool  // by sentence
	habit  []uint8 // for each byte the number of the habit that holds there, from 1; 0 is none
}

func newPainted(text string, numbers []match) painted {
	ends := sentenceEnds(text)
	return painted{masked: mask(text, numbers), ends: ends, done: make([]bool, len(ends)), habit: make([]uint8, len(text))}
}

// at returns the habit that holds at an offset, and reports whether one does.
func (p *painted) at(offset int) (habit, bool) {
	i := sort.SearchInts(p.ends, offset+1)
	if !p.done[i] {
		from := 0
		if i > 0 {
			from = p.ends[i-1]
		}
		paint(p.masked[from:p.ends[i]], p.habit[from:p.ends[i]])
		p.done[i] = true
	}
	n := p.habit[offset]
	if n == 0 {
		return habit{}, false
	}
	return habits[n-1], true
}

// paint tries the habits on a sentence.
func paint(sentence string, painted []uint8) {
	scripts := scriptsOf(sentence)
	for i := range hints.Worth(sentence).All() {
		rule := &rules[i]
		if script := rule.traits & (zh | en); script&scripts != script {
			continue
		}
		for _, m := range rule.pattern.FindAllStringSubmatchIndex(sentence, -1) {
			from, to := m[0], m[1]
			if len(m) > 2 && m[2] >= 0 {
				from, to = m[2], m[3]
			}
			for k := from; k < to; k++ {
				if painted[k] == 0 {
					painted[k] = uint8(i + 1)
				}
			}
		}
	}
}

func scriptsOf(sentence string) traits {
	var scripts traits
	for _, r := range sentence {
		switch {
		case r < utf8.RuneSelf && isLetter(byte(r)):
			scripts |= en
		case r >= 0x2e80 && unicode.Is(unicode.Han, r):
			scripts |= zh
		}
	}
	return scripts
}

// sentenceEnds returns where the sentences and lines of a text end; a point before
// a digit or a small letter ends none.
func sentenceEnds(text string) []int {
	var ends []int
	for i := range len(text) {
		switch text[i] {
		case '\n':
			ends = append(ends, i+1)
		case '.', '!', '?':
			if sentenceBegin.MatchString(text[i+1 : min(len(text), i+1+near)]) {
				ends = append(ends, i+1)
			}
		case "。"[0]:
			if strings.HasPrefix(text[i:], "。") {
				ends = append(ends, i+len("。"))
			}
		}
	}
	return append(ends, len(text))
}

// sentenceBegin matches what stands between an English sentence and the next.
var sentenceBegin = regexp.MustCompile(`^[”’"')]? +[A-Z“‘"]`)

// mask replaces numbers in English words, so that the habits need not know them:
// forty by _____, and those up to twelve, which may be hours, by __h.
func mask(text string, numbers []match) string {
	masked := []byte(text)
	for _, m := range numbers {
		if m.kind != inWords {
			continue
		}
		for i := m.start; i < m.end; i++ {
			masked[i] = '_'
		}
		if v := englishValue[m.numeral]; 1 <= v && v <= 12 {
			masked[m.end-1] = 'h'
		}
	}
	return string(masked)
}

// rules are the habits, compiled, and hints tell which are worth a try.
var rules, hints = compile(habits)

// rule is a habit, compiled.
type rule struct {
	habit
	pattern *regexp.Regexp
}

func compile(habits []habit) ([]rule, *clue.Index) {
	const (
		n = `(?:` + arabic + `[百千万亿]*|[` + hanDigit + hanUnit + `廿卅]+)`
		w = `(?:` + arabic + `|_+h?)`
	)
	parts := strings.NewReplacer(
		`<n>`, n,
		`<r>`, `(?:`+n+`[余多来几]?(?: ?(?:[-–—~至到或、]|- ?) ?`+n+`[余多来几]?)?)`,
		`<w>`, w,
		`<wr>`, `(?:`+w+`(?:(?: to | or | and |[-–—])`+w+`)?)`,
		`<words>`, `_+h?`,
		`<hour>`, `_+h`,
		`<year>`, `(?:(?:19|20)\d\d)`,
		`<mon>`, `(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)`,
	)
	rules, patterns := make([]rule, len(habits)), make([]string, len(habits))
	for i, h := range habits {
		patterns[i] = parts.Replace(h.pattern)
		rules[i] = rule{h, regexp.MustCompile(patterns[i])}
	}
	return rules, clue.New(patterns, isHanNumber)
}
