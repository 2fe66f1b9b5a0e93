// Package echarts gets ECharts, the library that draws the charts, into place:
// once for a machine, with npm, as one module with only the parts that are used.
//
// The versions are pinned by the package.json and package-lock.json at the root
// of the repository. ECharts itself is never part of the repository.
package echarts

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

//go:embed entry.js
var entry string

// npmArgs installs what the lock file says and nothing else: no script of any
// package is run.
var npmArgs = []string{"ci", "--omit=dev", "--ignore-scripts", "--no-audit", "--no-fund"}

// bundleArgs makes one module of the entry. A script would need a function around
// everything, which the engine reads twice before it knows that it is no arrow
// function. Without the alias the bundler takes tslib's larger CommonJS form.
var bundleArgs = []string{
	"node_modules/esbuild/bin/esbuild", "entry.js", "--bundle", "--minify",
	"--format=esm", "--target=es2017", "--platform=neutral", "--main-fields=module,main",
	`--define:process.env.NODE_ENV="production"`,
	"--alias:tslib=./node_modules/tslib/tslib.es6.js",
	"--log-level=warning", "--legal-comments=none", "--outfile=out/" + bundleName,
}

const bundleName = "bundle.js"

// licences are the texts that must go where the bundle goes.
var licences = map[string]string{
	"node_modules/echarts/LICENSE":             "LICENSE",
	"node_modules/echarts/NOTICE":              "NOTICE",
	"node_modules/echarts/licenses/LICENSE-d3": "LICENSE-d3",
	"node_modules/zrender/LICENSE":             "LICENSE-zrender",
}

// ID names the bundle: a bundle with another ID may draw differently. It is
// known without the bundle.
func ID() string {
	recipe := gongshi.PackageLock + entry + strings.Join(bundleArgs, "\x00")
	sum := sha256.Sum256([]byte(recipe))
	return hex.EncodeToString(sum[:])[:12]
}

// Bundle returns ECharts as one module that sets the global variable echarts.
// It is kept in a folder of cacheDir. When it is not there yet it is fetched
// with npm, which say announces in one line; else neither npm nor the network
// is used. Several processes may call it at once.
func Bundle(ctx context.Context, cacheDir string, say func(string)) ([]byte, error) {
	home := filepath.Join(cacheDir, "echarts-"+ID())
	js, err := os.ReadFile(filepath.Join(home, bundleName))
	if !errors.Is(err, fs.ErrNotExist) {
		return js, err
	}
	if err := fetch(ctx, cacheDir, home, say); err != nil {
		return nil, err
	}
	return os.ReadFile(filepath.Join(home, bundleName))
}

// fetch makes home, whole or not at all: everything is done in a folder beside
// it, and the finished part is moved.
func fetch(ctx context.Context, cacheDir, home string, say func(string)) error {
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

	say("fetching ECharts, which draws the charts, with npm (only this once)")
	if err := writeSources(work); err != nil {
		return err
	}
	if out, err := run(ctx, work, npm, npmArgs...); err != nil {
		return npmError(ctx, out, err)
	}
	if out, err := run(ctx, work, node, bundleArgs...); err != nil {
		return fmt.Errorf("bundle ECharts: %w\n%s", err, lastLines(out))
	}
	if err := copyLicences(work); err != nil {
		return err
	}
	return moveIntoPlace(filepath.Join(work, "out"), home)
}

// workPrefix begins the names of the folders that fetches work in.
const workPrefix = "fetch-"

// removeStale removes what fetches left behind that were killed: each is some 80
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
		return "", "", errors.New("charts are drawn with ECharts, which is not on this machine yet and is fetched with npm, " +
			"but npm or node was not found\n\tinstall Node.js with npm, version 20 or newer, from https://nodejs.org/ " +
			"or from your system's packages, and build again; it is needed this once only")
	}
	return npm, node, nil
}

// writeSources puts into work what npm and the bundler read.
func writeSources(work string) error {
	for name, text := range map[string]string{
		"package.json":      gongshi.PackageJSON,
		"package-lock.json": gongshi.PackageLock,
		"entry.js":          entry,
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
		return fmt.Errorf("fetch ECharts: %w", err)
	}
	return fmt.Errorf("fetch ECharts: npm: %w\n%s\n\tcheck the connection to the network and build again: "+
		"npm goes on with what it already has", err, lastLines(out))
}

// lastLines returns the end of what a program printed.
func lastLines(out []byte) []byte {
	const most = 12
	lines := bytes.Split(bytes.TrimSpace(out), []byte("\n"))
	return bytes.Join(lines[max(0, len(lines)-most):], []byte("\n"))
}

// copyLicences puts the licences beside the bundle.
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
	if _, missing := os.Stat(filepath.Join(home, bundleName)); err != nil && missing == nil {
		return nil
	}
	return err
}
