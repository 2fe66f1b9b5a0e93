package chart

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// fonts is what texts are set in: the system's own, with the Han characters of
// each system named.
const fonts = `system-ui, "PingFang SC", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif`

// frame puts the root element around a body.
func frame(body []byte, s Spec, c canvas, p plan) []byte {
	id := s.ID + "-" + c.suffix
	var b strings.Builder
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%[1]d" height="%[2]d" role="img"`, p.width, p.height)
	writeAttr(&b, "font-family", fonts)
	if s.Description == "" {
		fmt.Fprintf(&b, ` aria-labelledby="%s-t"><title id="%[1]s-t">`, id)
	} else {
		fmt.Fprintf(&b, ` aria-labelledby="%s-t %[1]s-d"><title id="%[1]s-t">`, id)
	}
	escape(&b, s.Title)
	b.WriteString("</title>")
	if s.Description != "" {
		fmt.Fprintf(&b, `<desc id="%s-d">`, id)
		escape(&b, s.Description)
		b.WriteString("</desc>")
	}
	b.Write(body)
	b.WriteString("</svg>")
	return []byte(b.String())
}

// cleanDrawing returns what is within the root of ECharts' SVG, with everything
// removed or replaced that has no place in a page: its style sheet, its classes
// and counters, invisible shapes, style attributes and marker colours. It knows
// every element and attribute that it lets through; another one is an error, as
// is a mark too many or too few.
func cleanDrawing(svg string, s Spec) ([]byte, error) {
	c := cleaner{spec: s, marks: map[[2]int]bool{}}
	decoder := xml.NewDecoder(strings.NewReader(svg))
	for {
		token, err := decoder.RawToken()
		if errors.Is(err, io.EOF) {
			break
		}
		if err == nil {
			err = c.token(token)
		}
		if err != nil {
			return nil, fmt.Errorf("clean the drawing: %w", err)
		}
	}
	if err := c.checkMarks(); err != nil {
		return nil, err
	}
	return []byte(c.out.String()), nil
}

// A cleaner writes a clean drawing, token by token.
type cleaner struct {
	spec  Spec
	out   strings.Builder
	open  []bool          // for every element that is open, whether it needs an end
	skip  int             // how many open elements are within one that is left out whole
	marks map[[2]int]bool // series and category of the marks that were written
}

func (c *cleaner) token(token xml.Token) error {
	switch t := token.(type) {
	case xml.StartElement:
		return c.start(t)
	case xml.EndElement:
		c.end(t)
	case xml.CharData:
		if c.skip == 0 && len(c.open) > 0 && c.open[len(c.open)-1] {
			escape(&c.out, strings.TrimPrefix(string(t), literal))
		}
	default:
		return fmt.Errorf("unexpected %T", t)
	}
	return nil
}

// start writes the beginning of an element, or leaves it out.
func (c *cleaner) start(t xml.StartElement) error {
	if c.skip > 0 || t.Name.Local == "style" {
		c.skip++
		return nil
	}
	written := false
	switch t.Name.Local {
	case "svg", "g": // ECharts' groups only repeat its tree
	case "path", "text", "rect":
		e, err := newElement(t)
		if err != nil {
			return err
		}
		wanted, err := c.wanted(e)
		if err != nil {
			return err
		}
		if wanted {
			e.write(&c.out)
			written = e.name == "text" // a shape is complete
		}
	default:
		return fmt.Errorf("unexpected element <%s>", t.Name.Local)
	}
	c.open = append(c.open, written)
	return nil
}

func (c *cleaner) end(t xml.EndElement) {
	if c.skip > 0 {
		c.skip--
		return
	}
	last := len(c.open) - 1
	if c.open[last] {
		c.out.WriteString("</" + t.Name.Local + ">")
	}
	c.open = c.open[:last]
}

// wanted reports whether an element is to be seen. A mark without a value is not;
// a mark that no point asked for is an error.
func (c *cleaner) wanted(e *element) (bool, error) {
	if !e.visible() || e.mark == nil {
		return e.visible(), nil
	}
	m := *e.mark
	if m[0] >= len(c.spec.Series) || m[1] >= len(c.spec.Categories) || c.marks[m] {
		return false, fmt.Errorf("unexpected mark %d %d", m[0], m[1])
	}
	c.marks[m] = c.spec.Series[m[0]].Points[m[1]].Value > 0
	return c.marks[m], nil
}

// checkMarks makes sure that every value that is not zero was drawn: ECharts
// leaves out what it does not know, without an error.
func (c *cleaner) checkMarks() error {
	for s, series := range c.spec.Series {
		for d, p := range series.Points {
			if p.Value > 0 && !c.marks[[2]int{s, d}] {
				return fmt.Errorf("the value %v (%q) of %q was not drawn", p.Value, p.Label, c.spec.Categories[d])
			}
		}
	}
	if c.out.Len() == 0 {
		return errors.New("the drawing is empty")
	}
	return nil
}

// An element is a shape or a text of the clean drawing.
type element struct {
	name    string
	attrs   [][2]string // in the order of ECharts
	classes []string
	mark    *[2]int // series and category, for a mark
}

// newElement cleans the attributes of an element.
func newElement(t xml.StartElement) (*element, error) {
	e := &element{name: t.Name.Local}
	given := map[string]string{}
	for _, attr := range t.Attr {
		given[attr.Name.Local] = attr.Value
	}
	if err := e.findMark(given); err != nil {
		return nil, err
	}
	for _, attr := range t.Attr {
		if err := e.attr(attr.Name.Local, attr.Value, given); err != nil {
			return nil, err
		}
	}
	return e, nil
}

// findMark reads which mark an element is, if any. A swatch of a legend is none.
func (e *element) findMark(given map[string]string) error {
	if e.name == "text" || given["ecmeta_ssr_type"] != "chart" {
		return nil
	}
	series, err1 := strconv.Atoi(given["ecmeta_series_index"])
	category, err2 := strconv.Atoi(given["ecmeta_data_index"])
	e.mark = &[2]int{series, category}
	return errors.Join(err1, err2)
}

// attr cleans one of the attributes that were given.
func (e *element) attr(name, value string, given map[string]string) error {
	unseen := name == "fill" && given["fill-opacity"] == "0" || name == "stroke" && given["stroke-width"] == "0"
	if unseen {
		value = "none"
	}
	switch name {
	case "fill", "stroke":
		return e.colour(name, value)
	case "style":
		return e.style(value)
	case "class", "id", "pointer-events", "space", // white space is single already
		"stroke-linecap", "stroke-miterlimit",
		"ecmeta_ssr_type", "ecmeta_series_index", "ecmeta_data_index", "ecmeta_silent":
	case "fill-opacity":
		if value != "0" {
			return fmt.Errorf("unexpected opacity %s of <%s>", value, e.name)
		}
	case "d", "transform", "x", "y", "width", "height", "stroke-width":
		e.add(name, roundAll(value))
	case "text-anchor", "dominant-baseline", "stroke-linejoin":
		e.add(name, value)
	default:
		return fmt.Errorf("unexpected attribute %s=%q of <%s>", name, value, e.name)
	}
	return nil
}

func (e *element) add(name, value string) { e.attrs = append(e.attrs, [2]string{name, value}) }

// colour replaces a marker by a colour and a class.
func (e *element) colour(name, value string) error {
	if value == "none" {
		e.add(name, value)
		return nil
	}
	ink, known := inks[value]
	if !known {
		return fmt.Errorf("unexpected colour %s=%q of <%s>", name, value, e.name)
	}
	e.add(name, ink.colour)
	if !slices.Contains(e.classes, ink.class) {
		e.classes = append(e.classes, ink.class)
	}
	return nil
}

// style turns the declarations of a style attribute into attributes: the pages'
// security policy forbids the former.
func (e *element) style(value string) error {
	for declaration := range strings.SplitSeq(value, ";") {
		name, value, _ := strings.Cut(declaration, ":")
		switch strings.TrimSpace(name) {
		case "", "font-family": // the root has it
		case "font-size":
			e.add("font-size", strings.TrimSuffix(strings.TrimSpace(value), "px"))
		case "font-weight":
			e.add("font-weight", strings.TrimSpace(value))
		default:
			return fmt.Errorf("unexpected style %q of <%s>", declaration, e.name)
		}
	}
	return nil
}

// visible reports whether anything of the element is to be seen.
func (e *element) visible() bool {
	return slices.ContainsFunc(e.attrs, func(a [2]string) bool {
		return (a[0] == "fill" || a[0] == "stroke") && a[1] != "none"
	})
}

func (e *element) write(b *strings.Builder) {
	b.WriteString("<" + e.name)
	for _, attr := range e.attrs {
		writeAttr(b, attr[0], attr[1])
	}
	if len(e.classes) > 0 {
		writeAttr(b, "class", strings.Join(e.classes, " "))
	}
	if e.mark != nil {
		fmt.Fprintf(b, ` data-s="%d" data-d="%d"`, e.mark[0], e.mark[1])
	}
	if e.name != "text" {
		b.WriteString("/")
	}
	b.WriteString(">")
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

var number = regexp.MustCompile(`-?\d+\.\d+(e-?\d+)?|-?\d+e-?\d+`)

// roundAll rounds every number in a text to two decimals.
func roundAll(text string) string {
	return number.ReplaceAllStringFunc(text, func(digits string) string {
		value, err := strconv.ParseFloat(digits, 64)
		if err != nil {
			return digits
		}
		rounded := math.Round(value*100) / 100
		return strconv.FormatFloat(rounded+0, 'f', -1, 64) // +0: no minus zero
	})
}
