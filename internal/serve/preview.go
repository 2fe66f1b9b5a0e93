package serve

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"sync"

	"gongshi/internal/build"
	"gongshi/internal/diag"
	"gongshi/internal/render"
)

// preview holds the site as it was when a page was last asked for.
type preview struct {
	// ctx ends with the preview, and every load with it. That of a request will
	// not do: a load goes on when the browser no longer waits, for the next one.
	ctx    context.Context
	folder fs.FS // the site's
	host   host
	opts   Options

	mu   sync.Mutex  // held while the site is looked at, so that one request does it for all
	seen fingerprint // of the files that now was made from
	now  *edition
}

// edition is the site in one state of its files.
type edition struct {
	renderer *render.Renderer // nil if there is nothing to show but problems
	contents *build.Contents
	paths    map[string]bool // of the renderer's outputs
	problems diag.List       // notices too
	err      error           // the machine's
}

func newPreview(ctx context.Context, folder fs.FS, h host, opts Options) *preview {
	return &preview{ctx: ctx, folder: folder, host: h, opts: opts, now: &edition{}}
}

// latest returns the site as it was last seen.
func (p *preview) latest() *edition {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.now
}

// refresh returns the site as it is now, and loads it if a file has changed.
func (p *preview) refresh() *edition {
	p.mu.Lock()
	defer p.mu.Unlock()
	seen, err := look(p.folder)
	if err != nil {
		return &edition{err: err}
	}
	if seen == p.seen && p.now.err == nil {
		return p.now
	}
	before := p.now
	p.seen, p.now = seen, p.load()
	p.tell(before)
	return p.now
}

// load reads the site anew.
func (p *preview) load() *edition {
	site, problems, err := build.LoadUntil(p.ctx, p.folder)
	if err != nil {
		return &edition{err: err}
	}
	if problems.Blocks(false) {
		return &edition{problems: problems}
	}
	options := build.Options{
		BaseURL: p.host.url(),
		Cache:   p.opts.Cache,
		Say:     p.opts.Say,
	}
	renderer, faults, err := build.Prepare(p.ctx, p.folder, site, options)
	problems.Append(faults)
	e := &edition{problems: problems.Sorted(), err: err, paths: map[string]bool{}}
	if err != nil || problems.Blocks(false) {
		return e
	}
	e.renderer, e.contents = renderer, build.NewContents(p.folder, options)
	for _, path := range renderer.Paths() {
		e.paths[path] = true
	}
	return e
}

// tell says on the terminal what has changed for the user.
func (p *preview) tell(before *edition) {
	switch {
	case p.ctx.Err() != nil: // the user knows
	case p.now.err != nil:
		p.opts.Say(p.now.err.Error())
	case len(p.now.problems) > 0:
		p.opts.Report(p.now.problems)
	case len(before.problems) > 0 || before.err != nil:
		p.opts.Say("all problems are mended")
	}
}

// fingerprint stands for the state of the site's files: it differs when one of
// them was changed, added, removed or renamed.
type fingerprint [sha256.Size]byte

// look takes the fingerprint of the files that a site is made of. It reads their
// names, sizes and times only.
func look(folder fs.FS) (fingerprint, error) {
	hash := sha256.New()
	names := []string{"config.toml", "content", "templates"}
	for _, pattern := range []string{"*.png", "*.svg"} { // one may be the emblem
		found, _ := fs.Glob(folder, pattern) // the patterns are constants and valid
		names = append(names, found...)
	}
	for _, name := range names {
		if _, err := fs.Stat(folder, name); err != nil {
			continue // templates are a matter of choice, and the other two are load's to miss
		}
		if err := fs.WalkDir(folder, name, func(name string, d fs.DirEntry, err error) error {
			if err == nil {
				err = describe(hash, name, d)
			}
			if errors.Is(err, fs.ErrNotExist) {
				return nil // it went while we looked: one file less
			}
			return err
		}); err != nil {
			return fingerprint{}, fmt.Errorf("look for changed files: %w", err)
		}
	}
	return fingerprint(hash.Sum(nil)), nil
}

// describe writes down what tells one state of a file from another.
func describe(w io.Writer, name string, d fs.DirEntry) error {
	info, err := d.Info()
	if err != nil {
		return err
	}
	_, err = fmt.Fprintln(w, name, info.Size(), info.ModTime().UnixNano(), info.Mode())
	return err
}
