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
			link := ""
			if p.Ref.InLink {
				link = " in link"
			}
			b.WriteString("‹" + own + p.Ref.ID + "|" + string(p.Ref.Form) + link + "›")
		case p.Chart != nil:
			b.WriteString("‹chart " + p.Chart.ID + "›")
		case p.Link != nil:
			b.WriteString("‹link " + p.Link.Dest + "›")
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
		{"figure in a link", "[见{{a}}](/metrics/a/)", `<p><a href="‹link /metrics/a/›">见‹a| in link›</a></p>`},
		{"figure in bold in a link", "[**{{a}}**](/metrics/a/){{a}}", `<p><a href="‹link /metrics/a/›"><strong>‹a| in link›</strong></a>‹a|›</p>`},
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
		{"comment is left out", "前 <!-- 待核 --> 后", "<p>前  后</p>"},
		{"comment on its own lines", "<!-- 待\n\n核 -->\n后", "<p>后</p>"},
		{"comment that is empty", "<!-->\n后", "<p>后</p>"},
		{"address", "<https://example.org/a?b=1&c=2>", `<p><a href="‹link https://example.org/a?b=1&c=2›">https://example.org/a?b=1&amp;c=2</a></p>`},
		{"post box", "<a@b.example>", `<p><a href="‹link mailto:a@b.example›">a@b.example</a></p>`},
		{"entity in an address", "[x](https://example.org/?a=1&amp;b=2&copy=3)", `<p><a href="‹link https://example.org/?a=1&b=2&copy=3›">x</a></p>`},
		{"entity that is escaped", `[x](https://example.org/?a=\&amp;)`, `<p><a href="‹link https://example.org/?a=&amp;›">x</a></p>`},
		{"characters that an address may not hold", `[x](<https://example.org/a b"%20中>)`, `<p><a href="‹link https://example.org/a%20b%22%20%E4%B8%AD›">x</a></p>`},
		{"address within the site", "[x](</中 文/#甲>)", `<p><a href="‹link /中 文/#甲›">x</a></p>`},
		{"same headings", "## 做法\n\n## 做法", "<h2 id=\"做法\">做法</h2>\n<h2 id=\"做法-2\">做法</h2>"},
		{"heading of two lines", "做\n法\n---", `<h2 id="做-法">做法</h2>`},
		{"heading without a word", "## ——", `<h2 id="section">——</h2>`},
		{"heading that is called as one of the page", "## Contents heading\n\n## Main", "<h2 id=\"contents-heading-2\">Contents heading</h2>\n<h2 id=\"main-2\">Main</h2>"},
		{"heading that is called as a chart", "## Chart bars", `<h2 id="section-chart-bars">Chart bars</h2>`},
		{"heading that is called as a chart's heading", "## Chart heading", `<h2 id="section-chart-heading-2">Chart heading</h2>`},
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
		{"no host", "[x](https:)", `x.md:1:1: link address "https:" says only how to go, not where; write it in full`},
		{"no host before the port", "[x](https://:80/)", `x.md:1:1: link address "https://:80/" says only how to go, not where; write it in full`},
		{"no post box", "[x](mailto:)", `x.md:1:1: link address "mailto:" says only how to go, not where; write it in full`},
		{"script link in entities", "[x](java&#115;cript&colon;alert)", `x.md:1:1: link address "javascript:alert" begins with "javascript:"; allowed are https, http, mailto, tel`},
		{"question to the site", "[x](/about/?a=1#b)", `x.md:1:1: link address "/about/?a=1#b" has a question mark; a page of this site is the same whatever follows one`},
		{"title of a link", `[x](/about/ "more")`, `x.md:1:1: link has the title "more", which only a mouse would show`},
		{"link in a link", "[a <https://example.org/> b](/about/)", `x.md:1:4: link "https://example.org/" stands in the text of another link`},
		{"picture", "见![路](a.jpg)", `x.md:1:2: picture "a.jpg": pictures cannot be published yet; a page has text, figures and charts`},
		{"comment that does not end", "一\n\n<!-- 待核\n\n二", "x.md:3:1: comment that begins with <!-- has no -->; all that follows it would be lost"},
		{"text after a comment", "<!-- 待核 --> 重要。\n二", `x.md:1:1: text "重要。" stands on the line of a comment, and would be lost`},
		{"text after a comment of several lines", "<!-- 待\n核 --> 重要。", `x.md:1:1: text "重要。" stands on the line of a comment, and would be lost`},
		{"HTML after a comment", "<!--> <b>重</b> -->", `x.md:1:1: text "<b>重</b> -->" stands on the line of a comment, and would be lost`},
		{"heading id of the page", "## 甲 {#main}", `x.md:1:1: heading id "main" is one that pages give to their own parts; choose another`},
		{"heading id of a chart", "## 甲 {#chart-a}", `x.md:1:1: heading id "chart-a" is one that pages give to their own parts; choose another`},
		{"heading id of a heading of the page", "## 甲 {#data-heading}", `x.md:1:1: heading id "data-heading" is one that pages give to their own parts; choose another`},
		{"heading id that is empty", "## 甲 {#}", `x.md:1:1: heading id ""; an id has letters, digits and hyphens`},
		{"heading id that is a number", "## 甲 {id=5}", `x.md:1:1: heading id ""; an id has letters, digits and hyphens`},
		{"heading id of two words", `## 甲 {id="a b"}`, `x.md:1:1: heading id "a b"; an id has letters, digits and hyphens`},
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

// TestLimits holds that a text which is made to take minutes is refused at once,
// and that one which an editor may write is not.
func TestLimits(t *testing.T) {
	stairs := func(steps int) string {
		var b strings.Builder
		for i := range steps {
			b.WriteString(strings.Repeat("  ", i) + "- a\n")
		}
		return b.String()
	}
	tests := []struct{ name, source, want string }{
		{"quotations", "一\n" + strings.Repeat(">", 200_000), "x.md:2:1: line is nested more than 32 deep in quotations and lists"},
		{"lists", "一\n\n" + strings.Repeat("- ", 30_000), "x.md:3:1: line is nested more than 32 deep in quotations and lists"},
		{"numbered lists", strings.Repeat("1. ", 20_000), "x.md:1:1: line is nested more than 32 deep in quotations and lists"},
		{"lists, a step on each line", stairs(400), "x.md:33:1: line is nested more than 32 deep in quotations and lists"},
		{"a long line", "一\n" + strings.Repeat("a", 64<<10+1), "x.md:2:1: line has 65537 bytes; a line has at most 65536"},
		{"a long text", strings.Repeat("a\n", 1<<17+1), "x.md:1:1: text has 262146 bytes; a page has at most 262144"},
		{"references without an end", strings.Repeat("{{", 30_000), "x.md:1:1: reference that begins with {{ has no }} on the same line"},
		{"what editors write", stairs(8) + "\n> > > 引\n\n---\n\n" + strings.Repeat("公示", 10_000) + "\n\n" + strings.Repeat("| - ", 200), ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			_, problems := Parse("x.md", []byte(tt.source))
			got := ""
			if len(problems) > 0 {
				got = problems[0].Pos.String() + ": " + problems[0].Text
			}
			if got != tt.want {
				t.Errorf("\n got %s\nwant %s", got, tt.want)
			}
		})
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
