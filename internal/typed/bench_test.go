package typed

import (
	"fmt"
	"strings"
	"testing"
)

// BenchmarkFigures reads a large site: 1,200 metrics with six values each, and
// 24,000 numbers typed on 80 pages, 3,400 of them on one line.
func BenchmarkFigures(b *testing.B) {
	var metrics strings.Builder
	for i := range 1200 {
		fmt.Fprintf(&metrics, "[m-%d]\nname = { zh = \"第%d项工作\", en = \"Work %d\" }\nunit = { zh = \"个\", en = { one = \"unit\", other = \"units\" } }\nkind = \"count\"\n", i, i, i)
		for month := range 6 {
			fmt.Fprintf(&metrics, "values.\"2024-%02d-28\" = %d\n", month+1, 1000+7*i+month)
		}
	}
	files := map[string]string{"content/metrics/a.toml": metrics.String()}
	for p := range 80 {
		var text strings.Builder
		for i := range 257 {
			fmt.Fprintf(&text, "这里有%d户，", 1000+13*i+p)
			if i%5 == 0 {
				text.WriteString("见下。\n\n")
			}
		}
		files[fmt.Sprintf("content/p%d/index.zh.md", p)] = page(text.String())
	}
	files["content/line/index.zh.md"] = page(strings.Repeat("路灯共11盏，", 3400))
	s := siteOf(b, files)
	for b.Loop() {
		Figures(s)
	}
}
