package svg

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// oneMark is a picture with one mark.
var oneMark = Picture{Marks: [][]Mark{{{Drawn: true}}, nil}}

const markPath = `<path d="M0 0L1.23456 0" stroke="#a10001" ecmeta_ssr_type="chart" ecmeta_series_index="0" ecmeta_data_index="0"></path>`

const cleanMark = `<path d="M0 0L1.23 0" stroke="#17695c" class="c-done" data-s="0" data-d="0"/>`

func TestClean(t *testing.T) {
	tests := []struct{ name, svg, want string }{
		{"mark", ``, ``},
		{"style sheet", `<style><![CDATA[.zr0:hover{fill:red}]]></style>`, ``},
		{"invisible", `<path d="M0 0" fill="none"></path><path d="M0 0" fill="rgb(0,0,0)" fill-opacity="0"></path>`, ``},
		{"legend", `<path d="M0 0" fill="#a10001" ecmeta_ssr_type="legend" ecmeta_data_index="0"></path>`, `<path d="M0 0" fill="#17695c" class="c-done"/>`},
		{"outline", `<path d="M0 0" fill="#a20001" stroke="#a20002"></path>`, `<path d="M0 0" fill="#f6e7c8" stroke="#8a5a00" class="c-open"/>`},
		{"text", `<text style="font-size:16px;font-family:x;font-weight:bold" fill="#b10001">a &lt; b</text>`,
			`<text font-size="16" font-weight="bold" fill="#17212b" class="c-text">a &lt; b</text>`},
		{"adornment", strings.Replace(markPath, `series_index="0"`, `series_index="1"`, 1), `<path d="M0 0L1.23 0" stroke="#17695c" class="c-done"/>`},
		{"clip", `<defs><clipPath id="zr0-c0"><path d="M0 0" fill="#000"></path></clipPath></defs>`, ``},
		{"dashes", `<path d="M0 0L1 0" fill="#000" stroke="#b20001" stroke-dasharray="6,4"></path>`, `<path d="M0 0L1 0" fill="none" stroke="#d9d6cc" stroke-dasharray="6,4" class="c-rule"/>`},
		{"no minus zero", `<path d="M-0.001 1e-16" stroke="#b20001"></path>`, `<path d="M0 0" stroke="#d9d6cc" class="c-rule"/>`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got, err := clean("<svg>"+markPath+test.svg+"</svg>", oneMark, inks)
			if err != nil {
				t.Fatal(err)
			}
			if want := cleanMark + test.want; string(got) != want {
				t.Errorf("got %s, want %s", got, want)
			}
		})
	}
}

// The marks of a drawing are in the order of the table, above all that was below
// one of them; the texts follow.
func TestMarksAreInOrder(t *testing.T) {
	p := Picture{Marks: [][]Mark{{{0, 1, true}, {0, 0, true}}, {{1, 0, true}, {1, 1, true}}, nil}}
	shape := func(series, datum int) string {
		return fmt.Sprintf(`<path d="M%d %d" fill="#a10001" ecmeta_ssr_type="chart" ecmeta_series_index="%[1]d" ecmeta_data_index="%d"></path>`, series, datum)
	}
	const text = `<text fill="#b10001">a</text>`
	got, err := clean("<svg>"+shape(0, 0)+text+shape(0, 1)+shape(2, 0)+shape(1, 0)+shape(1, 1)+shape(2, 1)+"</svg>", p, inks)
	if err != nil {
		t.Fatal(err)
	}
	order := regexp.MustCompile(`M\d \d|<text`).FindAllString(string(got), -1)
	if want := []string{"M2 0", "M0 1", "M1 0", "M0 0", "M1 1", "M2 1", "<text"}; !slices.Equal(order, want) {
		t.Errorf("the order is %q, want %q", order, want)
	}
}

// A texture is a pattern of the drawing's own, and the text on it has a halo.
func TestTextures(t *testing.T) {
	textured := map[string]Ink{
		"#a10001": {Colour: "#111111", Class: "c-one", Texture: Texture{Size: 8, Path: "M0 0L8 8", Width: 1, Colour: "none", Class: "c-tex-one"}},
		"#b10001": {Colour: "#222222", Class: "c-on-one", Halo: "#111111"},
	}
	const area = `<path d="M0 0" fill="#a10001"></path>`
	body, err := clean(`<svg>`+area+area+`<text fill="#b10001">"url(#-c-one) id="-</text></svg>`, Picture{}, textured)
	if err != nil {
		t.Fatal(err)
	}
	got := string(frame(body, Picture{ID: "x", Width: 1, Height: 1}))
	const path = `<path d="M0 0" fill="url(#x-c-one)"/>`
	want := `<pattern id="x-c-one" width="8" height="8" patternUnits="userSpaceOnUse">` +
		`<path d="M0 0h8v8H0" fill="#111111" stroke-width="0" class="c-one"/>` +
		`<path d="M0 0L8 8" fill="none" stroke="none" stroke-width="1" stroke-linecap="round" class="c-tex-one"/></pattern>` + path + path +
		`<text fill="#222222" stroke="#111111" stroke-width="6" stroke-linejoin="round" paint-order="stroke" class="c-on-one">&#34;url(#-c-one) id=&#34;-</text></svg>`
	if !strings.HasSuffix(got, want) {
		t.Errorf("got %s, want it to end with %s", got, want)
	}
}

func TestCleanRefuses(t *testing.T) {
	tests := []struct{ name, svg, want string }{
		{"unknown colour", `<path fill="#5470c6"></path>`, `unexpected colour fill="#5470c6"`},
		{"unknown element", `<image></image>`, `unexpected element <image>`},
		{"unknown attribute", `<path onclick="alert(1)"></path>`, `unexpected attribute onclick="alert(1)"`},
		{"unknown style", `<text style="position:fixed"></text>`, `unexpected style "position:fixed"`},
		{"half seen", `<path fill-opacity="0.5"></path>`, `unexpected opacity 0.5`},
		{"nothing drawn", ``, `the mark 0 0 was not drawn`},
		{"mark too many", markPath + strings.Replace(markPath, `data_index="0"`, `data_index="1"`, 1), `mark 0 1`},
		{"mark twice", markPath + markPath, `mark 0 0`},
		{"not XML", `<path`, `XML syntax error`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, err := clean("<svg>"+test.svg+"</svg>", oneMark, inks)
			if err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("error %v, want one that says %q", err, test.want)
			}
		})
	}
}
