package locale

import (
	"slices"
	"testing"
)

// A name stands where its readers look for it: by pinyin, not by the code of its
// character, and number 2 before number 10.
func TestRanks(t *testing.T) {
	t.Parallel()
	for code, want := range map[string][]string{
		"zh": {"2号楼", "10号楼", "安家", "柳条湾", "张庄", "中山路"},
		"en": {"apple", "Ärmel", "Lane 2", "Lane 10", "zebra", "Zoo"},
	} {
		l, _ := Lookup(code)
		names := slices.Concat(want, want) // each twice
		slices.Reverse(names)
		ranks := l.Ranks(names)
		for i, name := range names {
			if at := 2 * slices.Index(want, name); ranks[i] != at {
				t.Errorf("%s: %s has rank %d, want %d", code, name, ranks[i], at)
			}
		}
	}
}
