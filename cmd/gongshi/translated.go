package main

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"gongshi/internal/build"
	"gongshi/internal/edit"
)

func newTranslated(site *string) *cobra.Command {
	return &cobra.Command{
		Use:   "translated [FOLDER ...]",
		Short: "Record that the languages of a page say the same",
		Long: `translated records, in content/translations.toml, that the texts of a page say
the same in every language as of now: of the pages in the folders named, or of
all pages. From then on, check notes a text that has not followed a change in
another language, and the site says so on the page.`,
		Example: `  gongshi translated content/about
  gongshi translated`,
		RunE: func(cmd *cobra.Command, folders []string) error { return runTranslated(cmd, *site, folders) },
	}
}

func runTranslated(cmd *cobra.Command, dir string, folders []string) error {
	folder, err := build.Open(dir)
	if err != nil {
		return err
	}
	defer folder.Close()
	site, problems, err := build.LoadUntil(cmd.Context(), folder.FS())
	if err != nil {
		return err
	}
	if problems.Blocks(false) {
		out := newTerminal(cmd)
		out.report(problems)
		out.say(count(problems) + "; nothing was recorded")
		return errContent
	}
	changed, err := edit.RecordTranslations(folder, site, folders)
	var unknown *edit.NoPage
	if errors.As(err, &unknown) {
		return &build.Refusal{Text: unknown.Error(), Hint: "name the folder of a page, such as content/about"}
	}
	if err != nil {
		return err
	}
	fmt.Fprintf(cmd.OutOrStdout(), "recorded; %d changed\n", changed)
	return nil
}
