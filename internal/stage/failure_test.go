package stage

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"iter"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
)

func TestMain(m *testing.M) {
	if dir := os.Getenv("STAGE_TEST_DIR"); dir != "" {
		publishForever(dir)
	}
	os.Exit(m.Run())
}

// A build that fails leaves the old site byte for byte as it was.
func TestFailureLeavesTheOldSite(t *testing.T) {
	t.Parallel()
	fault := errors.New("disk is full")
	cancelled, cancel := context.WithCancel(t.Context())
	tests := []struct {
		name  string
		ctx   context.Context
		files iter.Seq2[File, error]
		want  error
	}{
		{"an output cannot be made", t.Context(), after(edition(2), 10, fault), fault},
		{"the user interrupts", cancelled, during(edition(2), 10, cancel), context.Canceled},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			dir := filepath.Join(t.TempDir(), "public")
			replace(t, dir, edition(1))
			plant(t, dir, site{"CNAME": "example.org"})
			old := treeOf(t, dir)
			if err := Replace(test.ctx, dir, test.files, quiet); !errors.Is(err, test.want) {
				t.Errorf("Replace: %v, want %v", err, test.want)
			}
			wantTree(t, dir, old)
			wantNoLeftovers(t, dir)
		})
	}
}

func TestPanicLeavesTheOldSite(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(t.TempDir(), "public")
	replace(t, dir, edition(1))
	func() {
		defer func() { _ = recover() }()
		_ = Replace(t.Context(), dir, during(edition(2), 10, func() { panic("a fault in a template") }), quiet)
	}()
	wantTree(t, dir, edition(1))
	wantNoLeftovers(t, dir)
	replace(t, dir, edition(3)) // the lock is free again
}

// A child process publishes one edition after another and is killed at random
// moments. Whenever that is, one whole edition is there, and the next build
// clears up.
func TestKilledBuildLeavesAWholeSite(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(t.TempDir(), "public")
	replace(t, dir, edition(0))
	plant(t, dir, site{"CNAME": "example.org"})
	for range 40 {
		killAfter(t, dir, rand.IntN(4*filesPerEdition))
		got := treeOf(t, dir)
		var number int
		if _, err := fmt.Sscan(got["00.html"], &number); err != nil {
			t.Fatalf("read the number of the edition: %v", err)
		}
		want := edition(number)
		want["CNAME"] = "example.org"
		wantTree(t, dir, want)
	}
	replace(t, dir, edition(1))
	wantNoLeftovers(t, dir)
}

// killAfter starts a child that publishes, and kills it when it has written a
// number of files.
func killAfter(t *testing.T, dir string, files int) {
	t.Helper()
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), "STAGE_TEST_DIR="+dir)
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewReader(out)
	for range files + 1 {
		if _, err := lines.ReadString('\n'); err != nil {
			t.Fatalf("the child stopped by itself: %v", err)
		}
	}
	if err := cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = cmd.Wait() // it reports the kill
}

// publishForever is the child: it prints a line for every file.
func publishForever(dir string) {
	for n := 1; ; n++ {
		files := func(yield func(File, error) bool) {
			for f, err := range edition(n).files() {
				fmt.Println(f.Path)
				if !yield(f, err) {
					return
				}
			}
		}
		if err := Replace(context.Background(), dir, files, quiet); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
	}
}

func TestTwoStepsWhereTheSystemCannotExchange(t *testing.T) {
	t.Parallel()
	cannot := func(a, b string) error { return syscall.ENOSYS }
	at := twoSites(t)
	if err := swap(at, cannot); err != nil {
		t.Fatal(err)
	}
	wantTree(t, at.live, site{"index.html": "new"})
	wantTree(t, at.old, site{"index.html": "old"})
}

func TestFailedExchangeLeavesTheOldSite(t *testing.T) {
	t.Parallel()
	refuses := func(a, b string) error { return syscall.EBUSY }
	dir := filepath.Join(t.TempDir(), "public")
	replace(t, dir, edition(1))
	if err := placesFor(dir).replace(t.Context(), edition(2).files(), quiet, refuses); !errors.Is(err, syscall.EBUSY) {
		t.Errorf("replace: %v, want %v", err, syscall.EBUSY)
	}
	wantTree(t, dir, edition(1))
	wantNoLeftovers(t, dir)
}

// The second of the two steps fails: the first is taken back.
func TestFailedSecondStepIsTakenBack(t *testing.T) {
	t.Parallel()
	at := twoSites(t)
	if err := os.RemoveAll(at.fresh); err != nil {
		t.Fatal(err)
	}
	if err := swapInTwoSteps(at); err == nil {
		t.Error("swapInTwoSteps: no error, though the new site is gone")
	}
	wantTree(t, at.live, site{"index.html": "old"})
}

// What arrives at the last moment, under a name that the new site has, is
// somebody's only copy.
func TestForeignFileInTheWayAtTheLastMomentIsKept(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(t.TempDir(), "public")
	replace(t, dir, edition(1))
	at := placesFor(dir)
	arrives := func(a, b string) error {
		plant(t, dir, site{"edition-2/index.html": "foreign", "late.pdf": "late"})
		return exchange(a, b)
	}
	kept := at.kept + "1"
	err := at.replace(t.Context(), edition(2).files(), quiet, arrives)
	if err == nil || !strings.Contains(err.Error(), filepath.Join(kept, "edition-2", "index.html")) {
		t.Errorf("replace: %v, want an error that says where the file is", err)
	}
	want := edition(2)
	want["late.pdf"] = "late"
	for n := 3; n < 5; n++ { // later builds leave it alone
		wantTree(t, dir, want)
		wantNoLeftovers(t, dir)
		if got := treeOf(t, kept)["edition-2/index.html"]; got != "foreign" {
			t.Errorf("the kept file holds %q, want foreign", got)
		}
		replace(t, dir, edition(n))
		want = edition(n)
		want["late.pdf"] = "late"
	}
}

// A build dies right after the exchange. What arrived before is in the old site.
func TestDeathAfterTheExchange(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(t.TempDir(), "public")
	replace(t, dir, edition(1))
	plant(t, dir, site{"note.txt": "note"})
	dieAfterExchange(t, dir, edition(2), site{"late.pdf": "late"})

	replace(t, dir, edition(3))
	want := edition(3)
	want["note.txt"], want["late.pdf"] = "note", "late"
	wantTree(t, dir, want)
	wantNoLeftovers(t, dir)
}

// After such a death somebody changes a file of theirs that the old site has too.
func TestFilesInTheOldSiteDoNotReplaceNewerOnes(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(t.TempDir(), "public")
	replace(t, dir, edition(1))
	dieAfterExchange(t, dir, edition(2), site{"note.txt": "first"})
	plant(t, dir, site{"note.txt": "second"})

	at := placesFor(dir)
	err := Replace(t.Context(), dir, edition(3).files(), quiet)
	if err == nil || !strings.Contains(err.Error(), filepath.Join(at.kept+"1", "note.txt")) {
		t.Errorf("Replace: %v, want an error that says where the other file is", err)
	}
	replace(t, dir, edition(3))
	want := edition(3)
	want["note.txt"] = "second"
	wantTree(t, dir, want)
	if got := treeOf(t, at.kept+"1")["note.txt"]; got != "first" {
		t.Errorf("the kept file holds %q, want first", got)
	}
}

// A file that somebody took down must not come back with what a killed build
// left of its new site.
func TestFilesTakenDownDoNotComeBack(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(t.TempDir(), "public")
	replace(t, dir, edition(1))
	plant(t, dir, site{"secret.pdf": "secret"})
	before, err := readManifest(dir)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := placesFor(dir).prepare(t.Context(), before, edition(2).files()); err != nil {
		t.Fatal(err)
	}
	remove(t, filepath.Join(dir, "secret.pdf"))
	replace(t, dir, edition(3))
	wantTree(t, dir, edition(3))
	wantNoLeftovers(t, dir)
}

// dieAfterExchange publishes a site as far as a build does that is killed after
// the exchange, and before it files arrive.
func dieAfterExchange(t *testing.T, dir string, s, late site) {
	t.Helper()
	at := placesFor(dir)
	before, err := readManifest(dir)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := at.prepare(t.Context(), before, s.files()); err != nil {
		t.Fatal(err)
	}
	plant(t, dir, late)
	if err := swap(at, exchange); err != nil {
		t.Fatal(err)
	}
}

func TestDeathBetweenTheTwoSteps(t *testing.T) {
	t.Parallel()
	at := twoSites(t)
	if err := os.Rename(at.live, at.old); err != nil {
		t.Fatal(err)
	}
	fault := errors.New("a fault in the next build too")
	if err := Replace(t.Context(), at.live, after(edition(2), 3, fault), quiet); !errors.Is(err, fault) {
		t.Errorf("Replace: %v, want %v", err, fault)
	}
	wantTree(t, at.live, site{"index.html": "old"})
	wantNoLeftovers(t, at.live)
}

// The second build starts while the first is at work, says that it waits, and
// then finds all in order.
func TestTwoBuildsAtOnce(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(t.TempDir(), "public")
	waits := make(chan string, 1)
	var second sync.WaitGroup
	first := during(edition(1), 10, func() {
		second.Go(func() {
			defer close(waits)
			if err := Replace(t.Context(), dir, edition(2).files(), func(s string) { waits <- s }); err != nil {
				t.Error(err)
			}
		})
		if said := <-waits; !strings.Contains(said, "waiting") {
			t.Errorf("the second build says %q, want that it is waiting", said)
		}
	})
	if err := Replace(t.Context(), dir, first, quiet); err != nil {
		t.Fatal(err)
	}
	second.Wait()
	wantTree(t, dir, edition(2))
	wantNoLeftovers(t, dir)
}

func TestWaitingBuildCanBeInterrupted(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(t.TempDir(), "public")
	ctx, cancel := context.WithCancel(t.Context())
	first := during(edition(1), 10, func() {
		err := Replace(ctx, dir, edition(2).files(), func(string) { cancel() })
		if !errors.Is(err, context.Canceled) {
			t.Errorf("the waiting build: %v, want %v", err, context.Canceled)
		}
	})
	if err := Replace(t.Context(), dir, first, quiet); err != nil {
		t.Fatal(err)
	}
	replace(t, dir, edition(3)) // nobody holds the lock
}

const filesPerEdition = 30

// edition is a site whose every file says its number, and which has a folder
// that the editions before and after do not have.
func edition(number int) site {
	s := site{}
	for i := range filesPerEdition {
		s[fmt.Sprintf("%02d.html", i)] = fmt.Sprint(number)
	}
	s[fmt.Sprintf("edition-%d/index.html", number)] = fmt.Sprint(number)
	return s
}

// after yields n files of s and then an error.
func after(s site, n int, err error) iter.Seq2[File, error] {
	return func(yield func(File, error) bool) {
		for f := range s.files() {
			if n--; n < 0 {
				yield(File{}, err)
				return
			}
			if !yield(f, nil) {
				return
			}
		}
	}
}

// during yields the files of s, and does something before the nth.
func during(s site, n int, do func()) iter.Seq2[File, error] {
	return func(yield func(File, error) bool) {
		for f := range s.files() {
			if n--; n == 0 {
				do()
			}
			if !yield(f, nil) {
				return
			}
		}
	}
}

// twoSites makes an old site, published, and a new one that waits for it.
func twoSites(t *testing.T) places {
	t.Helper()
	at := placesFor(filepath.Join(t.TempDir(), "public"))
	plant(t, at.live, site{"index.html": "old"})
	plant(t, at.fresh, site{"index.html": "new"})
	return at
}
