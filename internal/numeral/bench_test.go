package numeral

import "testing"

func BenchmarkFind(b *testing.B) {
	for _, f := range []string{"testdata/prose.zh.txt", "testdata/prose.en.txt"} {
		data, _ := prose.ReadFile(f)
		b.Run(f, func(b *testing.B) {
			b.SetBytes(int64(len(data)))
			for b.Loop() {
				Find(string(data))
			}
		})
	}
}
