// Package serve shows a site while it is being written. It renders a page when a
// browser asks for it, from files as they are at that moment, and never writes to
// the published folder.
package serve

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"strconv"
	"time"

	"gongshi/internal/build"
	"gongshi/internal/diag"
)

// Without an address of the user's choice the preview is on the first free port
// of a few.
const (
	loopback   = "127.0.0.1"
	firstPort  = 8080
	sparePorts = 50
)

// Nobody but the user's own browser is at the other end; the limits are for
// connections that it forgets. Answers may wait for a whole site to be loaded.
const (
	readLimit  = 10 * time.Second
	writeLimit = 2 * time.Minute
	idleLimit  = 2 * time.Minute
	grace      = 3 * time.Second // for answers under way when the user stops the preview
)

// Options says what to show and where.
type Options struct {
	Site   string          // the site's folder
	Addr   string          // host:port; "" is a free port of this machine, for itself alone
	Cache  string          // the folder for what npm fetches and for finished drawings and pictures
	Say    func(string)    // gets what a person should know: the address, what is being fetched
	Report func(diag.List) // gets the problems, whenever they change
}

// Run shows a site until ctx ends.
func Run(ctx context.Context, opts Options) error {
	folder, err := build.Open(opts.Site)
	if err != nil {
		return err
	}
	defer folder.Close()
	listener, err := listen(opts.Addr)
	if err != nil {
		return err
	}
	host := hostOf(listener.Addr())
	p := newPreview(ctx, folder.FS(), host, opts)
	p.refresh()
	opts.Say(fmt.Sprintf("the preview is at %s (stop it with Ctrl-C)", host.url()))
	return serve(ctx, listener, p)
}

// serve answers until ctx ends, and then finishes what is under way.
func serve(ctx context.Context, listener net.Listener, handler http.Handler) error {
	server := &http.Server{
		Handler:     handler,
		ReadTimeout: readLimit, WriteTimeout: writeLimit, IdleTimeout: idleLimit,
	}
	failed := make(chan error, 1)
	go func() { failed <- server.Serve(listener) }()
	select {
	case err := <-failed:
		return fmt.Errorf("serve the preview: %w", err)
	case <-ctx.Done():
	}
	last, cancel := context.WithTimeout(context.WithoutCancel(ctx), grace)
	defer cancel()
	if err := server.Shutdown(last); errors.Is(err, context.DeadlineExceeded) {
		return server.Close()
	}
	return nil
}

// listen takes the address that the user asked for, and no other; or else the
// first free port.
func listen(addr string) (net.Listener, error) {
	if addr == "" {
		return listenAnywhere()
	}
	if err := canListen(addr); err != nil {
		return nil, &build.Refusal{
			Text: fmt.Sprintf("%q is not an address to listen on: %v", addr, err),
			Hint: fmt.Sprintf("write host:port, such as %s:%d", loopback, firstPort),
		}
	}
	return net.Listen("tcp", addr)
}

// canListen says what is wrong with an address as it was typed.
func canListen(addr string) error {
	_, port, err := net.SplitHostPort(addr)
	if err != nil {
		return err
	}
	_, err = net.LookupPort("tcp", port)
	return err
}

func listenAnywhere() (listener net.Listener, err error) {
	for port := firstPort; port <= firstPort+sparePorts; port++ {
		listener, err = net.Listen("tcp", net.JoinHostPort(loopback, strconv.Itoa(port)))
		if err == nil {
			return listener, nil
		}
	}
	return nil, fmt.Errorf("find a free port from %d on: %w", firstPort, err)
}
