package build

import (
	"context"
	"fmt"
	"io/fs"
	"runtime"
	"sync"
	"sync/atomic"

	"gongshi/internal/npm"
	"gongshi/internal/share"
	"gongshi/internal/store"
)

// shares makes share images, each once, and keeps them. It may be used by several
// goroutines at once.
type shares struct {
	kept  store.Store
	fetch func(context.Context) (fs.FS, error) // the font; is called when an image is to be made
	say   func(line string)
	made  atomic.Int64 // how many were: the others were kept from before

	mu   sync.Mutex
	font *share.Font // nil until it was read
}

// makeAll makes the share images of cards, so that a build finds them made.
func (s *shares) makeAll(ctx context.Context, cards []share.Card) error {
	s.kept.RemoveStale()
	ctx, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	fewAtATime(ctx, len(cards), func(i int) error {
		_, err := s.image(ctx, cards[i])
		if err != nil {
			stop(err) // a font that cannot be had need not be asked for again
		}
		return err
	})
	return context.Cause(ctx)
}

// image returns the share image of a card, PNG.
func (s *shares) image(ctx context.Context, card share.Card) ([]byte, error) {
	// Another version of Go may pack the same pixels otherwise.
	key := store.Hash([]byte(card.Key() + npm.ID() + runtime.Version()))
	if data, ok := s.kept.Get(key); ok {
		return data, nil
	}
	font, err := s.readFont(ctx)
	if err != nil {
		return nil, err
	}
	data, missing, err := share.Draw(card, font)
	if err != nil {
		return nil, fmt.Errorf("make the share image of %q: %w", card.Title, err)
	}
	if len(missing) > 0 {
		s.say(fmt.Sprintf("in the share image of %q, 〓 stands for %q, which its font does not have", card.Title, string(missing)))
	}
	s.made.Add(1)
	return data, s.kept.Put(key, data)
}

// readFont reads the font when it is needed for the first time.
func (s *shares) readFont(ctx context.Context) (*share.Font, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.font != nil || ctx.Err() != nil {
		return s.font, ctx.Err()
	}
	files, err := s.fetch(ctx)
	if err != nil {
		return nil, err
	}
	s.font, err = share.ReadFont(files)
	return s.font, err
}
