package picture

import "testing"

// A photograph of 12 megapixels, as phones take them.
func BenchmarkVariants(b *testing.B) {
	data := photograph(b, 4000, 3000)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Variants(data); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkInspect(b *testing.B) {
	data := photograph(b, 4000, 3000)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Inspect(data); err != nil {
			b.Fatal(err)
		}
	}
}
