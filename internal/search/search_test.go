package search

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

//go:embed testdata/terms.json
var termsJSON []byte

// The script makes terms of a query, and this package of a text: each must find the
// other. The table is run against both.
func TestTermsAreTheSameInTheScript(t *testing.T) {
	t.Parallel()
	var cases []struct {
		Text  string
		Terms []string
	}
	if err := json.Unmarshal(termsJSON, &cases); err != nil {
		t.Fatal(err)
	}
	s := newScript(t, nil)
	for _, c := range cases {
		quoted, _ := json.Marshal(c.Text)
		answer, _ := s.eval(t, "JSON.stringify([fold("+string(quoted)+")[0], ...read("+string(quoted)+").terms])").(string)
		var got []string
		if err := json.Unmarshal([]byte(answer), &got); err != nil {
			t.Fatal(err)
		}
		if folded := string(fold(c.Text)); got[0] != folded {
			t.Errorf("%q: folded %q in the script, %q here", c.Text, got[0], folded)
		}
		if !slices.Equal(got[1:], c.Terms) {
			t.Errorf("%q: terms of the query %q, want %q", c.Text, got[1:], c.Terms)
		}
		keys := map[string]bool{}
		termsOf(c.Text, func(key string) { keys[key] = true })
		for _, term := range c.Terms {
			if !keys[term] {
				t.Errorf("%q: the index lacks %q; it has %q", c.Text, term, slices.Sorted(maps.Keys(keys)))
			}
		}
	}
}

// sample is a site of a few pages, in the order in which the site has them.
var sample = []Document{
	{"/", "网页", "首页", "全区项目进展。"},
	{"/projects/lights/", "项目", "柳巷路灯改造", "安装156盏LED路灯，投资1,234万元。\n开工日期：2024年3月5日\n完成率85.7%"},
	{"/projects/toilets/", "项目", "公厕翻新", "改造过程中，柳巷居民提出路灯太暗。"},
	{"/projects/new-lights/", "项目", "路灯改造柳巷", "2156盏"},
	{"/en/projects/lights/", "Project", "Street lights renewed", "The résumé of 156 lights, finished on 25 November 2024."},
	{"/en/projects/street/", "Project", "Lights in the street", "Nothing before 2024."},
	{"/en/projects/other/", "Project", "Benches", "Streets without lighting."},
}

func TestFind(t *testing.T) {
	t.Parallel()
	s := newScript(t, sample)
	for query, want := range map[string]string{
		"路灯":               "/projects/lights/ /projects/new-lights/ /projects/toilets/", // titles first
		"柳巷路灯":             "/projects/lights/",
		"路灯 柳巷":            "/projects/lights/ /projects/new-lights/ /projects/toilets/", // and, in any order
		"柳巷路灯改造":           "/projects/lights/",
		"灯":                "/projects/lights/ /projects/new-lights/ /projects/toilets/",
		"6盏":               "/projects/lights/ /projects/new-lights/",
		"156":              "/projects/lights/ /en/projects/lights/",
		"1234":             "/projects/lights/",
		"１，２３４":            "", // a full-width comma parts clauses
		"85.7":             "/projects/lights/",
		"2024-03-05":       "/projects/lights/",
		"2024年3月5日":        "/projects/lights/",
		"5 March 2024":     "/projects/lights/",
		"2024-11-25":       "/en/projects/lights/",
		"25 november 2024": "/en/projects/lights/",
		"2024-11-24":       "",
		"led":              "/projects/lights/",
		"street lights":    "/en/projects/lights/ /en/projects/street/", // the phrase first
		"stre ligh":        "/en/projects/lights/ /en/projects/street/ /en/projects/other/",
		"treet":            "",
		"RESUME":           "/en/projects/lights/",
		"rést":             "",
		"lights missing":   "",
	} {
		var got []string
		r := s.find(t, query)
		for _, p := range r.Shown {
			got = append(got, p[0])
		}
		if strings.Join(got, " ") != want || r.N != len(got) {
			t.Errorf("%q finds %d: %q, want %q", query, r.N, got, want)
		}
	}
}

// Any two neighbouring characters of Chinese find their text, and so does each
// beginning of a word. The texts are those of the sample site.
func TestEveryPairIsFound(t *testing.T) {
	t.Parallel()
	var documents []Document
	err := fs.WalkDir(os.DirFS("../../sites/sample/content"), ".", func(name string, _ fs.DirEntry, err error) error {
		if err != nil || path.Ext(name) != ".md" {
			return err
		}
		data, err := os.ReadFile(filepath.Join("../../sites/sample/content", filepath.FromSlash(name)))
		title, text, _ := strings.Cut(string(data), "\n\n")
		documents = append(documents, Document{Address: name, Title: title, Text: text})
		return err
	})
	if err != nil || len(documents) < 50 {
		t.Fatalf("%d documents, %v", len(documents), err)
	}
	x, pairs := openIndex(t, Files(documents)), 0
	for i, d := range documents {
		for _, folded := range runs(fold(d.Title + "\n" + d.Text)) {
			run := []rune(folded)
			for n := range run {
				term := string(run[:n+1])
				if slices.ContainsFunc(run, isHan) {
					if term = string(run[n:min(n+2, len(run))]); strings.Contains(term, ".") || n+1 == len(run) && n > 0 {
						continue // not two characters
					}
					pairs++
				} else if isDigit(run[0]) {
					term = string(run)
				}
				if !x.find(t, term)[i] {
					t.Errorf("%q does not find %s", term, d.Address)
				}
			}
		}
	}
	if pairs < 10_000 {
		t.Errorf("only %d pairs were looked for", pairs)
	}
}

// An index as it is read.
type read struct {
	files  map[string][]byte
	shards int
	of     map[int]int         // the document of each passage
	lists  map[string][]string // the shards that were read
	found  map[string]map[int]bool
}

func openIndex(t *testing.T, files map[string][]byte) *read {
	t.Helper()
	var start []any
	if err := json.Unmarshal(files[Start], &start); err != nil {
		t.Fatal(err)
	}
	x := &read{files, int(start[1].(float64)), map[int]int{}, map[string][]string{}, map[string]map[int]bool{}}
	begins, at := numbers(start[4].(string)), -1
	for p := range int(start[3].(float64)) {
		if slices.Contains(begins, p) {
			at++
		}
		x.of[p] = at
	}
	return x
}

// find returns the documents with a term, as the script finds them.
func (x *read) find(t *testing.T, term string) map[int]bool {
	t.Helper()
	if found, ok := x.found[term]; ok {
		return found
	}
	name := shardName(shardOf(term, x.shards))
	if x.lists[name] == nil {
		var all []any
		if err := json.Unmarshal(x.files[name], &all); err != nil {
			t.Fatal(err)
		}
		for _, item := range all[1:] {
			x.lists[name] = append(x.lists[name], item.(string))
		}
	}
	found := map[int]bool{}
	x.found[term] = found
	for row := range slices.Chunk(x.lists[name], 3) {
		long := utf8.RuneCountInString(term) > short && !isDigit(rune(term[0]))
		if row[0] == term || long && strings.HasPrefix(row[0], term) {
			for _, p := range numbers(row[1]) {
				found[x.of[p]] = true
			}
		}
	}
	return found
}

// numbers reads a list.
func numbers(s string) []int {
	var list []int
	if bits, ok := strings.CutPrefix(s, "!"); ok {
		for i := range 6 * len(bits) {
			if (bits[i/6]-bitBase)>>(i%6)&1 == 1 {
				list = append(list, i)
			}
		}
		return list
	}
	n := -1
	for _, r := range s {
		n += int(r) - gapBase + 1
		list = append(list, n)
	}
	return list
}

// A list is read as it was written, whichever form is the shorter one.
func TestLists(t *testing.T) {
	t.Parallel()
	s := newScript(t, nil)
	for _, want := range [][]int{nil, {0}, {5}, {0, 1, 2, 3, 4, 5, 6, 7, 8}, {0, 40, 41, 3000, 12_000}, {3, 60_000}, {55_202}, {55_203}} {
		var l list
		for _, n := range want {
			l.add(n)
			l.add(n) // twice is once
		}
		written := l.String()
		if got := numbers(written); !slices.Equal(got, want) {
			t.Errorf("%q is %v, want %v", written, got, want)
		}
		quoted, _ := json.Marshal(written)
		var got []int
		answer, _ := s.eval(t, "JSON.stringify(numbers("+string(quoted)+"))").(string)
		if err := json.Unmarshal([]byte(answer), &got); err != nil || !slices.Equal(got, want) {
			t.Errorf("the script reads %q as %v, want %v", written, got, want)
		}
	}
}

// A long text is cut at ends of sentences, and nothing of it is lost.
func TestPassages(t *testing.T) {
	t.Parallel()
	for name, text := range map[string]string{
		"none":        "",
		"lines":       "标题\n第一句。\n\n第二句",
		"short":       "一句话。",
		"long":        strings.Repeat("这是一句话，共有十五个汉字左右。", 100),
		"english":     strings.Repeat("It costs 85.7 yuan. ", 300),
		"no sentence": strings.Repeat("长", 2*longest),
	} {
		list := slices.Collect(passages(text))
		if name == "lines" && !slices.Equal(list, []string{"标题 · 第一句。 第二句"}) {
			t.Errorf("lines: %q", list)
		}
		plain := strings.NewReplacer(" ", "", "\n", "", "·", "")
		if joined := strings.Join(list, ""); plain.Replace(joined) != plain.Replace(text) {
			t.Errorf("%s: %d passages have not the text", name, len(list))
		}
		for _, p := range list {
			if len(p) > longest && name != "no sentence" {
				t.Errorf("%s: a passage of %d bytes", name, len(p))
			}
		}
		if want := len(text)/longest + 1; len(list) < min(want, 2) && name != "no sentence" {
			t.Errorf("%s: %d passages", name, len(list))
		}
	}
}

// The words of a long page may be far apart; its best passage is shown.
func TestLongDocument(t *testing.T) {
	t.Parallel()
	filler := strings.Repeat("这里说的是别的事情，与查找无关。", 60)
	s := newScript(t, []Document{{"/long/", "网页", "长文", "开头有槐树。" + filler + "中间有石桥。" + filler + "结尾有石桥和古井。"}})
	r := s.find(t, "石桥 古井 槐树")
	if r.N != 1 || !strings.Contains(r.Shown[0][3], "结尾") {
		t.Errorf("found %d, want the one document by its last passage: %v", r.N, r.Shown)
	}
}

// Names can be told before the index is made, and it has exactly those files; the
// same documents give the same bytes.
func TestFiles(t *testing.T) {
	t.Parallel()
	for _, n := range []int{0, 1, 2, 3, 4, 9, 50} {
		documents := synthetic("zh", n)
		files := Files(documents)
		if got, want := slices.Sorted(maps.Keys(files)), slices.Sorted(slices.Values(Names(n))); !slices.Equal(got, want) {
			t.Errorf("%d documents: files %q, want %q", n, got, want)
		}
		if !maps.EqualFunc(files, Files(documents), bytes.Equal) {
			t.Errorf("%d documents: the index differs from time to time", n)
		}
	}
}

// A page that meets a file of another index says that it failed, and does not mix.
func TestIndexesDoNotMix(t *testing.T) {
	t.Parallel()
	s := newScript(t, sample)
	newer := Files(sample[1:])
	for name := range s.files {
		if name != Start && newer[name] != nil {
			s.files[name] = newer[name]
		}
	}
	s.eval(t, "var query = '路灯'; answer = ''; open('').then(i => { index = i; return show(10) }); 0")
	if _, err := s.vm.ExecutePendingJobs(); err != nil {
		t.Fatal(err)
	}
	if answer, _ := s.eval(t, "answer").(string); json.Valid([]byte(answer)) {
		t.Errorf("files of two indexes give %s, want an error", answer)
	}
}

// What was looked for is marked where it stands, in whatever form.
func TestMarks(t *testing.T) {
	t.Parallel()
	s := newScript(t, nil)
	for _, c := range []struct{ query, text, want string }{
		{"路灯", "安装路灯，路灯亮", "安装[路灯]，[路灯]亮"},
		{"柳巷路灯", "柳巷的路灯，柳巷路灯", "[柳巷]的[路灯]，[柳巷路灯]"},
		{"stre lig", "Street lights, highlights; a high street", "[Stre]et [lig]hts, highlights; a high [stre]et"},
		{"resume", "The Résumé", "The [Résumé]"},
		{"12345", "共12,345元", "共[12,345]元"},
		{"85.7", "达85.7%", "达[85.7]%"},
		{"156", "ＬＥＤ１５６盏", "ＬＥＤ１５６盏"}, // within a word nothing begins
		{"led", "ＬＥＤ灯", "[ＬＥＤ]灯"},
		{"2024-11-25", "于2024年11月25日完成，25日验收", "于[2024年11月25日]完成，25日验收"},
		{"31/12/2024", "31 December 2024: 49; 31 March 2024: 12", "[31 December 2024]: 49; 31 March 2024: 12"},
		{"<b>(", "<b>(c)", "<[b]>(c)"},
	} {
		query, _ := json.Marshal(c.query)
		text, _ := json.Marshal(c.text)
		got := s.eval(t, `(() => {
			const text = `+string(text)+`, [folded, at] = fold(text);
			let out = '', from = 0;
			for (const m of folded.matchAll(read(`+string(query)+`).marks)) {
				const begin = at[m.index + (m[1]?.length ?? 0)], end = at[m.index + m[0].length];
				out += text.slice(from, begin) + '[' + text.slice(begin, end) + ']';
				from = end;
			}
			return out + text.slice(from);
		})()`)
		if got != c.want {
			t.Errorf("%q marks %v, want %s", c.query, got, c.want)
		}
	}
}
