package compose

import (
	"fmt"
	"html/template"
	"strings"

	"gongshi/internal/markdown"
	"gongshi/internal/report"
	"gongshi/internal/route"
	"gongshi/internal/view"
)

// pictures prints pictures that stand side by side. What stands above all text is
// seen at once, and the rest is loaded when a reader comes near.
func (f filler) pictures(placed []markdown.Picture, above bool) (template.HTML, error) {
	var v view.Pictures
	for _, place := range placed {
		p, _ := route.Picture(f.Site, f.page, place.Dest) // check saw to it
		picture := f.sized(p)
		picture.Alt, picture.Lazy = f.Plain(place.Alt, f.page.Project), !above
		var err error
		if picture.Caption, err = f.fill(place.Caption.Parts); err != nil {
			return "", err
		}
		v.Pictures = append(v.Pictures, picture)
	}
	return f.Templates.Part("pictures", v)
}

// usual is the width of the variant for browsers that cannot choose by themselves: it
// fills a column of text.
const usual = 960

// sized gives a picture its addresses and its size.
func (c *Composer) sized(p *report.Picture) (v view.Picture) {
	var set []string
	for _, size := range p.Sizes() {
		address := c.Shared(p.Variant(size.Width))
		set = append(set, fmt.Sprintf("%s %dw", address, size.Width))
		if v.URL == "" || size.Width <= usual {
			v.URL = address
		}
		v.Width, v.Height = size.Width, size.Height
	}
	v.Set = strings.Join(set, ", ")
	return v
}
