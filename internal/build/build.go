// Package build is the whole way from a site's folder to the published one:
//
//	load -> check -> render -> write
//
// Read [Run] first: each line of it is one step, and each step is a room of its
// own. A site with problems stops before anything is written.
package build

import (
	"context"
	"errors"
	"io/fs"
	"iter"

	"gongshi/internal/chart"
	"gongshi/internal/check"
	"gongshi/internal/diag"
	"gongshi/internal/load"
	"gongshi/internal/look"
	"gongshi/internal/npm"
	"gongshi/internal/render"
	"gongshi/internal/report"
	"gongshi/internal/stage"
	"gongshi/templates"
)

// Options says what to build, where from and where to.
type Options struct {
	Site    string // the site's folder, where config.toml is
	Out     string // the folder to publish into; "" is public/ in the site's folder
	BaseURL string // the site's address; "" is the one in config.toml
	Strict  bool   // notices stop the build too
	Cache   string // the folder for what npm fetches and for finished drawings and pictures

	Say      func(line string)     // gets what a person should know meanwhile; may be nil
	Step     func(what string)     // is called before what may take long: "drawing charts"; may be nil
	Progress func(done, total int) // is called after each file; may be nil
}

// Result is what was built.
type Result struct {
	Out       string   // the published folder
	Languages []string // their own names for themselves: 中文, English
	Pages     int      // pages for readers, in all languages together
	Files     int
}

// Run builds a site. The problems are the content's, sorted; if they stop the
// build, the Result is empty and the published folder is as it was. An error is
// the machine's, or a [Refusal].
func Run(ctx context.Context, opts Options) (Result, diag.List, error) {
	folder, err := Open(opts.Site)
	if err != nil {
		return Result{}, nil, err
	}
	defer folder.Close()
	out, err := outFolder(opts.Site, opts.Out)
	if err != nil {
		return Result{}, nil, err
	}
	if _, err := opts.address(); err != nil {
		return Result{}, nil, err // before the site is loaded, which takes longer
	}
	site, problems, err := LoadUntil(ctx, folder.FS())
	if err != nil {
		return Result{}, nil, err
	}
	if problems.Blocks(opts.Strict) {
		return Result{}, problems, nil
	}
	renderer, faults, err := Prepare(ctx, folder.FS(), site, opts)
	problems.Append(faults)
	if err != nil || problems.Blocks(opts.Strict) {
		return Result{}, problems.Sorted(), err
	}
	contents := NewContents(folder.FS(), opts)
	faults, err = contents.makePictures(ctx, site, opts.step)
	problems.Append(faults)
	if err != nil || problems.Blocks(opts.Strict) {
		return Result{}, problems.Sorted(), err
	}
	if cards := renderer.Cards(); len(cards) > 0 {
		opts.step("making share images")
		if err := contents.shares.makeAll(ctx, cards); err != nil {
			return Result{}, problems.Sorted(), err
		}
	}
	guard := newGuard(site, opts)
	err = stage.Replace(ctx, out, guard.watch(ctx, counted(renderer, opts), contents), opts.say)
	problems.Append(guard.problems)
	switch {
	case errors.Is(err, errGuarded):
		return Result{}, problems.Sorted(), nil
	case err != nil:
		return Result{}, problems.Sorted(), err
	}
	return result(out, site, renderer), problems.Sorted(), nil
}

// Load reads a site and checks it, its own templates included. The problems are
// sorted.
func Load(fsys fs.FS) (*report.Site, diag.List) {
	site, problems := load.Site(fsys)
	problems.Append(check.Site(site))
	if _, faults, err := look.Read(looks(fsys), site.Languages, site.Look, ""); err == nil { // an error is met again by render
		problems.Append(faults)
	}
	problems.Append(normalise(site))
	return site, problems.Sorted()
}

// looks returns the templates of a site: its own over those of the program.
func looks(fsys fs.FS) fs.FS {
	own, err := fs.Sub(fsys, templatesDir)
	if err != nil {
		return templates.FS // the name is a constant and valid
	}
	return overlay{over: own, under: templates.FS}
}

// LoadUntil is [Load] for somebody who may interrupt it: the error is that of ctx.
// What is being read then is read to its end, in vain.
func LoadUntil(ctx context.Context, fsys fs.FS) (*report.Site, diag.List, error) {
	type loaded struct {
		site     *report.Site
		problems diag.List
	}
	done := make(chan loaded, 1)
	go func() {
		site, problems := Load(fsys)
		done <- loaded{site, problems}
	}()
	select {
	case l := <-done:
		return l.site, l.problems, nil
	case <-ctx.Done():
		return nil, nil, ctx.Err()
	}
}

// Prepare makes the renderer of a site without problems: with the site's own
// templates over the default ones, and its charts drawn.
func Prepare(ctx context.Context, fsys fs.FS, site *report.Site, opts Options) (*render.Renderer, diag.List, error) {
	address, err := opts.address()
	if err != nil {
		return nil, nil, err
	}
	if address == "" {
		address = site.BaseURL
	}
	drawer := &chart.Drawer{
		CacheDir: opts.Cache,
		BundleID: npm.ID(),
		Bundle: func(ctx context.Context) ([]byte, error) {
			return npm.ECharts(ctx, opts.Cache, opts.say)
		},
	}
	return render.New(ctx, site, render.Options{
		BaseURL:   address,
		Templates: looks(fsys),
		Draw: func(ctx context.Context, specs []chart.Spec) ([]chart.Drawing, error) {
			opts.step("drawing charts")
			return drawer.Draw(ctx, specs)
		},
	})
}

// counted yields a site's files, and tells how many are done.
func counted(renderer *render.Renderer, opts Options) iter.Seq2[render.Output, error] {
	return func(yield func(render.Output, error) bool) {
		done, total := 0, len(renderer.Paths())
		for output, err := range renderer.Outputs() {
			if !yield(output, err) {
				return
			}
			done++
			opts.progress(done, total)
		}
	}
}

func result(out string, site *report.Site, renderer *render.Renderer) Result {
	r := Result{Out: out, Pages: renderer.Pages(), Files: len(renderer.Paths())}
	for _, l := range site.Languages {
		r.Languages = append(r.Languages, l.Name)
	}
	return r
}

func (o Options) say(line string) {
	if o.Say != nil {
		o.Say(line)
	}
}

func (o Options) step(what string) {
	if o.Step != nil {
		o.Step(what)
	}
}

func (o Options) progress(done, total int) {
	if o.Progress != nil {
		o.Progress(done, total)
	}
}
