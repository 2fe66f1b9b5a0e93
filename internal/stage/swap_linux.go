package stage

import (
	"errors"
	"os"

	"golang.org/x/sys/unix"
)

// exchange makes two folders change their names in one step. Old kernels and
// some file systems do not know how; then the error is [errors.ErrUnsupported].
func exchange(a, b string) error {
	err := unix.Renameat2(unix.AT_FDCWD, a, unix.AT_FDCWD, b, unix.RENAME_EXCHANGE)
	if errors.Is(err, unix.EINVAL) {
		return errors.ErrUnsupported // the file system's way of saying so
	}
	return err
}

// flush waits until the disk has what was written to the file system of dir.
func flush(dir string) error {
	file, err := os.Open(dir)
	if err != nil {
		return err
	}
	defer file.Close()
	return os.NewSyscallError("syncfs", unix.Syncfs(int(file.Fd())))
}
