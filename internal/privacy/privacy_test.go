package privacy

import (
	"runtime"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// The persons and numbers in these tests are invented: no region has the code
// 9999. 110105, 440524 and 340524 begin examples that textbooks print.

func TestTextFinds(t *testing.T) {
	for _, c := range []struct {
		name, text string
		kind       Kind
		data       string // the part of text that is found
		masked     string
	}{
		{"identity number, X", "张某，身份证11010519491231002X。", IdentityNumber, "11010519491231002X", "110105********002X"},
		{"lower-case x", "11010519491231002x", IdentityNumber, "11010519491231002x", "110105********002X"},
		{"check digit 4", "ID 440524188001010014", IdentityNumber, "440524188001010014", "440524********0014"},
		{"check digit 0", "ID 349999198506151230", IdentityNumber, "349999198506151230", "349999********1230"},
		{"another X", "34052419800101001X", IdentityNumber, "34052419800101001X", "340524********001X"},
		{"multiplication sign for X", "11010519491231002×", IdentityNumber, "11010519491231002×", "110105********002X"},
		{"Roman ten for X", "11010519491231002Ⅹ", IdentityNumber, "11010519491231002Ⅹ", "110105********002X"},
		{"full-width", "身份证１１０１０５１９４９１２３１００２Ｘ", IdentityNumber, "１１０１０５１９４９１２３１００２Ｘ", "110105********002X"},
		{"spaces", "110105 1949 1231 002X", IdentityNumber, "110105 1949 1231 002X", "110105********002X"},
		{"hyphens", "110105-19491231-002X", IdentityNumber, "110105-19491231-002X", "110105********002X"},
		{"dots", "110105.19491231.002X", IdentityNumber, "110105.19491231.002X", "110105********002X"},
		{"odd groups", "1101 0519 4912 3100 2X", IdentityNumber, "1101 0519 4912 3100 2X", "110105********002X"},
		{"each digit by itself", "1 1 0 1 0 5 1 9 4 9 1 2 3 1 0 0 2 X", IdentityNumber, "1 1 0 1 0 5 1 9 4 9 1 2 3 1 0 0 2 X", "110105********002X"},
		{"zero-width spaces", "110105\u200b19491231\u200b002X", IdentityNumber, "110105\u200b19491231\u200b002X", "110105********002X"},
		{"soft hyphen", "110105\u00ad19491231002X", IdentityNumber, "110105\u00ad19491231002X", "110105********002X"},
		{"ideographic space", "110105　19491231　002X", IdentityNumber, "110105　19491231　002X", "110105********002X"},
		{"over a line end", "110105\n19491231002X", IdentityNumber, "110105\n19491231002X", "110105********002X"},
		{"mathematical digits", "𝟏𝟏𝟎𝟏𝟎𝟓𝟏𝟗𝟒𝟗𝟏𝟐𝟑𝟏𝟎𝟎𝟐X", IdentityNumber, "𝟏𝟏𝟎𝟏𝟎𝟓𝟏𝟗𝟒𝟗𝟏𝟐𝟑𝟏𝟎𝟎𝟐X", "110105********002X"},
		{"after a word", "ID11010519491231002X", IdentityNumber, "11010519491231002X", "110105********002X"},
		{"after a list number", "1.11010519491231002X", IdentityNumber, "11010519491231002X", "110105********002X"},
		{"after a date", "2026-03-05 11010519491231002X", IdentityNumber, "11010519491231002X", "110105********002X"},
		{"in a web address", "https://example.org/?id=11010519491231002X", IdentityNumber, "11010519491231002X", "110105********002X"},
		{"resident from Taiwan", "839999200102034560", IdentityNumber, "839999200102034560", "839999********4560"},

		{"wrong check digit", "身份证110105194912310021", IdentityNumberTypo, "110105194912310021", "110105********0021"},
		{"wrong check digit, groups", "349999 19850615 1231", IdentityNumberTypo, "349999 19850615 1231", "349999********1231"},
		{"old number", "旧证110105491231002。", OldIdentityNumber, "110105491231002", "110105******002"},

		{"mobile", "电话13800138000。", Mobile, "13800138000", "138****8000"},
		{"hyphens", "138-0013-8000", Mobile, "138-0013-8000", "138****8000"},
		{"spaces", "138 0013 8000", Mobile, "138 0013 8000", "138****8000"},
		{"dots", "138.0013.8000", Mobile, "138.0013.8000", "138****8000"},
		{"dashes", "138–0013–8000", Mobile, "138–0013–8000", "138****8000"},
		{"raised dots", "138·0013·8000", Mobile, "138·0013·8000", "138****8000"},
		{"full-width", "１３８００１３８０００", Mobile, "１３８００１３８０００", "138****8000"},
		{"emoji keys", "1️⃣3️⃣8️⃣0️⃣0️⃣1️⃣3️⃣8️⃣0️⃣0️⃣0️⃣", Mobile, "1️⃣3️⃣8️⃣0️⃣0️⃣1️⃣3️⃣8️⃣0️⃣0️⃣0", "138****8000"},
		{"circled", "①③⑧⓪⓪①③⑧⓪⓪⓪", Mobile, "①③⑧⓪⓪①③⑧⓪⓪⓪", "138****8000"},
		{"country", "+86 138 0013 8000", Mobile, "86 138 0013 8000", "138****8000"},
		{"country, joined", "+8613800138000", Mobile, "8613800138000", "138****8000"},
		{"country, 00", "0086-13800138000", Mobile, "0086-13800138000", "138****8000"},
		{"trunk zero", "013800138000", Mobile, "013800138000", "138****8000"},
		{"after a word", "Tel13800138000", Mobile, "13800138000", "138****8000"},
		{"before Han", "13800138000张某", Mobile, "13800138000", "138****8000"},
		{"end of a sentence", "Call 13800138000. Thank you.", Mobile, "13800138000", "138****8000"},
		{"telephone link", "tel:+8613800138000", Mobile, "8613800138000", "138****8000"},
		{"round, in prose", "Call 13900000000", Mobile, "13900000000", "139****0000"},
		{"a landline before", "0554-1234567 13800138000", Mobile, "13800138000", "138****8000"},

		{"as a program writes a float", "1.3800138123E10", Mobile, "1.3800138123E10", "138****8123"},
		{"so, with a plus", "x 1.3800138123e+10 y", Mobile, "1.3800138123e+10", "138****8123"},
		{"so, with zeros left out", "1.3800138E10", Mobile, "1.3800138E10", "138****8000"},
		{"so, an identity number", "3.49999198506151230E17", IdentityNumber, "3.49999198506151230E17", "349999********1230"},

		{"UnionPay 16", "卡号6222000000000009", BankCard, "6222000000000009", "6222********0009"},
		{"UnionPay 18", "622800000000000011", BankCard, "622800000000000011", "6228**********0011"},
		{"UnionPay 19", "6217000000000000129", BankCard, "6217000000000000129", "6217***********0129"},
		{"groups of four", "6217 0000 0000 0000 129", BankCard, "6217 0000 0000 0000 129", "6217***********0129"},
		{"hyphens", "4000-0000-0000-0002", BankCard, "4000-0000-0000-0002", "4000********0002"},
		{"older card", "9558800000000000018", BankCard, "9558800000000000018", "9558***********0018"},
		{"51", "5100000000000008", BankCard, "5100000000000008", "5100********0008"},
		{"35", "3530000000000003", BankCard, "3530000000000003", "3530********0003"},

		{"passport", "护照号码：E12345678", Passport, "E12345678", "E******78"},
		{"passport, two letters", "Passport no. EA1234567", Passport, "EA1234567", "E******67"},
		{"passport, capitals", "PASSPORT: G12345678", Passport, "G12345678", "G******78"},
		{"passport, full-width", "护照Ｅ１２３４５６７８", Passport, "Ｅ１２３４５６７８", "E******78"},

		{"plate", "车牌京A12345停放", LicencePlate, "京A12345", "京A****5"},
		{"plate with letters", "皖A1B2C3", LicencePlate, "皖A1B2C3", "皖A****3"},
		{"plate with a dot", "皖A·12345", LicencePlate, "皖A·12345", "皖A*****5"},
		{"electric", "皖AD12345", LicencePlate, "皖AD12345", "皖A*****5"},
		{"electric lorry", "皖A12345D", LicencePlate, "皖A12345D", "皖A*****D"},
		{"plate with a letter first", "皖GB3095", LicencePlate, "皖GB3095", "皖G****5"},
		{"plate with a letter first and a dot", "新G·B3095", LicencePlate, "新G·B3095", "新G*****5"},
		{"plate, full-width", "皖Ａ１２３４５", LicencePlate, "皖Ａ１２３４５", "皖A****5"},
		{"plate, lower case", "皖a12345", LicencePlate, "皖a12345", "皖A****5"},

		{"home", "住址：幸福小区3号楼2单元501室。", HomeAddress, "3号楼2单元501室", "*号楼*单元***室"},
		{"home, block", "12栋1单元302", HomeAddress, "12栋1单元302", "**栋*单元***"},
		{"home, without 室", "5幢2单元1203，张某", HomeAddress, "5幢2单元1203", "*幢*单元****"},
		{"home, full-width", "３号２单元５０１室", HomeAddress, "３号２单元５０１室", "*号*单元***室"},
		{"home, Han numerals", "五号楼二单元三零一室", HomeAddress, "五号楼二单元三零一室", "*号楼*单元***室"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			found := Text(c.text, Allow{})
			if len(found) != 1 {
				t.Fatalf("%q: found %+v, want one", c.text, found)
			}
			f := found[0]
			if got := c.text[f.Start:f.End]; f.Kind != c.kind || got != c.data || f.Masked != c.masked {
				t.Errorf("%q: got %s %q, masked %s; want %s %q, masked %s", c.text, f.Kind, got, f.Masked, c.kind, c.data, c.masked)
			}
		})
	}
}

func TestTextPasses(t *testing.T) {
	for _, c := range []struct{ name, text string }{
		{"project id", "HF-2026-0311、XM20260305001、P-2026-000123"},
		{"approval code of a project", "项目代码 2020-340406-48-01-012345"},
		{"credit code", "统一社会信用代码91340400MA2N000005，11340400003012345J"},
		{"credit code of digits, valid", "代码349999198506150002"},
		{"licence of a business", "注册号340400000012345"},
		{"coordinates", "32.612345, 117.012345；32.612345 117.012345"},
		{"dates and times", "2026-03-05 09:30 2026-03-05T09:30:00+08:00 20260305093000 2026-03-05 2026-04-06"},
		{"time stamps", "1700000000000 1700000000000000 1700000000000000000"},
		{"masked", "110105********002X 138****1234 6222********0009 110105XXXXXXXX002X"},
		{"no such month", "110105194913310021"},
		{"no such day", "110105194902300021"},
		{"no such region", "991105194912310021"},
		{"a longer number", "1101051949123100210"},
		{"part of a code", "a13800138000b c13800138000 f0013800138000"},
		{"hashes", "style.0a1b2c3d.css 13800138000abcdef sha256:9138001380001234567890abcdef13800138000a"},
		{"UUID", "12345678-1234-1234-1234-123456789012"},
		{"fractions", "0.857142857142857 1.13800138000 0.130105491231002 13800138000.5"},
		{"amounts", "投资13800138000元；¥13800138000；13800138000 yuan; 13,800,138,000"},
		{"round float", "1.38E10、1.38001E+10"},
		{"fraction of a float", "1.38001381235E10、1.3800138123E9、1.3800138123E-10、1.3800138123E100、1.3800138123E10a"},
		{"grouped amount", "13 800 138 000"},
		{"hotlines", "12345、400-123-4567、0554-1234567、(0554) 1234567、010-12345678、110、119"},
		{"landlines in a row", "0554-1234567 0554-7654321"},
		{"web address", "https://www.example.gov.cn/art/2026/3/5/art_13800138000.html"},
		{"not a mobile number", "12800138000 10086000000"},
		{"card with a wrong last digit", "6222000000000001"},
		{"unknown network", "1000000000000008"},
		{"no word for a passport", "E12345678"},
		{"newest standards", "最新GB3095标准、执行新GB5749标准、更新GB2312、新DB3401、更新CJJ169、最新 JGJ120"},
		{"code with Han before it", "标准新GB37668、阿里云A100、京A类、川A2026年"},
		{"households of a unit", "1号楼2单元12户、3单元120户居民、2单元5个楼道、2单元2026年完成、2单元 120 户"},
		{"office", "政务中心3号楼501室"},
		{"unit of a course", "第3单元会议室"},
		{"years in a row", "2011-2015 2016-2020 2021-2025"},
		{"only marks", strings.Repeat("1-", 20) + strings.Repeat("------", 9)},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			for _, f := range Text(c.text, Allow{}) {
				t.Errorf("found %s in %q", f.Kind, c.text[f.Start:f.End])
			}
		})
	}
}

func TestTextFindsAllInOrder(t *testing.T) {
	const s = "张某 11010519491231002X 138 0013 8000 13900139000 6222000000000009；皖A12345，护照E12345678，另一护照E87654321"
	want := []Kind{IdentityNumber, Mobile, Mobile, BankCard, LicencePlate, Passport, Passport}
	var got []Kind
	for _, f := range Text(s, Allow{}) {
		got = append(got, f.Kind)
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestAllow(t *testing.T) {
	allow := NewAllow("服务电话：+86 138-0013-8000", "３号楼2单元501室")
	for text, want := range map[string]int{
		"13800138000":           0,
		"+86 138 0013 8000":     0,
		"０１３８００１３８０００":          0,
		"13800138001":           1,
		"幸福小区3号楼2单元501室":        0,
		"3号楼2单元502室":            1,
		"11010519491231002X":    1,
		"138001380001380013800": 0, // no number at all
	} {
		if got := len(Text(text, allow)); got != want {
			t.Errorf("%q: %d findings, want %d", text, got, want)
		}
	}
	if got := len(Text("13800138000", Allow{})); got != 1 {
		t.Errorf("the zero Allow: %d findings, want 1", got)
	}
}

// A row of single digits is read in a time, and with a memory, that grow as it
// does.
func TestManyGroupsAreCheap(t *testing.T) {
	const groups = 20000
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	Text(strings.Repeat("1 ", groups), Allow{})
	runtime.ReadMemStats(&after)
	if used := (after.TotalAlloc - before.TotalAlloc) / groups; used > 2000 {
		t.Errorf("%d bytes were used for each group", used)
	}
}

// The masked form must never hold what it masks.
func TestMaskedTellsNothing(t *testing.T) {
	for _, s := range []string{"11010519491231002X", "13800138000", "6222000000000009", "护照E12345678", "皖A12345", "3号楼2单元501室", "110105491231002"} {
		for _, f := range Text(s, Allow{}) {
			if strings.Contains(f.Masked, s[f.Start:f.End]) || !strings.Contains(f.Masked, "*") {
				t.Errorf("%s: masked as %q", s, f.Masked)
			}
		}
	}
}

func FuzzText(f *testing.F) {
	for _, s := range []string{
		"张某，11010519491231002X", "138 0013 8000", "6217 0000 0000 0000 129", "护照E12345678", "皖A·12345", "３号楼２单元５０１室",
		"1️⃣3️⃣8️⃣", "\xff\xfe138", "110105\u200b1949", "0.857142857142857", "https://a/13800138000", `{"a":"\u0031"}`,
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		last := 0
		for _, found := range Text(s, NewAllow("13800138000")) {
			checkFinding(t, s, found)
			if found.Start < last {
				t.Errorf("findings are not in order: %d after %d", found.Start, last)
			}
			last = found.Start
		}
	})
}

// FuzzFile gives the same bytes to each way of reading a file.
func FuzzFile(f *testing.F) {
	for _, s := range []string{
		`<p title="13800138000">138<b>0013</b>8000 &#49;</p><!-- x --><script>"1"</script>`, `<table><tr><th>姓名<th>电话</tr><tr><td>张三</td><td>1</td></tr></table>`,
		`{"姓名":"\u5f20","手机":["\ud835\udfcf",1.5e3]}`, "姓名,手机\r\n\"张\"\"三\",13800138000\r\n", "<", "<a b='", "&#;", "PK\x03\x04", `"\u12`, "<w:tbl><w:tr><w:tc>",
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, name := range []string{"a.html", "a.json", "a.csv", "a.txt", "a.zip"} {
			for _, found := range File(name, data, Allow{}) {
				if found.In == "" && found.Kind != Unread && found.Kind != TableOfPersons {
					checkFinding(t, string(data), found)
				}
			}
		}
	})
}

// checkFinding checks what holds for every finding in s.
func checkFinding(t *testing.T, s string, f Finding) {
	t.Helper()
	if f.Start < 0 || f.End > len(s) || f.Start >= f.End {
		t.Fatalf("%s at %d to %d of %d bytes", f.Kind, f.Start, f.End, len(s))
	}
	if utf8.ValidString(s) && !utf8.ValidString(s[f.Start:f.End]) {
		t.Errorf("%s at %d to %d cuts a character", f.Kind, f.Start, f.End)
	}
	if f.Masked == "" || f.Masked == s[f.Start:f.End] {
		t.Errorf("%s is masked as %q", f.Kind, f.Masked)
	}
}
