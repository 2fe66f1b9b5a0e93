// Package svg draws ECharts options as SVG. ECharts, a JavaScript library, draws
// inside a JavaScript engine written in Go; what it draws is then cleaned. A
// drawing is kept under the hash of everything that it depends on, so an unchanged
// one is never drawn twice.
//
// The package knows options, sizes and colours, and nothing of what they mean.
//
// # The contract
//
// A [Picture] is a drawing to make. Of its option this is asked:
//
//   - it names colours by marker, and the [Drawer] has an [Ink] for each marker;
//     another colour is one that nobody chose, and an error;
//   - its texts are made by [Literal], so that none means something to ECharts;
//   - a label is the name of its point;
//   - its layout is complete: a [Face] says how wide a text is taken to be;
//   - a series is of marks, a datum for each [Mark], or it only adorns the drawing.
//
// A drawing has no style attribute and no style element. Its root has the
// viewBox, role="img", and a title and a description with the ID of the picture
// followed by -t and -d. The patterns of its textures have that ID, too, followed
// by the class of the ink: who takes the IDs out of a drawing takes the areas. A
// mark, and nothing else, has data-s and data-d, the column and the row that its
// datum stands for. First come the patterns, then the shapes with the marks in one
// place, by row and column, then the texts.
package svg
