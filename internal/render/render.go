// Package render turns a site into the files that the public sees. It is pure: the same
// site gives the same bytes, whatever the clock, the environment, the network or the number
// of cores.
//
// The pages come from package edition; render adds what tells of all of them (feeds, the
// index for searching, share images) and what all languages share (data files, pictures,
// styles, files for hosts). Begin at plan, which lists every file, then read Outputs.
package render

import (
	"cmp"
	"context"
	"fmt"
	"io/fs"
	"iter"
	"net/url"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"

	"gongshi/internal/compose"
	"gongshi/internal/diag"
	"gongshi/internal/edition"
	"gongshi/internal/look"
	"gongshi/internal/report"
	"gongshi/internal/share"
)

// Options says how to render a site.
type Options struct {
	BaseURL   string // absolute, its path ends in a slash; "" takes the site's own
	Templates fs.FS  // HTML templates, styles, wording: the folder templates/
	Draw      compose.Draw
}

// Output is one file of the built site.
type Output struct {
	Path string // slash-separated, relative: "en/index.html"
	Data []byte // its content, when From is "" and Card is nil
	From string // the file of the site's folder that it is a copy of, or that it is to be made from

	// Derived says that Data has nothing of its own, only what other outputs say, in a form
	// in which it may look like anything: cut into pieces, or numbers without their columns.
	Derived bool

	// Width is that of a picture in pixels: the output is the variant of From which is
	// as wide, or Data that was drawn anew. It is 0 for everything else.
	Width int

	// Card is what the output, a share image, is to be drawn from; else nil.
	Card *share.Card
}

// Renderer makes the files of one site, each when it is asked for. It may be
// used by several goroutines at once.
type Renderer struct {
	set   *edition.Set
	jobs  map[string]job
	paths []string     // of the jobs, sorted
	drawn []share.Card // of the share images
	pages int
}

// job makes one file.
type job func() (Output, error)

// New prepares a renderer: it reads the templates and draws every chart. The
// problems are faults in the site's own templates and wording.
func New(ctx context.Context, site *report.Site, opts Options) (*Renderer, diag.List, error) {
	base, err := url.Parse(cmp.Or(opts.BaseURL, site.BaseURL))
	if err != nil {
		return nil, nil, fmt.Errorf("read base URL: %w", err)
	}
	set, problems, err := edition.Open(site, base, opts.Templates)
	if err != nil || len(problems) > 0 {
		return nil, problems, err
	}
	var composers []*compose.Composer
	for _, e := range set.Editions {
		composers = append(composers, e.Composer)
	}
	if err := compose.DrawCharts(ctx, site, composers, opts.Draw); err != nil {
		return nil, nil, err
	}
	r := &Renderer{set: set, jobs: map[string]job{}}
	r.plan()
	return r, nil, nil
}

// plan lists every file of the site.
func (r *Renderer) plan() {
	for _, e := range r.set.Editions {
		for _, f := range e.Files() {
			r.addBytes(f.Path, f.Make)
			if f.Page != "" {
				r.planShare(e, f.Page)
				r.pages++
			}
		}
		r.planSearch(e)
		r.planFeeds(e)
	}
	r.planData()
	for f := range r.set.Site.Files.All() {
		r.add(f.Path, func() (Output, error) { return Output{From: f.Name}, nil })
	}
	r.planPictures()
	l := r.set.Look
	for _, asset := range []look.Asset{l.Style, l.Script, l.Display, l.Search, l.ListScript} {
		r.addBytes(asset.Path, func() ([]byte, error) { return asset.Data, nil })
	}
	r.add(l.Icon.Path, r.icon)
	r.planHosting()
	slices.Sort(r.paths)
}

// icon returns the site's mark.
func (r *Renderer) icon() (Output, error) {
	out := Output{Data: r.set.Look.Icon.Data}
	if r.set.Look.Icon.Drawn {
		out.Width = r.set.Look.Icon.Width
	}
	return out, nil
}

// add plans a file by its path, or by its address, which begins with a slash.
func (r *Renderer) add(path string, j job) {
	path = strings.TrimPrefix(path, "/")
	r.jobs[path] = j
	r.paths = append(r.paths, path)
}

func (r *Renderer) addBytes(path string, produce func() ([]byte, error)) {
	r.add(path, func() (Output, error) {
		data, err := produce()
		return Output{Data: data}, err
	})
}

// Pages returns the number of pages for readers, in all languages together.
func (r *Renderer) Pages() int { return r.pages }

// Paths lists the paths of all files, sorted. The caller must not change it.
func (r *Renderer) Paths() []string { return r.paths }

// Output makes the file with the given path. A mistake of this program that the
// content brought to light is an error, not the end of the process: the published
// site must stay as it is.
func (r *Renderer) Output(path string) (out Output, err error) {
	produce, ok := r.jobs[path]
	if !ok {
		return Output{}, fmt.Errorf("make %s: %w", path, fs.ErrNotExist)
	}
	defer func() {
		if mistake := recover(); mistake != nil {
			err = fmt.Errorf("make %s: a mistake in gongshi: %v\n%s", path, mistake, debug.Stack())
		}
	}()
	out, err = produce()
	if err != nil {
		return Output{}, fmt.Errorf("make %s: %w", path, err)
	}
	out.Path = path
	return out, nil
}

// Outputs makes all files in the order of their paths, several at a time. It
// never holds more than a few, however large the site.
func (r *Renderer) Outputs() iter.Seq2[Output, error] {
	type result struct {
		out Output
		err error
	}
	return func(yield func(Output, error) bool) {
		slots := make(chan chan result, 2*runtime.GOMAXPROCS(0)) // in the order of the paths
		stop := make(chan struct{})
		defer close(stop)
		go func() {
			defer close(slots)
			for _, path := range r.paths {
				slot := make(chan result, 1)
				select {
				case slots <- slot:
				case <-stop:
					return
				}
				go func() {
					out, err := r.Output(path)
					slot <- result{out, err}
				}()
			}
		}()
		for slot := range slots {
			res := <-slot
			if !yield(res.out, res.err) || res.err != nil {
				return
			}
		}
	}
}
