// Package chart draws charts as SVG while the site is built, so that a visitor
// loads a picture and no script.
//
// A [Spec] becomes an ECharts option by the typed structs of go-echarts. ECharts
// itself, a JavaScript library, draws that option inside a JavaScript engine
// written in Go; what it draws is then cleaned. A drawing is kept under the hash
// of everything that it depends on, so an unchanged chart is never drawn twice.
//
// # What the stylesheet can rely on
//
// A drawing is complete without any stylesheet, in light colours. It has no
// style attribute and no style element. Colours are roles: every part has its
// colour as an attribute, which a rule for its class overrides.
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
// its category. The root has the viewBox, role="img", and a title and a
// description with the IDs of the Spec followed by -w or -n (wide, narrow) and
// -t or -d.
//
// # Texts are literal
//
// A text of a Spec is drawn as it is written. ECharts knows templates ({b}) and
// rich text ({a|b}); no text of a Spec reaches a place where it reads them.
// go-echarts lets a string between two __f__ become a function in a browser; the
// option never meets a browser here, and such a text is only a text.
package chart
