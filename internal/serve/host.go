package serve

import (
	"net"
	"net/netip"
	"strings"
)

// host is where the preview is, and so what a browser may call it. A page of a
// stranger can make its own name lead to this machine (DNS rebinding) and would
// then read the preview; but the browser still sends the stranger's name.
type host struct {
	name     string // localhost, 127.0.0.1, 192.0.2.1
	port     string
	everyone bool // the user asked to listen on all addresses of this machine
}

// hostOf returns the host of a listener.
func hostOf(addr net.Addr) host {
	name, port, err := net.SplitHostPort(addr.String())
	if err != nil {
		return host{name: addr.String()}
	}
	ip, err := netip.ParseAddr(name)
	if err == nil && ip.IsUnspecified() {
		return host{name: "localhost", port: port, everyone: true}
	}
	return host{name: name, port: port}
}

// url is the address to type into a browser.
func (h host) url() string { return "http://" + net.JoinHostPort(h.name, h.port) + "/" }

// is reports whether a request's Host header means the preview. The port does
// not matter: a stranger could use any.
func (h host) is(header string) bool {
	name := strings.ToLower(header)
	if bare, _, err := net.SplitHostPort(name); err == nil {
		name = bare
	}
	name = strings.Trim(name, "[]")
	if ip, err := netip.ParseAddr(name); err == nil {
		return ip.IsLoopback() || h.everyone || name == h.name
	}
	return name == "localhost" || strings.HasSuffix(name, ".localhost") || name == h.name
}
