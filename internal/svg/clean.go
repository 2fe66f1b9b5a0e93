package svg

import (
	"cmp"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
)

// clean returns what is within the root of ECharts' SVG, with everything
// removed or replaced that has no place in a page: its style sheet, its classes
// and counters, invisible shapes, style attributes and marker colours. It knows
// every element and attribute that it lets through; another one is an error, as
// is a mark too many or too few.
func clean(drawing string, p Picture, inks map[string]Ink) ([]byte, error) {
	c := cleaner{marks: p.Marks, inks: inks, met: map[[2]int]bool{}}
	decoder := xml.NewDecoder(strings.NewReader(drawing))
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
	return c.body(), nil
}

// A cleaner writes a clean drawing, token by token.
type cleaner struct {
	marks  [][]Mark
	inks   map[string]Ink
	shapes []*element
	texts  strings.Builder
	open   []bool          // for every element that is open, whether it needs an end
	skip   int             // how many open elements are within one that is left out whole
	met    map[[2]int]bool // series and datum of the marks that ECharts drew
}

func (c *cleaner) token(token xml.Token) error {
	switch t := token.(type) {
	case xml.StartElement:
		return c.start(t)
	case xml.EndElement:
		c.end(t)
	case xml.CharData:
		if c.skip == 0 && len(c.open) > 0 && c.open[len(c.open)-1] {
			escape(&c.texts, strings.TrimPrefix(string(t), literal))
		}
	default:
		return fmt.Errorf("unexpected %T", t)
	}
	return nil
}

// start writes the beginning of an element, or leaves it out.
func (c *cleaner) start(t xml.StartElement) error {
	if c.skip > 0 || t.Name.Local == "style" || t.Name.Local == "defs" { // defs: the clips of the groups
		c.skip++
		return nil
	}
	written := false
	switch t.Name.Local {
	case "svg", "g": // ECharts' groups only repeat its tree
	case "path", "text", "rect":
		e, err := newElement(t, c.inks)
		if err != nil {
			return err
		}
		wanted, err := c.wanted(e)
		if err != nil {
			return err
		}
		switch written = wanted && e.name == "text"; {
		case written:
			e.write(&c.texts)
		case wanted:
			c.shapes = append(c.shapes, e)
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
		c.texts.WriteString("</" + t.Name.Local + ">")
	}
	c.open = c.open[:last]
}

// wanted reports whether an element is to be seen, and finds out which mark it
// is. A mark that nothing may be seen of is not wanted; one that the picture does
// not know is an error.
func (c *cleaner) wanted(e *element) (bool, error) {
	if !e.visible() || e.datum == nil {
		return e.visible(), nil
	}
	at := *e.datum
	if at[0] < len(c.marks) && c.marks[at[0]] == nil {
		return true, nil
	}
	if at[0] >= len(c.marks) || at[1] >= len(c.marks[at[0]]) || c.met[at] {
		return false, fmt.Errorf("unexpected mark %d %d", at[0], at[1])
	}
	c.met[at] = true
	e.mark = &c.marks[at[0]][at[1]]
	return e.mark.Drawn, nil
}

// checkMarks makes sure that every mark was drawn: ECharts leaves out what it
// does not know, without an error.
func (c *cleaner) checkMarks() error {
	for s, series := range c.marks {
		for d, m := range series {
			if m.Drawn && !c.met[[2]int{s, d}] {
				return fmt.Errorf("the mark %d %d was not drawn", s, d)
			}
		}
	}
	if len(c.shapes) == 0 && c.texts.Len() == 0 {
		return errors.New("the drawing is empty")
	}
	return nil
}

// body is the drawing: the patterns, the shapes, the texts. ECharts draws a series
// after the other; here the marks stand together, after all that is below any of
// them, in the order in which the table is read: by row, then by column.
func (c *cleaner) body() []byte {
	marks := slices.DeleteFunc(slices.Clone(c.shapes), func(e *element) bool { return e.mark == nil })
	slices.SortStableFunc(marks, func(a, b *element) int {
		return cmp.Or(cmp.Compare(a.mark.Category, b.mark.Category), cmp.Compare(a.mark.Series, b.mark.Series))
	})
	var out strings.Builder
	writeTextures(&out, c.shapes)
	for met := 0; len(c.shapes) > 0; c.shapes = c.shapes[1:] {
		e := c.shapes[0]
		if e.mark == nil {
			e.write(&out)
		} else if met++; met == len(marks) {
			for _, mark := range marks {
				mark.write(&out)
			}
		}
	}
	return []byte(out.String() + c.texts.String())
}
