// Package share draws the pictures by which a page is shown where its address is
// shared: in a chat, on a news site. It draws what it is given, and knows nothing of
// reports. The same card gives the same bytes on every machine.
package share

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
)

// Width and Height are those of a picture in pixels, the shape that Open Graph's
// readers expect: 1.91 to 1.
const (
	Width  = 1200
	Height = 630
)

// Card is what a picture says. All texts are final and in one language. All but Site
// and Title may be "".
type Card struct {
	Site   string // the site's name, at the foot
	Note   string // what must be known of the site: that the district does not exist
	Kicker string // one line above the title
	Title  string // up to three lines
	Figure string // large: 85.7%, 300余
	Unit   string // beside it, smaller: 盏
	Name   string // what the figure is, one line below it
	AsOf   string // of when it is, at the foot
	Accent string // the colour of the figure and the band on top, #a3201a; "" is black
}

// drawing counts the changes of this package that change pictures.
const drawing = 1

// Key names the picture of the card: another one has another key.
func (c Card) Key() string {
	text, err := json.Marshal(struct {
		Card
		Drawing int
	}{c, drawing})
	if err != nil {
		panic(err) // strings and a number always have a JSON form
	}
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:])[:16]
}
