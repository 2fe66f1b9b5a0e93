package proof

import (
	"strings"
	"testing"
	"testing/fstest"

	"gongshi/internal/load"
)

// TestLeftovers holds that what is meant as it is passes, also across lines.
func TestLeftovers(t *testing.T) {
	for text, want := range map[string]string{
		`写法是\{{lights}}。`:                    "",
		`写法是\{\{lights}}。`:                   "",
		"见{lights}}。":                        `"{lights}"`,
		"见下表：\n| 甲 | 乙 |\n| 1 | 2 |":         `" | 甲 | 乙 | | 1 | 2 |"`,
		"甲 | 乙":                              "",
		"Bijiagang\nSubdistrict, a | b | c.": "",
	} {
		s, _ := load.Site(fstest.MapFS{
			"config.toml":         {Data: []byte("languages = [\"zh\", \"en\"]\n")},
			"content/index.zh.md": {Data: []byte("+++\ntitle = \"T\"\n+++\n\n" + text + "\n")},
		})
		var got []string
		for _, p := range leftovers(s) {
			quoted, _, _ := strings.Cut(p.Text, " is printed")
			got = append(got, quoted)
		}
		if slips := strings.Join(got, "|"); slips != want {
			t.Errorf("%s: %s, want %s", text, slips, want)
		}
	}
}

// TestLeftoversInTexts holds that the texts in TOML are read, too.
func TestLeftoversInTexts(t *testing.T) {
	s, _ := load.Site(fstest.MapFS{
		"config.toml": {Data: []byte("languages = [\"zh\", \"en\"]\ntitle = { zh = \"见{{lights}}\", en = \"All **156** of them\" }\n")},
	})
	var got []string
	for _, p := range leftovers(s) {
		got = append(got, p.Pos.String()+": "+p.Text)
	}
	want := `config.toml:2:1: "**" in "title" is printed as it is; bold text has no space beside its marks: **text**|` +
		`config.toml:2:1: "{{lights}}" in "title" is printed as it is; only the prose of pages has references`
	if s := strings.Join(got, "|"); s != want {
		t.Errorf("\n got %s\nwant %s", s, want)
	}
}
