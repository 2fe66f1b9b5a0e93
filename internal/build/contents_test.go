package build

import (
	"bytes"
	"image"
	_ "image/jpeg"
	"io/fs"
	"maps"
	"path/filepath"
	"strings"
	"testing"

	"gongshi/internal/load"
	"gongshi/internal/render"
	"gongshi/sites"
)

// photograph is one as a phone takes it: on its side, with a note on how to turn it,
// and with a place.
func photograph(t *testing.T) string {
	t.Helper()
	data, err := fs.ReadFile(sites.Sample(), "content/projects/xiahao-road/before.jpg")
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// pictured is the tiny site with a photograph, which lies in two places.
func pictured(t *testing.T) map[string]string {
	t.Helper()
	site := maps.Clone(tiny)
	site["content/before.jpg"], site["content/about/again.jpg"] = photograph(t), photograph(t)
	site["content/index.zh.md"] += "\n![泥路](before.jpg)\n"
	site["content/index.en.md"] += "\n![A road of mud](before.jpg \"Before\")\n"
	site["content/about/index.zh.md"] = "+++\ntitle = \"关于\"\n+++\n\n![泥路，远处](again.jpg)\n"
	site["content/about/index.en.md"] = "+++\ntitle = \"About\"\n+++\n\n![A road of mud, from afar](again.jpg)\n"
	return site
}

// Nothing of what a photograph says beside its pixels is in any file of the site.
func TestPicturesSayNothingButPixels(t *testing.T) {
	t.Parallel()
	secrets := []string{"Exif\x00", "MM\x00*", "Sam\x00", "2024:10:20"} // its note, the phone, the day
	for _, secret := range secrets {
		if !strings.Contains(photograph(t), secret) {
			t.Fatalf("the photograph has no %q, so that the test shows nothing", secret)
		}
	}
	dir := newSite(t, pictured(t))
	run(t, Options{Site: dir})
	var widths []int
	for name, data := range readTree(t, filepath.Join(dir, "public")) {
		for _, secret := range secrets {
			if strings.Contains(data, secret) {
				t.Errorf("%s has %q of the photograph", name, secret)
			}
		}
		if !strings.HasSuffix(name, ".jpg") {
			continue
		}
		config, _, err := image.DecodeConfig(strings.NewReader(data))
		if err != nil || config.Width*2 != config.Height*3 {
			t.Errorf("%s has %d x %d pixels (%v), want it upright, 3 to 2", name, config.Width, config.Height, err)
		}
		if !strings.HasPrefix(name, "assets/pictures/") {
			t.Errorf("%s is published; only variants may be", name)
		}
		widths = append(widths, config.Width)
	}
	if len(widths) != 3 {
		t.Errorf("variants have the widths %v, want three of the one photograph", widths)
	}
}

func TestPicturesInPages(t *testing.T) {
	t.Parallel()
	dir := newSite(t, pictured(t))
	run(t, Options{Site: dir, BaseURL: "https://sample.example/reports/"})
	page := readTree(t, filepath.Join(dir, "public"))["en/index.html"]
	for _, want := range []string{
		`src="/reports/assets/pictures/`, ` 480w, `, `width="1200" height="800"`, `alt="A road of mud" loading="lazy" decoding="async">`, "<figcaption>Before</figcaption>",
	} {
		if !strings.Contains(page, want) {
			t.Errorf("the page has no %s:\n%s", want, page)
		}
	}
	if about := readTree(t, filepath.Join(dir, "public"))["en/about/index.html"]; !strings.Contains(about, `decoding="async"`) || strings.Contains(about, "lazy") {
		t.Error("a picture above all text is to be loaded at once")
	}
}

// A build that finds its pictures made makes none, and gives the same bytes.
func TestPicturesAreMadeOnce(t *testing.T) {
	t.Parallel()
	root, err := Open(newSite(t, pictured(t)))
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	site, problems := load.Site(root.FS())
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	picture, _ := site.Pictures.Get("/before.jpg")
	output := render.Output{From: picture.Name, Width: 480}
	cache := t.TempDir()
	first := content(t, NewContents(root.FS(), Options{Cache: cache}), output)
	for _, test := range []struct {
		name, cache string
		made        int64
	}{{"the same cache", cache, 0}, {"an empty cache", t.TempDir(), 1}} {
		c := NewContents(root.FS(), Options{Cache: test.cache})
		if problems, err := c.makePictures(t.Context(), site, func(string) {}); err != nil || len(problems) > 0 {
			t.Fatalf("makePictures: %v, %v", problems, err)
		}
		if again := content(t, c, output); !bytes.Equal(first, again) {
			t.Errorf("%s: another picture", test.name)
		}
		if c.made.Load() != test.made {
			t.Errorf("%s: %d pictures were made, want %d", test.name, c.made.Load(), test.made)
		}
	}
}

// content returns the content of an output.
func content(t *testing.T, c *Contents, output render.Output) []byte {
	t.Helper()
	data, err := c.Of(t.Context(), output)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// A picture may begin well and be cut short: only who makes it finds out.
func TestDamagedPictureIsAProblem(t *testing.T) {
	t.Parallel()
	files := pictured(t)
	files["content/before.jpg"] = files["content/before.jpg"][:20000]
	dir := newSite(t, files)
	_, problems, err := Run(t.Context(), Options{Site: dir, Cache: t.TempDir()})
	const want = "content/before.jpg: this JPEG is damaged or cut short"
	if err != nil || len(problems) != 1 || !strings.HasPrefix(problems[0].String(), want) {
		t.Errorf("Run: %v, %v; want %q", problems, err, want)
	}
	if public, _ := filepath.Glob(filepath.Join(dir, "public", "*")); len(public) > 0 {
		t.Errorf("published in spite of the problem: %q", public)
	}
}
