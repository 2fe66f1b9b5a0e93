package main

// street is a street at night, without light and with it.
func street(c *canvas, after bool) {
	night, far, wall := of(0x1E2333), of(0x191D2B), of(0x272C3C)
	if after {
		night, far, wall = of(0x2B3A5E), of(0x22304F), of(0x4A4A62)
	}
	c.fill(box(0, 0, width, height), night)
	for _, star := range points(120, 90, 300, 60, 470, 130, 640, 50, 820, 110, 1090, 70, 980, 180, 210, 190) {
		c.fill(disc(star.x, star.y, 3), veil(paper, 60))
	}
	c.fill(disc(905, 105, 44), of(0xE8E2CE))
	c.fill(disc(885, 95, 38), night)
	c.fill(poly(0, 400, 180, 330, 420, 390, 700, 320, 930, 380, 1200, 330, 1200, 620, 0, 620), far)
	for i, x := range []float64{60, 440, 830} {
		house(c, x, 360+float64(i%2)*30, 290, 240-float64(i%2)*30, wall, far)
		for n := range 2 {
			lit := of(0x171B28)
			if after || i == 1 && n == 1 {
				lit = of(0xF0B65A)
			}
			pane(c, x+45+float64(n)*130, 415+float64(i%2)*30, 68, 82, far, lit)
		}
	}
	road(c, after)
	for _, x := range []float64{150, 600, 1050} {
		streetLight(c, x, after, x == 600)
	}
	if after {
		person{395, 690, 34, red, 0x3A4664, hair, false}.draw(c)
		person{850, 700, -32, yellow, 0x34505A, 0x8C8886, false}.draw(c)
		person{768, 700, -20, leaf, 0x54607A, hair, false}.draw(c)
		return
	}
	person{820, 700, -32, 0x23283A, 0x1B1F2D, 0x14161F, false}.draw(c) // hardly to be seen
}

// road draws the ground of the street.
func road(c *canvas, lit bool) {
	pavement, tar := of(0x232738), of(0x161924)
	if lit {
		pavement, tar = of(0x75706C), of(0x454658)
	}
	c.fill(box(0, 600, width, 110), pavement)
	c.fill(box(0, 704, width, 10), veil(ink3, 40))
	c.fill(box(0, 712, width, 88), tar)
	for x := 40.0; x < width; x += 180 {
		c.fill(soft(x, 752, 90, 8, 4), veil(paper, 22))
	}
}

// streetLight draws a lamp; before the works there is one, and it is broken.
func streetLight(c *canvas, x float64, lit, broken bool) {
	switch {
	case lit:
		for i, spread := range []float64{1, 0.72, 0.46} {
			c.fill(poly(x+54, 190, x+100, 190, x+77+240*spread, 700, x+77-240*spread, 700), veil(glow, []uint32{13, 15, 19}[i]))
			c.fill(oval(x+77, 690, 230*spread, 34*spread), veil(glow, 20))
		}
		c.fill(stroke(13, append(points(x, 690, x, 230), bow(x, 230, x, 175, x+60, 176)...)...), of(0x8B93A5))
		c.fill(disc(x+77, 190, 46), veil(glow, 45))
		c.fill(soft(x+44, 166, 68, 24, 11), of(0x8B93A5))
		c.fill(soft(x+50, 184, 56, 15, 7), of(0xFFF6D8))
	case broken:
		c.fill(stroke(13, points(x, 690, x+8, 450, x-10, 240)...), of(0x3A3F50))
		c.fill(stroke(9, append(points(x-10, 240), bow(x-10, 240, x+30, 190, x+58, 270)...)...), of(0x3A3F50))
		c.fill(poly(x+30, 262, x+84, 276, x+74, 300, x+36, 290), of(0x2C3040))
	}
}

// lane is a lane between houses: of mud and ruts, and paved.
func lane(c *canvas, after bool) {
	backdrop(c, after)
	c.fill(poly(0, 470, 250, 400, 600, 440, 950, 395, 1200, 460, 1200, 640, 0, 640), tone(0xA9BF8D, after))
	house(c, 30, 300, 330, 300, tone(cream, after), tone(slate, after))
	house(c, 850, 270, 330, 330, tone(0xF3D9AE, after), tone(brick, after))
	pane(c, 90, 370, 84, 96, tone(wood, after), tone(0x8FB4BA, after))
	pane(c, 1050, 350, 84, 96, tone(wood, after), tone(0x8FB4BA, after))
	door(c, 235, 420, tone(brick, after))
	door(c, 900, 420, tone(teal, after))
	house(c, 520, 396, 170, 120, tone(sand, after), tone(slate, after))
	tree(c, 440, 540, 120, tone(pine, after))
	tree(c, 775, 530, 105, tone(leaf, after))
	c.fill(box(0, 590, width, 210), tone(0xB7A47C, after))
	if after {
		pavedLane(c)
		return
	}
	muddyLane(c)
}

func door(c *canvas, x, y float64, with ink) {
	c.fill(box(x-8, y-8, 96, 190), veil(ink3, 35))
	c.fill(box(x, y, 80, 182), with)
	c.fill(box(x+37, y, 5, 182), veil(ink3, 30))
	c.fill(disc(x+30, y+96, 5), of(yellow))
	c.fill(disc(x+50, y+96, 5), of(yellow))
}

func muddyLane(c *canvas) {
	c.fill(poly(540, 512, 660, 512, 1060, 800, 140, 800), of(mud))
	for _, rut := range [][]point{bow(575, 514, 520, 640, 330, 800), bow(630, 514, 690, 640, 850, 800)} {
		c.fill(stroke(34, rut...), of(darkMud))
		c.fill(stroke(12, rut...), of(0x665039))
	}
	for _, p := range points(470, 660, 720, 610, 640, 740, 560, 575) {
		c.fill(oval(p.x, p.y, (p.y-480)*0.36, (p.y-480)*0.09), of(0x5F5344))
		c.fill(oval(p.x+4, p.y+3, (p.y-480)*0.32, (p.y-480)*0.07), of(0xA3AAA8))
		c.fill(oval(p.x-10, p.y, (p.y-480)*0.12, (p.y-480)*0.02), of(0xC9CDC9))
	}
	for _, p := range points(250, 690, 380, 600, 950, 700, 860, 620, 780, 770, 420, 780) {
		c.fill(oval(p.x, p.y, 24, 11), of(0x8B8274))
		c.fill(oval(p.x-4, p.y-4, 14, 5), of(0xA59C8D))
	}
	person{860, 720, -34, 0x6E7A86, 0x4B4F58, 0x8C8886, false}.draw(c)
	c.fill(line(8, 834, 650, 826, 724), of(0x5C4630))
}

func pavedLane(c *canvas) {
	c.fill(poly(540, 512, 660, 512, 1060, 800, 140, 800), of(paving))
	for y, step := 512.0, 12.0; y < height; y, step = y+step, step*1.28 {
		half := 60 + (y-512)*1.389
		c.fill(box(600-half, y, 2*half, 3), veil(ink3, 16))
	}
	for _, x := range []float64{-0.5, 0, 0.5} {
		c.fill(line(3, 600+x*120, 512, 600+x*920, 800), veil(ink3, 12))
	}
	for _, side := range []float64{-1, 1} {
		c.fill(poly(600+side*60, 512, 600+side*52, 512, 600+side*410, 800, 600+side*460, 800), of(0xA79E92))
		for i, y := range []float64{560, 625, 715} {
			bush(c, 600+side*(110+(y-512)*1.45), y+8, 22+float64(i)*12, of(leaf))
			c.fill(disc(600+side*(110+(y-512)*1.45), y-14-float64(i)*6, 5+float64(i)*2), of(red))
		}
	}
	scooter(c, 500, 720, 58, of(teal))
	rider := person{470, 706, 36, yellow, 0x47536B, hair, true}
	rider.draw(c)
	person{705, 690, -33, red, 0x47536B, 0x8C8886, false}.draw(c)
	person{770, 700, -22, 0x6C9BC0, 0x54607A, hair, false}.draw(c)
}

// ditch is a ditch beside a field: full of rubbish, and clean.
func ditch(c *canvas, after bool) {
	backdrop(c, after)
	c.fill(poly(0, 420, 300, 350, 640, 410, 900, 340, 1200, 400, 1200, 520, 0, 520), tone(0x9DBB88, after))
	house(c, 90, 320, 250, 170, tone(cream, after), tone(slate, after))
	pane(c, 140, 370, 60, 66, tone(wood, after), tone(0x8FB4BA, after))
	pane(c, 240, 370, 60, 66, tone(wood, after), tone(0x8FB4BA, after))
	tree(c, 430, 500, 105, tone(pine, after))
	tree(c, 1120, 500, 120, tone(leaf, after))
	c.fill(box(0, 490, width, 310), tone(0xB9C48C, after))
	for y := 506.0; y < 560; y += 18 {
		c.fill(line(5, 520, y, 1040, y), veil(pine, 35))
	}
	c.fill(poly(0, 580, width, 580, width, 800, 0, 800), tone(0xA58D69, after))
	if after {
		cleanDitch(c)
		return
	}
	blockedDitch(c)
}

func blockedDitch(c *canvas) {
	c.fill(poly(0, 602, width, 596, width, 740, 0, 752), of(0x6E5D48))
	c.fill(poly(0, 640, 300, 628, 700, 645, width, 632, width, 728, 0, 738), of(0x6F7752))
	for _, p := range points(120, 690, 420, 670, 640, 705, 930, 676, 1120, 700) {
		c.fill(oval(p.x, p.y, 74, 15), of(0x858C5C))
	}
	c.fill(soft(250, 640, 120, 76, 26), of(0x4A4A52))
	c.fill(poly(290, 646, 310, 612, 336, 646), of(0x4A4A52))
	c.fill(soft(560, 650, 104, 66, 24), of(0x8E8F94))
	c.fill(poly(596, 656, 612, 626, 634, 656), of(0x8E8F94))
	for i, p := range points(180, 706, 470, 700, 716, 690, 830, 712, 1010, 694) {
		c.fill(soft(p.x, p.y, 62, 22, 9), of([]uint32{0x8FA7A8, 0xB06A52, 0xC9BFA8}[i%3]))
		c.fill(soft(p.x+58, p.y+6, 14, 10, 3), of(0x6C6A66))
	}
	c.fill(disc(890, 660, 54), of(0x35343A))
	c.fill(disc(890, 660, 25), of(0x6F7752))
	c.fill(line(9, 380, 600, 520, 720), of(0x6B4F37))
	c.fill(line(7, 450, 660, 500, 628), of(0x6B4F37))
	c.fill(poly(0, 738, 300, 730, 700, 742, width, 728, width, 800, 0, 800), of(0x8F8068))
	for _, x := range []float64{40, 130, 520, 760, 1060, 1150} {
		for _, lean := range []float64{-22, -6, 12} {
			c.fill(stroke(6, bow(x, 790, x, 730, x+lean*1.6, 690)...), of(0x77804F))
		}
	}
}

func cleanDitch(c *canvas) {
	c.fill(poly(0, 600, width, 600, width, 750, 0, 750), of(0xB5AEA2))
	for x := 0.0; x < width; x += 100 {
		c.fill(box(x, 600, 3, 44), veil(ink3, 18))
	}
	c.fill(box(0, 594, width, 14), of(0xD6CFC2))
	c.fill(box(0, 644, width, 96), of(0x6FB3BF))
	c.fill(box(0, 644, width, 10), veil(ink3, 14))
	for i, p := range points(60, 676, 300, 700, 480, 670, 700, 712, 850, 682, 1040, 704) {
		c.fill(soft(p.x, p.y, 90+float64(i%3)*30, 6, 3), veil(paper, 60))
	}
	c.fill(box(0, 738, width, 62), of(0xC9C0B0))
	c.fill(box(0, 738, width, 10), of(0xDDD5C8))
	for x := 30.0; x < width; x += 190 {
		c.fill(box(x, 500, 14, 98), of(paper))
	}
	for _, y := range []float64{520, 556} {
		c.fill(box(0, y, width, 10), of(paper))
	}
	c.fill(oval(640, 694, 30, 13), of(paper)) // a duck
	c.fill(disc(668, 674, 13), of(paper))
	c.fill(poly(678, 670, 696, 677, 678, 682), of(0xE58E3A))
	c.fill(disc(671, 671, 2.5), of(ink3))
	person{250, 590, 33, red, 0x47536B, hair, false}.draw(c)
	person{180, 590, 32, teal, 0x54505A, 0x8C8886, false}.draw(c)
	for _, x := range []float64{470, 900, 1000} {
		bush(c, x, 786, 26, of(leaf))
	}
}
