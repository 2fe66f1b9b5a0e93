// Package place finds room for texts among lines and points. Lengths are in the
// units of a drawing, whose y grows downwards.
package place

import (
	"cmp"
	"slices"
)

// A Point is a place.
type Point struct{ X, Y float64 }

// A Box is an upright rectangle, such as what a text covers.
type Box struct{ Left, Top, Right, Bottom float64 }

// Around is the box of a width and a height around its centre.
func Around(centre Point, width, height float64) Box {
	return Box{centre.X - width/2, centre.Y - height/2, centre.X + width/2, centre.Y + height/2}
}

// within reports whether a box is inside another.
func (b Box) within(o Box) bool {
	return b.Left >= o.Left && b.Right <= o.Right && b.Top >= o.Top && b.Bottom <= o.Bottom
}

// meets reports whether two boxes have a part in common.
func (b Box) meets(o Box) bool {
	return b.Left < o.Right && o.Left < b.Right && b.Top < o.Bottom && o.Top < b.Bottom
}

// crossedBy reports whether a part of a straight line is in a box: the part that
// is between left and right has one in common with that between top and bottom.
func (b Box) crossedBy(line [2]Point) bool {
	from, to := line[0], line[1]
	begin1, end1 := part(from.X, to.X, b.Left, b.Right)
	begin2, end2 := part(from.Y, to.Y, b.Top, b.Bottom)
	return max(begin1, begin2) < min(end1, end2)
}

// part returns the part of the way from one value to another on which it is
// between low and high; 0 is where the way begins and 1 where it ends. Without
// such a part, it ends before it begins.
func part(from, to, low, high float64) (begin, end float64) {
	switch {
	case from != to:
		first, last := (low-from)/(to-from), (high-from)/(to-from)
		return max(0, min(first, last)), min(1, max(first, last))
	case from > low && from < high:
		return 0, 1
	}
	return 1, 0
}

// A Field is where texts are put, with what is there already.
type Field struct {
	Bounds Box // nothing is put outside
	boxes  []Box
	lines  [][2]Point
}

// Put notes that a box is taken.
func (f *Field) Put(b Box) { f.boxes = append(f.boxes, b) }

// Draw notes a line from point to point.
func (f *Field) Draw(points ...Point) {
	for i := 1; i < len(points); i++ {
		f.lines = append(f.lines, [2]Point{points[i-1], points[i]})
	}
}

// Clone returns a field with the same in it.
func (f *Field) Clone() *Field {
	return &Field{f.Bounds, slices.Clone(f.boxes), slices.Clone(f.lines)}
}

// Free reports whether nothing is in a box.
func (f *Field) Free(b Box) bool {
	return b.within(f.Bounds) &&
		!slices.ContainsFunc(f.boxes, b.meets) &&
		!slices.ContainsFunc(f.lines, b.crossedBy)
}

// First takes the first free one of boxes, and returns its index, or -1.
func (f *Field) First(boxes []Box) int {
	i := slices.IndexFunc(boxes, f.Free)
	if i >= 0 {
		f.Put(boxes[i])
	}
	return i
}

// Spread moves the centres of things of the given heights, which stand one below
// the other, apart until none meet. They stay in order of their centres.
func Spread(centres, heights []float64) []float64 {
	order := make([]int, len(centres))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(centres[a], centres[b]) })
	out := slices.Clone(centres)
	// Each pass moves the two of a pair that meets apart by the same; what moved
	// may meet another. A hundred passes settle more things than a chart has lines.
	for range 100 {
		for i := 1; i < len(order); i++ {
			a, b := order[i-1], order[i]
			if short := (heights[a]+heights[b])/2 - (out[b] - out[a]); short > 0 {
				out[a] -= short / 2
				out[b] += short / 2
			}
		}
	}
	return out
}
