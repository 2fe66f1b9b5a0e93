package svg

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

// A store keeps results on disk under the hash of what they were made from. It
// may be deleted at any time, and several processes may use it at once.
type store struct {
	dir string
}

// get returns what was put under key. An entry that is not whole counts as
// missing: each begins with the hash of the rest.
func (s store) get(key string) ([]byte, bool) {
	data, err := os.ReadFile(filepath.Join(s.dir, key))
	if err != nil {
		return nil, false
	}
	sum, rest, found := bytes.Cut(data, []byte("\n"))
	return rest, found && string(sum) == hashOf(rest)
}

// put keeps data under key. It is written beside its place and moved there, so
// that no reader ever sees half of it.
func (s store) put(key string, data []byte) error {
	if err := s.write(key, data); err != nil {
		return fmt.Errorf("keep in the cache: %w", err)
	}
	return nil
}

func (s store) write(key string, data []byte) error {
	if err := os.MkdirAll(s.dir, 0o755); err != nil {
		return err
	}
	file, err := os.CreateTemp(s.dir, unfinishedPrefix)
	if err != nil {
		return err
	}
	defer os.Remove(file.Name()) // it is gone when all went well
	if _, err := fmt.Fprintf(file, "%s\n%s", hashOf(data), data); err != nil {
		file.Close()
		return err
	}
	if err := file.Close(); err != nil {
		return err
	}
	return os.Rename(file.Name(), filepath.Join(s.dir, key))
}

// unfinishedPrefix begins the names of the files that are being written.
const unfinishedPrefix = "new-"

// removeStale removes what writers left behind that were killed. No write takes a
// day, so that of another process is left alone. What cannot be removed now is in
// nobody's way.
func (s store) removeStale() {
	entries, err := os.ReadDir(s.dir)
	if err != nil {
		return
	}
	for _, e := range entries {
		if !strings.HasPrefix(e.Name(), unfinishedPrefix) {
			continue
		}
		info, err := e.Info()
		if err == nil && time.Since(info.ModTime()) > 24*time.Hour {
			os.Remove(filepath.Join(s.dir, e.Name()))
		}
	}
}

// hashOf returns the SHA-256 of data in hexadecimal.
func hashOf(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}
