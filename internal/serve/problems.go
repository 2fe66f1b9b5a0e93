package serve

import (
	"bytes"
	_ "embed"
	"fmt"
	"html/template"
	"io/fs"
	"net/http"
	"strings"

	"gongshi/internal/diag"
	"gongshi/internal/hosting"
)

// problemsStylePath is beside all outputs: none lies in this folder.
const problemsStylePath = "/.gongshi/problems.css"

//go:embed problems.css
var problemsStyle []byte

//go:embed problems.html
var problemsText string

var problemsPage = template.Must(template.New("problems").Parse(problemsText))

// problemsView is what problems.html sees.
type problemsView struct {
	Style    string
	Title    string // 2 problems
	Err      string // the machine's fault; may be ""
	Problems []problemView
}

// problemView is one problem.
type problemView struct {
	diag.Problem
	// The line at fault, cut at the character at fault. All are "" if no line is
	// named; only Before is not, if no character is.
	Before, At, After string
}

// sendProblems sends what stands between the user and the site.
func (p *preview) sendProblems(w http.ResponseWriter, e *edition) {
	view := problemsView{Style: problemsStylePath, Title: titleOf(e)}
	if e.err != nil {
		view.Err = e.err.Error()
	}
	for _, problem := range e.problems {
		v := problemView{Problem: problem}
		v.Before, v.At, v.After = cut(lineAt(p.folder, problem.Pos), problem.Pos.Col)
		view.Problems = append(view.Problems, v)
	}
	var page bytes.Buffer
	if err := problemsPage.Execute(&page, view); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", hosting.TypeOf(".html"))
	w.WriteHeader(http.StatusInternalServerError)
	_, _ = page.WriteTo(w) // a browser that has gone away is no fault
}

func titleOf(e *edition) string {
	problems, _ := e.problems.Count()
	switch {
	case e.err != nil:
		return "the site cannot be shown"
	case problems == 1:
		return "1 problem"
	}
	return fmt.Sprintf("%d problems", problems)
}

// lineAt returns the line of a position, "" if there is none.
func lineAt(folder fs.FS, pos diag.Pos) string {
	data, err := fs.ReadFile(folder, pos.File)
	if err != nil {
		return ""
	}
	lines := strings.Split(string(data), "\n")
	if pos.Line < 1 || pos.Line > len(lines) {
		return ""
	}
	return strings.TrimRight(lines[pos.Line-1], "\r")
}

// cut divides a line at its nth character, counted from 1.
func cut(line string, col int) (before, at, after string) {
	runes := []rune(line)
	if col < 1 || col > len(runes) {
		return line, "", ""
	}
	return string(runes[:col-1]), string(runes[col-1]), string(runes[col:])
}
