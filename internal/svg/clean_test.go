package svg

import (
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
