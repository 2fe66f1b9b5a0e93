package markdown

import (
	"bytes"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"gongshi/internal/diag"
)

// idForm is what a metric's or chart's id looks like.
var idForm = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)

// ValidID reports whether s may be an id: small letters, digits and single
// hyphens, as it becomes part of an address.
func ValidID(s string) bool { return idForm.MatchString(s) }

// dateForm is what a date looks like in a reference.
var dateForm = regexp.MustCompile(`^\d{4}-\d{2}-\d{2}$`)

// howTo shows how each form is written.
const howTo = "write {{id}}, {{id value}}, {{id as-of}}, {{id 2024-06-30}}, {{id change 2024-06-30}}, {{id share other-id}}, {{id rank area term}}, {{id area term}}, {{id target}} or {{this.id}}"

// refEnd returns where the }} of a reference stands in a text that begins with {{. It
// is less than 0 where there is none before the next reference, which begins at cut;
// that is 0 where there is no next one.
func refEnd(text string) (end, cut int) {
	end = strings.Index(text, "}}")
	if next := strings.Index(text[len("{{"):], "{{") + len("{{"); next >= len("{{") && next < end && !strings.HasPrefix(text, `{{"`) {
		return -1, next
	}
	return end, 0
}

// readRef reads what stands between {{ and }}.
func readRef(pos diag.Pos, inner string) (*Ref, *diag.Problem) {
	words := strings.Fields(inner)
	fail := func(hint, format string, args ...any) (*Ref, *diag.Problem) {
		p := diag.At(pos, format, args...).WithHint("%s", hint)
		return nil, &p
	}
	switch {
	case len(words) == 0:
		return fail(howTo, "empty reference {{}}")
	case words[0] == "chart":
		return fail("put {{chart …}} on a line by itself, with an empty line before and after", "chart within a sentence; a chart stands alone on its line")
	}
	ref := &Ref{Pos: pos, ID: words[0], Args: words[1:]}
	ref.ID, ref.Own = strings.CutPrefix(ref.ID, "this.")
	if near := strings.ToLower(strings.ReplaceAll(ref.ID, "_", "-")); near != ref.ID && ValidID(near) {
		return fail(fmt.Sprintf("did you mean %q?", near), "reference {{%s}}: %q is not an id; an id has small letters, digits and hyphens", inner, ref.ID)
	}
	if !ValidID(ref.ID) {
		return fail(howTo, "reference {{%s}}: %q is not an id; an id has small letters, digits and hyphens", inner, ref.ID)
	}
	if len(ref.Args) > 0 && !selects(ref.Args[0]) {
		ref.Form, ref.Args = Form(ref.Args[0]), ref.Args[1:]
		if !slices.Contains(Forms, ref.Form) {
			return fail(howTo, "reference {{%s}}: %q is not a form; allowed are a date, value, as-of, change, share, rank, target, %s", inner, ref.Form, strings.Join(Breakdowns, ", "))
		}
	}
	if !ref.argsFit() {
		return fail(howTo, "reference {{%s}} has other words after it than it takes", inner)
	}
	return ref, nil
}

// target is the word for the number that is to be reached.
const target = "target"

// Breakdowns are what a metric's value may be broken down by, as package report
// names them.
var Breakdowns = []string{"level", "category", "area", "status", "organisation"}

// selects reports whether a word after the id says which value is meant, and not
// what is said of it.
func selects(word string) bool {
	return dateForm.MatchString(word) || word == target || slices.Contains(Breakdowns, word)
}

// Which says of which value a reference speaks. The zero value is the metric's
// newest.
type Which struct {
	Target     bool   // what is to be reached, instead of what was
	Kind, Term string // of a breakdown; "" for the whole
	Date       string // "" for the newest
}

// Which reads the words after the form of a reference that is no change, share or
// rank. It reports false when it does not understand them.
func (r *Ref) Which() (w Which, ok bool) {
	args := r.Args
	switch {
	case len(args) > 0 && args[0] == target:
		w.Target, args = true, args[1:]
	case len(args) > 1 && slices.Contains(Breakdowns, args[0]):
		w.Kind, w.Term, args = args[0], args[1], args[2:]
	}
	if len(args) > 0 && dateForm.MatchString(args[0]) {
		w.Date, args = args[0], args[1:]
	}
	return w, len(args) == 0
}

// argsFit reports whether a reference has as many words after its form, and of
// such a kind, as the form takes.
func (r *Ref) argsFit() bool {
	n, dates := len(r.Args), true
	for _, a := range r.Args {
		dates = dates && dateForm.MatchString(a)
	}
	which, understood := r.Which()
	switch {
	case r.Own && slices.Contains([]Form{Change, Share, Rank}, r.Form):
		return false
	case r.Own:
		return understood && which.Kind == "" && which.Date == ""
	case r.Form == Share:
		return n == 1
	case r.Form == Rank:
		return n == 2
	case r.Form == Change:
		return dates && (n == 1 || n == 2)
	}
	return understood
}

// literalText returns what is written between {{" and "}}: text that is printed
// as it is and that no rule reads, for a number that is meant.
func literalText(inner string) (string, bool) {
	inner = strings.TrimSpace(inner)
	if len(inner) < 2 || inner[0] != '"' || inner[len(inner)-1] != '"' {
		return "", false
	}
	return inner[1 : len(inner)-1], true
}

// literalNode is such a text in goldmark's tree.
type literalNode struct {
	ast.BaseInline
	text string
}

var kindLiteral = ast.NewNodeKind("Literal")

func (*literalNode) Kind() ast.NodeKind              { return kindLiteral }
func (n *literalNode) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

// refNode is a reference in goldmark's tree.
type refNode struct {
	ast.BaseInline
	ref *Ref
}

var kindRef = ast.NewNodeKind("Reference")

func (*refNode) Kind() ast.NodeKind              { return kindRef }
func (n *refNode) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

// isFigure reports whether a node is printed as a figure, or what is meant as one.
func isFigure(n ast.Node) bool { return n.Kind() == kindRef || n.Kind() == kindLiteral }

// refParser reads {{…}} within a line.
type refParser struct{}

func (refParser) Trigger() []byte { return []byte{'{'} }

func (refParser) Parse(_ ast.Node, block text.Reader, pc parser.Context) ast.Node {
	line, segment := block.PeekLine()
	if !bytes.HasPrefix(line, []byte("{{")) {
		return nil
	}
	s := pc.Get(scanKey).(*scan)
	end, cut := refEnd(string(line))
	if end < 0 && segment.Start < s.unclosed {
		return nil // reported at the first one of this line
	}
	if end < 0 {
		s.unclosed = segment.Stop
		if cut > 0 {
			s.unclosed = segment.Start + cut
		}
		s.report(segment.Start, "reference that begins with {{ has no }} on the same line").
			Hint = `close it with }}, or write \{{ to print two braces`
		return nil
	}
	block.Advance(end + 2)
	if text, ok := literalText(string(line[2:end])); ok {
		n := &literalNode{text: text}
		n.SetPos(segment.Start)
		return n
	}
	ref, problem := readRef(s.pos(segment.Start), string(line[2:end]))
	if problem != nil {
		s.problems.Add(*problem)
		return ast.NewString(nil)
	}
	n := &refNode{ref: ref}
	n.SetPos(segment.Start)
	return n
}

// chartNode is a chart's place in goldmark's tree.
type chartNode struct {
	ast.BaseBlock
	chart *Chart
}

var kindChart = ast.NewNodeKind("ChartPlace")

func (*chartNode) Kind() ast.NodeKind              { return kindChart }
func (n *chartNode) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

// chartLine matches a chart alone on its line.
var chartLine = regexp.MustCompile(`^\{\{\s*chart\s+([^\s{}]+)\s*\}\}\s*$`)

// chartParser reads {{chart id}} between paragraphs.
type chartParser struct{}

func (chartParser) Trigger() []byte { return []byte{'{'} }

func (chartParser) Open(_ ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, segment := reader.PeekLine()
	indent := pc.BlockOffset()
	if indent < 0 {
		return nil, parser.NoChildren
	}
	m := chartLine.FindSubmatch(line[indent:])
	if m == nil {
		return nil, parser.NoChildren
	}
	s := pc.Get(scanKey).(*scan)
	at := segment.Start + indent
	n := &chartNode{chart: &Chart{Pos: s.pos(at), ID: string(m[1])}}
	n.SetPos(at)
	reader.AdvanceToEOL()
	return n, parser.NoChildren
}

func (chartParser) Continue(ast.Node, text.Reader, parser.Context) parser.State { return parser.Close }
func (chartParser) Close(ast.Node, text.Reader, parser.Context)                 {}
func (chartParser) CanInterruptParagraph() bool                                 { return true }
func (chartParser) CanAcceptIndentedLine() bool                                 { return false }
