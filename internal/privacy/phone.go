package privacy

import (
	"bytes"
	"slices"
	"strings"

	"gongshi/internal/words"
)

// mobile matches a mobile number: 1, then 3 to 9, then nine digits; before it
// the code of the country, or the 0 once dialled before calls to other places.
func mobile(n *number, i int) (hit, int) {
	shapes := []string{"11", "3-4-4", "3-8", "7-4", "4-4-3", "3-3-5", "1-1-1-1-1-1-1-1-1-1-1"}
	for _, prefix := range []string{"", "0", "86", "0086"} {
		if !bytes.HasPrefix(n.digits[i:], []byte(prefix)) {
			continue
		}
		p, ok := n.part(i+len(prefix), 11)
		if ok && slices.Contains(shapes, p.shape) && p.digits[0] == '1' && p.digits[1] >= '3' {
			length := len(prefix) + 11
			return n.hit(i, length, Mobile, mask(p.digits, 3, 4), p.digits), length
		}
	}
	return hit{}, 0
}

// isAmount reports whether what looks like a mobile number is an amount: its
// unit says so, or it is a round value by itself in a data file.
func isAmount(t *words.Text, h hit) bool {
	before, after := t.Bytes[:h.start], bytes.TrimLeft(t.Bytes[h.end:min(h.end+12, len(t.Bytes))], " ")
	for _, unit := range []string{"元", "美元", "yuan", "RMB", "CNY"} {
		if bytes.HasPrefix(after, []byte(unit)) {
			return true
		}
	}
	for _, unit := range []string{"¥", "￥", "$"} {
		if bytes.HasSuffix(before, []byte(unit)) {
			return true
		}
	}
	return t.Records && isValue(before, after) && strings.HasSuffix(h.plain, "0000")
}

// isFigure reports whether a number, which may have a sign, is a whole field. An
// identity number with the right check digit is none: no figure is so long.
func isFigure(t *words.Text, h hit) bool {
	number := h.kind == Mobile || h.kind == BankCard || h.kind == OldIdentityNumber || h.kind == IdentityNumberTypo
	before := bytes.TrimSuffix(t.Bytes[:h.start], []byte("-"))
	return number && t.Records && isValue(before, t.Bytes[h.end:])
}

// isValue reports whether what stands between two texts is a whole field.
func isValue(before, after []byte) bool {
	const begin, end = ",;:[\t\n\r", ",;]}\t\n\r" + string(words.Gap)
	before = bytes.TrimRight(before, " ")
	return (len(before) == 0 || strings.IndexByte(begin, before[len(before)-1]) >= 0) &&
		(len(after) == 0 || strings.IndexByte(end, after[0]) >= 0)
}
