package build

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path/filepath"
	"slices"
	"sync"
	"sync/atomic"

	"gongshi/internal/diag"
	"gongshi/internal/npm"
	"gongshi/internal/picture"
	"gongshi/internal/render"
	"gongshi/internal/report"
	"gongshi/internal/route"
	"gongshi/internal/store"
)

// mostPictures is how many pictures are made at a time: each may take a gigabyte.
const mostPictures = 2

// Contents gives outputs what render cannot, as it reads no disk: the files that are
// copied, and the pictures and share images, which are made once and kept. It may be
// used by several goroutines at once.
type Contents struct {
	folder fs.FS // the site's
	kept   store.Store
	slots  chan struct{} // holds one for each picture that is being made
	made   atomic.Int64  // how many were: the others were kept from before
	shares *shares

	mu       sync.Mutex
	pictures map[string]*keptPicture // by the file in the site's folder
}

// keptPicture is a picture that is looked for, or made, by one at a time.
type keptPicture struct {
	sync.Mutex
	key string // of its variants; "" until the file was read
}

// NewContents returns the contents of a site's outputs, as its files are now. What took
// long to make is kept below opts.Cache.
func NewContents(folder fs.FS, opts Options) *Contents {
	return &Contents{
		folder:   folder,
		kept:     store.Store{Dir: filepath.Join(opts.Cache, "pictures")},
		slots:    make(chan struct{}, mostPictures),
		pictures: map[string]*keptPicture{},
		shares: &shares{
			kept:  store.Store{Dir: filepath.Join(opts.Cache, "shares")},
			fetch: func(ctx context.Context) (fs.FS, error) { return npm.Font(ctx, opts.Cache, opts.say) },
			say:   opts.say,
		},
	}
}

// Of returns the content of an output.
func (c *Contents) Of(ctx context.Context, output render.Output) ([]byte, error) {
	switch {
	case output.Card != nil:
		return c.shares.image(ctx, *output.Card)
	case output.From == "":
		return output.Data, nil
	case output.Width == 0:
		return fs.ReadFile(c.folder, output.From)
	}
	data, err := c.variant(output.From, output.Width)
	if err != nil {
		return nil, fmt.Errorf("make picture %s: %w", output.From, err)
	}
	return data, nil
}

// makePictures makes the pictures that pages show, so that a build finds them made.
// The problems are those of pictures whose damage shows only now.
func (c *Contents) makePictures(ctx context.Context, site *report.Site, step func(string)) (diag.List, error) {
	pictures := distinct(route.Shown(site))
	if len(pictures) == 0 {
		return nil, nil
	}
	step("making pictures")
	c.kept.RemoveStale()
	errs := fewAtATime(ctx, len(pictures), func(i int) error {
		_, err := c.variant(pictures[i].Name, pictures[i].Sizes()[0].Width)
		return err
	})
	var problems diag.List
	for i, err := range errs {
		var fault *picture.Fault
		if errors.As(err, &fault) {
			problems.Add(pictures[i].Problem(err))
			errs[i] = nil
		}
	}
	return problems, errors.Join(append(errs, ctx.Err())...)
}

// distinct lists pictures in a fixed order, of several copies of a file the first.
func distinct(pictures map[*report.Picture]bool) []*report.Picture {
	list := slices.SortedFunc(maps.Keys(pictures), func(a, b *report.Picture) int {
		return cmp.Or(cmp.Compare(a.Hash, b.Hash), cmp.Compare(a.Name, b.Name))
	})
	return slices.CompactFunc(list, func(a, b *report.Picture) bool { return a.Hash == b.Hash })
}

// fewAtATime makes n pictures, a few at a time, and returns what came of each.
func fewAtATime(ctx context.Context, n int, produce func(i int) error) []error {
	errs := make([]error, n)
	var next atomic.Int64 // the first that nobody has taken
	var group sync.WaitGroup
	for range mostPictures {
		group.Go(func() {
			for ctx.Err() == nil {
				i := int(next.Add(1)) - 1
				if i >= n {
					return
				}
				errs[i] = produce(i)
			}
		})
	}
	group.Wait()
	return errs
}

// variant returns a picture in one width. When it is not kept, all widths are made.
func (c *Contents) variant(name string, width int) ([]byte, error) {
	p := c.picture(name)
	p.Lock()
	defer p.Unlock()
	if p.key != "" {
		if data, ok := c.kept.Get(variantKey(p.key, width)); ok {
			return data, nil // without reading the file once more
		}
	}
	c.slots <- struct{}{}
	defer func() { <-c.slots }()
	file, err := fs.ReadFile(c.folder, name)
	if err != nil {
		return nil, err
	}
	p.key = picture.Key(file)
	if data, ok := c.kept.Get(variantKey(p.key, width)); ok {
		return data, nil
	}
	return c.make(p.key, file, width)
}

// make makes a picture in every width, keeps all and returns one.
func (c *Contents) make(key string, file []byte, width int) (data []byte, err error) {
	variants, err := picture.Variants(file)
	if err != nil {
		return nil, err
	}
	c.made.Add(1)
	for _, v := range variants {
		if err := c.kept.Put(variantKey(key, v.Width), v.Data); err != nil {
			return nil, err
		}
		if v.Width == width {
			data = v.Data
		}
	}
	if data == nil {
		return nil, errors.New("the file has changed meanwhile")
	}
	return data, nil
}

// picture returns what is known of a picture.
func (c *Contents) picture(name string) *keptPicture {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.pictures[name] == nil {
		c.pictures[name] = &keptPicture{}
	}
	return c.pictures[name]
}

// variantKey names a picture in one width.
func variantKey(key string, width int) string { return fmt.Sprintf("%s-%d", key, width) }
