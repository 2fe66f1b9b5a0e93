package numeral

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"
)

// describe prints what a test needs to know of a figure: value and unit.
func describe(n Number) string {
	s := n.Value.String()
	if n.Percent {
		s += "%"
	}
	if n.Unit != "" {
		s += " " + n.Unit
	}
	if n.Spelled {
		s += " (spelled)"
	}
	return s
}

// find returns the numbers of a text with their classes.
func find(text string) []Number {
	r := Read(text)
	for i := range r.Numbers {
		r.Numbers[i] = r.Classified(i)
	}
	return r.Numbers
}

func figures(text string) string {
	var found []string
	for _, n := range find(text) {
		if n.Class == Figure {
			found = append(found, describe(n))
		}
	}
	return strings.Join(found, "; ")
}

func TestFigures(t *testing.T) {
	tests := []struct{ text, want string }{
		// digits
		{"增换路灯156盏", "156 盏"},
		{"增换路灯 156 盏。", "156 盏"},
		{"共完成42个项目", "42 个"},
		{"修建道路11条", "11 条"},
		{"改厕1,234个", "1234 个"},
		{"改厕1,234,567个", "1234567 个"},
		{"增换路灯１５６盏", "156 盏"},
		{"共１，２３４户", "1234 户"},
		{"其中道路11，路灯156", "11; 156"},
		{"全长3.20公里", "3.20 公里"},
		{"全长３．５公里", "3.5 公里"},
		{"投入20万元", "200000 元"},
		{"投入1200万元", "12000000 元"},
		{"惠及1.2万人次", "12000 人次"},
		{"投资3.5亿元", "350000000 元"},
		{"投资1亿2000万元", "120000000 元"},
		{"共3万5千人", "35000 人"},
		{"投资5万亿元", "5000000000000 元"},
		{"装机20万千瓦", "200000 千瓦"},
		{"重3千克", "3 千克"},
		{"植树2000棵", "2000 棵"},
		{"种树2024棵", "2024 棵"},
		{"占地1.5亩，绿化300平方米", "1.5 亩; 300 平方米"},
		{"共156", "156"},
		{"气温 -5℃", "-5 ℃"},
		{"156 street lights were replaced", "156 street lights"},
		{"It has 11 roads.", "11 roads"},
		{"11 of the 49 projects", "11; 49 projects"},
		{"12,345 residents", "12345 residents"},
		{"a total of 1.2 million yuan", "1200000 yuan"},
		{"3 hundred lamps", "300 lamps"},
		{"RMB 1,200 was spent", "1200"},
		{"RMB500 and ¥30", "500; 30"},
		{"¥3.5 million", "3500000"},
		{"a road of 3.2 km", "3.2 km"},
		{"a 300-metre path", "300 metre path"},
		{"42-member council", "42 member council"},
		{"planted 2000 trees", "2000 trees"},
		{"156\u00A0street lights", "156 street lights"},
		{"a temperature of -5 degrees", "-5 degrees"},
		{"20 MW of solar power", "20 MW"},
		{"a line of 10 kV", "10 kV"},

		{"13 dozen benches", "156 benches"},

		// what looks like something else, and is not
		{"目前42个项目已经完成", "42 个"},
		{"此前120盏，之前30户", "120 盏; 30 户"},
		{"最后12户搬走", "12 户"},
		{"会后20条意见", "20 条"},
		{"今年约300条意见", "300 条"},
		{"全年近300户", "300 户"},
		{"接到热线183件，来电话150个", "183 件; 150 个"},
		{"Lights (156)", "156"},
		{"a total of 2000 trees", "2000 trees"},
		{"投资123456789元", "123456789 元"},

		// of two numbers, what both count
		{"42至50户", "42 户; 50 户"},
		{"42或43个", "42 个; 43 个"},
		{"42 to 50 households", "42 households; 50 households"},

		// units
		{"50平米", "50 平米"},
		{"49床", "49 床"},
		{"50毫克", "50 毫克"},
		{"50 Party members", "50 Party members"},
		{"156 Street Lights", "156 Street Lights"},
		{"15.5 km long", "15.5 km long"},

		// shares
		{"完成率85.7%", "85.7%"},
		{"完成率８５．７％", "85.7%"},
		{"完成率为百分之八十五点七", "85.7%"},
		{"完成率达百分之85.7", "85.7%"},
		{"百分之百", "100%"},
		{"百分之九十八的居民", "98%"},
		{"八成五的居民满意", "85%"},
		{"九成以上居民满意", "90%"},
		{"约七成", "70%"},
		{"近8成", "80%"},
		{"满意率超过95%", "95%"},
		{"提高3.2个百分点", "3.2 个百分点"},
		{"a rate of 85.7%", "85.7%"},
		{"85.7 per cent of them", "85.7%"},
		{"ninety percent", "90%"},
		{"rose by 3 percentage points", "3 percentage points"},

		// numbers that are not exact
		{"意见建议300余条", "300 条"},
		{"意见建议300多条", "300 条"},
		{"意见建议三百余条", "300 条"},
		{"投入300余万元", "3000000 元"},
		{"投入三十多万元", "300000 元"},
		{"约300条", "300 条"},
		{"近300条", "300 条"},
		{"大约 300 条", "300 条"},
		{"300条左右", "300 条"},
		{"不少于300条", "300 条"},
		{"至少300条", "300 条"},
		{"超过300条", "300 条"},
		{"逾300条", "300 条"},
		{"300条以上", "300 条"},
		{"不超过300条", "300 条"},
		{"不足300条", "300 条"},
		{"至多300条", "300 条"},
		{"300条以下", "300 条"},
		{"≥300", "300"},
		{"≤300", "300"},
		{"上百名居民", "100 名"},
		{"近千人参加", "1000 人"},
		{"三千多户", "3000 户"},
		{"十来个摊位", "10 个 (spelled)"},
		{"预约42人次", "42 人次"},
		{"节约300元", "300 元"},
		{"300人来自外地", "300 人"},
		{"楼上300户", "300 户"},
		{"more than 300 suggestions", "300 suggestions"},
		{"over 300 suggestions", "300 suggestions"},
		{"at least 300 suggestions", "300 suggestions"},
		{"no fewer than 300 suggestions", "300 suggestions"},
		{"300+ suggestions", "300 suggestions"},
		{"300-odd suggestions", "300 suggestions"},
		{"300 or more", "300"},
		{"300 suggestions or more", "300 suggestions"},
		{"300 suggestions", "300 suggestions"},
		{"nearly 300 suggestions", "300 suggestions"},
		{"some 300 suggestions", "300 suggestions"},
		{"300 or so", "300"},
		{"up to 300 suggestions", "300 suggestions"},
		{"no more than 300 suggestions", "300 suggestions"},
		{"fewer than 300 suggestions", "300 suggestions"},

		// Chinese words
		{"完成四十二个", "42 个"},
		{"完成四十二", "42"},
		{"一百五十六盏", "156 盏"},
		{"两百户", "200 户"},
		{"一百五", "150"},
		{"一百零五户", "105 户"},
		{"三万二千户", "32000 户"},
		{"三万二", "32000"},
		{"十一条", "11 条"},
		{"廿二家单位", "22 家"},
		{"一千二百万元", "12000000 元"},
		{"三万亿元", "3000000000000 元"},
		{"一亿二千三百万人", "123000000 人"},
		{"壹佰贰拾元", "120 元"},
		{"三十九点五公里", "39.5 公里"},
		{"零点五公里", "0.5 公里"},
		{"分为七类", "7 类 (spelled)"},
		{"召开会议三次", "3 次 (spelled)"},
		{"修了五条路", "5 条 (spelled)"},
		{"换了两盏灯", "2 盏 (spelled)"},
		{"两位老人", "2 位 (spelled)"},
		{"十余家单位", "10 家 (spelled)"},

		// English words
		{"forty-two projects", "42 projects"},
		{"Forty two projects", "42 projects"},
		{"one hundred and fifty-six street lights", "156 street lights"},
		{"three hundred suggestions", "300 suggestions"},
		{"a hundred lamps", "100 lamps"},
		{"two thousand and three hundred", "2300"},
		{"one million two hundred thousand yuan", "1200000 yuan"},
		{"a dozen benches", "12 benches"},
		{"two dozen benches", "24 benches"},
		{"eleven roads", "11 roads"},
		{"seven categories", "7 categories (spelled)"},
		{"three meetings were held", "3 meetings (spelled)"},
		{"two new roads", "2 new roads (spelled)"},
		{"more than thirty units", "30 units"},
	}
	for _, tt := range tests {
		if got := figures(tt.text); got != tt.want {
			t.Errorf("%s: figures %q, want %q", tt.text, got, tt.want)
		}
	}
}

// quietTexts hold, by class, numbers that are no figures.
var quietTexts = map[Class][]string{
	Date: {
		"2024年11月25日", "2024 年 11 月 25 日", "２０２４年１１月２５日", "11月25日", "2024-11-25", "2024/11/25", "2024.11.25", "2024年",
		"二〇二四年十一月二十五日", "二零二四年", "1998年", "2024年以来", "2024年度", "2024—2026年", "2024年至2026年", "2024至2026年",
		"11月25日至28日", "3至5月", "11月", "十一月", "第一季度", "前3季度", "80年代", "上世纪九十年代", "21世纪", "每月15日",
		"25号前", "正月十五", "腊月二十三", "大年三十", "八月十五中秋节", "十一假期", "双十一", "75周年", "2024版", "2023、2024年", "24年3月",
		"25 November 2024", "Nov 25, 2024", "November 25th", "25th of November", "November 2024", "in 2024", "since 2021", "the 2024 notice",
		"from 2021 to 2024", "2024–2026", "2024-25", "the 1990s", "the ’90s", "Q3", "Q1 2026", "mid-2024", "the end of 2023.", "Spring 2024",
		"12-14 May", "on 3 or 4 June", "25/11/2024", "(2019)", "FY2024", "Law of 2021, as amended",
	},
	Time: {
		"9:30", "上午9时", "9时30分", "早上8点", "晚上十点", "8点半", "9点30分", "八点钟", "9：30", "14时至16时", "上午9点到11点",
		"8 a.m.", "8am", "9.30 pm", "seven o'clock", "9 to 11 a.m.", "half past seven", "at seven in the morning", "14:30:00", "until six.",
	},
	Period: {
		"3天", "七天内", "24小时", "3个月", "近五年", "5年", "30日内", "15个工作日", "两个小时", "十分钟", "三十多年", "3至5天", "两周", "3周内", "半年一次，每年2次",
		"每月两次", "三个季度", "百日攻坚，100天", "一百天", "10余年", "三天三夜", "8个多小时", "45秒",
		"within 7 days", "24-hour", "3 years", "three years", "twenty-four hours", "10 working days", "a two-year plan", "two and a half, or 3 to 5 days",
		"a hundred years", "three or four weeks", "90 minutes", "the last 12 months", "3 times a week", "two winters", "45 mins",
	},
	Age: {
		"60岁以上", "80后", "60周岁", "6—12岁", "七十多岁", "七旬老人", "八零后", "年过六旬", "六十出头", "年近80", "95后", "（62岁）",
		"aged 65", "6-year-old", "over-60s", "65 years old", "aged 6 to 12", "aged between 18 and 35", "people aged 60 or older", "65 and over",
		"Zhao Guilan, 72, said", "Mr Qian (81)", "seventy-year-old", "She turned 80", "under 18s", "60 years of age", "at the age of 12",
	},
	Name: {
		"COVID-19", "G4高速", "5G基站", "4A级景区", "3号楼", "12栋2单元101室", "住在阳光小区12栋。", "2单元", "104国道", "十二号楼", "3年级", "五年级",
		"101室", "PM2.5", "K12+300", "3楼", "12路公交", "邮编232000", "2号线", "500强", "风力6级", "二十四节气", "十九大精神", "二十届三中全会", "三百六十行",
		"北纬32.6度", "3D打印", "统一社会信用代码：91340400MA2N123456", "18层", "四十二中学", "9折", "https://example.org/2024/11",
		"Highway 104", "Building 3", "Room 101", "a G4 road", "5G", "Unit 2", "Building Two", "Line 2", "bus 12", "grade 3", "a 12-storey block", "H1N1", "office@example.org99", "301至306室",
		"Grids 3 and 4", "four-star", "Block 12A", "ID 3404001990", "12b", "Year 9", "two-lane",
	},
	Law: {
		"国办发〔2024〕12号", "GB 11643-1999", "第十五条", "第15条", "第3款", "GB/T 37668-2019", "云政〔2023〕7号", "第二章第3节", "DB37/T 1115-2023", "皖发（2022）18号",
		"Article 15", "Articles 3 to 5", "Section 4(2)", "section 12", "ISO 9001:2015", "WCAG 2.2", "RFC 8259", "Notice No. 12", "Chapter 3", "Yunxi [2023] No. 7", "clause 7.2",
	},
	Ordinal: {
		"第3", "第三次", "第12届", "前10名", "前三名", "第12—15页", "第三方", "排名3", "第二十二次会议",
		"3rd", "21st", "No. 7 Middle School", "the twenty-first century", "top 10", "Nos. 3", "twenty-second", "the first three", "No 5",
	},
	Phone: {
		"0554-1234567", "400-123-4567", "12345", "12345热线", "拨打110", "报警电话：110", "13800138000", "138 0013 8000", "（0554）1234567", "电话：6654321", "“12345”热线", "96333电梯救援热线",
		"call 110", "the 12345 hotline", "+86 554 123 4567", "dial 120", "extension 301", "Tel: 6654321", "400 123 4567", "(0554) 123 4567",
	},
	Index: {
		"1. 选题", "2、破题", "一、总则", "（1）报名", "（一）报名", "办法：（1）报名；（2）审核", "- 3. 公示", "图1", "如表2所示", "附件3", "十二、附则", "１．选题",
		"1. Choose", "2) Work", "(3) Answer", "Figure 1", "Table 2", "Annex 3", "as follows: (1) apply, (2) check", "Step 4", "Phase Two", "stage 2",
	},
	Ratio: {
		"1:1", "三分之二", "1：500", "3比1", "3/4", "2.1.0", "版本2.0", "每10万人", "每100户", "万分之五", "2.0版", "9×15",
		"24/7", "two-thirds", "three quarters", "version 2.1", "per 100,000 people", "one in five", "nine out of ten", "release 2", "every 50 households", "two-to-one", "half a million",
	},
}

// TestQuiet demands that every text has a number of its class, and no figure.
func TestQuiet(t *testing.T) {
	for class, texts := range quietTexts {
		for _, text := range texts {
			found := find(text)
			seen := false
			for _, n := range found {
				seen = seen || n.Class == class
				if n.Class == Figure {
					t.Errorf("%s: %q is a figure, want class %s", text, text[n.Start:n.End], class)
				}
			}
			if !seen {
				t.Errorf("%s: no number of class %s, but %s", text, class, classes(found))
			}
		}
	}
}

func classes(found []Number) string {
	var s []string
	for _, n := range found {
		s = append(s, fmt.Sprintf("%s %s", n.Value, n.Class))
	}
	return strings.Join(s, ", ")
}

// TestWords demands that words with a number in them are no figures.
func TestWords(t *testing.T) {
	for _, text := range []string{
		"六尺巷工作法", "三级书记", "三审三校", "七一", "“十四五”规划", "一站式", "一件事", "二维码", "四季", "五保户", "百姓", "千家万户", "万一", "一些",
		"一个社区", "一起", "统一", "第一书记", "一心一意", "三番五次", "三五天", "七八个人", "十几个", "几十户", "数十家", "数百人", "若干条", "十五六岁", "二三十人",
		"三四百户", "成百上千", "一条路", "四处奔走", "两会", "两侧", "三农", "十分满意", "八公山", "四川", "六安", "七里河", "五一", "三八妇女节", "万里长城",
		"三位一体", "四个意识", "三轮车", "二次供水", "二人", "零距离", "五颜六色", "百家争鸣", "千方百计", "十字路口", "路上百货店", "网上百姓", "晚上百人", "一带一路",
		"周三", "星期五", "初三", "老三", "张三", "一一走访", "三三两两", "一二三四", "十全十美", "四通八达", "五湖四海", "三伏天", "九九重阳",
		"one", "one of them", "one another", "no one", "first", "once", "twice", "the two of them", "two or three", "several", "dozens of lamps", "half", "hundreds of people",
		"one-stop", "two-way", "the Three Gorges", "someone", "often", "height", "the other two.", "a five-point plan", "weight", "tenant", "at one stroke", "four by four",
	} {
		if got := figures(text); got != "" {
			t.Errorf("%s: figures %s, want none", text, got)
		}
	}
}

// TestWeak holds that a class which rests on a habit of figures, too, says so, and
// what is counted.
func TestWeak(t *testing.T) {
	for text, want := range map[string]string{
		"42/49个项目":       "42 个 weak ratio; 49 个 weak ratio",
		"志愿服务1200小时":     "1200 weak period",
		"Completed (42)": "42 weak age",
		"in 2000 trees":  "2000 trees weak date",
		"前10名":           "10 名 ordinal",
		"2024年":          "2024 年 date",
		"报名电话123456789":  "123456789 phone",
		"第42个":           "42 个 ordinal",
		"用一个月":           "1 个月 period",
		"用50个月":          "50 个月 weak period",
		"编号123456789，见":  "123456789 name",
		"其中123456789，尚可": "123456789 weak name",
	} {
		var got []string
		for _, n := range find(text) {
			s := describe(n)
			if n.Weak {
				s += " weak"
			}
			got = append(got, s+" "+string(n.Class))
		}
		if s := strings.Join(got, "; "); s != want {
			t.Errorf("%s: %s, want %s", text, s, want)
		}
	}
}

func TestScale(t *testing.T) {
	for unit, want := range map[string]string{
		"万元": "4 元", "亿元": "8 元", "万人次": "4 人次", "千瓦": "0 千瓦", "万千瓦时": "4 千瓦时", "个百分点": "0 个百分点", "百分点": "0 百分点", "千元": "3 元",
		"million yuan": "6 yuan", "ten thousand yuan": "4 yuan", "yuan": "0 yuan", "km": "0 km", "": "0 ",
	} {
		places, of := Scale(unit)
		if got := fmt.Sprintf("%d %s", places, of); got != want {
			t.Errorf("%s: %s, want %s", unit, got, want)
		}
	}
}

func TestOffsets(t *testing.T) {
	tests := []struct{ text, want string }{
		{"完成率为８５．７％。", "８５．７％"},
		{"完成率为百分之八十五点七。", "百分之八十五点七"},
		{"投入 300余万元", "300余万"},
		{"意见建议300余条", "300"},
		{"共１，２３４户", "１，２３４"},
		{"气温 -5℃", "-5"},
		{"装机20万千瓦", "20万"},
		{"八成五的人", "八成五"},
		{"about 85.7 per cent of all", "85.7 per cent"},
		{"spent 1.2 million yuan", "1.2 million"},
		{"One hundred and six", "One hundred and six"},
	}
	for _, tt := range tests {
		found := find(tt.text)
		if len(found) != 1 || tt.text[found[0].Start:found[0].End] != tt.want {
			t.Errorf("%s: found %+v, want one number, %s", tt.text, found, tt.want)
		}
	}
}

func FuzzFind(f *testing.F) {
	for _, texts := range quietTexts {
		for _, text := range texts {
			f.Add(text)
		}
	}
	f.Add("投入300余万元，八成五，百分之百，上百名，1亿2000万，三万亿，１，２３４，-5")
	f.Add("one hundred and fifty-six, a dozen, 1.2 million, 300-odd, \xff\xfe１\xff")
	f.Fuzz(func(t *testing.T, text string) {
		if folded := fold(text).text; utf8.ValidString(text) && !strings.ContainsAny(text, "ſ\u212A") { // which (?i) takes for s and K
			checkScan(t, folded)
			checkClues(t, mask(folded, matches(folded)))
		}
		last := 0
		for _, n := range find(text) {
			if n.Start < last || n.End <= n.Start || n.End > len(text) {
				t.Fatalf("%q: number at %d to %d, after one that ends at %d", text, n.Start, n.End, last)
			}
			if !utf8.RuneStart(text[n.Start]) && utf8.ValidString(text) || n.End < len(text) && !utf8.RuneStart(text[n.End]) && utf8.ValidString(text) {
				t.Fatalf("%q: number at %d to %d begins or ends within a character", text, n.Start, n.End)
			}
			if n.UnitAt < n.End || !strings.HasPrefix(fold(text[n.UnitAt:]).text, n.Unit) && utf8.ValidString(text) {
				t.Fatalf("%q: number at %d counts %q at %d", text, n.Start, n.Unit, n.UnitAt)
			}
			if n.Class == "" {
				t.Fatalf("%q: number at %d has no class", text, n.Start)
			}
			last = n.End
		}
	})
}
