// Command gongshi builds public sites from Markdown write-ups and TOML figures.
//
// It ends with one of four codes:
//
//	0  all is well
//	1  the content has problems; they are printed, and nothing was published
//	2  the command cannot be carried out as it was typed
//	3  the machine failed: a disk is full, a tool is missing
package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"runtime/debug"
	"syscall"

	"github.com/spf13/cobra"

	"gongshi/internal/build"
)

// The codes that the program ends with.
const (
	exitOK = iota
	exitContent
	exitUsage
	exitMachine
)

// errContent ends a command whose problems have been printed already.
var errContent = errors.New("the content has problems")

func main() { os.Exit(run()) }

// run carries out the command line and returns the code to end with.
func run() int {
	ctx, stop := untilSignal(context.Background())
	defer stop()
	understood := false // whether the command line was; cobra reports all else
	root := newRoot()
	root.PersistentPreRun = func(*cobra.Command, []string) { understood = true }

	err := root.ExecuteContext(ctx)
	code := exitCode(err, understood)
	switch {
	case code == exitOK, code == exitContent:
	case errors.Is(err, context.Canceled):
		fmt.Fprintln(os.Stderr, "gongshi: interrupted")
	case !understood:
		fmt.Fprintf(os.Stderr, "gongshi: %v\n\thint: gongshi help shows the commands, and gongshi help build more about one\n", err)
	default:
		fmt.Fprintf(os.Stderr, "gongshi: %v\n", err)
	}
	return code
}

// untilSignal returns a context that ends when the user wants the program to. It
// is a wish: a second signal ends the program as if nobody had listened.
func untilSignal(ctx context.Context) (context.Context, context.CancelFunc) {
	ctx, cancel := context.WithCancel(ctx)
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, os.Interrupt, syscall.SIGTERM)
	go func() {
		select {
		case <-signals:
		case <-ctx.Done():
		}
		signal.Stop(signals)
		cancel()
	}()
	return ctx, cancel
}

func exitCode(err error, understood bool) int {
	var refusal *build.Refusal
	switch {
	case err == nil:
		return exitOK
	case errors.Is(err, errContent):
		return exitContent
	case !understood || errors.As(err, &refusal):
		return exitUsage
	}
	return exitMachine
}

// newRoot returns the command that holds all others.
func newRoot() *cobra.Command {
	root := &cobra.Command{
		Use:   "gongshi",
		Short: "Build a public report from Markdown and TOML",
		Long: `gongshi (公示, "posted for the public to see") builds a static site, in every
language at once, from Markdown write-ups and TOML figures. What is wrong with
the content it reports, with file, line and column, and then publishes nothing.`,
		Example: `  gongshi serve            look at the site in this folder while you write
  gongshi check            look for problems, build nothing
  gongshi build            build the site into public/
  gongshi help build       more about one command`,
		SilenceErrors: true, // run prints them, once
		SilenceUsage:  true,
	}
	info, _ := debug.ReadBuildInfo()
	root.Version = version(info)
	root.SetVersionTemplate("{{.Version}}\n")
	site := root.PersistentFlags().String("site", ".", "the site's `folder`, where config.toml is")
	root.AddCommand(newBuild(site), newCheck(site), newServe(site), newTranslated(site), newNew(site), newHeaders(site), newVersion())
	root.SetHelpCommand(newHelp())
	root.CompletionOptions.HiddenDefaultCmd = true
	return root
}
