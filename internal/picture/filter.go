package picture

// taps are the pixels that one pixel of a smaller picture is mixed from.
type taps struct {
	first   int     // the index of the first of them
	weights []int64 // of that one and those after it; they add up to one
}

// one is the weight 1.
const (
	one     = 1 << oneBits
	oneBits = 30
)

// newFilter returns the taps of each pixel for a row of pixels that is to become
// shorter, or to stay as it is.
func newFilter(long, short int) []taps {
	filter := make([]taps, short)
	from, to := int64(long), int64(short)
	for i := range to {
		// In pixels of the long row, pixel i has its middle at (2i+1)*from/(2*to)
		// and mixes what is nearer to that than 2*from/to.
		first := max(0, (2*i-3)*from/(2*to))
		last := min(from-1, (2*i+5)*from/(2*to))
		weights := make([]int64, 0, last-first+1)
		for j := first; j <= last; j++ {
			// The distance of the middles in pixels of the short row, times unit.
			distance := ((2*j+1)*to - (2*i+1)*from) * unit / (2 * from)
			weights = append(weights, catmullRom(max(distance, -distance)))
		}
		filter[i] = trim(taps{int(first), weights})
		level(filter[i].weights)
	}
	return filter
}

// unit is the distance 1. Its third power times 20 fits an int64.
const unit = 1 << 19

// catmullRom returns the weight at a distance that is not negative, to be
// divided by the sum of all weights.
func catmullRom(d int64) int64 {
	const shift = 28 // leaves room to multiply by one
	switch {
	case d < unit:
		return (3*d*d*d - 5*d*d*unit + 2*unit*unit*unit) >> shift
	case d < 2*unit:
		return (-d*d*d + 5*d*d*unit - 8*d*unit*unit + 4*unit*unit*unit) >> shift
	}
	return 0
}

// trim leaves out weights of zero at both ends.
func trim(t taps) taps {
	for t.weights[0] == 0 {
		t.first, t.weights = t.first+1, t.weights[1:]
	}
	for t.weights[len(t.weights)-1] == 0 {
		t.weights = t.weights[:len(t.weights)-1]
	}
	return t
}

// level makes weights add up to one. The heaviest takes what rounding leaves.
func level(weights []int64) {
	sum, heaviest := int64(0), 0
	for i, w := range weights {
		sum += w
		if w > weights[heaviest] {
			heaviest = i
		}
	}
	rest := int64(one)
	for i := range weights {
		weights[i] = weights[i] * one / sum
		rest -= weights[i]
	}
	weights[heaviest] += rest
}
