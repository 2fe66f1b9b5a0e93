package acceptance

import (
	"encoding/json"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// testHTMLValidate gives all pages to html-validate, in one run. It looks at what the
// Nu checker passes over: landmarks of the same name, native elements, redundant roles.
func (s *site) testHTMLValidate(t *testing.T) {
	node, tool := nodeTool(t, "html-validate/bin/html-validate.mjs")
	report := filepath.Join(t.TempDir(), "report.json")
	cmd := exec.Command(node, tool, "--config", "testdata/html-validate.json", "--formatter", "json="+report, s.dir)
	var exit *exec.ExitError
	if out, err := cmd.CombinedOutput(); err != nil && !errors.As(err, &exit) {
		t.Fatalf("%v\n%s", err, out)
	}
	data, err := os.ReadFile(report)
	if err != nil {
		t.Fatal(err)
	}
	var files []struct {
		FilePath string
		Messages []struct {
			RuleID  string
			Line    int
			Message string
		}
	}
	if err := json.Unmarshal(data, &files); err != nil {
		t.Fatalf("read the report of html-validate: %v\n%s", err, data)
	}
	for _, f := range files {
		for _, m := range f.Messages {
			t.Errorf("%s:%d: %s (%s)", strings.TrimPrefix(f.FilePath, s.dir), m.Line, m.Message, m.RuleID)
		}
	}
}

// nodeTool returns the path of Node, and of a program that package-lock.json pins.
func nodeTool(t *testing.T, name string) (node, tool string) {
	t.Helper()
	node, err := exec.LookPath("node")
	need(t, err == nil, "Node is not installed", "see nodejs.org")
	tool = filepath.Join(root, "node_modules", name)
	_, err = os.Stat(tool)
	need(t, err == nil, name+" is not installed", "run: npm ci")
	return node, tool
}
