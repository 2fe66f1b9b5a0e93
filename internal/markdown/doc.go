// Package markdown turns an editor's text into a [Document]: HTML with holes for
// figures, charts and links, which only the whole site can fill. It is the one
// door to goldmark.
//
// Beyond CommonMark it knows tables, strikethrough, {#id} after a heading, and
// the references of this program:
//
//	{{street-lights}}        the newest value with its unit
//	{{street-lights value}}  the bare number
//	{{street-lights as-of}}  the date of the value
//	{{street-lights 2024-06-30}}         the value at another date
//	{{street-lights change 2024-06-30}}  by how much it has changed since
//	{{street-lights share lights-all}}   how much of another metric it is
//	{{street-lights rank area east}}     the place of a term among the others
//	{{street-lights area east}}          the value of a term
//	{{street-lights target}}             what is to be reached
//	{{this.street-lights}}   what this page's project contributes
//	{{chart facilities}}     a chart, alone on its line
//	![alt](before.jpg "caption")  a picture, alone in its paragraph or with others
//	{{"156 units"}}          text that is meant as it is: no rule reads it
//	\{{                      two braces, literally
//
// A paragraph of nothing but pictures is a hole, too. Raw HTML, and pictures among
// text, are refused, not dropped in silence; an HTML comment is left out. A text is
// read only if it is not nested so deeply, and has no line so long, that reading it
// would take minutes.
//
// Emphasis works beside Chinese punctuation, where CommonMark's own rule leaves
// the asterisks standing (commonmark-spec issue 650).
package markdown
