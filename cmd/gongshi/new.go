package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"gongshi/internal/build"
	"gongshi/internal/edit"
	"gongshi/sites"
)

func newNew(site *string) *cobra.Command {
	var sample bool
	cmd := &cobra.Command{
		Use:   "new DIR",
		Short: "Begin a site, or something within one",
		Long: `new writes a small site into a folder: two languages, a few figures, a chart, a
project, and comments that say what each line is for. It builds at once.

With --sample it writes a full programme instead: 49 projects in a district that
does not exist.

No file is ever overwritten.`,
		Example: `  gongshi new mysite
  gongshi new --sample try
  gongshi new project school-crossing
  gongshi new page updates/2024-12-20-new-lamps`,
		Args: oneFolder,
		RunE: func(cmd *cobra.Command, args []string) error { return runNew(cmd, args[0], sample) },
	}
	cmd.Flags().BoolVar(&sample, "sample", false, "write the full programme to try everything on")
	cmd.AddCommand(
		newThing(site, edit.Project, "project NAME", "Begin a project"),
		newThing(site, edit.Page, "page NAME", "Begin a page"),
		newThing(site, edit.Metric, "metric NAME", "Begin a metric"),
		newThing(site, edit.Chart, "chart NAME", "Begin a chart"),
	)
	return cmd
}

// oneFolder asks for the folder of a new site, in words.
func oneFolder(cmd *cobra.Command, args []string) error {
	switch {
	case len(args) == 0:
		return fmt.Errorf("the folder is missing; write it behind the command: %s mysite", cmd.CommandPath())
	case len(args) > 1:
		return fmt.Errorf("%q is nothing that can be begun; within a site there are project, page, metric and chart (an update is a page: %s page updates/2024-12-20-%s)", args[0], cmd.CommandPath(), args[1])
	case cmd.Flag("site").Changed:
		return fmt.Errorf("--site names a site that is there already; the folder of a new one stands behind the command: %s %s", cmd.CommandPath(), args[0])
	}
	return nil
}

func runNew(cmd *cobra.Command, dir string, sample bool) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return err
	}
	defer root.Close()
	from := sites.Starter()
	if sample {
		from = sites.Sample()
	}
	files, err := edit.CopySite(root, from)
	if err != nil {
		return refusalOf(err, "choose a folder that is empty or not there yet")
	}
	fmt.Fprintf(cmd.OutOrStdout(), "%d files in %s\nlook at it: gongshi serve --site %s\n", len(files), filepath.Clean(dir), filepath.Clean(dir))
	return nil
}

// newThing is the command that begins one thing within a site.
func newThing(site *string, what edit.Thing, use, short string) *cobra.Command {
	return &cobra.Command{
		Use:   use,
		Short: short,
		Long: fmt.Sprintf(`%s, with a file for every language and the keys that it needs. What only you
know is left empty, and gongshi check asks for it. No file is overwritten.`, short),
		Args: oneName,
		RunE: func(cmd *cobra.Command, args []string) error { return runThing(cmd, *site, what, args[0]) },
	}
}

// oneName asks for the name of the thing, in words.
func oneName(cmd *cobra.Command, args []string) error {
	example := cmd.CommandPath() + " school-crossing"
	switch {
	case len(args) == 0:
		return fmt.Errorf("the name is missing; write it behind the command: %s", example)
	case len(args) > 1:
		return fmt.Errorf("a name is one word, with hyphens instead of spaces: %s", example)
	}
	return nil
}

func runThing(cmd *cobra.Command, dir string, what edit.Thing, id string) error {
	folder, err := build.Open(dir)
	if err != nil {
		return err
	}
	defer folder.Close()
	site, _, err := build.LoadUntil(cmd.Context(), folder.FS())
	if err != nil {
		return err
	}
	files, err := edit.Add(folder, site, what, id)
	if err != nil {
		return refusalOf(err, "nothing was written; choose another name")
	}
	out := cmd.OutOrStdout()
	for _, name := range files {
		fmt.Fprintln(out, name)
	}
	fmt.Fprintln(out, "fill in what is empty, then run gongshi check")
	return nil
}

// refusalOf puts into words for people what keeps a thing from being written.
func refusalOf(err error, hint string) error {
	var taken *edit.Taken
	var misnamed *edit.Misnamed
	var unready *edit.Unready
	switch {
	case errors.As(err, &taken):
		return &build.Refusal{Text: taken.Error(), Hint: hint}
	case errors.As(err, &misnamed):
		return &build.Refusal{Text: misnamed.Error(), Hint: misnamed.Hint}
	case errors.As(err, &unready):
		return &build.Refusal{Text: unready.Error(), Hint: "gongshi check says what is wrong with it"}
	}
	return err
}
