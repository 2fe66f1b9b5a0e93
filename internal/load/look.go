package load

import (
	"errors"
	"io/fs"
	"path"
	"slices"
	"strings"

	"gongshi/internal/brand"
	"gongshi/internal/diag"
	"gongshi/internal/tomlfile"
)

// look reads [look]: how a publisher is recognised.
func (l *loader) look(t *table) {
	identity := &l.site.Look
	t.Keys = slices.DeleteFunc(t.Keys, func(n *tomlfile.Node) bool {
		colour := n.Key == "colour" || n.Key == "color"
		if colour {
			n.Add(diag.At(n.KeyPos(), "unknown key %q; the colour of the site is accent", n.Key).WithHint(`did you mean "accent"?`))
		}
		return colour
	})
	identity.Accent.Text, identity.Accent.Pos = t.Str("accent")
	identity.AccentDark.Text, identity.AccentDark.Pos = t.Str("accent_dark")
	if name, pos := t.Str("emblem"); name != "" {
		identity.Emblem = l.emblem(name, pos)
	} else if t.Get("emblem") == nil {
		l.unnamedEmblem()
	}
	t.Done()
}

// unnamedEmblem notes a file that is most likely meant for the emblem, which a site has
// only where it names one.
func (l *loader) unnamedEmblem() {
	for _, name := range []string{"emblem.png", "emblem.svg", "logo.png", "logo.svg"} {
		if _, err := fs.Stat(l.fsys, name); err == nil {
			l.problems.Add(diag.At(diag.Pos{File: name}, "file is not used: %s names no emblem", ConfigFile).
				WithHint("write [look] at the end of %s, and below it emblem = %q; or take the file out", ConfigFile, name).AsNotice())
		}
	}
}

// emblem reads the file that stands beside config.toml. There it is not taken for
// a picture of a page, as it would be in content/.
func (l *loader) emblem(name string, pos diag.Pos) (emblem brand.Emblem) {
	data, err := fs.ReadFile(l.fsys, name)
	switch {
	case errors.Is(err, fs.ErrNotExist), strings.ContainsAny(name, `/\`):
		p := diag.At(pos, "emblem: there is no file %q beside %s", name, ConfigFile).WithHint("put a PNG or an SVG there and write its name, such as emblem = %q", "emblem.png")
		for _, elsewhere := range []string{name, path.Join("content", name)} {
			if info, err := fs.Stat(l.fsys, elsewhere); err == nil && info.Mode().IsRegular() {
				p = p.WithHint("move %s there and write emblem = %q", elsewhere, path.Base(name))
			}
		}
		l.problems.Add(p)
		return emblem
	case err != nil:
		l.problems.Add(diag.At(pos, "emblem: the file cannot be read: %v", err))
		return emblem
	}
	emblem, problem := brand.ReadEmblem(name, data)
	if problem != nil {
		l.problems.Add(problem.WithSee(pos))
	}
	return emblem
}
