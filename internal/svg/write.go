package svg

import (
	"encoding/xml"
	"fmt"
	"strings"
)

// fonts is what texts are set in: the system's own, with the Han characters of
// each system named.
const fonts = `system-ui, "PingFang SC", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif`

// margin is what a drawing that stands alone has around it.
const margin = 24

// frame puts the root element around a body.
func frame(body []byte, p Picture) []byte {
	var b strings.Builder
	around := 0
	if p.Ground != "" {
		around = margin
	}
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="%d %[1]d %d %d" width="%[2]d" height="%[3]d" role="img"`,
		-around, p.Width+2*around, p.Height+2*around)
	writeAttr(&b, "font-family", fonts)
	if p.Description == "" {
		fmt.Fprintf(&b, ` aria-labelledby="%s-t"><title id="%[1]s-t">`, p.ID)
	} else {
		fmt.Fprintf(&b, ` aria-labelledby="%s-t %[1]s-d"><title id="%[1]s-t">`, p.ID)
	}
	escape(&b, p.Title)
	b.WriteString("</title>")
	if p.Description != "" {
		fmt.Fprintf(&b, `<desc id="%s-d">`, p.ID)
		escape(&b, p.Description)
		b.WriteString("</desc>")
	}
	if p.Ground != "" {
		fmt.Fprintf(&b, `<rect x="%d" y="%[1]d" width="100%%" height="100%%" fill="%s"/>`, -around, p.Ground)
	}
	b.WriteString(own(body, p.ID))
	b.WriteString("</svg>")
	return []byte(b.String())
}

// writeAttr writes an attribute.
func writeAttr(b *strings.Builder, name, value string) {
	b.WriteString(" " + name + `="`)
	escape(b, value)
	b.WriteString(`"`)
}

// escape writes a text so that XML and HTML both read it back.
func escape(b *strings.Builder, text string) {
	// A strings.Builder never fails.
	_ = xml.EscapeText(b, []byte(text))
}

// literal begins every line of a text in an option, and is taken off what is
// drawn. ECharts keeps texts as keys of plain objects, where "constructor" would
// be found without having been put; with the mark, which has no width, no text is
// a word that means something to it.
const literal = "\u2060"

// Literal joins the lines of a text for an option: they are drawn as they are
// written, one below the other.
func Literal(lines []string) string { return literal + strings.Join(lines, "\n"+literal) }
