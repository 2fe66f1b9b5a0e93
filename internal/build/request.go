package build

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"

	"gongshi/internal/check"
)

// The parts of a site's folder, besides public/.
const (
	configFile   = "config.toml"
	contentDir   = "content"
	templatesDir = "templates"
)

// Refusal is a request that cannot be done as it was made, such as to publish
// into a folder full of somebody's work. Neither the content nor the machine is
// at fault.
type Refusal struct {
	Text string // what is wrong
	Hint string // what to do instead
}

func (r *Refusal) Error() string { return r.Text + "\n\thint: " + r.Hint }

// Open opens a site's folder. Nothing outside of it can be read through the
// result, whatever links lie in it.
func Open(dir string) (*os.Root, error) {
	_, err := os.Stat(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, noSite(dir)
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, fmt.Errorf("open the site's folder: %w", err)
	}
	if _, err := root.Stat(configFile); errors.Is(err, fs.ErrNotExist) {
		return nil, errors.Join(noSite(dir), root.Close())
	}
	return root, nil
}

func noSite(dir string) error {
	return &Refusal{
		Text: fmt.Sprintf("no %s in %s: is this a gongshi site?", configFile, dir),
		Hint: "run gongshi in the site's folder, or name the folder with --site",
	}
}

// baseURL completes the address that a user gave for the site; "" stays "".
func baseURL(address string) (string, error) {
	if address == "" {
		return "", nil
	}
	if !check.AbsoluteURL(address) {
		return "", &Refusal{
			Text: fmt.Sprintf("%q is not the address of a site", address),
			Hint: "write the whole address, such as https://example.org/",
		}
	}
	return strings.TrimSuffix(address, "/") + "/", nil
}
