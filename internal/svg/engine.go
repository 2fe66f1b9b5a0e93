package svg

import (
	"context"
	"crypto/sha256"
	_ "embed"
	"encoding/hex"
	"fmt"
	"runtime/debug"
	"strconv"
	"strings"
	"time"

	"modernc.org/quickjs"

	"gongshi/internal/store"
)

//go:embed draw.js
var drawJS string

// What one call into the engine may take. A drawing takes some 30 milliseconds
// and 40 MB in all.
const (
	callTimeout = 20 * time.Second
	memoryLimit = 512 << 20
)

// An engine draws options with ECharts. It is for one goroutine at a time.
type engine struct {
	vm *quickjs.VM
}

// newEngine starts an engine with the bytecode of ECharts.
func newEngine(ctx context.Context, code []byte) (*engine, error) {
	vm, err := quickjs.NewVM()
	if err != nil {
		return nil, fmt.Errorf("start the chart engine: %w", err)
	}
	e := &engine{vm: vm}
	if err := e.load(ctx, code); err != nil {
		vm.Close()
		return nil, fmt.Errorf("start the chart engine: %w", err)
	}
	return e, nil
}

// load runs ECharts and the script that draws with it.
func (e *engine) load(ctx context.Context, code []byte) error {
	defer context.AfterFunc(ctx, e.vm.Interrupt)()
	e.vm.SetMemoryLimit(memoryLimit)
	if err := e.limit(callTimeout); err != nil {
		return err
	}
	if err := e.vm.RegisterFunc("measure", measure, false); err != nil {
		return err
	}
	value, err := e.vm.EvalBytecodeValue(code)
	if err != nil {
		return err
	}
	value.Free()
	_, err = e.vm.Eval(drawJS, quickjs.EvalGlobal)
	return err
}

// limit sets how long one call may take.
func (e *engine) limit(d time.Duration) error { return e.vm.SetEvalTimeout(d) }

// bytecode compiles the module of ECharts for engines to load, which takes most of
// the time of a start, and keeps what it made.
func bytecode(bundle []byte, kept store.Store) ([]byte, error) {
	key := bytecodeKey(bundle)
	if code, ok := kept.Get(key); ok {
		return code, nil
	}
	vm, err := quickjs.NewVM()
	if err != nil {
		return nil, fmt.Errorf("start the chart engine: %w", err)
	}
	defer vm.Close()
	code, err := vm.Compile(string(bundle), quickjs.EvalModule)
	if err != nil {
		return nil, fmt.Errorf("start the chart engine: %w", err)
	}
	return code, kept.Put(key, code)
}

// bytecodeKey names the bytecode of a bundle. Only the very engine that made it
// may run it.
func bytecodeKey(bundle []byte) string {
	sum := sha256.New()
	sum.Write([]byte(engineVersion()))
	sum.Write(bundle)
	return hex.EncodeToString(sum.Sum(nil))
}

// engineVersion is the version of QuickJS and of its Go module.
func engineVersion() string {
	version := quickjs.Version()
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return version
	}
	for _, module := range info.Deps {
		if strings.HasPrefix(module.Path, "modernc.org/") {
			version += " " + module.Path + "@" + module.Version
		}
	}
	return version
}

// draw returns ECharts' own SVG of a picture.
func (e *engine) draw(ctx context.Context, p Picture) (string, error) {
	defer context.AfterFunc(ctx, e.vm.Interrupt)()
	result, err := e.vm.Call("draw", string(p.Option), p.Width, p.Height)
	if ctx.Err() != nil {
		return "", ctx.Err()
	}
	if err != nil {
		return "", err
	}
	svg, ok := result.(string)
	if !ok {
		return "", fmt.Errorf("the chart engine returned %T, not a text", result)
	}
	return svg, nil
}

// close frees the engine's memory.
func (e *engine) close() { e.vm.Close() }

// measure is how wide ECharts takes a text to be. The font is as in CSS: "bold
// 16px sans-serif".
func measure(text, font string) float64 {
	f := Face{Size: 12} // ECharts' default
	for _, word := range strings.Fields(font) {
		if size, err := strconv.Atoi(strings.TrimSuffix(word, "px")); err == nil && strings.HasSuffix(word, "px") {
			f.Size = size
		}
		f.Bold = f.Bold || word == "bold"
	}
	return f.Width(text)
}
