package compose

import (
	"html"
	"strings"

	"gongshi/internal/answer"
	"gongshi/internal/report"
)

// Words returns what a page's body says, as text: a line for each block, figures in
// place. Of a chart it has the title.
func (c *Composer) Words(p *report.Page) string {
	doc := p.In[c.Lang.Code].Body
	if doc.Empty() {
		return ""
	}
	var w words
	for _, part := range doc.Parts {
		switch {
		case part.Pictures != nil:
			for _, picture := range part.Pictures {
				w.line(c.Plain(picture.Alt, p.Project))
				w.line(c.Plain(picture.Caption, p.Project))
			}
		case part.Ref != nil:
			a, _ := answer.To(c.Site, p.Project, part.Ref) // check saw to it
			w.WriteString(c.Mark(a).Text)
		case part.Chart != nil:
			w.line(c.Charts[part.Chart.ID].Figure.Title)
		case part.Link == nil:
			w.html(part.HTML)
		}
	}
	return w.String()
}

// words gathers text.
type words struct {
	strings.Builder
	tag bool // a tag has begun whose end is in a later part: it holds a link
}

func (w *words) line(text string) {
	if text != "" {
		w.WriteString("\n" + text + "\n")
	}
}

// html adds the text of HTML that package markdown wrote: every < in it begins a tag,
// every > ends one, but for those that are not in a tag.
func (w *words) html(s string) {
	for s != "" {
		mark := "<"
		if w.tag {
			mark = ">"
		}
		before, rest, found := strings.Cut(s, mark)
		switch {
		case !w.tag:
			w.WriteString(html.UnescapeString(before))
		case !withinWord(before):
			w.WriteByte('\n')
		}
		if found {
			w.tag = !w.tag
		}
		s = rest
	}
}

// withinWord reports whether a tag may stand within a line, or a word.
func withinWord(tag string) bool {
	name, _, _ := strings.Cut(strings.TrimPrefix(tag, "/"), " ")
	switch name {
	case "a", "code", "del", "em", "strong":
		return true
	}
	return strings.HasPrefix(tag, `"`) // what follows the link in a tag
}
