package markdown

import (
	"slices"
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
		case p.Pictures != nil:
			for _, picture := range p.Pictures {
				b.WriteString("‹picture " + picture.Dest + "|" + show(picture.Alt.Parts) + "|" + show(picture.Caption.Parts) + "›")
			}
		default:
			b.WriteString(p.HTML)
		}
	}
	return strings.TrimSuffix(b.String(), "\n")
}

// TestUnclosed holds that a reference which is not closed is reported alone: the next
// one is read.
func TestUnclosed(t *testing.T) {
	for text, want := range map[string]string{
		"甲{{a}乙{{b}}丙":  "x:1:2: reference that begins with {{ has no }}|b",
		"甲{{a乙{{b}}丙":   "x:1:2: reference that begins with {{ has no }}|b",
		"甲{{a}}{{b}丙":   "x:1:7: reference that begins with {{ has no }}|a",
		`{{"{{"}}{{b}}`: "|b",
	} {
		var documents [2]string
		doc, problems := Parse("x", []byte(text))
		line, others := ParseLine(diag.Pos{File: "x", Line: 1, Col: 1}, text)
		for i, list := range []diag.List{problems, others} {
			for _, p := range list {
				documents[i] += p.Pos.String() + ": " + strings.TrimSuffix(p.Text, " on the same line")
			}
			documents[i] += "|"
			for ref := range Refs([][]Part{doc.Parts, line.Parts}[i]) {
				documents[i] += ref.ID
			}
		}
		if documents[0] != want || documents[1] != want {
			t.Errorf("%s\n got %s\n and %s\nwant %s", text, documents[0], documents[1], want)
		}
	}
}

// TestMisspelt holds that an id with other marks is answered with one that may be.
func TestMisspelt(t *testing.T) {
	_, problems := Parse("x", []byte("{{Clinic_cost value}}"))
	if len(problems) != 1 || problems[0].Hint != `did you mean "clinic-cost"?` {
		t.Errorf("got %v", problems)
	}
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
		{"picture", "前\n\n![巷子](a.jpg)\n\n后", "<p>前</p>\n‹picture a.jpg|巷子|›<p>后</p>"},
		{"picture with a caption", `![A **lane** & lamp](a.jpg "Three \"old\" steps")`, "‹picture a.jpg|A lane &amp; lamp|Three &#34;old&#34; steps›"},
		{"two pictures side by side", "![前](a.jpg)\n![后](b%20c.png \"今年\")", "‹picture a.jpg|前|›‹picture b%20c.png|后|今年›"},
		{"figures in what is said of a picture", `![{{lights}}](a.jpg "共{{lights value}}")`, "‹picture a.jpg|‹lights|›|共‹lights|value››"},
		{"picture whose text goes over lines", "![a lane\nat night](a.jpg)\n\n![巷\n子](b.jpg)", "‹picture a.jpg|a lane at night|›‹picture b.jpg|巷子|›"},
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
		{"unknown form", "共{{a total}}", `x.md:1:2: reference {{a total}}: "total" is not a form; allowed are a date, value, as-of, change, share, rank, target, level, category, area, status, organisation`},
		{"breakdown without a term", "{{a area}}", "x.md:1:1: reference {{a area}} has other words after it than it takes"},
		{"two terms", "{{a area east west}}", "x.md:1:1: reference {{a area east west}} has other words after it than it takes"},
		{"target and more", "{{a target area east}}", "x.md:1:1: reference {{a target area east}} has other words after it than it takes"},
		{"own breakdown", "{{this.a area east}}", "x.md:1:1: reference {{this.a area east}} has other words after it than it takes"},
		{"date that is none", "{{a change yesterday}}", "x.md:1:1: reference {{a change yesterday}} has other words after it than it takes"},
		{"two dates", "{{a 2024-01-01 2024-02-01}}", "x.md:1:1: reference {{a 2024-01-01 2024-02-01}} has other words after it than it takes"},
		{"own change", "{{this.a change 2024-01-01}}", "x.md:1:1: reference {{this.a change 2024-01-01}} has other words after it than it takes"},
		{"not an id", "共{{Roads Built 2}}", `x.md:1:2: reference {{Roads Built 2}}: "Roads" is not an id; an id has small letters, digits and hyphens`},
		{"capital letters", "{{Roads}}", `x.md:1:1: reference {{Roads}}: "Roads" is not an id; an id has small letters, digits and hyphens`},
		{"chart in a sentence", "见{{chart a}}。", "x.md:1:2: chart within a sentence; a chart stands alone on its line"},
		{"title in the text", "# 标题", "x.md:1:1: heading of level 1 in the text; the page's title is its only one"},
		{"same heading id", "## 甲 {#a}\n\n## 乙 {#a}", `x.md:3:1: heading id "a" is used twice on this page`},
		{"heading attribute", "## 甲 {.big}", `x.md:1:1: heading has the attribute "class"; only {#id} is allowed`},
		{"indented", "一\n\n    增换{{a}}。", "x.md:3:5: text is indented, which makes it a block of code: it would be printed as it is written, braces and all"},
		{"indented by a tab", "\t增换{{a}}。", "x.md:1:2: text is indented, which makes it a block of code: it would be printed as it is written, braces and all"},
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
		{"picture in a sentence", "见![路](a.jpg)", `x.md:1:2: picture "a.jpg" stands among text; a picture stands in a paragraph of its own`},
		{"picture in a list", "- ![路](a.jpg)", `x.md:1:3: picture "a.jpg" stands among text; a picture stands in a paragraph of its own`},
		{"picture in a link", "[![路](a.jpg)](/)", `x.md:1:2: picture "a.jpg" stands among text; a picture stands in a paragraph of its own`},
		{"picture without a text", "![ ](a.jpg)", `x.md:1:1: picture "a.jpg" has no text for those who cannot see it`},
		{"picture from elsewhere", "![路](https://example.org/a.jpg)", `x.md:1:1: picture "https://example.org/a.jpg" does not lie beside the page; pictures from elsewhere are not shown`},
		{"HTML in what is said of a picture", "![<b>路</b>](a.jpg)", "x.md:1:3: HTML \"<b>\" in the text; only Markdown is allowed"},
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

// TestRunText holds that a run has what is printed, and knows where it was written.
func TestRunText(t *testing.T) {
	tests := []struct{ source, want, of, at string }{
		{"about 50\nhouseholds", "about 50 households", "households", "x.md:2:1"},
		{"共有\n50户", "共有50户", "50", "x.md:2:1"},
		{"one  \ntwo", "one\ntwo", "two", "x.md:2:1"},
		{"- about\n  50 households", "about 50 households", "50", "x.md:2:3"},
		{`\*\*\*\*共156盏`, strings.Repeat(FigureMark, 4) + "共156盏", "156", "x.md:1:10"},
		{"A &amp; B &#19978; 7 &nope; 8", "A & B 上 7 &nope; 8", "8", "x.md:1:29"},
		{`\{{a}} 7`, FigureMark + "a" + FigureMark + " 7", "7", "x.md:1:8"},
		{`\{\{a}} 7`, FigureMark + "a" + FigureMark + " 7", "7", "x.md:1:9"},
		{`a}} \{b}} 1\. 7`, "a}} " + FigureMark + "b}} 1. 7", "7", "x.md:1:15"},
	}
	for _, tt := range tests {
		doc, problems := Parse("x.md", []byte(tt.source))
		if len(doc.Runs) != 1 {
			t.Fatalf("%s: runs %v, problems %v", tt.source, doc.Runs, problems)
		}
		run := doc.Runs[0]
		if run.Text != tt.want {
			t.Errorf("%s: text %q, want %q", tt.source, run.Text, tt.want)
		} else if got := run.Pos(strings.Index(run.Text, tt.of)).String(); got != tt.at {
			t.Errorf("%s: %q is at %s, want %s", tt.source, tt.of, got, tt.at)
		}
	}
	doc, _ := Parse("x.md", []byte(`## A &amp; B \* `+"`\\*`"))
	if got, want := show(doc.Headings[0].Text.Parts), `A &amp; B * \*`; got != want {
		t.Errorf("heading %q, want %q", got, want)
	}
}

// TestManyHeadings holds that headings which are all alike take no time that grows
// with the square of their number.
// What is said of each picture is read by itself, in its place.
func TestPictureRuns(t *testing.T) {
	doc, problems := Parse("x.md", []byte("前\n\n![甲42](a.jpg \"共{{a}}个7\")\n![乙](b.jpg)\n"))
	if len(problems) > 0 || len(doc.Runs) != 4 {
		t.Fatalf("problems %v, runs %v", problems, doc.Runs)
	}
	for i, want := range map[int]string{1: "甲42 x.md:3:4", 2: "共" + FigureMark + "个7 x.md:3:22", 3: "乙 x.md:4:3"} {
		run := doc.Runs[i]
		at := max(0, strings.IndexAny(run.Text, "47"))
		if got := run.Text + " " + run.Pos(at).String(); got != want {
			t.Errorf("run %d is %q, want %q", i, got, want)
		}
	}
}

func TestManyHeadings(t *testing.T) {
	doc, _ := Parse("x.md", []byte(strings.Repeat("## a\n", 10_000)+"## a 2\n"))
	if got := []string{doc.Headings[1].ID, doc.Headings[9999].ID, doc.Headings[10000].ID}; !slices.Equal(got, []string{"a-2", "a-10000", "a-2-2"}) {
		t.Errorf("ids %v", got)
	}
}

func TestWhich(t *testing.T) {
	for written, want := range map[string]Which{
		"{{a}}":                             {},
		"{{a value}}":                       {},
		"{{a 2024-01-01}}":                  {Date: "2024-01-01"},
		"{{a target}}":                      {Target: true},
		"{{a value target 2024-12-31}}":     {Target: true, Date: "2024-12-31"},
		"{{this.a target}}":                 {Target: true},
		"{{a area east}}":                   {Kind: "area", Term: "east"},
		"{{a as-of level town 2024-06-30}}": {Kind: "level", Term: "town", Date: "2024-06-30"},
	} {
		doc, problems := Parse("x.md", []byte(written))
		if len(problems) > 0 {
			t.Errorf("%s: %v", written, problems)
			continue
		}
		for ref := range Refs(doc.Parts) {
			if got, ok := ref.Which(); got != want || !ok || ref.Written() != written {
				t.Errorf("%s is %+v, want %+v; written %s", written, got, want, ref.Written())
			}
		}
	}
}

func TestParseLine(t *testing.T) {
	pos := diag.Pos{File: "x.md", Line: 2, Col: 10}
	line, problems := ParseLine(pos, `{{a value}}个 <b> \{{ {{b}}`)
	if got, want := show(line.Parts), "‹a|value›个 &lt;b&gt; {{ ‹b|›"; got != want || len(problems) > 0 {
		t.Errorf("got %s, want %s; problems %v", got, want, problems)
	}
	if got, want := line.Parts[4].Ref.Pos.String(), "x.md:2:31"; got != want {
		t.Errorf("second figure is at %s, want %s", got, want)
	}
	line, _ = ParseLine(pos, `甲\{{a}} {{b}}7`)
	run := line.Run()
	if want := "甲" + FigureMark + "a" + FigureMark + " " + FigureMark + "7"; run.Text != want {
		t.Errorf("text with escaped braces %q, want %q", run.Text, want)
	}
	if got := run.Pos(strings.Index(run.Text, "7")).Col; got != 23 {
		t.Errorf("column %d behind escaped braces, want 23", got)
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
