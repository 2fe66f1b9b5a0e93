package brand

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"html"
	"io"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"gongshi/internal/diag"
)

// An SVG can hold scripts, links and pictures from elsewhere. It is written anew
// from a short list of shapes and attributes; what is not on it is either left out,
// where nobody would miss it, or refused.

// shapes are the elements that are kept.
var shapes = strings.Fields("svg g defs path rect circle ellipse line polyline polygon linearGradient radialGradient stop clipPath")

// remarks are the elements that are left out with all that is in them: notes of the
// program that made the file. So are all with a prefix, as in sodipodi:namedview.
var remarks = strings.Fields("title desc metadata")

// drawn are the shapes that can be seen, and what each cannot do without.
var drawn = map[string]string{
	"path": "d", "rect": "width", "circle": "r", "ellipse": "rx", "line": "x2", "polyline": "points", "polygon": "points",
}

// unseen are the elements that draw nothing of what is in them.
var unseen = strings.Fields("defs clipPath linearGradient radialGradient")

// places are the attributes that are kept, of whatever element, and say where and
// how large something is. In a style they would have units, and are refused.
var places = strings.Fields(`id viewBox x y rx ry cx cy r x1 y1 x2 y2 fx fy d points transform offset
	clipPathUnits gradientUnits gradientTransform spreadMethod`)

// paints are the attributes that are kept and may stand in a style as well.
var paints = strings.Fields(`fill fill-opacity fill-rule clip-rule clip-path stroke stroke-width stroke-opacity
	stroke-linecap stroke-linejoin stroke-miterlimit stroke-dasharray stroke-dashoffset
	opacity stop-color stop-opacity display visibility`)

// harmless is what a value may be: numbers, names, colours, paths, and a thing of
// the same file. No address of another file can be written so.
var harmless = regexp.MustCompile(`^[\w\s.,#%+-]*(\([\w\s.,%+-]*\)[\w\s.,#%+-]*)*$|^url\(['"]?#[\w.-]+['"]?\)$`)

// local is a link within the file.
var local = regexp.MustCompile(`^#[\w.-]+$`)

// export is the way out of every refusal.
const export = "export it as a PNG of 512 pixels, or save it as a plain SVG with all text turned into paths"

// readSVG writes an SVG anew.
func readSVG(name string, data []byte) (Emblem, *diag.Problem) {
	r := &svgReader{decoder: xml.NewDecoder(bytes.NewReader(data)), name: name}
	for {
		token, err := r.decoder.RawToken()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return Emblem{}, r.refuse("is damaged, or no SVG: %v", err)
		}
		if problem := r.token(token); problem != nil {
			return Emblem{}, problem
		}
	}
	e := r.emblem
	e.Ext, e.Data = ".svg", r.out.Bytes()
	switch {
	case len(r.open) > 0 || r.skip > 0 || r.shown == 0:
		return Emblem{}, r.refuse("has no shape that can be seen, or ends too early")
	case len(e.Data) > maxSVG:
		return Emblem{}, r.refuse("has %d KB of shapes; an SVG emblem may have %d KB, as every page loads it", len(e.Data)>>10, maxSVG>>10)
	}
	if err := wellFormed(e.Data); err != nil {
		return Emblem{}, r.refuse("cannot be written anew: %v", err)
	}
	return e, nil
}

// wellFormed reads an SVG once more as a browser does, which draws nothing of one
// with a fault (XML 1.0, well-formedness constraints). encoding/xml does not see an
// attribute that stands twice.
func wellFormed(data []byte) error {
	for d := xml.NewDecoder(bytes.NewReader(data)); ; {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		element, _ := token.(xml.StartElement)
		has := map[xml.Name]bool{}
		for _, a := range element.Attr {
			if has[a.Name] {
				return fmt.Errorf("<%s> has %s twice", element.Name.Local, a.Name.Local)
			}
			has[a.Name] = true
		}
	}
}

type svgReader struct {
	decoder *xml.Decoder
	name    string
	out     bytes.Buffer
	emblem  Emblem
	open    []element // those that have begun
	skip    int       // how many are within a remark, itself included
	shown   int       // how many shapes were written that can be seen
}

type element struct {
	name   string
	attrs  []attr // in the order in which they came, each once
	hidden bool   // nothing within it is drawn
}

type attr struct{ name, value string }

// set gives an attribute a value, in the place that it has.
func (e *element) set(name, value string) {
	if i := e.index(name); i >= 0 {
		e.attrs[i].value = value
		return
	}
	e.attrs = append(e.attrs, attr{name, value})
}

// value returns the value of an attribute, "" when there is none.
func (e *element) value(name string) string {
	if i := e.index(name); i >= 0 {
		return e.attrs[i].value
	}
	return ""
}

func (e *element) index(name string) int {
	return slices.IndexFunc(e.attrs, func(a attr) bool { return a.name == name })
}

// refuse says why an SVG cannot be an emblem, at the place that was read last.
func (r *svgReader) refuse(format string, args ...any) *diag.Problem {
	line, col := r.decoder.InputPos()
	return refuse(diag.Pos{File: r.name, Line: line, Col: col}, export, "the SVG "+format, args...)
}

func (r *svgReader) token(token xml.Token) *diag.Problem {
	switch t := token.(type) {
	case xml.StartElement:
		return r.start(t)
	case xml.EndElement:
		return r.end(t)
	case xml.Directive:
		if bytes.ContainsRune(t, '[') {
			return r.refuse("declares entities, which are not read")
		}
	}
	return nil // text, remarks and the like draw nothing
}

func (r *svgReader) start(t xml.StartElement) *diag.Problem {
	name := t.Name.Local
	switch {
	case r.skip > 0 || t.Name.Space != "" || slices.Contains(remarks, name):
		r.skip++
		return nil
	case !slices.Contains(shapes, name):
		return r.refuse("has <%s>, which is not allowed; allowed are %s", name, strings.Join(shapes, ", "))
	case (name == "svg") != (len(r.open) == 0):
		return r.refuse("has <%s> where it cannot stand", name)
	case len(r.open) == 0 && r.out.Len() > 0:
		return r.refuse("goes on after its end")
	}
	e := element{name: name, hidden: slices.Contains(unseen, name)}
	if name == "svg" {
		e.set("xmlns", "http://www.w3.org/2000/svg")
		if problem := r.shape(&e, t.Attr); problem != nil {
			return problem
		}
	}
	if problem := r.attributes(&e, t.Attr); problem != nil {
		return problem
	}
	r.write(e)
	return nil
}

// write writes the beginning of an element, and counts it if it can be seen.
func (r *svgReader) write(e element) {
	r.out.WriteString("<" + e.name)
	for _, a := range e.attrs {
		fmt.Fprintf(&r.out, ` %s="%s"`, a.name, html.EscapeString(a.value))
	}
	r.out.WriteString(">")
	if n := len(r.open); n > 0 && r.open[n-1].hidden || e.value("display") == "none" {
		e.hidden = true
	}
	if needs, ok := drawn[e.name]; ok && !e.hidden && e.value(needs) != "" {
		r.shown++
	}
	r.open = append(r.open, e)
}

func (r *svgReader) end(t xml.EndElement) *diag.Problem {
	if r.skip > 0 {
		r.skip--
		return nil
	}
	last := len(r.open) - 1
	if last < 0 || r.open[last].name != t.Name.Local {
		return r.refuse("is damaged: </%s> ends nothing", t.Name.Local)
	}
	r.open = r.open[:last]
	r.out.WriteString("</" + t.Name.Local + ">")
	return nil
}

// attributes takes over the attributes of an element, or leaves them out. What is in
// its style holds against an attribute of the same name (CSS, the cascade).
func (r *svgReader) attributes(e *element, attrs []xml.Attr) *diag.Problem {
	var style string
	for _, a := range attrs {
		name, value := a.Name.Local, strings.TrimSpace(a.Value)
		switch {
		case strings.HasPrefix(strings.ToLower(name), "on"):
			return r.refuse("has a script in %s", name)
		case name == "href":
			if !strings.HasSuffix(e.name, "Gradient") || !local.MatchString(value) {
				return r.refuse("links to %q; an emblem has no links", value)
			}
			if a.Name.Space == "" || e.value(name) == "" { // xlink:href counts where there is no href (SVG 2, linking)
				e.set(name, value)
			}
		case a.Name.Space != "":
		case name == "style":
			style = value
		case slices.Contains(places, name), slices.Contains(paints, name), e.name == "rect" && (name == "width" || name == "height"):
			if problem := r.property(e, name, value); problem != nil {
				return problem
			}
		} // the rest are notes, or change little
	}
	return r.style(e, style)
}

// style takes over what stands in a style attribute.
func (r *svgReader) style(e *element, style string) *diag.Problem {
	for declaration := range strings.SplitSeq(style, ";") {
		name, value, _ := strings.Cut(declaration, ":")
		name, value = strings.TrimSpace(name), strings.TrimSpace(value)
		if slices.Contains(places, name) {
			return r.refuse("has %s in a style, which is not understood", name)
		}
		if slices.Contains(paints, name) {
			if problem := r.property(e, name, value); problem != nil {
				return problem
			}
		}
	}
	return nil
}

func (r *svgReader) property(e *element, name, value string) *diag.Problem {
	if !harmless.MatchString(value) {
		return r.refuse("has %s=%q, which is not understood", name, value)
	}
	e.set(name, value)
	return nil
}

// shape finds out how the drawing is shaped, from its viewBox or its size.
func (r *svgReader) shape(e *element, attrs []xml.Attr) *diag.Problem {
	of := map[string]string{}
	for _, a := range attrs {
		if a.Name.Space == "" {
			of[a.Name.Local] = a.Value
		}
	}
	box := numbers(of["viewBox"])
	if _, has := of["viewBox"]; !has {
		box = numbers("0 0 " + strings.TrimSuffix(of["width"], "px") + " " + strings.TrimSuffix(of["height"], "px"))
		if len(box) == 4 {
			e.set("viewBox", fmt.Sprintf("0 0 %g %g", box[2], box[3]))
		}
	}
	if len(box) != 4 || !(box[2] > 0) || !(box[3] > 0) || max(box[2], box[3]) > 1e6 {
		return r.refuse("does not say how large its drawing is; it needs a viewBox")
	}
	// Whole numbers in the same proportion: an emblem may be a tenth of a unit wide.
	scale := 1000 / max(box[2], box[3])
	r.emblem.Width, r.emblem.Height = max(1, int(math.Round(box[2]*scale))), max(1, int(math.Round(box[3]*scale)))
	return nil
}

// numbers reads numbers between spaces or commas; nil when one is none.
func numbers(s string) []float64 {
	var list []float64
	for _, field := range strings.FieldsFunc(s, func(c rune) bool { return c == ',' || c == ' ' }) {
		n, err := strconv.ParseFloat(field, 64)
		if err != nil {
			return nil
		}
		list = append(list, n)
	}
	return list
}
