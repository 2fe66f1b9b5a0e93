package build

import (
	"cmp"
	"context"
	"fmt"
	"net/url"

	"gongshi/internal/diag"
	"gongshi/internal/hosting"
)

// Policy says which headers a site is to be sent with, without building it. The
// problems are the content's, sorted.
func Policy(ctx context.Context, opts Options) (hosting.Policy, diag.List, error) {
	folder, err := Open(opts.Site)
	if err != nil {
		return hosting.Policy{}, nil, err
	}
	defer folder.Close()
	address, err := opts.address()
	if err != nil {
		return hosting.Policy{}, nil, err
	}
	site, problems, err := LoadUntil(ctx, folder.FS())
	if err != nil || problems.Blocks(opts.Strict) {
		return hosting.Policy{}, problems, err
	}
	base, err := url.Parse(cmp.Or(address, site.BaseURL))
	if err != nil {
		return hosting.Policy{}, nil, fmt.Errorf("read base URL: %w", err)
	}
	return hosting.PolicyOf(site, base.Path), problems, nil
}
