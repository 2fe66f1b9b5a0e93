// Package gongshi is the root of gongshi (公示), a static site generator for
// public reporting. The program is in cmd/gongshi and its parts are in
// internal; this package holds only the two files that pin the npm packages which
// draw the charts and share images, for they must stand at the root of the
// repository, where npm looks for them.
package gongshi

import _ "embed"

// PackageJSON is package.json: the versions of ECharts, of the font, and of what makes
// both ready.
//
//go:embed package.json
var PackageJSON string

// PackageLock is package-lock.json: the same with everything that they need,
// each with the checksum that npm holds it to.
//
//go:embed package-lock.json
var PackageLock string
