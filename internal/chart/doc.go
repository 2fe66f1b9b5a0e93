// Package chart lays charts out: a [Spec] becomes an ECharts option by the typed
// structs of go-echarts. Package svg draws that option while the site is built, so
// that a visitor loads a picture and no script.
//
// # What the stylesheet can rely on
//
// A drawing is complete without any stylesheet, in light colours. Colours are
// roles: every part has its colour as an attribute, which a rule for its class
// overrides.
//
//	c-done, c-neutral             marks: fill
//	c-open                        marks: fill and stroke, for it is pale with an outline
//	c-edge                        the gap around the parts of a stack: stroke, the page's background
//	c-text                        names and values: fill
//	c-on-done, c-on-open,
//	c-on-neutral                  values that stand on a mark: fill
//	c-rule                        the line that bars and columns stand on: stroke
//
// The swatches of a legend have the classes of the marks, too. A mark, and
// nothing else, has data-s, the index of its series, and data-d, the index of
// its category. The ID of a picture is that of the Spec followed by -w or -n
// (wide, narrow).
//
// # Texts are literal
//
// A text of a Spec is drawn as it is written. ECharts knows templates ({b}) and
// rich text ({a|b}); no text of a Spec reaches a place where it reads them.
// go-echarts lets a string between two __f__ become a function in a browser; the
// option never meets a browser here, and such a text is only a text.
package chart
