package edit

import (
	"fmt"
	"maps"
	"os"
	"path"
	"slices"
	"strings"

	"gongshi/internal/locale"
	"gongshi/internal/markdown"
	"gongshi/internal/report"
	"gongshi/internal/route"
)

// Thing is something that an editor may begin within a site.
type Thing string

// The things that an editor may begin.
const (
	Project Thing = "project"
	Page    Thing = "page"
	Metric  Thing = "metric"
	Chart   Thing = "chart"
)

// Misnamed is an error: a thing cannot have the id that it was to get.
type Misnamed struct {
	ID   string
	Hint string
}

func (e *Misnamed) Error() string { return fmt.Sprintf("%q cannot be the name", e.ID) }

// Unready is an error: nothing can be begun before a file is mended.
type Unready struct {
	File string
	Why  string // "cannot be read"
}

func (e *Unready) Error() string { return e.File + " " + e.Why }

// Add writes the files of a new thing, with the keys that it needs and what the
// site has for them, and returns their names. What only an editor knows is left
// empty, and check asks for it. No file is ever replaced: see [Taken].
func Add(root *os.Root, site *report.Site, what Thing, id string) ([]string, error) {
	if err := ready(site, what); err != nil {
		return nil, err
	}
	if err := mayBe(site, what, id); err != nil {
		return nil, err
	}
	switch what {
	case Project:
		files := writings(site, "content/projects/"+id, "title", "summary")
		files["content/projects/"+id+"/project.toml"] = projectFile(site)
		return add(root, files)
	case Page:
		return add(root, writings(site, "content/"+id, "title"))
	case Metric:
		return add(root, map[string][]byte{"content/metrics/" + id + ".toml": metricFile(site, id)})
	}
	return add(root, map[string][]byte{"content/charts/" + id + ".toml": chartFile(site, id)})
}

// needs lists the files, and the folders of files, that say what a thing of each
// sort may be called and what stands in it.
var needs = map[Thing][]string{
	Project: {"content/vocabulary.toml", "content/sources.toml", report.MetricsDir},
	Page:    {"content/charts", report.MetricsDir},
	Metric:  {"content/sources.toml", report.MetricsDir},
	Chart:   {"content/charts", report.MetricsDir},
}

// ready reports whether all is known that a new thing depends on.
func ready(site *report.Site, what Thing) error {
	config := site.Pos.File
	for _, name := range slices.Sorted(maps.Keys(site.Unread)) {
		if isFile := path.Ext(name) == ".toml"; !isFile {
			continue // a folder that has such a file
		}
		if name == config || slices.Contains(needs[what], name) || slices.Contains(needs[what], path.Dir(name)) {
			return &Unready{name, "cannot be read"}
		}
	}
	if len(site.Languages) == 0 {
		return &Unready{config, "names no language that gongshi knows"}
	}
	return nil
}

// mayBe reports whether a thing may have an id.
func mayBe(site *report.Site, what Thing, id string) error {
	parts := []string{id}
	if what == Page {
		parts = strings.Split(id, "/")
	}
	if slices.ContainsFunc(parts, func(part string) bool { return !markdown.ValidID(part) }) {
		return &Misnamed{id, "use small letters a-z, digits and single hyphens: it becomes part of an address"}
	}
	if first, reserved := route.Reserves(site, id); what == Page && reserved {
		return &Misnamed{id, "the site itself uses /" + first + "/"}
	}
	metric, isMetric := site.Metrics.Get(id)
	chart, isChart := site.Charts.Get(id)
	switch {
	case what == Metric && isMetric:
		return &Misnamed{id, "the metric is there already, in " + metric.Pos.File}
	case what == Chart && isChart:
		return &Misnamed{id, "the chart is there already, in " + chart.Pos.File}
	case what == Page && route.Occupies(site, "/"+id+"/"):
		return &Misnamed{id, "the site itself uses /" + id + "/"}
	case what == Page && parts[0] == "projects" && len(parts) > 1:
		return &Misnamed{id, "for a project, use gongshi new project " + strings.Join(parts[1:], "-")}
	}
	return nil
}

// writings are the files of a page, one for each language.
func writings(site *report.Site, folder string, keys ...string) map[string][]byte {
	text := "+++\n"
	for _, key := range keys {
		text += key + " = \"\"\n"
	}
	files := map[string][]byte{}
	for _, l := range site.Languages {
		files[folder+"/index."+l.Code+".md"] = []byte(text + "+++\n")
	}
	return files
}

// empty is a text to be written in every language.
func empty(site *report.Site) string {
	var parts []string
	for _, l := range site.Languages {
		parts = append(parts, l.Code+` = ""`)
	}
	return "{ " + strings.Join(parts, ", ") + " }"
}

// emptyUnit is a unit to be written in every language and plural category.
func emptyUnit(site *report.Site) string {
	var parts []string
	for _, l := range site.Languages {
		if len(l.Plurals) == 1 {
			parts = append(parts, l.Code+` = ""`)
			continue
		}
		var forms []string
		for _, p := range l.Plurals {
			forms = append(forms, string(p)+` = ""`)
		}
		parts = append(parts, l.Code+" = { "+strings.Join(forms, ", ")+" }")
	}
	return "{ " + strings.Join(parts, ", ") + " }"
}

// newestSource is the source that a new thing most likely comes from.
func newestSource(site *report.Site) (id string, date locale.Date) {
	for s := range site.Sources.All() {
		if id == "" || s.Date.Compare(date) > 0 {
			id, date = s.ID, s.Date.Date
		}
	}
	return id, date
}

// terms lists the ids of a list of the vocabulary, for a comment.
func terms(site *report.Site, kind report.TermKind) string {
	return strings.Join(site.Vocabulary[kind].IDs(), ", ")
}

// projectFile is project.toml with what every project must have. What may be left
// out stands in comments, with the ids that the site knows.
func projectFile(site *report.Site) []byte {
	statuses := site.Vocabulary[report.StatusTerm].IDs()
	status := string(report.InProgress)
	if !slices.Contains(statuses, status) && len(statuses) > 0 {
		status = statuses[0]
	}
	source, _ := newestSource(site)
	var b strings.Builder
	fmt.Fprintf(&b, "status = %q # %s\nsource = %q # %s\n\n", status, strings.Join(statuses, ", "), source, strings.Join(site.Sources.IDs(), ", "))
	b.WriteString("# Take away the # where it is known. 已知的，去掉行首的#。\n")
	for _, kind := range []report.TermKind{report.Level, report.Category, report.Area} {
		if ids := terms(site, kind); ids != "" {
			fmt.Fprintf(&b, "# %s = \"\" # %s\n", kind, ids)
		}
	}
	fmt.Fprintf(&b, "# lead = %s\n", empty(site))
	if ids := terms(site, report.Organisation); ids != "" {
		fmt.Fprintf(&b, "# lead_body = \"\" # %s\n# support = [\"\"] # %s\n", ids, ids)
	}
	b.WriteString("# started = 2024-03-01\n# due = 2024-12-31\n# completed = 2024-10-20\n")
	counted := countable(site)
	fmt.Fprintf(&b, projectTables, firstOr(counted, "metric"), strings.Join(counted, ", "), empty(site))
	return []byte(b.String())
}

// projectTables are the tables that a project may have: a metric, all of them, and a text
// are filled in.
const projectTables = `
# What it promised, and the results by date. 计划完成的数量，各日期的完成数。
# [deliver.%[1]s] # %[2]s
# target = 10
# values."2024-06-30" = 4

# What it contributes besides, of other metrics. 另外计入其他指标的数量。
# [counts]
# %[1]s = 1

# [schedule]
# state = "behind" # ahead, on-time, behind
# reason = %[3]s

# [milestones]
# "2024-05-10" = %[3]s

# [planned]
# "2024-11-30" = %[3]s
`

// countable lists the metrics that a project may contribute to: a ratio is computed, and
// what it is computed from is for the most part the number of all projects, so that comes
// last.
func countable(site *report.Site) []string {
	var ids, parts []string
	of := map[string]bool{}
	for m := range site.Metrics.All() {
		for _, part := range m.Of {
			of[part.ID] = true
		}
	}
	for m := range site.Metrics.All() {
		switch {
		case of[m.ID]:
			parts = append(parts, m.ID)
		case m.Kind != report.Ratio:
			ids = append(ids, m.ID)
		}
	}
	return append(ids, parts...)
}

// metricFile is a metric whose value nobody has written yet, which is not a zero.
func metricFile(site *report.Site, id string) []byte {
	source, date := newestSource(site)
	return fmt.Appendf(nil, "[%s]\nname = %s\nunit = %s\nkind = \"count\" # %s\ndefinition = %s\nsource = %q # %s\nvalues.%q = { missing = true }\n",
		id, empty(site), emptyUnit(site), list(report.Kinds), empty(site), source, strings.Join(site.Sources.IDs(), ", "), date)
}

// chartFile is a chart of the site's first metric.
func chartFile(site *report.Site, id string) []byte {
	return fmt.Appendf(nil, "[%s]\nkind = \"bar\" # %s\ntitle = %s\nmetrics = [%q] # %s\n",
		id, list(report.ChartKinds), empty(site), firstOr(site.Metrics.IDs(), "metric"), strings.Join(site.Metrics.IDs(), ", "))
}

func firstOr(ids []string, other string) string {
	if len(ids) == 0 {
		return other
	}
	return ids[0]
}

// list joins words for a comment.
func list[T ~string](items []T) string {
	var b strings.Builder
	for i, item := range items {
		if i > 0 {
			b.WriteString(", ")
		}
		b.WriteString(string(item))
	}
	return b.String()
}
