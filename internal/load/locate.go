package load

import (
	"bytes"

	"github.com/BurntSushi/toml"
)

// locate finds where each key of a document stands. BurntSushi/toml gives keys
// without places, but in the order in which they are written, so that each is
// the next one after the one before.
func locate(source []byte, keys []toml.Key) map[string]int {
	offsets := make(map[string]int, len(keys))
	at := 0
	for _, key := range keys {
		name := key[len(key)-1]
		if begin, after := nextKey(source, at, name); begin >= 0 {
			offsets[key.String()], at = begin, after
		}
	}
	return offsets
}

// nextKey returns the offset of the next key of a name at or after from, inside
// its quotation marks if it has any, and the offset after it; or -1. Texts and
// comments are passed over.
func nextKey(source []byte, from int, name string) (at, after int) {
	for i := from; i < len(source); {
		switch c := source[i]; {
		case c == '#':
			i += len(firstLine(source[i:]))
		case c == '"' || c == '\'':
			begin, end, after := quoted(source, i)
			if string(source[begin:end]) == name && endsKey(source[after:]) {
				return begin, after
			}
			i = after
		case isBare(c):
			end := i
			for end < len(source) && isBare(source[end]) {
				end++
			}
			if string(source[i:end]) == name && endsKey(source[end:]) {
				return i, end
			}
			i = end
		default:
			i++
		}
	}
	return -1, -1
}

// isBare reports whether a key may have the character without quotation marks.
func isBare(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == '-'
}

// endsKey reports whether what follows a word makes it a key: a dot, a bracket,
// an equals sign.
func endsKey(rest []byte) bool {
	rest = bytes.TrimLeft(rest, " \t")
	return len(rest) > 0 && (rest[0] == '=' || rest[0] == '.' || rest[0] == ']')
}

// quoted returns the bounds of the text in the quotation marks at i, and the
// offset after them.
func quoted(source []byte, i int) (begin, end, after int) {
	mark := source[i : i+1]
	if triple := bytes.Repeat(mark, 3); bytes.HasPrefix(source[i:], triple) {
		mark = triple
	}
	begin = i + len(mark)
	for end = begin; end < len(source) && !bytes.HasPrefix(source[end:], mark); end++ {
		if source[end] == '\\' && mark[0] == '"' {
			end++ // an escaped character ends nothing
		}
	}
	end = min(end, len(source))
	return begin, end, min(end+len(mark), len(source))
}
