package main

// The colours of the sample programme.
const (
	cream   = 0xF6E7CC
	sand    = 0xE3C9A0
	clay    = 0xC9744F
	brick   = 0xA8503C
	red     = 0xC8503C
	yellow  = 0xF4BE4F
	glow    = 0xFFE3A0
	leaf    = 0x7FA566
	pine    = 0x557F55
	teal    = 0x3E858B
	sky     = 0xCFE6E8
	haze    = 0xD9D5CB // the sky on a dull day
	slate   = 0x56626C
	stone   = 0xB9B2A6
	paving  = 0xCDC3B4
	mud     = 0x9B7E5E
	darkMud = 0x7C6349
	wood    = 0x9A6B43
	ink3    = 0x36353F // nearly black
	skin    = 0xEBBE98
	hair    = 0x3A3032
	paper   = 0xFFFBF2
)

// dim returns a colour on a dull day: nearer to grey.
func dim(rgb uint32) uint32 {
	mix := func(shift uint32) uint32 { return (rgb>>shift&255*6 + 0x9A*4) / 10 << shift }
	return mix(16) | mix(8) | mix(0)
}

// tone returns a colour as it is, or on a dull day.
func tone(rgb uint32, bright bool) ink {
	if bright {
		return of(rgb)
	}
	return of(dim(rgb))
}

// backdrop draws the sky, with the sun on a bright day.
func backdrop(c *canvas, bright bool) {
	if !bright {
		c.fill(box(0, 0, width, height), of(haze))
		c.fill(soft(140, 110, 330, 54, 27), of(0xE4E1D9))
		c.fill(soft(760, 70, 380, 62, 31), of(0xE4E1D9))
		return
	}
	c.fill(box(0, 0, width, height), of(sky))
	c.fill(disc(1020, 130, 128), veil(glow, 45))
	c.fill(disc(1020, 130, 84), of(yellow))
	cloud(c, 210, 130)
	cloud(c, 660, 90)
}

func cloud(c *canvas, x, y float64) {
	c.fill(soft(x-95, y, 210, 46, 23), of(paper))
	c.fill(disc(x-24, y+4, 40), of(paper))
	c.fill(disc(x+36, y+10, 32), of(paper))
}

// house draws a house with a tiled roof; x and y are the top left of its wall.
func house(c *canvas, x, y, w, h float64, wall, roof ink) {
	c.fill(box(x, y, w, h), wall)
	c.fill(box(x, y, w, 22), veil(ink3, 10))
	c.fill(poly(x-30, y+6, x+26, y-64, x+w-26, y-64, x+w+30, y+6), roof)
	c.fill(box(x-30, y, w+60, 12), veil(ink3, 22))
	for tile := x + 20; tile < x+w; tile += 46 {
		c.fill(line(4, tile+(x+w/2-tile)*0.1, y-58, tile, y-4), veil(ink3, 14))
	}
}

// pane draws a window.
func pane(c *canvas, x, y, w, h float64, frame, glass ink) {
	c.fill(soft(x-9, y-9, w+18, h+18, 5), frame)
	c.fill(box(x, y, w, h), glass)
	c.fill(poly(x+w*0.15, y+h, x+w*0.55, y, x+w*0.8, y, x+w*0.4, y+h), veil(paper, 22))
	c.fill(box(x+w/2-3, y, 6, h), frame)
	c.fill(box(x-14, y+h+7, w+28, 10), frame)
}

// tree draws a tree that stands at x and y.
func tree(c *canvas, x, y, size float64, leaves ink) {
	c.fill(poly(x-size*0.09, y, x-size*0.05, y-size*0.8, x+size*0.05, y-size*0.8, x+size*0.09, y), of(0x7B5A40))
	for _, p := range points(-0.3, -0.85, 0.3, -0.9, 0, -1.2, 0, -0.8) {
		c.fill(disc(x+p.x*size, y+p.y*size, size*0.4), leaves)
	}
	c.fill(disc(x-size*0.2, y-size*1.15, size*0.2), veil(paper, 18))
}

// bush draws a low plant.
func bush(c *canvas, x, y, size float64, leaves ink) {
	c.fill(disc(x-size*0.55, y-size*0.35, size*0.42), leaves)
	c.fill(disc(x+size*0.55, y-size*0.35, size*0.42), leaves)
	c.fill(disc(x, y-size*0.55, size*0.58), leaves)
	c.fill(soft(x-size*0.97, y-size*0.4, size*1.94, size*0.42, size*0.2), leaves)
}

// A person stands, sits or walks, with feet at x and y, and looks to the right, or to
// the left with a negative size. Standing, it is 4.6 sizes tall.
type person struct {
	x, y, size  float64
	shirt, legs uint32
	hair        uint32
	sits        bool
}

func (p person) draw(c *canvas) {
	s, thick := p.size, max(p.size, -p.size)
	at := func(x, y float64) point { return point{p.x + x*s, p.y + y*thick} }
	limb := func(w float64, colour uint32, along ...point) { c.fill(stroke(w*thick, along...), of(colour)) }
	hip := -1.75
	if p.sits {
		hip = -1.25
		limb(0.5, p.legs, at(0, hip), at(0.95, hip), at(0.95, -0.15))
		limb(0.34, ink3, at(0.95, -0.1), at(1.25, -0.1))
	} else {
		limb(0.46, p.legs, at(-0.18, hip), at(-0.25, -0.2))
		limb(0.46, p.legs, at(0.18, hip), at(0.3, -0.2))
		limb(0.3, ink3, at(-0.25, -0.1), at(0.02, -0.1))
		limb(0.3, ink3, at(0.3, -0.1), at(0.58, -0.1))
	}
	limb(1.0, p.shirt, at(0, hip-0.2), at(0, hip-1.2))
	limb(0.36, skin, at(0, hip-1.6), at(0, hip-2.0))
	for _, part := range []struct {
		x, y, r float64
		colour  uint32
	}{{-0.07, -2.42, 0.57, p.hair}, {0.12, -2.26, 0.45, skin}} { // the head from behind, and the face
		middle := at(part.x, hip+part.y)
		c.fill(disc(middle.x, middle.y, part.r*thick), of(part.colour))
	}
	limb(0.32, p.shirt, at(0.1, hip-1.25), at(0.35, hip-0.55))
	limb(0.28, skin, at(0.35, hip-0.5), at(0.75, hip-0.35))
}

// scooter draws an electric bike that stands at x and y and looks to the right.
func scooter(c *canvas, x, y, size float64, colour ink) {
	s := size
	for _, wheel := range []float64{-1, 1.05} {
		c.fill(disc(x+wheel*s, y-0.42*s, 0.42*s), of(ink3))
		c.fill(disc(x+wheel*s, y-0.42*s, 0.2*s), of(stone))
	}
	c.fill(stroke(0.14*s, points(x+1.05*s, y-0.42*s, x+0.72*s, y-1.55*s, x+0.5*s, y-1.62*s)...), of(ink3))
	c.fill(poly(x-1.35*s, y-0.75*s, x-1.1*s, y-1.1*s, x-0.2*s, y-1.05*s, x-0.02*s, y-0.55*s, x+0.5*s, y-0.5*s,
		x+0.68*s, y-1.2*s, x+0.88*s, y-1.15*s, x+0.85*s, y-0.28*s, x-0.5*s, y-0.26*s, x-0.6*s, y-0.6*s), colour)
	c.fill(soft(x-1.2*s, y-1.27*s, 1.1*s, 0.24*s, 0.11*s), of(ink3))
	c.fill(soft(x-1.62*s, y-1.5*s, 0.55*s, 0.5*s, 0.08*s), of(slate))
	c.fill(disc(x+0.86*s, y-1.25*s, 0.13*s), of(yellow))
}

// bench draws a bench on the ground at y.
func bench(c *canvas, x, y, w float64) {
	for _, leg := range []float64{x + 22, x + w - 36} {
		c.fill(box(leg, y-58, 14, 58), of(slate))
	}
	c.fill(soft(x, y-124, w, 20, 8), of(wood))
	c.fill(soft(x, y-96, w, 20, 8), of(wood))
	c.fill(soft(x-6, y-66, w+12, 18, 8), of(0xB37D4E))
}
