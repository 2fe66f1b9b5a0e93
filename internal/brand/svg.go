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

// properties are the attributes that are kept, of whatever element.
var properties = strings.Fields(`id viewBox x y rx ry cx cy r x1 y1 x2 y2 fx fy d points transform offset
	fill fill-opacity fill-rule clip-rule clip-path clipPathUnits stroke stroke-width stroke-opacity
	stroke-linecap stroke-linejoin stroke-miterlimit stroke-dasharray stroke-dashoffset
	opacity stop-color stop-opacity gradientUnits gradientTransform spreadMethod display visibility`)

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
		return Emblem{}, r.refuse("has no shape that can be shown, or ends too early")
	case len(e.Data) > maxSVG:
		return Emblem{}, r.refuse("has %d KB of shapes; an SVG emblem may have %d KB, as every page loads it", len(e.Data)>>10, maxSVG>>10)
	}
	return e, nil
}

type svgReader struct {
	decoder *xml.Decoder
	name    string
	out     bytes.Buffer
	emblem  Emblem
	open    []string // the elements that have begun
	skip    int      // how many of them are within a remark, itself included
	shown   int      // how many shapes were written
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
	element := t.Name.Local
	switch {
	case r.skip > 0 || t.Name.Space != "" || slices.Contains(remarks, element):
		r.skip++
		return nil
	case !slices.Contains(shapes, element):
		return r.refuse("has <%s>, which is not allowed; allowed are %s", element, strings.Join(shapes, ", "))
	case (element == "svg") != (len(r.open) == 0):
		return r.refuse("has <%s> where it cannot stand", element)
	case len(r.open) == 0 && r.shown > 0:
		return r.refuse("goes on after its end")
	}
	r.open = append(r.open, element)
	r.out.WriteString("<" + element)
	if element == "svg" {
		r.out.WriteString(` xmlns="http://www.w3.org/2000/svg"`)
		if problem := r.shape(t.Attr); problem != nil {
			return problem
		}
	} else {
		r.shown++
	}
	for _, a := range t.Attr {
		if problem := r.attribute(element, a); problem != nil {
			return problem
		}
	}
	r.out.WriteString(">")
	return nil
}

func (r *svgReader) end(t xml.EndElement) *diag.Problem {
	if r.skip > 0 {
		r.skip--
		return nil
	}
	last := len(r.open) - 1
	if last < 0 || r.open[last] != t.Name.Local {
		return r.refuse("is damaged: </%s> ends nothing", t.Name.Local)
	}
	r.open = r.open[:last]
	r.out.WriteString("</" + t.Name.Local + ">")
	return nil
}

// attribute writes an attribute, or leaves it out.
func (r *svgReader) attribute(element string, a xml.Attr) *diag.Problem {
	name, value := a.Name.Local, strings.TrimSpace(a.Value)
	switch {
	case strings.HasPrefix(strings.ToLower(name), "on"):
		return r.refuse("has a script in %s", name)
	case name == "href":
		if !strings.HasSuffix(element, "Gradient") || !local.MatchString(value) {
			return r.refuse("links to %q; an emblem has no links", value)
		}
		fmt.Fprintf(&r.out, ` href="%s"`, value)
	case a.Name.Space != "":
	case name == "style":
		for declaration := range strings.SplitSeq(value, ";") {
			property, v, _ := strings.Cut(declaration, ":")
			if problem := r.property(strings.TrimSpace(property), strings.TrimSpace(v)); problem != nil {
				return problem
			}
		}
	default:
		return r.property(name, value)
	}
	return nil
}

// property writes what is on the list. The rest are notes, or change little.
func (r *svgReader) property(name, value string) *diag.Problem {
	if !slices.Contains(properties, name) {
		return nil
	}
	if !harmless.MatchString(value) {
		return r.refuse("has %s=%q, which is not understood", name, value)
	}
	fmt.Fprintf(&r.out, ` %s="%s"`, name, html.EscapeString(value))
	return nil
}

// shape finds out how the drawing is shaped, from its viewBox or its size.
func (r *svgReader) shape(attrs []xml.Attr) *diag.Problem {
	of := map[string]string{}
	for _, a := range attrs {
		of[a.Name.Local] = a.Value
	}
	box := numbers(of["viewBox"])
	if _, has := of["viewBox"]; !has {
		box = numbers("0 0 " + strings.TrimSuffix(of["width"], "px") + " " + strings.TrimSuffix(of["height"], "px"))
		if len(box) == 4 {
			fmt.Fprintf(&r.out, ` viewBox="0 0 %g %g"`, box[2], box[3])
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
