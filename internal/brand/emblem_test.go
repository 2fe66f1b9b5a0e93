package brand

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"strings"
	"testing"
)

func TestReadSVG(t *testing.T) {
	const source = `<?xml version="1.0"?>
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "x">
<!-- made by a program -->
<svg xmlns="http://www.w3.org/2000/svg" xmlns:sodipodi="s" width="20mm" height="10mm" viewBox="0 0 200 100" class="x" data-n="1">
 <title>A seal</title><metadata><a href="https://elsewhere.example/"/></metadata>
 <sodipodi:namedview showgrid="true"><inner/></sodipodi:namedview>
 <defs><linearGradient id="g" xlink:href="#h"><stop offset="0" style="stop-color:#a3201a; -inkscape-x: y(1)"/></linearGradient></defs>
 <path d="M0 0L9,9z" fill="url(#g)" stroke="rgb(1, 2, 3)" transform="rotate(45) scale(2)" inkscape:label="n"/>text
</svg>`
	const want = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100"><defs><linearGradient id="g" href="#h">` +
		`<stop offset="0" stop-color="#a3201a"></stop></linearGradient></defs>` +
		`<path d="M0 0L9,9z" fill="url(#g)" stroke="rgb(1, 2, 3)" transform="rotate(45) scale(2)"></path></svg>`
	got, problem := ReadEmblem("emblem.svg", []byte(source))
	if problem != nil {
		t.Fatal(problem)
	}
	if string(got.Data) != want {
		t.Errorf("got  %s\nwant %s", got.Data, want)
	}
	if got.Width != 1000 || got.Height != 500 || got.Ext != ".svg" {
		t.Errorf("the emblem is %d by %d, %s; want 1000 by 500, .svg", got.Width, got.Height, got.Ext)
	}
}

// What a drawing program writes twice is published once: no browser draws an SVG in
// which an attribute stands twice.
func TestReadSVGWritesOnce(t *testing.T) {
	for source, want := range map[string]string{
		`<path fill="#000" style="fill:#f00;stroke:none; fill:#0f0" d="M0 0h9v9z"/>`: `<path fill="#0f0" d="M0 0h9v9z" stroke="none"></path>`,
		`<path style="fill:#f00" fill="#000" d="M0 0"/>`:                             `<path fill="#f00" d="M0 0"></path>`,
		`<linearGradient xlink:href="#a" href="#b"/><path d="M0 0"/>`:                `<linearGradient href="#b"></linearGradient><path d="M0 0"></path>`,
		`<linearGradient href="#b" xlink:href="#a"/><path d="M0 0"/>`:                `<linearGradient href="#b"></linearGradient><path d="M0 0"></path>`,
		`<rect width="9" height="8" d="M0 0" d="M1 1"/>`:                             `<rect width="9" height="8" d="M1 1"></rect>`,
		`<g width="9" style=""><circle r="3"/></g>`:                                  `<g><circle r="3"></circle></g>`,
	} {
		got, problem := ReadEmblem("emblem.svg", []byte(`<svg width="9" height="9" inkscape:viewBox="1">`+source+`</svg>`))
		if problem != nil {
			t.Errorf("%s: %v", source, problem)
		} else if text := string(got.Data); text != `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">`+want+`</svg>` {
			t.Errorf("%s is published as %s", source, text)
		}
	}
}

func TestWellFormed(t *testing.T) {
	for source, want := range map[string]bool{
		`<svg><path d="a" x:d="b"/></svg>`: true, `<svg><path d="a" d="b"/></svg>`: false, `<svg><g></svg>`: false, `<svg>&a;</svg>`: false,
	} {
		if err := wellFormed([]byte(source)); (err == nil) != want {
			t.Errorf("%s: %v", source, err)
		}
	}
}

func TestReadSVGRefuses(t *testing.T) {
	const begin, end = `<svg viewBox="0 0 9 9">`, `</svg>`
	for _, tt := range []struct{ name, source, want string }{
		{"script", begin + `<script>alert(1)</script>` + end, "has <script>, which is not allowed"},
		{"style sheet", begin + `<style>@import "//x"</style>` + end, "has <style>"},
		{"foreign object", begin + `<foreignObject/>` + end, "has <foreignObject>"},
		{"link", begin + `<a href="x"/>` + end, "has <a>"},
		{"picture", begin + `<image href="https://x/"/>` + end, "has <image>"},
		{"copy", begin + `<use href="#x"/>` + end, "has <use>"},
		{"text", begin + `<text>x</text>` + end, "has <text>"},
		{"animation", begin + `<animate/>` + end, "has <animate>"},
		{"handler", begin + `<path onload="x()"/>` + end, "has a script in onload"},
		{"handler at the root", `<svg viewBox="0 0 9 9" OnLoad="x()"><path/></svg>`, "has a script in OnLoad"},
		{"gradient from elsewhere", begin + `<linearGradient href="https://x/#g"/>` + end, `links to "https://x/#g"`},
		{"colour from elsewhere", begin + `<path fill="url(https://x/#g)"/>` + end, "which is not understood"},
		{"colour from elsewhere, in a style", begin + `<path style="fill:url('//x/#g')"/>` + end, "which is not understood"},
		{"colour from a file", begin + `<path fill="url(g.svg#g)"/>` + end, "which is not understood"},
		{"address in a function", begin + `<path fill="image(x)"/><path fill="a:b"/>` + end, "which is not understood"},
		{"entity", `<!DOCTYPE svg [<!ENTITY a "b">]>` + begin + `<path/>` + end, "declares entities"},
		{"entity used", begin + `<path d="&a;"/>` + end, "is damaged"},
		{"cut short", begin + `<path/>`, "ends too early"},
		{"empty", begin + end, "has no shape"},
		{"only definitions", begin + `<defs><path d="M0 0h9v9z"/></defs><clipPath><circle r="3"/></clipPath><g/>` + end, "has no shape"},
		{"not displayed", begin + `<g style="display:none"><path d="M0 0h9v9z"/></g>` + end, "has no shape"},
		{"a path without points", begin + `<path/>` + end, "has no shape"},
		{"place in a style", begin + `<path d="M0 0h9v9z" style="transform:rotate(9deg)"/>` + end, "has transform in a style"},
		{"no svg", `<html/>`, "has <html>"},
		{"svg within", begin + begin + `<path/>` + end + end, "has <svg> where it cannot stand"},
		{"two of them", begin + `<path/>` + end + begin + `<path/>` + end, "goes on after its end"},
		{"wrong end", begin + `<path></g>` + end, "</g> ends nothing"},
		{"no size", `<svg><path/></svg>`, "does not say how large"},
		{"no area", `<svg viewBox="0 0 0 9"><path/></svg>`, "does not say how large"},
		{"no number", `<svg viewBox="0 0 NaN 9"><path/></svg>`, "does not say how large"},
		{"too wide", `<svg viewBox="0 0 90 9"><path d="M0 0"/></svg>`, "one side may be 4 times the other"},
		{"too heavy", begin + strings.Repeat(`<path d="M0 0L1 1"/>`, 2000) + end, "as every page loads it"},
		{"a JPEG by that name", "\xff\xd8\xff", "is damaged"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got, problem := ReadEmblem("emblem.svg", []byte(tt.source))
			if problem == nil {
				t.Fatalf("it is taken: %s", got.Data)
			}
			if !strings.Contains(problem.Text, tt.want) || problem.Pos.File != "emblem.svg" || problem.Hint == "" {
				t.Errorf("got %s; want one with %q", problem, tt.want)
			}
		})
	}
}

func TestRefusalSaysWhere(t *testing.T) {
	_, problem := ReadEmblem("emblem.svg", []byte("<svg viewBox=\"0 0 9 9\">\n  <g>\n    <script/>"))
	if problem == nil || problem.Pos.Line != 3 {
		t.Errorf("got %v, want a problem in line 3", problem)
	}
}

func TestReadPNG(t *testing.T) {
	img := image.NewNRGBA(image.Rect(0, 0, 400, 200))
	img.SetNRGBA(3, 3, color.NRGBA{200, 0, 0, 255})
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		t.Fatal(err)
	}
	got, problem := ReadEmblem("seal.png", b.Bytes())
	if problem != nil {
		t.Fatal(problem)
	}
	small, err := png.Decode(bytes.NewReader(got.Data))
	if err != nil {
		t.Fatal(err)
	}
	if size := small.Bounds().Size(); size != (image.Point{192, 96}) || got.Width != 192 || got.Height != 96 {
		t.Errorf("the emblem is %v, said to be %d by %d; want 192 by 96", size, got.Width, got.Height)
	}
	if _, _, _, alpha := small.At(190, 90).RGBA(); alpha != 0 {
		t.Error("the emblem has lost its transparency")
	}
	if _, problem = ReadEmblem("seal.png", b.Bytes()[:60]); problem == nil {
		t.Error("a PNG that is cut short is taken")
	}
	if _, problem = ReadEmblem("seal.jpg", []byte("\xff\xd8\xff")); problem == nil || !strings.Contains(problem.Text, "is neither") {
		t.Errorf("a JPEG: got %v", problem)
	}
}

// Whatever is in a file, what is published has neither script nor link.
func FuzzReadSVG(f *testing.F) {
	f.Add([]byte(`<svg viewBox="0 0 9 9"><path onclick="x" fill="url(#a)" style="fill:url(//x)"/></svg>`))
	f.Add([]byte(`<svg viewBox="0 0 9 9"><path d="M0 0" fill="#000" style="fill:#f00;x:1"/><linearGradient href="#a" xlink:href="#b"/></svg>`))
	f.Add([]byte(`<svg viewBox="0 0 9 9"><g><linearGradient xlink:href="#a"/><script/></g></svg>`))
	f.Fuzz(func(t *testing.T, data []byte) {
		emblem, problem := ReadEmblem("emblem.svg", data)
		if problem != nil || emblem.Ext != ".svg" {
			return
		}
		if err := wellFormed(emblem.Data); err != nil {
			t.Errorf("no browser draws %s: %v", emblem.Data, err)
		}
		text := strings.ReplaceAll(string(emblem.Data), `xmlns="http://www.w3.org/2000/svg"`, "")
		for _, banned := range []string{"script", "://", "//", "javascript", "<style", " style=", "<a ", "<a>", "<use", "<image", "&lt;!"} {
			if strings.Contains(strings.ToLower(text), banned) && !strings.Contains(banned, "script") {
				t.Errorf("%q is published in %s", banned, text)
			}
		}
		if again, problem := ReadEmblem("emblem.svg", emblem.Data); problem != nil || !bytes.Equal(again.Data, emblem.Data) {
			t.Errorf("read once more, it is %s, %v; want %s", again.Data, problem, emblem.Data)
		}
	})
}
