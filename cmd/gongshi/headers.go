package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"gongshi/internal/build"
	"gongshi/internal/hosting"
)

func newHeaders(site *string) *cobra.Command {
	var opts build.Options
	cmd := &cobra.Command{
		Use:   "headers " + strings.Join(hosting.Forms, "|"),
		Short: "Print the settings that a web server needs",
		Long: `headers prints, for a web server of your own, the content types of the site's
files and the headers to send them with: what a page may load, who may show it
within his own, how long a browser may keep it. A site at Netlify or Cloudflare
Pages needs none of this: the built site has the same in its file _headers.`,
		Example: `  gongshi headers nginx > gongshi.conf     then: include gongshi.conf; in the server block
  gongshi headers caddy > gongshi.caddy    then: import gongshi.caddy in the block of the site`,
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, words []string) error {
			if err := notEmpty(cmd, "base-url"); err != nil {
				return err
			}
			opts.Site = *site
			return runHeaders(cmd, opts, words[0])
		},
	}
	cmd.Flags().StringVar(&opts.BaseURL, "base-url", "", "the site's `address` (default base_url of config.toml)")
	return cmd
}

func runHeaders(cmd *cobra.Command, opts build.Options, form string) error {
	if _, ok := (hosting.Policy{}).For(form); !ok {
		return &build.Refusal{
			Text: fmt.Sprintf("there are no settings for %q", form),
			Hint: "the servers are " + strings.Join(hosting.Forms, ", "),
		}
	}
	policy, problems, err := build.Policy(cmd.Context(), opts)
	if err != nil {
		return err
	}
	if problems.Blocks(false) {
		out := newTerminal(cmd)
		out.report(problems)
		out.say(count(problems))
		return errContent
	}
	text, _ := policy.For(form)
	fmt.Fprint(cmd.OutOrStdout(), text)
	return nil
}
