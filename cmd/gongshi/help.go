package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"gongshi/internal/build"
)

// newHelp returns the help command. Cobra's own takes a command that there is not
// for a success.
func newHelp() *cobra.Command {
	return &cobra.Command{
		Use:   "help [COMMAND]",
		Short: "Show the commands, or more about one",
		RunE: func(cmd *cobra.Command, words []string) error {
			found, rest, err := cmd.Root().Find(words)
			if err != nil || len(rest) > 0 {
				return &build.Refusal{
					Text: fmt.Sprintf("there is no command %q", strings.Join(words, " ")),
					Hint: "the commands are " + strings.Join(commandNames(cmd.Root()), ", "),
				}
			}
			found.InitDefaultHelpFlag() // or else it is not listed
			return found.Help()
		},
	}
}

func commandNames(root *cobra.Command) []string {
	var names []string
	for _, c := range root.Commands() {
		if !c.Hidden {
			names = append(names, c.Name())
		}
	}
	return names
}
