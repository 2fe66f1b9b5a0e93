package locale

import "testing"

// TestReached holds that a target which is not reached is never said to be.
func TestReached(t *testing.T) {
	for _, tt := range []struct{ value, target, want string }{
		{"156", "200", "78"}, {"200", "200", "100"}, {"210", "200", "105"}, {"0", "200", "0"},
		{"99.4", "100", "99"}, {"99.5", "100", "99.5"}, {"99.96", "100", "99.9"}, {"99996", "100000", "99.9"},
		{"999999999999999", "1000000000000000", "99.9"},
		{"100.4", "100", "100"},
	} {
		target := Int(1_000_000_000_000_000) // beyond what may be typed
		if tt.target != target.String() {
			target = decimal(t, tt.target)
		}
		if got := Reached(decimal(t, tt.value).Rat(), target.Rat()).String(); got != tt.want {
			t.Errorf("%s of %s is %s%%, want %s%%", tt.value, tt.target, got, tt.want)
		}
	}
}

// TestTie holds that only what lies exactly midway is a tie.
func TestTie(t *testing.T) {
	for _, tt := range []struct {
		part, whole int64
		digits      int
		want        bool
	}{
		{17, 40, 0, true}, {17, 40, 1, false}, {42, 49, 0, false}, {1, 2, 0, false}, {1, 3, 0, false}, {1, 16, 1, true}, {-17, 40, 0, true},
	} {
		if got := (Share{Int(tt.part), Int(tt.whole)}).Tie(tt.digits); got != tt.want {
			t.Errorf("%d of %d, to %d digits: tie %v, want %v", tt.part, tt.whole, tt.digits, got, tt.want)
		}
	}
}
