package acceptance

import (
	"context"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"gongshi/internal/hosting"
)

// asRoot is the policy of a site at the root of its host.
var asRoot = hosting.Policy{Base: "/", Codes: []string{"en"}}

// servers are the web servers that gongshi headers writes settings for: how each is
// started with a file of its own settings, in which the others are included.
var servers = []struct {
	name, debian string
	config       string // of the address, the published folder, and the settings for it
	args         []string
}{
	{"nginx", "nginx-light", `daemon off; master_process off; pid nginx.pid; error_log stderr crit;
events {}
http {
	access_log off; client_body_temp_path a; proxy_temp_path b; fastcgi_temp_path c; uwsgi_temp_path d; scgi_temp_path e;
	server { listen %s; root %s; include %s; }
}
`, []string{"-e", "stderr", "-p", ".", "-c"}},
	{"caddy", "caddy", `{
	admin off
	auto_https off
}
http://%s {
	root * %s
	import %s
	file_server
}
`, []string{"run", "--adapter", "caddyfile", "--config"}},
}

// TestServers publishes a site with real web servers, and compares what they send with
// the policy.
func TestServers(t *testing.T) {
	for _, s := range servers {
		t.Run(s.name, func(t *testing.T) {
			program, err := exec.LookPath(s.name)
			need(t, err == nil, s.name+" is not installed", "on Debian: apt-get install "+s.debian)
			public := smallSite(t)
			dir := t.TempDir()
			settings, _ := asRoot.For(s.name)
			included := write(t, filepath.Join(dir, "settings"), settings)
			address := freeAddress(t)
			config := write(t, filepath.Join(dir, "config"), fmt.Sprintf(s.config, address, public, included))
			start(t, program, append(s.args, config), dir)
			waitFor(t, address)
			checkServer(t, "http://"+address)
		})
	}
}

// smallSite writes files of the sorts that a build publishes.
func smallSite(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	for _, file := range []string{
		"index.html", "404.html", "en/index.html", "en/404.html", "about/index.html", "about/plan.pdf", "charts/bars/frame/index.html",
		"en/charts/bars/frame/index.html", "charts/bars.csv", "charts/bars.svg", "data/metrics.json", "assets/style.01.css", "sitemap.xml",
		"feed.atom", "feed.json", "en/feed.json", ".well-known/security.txt",
	} {
		write(t, filepath.Join(dir, filepath.FromSlash(file)), file)
	}
	return dir
}

func write(t *testing.T, name, text string) string {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	return name
}

// freeAddress returns an address of this machine that nobody listens on.
func freeAddress(t *testing.T) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	return l.Addr().String()
}

// start runs a program until the test ends.
func start(t *testing.T, program string, args []string, dir string) {
	t.Helper()
	ctx, stop := context.WithCancel(context.Background())
	cmd := exec.CommandContext(ctx, program, args...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "XDG_DATA_HOME="+dir, "XDG_CONFIG_HOME="+dir)
	cmd.Cancel = func() error { return cmd.Process.Signal(os.Interrupt) }
	cmd.WaitDelay = 5 * time.Second
	var said strings.Builder
	cmd.Stdout, cmd.Stderr = &said, &said
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		stop()
		_ = cmd.Wait() // it was interrupted
		if t.Failed() {
			t.Log(said.String())
		}
	})
}

// waitFor waits until a server answers.
func waitFor(t *testing.T, address string) {
	t.Helper()
	ctx, stop := context.WithTimeout(t.Context(), 10*time.Second)
	defer stop()
	tick := time.NewTicker(20 * time.Millisecond)
	defer tick.Stop()
	for {
		if conn, err := net.Dial("tcp", address); err == nil {
			conn.Close()
			return
		}
		select {
		case <-tick.C:
		case <-ctx.Done():
			t.Fatalf("nobody answers at %s", address)
		}
	}
}

// checkServer asks for a file of every sort, and for some that are not there.
func checkServer(t *testing.T, url string) {
	tests := []struct {
		path string
		code int
		file string // whose content comes
	}{
		{"/", 200, "index.html"},
		{"/en/", 200, "en/index.html"},
		{"/about/", 200, "about/index.html"},
		{"/about/plan.pdf", 200, "about/plan.pdf"},
		{"/charts/bars/frame/", 200, "charts/bars/frame/index.html"},
		{"/en/charts/bars/frame/", 200, "en/charts/bars/frame/index.html"},
		{"/charts/bars.csv", 200, "charts/bars.csv"},
		{"/charts/bars.svg", 200, "charts/bars.svg"},
		{"/data/metrics.json", 200, "data/metrics.json"},
		{"/assets/style.01.css", 200, "assets/style.01.css"},
		{"/sitemap.xml", 200, "sitemap.xml"},
		{"/feed.atom", 200, "feed.atom"},
		{"/feed.json", 200, "feed.json"},
		{"/en/feed.json", 200, "en/feed.json"},
		{"/.well-known/security.txt", 200, ".well-known/security.txt"},
		{"/nowhere/", 404, "404.html"},
		{"/en/nowhere/", 404, "en/404.html"},
		{"/assets/gone.css", 404, "404.html"},
	}
	for _, tt := range tests {
		res, err := http.Get(url + tt.path)
		if err != nil {
			t.Fatal(err)
		}
		body := make([]byte, 100)
		n, _ := res.Body.Read(body) // the files are shorter
		res.Body.Close()
		if res.StatusCode != tt.code || string(body[:n]) != tt.file {
			t.Errorf("%s: %d, %q; want %d, %q", tt.path, res.StatusCode, body[:n], tt.code, tt.file)
		}
		want := asRoot.Headers(tt.path)
		if tt.code == http.StatusNotFound {
			want = asRoot.Headers("/" + tt.file) // what is not there may be there tomorrow
		}
		for _, h := range append(want, hosting.Header{Name: "Content-Type", Value: asRoot.TypeOf("/" + tt.file)}) {
			if got := res.Header.Values(h.Name); len(got) != 1 || got[0] != h.Value {
				t.Errorf("%s: %s is %q, want %q", tt.path, h.Name, got, h.Value)
			}
		}
	}
}
