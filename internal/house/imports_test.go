// Package house holds tests that look at the code as a whole: who may import
// whom, how large a room may grow, and what no file may contain. The picture
// behind the tables is in ARCHITECTURE.md; change both in one commit.
package house

import (
	"encoding/json"
	"errors"
	"io"
	"maps"
	"os/exec"
	"path"
	"slices"
	"strings"
	"testing"
)

// root is the repository's folder, as seen from this package.
const root = "../.."

// plan lists every room and the rooms that it may import. Arrows go down: data
// is made below and used above. load, check and render never import one
// another: they meet in report, so that each can be read, and tested, alone.
var plan = map[string][]string{
	"cmd/gongshi": {"build", "serve", "edit", "hosting", "diag", "sites"},

	"serve": {"build", "render", "hosting", "diag"},
	"build": {"load", "check", "proof", "look", "render", "hosting", "chart", "npm", "stage", "templates", "report", "route", "diag", "privacy", "picture", "share", "store"},

	"edit": {"report", "route", "markdown", "locale"}, // changes files on behalf of an editor

	"load":   {"tomlfile", "report", "facet", "markdown", "locale", "diag", "picture", "brand"},
	"check":  {"report", "route", "tabulate", "locale", "diag", "proof", "gov", "hosting"},
	"proof":  {"report", "facet", "route", "answer", "markdown", "locale", "diag", "typed", "privacy"}, // the rules that read prose
	"render": {"caption", "edition", "indexed", "search", "report", "route", "locale", "diag", "compose", "look", "dataset", "feed", "calendar", "share", "tabulate", "hosting"},

	// the site in one language: its pages
	"edition": {"titles", "report", "route", "facet", "markdown", "locale", "diag", "compose", "look", "view", "present", "dataset", "catalogue", "digest", "feed", "calendar", "linked", "teaser", "share", "atlas", "gov"},

	"indexed":   {"titles", "search", "report", "route", "view"},                                                              // what of each page can be found
	"titles":    {"compose", "report"},                                                                                        // what each page is called
	"compose":   {"caption", "report", "route", "answer", "markdown", "chart", "look", "view", "present", "plot", "tabulate"}, // prose with figures, charts and pictures in place
	"digest":    {"caption", "compose", "present", "tabulate", "report", "view"},                                              // the whole programme on one page
	"plot":      {"caption", "chart", "present", "tabulate", "report", "view"},                                                // a table -> what is to be drawn
	"caption":   {"present", "tabulate", "report", "locale", "view"},                                                          // what a chart shows, in words
	"present":   {"report", "facet", "answer", "markdown", "locale", "view"},
	"teaser":    {"report", "present", "share", "view"},                       // what the share image of a page says
	"catalogue": {"hosting", "report", "route", "dataset", "present", "view"}, // the data files, and the view of the page about them
	"dataset":   {"hosting", "report", "route", "tabulate", "locale", "sheet"},
	"look":      {"locale", "diag", "brand"},
	"search":    {}, // texts -> the index that a browser searches
	"view":      {}, // all that templates see

	"feed":     {"hosting", "report", "route", "compose", "locale"},         // what is new, for programs
	"calendar": {"report", "present", "locale"},                             // when newer values are to come, for programs
	"linked":   {"hosting", "report", "route", "present", "locale", "view"}, // what a page is about, for programs
	"atlas":    {"report", "route", "locale", "view", "present"},            // lists to find one's way by

	"gov":      {"report", "route", "locale", "diag", "view"},       // what a government site in China must say of itself
	"hosting":  {"report", "locale", "diag"},                        // headers, and files for hosts and robots
	"tabulate": {"report", "locale", "diag"},                        // a chart's definition -> the table that it shows
	"typed":    {"report", "markdown", "locale", "diag", "numeral"}, // numbers that were typed instead of named
	"numeral":  {"locale", "clue"},                                  // the numbers that people type
	"clue":     {},                                                  // which of many patterns are worth a try
	"answer":   {"report", "markdown", "locale", "diag"},            // what references in prose stand for
	"tomlfile": {"locale", "diag"},                                  // TOML with the place of every key and value
	"route":    {"report", "locale"},                                // which addresses there are, and what a link leads to
	"facet":    {"report", "diag"},                                  // projects, sorted by area, level and the like
	"report":   {"markdown", "picture", "locale", "diag", "ordered", "brand"},
	"ordered":  {}, // things in the author's order, by id
	"markdown": {"anchor", "cjk", "diag"},
	"anchor":   {"diag"},            // the ids of headings
	"cjk":      {},                  // what Markdown does wrong in Chinese
	"sheet":    {"locale"},          // workbooks, as spreadsheets open them
	"brand":    {"picture", "diag"}, // what a publisher chooses of the look: colours that can be read, an emblem that is harmless
	"picture":  {},                  // a picture -> the same in a few sizes, and nothing but pixels
	"share":    {},                  // a card -> the picture by which a page is shown elsewhere
	"locale":   {},
	"diag":     {},

	"chart":          {"svg", "chart/ink", "chart/line", "chart/option"}, // it draws what it is given, and knows nothing of reports
	"chart/line":     {"svg", "chart/ink", "chart/option", "chart/place"},
	"chart/option":   {"svg", "chart/ink"},
	"chart/ink":      {"svg"},
	"chart/place":    {},
	"svg":            {"store"},   // it knows options of ECharts, not what they are about
	"store":          {},          // what took long to make, on disk
	"npm":            {"gongshi"}, // it fetches the versions that the package-lock.json at the root pins
	"privacy":        {"words"},   // it reads files as they are published, and knows nothing of reports
	"words":          {},
	"stage":          {},
	"templates":      {},
	"sites":          {}, // the folders of sites that come with the program
	"sites/drawings": {}, // draws the pictures of one of them
	"gongshi":        {}, // the root package embeds files of the repository
}

// doors lists every library and the rooms that may import it. With one door
// each, a library can be replaced by changing one room.
var doors = map[string][]string{
	"github.com/BurntSushi/toml":          {"tomlfile", "look"}, // look: the wording of the templates is TOML too
	"github.com/arran4/golang-ical":       {"calendar"},
	"github.com/agnivade/levenshtein":     {"diag"},
	"github.com/go-echarts/go-echarts/v2": {"chart", "chart/line", "chart/option"},
	"github.com/rogpeppe/go-internal":     {"stage"}, // its lockedfile
	"github.com/spf13/cobra":              {"cmd/gongshi"},
	"github.com/xuri/excelize/v2":         {"sheet"},
	"github.com/yuin/goldmark":            {"markdown", "cjk"}, // cjk: it changes how goldmark reads
	"golang.org/x/image/font":             {"share"},
	"golang.org/x/image/math":             {"share"},
	"golang.org/x/image/vector":           {"share"},
	"golang.org/x/image/webp":             {"picture"},
	"golang.org/x/sys":                    {"stage"},
	"golang.org/x/term":                   {"cmd/gongshi"},
	"golang.org/x/text":                   {"locale"},
	"golang.org/x/text/unicode/norm":      {"privacy", "search"},
	"modernc.org/quickjs":                 {"svg"},
}

// A room is one of our packages. Imports holds what the program imports, not
// what tests do: a test may come from anywhere.
type room struct {
	name    string
	imports []string // full import paths, sorted
}

func TestRoomsImportOnlyWhatThePlanAllows(t *testing.T) {
	for _, r := range rooms(t) {
		allowed, planned := plan[r.name]
		if !planned {
			t.Errorf("room %s is not in the plan: add it to the table here and to the picture in ARCHITECTURE.md", r.name)
			continue
		}
		for _, imported := range r.imports {
			name, ours := roomName(imported)
			if ours && !slices.Contains(allowed, name) {
				t.Errorf("%s imports %s, an arrow that the plan does not have; %s may import: %s", r.name, name, r.name, list(allowed))
			}
		}
	}
}

func TestLibrariesHaveOneDoor(t *testing.T) {
	for _, r := range rooms(t) {
		for _, imported := range r.imports {
			if !isLibrary(imported) {
				continue
			}
			library, known := libraryOf(imported)
			if !known {
				t.Errorf("%s imports %s, which has no door: add it to the table here, with the one room that may import it", r.name, imported)
				continue
			}
			if !slices.Contains(doors[library], r.name) {
				t.Errorf("%s imports %s; its door is: %s", r.name, imported, list(doors[library]))
			}
		}
	}
}

func TestPlanHasNoRoomThatIsGone(t *testing.T) {
	gone := maps.Clone(plan)
	for _, r := range rooms(t) {
		delete(gone, r.name)
	}
	for name := range gone {
		t.Errorf("the plan has room %s, but there is no such package: take it out of the table and of ARCHITECTURE.md", name)
	}
}

// The tables allow no more than the code needs: else the picture shows arrows and
// doors that are not there.
func TestPlanHasNothingThatIsUnused(t *testing.T) {
	used := map[string]bool{}
	for _, r := range rooms(t) {
		for _, imported := range r.imports {
			if name, ours := roomName(imported); ours {
				used[r.name+" -> "+name] = true
			} else if library, known := libraryOf(imported); known {
				used[library+" at "+r.name] = true
			}
		}
	}
	for room, allowed := range plan {
		for _, name := range allowed {
			if !used[room+" -> "+name] {
				t.Errorf("the plan lets %s import %s, which it does not", room, name)
			}
		}
	}
	for library, rooms := range doors {
		for _, room := range rooms {
			if !used[library+" at "+room] {
				t.Errorf("%s has a door in %s, which does not use it", library, room)
			}
		}
	}
}

// rooms returns all packages of the module that are more than tests.
func rooms(t *testing.T) []room {
	t.Helper()
	cmd := exec.Command("go", "list", "-json=ImportPath,GoFiles,Imports", "./...")
	cmd.Dir = root
	out, err := cmd.Output()
	if err != nil {
		var exit *exec.ExitError
		if errors.As(err, &exit) {
			t.Fatalf("%s: %v\n%s", cmd, err, exit.Stderr)
		}
		t.Fatalf("%s: %v", cmd, err)
	}
	return decodeRooms(t, strings.NewReader(string(out)))
}

// decodeRooms reads the stream of JSON objects that go list prints.
func decodeRooms(t *testing.T, r io.Reader) []room {
	t.Helper()
	var found []room
	for dec := json.NewDecoder(r); ; {
		var p struct {
			ImportPath       string
			GoFiles, Imports []string
		}
		if err := dec.Decode(&p); errors.Is(err, io.EOF) {
			return found
		} else if err != nil {
			t.Fatalf("read the answer of go list: %v", err)
		}
		if name, ours := roomName(p.ImportPath); ours && len(p.GoFiles) > 0 {
			found = append(found, room{name, p.Imports})
		}
	}
}

// roomName returns the name that the plan uses for one of our packages. It
// reports false for all others.
func roomName(importPath string) (string, bool) {
	if importPath == "gongshi" {
		return importPath, true
	}
	rest, ours := strings.CutPrefix(importPath, "gongshi/")
	return strings.TrimPrefix(rest, "internal/"), ours
}

// isLibrary reports whether a package comes from elsewhere: such paths begin
// with a host, and those of the standard library never do.
func isLibrary(importPath string) bool {
	first, _, _ := strings.Cut(importPath, "/")
	return strings.Contains(first, ".")
}

// libraryOf returns the row of doors that a package belongs to.
func libraryOf(importPath string) (string, bool) {
	for p := importPath; p != "."; p = path.Dir(p) {
		if _, ok := doors[p]; ok {
			return p, true
		}
	}
	return "", false
}

// list joins names for a sentence.
func list(names []string) string {
	if len(names) == 0 {
		return "none"
	}
	return strings.Join(names, ", ")
}
