package stage

import (
	"errors"
	"fmt"
	"os"
)

// An exchanger makes two folders change their names in one step, or says with
// [errors.ErrUnsupported] that it does not know how.
type exchanger func(a, b string) error

// swap publishes the new site; the one before, if there was any, is then the old
// one. Where the system cannot exchange two folders in one step, two steps do it,
// and [places.recover] mends a death between them.
func swap(at places, exchange exchanger) error {
	if !exists(at.live) {
		return os.Rename(at.fresh, at.live)
	}
	// The name comes first: a build that dies right after the exchange must not
	// leave the old site, and what is somebody's in it, as one that may be removed.
	if err := os.Rename(at.fresh, at.old); err != nil {
		return err
	}
	err := exchange(at.old, at.live)
	if err == nil {
		return nil
	}
	if err := os.Rename(at.old, at.fresh); err != nil {
		return err
	}
	if errors.Is(err, errors.ErrUnsupported) {
		return swapInTwoSteps(at)
	}
	return refused(at.live, err)
}

func swapInTwoSteps(at places) error {
	if err := os.Rename(at.live, at.old); err != nil {
		return refused(at.live, err)
	}
	if err := os.Rename(at.fresh, at.live); err != nil {
		return errors.Join(err, os.Rename(at.old, at.live))
	}
	return nil
}

// refused explains the usual reason for an exchange that fails: a folder that is
// mounted by itself, as containers do, cannot be renamed.
func refused(live string, err error) error {
	var link *os.LinkError
	if errors.As(err, &link) {
		err = link.Err // its paths are names that the user never saw
	}
	return fmt.Errorf("put the new site in the place of %s: %w; if that folder is a mount of its own, mount the one above it instead", live, err)
}
