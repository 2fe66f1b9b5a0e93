package privacy

import "slices"

// A cardRange holds the numbers of one network: their first digits lie between
// two values, and so does how many digits they have.
type cardRange struct {
	low, high      string
	fewest, digits int
}

// cardRanges are the networks that banks in China use, UnionPay first.
var cardRanges = []cardRange{
	{"62", "62", 16, 19},
	{"9558", "9559", 16, 19}, // older cards of two large banks
	{"4", "4", 16, 16},
	{"51", "55", 16, 16},
	{"2221", "2720", 16, 16},
	{"3528", "3589", 16, 16},
}

// bankCard matches a bank card's number: its network is known and its last
// digit checks.
func bankCard(n *number, i int) (hit, int) {
	shapes := []string{"16", "17", "18", "19", "4-4-4-4", "4-4-4-4-1", "4-4-4-4-2", "4-4-4-4-3", "6-10", "6-12", "6-13"}
	for length := 19; length >= 16; length-- {
		p, ok := n.part(i, length)
		if ok && p.digits[length-1] != 'X' && slices.Contains(shapes, p.shape) && isCard(p.digits) && luhn(p.digits) {
			return n.hit(i, length, BankCard, mask(p.digits, 4, 4), p.digits), length
		}
	}
	return hit{}, 0
}

func isCard(digits string) bool {
	return slices.ContainsFunc(cardRanges, func(r cardRange) bool {
		first := digits[:len(r.low)]
		return first >= r.low && first <= r.high && len(digits) >= r.fewest && len(digits) <= r.digits
	})
}

// luhn reports whether the last digit checks (ISO/IEC 7812-1, annex B).
func luhn(digits string) bool {
	sum := 0
	for i := range len(digits) {
		d := int(digits[len(digits)-1-i] - '0')
		if i%2 == 1 {
			d = d*2/10 + d*2%10
		}
		sum += d
	}
	return sum%10 == 0
}
