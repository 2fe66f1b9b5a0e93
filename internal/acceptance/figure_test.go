package acceptance

import (
	"strings"
	"testing"
)

// figure is what a page says of one figure.
type figure struct {
	Value  string `json:"value"`
	AsOf   string `json:"asOf"`
	Source string `json:"source"`
}

// figureJS reads the page of a metric.
const figureJS = `(head => ({
	value: head.querySelector("data").value,
	asOf: head.querySelector(".provenance time").dateTime,
	source: head.querySelector(".provenance").textContent.trim(),
}))(document.querySelector("main header"))`

// testFigure goes the way of a journalist who checks a number: from the home page to the
// page of a figure, to its data, and to the same figure in the other language.
func (s *site) testFigure(t *testing.T, b *browser) {
	w := b.newTab(t, s)
	w.forbidScript(t)
	w.open(t, s.url)
	want := evaluate[string](t, w, `document.querySelector(".tiles data").value`)
	w.follow(t, `.tiles .tile a`)
	first := evaluate[figure](t, w, figureJS)
	if first.Value != want {
		t.Errorf("home says %s, the figure's own page %s", want, first.Value)
	}
	if first.AsOf == "" || len(first.Source) <= len(first.AsOf) {
		t.Errorf("the page of a figure does not say of when it is and from where: %+v", first)
	}
	file, inside := s.fileOf(mustURL(t, evaluate[string](t, w, `document.querySelector('.downloads a[href$=".csv"]').href`)))
	if data := string(s.read(t, file)); !inside || !strings.Contains(data, ","+want+",") || !strings.Contains(data, first.AsOf) {
		t.Errorf("%s does not have the value %s as of %s", file, want, first.AsOf)
	}
	w.follow(t, ".languages a[hreflang]")
	if other := evaluate[figure](t, w, figureJS); other.Value != first.Value || other.AsOf != first.AsOf {
		t.Errorf("in the other language the figure is %+v, here %+v", other, first)
	}
	w.quiet(t)
}
