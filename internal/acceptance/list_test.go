package acceptance

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// shownJS gives the ids of the projects that the list shows, in its order.
const shownJS = `[...document.querySelectorAll(".listed > li")].map(row => row.dataset.id)`

// testLists goes the ways of readers who look for projects: by links alone, and with
// the filters of the list.
func (s *site) testLists(t *testing.T, b *browser) {
	if !bytes.Contains(s.read(t, "projects/index.html"), []byte(`class="filters"`)) {
		return // few projects need no filters
	}
	for name, journey := range map[string]func(*testing.T, *tab){
		"street":   s.findStreet,
		"late":     s.findLate,
		"filters":  s.filterByHand,
		"keyboard": s.filterByKeyboard,
		"state":    s.keepState,
		"download": s.downloadList,
		"whole":    s.downloadWhole,
	} {
		t.Run(name, func(t *testing.T) {
			w := b.newTab(t, s)
			w.resize(t, 360)
			journey(t, w)
			w.quiet(t)
		})
	}
	t.Run("without script", func(t *testing.T) {
		w := b.newTab(t, s)
		w.forbidScript(t)
		s.findStreet(t, w)
		s.findLate(t, w)
		s.followFilters(t, w)
	})
}

// findStreet goes from the home page by way of its town to a small place, and to a
// project there.
func (s *site) findStreet(t *testing.T, w *tab) {
	w.open(t, s.url)
	w.click(t, `.branches details summary`)
	place := evaluate[string](t, w, `document.querySelector(".branches details a").firstChild.textContent.trim()`)
	w.follow(t, `.branches details a`)
	if got := evaluate[string](t, w, `document.querySelector("h1").textContent`); got != place {
		t.Errorf("the link %q leads to a page about %q", place, got)
	}
	w.follow(t, `.card h3 a`)
	if facts := evaluate[string](t, w, `document.querySelector(".facts").textContent`); !strings.Contains(facts, place) {
		t.Errorf("a project of %q does not say that it is there: %q", place, facts)
	}
}

// findLate goes from the count of late projects on the home page to exactly these.
func (s *site) findLate(t *testing.T, w *tab) {
	w.open(t, s.url)
	want := evaluate[string](t, w, `document.querySelector(".counts .behind .n").textContent`)
	w.follow(t, `.counts .behind`)
	got := evaluate[[]string](t, w, `[String(document.querySelectorAll(".card").length), String(document.querySelectorAll(".card .late").length)]`)
	if got[0] != want || got[1] != want {
		t.Errorf("home counts %s late projects; their page has %s, of which %s say that they are late", want, got[0], got[1])
	}
}

// followFilters holds that without a script every filter is a link to a page with as
// many projects as it says.
func (s *site) followFilters(t *testing.T, w *tab) {
	w.open(t, s.url+"projects/")
	if evaluate[bool](t, w, `!!document.querySelector(".filters input")?.checkVisibility({ visibilityProperty: true })`) {
		t.Error("a control that needs a script is shown without one")
	}
	links := evaluate[[][2]string](t, w, `[...document.querySelectorAll(".filters a[data-key]")].map(a => [a.href, a.querySelector(".n").textContent])`)
	if len(links) == 0 {
		t.Fatal("there are no filters")
	}
	for _, link := range links[:min(len(links), 12)] {
		w.open(t, link[0])
		if got := evaluate[string](t, w, `String(document.querySelectorAll(".card").length)`); got != link[1] {
			t.Errorf("%s has %s projects, its link says %s", link[0], got, link[1])
		}
	}
}

// filterByHand combines filters: those of one facet add, those of two narrow, and each
// count says what choosing it would give.
func (s *site) filterByHand(t *testing.T, w *tab) {
	w.open(t, s.url+"projects/")
	all := evaluate[[]string](t, w, shownJS)
	w.click(t, `label:has([value="schedule:behind"])`)
	late := evaluate[[]string](t, w, shownJS)
	count := evaluate[string](t, w, `document.querySelector('label:has([value="status:in-progress"]) .n').textContent`)
	w.click(t, `label:has([value="status:in-progress"])`)
	both := evaluate[[]string](t, w, shownJS)
	if got := evaluate[string](t, w, `String(document.querySelectorAll(".listed > li").length)`); got != count {
		t.Errorf("choosing what counts %s gives %s projects", count, got)
	}
	if len(late) == 0 || len(late) >= len(all) || len(both) == 0 || len(both) >= len(late) {
		t.Errorf("of %d projects %d are late, of which %d go on; each filter should leave some out, and some in", len(all), len(late), len(both))
	}
	w.click(t, `label:has([value="status:completed"])`)
	if more := evaluate[[]string](t, w, shownJS); len(more) <= len(both) {
		t.Error("a second status leaves out what the first shows; either should do")
	}
	if said := evaluate[string](t, w, `document.querySelector("[role=status]").textContent`); !strings.Contains(said, "4") {
		t.Errorf("the status says %q", said)
	}
	w.click(t, `button[type=reset]`)
	w.wait(t, fmt.Sprintf(`document.querySelectorAll(".listed > li").length == %d && !location.search`, len(all)))
}

// filterByKeyboard types a name, and chooses by Tab and the space bar.
func (s *site) filterByKeyboard(t *testing.T, w *tab) {
	w.open(t, s.url+"projects/")
	name := evaluate[string](t, w, `document.querySelector('[value^="area:"]').parentNode.textContent.trim().split(/\s/)[0]`)
	evaluate[any](t, w, `document.querySelector("main [type=search]").focus(), null`)
	w.press(t, name)
	found := evaluate[[]string](t, w, `[...document.querySelectorAll(".listed > li")].map(row => row.textContent)`)
	if len(found) == 0 || slices.ContainsFunc(found, func(text string) bool { return !strings.Contains(text, name) }) {
		t.Errorf("%q finds %d projects, of which some do not have it", name, len(found))
	}
	w.press(t, kb.Tab+kb.Tab) // past the heading of the first facet to its first choice
	w.press(t, " ")
	if !evaluate[bool](t, w, `document.activeElement.checked`) {
		t.Errorf("Tab and the space bar do not choose a filter: the focus is on %s", evaluate[string](t, w, `document.activeElement.outerHTML.slice(0, 80)`))
	}
	if got := evaluate[string](t, w, `location.search`); !strings.Contains(got, "q=") || !strings.Contains(got, "status=") {
		t.Errorf("the address has %q; want the text and the filter", got)
	}
}

// keepState holds that an address brings back what was chosen: after a reload, on the
// way back and, without words that are of one language, in the other.
func (s *site) keepState(t *testing.T, w *tab) {
	const chosen = "?status=in-progress&schedule=behind&sort=place&q=2024"
	w.open(t, s.url+"projects/"+chosen)
	want := evaluate[[]string](t, w, shownJS)
	if len(want) == 0 {
		t.Fatal("nothing is shown")
	}
	same := func(how string) {
		t.Helper()
		if got := evaluate[[]string](t, w, shownJS); !slices.Equal(got, want) {
			t.Errorf("%s: shows %q, want %q", how, got, want)
		}
		if got := evaluate[string](t, w, `location.search`); got != chosen {
			t.Errorf("%s: the address has %q, want %q", how, got, chosen)
		}
	}
	same("opened")
	w.do(t, chromedp.Reload())
	same("reloaded")
	w.follow(t, `.languages a[hreflang]`)
	if got := evaluate[string](t, w, `location.search`); got+"&q=2024" != chosen {
		t.Errorf("in the other language: the address has %q, want %q without its words", got, chosen)
	}
	w.open(t, s.url+"projects/?status=in-progress&q=zqxj")
	w.click(t, `.none button`)
	w.wait(t, `document.querySelector(".none").hidden`)
	if got := evaluate[[]string](t, w, shownJS); len(got) <= len(want) || evaluate[string](t, w, `location.search`) != "" {
		t.Errorf("cleared, the list shows %d projects", len(got))
	}
	w.open(t, s.url+"projects/?area=nowhere&sort=nothing&level=%22%3E")
	if got := evaluate[[]string](t, w, shownJS); len(got) <= len(want) || evaluate[string](t, w, `location.search`) != "" {
		t.Errorf("an address that names nothing shows %d projects", len(got))
	}
	w.open(t, s.url+"projects/"+chosen)
	same("opened again")
	w.follow(t, `.listed > li h3 a`)
	back := chromedp.Evaluate[any](`history.back(), null`) // the page may have been kept: then it is not loaded anew
	if _, err := chromedp.Run(w.ctx, chromedp.WaitEvent(page.FrameNavigated, nil, back)); err != nil {
		t.Fatal(err)
	}
	w.wait(t, `document.querySelector(".shown")?.textContent`)
	same("back from a project")
}

// downloadList compares the file of a filtered list with what is shown, and with the
// page of the same area.
func (s *site) downloadList(t *testing.T, w *tab) {
	w.open(t, s.url+"projects/")
	area := evaluate[string](t, w, `[...document.querySelectorAll('[value^="area:"]')].find(box => box.closest("li").querySelector("details")).value.split(":")[1]`)
	w.open(t, s.url+"projects/?area="+area)
	evaluate[any](t, w, `{ const make = URL.createObjectURL; URL.createObjectURL = blob => { window.made = blob.text(); return make(blob); } }; null`)
	w.click(t, `.downloads a`)
	w.wait(t, `!!window.made`)
	file := evaluate[string](t, w, `window.made`)
	if !evaluate[bool](t, w, `fetch("../areas/`+area+`/projects.csv").then(r => r.text()).then(text => window.made.then(made => made == text))`) {
		t.Errorf("the filtered list of %s differs from the file of its page", area)
	}
	var ids []string
	for _, line := range strings.Split(strings.TrimSpace(file), "\r\n")[1:] {
		id, _, _ := strings.Cut(line, ",")
		ids = append(ids, id)
	}
	want := evaluate[[]string](t, w, shownJS) // newest first; the file keeps the order of all files of projects
	slices.Sort(want)
	if slices.Sort(ids); len(ids) == 0 || !slices.Equal(ids, want) {
		t.Errorf("the file has %q, the list shows %q", ids, want)
	}
}

// downloadWhole holds that a list which cannot be filtered is downloaded whole, and that
// the page says so: offline, on an error page, on a page of another network.
func (s *site) downloadWhole(t *testing.T, w *tab) {
	for _, failing := range []string{`Promise.reject(1)`, `Promise.resolve(new Response("<p>\n", {status: 404}))`, `Promise.resolve(new Response("<p>\n<p>\n"))`, `Promise.resolve(new Response(""))`} {
		w.open(t, s.url+"projects/?status=in-progress")
		evaluate[any](t, w, `{ window.fetch = () => `+failing+`; HTMLAnchorElement.prototype.click = function () { window.got = this.href + this.hasAttribute("download"); }; }; null`)
		w.click(t, `.downloads a`)
		w.wait(t, `!!window.got`)
		if !evaluate[bool](t, w, `window.got == document.querySelector(".downloads a").href + "true"`) {
			t.Errorf("%s: %s is downloaded", failing, evaluate[string](t, w, `window.got`))
		}
		if !evaluate[bool](t, w, `(said => said.textContent == said.dataset.whole && said.textContent.length > 9)(document.querySelector(".shown"))`) {
			t.Errorf("%s: the page does not say that the whole list is downloaded", failing)
		}
	}
}

// click clicks on an element that leads nowhere.
func (w *tab) click(t *testing.T, selector string) {
	t.Helper()
	w.do(t, chromedp.Click(chromedp.CSS(selector)))
}

// press presses keys, one after another.
func (w *tab) press(t *testing.T, keys string) {
	t.Helper()
	w.do(t, chromedp.KeyEvent(keys))
}

// wait waits until a condition holds.
func (w *tab) wait(t *testing.T, condition string) {
	t.Helper()
	evaluate[any](t, w, `new Promise(done => { const look = () => (`+condition+`) ? done(null) : requestAnimationFrame(look); look(); })`)
}

func (w *tab) do(t *testing.T, action chromedp.Action[chromedp.Void]) {
	t.Helper()
	if err := chromedp.Do(w.ctx, action); err != nil {
		t.Fatal(err)
	}
}
