package report

import (
	"net/url"
	"path"
	"slices"
	"strings"
)

// The sections that every site has. A page of the same address adds its title
// and prose to them.
const (
	HomePath        = "/"
	ProjectsPath    = "/projects/"
	MetricsPath     = "/metrics/"
	ChartsPath      = "/charts/"
	UpdatesPath     = "/updates/"          // dated notes; only where there are any
	MethodPath      = "/how-we-count/"     // with the table that compares sums and totals
	CorrectionsPath = "/corrections/"      // every change of a published value
	StatusPath      = "/reporting-status/" // what is known of each figure, and what is not
	ReportPath      = "/report/"           // the whole programme on one page, to be printed
	DataPath        = "/data/"             // every data file, and what its columns mean
	SearchPath      = "/search/"

	GlossaryPath      = "/glossary/"      // words with their names in every language
	AccessibilityPath = "/accessibility/" // what the site does for people with disabilities
	SiteMapPath       = "/site-map/"      // every page
)

// Sections lists the addresses that the site has whether or not an editor wrote a
// page for them, besides the home page.
func (s *Site) Sections() []string {
	sections := []string{ProjectsPath, MetricsPath, MethodPath, CorrectionsPath, StatusPath, DataPath, SearchPath, ReportPath}
	if s.Charts.Len() > 0 {
		sections = slices.Insert(sections, 2, ChartsPath)
	}
	if s.Updates.Len() > 0 {
		sections = append(sections, UpdatesPath)
	}
	if s.Glossary.Len() > 0 {
		sections = append(sections, GlossaryPath)
	}
	sections = append(sections, s.Sorted.Sections...)
	return append(sections, AccessibilityPath, SiteMapPath)
}

// reserved lists the first parts of addresses that no page may have, besides the
// codes of languages.
var reserved = []string{"data", "assets"}

// Reserves returns the first part of an address, and whether the site needs all
// that begins with it for itself. The section of the data files stands among them,
// and may have a text.
func (s *Site) Reserves(address string) (first string, ok bool) {
	first, _, _ = strings.Cut(strings.Trim(address, "/"), "/")
	if address == DataPath {
		return first, false
	}
	_, isLanguage := s.Language(first)
	return first, isLanguage || slices.Contains(reserved, first)
}

// Occupies reports whether a metric, a chart or a group of projects stands at an
// address, where no page may.
func (s *Site) Occupies(address string) bool {
	for c := range s.Charts.All() {
		if slices.Contains(c.Addresses(), address) {
			return true
		}
	}
	return s.hasOwnPage(address)
}

// SearchIndexPath is the folder of the files by which a browser searches, with a
// folder for each language.
const SearchIndexPath = "/data/search/"

// Path returns the address of a metric's page.
func (m *Metric) Path() string { return MetricsPath + m.ID + "/" }

// The data files about the whole report, besides its tables.
const (
	MetricsJSON  = DataPath + "metrics.json"
	WorkbookPath = DataPath + "report.xlsx"
	PackagePath  = DataPath + "datapackage.json" // the name is fixed (Data Package v2)
)

// TableNames lists the tables of the report, in the order of the catalogue.
var TableNames = []string{"projects", "contributions", "metrics", "targets", "breakdowns", "corrections", "vocabulary", "sources"}

// TablePath returns the address of a table, CSV.
func TablePath(name string) string { return DataPath + name + ".csv" }

// DataFiles lists the addresses of the data files about the whole report.
func DataFiles() []string {
	files := []string{MetricsJSON, WorkbookPath, PackagePath}
	for _, name := range TableNames {
		files = append(files, TablePath(name))
	}
	return files
}

// The folders of the data files about one metric, and about one project.
const (
	MetricDataPath  = DataPath + "metrics/"
	ProjectDataPath = DataPath + "projects/"
)

// DataFile returns the address of the data file about a project, JSON.
func (p *Project) DataFile() string { return ProjectDataPath + p.Slug + ".json" }

// DataFiles lists the addresses of the data files about one metric.
func (m *Metric) DataFiles() []string {
	return []string{MetricDataPath + m.ID + ".csv", MetricDataPath + m.ID + ".json"}
}

// Destination is what a link leads to.
type Destination struct {
	Path     string // the address within the site; "" for a place elsewhere
	Fragment string // the part after #, or empty
	Page     *Page  // nil for a metric's page, a file, or a place elsewhere
	Shared   bool   // a file, which is the same in every language
}

// Path returns the address of a chart's page.
func (c *Chart) Path() string { return ChartsPath + c.ID + "/" }

// FramePath returns the address of a chart alone, to stand within a page elsewhere.
func (c *Chart) FramePath() string { return c.Path() + "frame/" }

// DrawingPath returns the address of a chart's drawing, SVG, below the address of
// a language's home page.
func (c *Chart) DrawingPath() string { return ChartsPath + c.ID + ".svg" }

// DataFiles lists the addresses of the data files of a chart.
func (c *Chart) DataFiles() []string {
	return []string{ChartsPath + c.ID + ".csv", ChartsPath + c.ID + ".json"}
}

// Addresses lists all that stands where a chart's page is: its page, the chart
// alone, its drawing and its data.
func (c *Chart) Addresses() []string {
	return append([]string{c.Path(), c.FramePath(), c.DrawingPath()}, c.DataFiles()...)
}

// Resolve finds what a link on a page leads to. Addresses within the site are
// written without a language: "/about/", "../other/", "plan.pdf", "#part". It
// reports false when there is nothing at that address.
func (s *Site) Resolve(from *Page, dest string) (Destination, bool) {
	u, err := url.Parse(dest)
	if err != nil {
		return Destination{}, false
	}
	if u.Scheme != "" || u.Host != "" {
		return Destination{}, true
	}
	address := u.Path
	switch {
	case address == "":
		address = from.Path
	case !strings.HasPrefix(address, "/"):
		address = path.Join(from.Path, address)
	}
	t, ok := s.find(path.Clean(address))
	t.Fragment = u.Fragment
	return t, ok
}

// find returns what stands at an address without a slash at its end.
func (s *Site) find(address string) (Destination, bool) {
	if s.Files.Has(address) || s.isData(address) {
		return Destination{Path: address, Shared: true}, true
	}
	if address != "/" {
		address += "/"
	}
	if p, ok := s.Pages.Get(address); ok {
		return Destination{Path: address, Page: p}, true
	}
	known := slices.Contains(s.Sections(), address) || s.hasOwnPage(address)
	return Destination{Path: address}, known
}

// Below lists the pages in the folders of a page's own folder.
func (s *Site) Below(p *Page) []*Page {
	var list []*Page
	for other := range s.Pages.All() {
		if other != p && path.Dir(path.Clean(other.Path)) == path.Clean(p.Path) {
			list = append(list, other)
		}
	}
	return list
}

// hasOwnPage reports whether a metric, a chart or a group of projects has its page at
// an address.
func (s *Site) hasOwnPage(address string) bool {
	section, id := path.Split(strings.TrimSuffix(address, "/"))
	return s.Sorted.Pages.Has(address) || section == MetricsPath && s.Metrics.Has(id) || section == ChartsPath && s.Charts.Has(id)
}

// isData reports whether a data file has an address.
func (s *Site) isData(address string) bool {
	if slices.Contains(DataFiles(), address) {
		return true
	}
	folder, name := path.Split(address)
	if s.Sorted.Pages.Has(folder) && address == SortedFile(folder) {
		return true
	}
	id := strings.TrimSuffix(name, path.Ext(name))
	if m, ok := s.Metrics.Get(id); ok && folder == MetricDataPath {
		return slices.Contains(m.DataFiles(), address)
	}
	if p, ok := s.Projects.Get(id); ok && folder == ProjectDataPath {
		return address == p.DataFile()
	}
	c, ok := s.Charts.Get(id)
	return ok && folder == ChartsPath && slices.Contains(c.DataFiles(), address)
}

// Addresses lists every address that a link may lead to, for suggestions.
func (s *Site) Addresses() []string {
	list := append([]string{HomePath}, s.Sections()...)
	sections := len(list)
	for _, address := range s.Pages.IDs() {
		if !slices.Contains(list[:sections], address) {
			list = append(list, address)
		}
	}
	for m := range s.Metrics.All() {
		list = append(list, m.Path())
	}
	for c := range s.Charts.All() {
		list = append(list, c.Path())
	}
	list = append(list, s.Sorted.Pages.IDs()...)
	list = append(list, s.Files.IDs()...)
	return append(list, DataFiles()...)
}
