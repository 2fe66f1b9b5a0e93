package build

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"

	"gongshi/internal/check"
	"gongshi/internal/diag"
	"gongshi/internal/report"
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

// BaseURL returns the address of a site in the one form that pages are made
// with: without a query or a fragment, and with one slash at its end. It reports
// false for what is no such address.
func BaseURL(address string) (string, bool) {
	if !check.AbsoluteURL(address) || strings.ContainsAny(address, "?#") {
		return "", false
	}
	trimmed := strings.TrimRight(address, "/")
	_, rest, _ := strings.Cut(trimmed, "://")
	if strings.Contains(rest, "//") {
		return "", false
	}
	return trimmed + "/", true
}

// address returns the normal form of the address that a user gave for the site;
// "" stays "".
func (o Options) address() (string, error) {
	if o.BaseURL == "" {
		return "", nil
	}
	address, ok := BaseURL(o.BaseURL)
	if !ok {
		return "", &Refusal{
			Text: fmt.Sprintf("%q is not the address of a site", o.BaseURL),
			Hint: "write the whole address, such as https://example.org/",
		}
	}
	return address, nil
}

// normalise gives the address in config.toml its normal form. One that has none
// is a problem, unless check has found it to be one already.
func normalise(site *report.Site) diag.List {
	address, ok := BaseURL(site.BaseURL)
	if ok {
		site.BaseURL = address
		return nil
	}
	if !check.AbsoluteURL(site.BaseURL) {
		return nil
	}
	return diag.List{diag.At(site.BasePos, "base_url %q is not the address of a site", site.BaseURL).
		WithHint("write it without a query, a fragment or double slashes, such as https://example.org/reports/")}
}
