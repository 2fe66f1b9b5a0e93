package words

import (
	"bytes"
	"encoding/json"
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode/utf16"
)

// takeJSON appends data[from:to] with the escapes in its strings decoded. The
// quotes stay: they part one string from the next. It reads scripts as well.
func takeJSON(t *Text, data []byte, from, to int) {
	for from < to {
		n := bytes.IndexByte(data[from:to], '\\')
		if n < 0 {
			break
		}
		t.copy(data, from, from+n)
		from += n
		r, size := escape(data[from:to])
		t.decode(string(r), from, from+size)
		from += size
	}
	t.copy(data, from, to)
}

// escape decodes the escape at the beginning of b. Those of control characters
// become a space.
func escape(b []byte) (r rune, size int) {
	r, ok := hexRune(b)
	if !ok {
		if len(b) > 1 && strings.IndexByte(`"\/`, b[1]) >= 0 {
			return rune(b[1]), 2
		}
		return ' ', min(2, len(b))
	}
	if low, ok := hexRune(b[6:]); ok && utf16.IsSurrogate(r) {
		return utf16.DecodeRune(r, low), 12
	}
	return r, 6
}

// hexRune decodes \u0031.
func hexRune(b []byte) (rune, bool) {
	if len(b) < 6 || b[0] != '\\' || b[1] != 'u' {
		return 0, false
	}
	n, err := strconv.ParseUint(string(b[2:6]), 16, 16)
	return rune(n), err == nil
}

// jsonTables returns each object as a table of one row, and each array of
// arrays as a table.
func jsonTables(data []byte) []Table {
	var tables []Table
	for dec := json.NewDecoder(bytes.NewReader(bytes.TrimPrefix(data, []byte(byteOrderMark)))); ; {
		var v any
		if dec.Decode(&v) != nil {
			return tables
		}
		tables = appendJSON(tables, v)
	}
}

func appendJSON(tables []Table, v any) []Table {
	switch v := v.(type) {
	case map[string]any:
		keys := slices.Sorted(maps.Keys(v))
		row := make([]string, len(keys))
		for i, k := range keys {
			row[i] = scalar(v[k])
			tables = appendJSON(tables, v[k])
		}
		return append(tables, Table{Rows: [][]string{keys, row}})
	case []any:
		var t Table
		for _, e := range v {
			tables = appendJSON(tables, e)
			if cells, ok := e.([]any); ok {
				t.Rows = append(t.Rows, scalars(cells))
			}
		}
		return append(tables, t)
	}
	return tables
}

func scalars(values []any) []string {
	cells := make([]string, len(values))
	for i, v := range values {
		cells[i] = scalar(v)
	}
	return cells
}

// scalar returns a value as text, "" if it has parts.
func scalar(v any) string {
	switch v := v.(type) {
	case string:
		return v
	case float64:
		return strconv.FormatFloat(v, 'f', -1, 64)
	case bool:
		return strconv.FormatBool(v)
	}
	return ""
}
