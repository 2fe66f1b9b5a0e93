package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"strconv"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"gongshi/internal/build"
	"gongshi/internal/diag"
)

func TestMain(m *testing.M) {
	if os.Getenv("GONGSHI_TEST_SIGNALS") != "" {
		heedSignals()
		os.Exit(0)
	}
	testscript.Main(m, map[string]func(){"gongshi": main, "code": code})
}

// TestScripts runs testdata/script/*.txtar. Each is a small site and the commands
// that somebody types in its folder. With UPDATE=1 the wanted outputs are
// rewritten; look at the difference as at any other code.
func TestScripts(t *testing.T) {
	cache := build.CacheDir(t.TempDir())
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

// The clock of these tests is synctest's: it goes on when everybody waits.
func TestProgressIsOnlyForPeople(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name string
		live bool
		age  time.Duration // how long the work has been going on
		want string
	}{
		{"short work", true, 0, "done\n"},
		{"long work", true, 2 * longWork, "\r\x1b[K3 of 9 files\r\x1b[Kdone\n"},
		{"long work without a person", false, 2 * longWork, "done\n"},
	}
	for _, test := range tests {
		synctest.Test(t, func(t *testing.T) {
			var out strings.Builder
			term := &terminal{w: &out, live: test.live, start: time.Now()}
			time.Sleep(test.age)
			term.progress(3, 9)
			term.say("done")
			if out.String() != test.want {
				t.Errorf("%s: %q, want %q", test.name, out.String(), test.want)
			}
		})
	}
}

func TestProgressIsWrittenTenTimesASecond(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		var out strings.Builder
		term := &terminal{w: &out, live: true, start: time.Now()}
		time.Sleep(longWork)
		for n := range 3000 {
			term.progress(n, 3000)
			time.Sleep(time.Millisecond)
		}
		if got := strings.Count(out.String(), clearLine); got != 30 {
			t.Errorf("in three seconds there were %d progress lines, want 30", got)
		}
	})
}

func TestStepsThatTakeLongAreNamed(t *testing.T) {
	t.Parallel()
	const line = clearLine + "drawing charts …"
	tests := []struct {
		name string
		live bool
		do   func(*terminal)
		want string
	}{
		{"a short one", true, func(term *terminal) { time.Sleep(longWork / 2) }, ""},
		{"a long one", true, func(term *terminal) { time.Sleep(2 * longWork) }, line + clearLine},
		{"without a person", false, func(term *terminal) { time.Sleep(2 * longWork) }, ""},
		{"with a line meanwhile", true, func(term *terminal) {
			time.Sleep(2 * longWork)
			term.say("fetching")
		}, line + clearLine + "fetching\n" + line + clearLine},
		{"with files after it", true, func(term *terminal) {
			time.Sleep(longWork / 2)
			term.progress(1, 9)
			time.Sleep(longWork)
			term.progress(2, 9)
		}, clearLine + "2 of 9 files" + clearLine},
	}
	for _, test := range tests {
		synctest.Test(t, func(t *testing.T) {
			var out strings.Builder
			term := &terminal{w: &out, live: test.live, start: time.Now()}
			term.step("drawing charts")
			test.do(term)
			term.clear()
			time.Sleep(2 * longWork)
			if out.String() != test.want {
				t.Errorf("%s: %q, want %q", test.name, out.String(), test.want)
			}
		})
	}
}

// The first signal is a wish that the program fulfils when it can; the second is
// an order.
func TestSecondSignalEndsTheProgram(t *testing.T) {
	t.Parallel()
	if runtime.GOOS == "windows" {
		t.Skip("a test cannot send a signal here")
	}
	cmd := exec.CommandContext(t.Context(), os.Args[0])
	cmd.Env = append(os.Environ(), "GONGSHI_TEST_SIGNALS=1")
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(out)
	for _, want := range []string{"working", "wished to end"} {
		if !lines.Scan() || lines.Text() != want {
			t.Fatalf("the program says %q, want %q", lines.Text(), want)
		}
		if err := cmd.Process.Signal(os.Interrupt); err != nil {
			t.Fatal(err)
		}
	}
	if err := cmd.Wait(); err == nil || err.Error() != "signal: interrupt" {
		t.Errorf("the program ended with %v, want the signal", err)
	}
}

// heedSignals is a program that says that it was told to end, and goes on.
func heedSignals() {
	ctx, _ := untilSignal(context.Background())
	fmt.Println("working")
	<-ctx.Done()
	fmt.Println("wished to end")
	time.Sleep(time.Minute)
}
