package store

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
)

// What is not whole counts as missing, and nothing half written is left behind.
func TestStore(t *testing.T) {
	s := Store{filepath.Join(t.TempDir(), "made when needed")}
	if data, ok := s.Get("key"); ok {
		t.Errorf("an empty store has %q", data)
	}
	want := []byte("a picture\nof two lines")
	if err := s.Put("key", want); err != nil {
		t.Fatal(err)
	}
	if data, ok := s.Get("key"); !ok || !bytes.Equal(data, want) {
		t.Errorf("Get = %q, %v; want %q", data, ok, want)
	}
	if entries, err := os.ReadDir(s.Dir); err != nil || len(entries) != 1 {
		t.Errorf("the store holds %v (%v), want one file", entries, err)
	}
	if err := os.Truncate(filepath.Join(s.Dir, "key"), 70); err != nil {
		t.Fatal(err)
	}
	if data, ok := s.Get("key"); ok {
		t.Errorf("an entry that was cut short counts: %q", data)
	}
}
