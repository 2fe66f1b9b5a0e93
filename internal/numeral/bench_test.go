package numeral

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// BenchmarkRead reads ordinary prose, a paragraph at a time as a page is read,
// and says how long a thousand characters take; BenchmarkClassify also asks for
// the class of every number.
func BenchmarkRead(b *testing.B) {
	benchProse(b, func(paragraph string) { Read(paragraph) })
}

func BenchmarkClassify(b *testing.B) {
	benchProse(b, func(paragraph string) {
		r := Read(paragraph)
		for i := range r.Numbers {
			r.Classified(i)
		}
	})
}

func benchProse(b *testing.B, read func(paragraph string)) {
	for _, lang := range []string{"zh", "en"} {
		b.Run(lang, func(b *testing.B) {
			data, err := prose.ReadFile("testdata/prose." + lang + ".txt")
			if err != nil {
				b.Fatal(err)
			}
			text := strings.NewReplacer("⟦", "", "⟧", "").Replace(string(data))
			paragraphs := strings.Split(text, "\n")
			for b.Loop() {
				for _, p := range paragraphs {
					read(p)
				}
			}
			thousands := float64(utf8.RuneCountInString(text)) / 1000
			b.ReportMetric(b.Elapsed().Seconds()*1000/float64(b.N)/thousands, "ms/1000chars")
		})
	}
}
