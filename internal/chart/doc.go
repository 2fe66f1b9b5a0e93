// Package chart lays charts out: a [Spec] becomes an ECharts option by the typed
// structs of go-echarts. Package svg draws that option while the site is built, so
// that a visitor loads a picture and no script.
//
// Its own rooms have what the kinds share: ink the colours, option the pieces of
// an option, line the charts over time, and place where their texts have room.
//
// # What the stylesheet can rely on
//
// A drawing is complete without any stylesheet, in light colours. Colours are
// roles: every part has its colour as an attribute, which a rule for its class
// overrides.
//
//	c-done … c-six                marks: fill, and stroke for the pale ones, which have an outline
//	c-line-done … c-line-six      the lines of a line chart: stroke
//	c-on-done … c-on-six          values that stand on a mark: fill, and stroke for those on a texture
//	c-tex-one, -three, -four, -six  the textures of marks: stroke
//	c-edge                        the gap around the parts of a stack: stroke, the page's background
//	c-track                       the way that progress has before it: fill
//	c-goal, c-line-goal           what is to be reached: fill, stroke
//	c-text, c-text2               names and values; what is said second: fill
//	c-rule                        the line that bars and columns stand on: stroke
//
// The swatches of a legend have the classes of the marks, too. A mark with a
// texture is filled with a pattern, and the tile of the pattern has the class; its
// outline has that of a line. A mark, and nothing else, has data-s, the index of
// its series, and data-d, the index of its category: the column and the row of the
// chart's table. Marks are in the order in which one reads it, by row, then by
// column. The ID of a picture is that of the Spec followed by -w or -n (wide, narrow).
//
// # What is not there
//
// Nothing has no mark, but its value is written; on a line it is a point like any
// other, and in a stack it is written where the row has no bar. What nobody knows
// has no mark either, and the words that stand for it are where the mark would
// begin. In a stack they stand beside the bar; a bar of shares whose whole is not
// known is not drawn. Where nothing was stated nothing is drawn or written.
//
// # Texts are literal
//
// A text of a Spec is drawn as it is written. ECharts knows templates ({b}) and
// rich text ({a|b}); no text of a Spec reaches a place where it reads them.
// go-echarts lets a string between two __f__ become a function in a browser; the
// option never meets a browser here, and such a text is only a text.
package chart
