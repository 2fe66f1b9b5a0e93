package acceptance

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// searches are what a reader of each language may look for in any of our sites: in
// English, the beginning of a word.
var searches = []struct{ home, query string }{{"", "项目"}, {"en/", "proj"}}

// searched is the page when it has said what was found.
type searched struct {
	Said    string   `json:"said"`    // what a screen reader is told
	Query   string   `json:"query"`   // of the address
	Results []string `json:"results"` // their titles
	Kinds   int      `json:"kinds"`   // how many say what they are
	Marked  int      `json:"marked"`  // how many show what was looked for
	Images  int      `json:"images"`  // elements that only a title taken as HTML can have made
}

// settledJS waits until the page says how many were found.
const settledJS = `new Promise(done => {
	const main = document.querySelector('main'), status = main.querySelector('[role=status]');
	const look = () => status.textContent && done({
		said: status.textContent,
		query: new URLSearchParams(location.search).get('q'),
		results: [...main.querySelectorAll('li a[href]')].map(a => a.textContent),
		kinds: [...main.querySelectorAll('li small')].filter(e => e.textContent).length,
		marked: [...main.querySelectorAll('li')].filter(e => e.querySelector('mark')).length,
		images: main.querySelectorAll('img, b, script').length,
	});
	new MutationObserver(look).observe(status, { childList: true });
	look();
})`

// testSearch searches as a reader does who has only a keyboard: from the field on the
// home page to the first result.
func (s *site) testSearch(t *testing.T, b *browser) {
	w := b.newTab(t, s)
	for _, search := range searches {
		w.open(t, s.url+search.home)
		w.leave(t, chromedp.SendKeys(chromedp.CSS("#find"), search.query+"\r"))
		r := evaluate[searched](t, w, settledJS)
		if r.Query != search.query || len(r.Results) == 0 || r.Kinds != len(r.Results) || r.Marked != len(r.Results) {
			t.Errorf("%q: %+v; want results, each with its kind and a mark, and the query in the address", search.query, r)
		}
		evaluate[any](t, w, b.axe+"; null")
		for _, v := range evaluate[[]violation](t, w, axeJS) {
			t.Errorf("%q: %s (%s):\n\t%s", search.query, v.Help, v.ID, strings.Join(v.Nodes, "\n\t"))
		}

		w.act(t, chromedp.Focus(chromedp.CSS("#q")))
		w.act(t, chromedp.KeyEvent("\t"))
		w.act(t, chromedp.KeyEvent("\t"))
		want := evaluate[string](t, w, `document.querySelector('main li a').href`)
		w.leave(t, chromedp.KeyEvent("\r"))
		if got := evaluate[string](t, w, "location.href"); got != want {
			t.Errorf("%q: the second tab stop and Enter lead to %s, want the first result, %s", search.query, got, want)
		}

		w.open(t, s.url+search.home+"search/")
		w.act(t, chromedp.SendKeys(chromedp.CSS("#q"), "zqxj"))
		if r := evaluate[searched](t, w, settledJS); len(r.Results) > 0 || !strings.Contains(r.Said, "zqxj") {
			t.Errorf("what is nowhere: %+v, want a sentence that says so", r)
		}
		w.follow(t, ".elsewhere a")
		if got := evaluate[string](t, w, "location.search"); got != "?q=zqxj" {
			t.Errorf("the search in the other language is for %q, want ?q=zqxj", got)
		}

		w.open(t, s.url+search.home+"search/")
		want = evaluate[string](t, w, `window.fetch = () => Promise.reject('no network'); document.querySelector('form').dataset.failed`)
		w.act(t, chromedp.SendKeys(chromedp.CSS("#q"), search.query+"\r"))
		if r := evaluate[searched](t, w, settledJS); r.Said != want {
			t.Errorf("without a network the page says %q, want %q", r.Said, want)
		}
	}
	w.quiet(t)
}

// act does what a reader does on a page.
func (w *tab) act(t *testing.T, action chromedp.Action[chromedp.Void]) {
	t.Helper()
	if _, err := chromedp.Run(w.ctx, action); err != nil {
		t.Fatal(err)
	}
}

// leave does what leads to another page, and waits for it.
func (w *tab) leave(t *testing.T, action chromedp.Action[chromedp.Void]) {
	t.Helper()
	if _, err := chromedp.Run(w.ctx, chromedp.WaitEvent(page.LoadEventFired, nil, action)); err != nil {
		t.Fatal(err)
	}
}

// What an editor writes is text in the results, too.
func TestSearchShowsText(t *testing.T) {
	b := startBrowser(t)
	const title = `<img src=x onerror=document.title='taken'> <b>lights</b>`
	folder := t.TempDir()
	for name, text := range map[string]string{
		"config.toml":               "title = { zh = \"示例\", en = \"Sample\" }\nbase_url = \"https://sample.example/\"\nlanguages = [\"zh\", \"en\"]\n",
		"content/index.zh.md":       "+++\ntitle = \"首页\"\n+++\n\n你好。\n",
		"content/index.en.md":       "+++\ntitle = \"Home\"\n+++\n\nHello.\n",
		"content/about/index.zh.md": "+++\ntitle = '''路灯" + title + "'''\n+++\n\n`<img src=x>`路灯。\n",
		"content/about/index.en.md": "+++\ntitle = '''" + title + "'''\n+++\n\n`<img src=x>` lights.\n",
	} {
		name = filepath.Join(folder, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	s := openSite(t, folder, 0)
	w := b.newTab(t, s)
	w.open(t, s.url+"en/search/?q=lights")
	if r := evaluate[searched](t, w, settledJS); len(r.Results) != 1 || r.Results[0] != title || r.Images > 0 {
		t.Errorf("%+v; want one result, titled %s, and no elements of it", r, title)
	}
	if r := evaluate[searched](t, w, settledJS); r.Said != "1 page found for “lights”" {
		t.Errorf("one result is announced as %q", r.Said)
	}
	w.quiet(t)
}
