package stage

import (
	"errors"
	"fmt"
	"os"
)

// swap publishes the new site and returns the folder that now holds the old one.
// exchange makes two folders change their names in one step; where the system
// cannot, two steps do it, and [places.recover] mends a death between them.
func swap(at places, exchange func(a, b string) error) (retired string, err error) {
	if !exists(at.live) {
		return at.old, os.Rename(at.fresh, at.live)
	}
	err = exchange(at.fresh, at.live)
	if err == nil {
		return at.fresh, nil
	}
	if !errors.Is(err, errors.ErrUnsupported) {
		return "", refused(at.live, err)
	}
	if err := os.Rename(at.live, at.old); err != nil {
		return "", refused(at.live, err)
	}
	if err := os.Rename(at.fresh, at.live); err != nil {
		return "", errors.Join(err, os.Rename(at.old, at.live))
	}
	return at.old, nil
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
