package locale

import (
	"cmp"
	"fmt"
	"math/big"
	"strconv"
	"strings"
)

// Decimal is an exact decimal number, as somebody wrote it: 3.20 keeps its last
// zero. The zero value is 0.
type Decimal struct {
	coef  int64 // the digits without the point
	scale int   // digits after the point
}

// maxDigits is the largest number of digits that a number may have, before and
// after the point together. It is beyond what anybody counts or measures, leaves
// room to add up thousands of such numbers, and is what a floating-point number,
// as programs read data files, can hold (IEEE 754, 15 significant digits).
const maxDigits = 15

// Int returns n as a decimal.
func Int(n int64) Decimal { return Decimal{coef: n} }

// ParseDecimal reads plain digits with an optional sign and decimal point: no
// grouping, no exponent.
func ParseDecimal(s string) (Decimal, error) {
	whole, frac, point := strings.Cut(s, ".")
	digits := strings.TrimPrefix(whole, "-")
	if digits == "" || point && frac == "" || !onlyDigits(digits+frac) {
		return Decimal{}, fmt.Errorf("%q is not a number; write digits with at most one point, such as 12 or 3.5", s)
	}
	if len(strings.TrimLeft(digits, "0")+frac) > maxDigits {
		return Decimal{}, fmt.Errorf("%q has more than %d digits", s, maxDigits)
	}
	coef, err := strconv.ParseInt(whole+frac, 10, 64)
	if err != nil {
		return Decimal{}, fmt.Errorf("%q is too large", s)
	}
	return Decimal{coef: coef, scale: len(frac)}, nil
}

func onlyDigits(s string) bool {
	return strings.Trim(s, "0123456789") == ""
}

// String prints the number for machines: digits, a point, no grouping.
func (d Decimal) String() string {
	if d.scale == 0 {
		return strconv.FormatInt(d.coef, 10)
	}
	return d.Rat().FloatString(d.scale)
}

// Digits returns the number of digits after the point, as they were written: 3.0
// has one.
func (d Decimal) Digits() int { return d.scale }

// Rat returns the exact value.
func (d Decimal) Rat() *big.Rat {
	den := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(d.scale)), nil)
	return new(big.Rat).SetFrac(big.NewInt(d.coef), den)
}

// Float returns the nearest floating-point number, for drawing, not for sums.
func (d Decimal) Float() float64 {
	f, _ := d.Rat().Float64()
	return f
}

// Abs returns the number without its sign.
func (d Decimal) Abs() Decimal {
	if d.coef < 0 {
		d.coef = -d.coef
	}
	return d
}

// Sign returns -1, 0 or +1.
func (d Decimal) Sign() int { return d.Rat().Sign() }

// Cmp compares two numbers by value: 3.0 and 3 are equal.
func (d Decimal) Cmp(e Decimal) int {
	if d.scale == e.scale {
		return cmp.Compare(d.coef, e.coef)
	}
	return d.Rat().Cmp(e.Rat())
}

// Add returns d + e: exactly, as long as the sum has fewer than 19 digits, which
// thousands of numbers with [maxDigits] have.
func (d Decimal) Add(e Decimal) Decimal {
	return round(new(big.Rat).Add(d.Rat(), e.Rat()), max(d.scale, e.scale))
}

// Sub returns d - e, as exactly as Add.
func (d Decimal) Sub(e Decimal) Decimal {
	return round(new(big.Rat).Sub(d.Rat(), e.Rat()), max(d.scale, e.scale))
}

// Share is the exact ratio of two decimals: 42 of 49. The zero value has no
// meaning; Whole must not be 0.
type Share struct {
	Part, Whole Decimal
}

// Rat returns the exact share in hundredths: 300/7 for 42 of 98.
func (s Share) Rat() *big.Rat { return percent(s.Part.Rat(), s.Whole.Rat()) }

// Percent returns the share in hundredths, rounded to digits after the point,
// half to even on exact ties.
func (s Share) Percent(digits int) Decimal { return round(s.Rat(), digits) }

// Tie reports whether the share in hundredths lies exactly midway between two
// numbers of so many digits after the point, as 42.5% does between 42% and 43%.
func (s Share) Tie(digits int) bool {
	double := new(big.Rat).Mul(s.Rat(), big.NewRat(2, 1))
	doubled := round(double, digits)
	return doubled.Rat().Cmp(double) == 0 && doubled.coef%2 != 0
}

func percent(part, whole *big.Rat) *big.Rat {
	r := new(big.Rat).Quo(part, whole)
	return r.Mul(r, big.NewRat(100, 1))
}

// Reached returns how much of a target a value is, in hundredths: a whole number,
// and never 100 of a target that is not reached. What would be rounded up to it has
// one digit, and is rounded down: 99.9.
func Reached(value, target *big.Rat) Decimal {
	exact, full := percent(value, target), Int(100)
	if rounded := round(exact, 0); exact.Cmp(full.Rat()) >= 0 || rounded.Cmp(full) < 0 {
		return rounded
	}
	tenths := new(big.Int).Mul(exact.Num(), big.NewInt(10))
	return Decimal{coef: tenths.Quo(tenths, exact.Denom()).Int64(), scale: 1}
}

// Fraction returns the share as a fraction of one, rounded like Percent with as
// many digits: 0.857 where Percent prints 85.7.
func (s Share) Fraction(digits int) Decimal {
	p := s.Percent(digits)
	return Decimal{coef: p.coef, scale: p.scale + 2}
}

// round returns r with scale digits after the point, half to even on exact ties;
// with fewer when there is no room for so many.
func round(r *big.Rat, scale int) Decimal {
	for ; ; scale-- {
		if coef := scaled(r, scale); coef.IsInt64() || scale == 0 {
			return Decimal{coef: coef.Int64(), scale: scale}
		}
	}
}

// scaled returns r times ten to the power of scale, as a whole number.
func scaled(r *big.Rat, scale int) *big.Int {
	pow := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(scale)), nil)
	num := new(big.Int).Mul(r.Num(), pow)
	quo, rem := new(big.Int).DivMod(num, r.Denom(), new(big.Int)) // rem >= 0
	switch rem.Lsh(rem, 1).Cmp(r.Denom()) {
	case 1:
		quo.Add(quo, big.NewInt(1))
	case 0:
		if quo.Bit(0) == 1 {
			quo.Add(quo, big.NewInt(1))
		}
	}
	return quo
}
