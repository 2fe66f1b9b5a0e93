package build

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"iter"
	"unicode/utf8"

	"gongshi/internal/diag"
	"gongshi/internal/privacy"
	"gongshi/internal/proof"
	"gongshi/internal/render"
	"gongshi/internal/report"
	"gongshi/internal/stage"
)

// errGuarded ends a build in which a finished file holds what must not be
// published. What it is stands in the guard's problems.
var errGuarded = errors.New("a finished file holds personal data")

// guard looks at every finished file, byte for byte, whatever way its content
// came: prose, figures, file names, documents. Package proof has looked at what editors
// wrote, and can say where; this is the last look before the public's.
type guard struct {
	allow    privacy.Allow
	waivers  map[string]report.Waiver // for documents, by file
	strict   bool                     // notices stop the build too
	say      func(line string)
	problems diag.List
}

func newGuard(s *report.Site, opts Options) *guard {
	return &guard{allow: proof.Allowed(s), waivers: proof.DocumentWaivers(s), strict: opts.Strict, say: opts.say}
}

// watch passes files on and looks at each. After the last it fails if anything
// was found, so that the published site stays as it is.
func (g *guard) watch(ctx context.Context, outputs iter.Seq2[render.Output, error], contents *Contents) iter.Seq2[stage.File, error] {
	return func(yield func(stage.File, error) bool) {
		for output, err := range outputs {
			if err == nil {
				output.Data, err = contents.Of(ctx, output)
			}
			if err == nil {
				g.look(output)
			}
			if !yield(stage.File{Path: output.Path, Data: output.Data}, err) {
				return
			}
		}
		if g.problems.Blocks(g.strict) {
			yield(stage.File{}, errGuarded)
		}
	}
}

// place returns where in a file that an editor put there something was found. Of
// a finished page, and of a part of a packed file, only the file is known.
func place(name string, output render.Output, f privacy.Finding) diag.Pos {
	pos := diag.Pos{File: name}
	if output.From == "" || f.In != "" || f.End == 0 {
		return pos
	}
	before := output.Data[:f.Start]
	pos.Line = 1 + bytes.Count(before, []byte{'\n'})
	pos.Col = 1 + utf8.RuneCount(before[bytes.LastIndexByte(before, '\n')+1:])
	return pos
}

func (g *guard) look(output render.Output) {
	if output.Width > 0 || output.Card != nil {
		return // a picture that we drew anew: pixels, and nothing that can be read
	}
	if output.Derived {
		return // it says only what pages say, which are looked at, and in pieces that may look like anything
	}
	name, allow := output.From, g.allow // where an editor finds it
	if name == "" {
		name, allow = output.Path, g.allow.Figures() // our own data files and pages
	}
	unread := false
	for _, f := range privacy.File(output.Path, output.Data, allow) {
		if f.Kind == privacy.Unread {
			unread = true
			continue
		}
		g.problems.Add(proof.PersonalData(place(name, output, f), f))
	}
	if unread {
		g.unread(name)
	}
}

// unread notes a file, or parts of one, that cannot be looked into. A waiver says
// that a person has: for the file as it was then, of which each build reminds.
func (g *guard) unread(name string) {
	if w, ok := g.waivers[name]; ok {
		g.say(fmt.Sprintf("%s was not looked into; waiver %q stands for it until %s", name, w.ID, w.Until))
		return
	}
	g.problems.Add(diag.At(diag.Pos{File: name}, "file cannot be looked into for personal data; a person must").
		WithHint("when somebody has, add a waiver to config.toml whose text is %q", name).AsNotice())
}
