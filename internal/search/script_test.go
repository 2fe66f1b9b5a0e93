package search

import (
	"encoding/json"
	"os"
	"path"
	"strings"
	"testing"

	"modernc.org/quickjs"
)

// script is templates/search.js with an index to search, in a JavaScript engine.
type script struct {
	vm      *quickjs.VM
	files   map[string][]byte
	bytes   int      // how many were fetched for the last query
	fetched []string // in which files
}

// The engine has no network: this answers for it.
const stubs = `
const fetch = async name => ({ json: async () => JSON.parse(file(name)) });
let index, answer;
const show = n => index.find(read(query)).then(async found => {
	const shown = await Promise.all(found.slice(0, n).map(index.passage));
	answer = JSON.stringify({ n: found.length, shown });
}).catch(e => { answer = String(e) + e.stack; });
`

// newScript starts the script. Its last line, which looks for a page, is left out.
func newScript(t testing.TB, documents []Document) *script {
	t.Helper()
	source, err := os.ReadFile("../../templates/search.js")
	if err != nil {
		t.Fatal(err)
	}
	library, _, ok := strings.Cut(string(source), "\nstart(document")
	if !ok {
		t.Fatal("search.js no longer ends in start(document…)")
	}
	vm, err := quickjs.NewVM()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { vm.Close() })
	s := &script{vm: vm, files: Files(documents)}
	if err := vm.RegisterFunc("file", s.file, false); err != nil {
		t.Fatal(err)
	}
	s.eval(t, library+stubs)
	return s
}

func (s *script) file(address string) string {
	name, _, _ := strings.Cut(address, "?")
	data := s.files[path.Base(name)]
	s.bytes += len(data)
	s.fetched = append(s.fetched, path.Base(name))
	return string(data)
}

func (s *script) eval(t testing.TB, source string) any {
	t.Helper()
	value, err := s.vm.Eval(source, quickjs.EvalGlobal)
	if err != nil {
		t.Fatalf("%v, in:\n%s", err, source)
	}
	return value
}

// results are what a query finds: how many documents, and some passages of them.
type results struct {
	N     int
	Shown [][4]string
}

// find searches as a visitor does who has just come, and sees ten results.
func (s *script) find(t testing.TB, query string) results {
	t.Helper()
	quoted, err := json.Marshal(query)
	if err != nil {
		t.Fatal(err)
	}
	s.bytes, s.fetched = 0, nil
	s.eval(t, "var query = "+string(quoted)+"; answer = ''; open('').then(i => { index = i; return show(10) }); 0")
	if _, err := s.vm.ExecutePendingJobs(); err != nil {
		t.Fatal(err)
	}
	answer, _ := s.eval(t, "answer").(string)
	var r results
	if err := json.Unmarshal([]byte(answer), &r); err != nil {
		t.Fatalf("find %q: %s", query, answer)
	}
	return r
}
