package render

import (
	"strings"

	"gongshi/internal/route"
)

// planPictures lists the pictures that pages show, in each of their sizes.
func (r *Renderer) planPictures() {
	shown := route.Shown(r.set.Site)
	for p := range r.set.Site.Pictures.All() {
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
