package main

import (
	"github.com/spf13/cobra"
	"gongshi/internal/build"

	"gongshi/internal/diag"
	"gongshi/internal/serve"
)

func newServe(site *string) *cobra.Command {
	var addr string
	cmd := &cobra.Command{
		Use:   "serve",
		Short: "Show the site in a browser while it is being written",
		Long: `Serve shows the site on this machine alone. Save a file and reload the page to
see the change; problems are shown in its place until they are mended. The
published folder is never touched.`,
		Example: `  gongshi serve
  gongshi serve --addr 127.0.0.1:9000`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			out := newTerminal(cmd)
			return serve.Run(cmd.Context(), serve.Options{
				Site:  *site,
				Addr:  addr,
				Cache: build.CacheDir(*site),
				Say:   out.say,
				Report: func(problems diag.List) {
					out.report(problems)
					out.say(count(problems))
				},
			})
		},
	}
	cmd.Flags().StringVar(&addr, "addr", "", "the `host:port` to listen on (default a free port from 127.0.0.1:8080 on)")
	return cmd
}
