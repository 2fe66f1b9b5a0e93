package svg

import (
	"fmt"
	"strings"
)

// writeTextures writes the pattern of every texture that a shape is filled with.
// Its ID is the class of its ink after a hyphen: frame puts the ID of the picture
// before it.
func writeTextures(b *strings.Builder, shapes []*element) {
	written := map[string]bool{}
	for _, e := range shapes {
		if e.texture == nil || written[e.texture.Class] {
			continue
		}
		written[e.texture.Class] = true
		t := e.texture.Texture
		fmt.Fprintf(b, `<pattern id="-%s" width="%d" height="%[2]d" patternUnits="userSpaceOnUse">`, e.texture.Class, t.Size)
		// The class may have an outline, which a tile has not.
		fmt.Fprintf(b, `<path d="M0 0h%dv%[1]dH0" fill="%s" stroke-width="0" class="%s"/>`, t.Size, e.texture.Colour, e.texture.Class)
		fmt.Fprintf(b, `<path d="%s" fill="none" stroke="%s" stroke-width="%d" stroke-linecap="round" class="%s"/></pattern>`, t.Path, t.Colour, t.Width, t.Class)
	}
}

// own puts the ID of a picture before the IDs in a body, which is kept for all
// pictures that look the same. Neither is in a text: that has no quotation marks.
func own(body []byte, id string) string {
	return strings.NewReplacer(` id="-`, ` id="`+id+`-`, `"url(#-`, `"url(#`+id+`-`).Replace(string(body))
}
