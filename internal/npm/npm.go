// Package npm gets into place what gongshi uses of npm packages: ECharts, which
// draws the charts, as one module with only the parts that are used, and the font
// of the share images. Both are fetched together, once for a machine.
//
// The versions are pinned by the package.json and package-lock.json at the root
// of the repository. The packages themselves are never part of the repository.
package npm

import (
	"bytes"
	"context"
	"crypto/sha256"
	_ "embed"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	"gongshi"
)

//go:embed echarts.js
var echartsJS string

//go:embed font.js
var fontJS string

// npmArgs installs what the lock file says and nothing else: no script of any
// package is run.
var npmArgs = []string{"ci", "--omit=dev", "--ignore-scripts", "--no-audit", "--no-fund"}

// A step makes something of the installed packages, with node.
type step struct {
	what string // for messages
	args []string
}

// steps make what is kept. ECharts becomes a module, for a script would need a function
// around everything, which the engine reads twice before it knows that it is no arrow
// function. Without the alias the bundler takes tslib's larger CommonJS form.
var steps = []step{
	{"bundle ECharts", []string{
		"node_modules/esbuild/bin/esbuild", "echarts.js", "--bundle", "--minify",
		"--format=esm", "--target=es2017", "--platform=neutral", "--main-fields=module,main",
		`--define:process.env.NODE_ENV="production"`,
		"--alias:tslib=./node_modules/tslib/tslib.es6.js",
		"--log-level=warning", "--legal-comments=none", "--outfile=out/" + bundleName,
	}},
	{"make the font", []string{"font.js"}},
}

// What a fetch leaves: a script, and a folder of fonts for each weight.
const (
	bundleName = "bundle.js"
	fontName   = "font"
)

// licences are the texts that must go where the results go.
var licences = map[string]string{
	"node_modules/echarts/LICENSE":                           "LICENSE",
	"node_modules/echarts/NOTICE":                            "NOTICE",
	"node_modules/echarts/licenses/LICENSE-d3":               "LICENSE-d3",
	"node_modules/zrender/LICENSE":                           "LICENSE-zrender",
	"node_modules/@fontsource-variable/noto-sans-sc/LICENSE": "LICENSE-noto-sans-sc",
}

// ID names what is fetched: with another ID, drawings and share images may look
// different. It is known before anything is fetched.
func ID() string {
	recipe := gongshi.PackageLock + echartsJS + fontJS
	for _, s := range steps {
		recipe += strings.Join(s.args, "\x00")
	}
	sum := sha256.Sum256([]byte(recipe))
	return hex.EncodeToString(sum[:])[:12]
}

// Home returns the folder in cacheDir that everything is kept in, whether it is
// there yet or not.
func Home(cacheDir string) string { return filepath.Join(cacheDir, "npm-"+ID()) }

// ECharts returns ECharts as one module that sets the global variable echarts.
// It is kept in a folder of cacheDir. When it is not there yet it is fetched
// with npm, which say announces in one line; else neither npm nor the network
// is used. Several processes may call it at once.
func ECharts(ctx context.Context, cacheDir string, say func(string)) ([]byte, error) {
	if err := fetch(ctx, cacheDir, say); err != nil {
		return nil, err
	}
	return os.ReadFile(filepath.Join(Home(cacheDir), bundleName))
}

// Font returns the font of the share images: a folder for each weight, 400 and 700,
// of TrueType fonts, each of which has some of the characters. It is kept and fetched
// like [ECharts].
func Font(ctx context.Context, cacheDir string, say func(string)) (fs.FS, error) {
	if err := fetch(ctx, cacheDir, say); err != nil {
		return nil, err
	}
	return os.DirFS(filepath.Join(Home(cacheDir), fontName)), nil
}

// fetch makes the folder that everything is kept in when it is not there, whole or
// not at all: all is done in a folder beside it, and the finished part is moved.
func fetch(ctx context.Context, cacheDir string, say func(string)) error {
	if _, err := os.Stat(Home(cacheDir)); !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	npm, node, err := lookTools()
	if err != nil {
		return err
	}
	if err := os.MkdirAll(cacheDir, 0o755); err != nil {
		return err
	}
	removeStale(cacheDir)
	work, err := os.MkdirTemp(cacheDir, workPrefix)
	if err != nil {
		return err
	}
	defer os.RemoveAll(work)

	say("fetching ECharts, which draws the charts, and the font of the share images with npm (only this once)")
	if err := writeSources(work); err != nil {
		return err
	}
	if out, err := run(ctx, work, npm, npmArgs...); err != nil {
		return npmError(ctx, out, err)
	}
	for _, s := range steps {
		if out, err := run(ctx, work, node, s.args...); err != nil {
			return fmt.Errorf("%s: %w\n%s", s.what, err, lastLines(out))
		}
	}
	if err := copyLicences(work); err != nil {
		return err
	}
	return moveIntoPlace(filepath.Join(work, "out"), Home(cacheDir))
}

// workPrefix begins the names of the folders that fetches work in.
const workPrefix = "fetch-"

// removeStale removes what fetches left behind that were killed: each is some 100
// MB. No fetch takes a day, so that of another process is left alone. What cannot
// be removed now is in nobody's way, and the next fetch tries again.
func removeStale(cacheDir string) {
	entries, err := os.ReadDir(cacheDir)
	if err != nil {
		return
	}
	for _, e := range entries {
		info, err := e.Info()
		if err == nil && e.IsDir() && strings.HasPrefix(e.Name(), workPrefix) && time.Since(info.ModTime()) > 24*time.Hour {
			os.RemoveAll(filepath.Join(cacheDir, e.Name()))
		}
	}
}

// lookTools finds npm and node.
func lookTools() (npm, node string, err error) {
	npm, err = exec.LookPath("npm")
	if err == nil {
		node, err = exec.LookPath("node")
	}
	if err != nil {
		return "", "", errors.New("charts are drawn with ECharts, and share images with a font, which are not on this machine yet " +
			"and are fetched with npm, but npm or node was not found\n\tinstall Node.js with npm, version 20 or newer, from https://nodejs.org/ " +
			"or from your system's packages, and build again; it is needed this once only\n\t" +
			"a site without charts that says share_images = false in config.toml needs neither")
	}
	return npm, node, nil
}

// writeSources puts into work what npm and node read.
func writeSources(work string) error {
	for name, text := range map[string]string{
		"package.json":      gongshi.PackageJSON,
		"package-lock.json": gongshi.PackageLock,
		"echarts.js":        echartsJS,
		"font.js":           fontJS,
	} {
		if err := os.WriteFile(filepath.Join(work, name), []byte(text), 0o644); err != nil {
			return err
		}
	}
	return nil
}

// run starts a program in dir and returns what it printed.
func run(ctx context.Context, dir, program string, args ...string) ([]byte, error) {
	cmd := exec.CommandContext(ctx, program, args...)
	cmd.Dir = dir
	// A child of npm may outlive it and hold its output open.
	cmd.WaitDelay = 2 * time.Second
	out, err := cmd.CombinedOutput()
	if ctx.Err() != nil {
		err = ctx.Err()
	}
	return out, err
}

// npmError says what npm said, and what to do.
func npmError(ctx context.Context, out []byte, err error) error {
	if ctx.Err() != nil {
		return fmt.Errorf("fetch npm packages: %w", err)
	}
	return fmt.Errorf("fetch npm packages: npm: %w\n%s\n\tcheck the connection to the network and build again: "+
		"npm goes on with what it already has", err, lastLines(out))
}

// lastLines returns the end of what a program printed.
func lastLines(out []byte) []byte {
	const most = 12
	lines := bytes.Split(bytes.TrimSpace(out), []byte("\n"))
	return bytes.Join(lines[max(0, len(lines)-most):], []byte("\n"))
}

// copyLicences puts the licences beside the results.
func copyLicences(work string) error {
	for from, to := range licences {
		text, err := os.ReadFile(filepath.Join(work, filepath.FromSlash(from)))
		if err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(work, "out", to), text, 0o644); err != nil {
			return err
		}
	}
	return nil
}

// moveIntoPlace renames the folder from to home. When another process was
// first, its folder is as good.
func moveIntoPlace(from, home string) error {
	err := os.Rename(from, home)
	if _, missing := os.Stat(home); err != nil && missing == nil {
		return nil
	}
	return err
}
