package stage

import (
	"context"
	"fmt"
	"time"

	"github.com/rogpeppe/go-internal/lockedfile"
)

// patience is how long a build waits for another before it says so.
const patience = 200 * time.Millisecond

// lock waits until no other build works on dir. The operating system frees the
// lock when its holder dies; the file itself stays, because removing it would
// let two builds hold two different locks of the same name.
func lock(ctx context.Context, name, dir string, say func(string)) (unlock func(), err error) {
	locked := make(chan func())
	failed := make(chan error, 1)
	go func() {
		unlock, err := lockedfile.MutexAt(name).Lock()
		if err != nil {
			failed <- err
			return
		}
		select {
		case locked <- unlock:
		case <-ctx.Done():
			unlock()
		}
	}()
	waiting := time.NewTimer(patience)
	defer waiting.Stop()
	for {
		select {
		case unlock := <-locked:
			return unlock, nil
		case err := <-failed:
			return nil, err
		case <-ctx.Done():
			return nil, ctx.Err()
		case <-waiting.C:
			say(fmt.Sprintf("another build is writing %s; waiting for it to finish", dir))
		}
	}
}
