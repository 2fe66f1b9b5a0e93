package search

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
)

// A visitor downloads no more for a query, uncompressed, until the first results
// are shown.
const budget = 100_000

// worst are queries that many pages have, or whose terms have large shards.
var worst = map[string][]string{
	"zh": {"项目", "项", "2024", "156", "2024年11月25日", "1", "项目工程改造小区道路路灯", "项目 2024 工程", "a"},
	"en": {"project", "street light", "p", "s", "156", "25 November 2024", "con", "pro str", "project completed street light community street", "2024"},
}

// A site of a tenth of the size, so that the test takes a second. Texts cost the same
// in each site, and so does a shard, but for its maps of bits: they have most of what
// a shard may grow by. BenchmarkFiles has the whole size.
func TestQueriesStayWithinTheBudget(t *testing.T) {
	t.Parallel()
	for lang, queries := range worst {
		s := newScript(t, synthetic(lang, 1000))
		for _, q := range queries {
			r := s.find(t, q)
			t.Logf("%s %q: %d bytes, %d found", lang, q, s.bytes, r.N)
			if s.bytes > budget {
				t.Errorf("%s: %q takes %d bytes, want at most %d", lang, q, s.bytes, budget)
			}
			if len(r.Shown) == 0 && q != "a" {
				t.Errorf("%s: %q finds nothing, so that its cost says nothing", lang, q)
			}
		}
	}
}

// BenchmarkFiles makes the index of a site of 10,000 projects, and reports the most
// that a query downloads, plain and compressed.
func BenchmarkFiles(b *testing.B) {
	for lang, queries := range worst {
		b.Run(lang, func(b *testing.B) {
			documents := synthetic(lang, 10_000)
			var files map[string][]byte
			for b.Loop() {
				files = Files(documents)
			}
			total := 0
			for _, data := range files {
				total += len(data)
			}
			b.ReportMetric(float64(total)/1e6, "MB")
			b.ReportMetric(float64(len(files)), "files")
			s := newScript(b, documents)
			most, compressed := 0, 0
			for _, q := range queries {
				r := s.find(b, q)
				b.Logf("%s %q: %d bytes, %d compressed, %d files, %d found", lang, q, s.bytes, s.compressed(b), len(s.fetched), r.N)
				most, compressed = max(most, s.bytes), max(compressed, s.compressed(b))
			}
			b.ReportMetric(float64(most), "B/query")
			b.ReportMetric(float64(compressed), "gz/query")
		})
	}
}

// compressed is how many bytes the last query took over a server that compresses.
func (s *script) compressed(t testing.TB) int {
	t.Helper()
	n := 0
	for _, name := range s.fetched {
		var buf bytes.Buffer
		z := gzip.NewWriter(&buf)
		if _, err := z.Write(s.files[name]); err != nil {
			t.Fatal(err)
		}
		if err := z.Close(); err != nil {
			t.Fatal(err)
		}
		n += buf.Len()
	}
	return n
}

// synthetic makes documents as long as the pages of projects are: 250 to 600
// characters of Chinese, 150 to 350 words of English. Their words are made up, and as
// frequent as words are: the nth has a share of about 1/n. The first few are real.
func synthetic(lang string, n int) []Document {
	r := rand.New(rand.NewPCG(1, 2))
	make1, first, between := wordZH, []string{"项目", "工程", "改造", "小区", "道路", "路灯"}, ""
	least, most := 250, 600
	if lang == "en" {
		make1, first, between = wordEN, []string{"project", "the", "street", "light", "completed", "community", "construction", "control", "progress"}, " "
		least, most = 150, 350
	}
	words := first
	for len(words) < 8000 {
		words = append(words, make1(r))
	}
	zipf := rand.NewZipf(r, 1.07, 4, uint64(len(words)-1))
	var list []Document
	for i := range n {
		d := Document{Address: fmt.Sprintf("/projects/synthetic-project-%d/", i), Kind: "项目"}
		title, text := []string{first[i%3]}, []string{first[0]}
		for range 4 {
			title = append(title, words[zipf.Uint64()])
		}
		for size, want := 0, least+r.IntN(most-least); size < want; {
			w := words[zipf.Uint64()]
			text = append(text, w)
			if size += len([]rune(w)); lang == "en" {
				size -= len([]rune(w)) - 1
			}
			switch r.IntN(12) {
			case 0:
				text = append(text, map[string]string{"zh": "，", "en": ", "}[lang])
			case 1:
				text = append(text, map[string]string{"zh": "。", "en": ". "}[lang])
			}
		}
		if i%10 == 0 {
			text = append(text, first...)
		}
		day := 1 + r.IntN(30)
		text = append(text, map[string]string{
			"zh": fmt.Sprintf("。\n完成日期：2024年11月%d日，共%d盏", day, 100+r.IntN(100)),
			"en": fmt.Sprintf(". \nCompleted: %d November 2024, %d lights", day, 100+r.IntN(100)),
		}[lang])
		d.Title, d.Text = strings.Join(title, between), strings.Join(text, between)
		list = append(list, d)
	}
	return list
}

func wordZH(r *rand.Rand) string {
	zipf := rand.NewZipf(r, 1.2, 40, 2500) // a few hundred characters make up most of any text
	word := ""
	for range 1 + r.IntN(3) {
		word += string(rune(0x4e00 + zipf.Uint64()*7))
	}
	return word
}

// wordEN makes a word of two to ten letters or so. Many words of English begin alike,
// so a quarter begin with one of four syllables.
func wordEN(r *rand.Rand) string {
	word := ""
	if r.IntN(4) == 0 {
		word = []string{"con", "com", "pro", "re"}[r.IntN(4)]
	}
	for range 1 + r.IntN(3) {
		word += string("bcdfghlmnprstvw"[r.IntN(15)]) + string("aeiou"[r.IntN(5)])
		if r.IntN(2) == 0 {
			word += string("lmnrst"[r.IntN(6)])
		}
	}
	return word
}
