package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime/debug"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"gongshi/internal/build"
	"gongshi/internal/diag"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"gongshi": main, "code": code})
}

// TestScripts runs testdata/script/*.txtar. Each is a small site and the commands
// that somebody types in its folder. With UPDATE=1 the wanted outputs are
// rewritten; look at the difference as at any other code.
func TestScripts(t *testing.T) {
	cache := cacheDir(t.TempDir())
	testscript.Run(t, testscript.Params{
		Dir:                 filepath.Join("testdata", "script"),
		UpdateScripts:       os.Getenv("UPDATE") != "",
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Setup: func(env *testscript.Env) error {
			// Scripts have a home of their own, but share the cache: ECharts
			// need not be fetched for each.
			env.Setenv("GONGSHI_CACHE", cache)
			return nil
		},
	})
}

// code is a command for scripts: "code 2 build --wrong" runs gongshi and fails
// unless it ends with that very code.
func code() {
	want, err := strconv.Atoi(os.Args[1])
	if err != nil {
		fmt.Fprintln(os.Stderr, "usage: code number arguments...")
		os.Exit(1)
	}
	os.Args = append([]string{"gongshi"}, os.Args[2:]...)
	if got := run(); got != want {
		fmt.Fprintf(os.Stderr, "gongshi ended with code %d, want %d\n", got, want)
		os.Exit(1)
	}
}

func TestExitCodes(t *testing.T) {
	t.Parallel()
	refusal := fmt.Errorf("wrapped: %w", &build.Refusal{Text: "no"})
	tests := []struct {
		name       string
		err        error
		understood bool
		want       int
	}{
		{"all is well", nil, true, 0},
		{"help was asked for", nil, false, 0},
		{"problems", errContent, true, 1},
		{"a wrong flag", errors.New("unknown flag"), false, 2},
		{"a refusal", refusal, true, 2},
		{"a full disk", errors.New("disk is full"), true, 3},
	}
	for _, test := range tests {
		if got := exitCode(test.err, test.understood); got != test.want {
			t.Errorf("%s: code %d, want %d", test.name, got, test.want)
		}
	}
}

func TestCount(t *testing.T) {
	t.Parallel()
	problem := diag.At(diag.Pos{File: "a"}, "wrong")
	notice := problem.AsNotice()
	tests := []struct {
		list diag.List
		want string
	}{
		{nil, "no problems"},
		{diag.List{problem}, "1 problem"},
		{diag.List{problem, problem}, "2 problems"},
		{diag.List{notice}, "1 notice"},
		{diag.List{problem, notice, problem, notice, problem}, "3 problems, 2 notices"},
	}
	for _, test := range tests {
		if got := count(test.list); got != test.want {
			t.Errorf("count of %d = %q, want %q", len(test.list), got, test.want)
		}
	}
}

func TestVersion(t *testing.T) {
	t.Parallel()
	info := &debug.BuildInfo{GoVersion: "go1.26.8", Main: debug.Module{Version: "v1.2.0"}, Settings: []debug.BuildSetting{
		{Key: "vcs.revision", Value: "abc123"}, {Key: "vcs.modified", Value: "true"},
	}}
	if got, want := version(info), "gongshi v1.2.0 revision abc123 with changes go1.26.8"; got != want {
		t.Errorf("version = %q, want %q", got, want)
	}
	if got, want := version(nil), "gongshi, of unknown version"; got != want {
		t.Errorf("version of nothing = %q, want %q", got, want)
	}
}

func TestProgressIsOnlyForPeople(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name string
		live bool
		age  int // how long the work has been going on, in units of longWork
		want string
	}{
		{"short work", true, 0, "done\n"},
		{"long work", true, 2, "\r\x1b[K3 of 9 files\r\x1b[Kdone\n"},
		{"long work without a person", false, 2, "done\n"},
	}
	for _, test := range tests {
		var out strings.Builder
		term := &terminal{w: &out, live: test.live, start: time.Now().Add(-time.Duration(test.age) * longWork)}
		term.progress(3, 9)
		term.say("done")
		if out.String() != test.want {
			t.Errorf("%s: %q, want %q", test.name, out.String(), test.want)
		}
	}
}
