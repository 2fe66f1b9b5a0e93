package report

import (
	"errors"
	"fmt"

	"gongshi/internal/diag"
	"gongshi/internal/picture"
)

// Picture is a picture beside a page. Its file is never published: what is, are its
// variants, which hold nothing but pixels.
type Picture struct {
	Path         string // what prose names it by: "/projects/x/before.jpg"
	Name         string // the file in the site's folder: "content/projects/x/before.jpg"
	Hash         string // of the file
	picture.Info        // zero when the file cannot be used
}

// Variant returns the address of the picture in one of its sizes. It changes with the
// picture, so that browsers may keep what they have; two copies of a file share it.
func (p *Picture) Variant(width int) string {
	return fmt.Sprintf("/assets/pictures/%s-%d%s", p.Hash, width, p.Published.Ext())
}

// Problem words why the file cannot be used.
func (p *Picture) Problem(err error) diag.Problem {
	pos := diag.Pos{File: p.Name}
	var fault *picture.Fault
	if errors.As(err, &fault) {
		return diag.At(pos, "%s", fault.Text).WithHint("%s", fault.Hint)
	}
	return diag.At(pos, "file cannot be read: %v", err)
}
