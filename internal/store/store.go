// Package store keeps results on disk: finished drawings, pictures and share images, which take long
// to make.
package store

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// A Store keeps results in a folder under the hash of what they were made from. It
// may be deleted at any time, and several processes may use it at once.
type Store struct {
	Dir string
}

// Get returns what was put under key. An entry that is not whole counts as
// missing: each begins with the hash of the rest.
func (s Store) Get(key string) ([]byte, bool) {
	data, err := os.ReadFile(filepath.Join(s.Dir, key))
	if err != nil {
		return nil, false
	}
	sum, rest, found := bytes.Cut(data, []byte("\n"))
	return rest, found && string(sum) == Hash(rest)
}

// Put keeps data under key. It is written beside its place and moved there, so
// that no reader ever sees half of it.
func (s Store) Put(key string, data []byte) error {
	if err := s.write(key, data); err != nil {
		return fmt.Errorf("keep in the cache: %w", err)
	}
	return nil
}

func (s Store) write(key string, data []byte) error {
	if err := os.MkdirAll(s.Dir, 0o755); err != nil {
		return err
	}
	file, err := os.CreateTemp(s.Dir, unfinishedPrefix)
	if err != nil {
		return err
	}
	defer os.Remove(file.Name()) // it is gone when all went well
	if _, err := fmt.Fprintf(file, "%s\n%s", Hash(data), data); err != nil {
		file.Close()
		return err
	}
	if err := file.Close(); err != nil {
		return err
	}
	return os.Rename(file.Name(), filepath.Join(s.Dir, key))
}

// unfinishedPrefix begins the names of the files that are being written.
const unfinishedPrefix = "new-"

// RemoveStale removes what writers left behind that were killed. No write takes a
// day, so that of another process is left alone. What cannot be removed now is in
// nobody's way.
func (s Store) RemoveStale() {
	entries, err := os.ReadDir(s.Dir)
	if err != nil {
		return
	}
	for _, e := range entries {
		if !strings.HasPrefix(e.Name(), unfinishedPrefix) {
			continue
		}
		info, err := e.Info()
		if err == nil && time.Since(info.ModTime()) > 24*time.Hour {
			os.Remove(filepath.Join(s.Dir, e.Name()))
		}
	}
}

// Hash returns the SHA-256 of data in hexadecimal.
func Hash(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}
