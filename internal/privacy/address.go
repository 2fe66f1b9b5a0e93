package privacy

import (
	"bytes"
	"iter"
	"regexp"
	"strings"
)

// homeAddress ends at a door: 3号楼2单元501室. Without 室, something must end after
// it: 2单元120户 counts homes.
var homeAddress = regexp.MustCompile(`(?:[0-9A-Z一二三四五六七八九十]{1,4}(?:号楼|号|栋|幢|座|#楼?)院?[ ,、-]?)?` +
	`[0-9A-Z一二三四五六七八九十东西南北中]{1,3}单元[ ,、-]?(?:[0-9]层)?` +
	`(?:[0-9一二三四五六七八九十〇零]{1,4}[ ]?室|[0-9]{3,4}(?:$|[,;:.!?()"<|。、\n\x1f]))`)

// oneDoor finds the digits of an address.
var oneDoor = regexp.MustCompile(`[0-9A-Z一二三四五六七八九十〇零]`)

// addresses returns the addresses of single homes.
func addresses(buf []byte) []hit {
	var hits []hit
	for i := range occurrences(buf, "单元") {
		c := clipAt(buf, i, 40, 60)
		for _, m := range homeAddress.FindAllStringIndex(c.s, -1) {
			address := strings.TrimRightFunc(c.s[m[0]:m[1]], func(r rune) bool { return r != '室' && classify(r) != digit })
			hits = append(hits, c.hit(m[0], m[0]+len(address), HomeAddress, oneDoor.ReplaceAllString(address, "*")))
		}
	}
	return hits
}

// occurrences yields where a word stands.
func occurrences(buf []byte, word string) iter.Seq[int] {
	return func(yield func(int) bool) {
		for from := 0; ; from += len(word) {
			i := bytes.Index(buf[from:], []byte(word))
			if i < 0 || !yield(from+i) {
				return
			}
			from += i
		}
	}
}
