package main

// charging is the foot of a block of flats: cables from the windows, and posts to
// charge at.
func charging(c *canvas, after bool) {
	wall := tone(0xE9CFA6, after)
	c.fill(box(0, 0, width, height), wall)
	for y := 250.0; y < 600; y += 250 {
		c.fill(box(0, y, width, 10), veil(ink3, 10))
	}
	for i, x := range []float64{90, 390, 690, 990} {
		for _, y := range []float64{60, 310} {
			glass := tone(0x8FB8C0, after)
			if (i+int(y))%3 == 0 {
				glass = tone(0xF3D48C, after)
			}
			pane(c, x, y, 120, 120, tone(paper, after), glass)
		}
		c.fill(box(x-26, 194, 172, 12), veil(ink3, 20))
	}
	c.fill(box(0, 560, width, 60), tone(clay, after))
	c.fill(box(0, 610, width, 190), tone(paving, after))
	c.fill(box(0, 610, width, 10), veil(ink3, 18))
	if after {
		chargingPosts(c)
		return
	}
	cableTangle(c)
}

func cableTangle(c *canvas) {
	colours := []uint32{0xB4534A, 0x3C3B44, 0xD8A94C, 0x5D7386, 0x3C3B44}
	for i, p := range points(130, 190, 170, 440, 430, 190, 460, 440, 730, 440, 790, 190, 1040, 440, 1080, 190) {
		to := 150 + float64((i*373)%900)
		c.fill(stroke(7, bow(p.x, p.y, (p.x+to)/2+float64(i%3-1)*160, 660, to, 640)...), of(colours[i%5]))
	}
	for i, x := range []float64{180, 420, 640, 860, 1060} {
		scooter(c, x, 740-float64(i%2)*34, 82, of(dim([]uint32{teal, brick, slate, yellow, 0x6B7F5A}[i])))
	}
	for i, p := range points(300, 690, 540, 760, 770, 700, 960, 755) {
		c.fill(stroke(7, bow(p.x-120, p.y-30, p.x, p.y+90, p.x+60, p.y-20)...), of(colours[i]))
		c.fill(stroke(7, bow(p.x-60, p.y+10, p.x+20, p.y-60, p.x+110, p.y+30)...), of(colours[i+1]))
		c.fill(soft(p.x-44, p.y, 88, 24, 6), of(0xE8E4DA))
		for n := range 3 {
			c.fill(disc(p.x-24+float64(n)*24, p.y+12, 6), of(ink3))
		}
	}
}

func chargingPosts(c *canvas) {
	for _, x := range []float64{70, 600, 1130} {
		c.fill(box(x-9, 380, 18, 290), of(slate))
	}
	c.fill(poly(20, 372, 60, 330, 1140, 330, 1180, 372), of(teal))
	c.fill(box(20, 370, 1160, 16), of(0x2F686E))
	for x := 40.0; x <= width; x += 220 {
		c.fill(poly(x, 690, x+8, 690, x-12, 790, x-22, 790), of(paper))
	}
	for i, x := range []float64{200, 420, 640, 860, 1060} {
		post := x - 78
		c.fill(soft(post-27, 470, 54, 204, 12), of(paper))
		c.fill(soft(post-17, 486, 34, 44, 6), of(0x2F686E))
		c.fill(poly(post+4, 490, post-9, 511, post, 511, post-4, 526, post+9, 505, post, 505), of(yellow))
		c.fill(disc(post, 552, 8), of(0x67B36B))
		scooter(c, x+24, 730, 72, of([]uint32{teal, red, 0x6C9BC0, yellow, leaf}[i]))
		c.fill(stroke(6, bow(post, 590, post+72, 560, x-14, 684)...), of(ink3))
		c.fill(disc(post, 590, 10), of(ink3))
	}
}

// toilet is a privy of planks, and the toilet that it was converted to.
func toilet(c *canvas, after bool) {
	backdrop(c, after)
	c.fill(poly(0, 460, 350, 380, 760, 440, 1200, 370, 1200, 640, 0, 640), tone(0x9DBB88, after))
	tree(c, 150, 600, 160, tone(pine, after))
	tree(c, 1080, 600, 150, tone(leaf, after))
	c.fill(box(0, 590, width, 210), tone(0xC2C590, after))
	if after {
		newToilet(c)
		return
	}
	oldPrivy(c)
}

func oldPrivy(c *canvas) {
	c.fill(poly(520, 640, 700, 640, 860, 800, 380, 800), of(mud))
	c.fill(oval(560, 730, 70, 15), of(0x6E6252))
	c.fill(oval(562, 732, 60, 11), of(0xA0A49C))
	c.fill(poly(430, 320, 740, 300, 752, 648, 424, 652), of(0x8C7355))
	for x := 436.0; x < 745; x += 38 {
		c.fill(line(5, x, 318, x-2, 648), veil(ink3, 30))
	}
	c.fill(poly(620, 334, 655, 332, 652, 372, 624, 366), of(0x3B342D))
	c.fill(poly(388, 330, 410, 282, 770, 250, 790, 296), of(0x6D6558))
	for x := 420.0; x < 770; x += 44 {
		c.fill(line(5, x+4, 282-(x-420)*0.09, x-8, 326-(x-420)*0.09), veil(ink3, 28))
	}
	c.fill(poly(600, 258, 690, 250, 700, 276, 610, 284), of(0x8E8474))
	c.fill(box(486, 400, 112, 250), of(0x2B2723))
	c.fill(poly(486, 400, 440, 416, 452, 662, 486, 650), of(0xA0835F)) // the door hangs open
	c.fill(line(5, 446, 500, 484, 486), veil(ink3, 35))
	for _, p := range points(500, 240, 560, 210, 640, 230, 700, 360, 420, 380, 770, 420) {
		c.fill(disc(p.x, p.y, 5), of(ink3)) // flies
		c.fill(oval(p.x-6, p.y-5, 7, 3), veil(paper, 80))
		c.fill(oval(p.x+6, p.y-5, 7, 3), veil(paper, 80))
	}
	for _, x := range []float64{400, 780, 830} {
		for _, lean := range []float64{-20, -4, 14} {
			c.fill(stroke(6, bow(x, 670, x, 620, x+lean*1.6, 590)...), of(0x79854F))
		}
	}
}

func newToilet(c *canvas) {
	c.fill(poly(250, 650, 960, 650, 1060, 800, 150, 800), of(paving))
	house(c, 300, 300, 600, 350, of(paper), of(slate))
	c.fill(box(300, 560, 600, 90), of(0xD3B48A))
	for i, x := range []float64{372, 708} {
		colour := of([]uint32{0x4D86A8, red}[i])
		c.fill(box(x-10, 392, 140, 258), of(0xE8DCC6))
		c.fill(box(x, 402, 120, 248), colour)
		c.fill(disc(x+100, 530, 7), of(yellow))
		figure(c, x+60, 452, i == 1)
	}
	c.fill(box(540, 420, 120, 130), of(0xE8DCC6))
	c.fill(box(550, 430, 100, 70), of(0x9CC6CC))
	c.fill(poly(565, 500, 605, 430, 630, 430, 590, 500), veil(paper, 40))
	c.fill(soft(556, 540, 88, 26, 12), of(0xEDEBE4)) // a basin, and its tap
	c.fill(stroke(7, points(600, 540, 600, 516, 616, 516, 616, 526)...), of(slate))
	c.fill(poly(640, 650, 940, 650, 1010, 690, 640, 690), of(0xBDB4A6)) // a ramp, with its rail
	c.fill(stroke(9, points(690, 690, 690, 600, 990, 640, 990, 690)...), of(teal))
	c.fill(line(9, 840, 622, 840, 690), of(teal))
	for _, x := range []float64{270, 330, 930} {
		bush(c, x, 662, 34, of(leaf))
	}
	for _, p := range points(256, 630, 284, 622, 318, 630, 344, 624) {
		c.fill(disc(p.x, p.y, 7), of(yellow))
	}
	person{470, 760, 36, leaf, 0x47536B, 0x8C8886, false}.draw(c)
}

// figure draws the sign of a man, or of a woman.
func figure(c *canvas, x, y float64, skirt bool) {
	c.fill(disc(x, y, 13), of(paper))
	if skirt {
		c.fill(poly(x-8, y+18, x+8, y+18, x+26, y+66, x-26, y+66), of(paper))
	} else {
		c.fill(soft(x-17, y+18, 34, 48, 9), of(paper))
	}
	c.fill(box(x-11, y+60, 8, 36), of(paper))
	c.fill(box(x+3, y+60, 8, 36), of(paper))
}

// yard is the yard of a block of flats: bare, and a place to sit in.
func yard(c *canvas, after bool) {
	backdrop(c, after)
	for i, x := range []float64{0, 430, 860} {
		top := 150 + float64(i%2)*50
		c.fill(box(x, top, 340, 460), tone([]uint32{cream, 0xF0CFA4, 0xEBD9C0}[i], after))
		c.fill(box(x-10, top-16, 360, 22), tone(clay, after))
		for n := range 6 {
			pane(c, x+44+float64(n%3)*96, top+46+float64(n/3)*130, 56, 70, tone(paper, after), tone(0x8FB8C0, after))
		}
	}
	c.fill(box(0, 560, width, 240), tone(0xC9BFA6, after))
	if after {
		greenYard(c)
		return
	}
	for _, crack := range [][]point{
		points(80, 620, 190, 650, 240, 700, 380, 730), points(620, 600, 700, 660, 660, 720, 760, 790), points(960, 640, 1060, 660, 1180, 720),
	} {
		c.fill(stroke(6, crack...), of(0x8D8676))
	}
	c.fill(oval(520, 680, 120, 24), of(0xA39A88))
	c.fill(poly(860, 640, 980, 640, 960, 590, 880, 590), of(0x8F8A82)) // rubble
	c.fill(poly(900, 650, 1010, 650, 990, 610, 940, 600), of(0xA39C91))
	c.fill(line(9, 330, 570, 330, 690), of(0x7D776D)) // what is left of a bench
	c.fill(line(9, 420, 600, 414, 690), of(0x7D776D))
	c.fill(line(15, 318, 640, 430, 676), of(0x8B7355))
	c.fill(stroke(7, points(180, 610, 186, 480, 160, 430)...), of(0x75634F)) // a dry tree
	c.fill(line(5, 184, 520, 220, 470), of(0x75634F))
	c.fill(line(5, 182, 500, 150, 480), of(0x75634F))
}

func greenYard(c *canvas) {
	c.fill(oval(600, 730, 760, 170), of(0xA9C283))
	c.fill(oval(600, 740, 520, 105), of(0xE2D3B4))
	tree(c, 130, 650, 150, of(pine))
	tree(c, 1085, 650, 160, of(leaf))
	tree(c, 600, 600, 120, of(0x8FB36E))
	for _, x := range []float64{370, 430, 770, 840} {
		bush(c, x, 626, 30, of(leaf))
		c.fill(disc(x-8, 606, 7), of(red))
		c.fill(disc(x+14, 612, 7), of(yellow))
	}
	bench(c, 230, 716, 250)
	bench(c, 730, 716, 250)
	person{290, 716, 37, teal, 0x54505A, 0xB9B5B0, true}.draw(c)
	person{430, 716, -37, red, 0x47536B, 0x8C8886, true}.draw(c)
	person{800, 716, 37, 0x8C6BA0, 0x47536B, hair, true}.draw(c)
	person{610, 770, 24, yellow, 0x4D86A8, hair, false}.draw(c) // a child with a ball
	c.fill(disc(672, 755, 18), of(red))
	c.fill(disc(667, 749, 6), veil(paper, 60))
}

// serviceWindow is a counter of an office: shut, and open.
func serviceWindow(c *canvas, after bool) {
	c.fill(box(0, 0, width, height), tone(0xEAD2AC, after))
	c.fill(box(0, 560, width, 90), tone(teal, after))
	c.fill(box(0, 640, width, 160), tone(paving, after))
	c.fill(box(0, 640, width, 10), veil(ink3, 18))
	c.fill(poly(180, 150, 220, 90, 980, 90, 1020, 150), tone(brick, after))
	c.fill(box(180, 150, 840, 18), veil(ink3, 25))
	c.fill(soft(260, 190, 680, 330, 10), tone(wood, after))
	if after {
		openWindow(c)
		return
	}
	c.fill(box(280, 210, 640, 290), of(0x9A9A96))
	for y := 226.0; y < 500; y += 24 {
		c.fill(box(280, y, 640, 6), of(0x84847F))
	}
	c.fill(box(250, 516, 700, 26), of(dim(sand)))
	c.fill(poly(540, 290, 664, 284, 670, 428, 546, 434), of(paper)) // a sheet, in no language
	for i, y := range []float64{316, 340, 364, 388} {
		c.fill(line(6, 562, y, 646-float64(i%3)*14, y-4), of(0xA9A29A))
	}
	c.fill(disc(602, 292, 6), of(red))
	c.fill(soft(584, 474, 32, 40, 5), of(0x5C5C5C)) // a lock
	c.fill(stroke(6, arc(600, 474, 11, 14, 180, 360)...), of(0x5C5C5C))
	person{760, 760, -44, 0x77808A, 0x55585F, hair, false}.draw(c)
	c.fill(oval(330, 716, 36, 8), veil(ink3, 16)) // a dry plant
	c.fill(poly(300, 650, 360, 650, 350, 714, 310, 714), of(0x9A6F58))
	c.fill(stroke(5, bow(330, 650, 330, 600, 300, 580)...), of(0x7F7A5C))
	c.fill(stroke(5, bow(330, 650, 334, 610, 364, 606)...), of(0x7F7A5C))
}

func openWindow(c *canvas) {
	c.fill(box(280, 210, 640, 290), of(0xFFF0CF))
	c.fill(line(5, 400, 210, 400, 250), of(slate)) // a lamp
	c.fill(poly(376, 250, 424, 250, 450, 290, 350, 290), of(red))
	c.fill(poly(352, 292, 448, 292, 520, 490, 300, 490), veil(yellow, 26))
	c.fill(soft(700, 250, 180, 110, 6), of(0xD9B98C)) // a shelf with files
	for i := range 6 {
		c.fill(box(712+float64(i)*27, 262, 20, 86), of([]uint32{red, teal, yellow, 0x4D86A8, leaf, clay}[i]))
	}
	person{570, 592, 52, 0x4D86A8, 0x47536B, hair, false}.draw(c) // behind the counter
	c.fill(box(250, 490, 700, 160), of(0xC99A66))
	c.fill(box(250, 490, 700, 26), of(0xE2B981))
	c.fill(box(280, 540, 640, 90), of(0xBB8B57))
	c.fill(poly(640, 470, 706, 470, 716, 492, 634, 492), of(paper))
	c.fill(line(5, 700, 488, 722, 462), of(red))
	c.fill(soft(836, 446, 26, 44, 6), of(teal)) // a plant on the counter
	for _, lean := range []float64{-34, -10, 16, 38} {
		c.fill(stroke(9, bow(849, 446, 849+lean*0.3, 416, 849+lean, 396)...), of(pine))
	}
	person{800, 770, -50, red, 0x54505A, 0x8C8886, false}.draw(c)
	c.fill(poly(300, 690, 372, 690, 360, 764, 312, 764), of(clay)) // and one beside it
	for _, lean := range []float64{-60, -30, 0, 30, 60} {
		c.fill(stroke(13, bow(336, 690, 336+lean*0.2, 630, 336+lean, 596)...), of(leaf))
	}
}

// noticeBoard is a wall: bare, and with a board that people read.
func noticeBoard(c *canvas, after bool) {
	backdrop(c, after)
	tree(c, 130, 300, 130, tone(pine, after))
	tree(c, 1080, 310, 120, tone(leaf, after))
	c.fill(box(0, 220, width, 420), tone(0xF0DFC2, after))
	c.fill(box(0, 200, width, 34), tone(slate, after))
	for x := 10.0; x < width; x += 60 {
		c.fill(outline(arc(x+20, 234, 24, 14, 0, 180)), tone(slate, after))
	}
	c.fill(box(0, 560, width, 80), tone(stone, after))
	c.fill(box(0, 640, width, 160), tone(paving, after))
	c.fill(box(0, 640, width, 9), veil(ink3, 18))
	if after {
		boardWithReaders(c)
		return
	}
	for _, patch := range [][]point{points(180, 300, 330, 280, 360, 380, 250, 420, 170, 370), points(800, 400, 960, 380, 1000, 500, 860, 530), points(520, 300, 600, 290, 610, 350, 540, 360)} {
		c.fill(outline(patch), of(0xB9AE9C))
	}
	for _, scrap := range points(440, 420, 640, 460, 700, 330) {
		c.fill(poly(scrap.x, scrap.y, scrap.x+56, scrap.y-6, scrap.x+50, scrap.y+40, scrap.x+26, scrap.y+30, scrap.x+6, scrap.y+52), of(0xDAD5CA))
	}
	c.fill(stroke(5, points(1040, 240, 1020, 330, 1050, 400, 1030, 470)...), of(0x978D7D))
	for _, x := range []float64{60, 300, 980} {
		for _, lean := range []float64{-16, 0, 16} {
			c.fill(stroke(5, bow(x, 646, x, 610, x+lean*1.4, 590)...), of(0x7F8658))
		}
	}
}

func boardWithReaders(c *canvas) {
	for _, x := range []float64{330, 870} {
		c.fill(box(x-10, 280, 20, 400), of(0x7B4A35))
	}
	c.fill(poly(270, 296, 320, 246, 880, 246, 930, 296), of(red))
	c.fill(soft(300, 292, 600, 290, 8), of(wood))
	c.fill(box(318, 310, 564, 254), of(0xF7EBD0))
	for i, p := range points(340, 330, 478, 330, 616, 330, 754, 330, 340, 452, 616, 452, 754, 452) {
		sheet(c, p.x, p.y, i)
	}
	c.fill(soft(478, 452, 116, 92, 4), of(paper)) // a chart
	for i, h := range []float64{24, 40, 34, 58} {
		c.fill(box(494+float64(i)*24, 532-h, 16, h), of([]uint32{teal, yellow, teal, red}[i]))
	}
	person{440, 760, 42, teal, 0x47536B, 0x8C8886, false}.draw(c)
	person{560, 770, 42, yellow, 0x54505A, hair, false}.draw(c)
	person{800, 764, -42, 0x8C6BA0, 0x47536B, hair, false}.draw(c)
	bush(c, 190, 650, 44, of(leaf))
	bush(c, 1020, 650, 44, of(leaf))
	for _, p := range points(170, 616, 206, 610, 1004, 610, 1040, 618) {
		c.fill(disc(p.x, p.y, 8), of(red))
	}
}

// sheet draws a notice, in no language.
func sheet(c *canvas, x, y float64, n int) {
	c.fill(soft(x, y, 116, 104-float64(n/4)*12, 4), of(paper))
	c.fill(box(x+12, y+12, 60, 9), of([]uint32{red, teal, 0x4D86A8}[n%3]))
	for i := range 4 {
		c.fill(box(x+12, y+32+float64(i)*14, 92-float64((i*n)%3)*16, 5), of(0xCFC7BA))
	}
	c.fill(disc(x+58, y+4, 5), of(red))
}
