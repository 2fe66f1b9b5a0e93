package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"gongshi/internal/build"
)

func newCheck(site *string) *cobra.Command {
	var strict bool
	cmd := &cobra.Command{
		Use:   "check",
		Short: "Look for problems in the content, build nothing",
		Example: `  gongshi check
  gongshi check --strict --site ~/report`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return runCheck(cmd, *site, strict) },
	}
	cmd.Flags().BoolVar(&strict, "strict", false, "let notices count as problems")
	return cmd
}

func runCheck(cmd *cobra.Command, site string, strict bool) error {
	folder, err := build.Open(site)
	if err != nil {
		return err
	}
	defer folder.Close()
	_, problems, err := build.LoadUntil(cmd.Context(), folder.FS())
	if err != nil {
		return err
	}
	out := newTerminal(cmd)
	out.report(problems)
	if problems.Blocks(strict) {
		out.say(count(problems))
		return errContent
	}
	fmt.Fprintln(cmd.OutOrStdout(), count(problems))
	return nil
}
