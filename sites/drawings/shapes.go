package main

import (
	"math"
	"slices"
)

// outline returns a shape of one outline, in the sense that all have.
func outline(points []point) shape {
	area := 0.0
	for i, p := range points {
		q := points[(i+1)%len(points)]
		area += p.x*q.y - q.x*p.y
	}
	if area < 0 {
		slices.Reverse(points)
	}
	return shape{points}
}

// poly returns a shape with straight sides, from pairs of x and y.
func poly(xy ...float64) shape {
	return outline(points(xy...))
}

// points returns points from pairs of x and y.
func points(xy ...float64) []point {
	out := make([]point, 0, len(xy)/2)
	for i := 0; i < len(xy); i += 2 {
		out = append(out, point{xy[i], xy[i+1]})
	}
	return out
}

// box returns a rectangle from its top left corner.
func box(x, y, w, h float64) shape { return poly(x, y, x+w, y, x+w, y+h, x, y+h) }

// oval returns an ellipse around a middle.
func oval(x, y, rx, ry float64) shape { return outline(arc(x, y, rx, ry, 0, 360)) }

// disc returns a circle around a middle.
func disc(x, y, r float64) shape { return oval(x, y, r, r) }

// soft returns a rectangle with round corners.
func soft(x, y, w, h, r float64) shape {
	return outline(slices.Concat(
		arc(x+r, y+r, r, r, 180, 270), arc(x+w-r, y+r, r, r, 270, 360),
		arc(x+w-r, y+h-r, r, r, 0, 90), arc(x+r, y+h-r, r, r, 90, 180),
	))
}

// arc returns points along an ellipse, clockwise, between two angles in degrees; 0 is
// to the right.
func arc(x, y, rx, ry, from, to float64) []point {
	const steps = 48
	out := make([]point, 0, steps+1)
	for i := range steps + 1 {
		angle := (from + (to-from)*float64(i)/steps) * math.Pi / 180
		out = append(out, point{x + rx*math.Cos(angle), y + ry*math.Sin(angle)})
	}
	return out
}

// bow returns points from one to another, drawn towards a third.
func bow(x1, y1, cx, cy, x2, y2 float64) []point {
	const steps = 24
	out := make([]point, 0, steps+1)
	for i := range steps + 1 {
		t := float64(i) / steps
		a, b, c := (1-t)*(1-t), 2*t*(1-t), t*t
		out = append(out, point{a*x1 + b*cx + c*x2, a*y1 + b*cy + c*y2})
	}
	return out
}

// stroke returns a line with round ends along points.
func stroke(thick float64, along ...point) shape {
	r := thick / 2
	s := disc(along[0].x, along[0].y, r)
	for i, q := range along[1:] {
		p := along[i]
		length := math.Hypot(q.x-p.x, q.y-p.y)
		if length == 0 {
			continue
		}
		dx, dy := (q.x-p.x)/length*r, (q.y-p.y)/length*r
		s = append(s, poly(p.x-dy, p.y+dx, q.x-dy, q.y+dx, q.x+dy, q.y-dx, p.x+dy, p.y-dx)...)
		s = append(s, disc(q.x, q.y, r)...)
	}
	return s
}

// line returns a straight line with round ends.
func line(thick, x1, y1, x2, y2 float64) shape {
	return stroke(thick, point{x1, y1}, point{x2, y2})
}
