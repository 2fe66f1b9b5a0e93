package privacy

import (
	"fmt"
	"strings"
	"testing"
)

// BenchmarkFile measures clean files, which nearly all are: MB/s is what counts.
func BenchmarkFile(b *testing.B) {
	for name, data := range cleanFiles() {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(data)))
			for b.Loop() {
				if found := File(name, data, Allow{}); len(found) > 0 {
					b.Fatalf("found %+v", found)
				}
			}
		})
	}
}

// cleanFiles returns files such as a site publishes, of about 100 kB.
func cleanFiles() map[string][]byte {
	var zh, en, drawing, csv, json strings.Builder
	zh.WriteString("<!doctype html><html lang=\"zh-Hans\"><title>城市更新</title>")
	json.WriteString("[")
	for i := range 250 {
		fmt.Fprintf(&zh, "<section id=\"s%d\" class=\"block\"><h2>第%d项：老旧小区改造</h2><p>截至<time datetime=\"2026-03-05\">2026年3月5日</time>，共完成"+
			"<data value=\"%d\"><a href=\"/metrics/m%d/\">%d</a></data>个项目，占总数的85.7%%，涉及居民三百余户；项目由区住房和城乡建设局牵头实施。</p></section>\n", i, i, i, i, i)
		fmt.Fprintf(&en, "<section id=\"s%d\" class=\"block\"><h2>Item %d: Renewal of Old Estates</h2><p>As at <time datetime=\"2026-03-05\">5 March 2026</time>, "+
			"<data value=\"%d\"><a href=\"/en/metrics/m%d/\">%d</a></data> projects, or 85.7%%, were complete. The district's housing bureau leads the work.</p></section>\n", i, i, i, i, i)
		fmt.Fprintf(&drawing, "<path d=\"M%d.5 120.25L130.75 %d.125 138 0013 8000\" class=\"series-1\"/><text x=\"%d\" y=\"10\">%d月</text>\n", i, i, i, i)
		fmt.Fprintf(&csv, "road-%d,道路养护工程%d,Road maintenance %d,2026-03-05,%d,0.857142857142857\r\n", i, i, i, i)
		fmt.Fprintf(&json, "{\"id\":\"road-%d\",\"title\":\"道路养护工程\",\"date\":\"2026-03-05\",\"value\":%d,\"share\":0.857142857142857},\n", i, i)
	}
	files := map[string][]byte{}
	for name, b := range map[string]*strings.Builder{"zh.html": &zh, "en.html": &en, "drawing.svg": &drawing, "data.csv": &csv, "data.json": &json} {
		files[name] = []byte(b.String())
	}
	return files
}
