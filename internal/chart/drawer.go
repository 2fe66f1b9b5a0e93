package chart

import (
	"context"
	"fmt"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
)

// cleanVersion is part of every key: a new one draws everything anew. It changes
// with what post.go or measure.go do to a drawing.
const cleanVersion = "1"

// A Drawer draws charts and keeps what it drew. It may be used by several
// goroutines at once.
type Drawer struct {
	// CacheDir is the folder in which drawings are kept.
	CacheDir string
	// BundleID names the bundle of ECharts, without loading it.
	BundleID string
	// Bundle returns the script that sets the global variable echarts. It is
	// called only when there is something to draw.
	Bundle func(context.Context) ([]byte, error)

	drawn atomic.Int64
}

// Drawn returns how many drawings were really drawn so far: the others were kept
// from before. A wide and a narrow one count as two.
func (d *Drawer) Drawn() int { return int(d.drawn.Load()) }

// Draw draws charts, each for a wide and for a narrow place. The drawings are in
// the order of specs and depend on nothing but them.
func (d *Drawer) Draw(ctx context.Context, specs []Spec) ([]Drawing, error) {
	halves, err := d.layOut(specs)
	if err != nil {
		return nil, err
	}
	if err := d.fill(ctx, halves); err != nil {
		return nil, err
	}
	drawings := make([]Drawing, len(specs))
	for i := range drawings {
		drawings[i] = Drawing{Wide: halves[2*i].svg(), Narrow: halves[2*i+1].svg()}
	}
	return drawings, nil
}

// A half is a chart for one of the two places.
type half struct {
	spec   Spec
	canvas canvas
	plan   plan
	key    string // names the drawing by everything that it depends on
	body   []byte // the drawing without its root element
}

// svg returns the whole drawing.
func (h *half) svg() []byte { return frame(h.body, h.spec, h.canvas, h.plan) }

// layOut plans the two halves of every chart, side by side.
func (d *Drawer) layOut(specs []Spec) ([]*half, error) {
	tools := hashOf([]byte(strings.Join([]string{cleanVersion, d.BundleID, engineVersion(), drawJS}, "\n")))
	var halves []*half
	for _, spec := range specs {
		if err := spec.validate(); err != nil {
			return nil, fmt.Errorf("chart %q: %w", spec.ID, err)
		}
		spec = spec.cleaned()
		for _, c := range []canvas{wide, narrow} {
			p, err := newPlan(spec, c)
			if err != nil {
				return nil, fmt.Errorf("chart %q: %w", spec.ID, err)
			}
			key := hashOf(fmt.Appendf(nil, "%s %d %d\n%s", tools, p.width, p.height, p.option))
			halves = append(halves, &half{spec: spec, canvas: c, plan: p, key: key})
		}
	}
	return halves, nil
}

// fill gives every half its body, from the store or newly drawn. Halves that
// look the same, such as those of a chart on two pages, are drawn once.
func (d *Drawer) fill(ctx context.Context, halves []*half) error {
	b := batch{
		drawings:  store{filepath.Join(d.CacheDir, "drawings")},
		bytecodes: store{filepath.Join(d.CacheDir, "bytecode")},
		drawn:     &d.drawn,
	}
	first := map[string]*half{}
	for _, h := range halves {
		if first[h.key] != nil {
			continue
		}
		first[h.key] = h
		var kept bool
		if h.body, kept = b.drawings.get(h.key); !kept {
			b.missing = append(b.missing, h)
		}
	}
	if err := b.draw(ctx, d.Bundle); err != nil {
		return err
	}
	for _, h := range halves {
		h.body = first[h.key].body
	}
	return nil
}

// A batch is what one call has to draw. Workers take a half each, and each
// worker has its own engine.
type batch struct {
	drawings, bytecodes store
	bundle              []byte
	missing             []*half
	next                atomic.Int64 // the first of missing that no worker has taken
	drawn               *atomic.Int64
}

// draw draws the missing halves, if there are any.
func (b *batch) draw(ctx context.Context, bundle func(context.Context) ([]byte, error)) error {
	if len(b.missing) == 0 {
		return nil
	}
	var err error
	if b.bundle, err = bundle(ctx); err != nil {
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

// work draws one missing half after the other until none is left.
func (b *batch) work(ctx context.Context) error {
	e, err := newEngine(ctx, b.bundle, b.bytecodes)
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
			return fmt.Errorf("draw chart %q: %w", b.missing[n].spec.ID, err)
		}
	}
	return nil
}

// drawOne draws a half, cleans the drawing and keeps it.
func (b *batch) drawOne(ctx context.Context, e *engine, h *half) error {
	svg, err := e.draw(ctx, h.plan)
	if err != nil {
		return err
	}
	b.drawn.Add(1)
	if h.body, err = cleanDrawing(svg, h.spec); err != nil {
		return err
	}
	return b.drawings.put(h.key, h.body)
}
