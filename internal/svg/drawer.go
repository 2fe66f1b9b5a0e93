package svg

import (
	"context"
	"fmt"
	"path/filepath"
	"runtime"
	"sync"
	"sync/atomic"

	"gongshi/internal/store"
)

// cleanVersion is part of every key: a new one draws everything anew. It changes
// with what clean.go, element.go, texture.go or face.go do to a drawing.
const cleanVersion = "3"

// A Picture is a drawing to make.
type Picture struct {
	ID          string // unique on a page; letters, digits and hyphens
	Title       string // for <title>
	Description string // for <desc>; may be ""

	Width, Height int      // in units of the drawing
	Option        []byte   // what ECharts is asked to draw, JSON
	Marks         [][]Mark // by series and datum of the option; nil for a series that only adorns
	Ground        string   // the colour behind a drawing that stands alone, which has a margin; "" for one in a page
}

// A Mark is what a datum of an option stands for in the table of a chart.
type Mark struct {
	Series, Category int  // the column and the row
	Drawn            bool // false when nothing may be seen of it
}

// An Ink is what becomes of a marker colour: the colour without a stylesheet, and
// the class by which a stylesheet gives another.
type Ink struct {
	Colour, Class string
	Texture       Texture // of an area; the zero one is plain
	Halo          string  // of a text: the colour that keeps a texture away from it; "" for none
}

// A Texture is what is drawn again and again on an area, so that it is told from
// another without colours.
type Texture struct {
	Size          int    // of a tile, in units of the drawing; a tile is a square
	Path          string // the lines on a tile; "" for none
	Width         int    // of the lines
	Colour, Class string // of the lines; the colour "none" leaves them to a stylesheet
}

// A Drawer draws pictures and keeps what it drew. It may be used by several
// goroutines at once.
type Drawer struct {
	// CacheDir is the folder in which drawings are kept.
	CacheDir string
	// BundleID names the bundle of ECharts, without loading it.
	BundleID string
	// Bundle returns the module that sets the global variable echarts. It is
	// called only when there is something to draw.
	Bundle func(context.Context) ([]byte, error)
	// Inks has every marker colour that an option may name.
	Inks map[string]Ink

	drawn atomic.Int64
}

// Drawn returns how many drawings were really drawn so far: the others were kept
// from before.
func (d *Drawer) Drawn() int { return int(d.drawn.Load()) }

// Draw draws pictures. The drawings are in the order of the pictures and depend
// on nothing but them.
func (d *Drawer) Draw(ctx context.Context, pictures []Picture) ([][]byte, error) {
	jobs := d.jobs(pictures)
	if err := d.fill(ctx, jobs); err != nil {
		return nil, err
	}
	drawings := make([][]byte, len(jobs))
	for i, j := range jobs {
		drawings[i] = frame(j.body, j.picture)
	}
	return drawings, nil
}

// A job is a picture on its way to a drawing.
type job struct {
	picture Picture
	key     string // names the body by everything that it depends on
	body    []byte // the drawing without its root element
}

// jobs names the body of every picture.
func (d *Drawer) jobs(pictures []Picture) []*job {
	tools := store.Hash(fmt.Appendf(nil, "%s\n%s\n%s\n%s\n%v", cleanVersion, d.BundleID, engineVersion(), drawJS, d.Inks))
	jobs := make([]*job, len(pictures))
	for i, p := range pictures {
		key := store.Hash(fmt.Appendf(nil, "%s %d %d %v\n%s", tools, p.Width, p.Height, p.Marks, p.Option))
		jobs[i] = &job{picture: p, key: key}
	}
	return jobs
}

// fill gives every job its body, from the store or newly drawn. Pictures that
// look the same, such as those of a chart on two pages, are drawn once.
func (d *Drawer) fill(ctx context.Context, jobs []*job) error {
	b := batch{
		inks:      d.Inks,
		drawings:  store.Store{Dir: filepath.Join(d.CacheDir, "drawings")},
		bytecodes: store.Store{Dir: filepath.Join(d.CacheDir, "bytecode")},
		drawn:     &d.drawn,
	}
	first := map[string]*job{}
	for _, j := range jobs {
		if first[j.key] != nil {
			continue
		}
		first[j.key] = j
		var kept bool
		if j.body, kept = b.drawings.Get(j.key); !kept {
			b.missing = append(b.missing, j)
		}
	}
	if err := b.draw(ctx, d.Bundle); err != nil {
		return err
	}
	for _, j := range jobs {
		j.body = first[j.key].body
	}
	return nil
}

// A batch is what one call has to draw. Workers take a job each, and each worker
// has its own engine.
type batch struct {
	inks                map[string]Ink
	drawings, bytecodes store.Store
	code                []byte // ECharts, for the engines to load
	missing             []*job
	next                atomic.Int64 // the first of missing that no worker has taken
	drawn               *atomic.Int64
}

// draw does the missing jobs, if there are any.
func (b *batch) draw(ctx context.Context, bundle func(context.Context) ([]byte, error)) error {
	if len(b.missing) == 0 {
		return nil
	}
	b.drawings.RemoveStale()
	b.bytecodes.RemoveStale()
	js, err := bundle(ctx)
	if err != nil {
		return err
	}
	if b.code, err = bytecode(js, b.bytecodes); err != nil {
		return err
	}
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	var group sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(b.missing)) {
		group.Go(func() {
			if err := b.work(ctx); err != nil {
				cancel(err) // the first one counts and stops the others
			}
		})
	}
	group.Wait()
	return context.Cause(ctx)
}

// work does one missing job after the other until none is left.
func (b *batch) work(ctx context.Context) error {
	e, err := newEngine(ctx, b.code)
	if err != nil {
		return err
	}
	defer e.close()
	for ctx.Err() == nil {
		n := int(b.next.Add(1)) - 1
		if n >= len(b.missing) {
			break
		}
		if err := b.drawOne(ctx, e, b.missing[n]); err != nil {
			return fmt.Errorf("draw chart %q: %w", b.missing[n].picture.ID, err)
		}
	}
	return nil
}

// drawOne draws a picture, cleans the drawing and keeps it.
func (b *batch) drawOne(ctx context.Context, e *engine, j *job) error {
	drawing, err := e.draw(ctx, j.picture)
	if err != nil {
		return err
	}
	b.drawn.Add(1)
	if j.body, err = clean(drawing, j.picture, b.inks); err != nil {
		return err
	}
	return b.drawings.Put(j.key, j.body)
}
