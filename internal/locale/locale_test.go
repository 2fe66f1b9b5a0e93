package locale

import "testing"

func decimal(t *testing.T, s string) Decimal {
	t.Helper()
	d, err := ParseDecimal(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func lang(t *testing.T, code string) *Language {
	t.Helper()
	l, ok := Lookup(code)
	if !ok {
		t.Fatalf("no language %q", code)
	}
	return l
}

func TestParseDecimal(t *testing.T) {
	for _, s := range []string{"0", "156", "-3", "3.20", "0.05", "-0.5", "900719925474099", "0.123456789012345"} {
		if got := decimal(t, s).String(); got != s {
			t.Errorf("%s comes back as %s", s, got)
		}
	}
	for _, s := range []string{"", "-", ".5", "5.", "1,234", "1e3", "１２", "+1", "1.2.3", "9007199254740993", "99999999999999999999", "0.1234567890123456"} {
		if d, err := ParseDecimal(s); err == nil {
			t.Errorf("%q is read as %v", s, d)
		}
	}
}

// TestPercent holds the rounding rule: half to even, on exact ties only.
func TestPercent(t *testing.T) {
	tests := []struct {
		part, whole string
		digits      int
		want        string
	}{
		{"42", "49", 1, "85.7"},
		{"1", "3", 0, "33"},
		{"1", "8", 1, "12.5"},
		{"1", "8", 0, "12"},          // 12.5: a tie, to even
		{"3", "8", 0, "38"},          // 37.5: a tie, to even
		{"1", "16", 1, "6.2"},        // 6.25: a tie, to even
		{"6251", "100000", 1, "6.3"}, // 6.251: no tie
		{"2", "3", 2, "66.67"},
		{"0", "7", 1, "0.0"},
		{"9", "8", 1, "112.5"},
		{"-1", "8", 0, "-12"},
		{"-3", "8", 0, "-38"},
		{"0.5", "2.5", 1, "20.0"},
	}
	for _, tt := range tests {
		s := Share{decimal(t, tt.part), decimal(t, tt.whole)}
		if got := s.Percent(tt.digits).String(); got != tt.want {
			t.Errorf("%s of %s to %d digits is %s, want %s", tt.part, tt.whole, tt.digits, got, tt.want)
		}
	}
	if got := (Share{Int(42), Int(49)}).Fraction(1).String(); got != "0.857" {
		t.Errorf("42 of 49 as a fraction is %s", got)
	}
}

func TestDecimalArithmetic(t *testing.T) {
	if got := decimal(t, "3.20").Sub(decimal(t, "1.2")).String(); got != "2.00" {
		t.Errorf("3.20 - 1.2 = %s", got)
	}
	if got := decimal(t, "3.2").Add(decimal(t, "0.05")).String(); got != "3.25" {
		t.Errorf("3.2 + 0.05 = %s", got)
	}
	if got := decimal(t, "900000000000000").Add(decimal(t, "0.12345678901234")).String(); got != "900000000000000.1235" {
		t.Errorf("a long sum is %s", got)
	}
	if decimal(t, "3.0").Cmp(Int(3)) != 0 {
		t.Error("3.0 and 3 differ")
	}
}

func TestWords(t *testing.T) {
	zh, en := lang(t, "zh"), lang(t, "en")
	date, err := ParseDate("2024-03-05")
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct{ name, got, want string }{
		{"number zh", zh.Number(Int(1234567)), "1,234,567"},
		{"number en", en.Number(Int(1234567)), "1,234,567"},
		{"many digits", en.Number(decimal(t, "90071992547409.9")), "90,071,992,547,409.9"},
		{"negative fraction", en.Number(decimal(t, "-0.50")), "-0.50"},
		{"not so round", zh.Bounded(decimal(t, "2.50"), AtLeast), "至少2.50"},
		{"digits after the point", en.Number(decimal(t, "1234.50")), "1,234.50"},
		{"percent", zh.Percent(Share{Int(42), Int(49)}, 1), "85.7%"},
		{"date zh", zh.Date(date), "2024年3月5日"},
		{"date en", en.Date(date), "5 March 2024"},
		{"month zh", zh.Month(date), "2024年3月"},
		{"month en", en.Month(date), "March 2024"},
		{"no month", en.Month(Date{}), ""},
		{"first of month", date.FirstOfMonth().String(), "2024-03-01"},
		{"next month", Date{2024, 12, 31}.NextMonth().String(), "2025-01-01"},
		{"no date", en.Date(Date{}), ""},
		{"with unit zh", zh.WithUnit(zh.Number(Int(156)), "盏"), "156盏"},
		{"with unit en", en.WithUnit(en.Number(Int(156)), "street lights"), "156 street lights"},
		{"at least, zh, round", zh.Bounded(Int(300), AtLeast), "300余"},
		{"at least, zh", zh.Bounded(Int(305), AtLeast), "至少305"},
		{"at least, en, round", en.Bounded(Int(300), AtLeast), "more than 300"},
		{"at least, en", en.Bounded(Int(305), AtLeast), "at least 305"},
		{"at least, alone, zh", zh.Alone(Int(300), AtLeast), "300余"},
		{"at least, alone, en", en.Alone(Int(300), AtLeast), "300+"},
		{"at most", en.Bounded(Int(300), AtMost), "at most 300"},
		{"about, zh", zh.Bounded(Int(300), About), "约300"},
		{"exact", en.Bounded(Int(300), Exact), "300"},
		{"ordinal zh", zh.Ordinal(2), "第2"},
		{"ordinals en", en.Ordinal(1) + en.Ordinal(2) + en.Ordinal(3) + en.Ordinal(4) + en.Ordinal(11) + en.Ordinal(12) + en.Ordinal(21) + en.Ordinal(112), "1st2nd3rd4th11th12th21st112th"},
		{"list zh", zh.Join([]string{"甲", "乙"}), "甲、乙"},
		{"place zh", zh.Place([]string{"新建社区", "毕家岗街道"}), "毕家岗街道新建社区"},
		{"place en", en.Place([]string{"Xinjian Community", "Bijiagang Subdistrict"}), "Xinjian Community, Bijiagang Subdistrict"},
	}
	for _, tt := range tests {
		if tt.got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, tt.got, tt.want)
		}
	}
}

func TestPlural(t *testing.T) {
	zh, en := lang(t, "zh"), lang(t, "en")
	for s, want := range map[string]Plural{"0": Other, "1": One, "2": Other, "1.0": Other, "10000001": Other, "-1": One} {
		if got := en.Plural(decimal(t, s)); got != want {
			t.Errorf("English plural of %s is %s, want %s", s, got, want)
		}
		if got := zh.Plural(decimal(t, s)); got != Other {
			t.Errorf("Chinese plural of %s is %s", s, got)
		}
	}
}

func TestParseDate(t *testing.T) {
	for _, s := range []string{"2024-02-30", "2024-1-5", "2024/01/05", "25 November 2024", ""} {
		if d, err := ParseDate(s); err == nil {
			t.Errorf("%q is read as %v", s, d)
		}
	}
}
