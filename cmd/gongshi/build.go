package main

import (
	"fmt"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"gongshi/internal/build"
)

func newBuild(site *string) *cobra.Command {
	var opts build.Options
	cmd := &cobra.Command{
		Use:   "build",
		Short: "Build the site into a folder",
		Long: `Build checks the content and builds the site. The new site takes the place of
the old one in one step, and only if all of it could be built. Files in the
folder that gongshi did not make are left alone.`,
		Example: `  gongshi build
  gongshi build --strict --base-url https://example.org/reports/
  gongshi build --site ~/report --out /tmp/report`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if err := notEmpty(cmd, "out", "base-url"); err != nil {
				return err
			}
			opts.Site = *site
			return runBuild(cmd, opts)
		},
	}
	cmd.Flags().StringVar(&opts.Out, "out", "", "the `folder` to publish into (default public/ in the site's folder)")
	cmd.Flags().StringVar(&opts.BaseURL, "base-url", "", "the site's `address` (default base_url of config.toml)")
	cmd.Flags().BoolVar(&opts.Strict, "strict", false, "let notices stop the build, too")
	return cmd
}

func runBuild(cmd *cobra.Command, opts build.Options) error {
	start := time.Now()
	out := newTerminal(cmd)
	opts.Cache = build.CacheDir(opts.Site)
	opts.Say = out.say
	opts.Step = out.step
	opts.Progress = out.progress

	result, problems, err := build.Run(cmd.Context(), opts)
	out.clear()
	out.report(problems)
	if err != nil {
		return err
	}
	if problems.Blocks(opts.Strict) {
		out.say(fmt.Sprintf("%s; %s is unchanged", count(problems), outName(opts)))
		return errContent
	}
	if len(problems) > 0 {
		out.say(count(problems))
	}
	fmt.Fprintf(cmd.OutOrStdout(), "built %s in %s: %s, %.1f s -> %s\n",
		plural(result.Pages, "page"), strings.Join(result.Languages, ", "),
		plural(result.Files, "file"), time.Since(start).Seconds(), outName(opts))
	return nil
}

// notEmpty refuses flags that were typed with an empty value: a script whose
// variable is not set must not publish elsewhere than it was meant to.
func notEmpty(cmd *cobra.Command, names ...string) error {
	for _, name := range names {
		if f := cmd.Flags().Lookup(name); f.Changed && f.Value.String() == "" {
			return &build.Refusal{
				Text: fmt.Sprintf("--%s is empty", name),
				Hint: fmt.Sprintf("name one, or leave --%s out", name),
			}
		}
	}
	return nil
}

// outName is the published folder as the user would name it.
func outName(opts build.Options) string {
	if opts.Out != "" {
		return filepath.Clean(opts.Out)
	}
	return filepath.Join(opts.Site, "public")
}
