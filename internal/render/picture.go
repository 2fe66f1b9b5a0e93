package render

import (
	"fmt"
	"html/template"
	"strings"

	"gongshi/internal/markdown"
	"gongshi/internal/report"
	"gongshi/internal/view"
)

// planPictures lists the pictures that pages show, in each of their sizes.
func (r *Renderer) planPictures() {
	shown := r.site.Shown()
	for p := range r.site.Pictures.All() {
		if !shown[p] {
			continue
		}
		for _, size := range p.Sizes() {
			path := strings.TrimPrefix(p.Variant(size.Width), "/")
			if _, planned := r.jobs[path]; !planned { // by a copy of the file
				r.add(path, func() (Output, error) { return Output{From: p.Name, Width: size.Width}, nil })
			}
		}
	}
}

// pictures prints pictures that stand side by side. What stands above all text is
// seen at once, and the rest is loaded when a reader comes near.
func (f filler) pictures(placed []markdown.Picture, above bool) (template.HTML, error) {
	var v view.Pictures
	for _, place := range placed {
		p, _ := f.Site.Picture(f.page, place.Dest) // check saw to it
		picture := f.sized(p)
		picture.Alt, picture.Lazy = f.plain(place.Alt, f.page.Project), !above
		var err error
		if picture.Caption, err = f.fill(place.Caption.Parts); err != nil {
			return "", err
		}
		v.Pictures = append(v.Pictures, picture)
	}
	return f.templates.Part("pictures", v)
}

// usual is the width of the variant for browsers that cannot choose by themselves: it
// fills a column of text.
const usual = 960

// sized gives a picture its addresses and its size.
func (r *Renderer) sized(p *report.Picture) (v view.Picture) {
	var set []string
	for _, size := range p.Sizes() {
		address := r.shared(p.Variant(size.Width))
		set = append(set, fmt.Sprintf("%s %dw", address, size.Width))
		if v.URL == "" || size.Width <= usual {
			v.URL = address
		}
		v.Width, v.Height = size.Width, size.Height
	}
	v.Set = strings.Join(set, ", ")
	return v
}
