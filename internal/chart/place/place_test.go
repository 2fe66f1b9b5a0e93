package place

import (
	"slices"
	"testing"
)

func TestFree(t *testing.T) {
	f := Field{Bounds: Box{0, 0, 100, 100}}
	f.Put(Box{10, 10, 20, 20})
	f.Draw(Point{0, 50}, Point{100, 60}, Point{100, 90})
	tests := []struct {
		name string
		box  Box
		want bool
	}{
		{"empty", Box{30, 10, 40, 20}, true},
		{"beside a box", Box{20, 10, 30, 20}, true},
		{"on a box", Box{19, 10, 30, 20}, false},
		{"around a box", Box{5, 5, 30, 30}, false},
		{"outside", Box{-1, 10, 5, 20}, false},
		{"above a line", Box{0, 30, 30, 50}, true},
		{"on a line", Box{0, 30, 30, 52}, false},
		{"beside an upright line", Box{90, 70, 100, 80}, true},
		{"across a line, no corner near", Box{40, 40, 60, 100}, false},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := f.Free(test.box); got != test.want {
				t.Errorf("%v is free: %v, want %v", test.box, got, test.want)
			}
		})
	}
}

func TestUprightAndLevelLinesCross(t *testing.T) {
	f := Field{Bounds: Box{0, 0, 100, 100}}
	f.Draw(Point{50, 0}, Point{50, 100})
	f.Draw(Point{0, 50}, Point{100, 50})
	for _, box := range []Box{{45, 10, 55, 20}, {10, 45, 20, 55}} {
		if f.Free(box) {
			t.Errorf("%v is free, and a line goes through it", box)
		}
	}
	if box := (Box{10, 10, 40, 40}); !f.Free(box) {
		t.Errorf("%v is not free", box)
	}
}

func TestFirstTakesItsPlace(t *testing.T) {
	f := Field{Bounds: Box{0, 0, 100, 100}}
	boxes := []Box{{0, 0, 10, 10}, {5, 5, 15, 15}, {10, 10, 20, 20}}
	for i, want := range []int{0, 2, -1} {
		trial := f.Clone()
		if got := f.First(boxes); got != want {
			t.Errorf("the time %d: %d, want %d", i, got, want)
		}
		if got := trial.First(boxes); got != want {
			t.Errorf("the time %d, in a clone: %d, want %d", i, got, want)
		}
	}
}

func TestSpread(t *testing.T) {
	centres := []float64{50, 10, 52, 51}
	got := Spread(centres, []float64{20, 20, 20, 20})
	order := []int{1, 0, 3, 2}
	for i := 1; i < len(order); i++ {
		if apart := got[order[i]] - got[order[i-1]]; apart < 19.9 {
			t.Errorf("%v spread to %v: two are %.1f apart, want 20", centres, got, apart)
		}
	}
	if alone := Spread([]float64{10, 90}, []float64{20, 20}); !slices.Equal(alone, []float64{10, 90}) {
		t.Errorf("what does not meet moved to %v", alone)
	}
}
