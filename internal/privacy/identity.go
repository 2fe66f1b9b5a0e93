package privacy

import (
	"slices"
	"strings"
	"time"
)

// identity matches an identity number: six digits of a region, eight of a birth
// date, three of a sequence and a check digit. The latter makes a match so
// unlikely that groups may be of any size.
func identity(n *number, i int) (hit, int) {
	p, ok := n.part(i, 18)
	if !ok || !identityShape(p.digits) || checkDigit(p.digits) != p.digits[17] {
		return hit{}, 0
	}
	return n.hit(i, 18, IdentityNumber, mask(p.digits, 6, 4), p.digits), 18
}

// identityTypo matches what would be an identity number, but for its check digit.
func identityTypo(n *number, i int) (hit, int) {
	shapes := []string{"18", "17-1", "6-8-4", "6-8-3-1", "6-4-4-4", "6-4-2-2-4", "4-4-4-4-2", "3-3-4-4-4", "6-6-6", "3-3-3-3-3-3", "6-12", "14-4"}
	p, ok := n.part(i, 18)
	if !ok || !slices.Contains(shapes, p.shape) || !identityShape(p.digits) || isCreditCode(p.digits) {
		return hit{}, 0
	}
	return n.hit(i, 18, IdentityNumberTypo, mask(p.digits, 6, 4), p.digits), 18
}

// oldIdentity matches the numbers given until 1999: the birth year has two
// digits, and there is no check digit.
func oldIdentity(n *number, i int) (hit, int) {
	p, ok := n.part(i, 15)
	if !ok || !slices.Contains([]string{"15", "6-6-3"}, p.shape) || !isRegion(p.digits) || !isBirthDate("19"+p.digits[6:12]) {
		return hit{}, 0
	}
	return n.hit(i, 15, OldIdentityNumber, mask(p.digits, 6, 3), p.digits), 15
}

// identityShape reports whether the region and the birth date are possible.
func identityShape(digits string) bool { return isRegion(digits) && isBirthDate(digits[6:14]) }

// isRegion reports whether digits begin with the code of a province (GB/T 2260),
// or with 83, given to residents from Taiwan.
func isRegion(digits string) bool {
	const provinces = "11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83"
	return strings.Contains(provinces, digits[:2])
}

// isBirthDate reports whether the date exists and may be a birth date: textbooks
// print one of 1880. The latest is fixed, so that a build does not depend on the
// day.
func isBirthDate(yyyymmdd string) bool {
	day, err := time.Parse("20060102", yyyymmdd)
	return err == nil && day.Year() >= 1800 && day.Year() < 2050
}

// checkDigit returns the check digit of an identity number (GB 11643-1999, which
// is ISO 7064 MOD 11-2).
func checkDigit(digits string) byte {
	weights := [17]int{7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2}
	sum := 0
	for i, w := range weights {
		sum += w * int(digits[i]-'0')
	}
	return "10X98765432"[sum%11]
}

// isCreditCode reports whether digits are a valid code of an organisation (GB
// 32100-2015), which is public. Few consist of digits alone; the letters of the
// others already tell them apart.
func isCreditCode(digits string) bool {
	weights := [17]int{1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28}
	sum := 0
	for i, w := range weights {
		sum += w * int(digits[i]-'0')
	}
	check := (31 - sum%31) % 31
	return check < 10 && int(digits[17]-'0') == check
}
