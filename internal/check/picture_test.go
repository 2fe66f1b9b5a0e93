package check_test

import (
	"bytes"
	"image"
	"image/png"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"gongshi/internal/check"
	"gongshi/internal/diag"
	"gongshi/internal/load"
)

// The lane of the sound site, and its pictures.
const (
	laneZH = "content/projects/lane/index.zh.md"
	laneEN = "content/projects/lane/index.en.md"
	before = "content/projects/lane/before.png"
	after  = "content/projects/lane/after.png"
)

// withPictures returns the sound site with a picture before and one after the works,
// after edits.
func withPictures(t *testing.T, edits ...edit) fstest.MapFS {
	t.Helper()
	drawing := drawing(t)
	return with(t, append([]edit{
		{before, "", drawing}, {after, "", drawing},
		{laneZH, "换了", "![夜里的小巷，没有灯](before.png)\n![同一条小巷，灯亮着](after.png \"装灯以后\")\n\n换了"},
		{laneEN, "{{", "![The lane at night, without a light](before.png)\n![The same lane, lit](after.png \"After\")\n\n{{"},
	}, edits...)...)
}

// drawing returns the file of a small picture.
func drawing(t *testing.T) string {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, 3, 2))); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestPicturesOfASoundSite(t *testing.T) {
	if got := problems(withPictures(t)); len(got) > 0 {
		t.Errorf("a sound site with pictures has problems:\n%s", strings.Join(got, "\n"))
	}
}

func TestPictureRules(t *testing.T) {
	heic := "\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic"
	tests := []struct {
		name string
		edit edit
		want string
	}{
		{"no text", edit{laneEN, "The lane at night, without a light", ""}, laneEN + `:5:1: picture "before.png" has no text for those who cannot see it`},
		{"in one language only", edit{laneEN, "![The same lane, lit](after.png \"After\")\n", ""}, laneEN + ": page does not show the picture " + after + " in English (en), as it does in another language (see " + laneZH + ":6:1)"},
		{"not there", edit{laneZH, "before.png", "befor.png"}, laneZH + `:5:1: there is no picture "befor.png" in content/projects/lane`},
		{"of another page that is not there", edit{laneZH, "before.png", "/projects/yard/before.png"}, laneZH + `:5:1: there is no picture "/projects/yard/before.png" in content/projects/lane`},
		{"from elsewhere", edit{laneEN, "before.png", "https://example.org/a.png"}, laneEN + `:5:1: picture "https://example.org/a.png" does not lie beside the page; pictures from elsewhere are not shown`},
		{"of an iPhone by another name", edit{before, drawing(t), heic}, before + ": this is a HEIC photograph, which most browsers do not show; allowed are JPEG, PNG and WebP"},
		{"in a sentence", edit{laneZH, "换了{{", "见![灯](before.png)换了{{"}, laneZH + `:8:2: picture "before.png" stands among text; a picture stands in a paragraph of its own`},
		{"that no page shows", edit{"content/about/plan.png", "", drawing(t)}, "content/about/plan.png: no page shows this picture, so it is not published"},
		{"linked to", edit{laneEN, "(plan.pdf)", "(before.png)"}, laneEN + `:8:53: link leads to "before.png", where there is nothing; an address begins with / and has no language, such as /about/`},
		{"text that is not translated", edit{laneEN, "The lane at night, without a light", "夜里的小巷，没有灯"}, laneEN + ":5:3: text is the same in 中文 and in English (see " + laneZH + ":5:3)"},
		{"number typed in a caption", edit{laneEN, `"After"`, `"After: 156 lights"`}, laneEN + `:6:41: number "156" is typed; it is the value of "lights" (see content/metrics/a.toml:7:9)`},
		{"figure in one language only", edit{laneEN, `"After"`, `"After: {{lights}}"`}, laneZH + ": page does not show {{lights}} in 中文 (zh), as it does in another language (see " + laneEN + ":6:41)"},
		{"unknown figure", edit{laneEN, `"After"`, `"After: {{lihgts}}"`}, laneEN + `:6:41: metric "lihgts" is not defined in content/metrics`},
		{"telephone number in its text", edit{laneZH, "灯亮着", "电话13800138000"}, laneZH + ":6:11: 138****8000 looks like personal data (a mobile telephone number), which must not be published"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := problems(withPictures(t, tt.edit)); !slices.Contains(got, tt.want) {
				t.Errorf("\n got %s\nwant %s", strings.Join(got, "\n     "), tt.want)
			}
		})
	}
}

// An editor who mistypes a name, or links where a picture is to be shown, is told the
// way.
func TestPictureHints(t *testing.T) {
	for _, tt := range []struct {
		edit edit
		want string
	}{
		{edit{laneZH, "before.png", "befor.png"}, `did you mean "before.png"?`},
		{edit{laneZH, "before.png", "photograph.jpg"}, "put the file into content/projects/lane"},
		{edit{laneEN, "(plan.pdf)", "(before.png)"}, "a picture is shown, not linked to: write ![what it shows](before.png) in a paragraph of its own"},
	} {
		site, list := load.Site(withPictures(t, tt.edit))
		list.Append(check.Site(site))
		if !slices.ContainsFunc(list, func(p diag.Problem) bool { return p.Hint == tt.want }) {
			t.Errorf("no problem has the hint %q:\n%s", tt.want, list)
		}
	}
}
