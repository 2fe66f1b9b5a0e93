package svg

import (
	"encoding/xml"
	"errors"
	"fmt"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// An element is a shape or a text of the clean drawing.
type element struct {
	name    string
	inks    map[string]Ink
	attrs   [][2]string // in the order of ECharts
	classes []string
	texture *Ink    // what it is filled with, if that is a pattern
	datum   *[2]int // series and datum of the option, if it is drawn for one
	mark    *Mark   // what the datum stands for, if it is a mark
}

// newElement cleans the attributes of an element.
func newElement(t xml.StartElement, inks map[string]Ink) (*element, error) {
	e := &element{name: t.Name.Local, inks: inks}
	given := map[string]string{}
	for _, attr := range t.Attr {
		given[attr.Name.Local] = attr.Value
	}
	if err := e.findDatum(given); err != nil {
		return nil, err
	}
	for _, attr := range t.Attr {
		if err := e.attr(attr.Name.Local, attr.Value, given); err != nil {
			return nil, err
		}
	}
	return e, nil
}

// findDatum reads which datum an element is drawn for, if any. A swatch of a
// legend is drawn for none.
func (e *element) findDatum(given map[string]string) error {
	if e.name == "text" || given["ecmeta_ssr_type"] != "chart" {
		return nil
	}
	series, err1 := strconv.Atoi(given["ecmeta_series_index"])
	datum, err2 := strconv.Atoi(given["ecmeta_data_index"])
	e.datum = &[2]int{series, datum}
	return errors.Join(err1, err2)
}

// attr cleans one of the attributes that were given.
func (e *element) attr(name, value string, given map[string]string) error {
	noFill := given["fill-opacity"] == "0" || straight.MatchString(given["d"])
	if name == "fill" && noFill || name == "stroke" && given["stroke-width"] == "0" {
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
	case "text-anchor", "dominant-baseline", "stroke-linejoin", "stroke-dasharray":
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
	ink, known := e.inks[value]
	if !known {
		return fmt.Errorf("unexpected colour %s=%q of <%s>", name, value, e.name)
	}
	if name == "fill" && ink.Texture.Path != "" {
		e.texture = &ink
		e.add(name, "url(#-"+ink.Class+")")
		return nil
	}
	e.add(name, ink.Colour)
	if ink.Halo != "" {
		e.attrs = append(e.attrs, [][2]string{{"stroke", ink.Halo}, {"stroke-width", "6"}, {"stroke-linejoin", "round"}, {"paint-order", "stroke"}}...)
	}
	if !slices.Contains(e.classes, ink.Class) {
		e.classes = append(e.classes, ink.Class)
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
		fmt.Fprintf(b, ` data-s="%d" data-d="%d"`, e.mark.Series, e.mark.Category)
	}
	if e.name != "text" {
		b.WriteString("/")
	}
	b.WriteString(">")
}

// straight is a path of one straight line, which encloses nothing to fill.
var straight = regexp.MustCompile(`^M[^A-Za-z]*L[^A-Za-z]*$`)

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
