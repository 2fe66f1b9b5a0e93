package proof

import (
	"fmt"
	"path"

	"gongshi/internal/diag"
	"gongshi/internal/report"
	"gongshi/internal/route"
)

// picturesResolve reports pictures that a page names and that are not there.
func picturesResolve(s *report.Site) diag.List {
	var l diag.List
	writings(s, func(p *report.Page, w *report.Writing, _ string) {
		for placed := range w.Body.Pictures() {
			if _, ok := route.Picture(s, p, placed.Dest); !ok && !placed.Elsewhere() {
				l.Add(diag.At(placed.Pos, "there is no picture %q in %s", placed.Dest, p.Dir).WithHint("%s", pictureHint(s, p, placed.Dest)))
			}
		}
	})
	return l
}

// pictureHint says which picture was probably meant. A page names its own by their
// file.
func pictureHint(s *report.Site, p *report.Page, dest string) string {
	var names []string
	for picture := range s.Pictures.All() {
		if dir, base := path.Split(picture.Path); dir == p.Path {
			names = append(names, base)
		} else {
			names = append(names, picture.Path)
		}
	}
	if near, ok := diag.Nearest(dest, names); ok {
		return fmt.Sprintf("did you mean %q?", near)
	}
	return "put the file into " + p.Dir
}

// picturesShown notes pictures that no page shows. They are not published, but
// somebody may have meant them to be.
func picturesShown(s *report.Site) diag.List {
	var l diag.List
	shown := route.Shown(s)
	for picture := range s.Pictures.All() {
		if !shown[picture] {
			l.Add(diag.At(diag.Pos{File: picture.Name}, "no page shows this picture, so it is not published").
				WithHint("show it with ![what it shows](%s), move it out of content/, or begin its name with a full stop", path.Base(picture.Path)).AsNotice())
		}
	}
	return l
}
