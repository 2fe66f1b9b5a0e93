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
	MethodPath      = "/how-we-count/"     // with the table that compares sums and totals
	CorrectionsPath = "/corrections/"      // every change of a published value
	StatusPath      = "/reporting-status/" // what is known of each figure, and what is not
)

// Sections lists the addresses that every site has, besides the home page.
var Sections = []string{ProjectsPath, MetricsPath, MethodPath, CorrectionsPath, StatusPath}

// Reserved lists the first parts of addresses that no page may have, besides the
// codes of languages.
var Reserved = []string{"data", "assets"}

// Path returns the address of a metric's page.
func (m *Metric) Path() string { return MetricsPath + m.ID + "/" }

// DataFiles lists the addresses of the data files about all metrics.
func DataFiles() []string { return []string{"/data/metrics.csv", "/data/metrics.json"} }

// DataFiles lists the addresses of the data files about one metric.
func (m *Metric) DataFiles() []string {
	return []string{"/data/metrics/" + m.ID + ".csv", "/data/metrics/" + m.ID + ".json"}
}

// Destination is what a link leads to.
type Destination struct {
	Path     string // the address within the site; "" for a place elsewhere
	Fragment string // the part after #, or empty
	Page     *Page  // nil for a metric's page, a file, or a place elsewhere
	Shared   bool   // a file, which is the same in every language
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
	id := strings.TrimSuffix(strings.TrimPrefix(address, MetricsPath), "/")
	known := slices.Contains(Sections, address) || s.Metrics.Has(id) && address == MetricsPath+id+"/"
	return Destination{Path: address}, known
}

func (s *Site) isData(address string) bool {
	for _, f := range DataFiles() {
		if f == address {
			return true
		}
	}
	id := strings.TrimSuffix(strings.TrimSuffix(strings.TrimPrefix(address, "/data/metrics/"), ".csv"), ".json")
	m, ok := s.Metrics.Get(id)
	return ok && (m.DataFiles()[0] == address || m.DataFiles()[1] == address)
}

// Addresses lists every address that a link may lead to, for suggestions.
func (s *Site) Addresses() []string {
	list := append([]string{HomePath}, Sections...)
	for _, address := range s.Pages.IDs() {
		if !slices.Contains(list[:1+len(Sections)], address) {
			list = append(list, address)
		}
	}
	for m := range s.Metrics.All() {
		list = append(list, m.Path())
	}
	list = append(list, s.Files.IDs()...)
	return append(list, DataFiles()...)
}
