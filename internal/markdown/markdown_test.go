package markdown

import (
	"strings"
	"testing"

	"gongshi/internal/diag"
)

// show prints a document with its holes named, as the tests below want it.
func show(parts []Part) string {
	var b strings.Builder
	for _, p := range parts {
		switch {
		case p.Ref != nil:
			own := ""
			if p.Ref.Own {
				own = "this."
			}
			b.WriteString("‹" + own + p.Ref.ID + "|" + string(p.Ref.Form) + "›")
		case p.Chart != nil:
			b.WriteString("‹chart " + p.Chart.ID + "›")
		case p.Link != nil:
			b.WriteString("‹link " + p.Link.Dest + "›")
		case p.Image != nil:
			b.WriteString("‹image " + p.Image.Dest + " " + p.Image.Alt + "›")
		default:
			b.WriteString(p.HTML)
		}
	}
	return strings.TrimSuffix(b.String(), "\n")
}

func TestParse(t *testing.T) {
	tests := []struct{ name, source, want string }{
		{"figure in Chinese", "增换{{street-lights}}。", "<p>增换‹street-lights|›。</p>"},
		{"forms", "{{a value}} {{b as-of}} {{this.c}}", "<p>‹a|value› ‹b|as-of› ‹this.c|›</p>"},
		{"forms with words after them", "{{a 2024-01-01}}{{a change 2024-01-01 2024-02-01}}{{a share b}}{{a rank area east}}", "<p>‹a|›‹a|change›‹a|share›‹a|rank›</p>"},
		{"figure in bold", "**{{a}}**", "<p><strong>‹a|›</strong></p>"},
		{"figure in a link", "[见{{a}}](/metrics/a/)", `<p><a href="‹link /metrics/a/›">见‹a|›</a></p>`},
		{"no figure in code", "`{{a}}`", "<p><code>{{a}}</code></p>"},
		{"no figure in a code block", "```\n{{a}}\n```", "<pre><code>{{a}}\n</code></pre>"},
		{"literal braces", `\{{a}}`, "<p>{{a}}</p>"},
		{"text that is meant", `{{"156"}}盏 {{ "<b>" }}`, "<p>156盏 &lt;b&gt;</p>"},
		{"figure in a heading", "## 路灯{{a}} {#lights}", `<h2 id="lights">路灯‹a|›</h2>`},
		{"figure at the end of a heading", "## 路灯{{a}}", `<h2 id="路灯-a">路灯‹a|›</h2>`},
		{"chart", "前\n\n{{chart facilities}}\n\n后", "<p>前</p>\n‹chart facilities›<p>后</p>"},
		{"chart without empty lines", "前\n{{ chart facilities }}\n后", "<p>前</p>\n‹chart facilities›<p>后</p>"},
		{"line break in Chinese", "第一行\n第二行", "<p>第一行第二行</p>"},
		{"line break before a figure", "共有\n{{a}}\n之多", "<p>共有‹a|›之多</p>"},
		{"line break in English", "one\n{{a}}\ntwo", "<p>one\n‹a|›\ntwo</p>"},
		{"line break after an English sentence", "Done.\n**Next** one", "<p>Done.\n<strong>Next</strong> one</p>"},
		{"line break before bold in Chinese", "第一行\n**第二行**\n第三行", "<p>第一行<strong>第二行</strong>第三行</p>"},
		{"line break beside a digit in Chinese", "截至2024\n年", "<p>截至2024年</p>"},
		{"line break between Han and a word", "called 公示\nand", "<p>called 公示\nand</p>"},
		{"bold before Han", "**重点：**已完成", "<p><strong>重点：</strong>已完成</p>"},
		{"bold with quotation marks", "真**“重点”**她", "<p>真<strong>“重点”</strong>她</p>"},
		{"bold in English is CommonMark's", "a ** b** c", "<p>a ** b** c</p>"},
		{"table alignment is a class", "| a | b |\n|---|--:|\n| 1 | 2 |",
			"<table>\n<thead>\n<tr>\n<th scope=\"col\">a</th>\n<th class=\"num\" scope=\"col\">b</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>1</td>\n<td class=\"num\">2</td>\n</tr>\n</tbody>\n</table>"},
		{"picture", "![换灯前的路](before.jpg)", "<p>‹image before.jpg 换灯前的路›</p>"},
		{"comment is left out", "前 <!-- 待核 --> 后", "<p>前  后</p>"},
		{"address", "<https://example.org/a?b=1&c=2>", `<p><a href="‹link https://example.org/a?b=1&c=2›">https://example.org/a?b=1&amp;c=2</a></p>`},
		{"same headings", "## 做法\n\n## 做法", "<h2 id=\"做法\">做法</h2>\n<h2 id=\"做法-2\">做法</h2>"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			doc, problems := Parse("x.md", []byte(tt.source))
			if len(problems) > 0 {
				t.Fatalf("problems: %v", problems)
			}
			if got := show(doc.Parts); got != tt.want {
				t.Errorf("%s\n got %s\nwant %s", tt.source, got, tt.want)
			}
		})
	}
}

// TestBoldBesideEveryMark holds that no asterisk is left standing beside any
// Chinese mark, within or without the bold part.
func TestBoldBesideEveryMark(t *testing.T) {
	for _, mark := range "，。、；：？！“”‘’（）【】《》—～…·" {
		for _, source := range []string{"真**重" + string(mark) + "**她", "真**" + string(mark) + "重**她", "真" + string(mark) + "**重**她"} {
			doc, _ := Parse("x.md", []byte(source))
			if got := show(doc.Parts); strings.Contains(got, "*") {
				t.Errorf("%s gives %s", source, got)
			}
		}
	}
}

func TestParseProblems(t *testing.T) {
	tests := []struct{ name, source, want string }{
		{"not closed", "一\n二{{a", "x.md:2:2: reference that begins with {{ has no }} on the same line"},
		{"empty", "{{ }}", "x.md:1:1: empty reference {{}}"},
		{"unknown form", "共{{a total}}", `x.md:1:2: reference {{a total}}: "total" is not a form; allowed are a date, value, as-of, change, share, rank`},
		{"date that is none", "{{a change yesterday}}", "x.md:1:1: reference {{a change yesterday}} has other words after it than it takes"},
		{"two dates", "{{a 2024-01-01 2024-02-01}}", "x.md:1:1: reference {{a 2024-01-01 2024-02-01}} has other words after it than it takes"},
		{"own change", "{{this.a change 2024-01-01}}", "x.md:1:1: reference {{this.a change 2024-01-01}} has other words after it than it takes"},
		{"not an id", "共{{Roads Built 2}}", `x.md:1:2: reference {{Roads Built 2}}: "Roads" is not an id; an id has small letters, digits and hyphens`},
		{"capital letters", "{{Roads}}", `x.md:1:1: reference {{Roads}}: "Roads" is not an id; an id has small letters, digits and hyphens`},
		{"chart in a sentence", "见{{chart a}}。", "x.md:1:2: chart within a sentence; a chart stands alone on its line"},
		{"title in the text", "# 标题", "x.md:1:1: heading of level 1 in the text; the page's title is its only one"},
		{"same heading id", "## 甲 {#a}\n\n## 乙 {#a}", `x.md:3:1: heading id "a" is used twice on this page`},
		{"heading attribute", "## 甲 {.big}", `x.md:1:1: heading has the attribute "class"; only {#id} is allowed`},
		{"HTML", "前<b>后</b>", `x.md:1:2: HTML "<b>" in the text; only Markdown is allowed`},
		{"HTML block", "一\n\n<div>\n</div>", `x.md:3:1: HTML "<div>" in the text; only Markdown is allowed`},
		{"script link", "[x](javascript:alert)", `x.md:1:1: link address "javascript:alert" begins with "javascript:"; allowed are https, http, mailto, tel`},
		{"no scheme", "[x](//example.org/)", `x.md:1:1: link address "//example.org/" has no scheme`},
		{"no address", "[x]()", "x.md:1:1: link has no address"},
		{"picture without a text", "![](a.jpg)", `x.md:1:1: picture "a.jpg" has no text for those who cannot see it`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			doc, problems := Parse("x.md", []byte(tt.source))
			if len(problems) == 0 {
				t.Fatalf("no problem reported; the document is %s", show(doc.Parts))
			}
			got := problems.Sorted()[0]
			if s := got.Pos.String() + ": " + got.Text; s != tt.want {
				t.Errorf("\n got %s\nwant %s", s, tt.want)
			}
		})
	}
}

func TestRuns(t *testing.T) {
	doc, problems := Parse("x.md", []byte("# x\n共**42**个，`7`个\n{{a}}次\n\n| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n"))
	if len(problems) != 1 { // the heading of level 1
		t.Fatal(problems)
	}
	var got []string
	for _, r := range doc.Runs {
		got = append(got, r.Text)
	}
	if s := strings.Join(got, "|"); s != "x|共42个，个"+FigureMark+"次|甲|乙|1|2" {
		t.Errorf("runs %q", s)
	}
	run := doc.Runs[1]
	for text, want := range map[string]string{"42": "x.md:2:4", FigureMark: "x.md:3:1", "次": "x.md:3:6"} {
		if got := run.Pos(strings.Index(run.Text, text)).String(); got != want {
			t.Errorf("%q is at %s, want %s", text, got, want)
		}
	}
	line, _ := ParseLine(diag.Pos{File: "x", Line: 2, Col: 10}, "甲{{a}}乙 7")
	r := line.Run()
	if got := r.Pos(strings.Index(r.Text, "7")).Col; got != 18 {
		t.Errorf("column %d of a line, want 18", got)
	}
}

func TestParseLine(t *testing.T) {
	pos := diag.Pos{File: "x.md", Line: 2, Col: 10}
	line, problems := ParseLine(pos, `{{a value}}个 <b> \{{ {{b}}`)
	if got, want := show(line.Parts), "‹a|value›个 &lt;b&gt; {{ ‹b|›"; got != want || len(problems) > 0 {
		t.Errorf("got %s, want %s; problems %v", got, want, problems)
	}
	if got, want := line.Parts[2].Ref.Pos.String(), "x.md:2:31"; got != want {
		t.Errorf("second figure is at %s, want %s", got, want)
	}
	_, problems = ParseLine(pos, "甲{{a")
	if len(problems) != 1 || problems[0].Pos.Col != 11 {
		t.Errorf("unclosed reference: %v", problems)
	}
}

// FuzzParse holds that no text makes the parser fail, and that nothing an
// author writes becomes a script.
func FuzzParse(f *testing.F) {
	for _, s := range []string{"{{a}}", "**重：**{{", "| a |\n|--|\n| {{b}} |", "[x](javascript:a)", "<script>", "## a {#b onclick=x}", "{{chart a}}"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		doc, problems := Parse("x.md", []byte(s))
		if len(problems) > 0 {
			return // such a text is never published
		}
		for _, p := range doc.Parts {
			if strings.Contains(strings.ToLower(p.HTML), "<script") || strings.Contains(p.HTML, "style=") && strings.Contains(p.HTML, "<p style") {
				t.Errorf("%q gives %q", s, p.HTML)
			}
		}
	})
}
