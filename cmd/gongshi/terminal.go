package main

import (
	"fmt"
	"io"
	"os"
	"sync"
	"time"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"gongshi/internal/diag"
)

// longWork is how long a build goes on before a person wants to see it move.
const longWork = time.Second

// smooth is how long a progress line stands at least: a terminal over a slow line
// must not hold up the build.
const smooth = 100 * time.Millisecond

// clearLine takes the cursor to the beginning of its line and empties it.
const clearLine = "\r\x1b[K"

// terminal is where messages for a person go: to standard error, so that
// standard output holds results alone. It may be used by several goroutines.
type terminal struct {
	mu     sync.Mutex
	w      io.Writer
	live   bool // a person looks on: lines may be written over
	start  time.Time
	moving bool      // the last line is a progress line
	moved  time.Time // when it was written
	doing  string    // the step under way that tells of no progress; may be ""
}

func newTerminal(cmd *cobra.Command) *terminal {
	return &terminal{
		w:     cmd.ErrOrStderr(),
		live:  term.IsTerminal(int(os.Stderr.Fd())) && os.Getenv("TERM") != "dumb",
		start: time.Now(),
	}
}

// say prints a line.
func (t *terminal) say(line string) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.wipe()
	fmt.Fprintln(t.w, line)
	t.showStep()
}

// report prints problems.
func (t *terminal) report(problems diag.List) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.wipe()
	_, _ = problems.WriteTo(t.w) // there is no other place to complain to
}

// step says what a build is doing now, if it does it for long.
func (t *terminal) step(what string) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if !t.live {
		return
	}
	t.doing = what
	t.showStep()
	time.AfterFunc(longWork-time.Since(t.start), func() {
		t.mu.Lock()
		defer t.mu.Unlock()
		t.showStep()
	})
}

func (t *terminal) showStep() {
	if t.doing != "" && t.long() {
		t.move(t.doing + " …")
	}
}

// progress says how far a long build has come.
func (t *terminal) progress(done, total int) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.doing = ""
	if t.live && t.long() && time.Since(t.moved) >= smooth {
		t.move(fmt.Sprintf("%d of %d files", done, total))
	}
}

// clear takes the progress line away.
func (t *terminal) clear() {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.doing = ""
	t.wipe()
}

// long reports whether the work has been going on for long.
func (t *terminal) long() bool { return time.Since(t.start) >= longWork }

// move writes the progress line.
func (t *terminal) move(text string) {
	fmt.Fprint(t.w, clearLine, text)
	t.moving, t.moved = true, time.Now()
}

func (t *terminal) wipe() {
	if t.moving {
		fmt.Fprint(t.w, clearLine)
		t.moving = false
	}
}

// count puts the numbers of problems and notices into words.
func count(l diag.List) string {
	problems, notices := l.Count()
	switch {
	case problems == 0 && notices == 0:
		return "no problems"
	case notices == 0:
		return plural(problems, "problem")
	case problems == 0:
		return plural(notices, "notice")
	}
	return plural(problems, "problem") + ", " + plural(notices, "notice")
}

func plural(n int, word string) string {
	if n == 1 {
		return "1 " + word
	}
	return fmt.Sprintf("%d %ss", n, word)
}
