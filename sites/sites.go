// Package sites holds the folders of sites that come with the program, for
// "gongshi new" to write: the starter, a small site whose files teach, and the
// sample, a full programme to try everything on. Both are set in places that do
// not exist, and say so on every page.
package sites

import (
	"embed"
	"io/fs"
)

//go:embed starter sample
var folders embed.FS

// Starter returns the folder of the small site.
func Starter() fs.FS { return folder("starter") }

// Sample returns the folder of the full programme.
func Sample() fs.FS { return folder("sample") }

func folder(name string) fs.FS {
	sub, err := fs.Sub(folders, name)
	if err != nil {
		panic(err) // the names are constants and valid
	}
	return sub
}
