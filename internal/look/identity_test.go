package look_test

import (
	"strings"
	"testing"

	"gongshi/internal/brand"
	"gongshi/internal/locale"
	"gongshi/internal/look"
	"gongshi/templates"
)

func read(t *testing.T, identity brand.Identity, address string) *look.Look {
	t.Helper()
	zh, _ := locale.Lookup("zh")
	l, problems, err := look.Read(templates.FS, []*locale.Language{zh}, identity, address)
	if err != nil || len(problems) > 0 {
		t.Fatal(err, problems)
	}
	return l
}

func TestIdentity(t *testing.T) {
	own := read(t, brand.Identity{}, "https://a.example/")
	theirs := read(t, brand.Identity{
		Accent: brand.Choice{Text: "#1b4f9c"},
		Emblem: brand.Emblem{Ext: ".png", Data: []byte("pixels"), Width: 192, Height: 96},
	}, "https://a.example/")

	if own.Style.Path == theirs.Style.Path {
		t.Errorf("with and without an accent the stylesheet is %s: a browser would keep the old colour", own.Style.Path)
	}
	if !strings.Contains(string(theirs.Style.Data), "--accent: #1b4f9c;") {
		t.Error("the stylesheet does not have the accent")
	}
	if own.Icon.Drawn || own.Icon.Type != "image/svg+xml" || own.Icon.Width != 40 {
		t.Errorf("without an emblem the icon is %s, %d wide", own.Icon.Type, own.Icon.Width)
	}
	i := theirs.Icon
	if !i.Drawn || i.Type != "image/png" || i.Width != 80 || i.Height != 40 || !strings.HasSuffix(i.Path, ".png") || string(i.Data) != "pixels" {
		t.Errorf("the icon is %s, %s, %d by %d; want a PNG of 80 by 40", i.Path, i.Type, i.Width, i.Height)
	}
	if want := [2]string{brand.LightPaper.String(), brand.DarkPaper.String()}; own.Paper != want {
		t.Errorf("the paper is %q, want %q", own.Paper, want)
	}
}

// The address stands in the stylesheet as a text, whatever it holds.
func TestPrintedAddress(t *testing.T) {
	l := read(t, brand.Identity{}, "https://a.example/\"; } * { display: none")
	if want := `content: "https://a.example/\"; } * { display: none";`; !strings.Contains(string(l.Style.Data), want) {
		t.Errorf("the stylesheet does not have %s", want)
	}
}
