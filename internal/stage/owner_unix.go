//go:build unix

package stage

import (
	"errors"
	"io/fs"
	"os"
	"syscall"
)

// giveTo gives a folder the owner and the group of another. Only root may give
// to another owner, and others only to a group that they are in; what we may not
// do is left out.
func giveTo(name string, like fs.FileInfo) error {
	owner, ok := like.Sys().(*syscall.Stat_t)
	if !ok {
		return nil
	}
	err := os.Chown(name, int(owner.Uid), int(owner.Gid))
	if errors.Is(err, fs.ErrPermission) {
		err = os.Chown(name, -1, int(owner.Gid))
	}
	if errors.Is(err, fs.ErrPermission) {
		return nil
	}
	return err
}
