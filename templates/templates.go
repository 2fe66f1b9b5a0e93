// Package templates holds the default look: HTML templates with a view struct
// each (package view has them), one stylesheet, two scripts, the mark, and the
// interface wording of every language. It is compiled into the program; a
// site's own templates/ folder wins over it, file by file.
//
// base.html is the skeleton and calls "main". A page template (home.html,
// projects.html, project.html, metrics.html, metric.html, page.html, 404.html, …)
// defines "main". Every other HTML file defines parts, most of them just one,
// named like the file.
package templates

import "embed"

// FS holds the default templates, styles and wording.
//
//go:embed *.html *.css *.js *.svg wording/*.toml
var FS embed.FS
