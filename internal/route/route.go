// Package route knows the addresses of a site: which it has by itself, which no page may
// have, and what a link or a picture in prose leads to. The address of one thing, such as a
// metric's page, is known by that thing. Begin at Sections and Resolve.
package route

import (
	"net/url"
	"path"
	"slices"
	"strings"

	"gongshi/internal/report"
)

// Sections lists the addresses that the site has whether or not an editor wrote a
// page for them, besides the home page.
func Sections(s *report.Site) []string {
	sections := []string{report.ProjectsPath, report.MetricsPath, report.MethodPath, report.CorrectionsPath, report.StatusPath, report.DataPath, report.SearchPath, report.ReportPath}
	if s.Charts.Len() > 0 {
		sections = slices.Insert(sections, 2, report.ChartsPath)
	}
	if s.Updates.Len() > 0 {
		sections = append(sections, report.UpdatesPath)
	}
	if s.Glossary.Len() > 0 {
		sections = append(sections, report.GlossaryPath)
	}
	sections = append(sections, s.Sorted.Sections...)
	return append(sections, report.AccessibilityPath, report.SiteMapPath)
}

// IsSection reports whether the site has an address by itself: that of the home page, or
// of a section.
func IsSection(s *report.Site, address string) bool {
	return address == report.HomePath || slices.Contains(Sections(s), address)
}

// Pages lists the addresses of all pages for readers.
func Pages(s *report.Site) []string {
	list := append([]string{report.HomePath}, Sections(s)...)
	for m := range s.Metrics.All() {
		list = append(list, m.Path())
	}
	for c := range s.Charts.All() {
		list = append(list, c.Path())
	}
	list = append(list, s.Sorted.Pages.IDs()...)
	for _, address := range s.Pages.IDs() {
		if !IsSection(s, address) {
			list = append(list, address)
		}
	}
	return list
}

// reserved lists the first parts of addresses that no page may have, besides the
// codes of languages.
var reserved = []string{"data", "assets"}

// Reserves returns the first part of an address, and whether the site needs all
// that begins with it for itself. The section of the data files stands among them,
// and may have a text.
func Reserves(s *report.Site, address string) (first string, ok bool) {
	first, _, _ = strings.Cut(strings.Trim(address, "/"), "/")
	if address == report.DataPath {
		return first, false
	}
	_, isLanguage := s.Language(first)
	return first, isLanguage || slices.Contains(reserved, first)
}

// Occupies reports whether a metric, a chart or a group of projects stands at an
// address, where no page may.
func Occupies(s *report.Site, address string) bool {
	for c := range s.Charts.All() {
		if slices.Contains(c.Addresses(), address) {
			return true
		}
	}
	return hasOwnPage(s, address)
}

// Destination is what a link leads to.
type Destination struct {
	Path     string       // the address within the site; "" for a place elsewhere
	Fragment string       // the part after #, or empty
	Page     *report.Page // nil for a metric's page, a file, or a place elsewhere
	Shared   bool         // a file, which is the same in every language
}

// Resolve finds what a link on a page leads to. Addresses within the site are
// written without a language: "/about/", "../other/", "plan.pdf", "#part". It
// reports false when there is nothing at that address.
func Resolve(s *report.Site, from *report.Page, dest string) (Destination, bool) {
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
	t, ok := find(s, path.Clean(address))
	t.Fragment = u.Fragment
	return t, ok
}

// find returns what stands at an address without a slash at its end.
func find(s *report.Site, address string) (Destination, bool) {
	if s.Files.Has(address) || isData(s, address) {
		return Destination{Path: address, Shared: true}, true
	}
	if address != "/" {
		address += "/"
	}
	if p, ok := s.Pages.Get(address); ok {
		return Destination{Path: address, Page: p}, true
	}
	known := slices.Contains(Sections(s), address) || hasOwnPage(s, address)
	return Destination{Path: address}, known
}

// Menu lists the pages of the menu: those that config.toml names, or the lists of projects
// and of metrics if it names none.
func Menu(s *report.Site) []string {
	if len(s.Menu) == 0 {
		return []string{report.ProjectsPath, report.MetricsPath}
	}
	home, _ := s.Pages.Get(report.HomePath)
	var list []string
	for _, ref := range s.Menu {
		address := ref.ID
		if t, ok := Resolve(s, home, ref.ID); ok {
			address = t.Path // with its slash
		}
		list = append(list, address)
	}
	return list
}

// Top lists the free pages that lie in no other.
func Top(s *report.Site) []string {
	var list []string
	for p := range s.Pages.All() {
		if p.Project == nil && !IsSection(s, p.Path) && strings.Count(p.Path, "/") == 2 {
			list = append(list, p.Path)
		}
	}
	return list
}

// Below lists the pages in the folders of a page's own folder.
func Below(s *report.Site, p *report.Page) []*report.Page {
	var list []*report.Page
	for other := range s.Pages.All() {
		if other != p && path.Dir(path.Clean(other.Path)) == path.Clean(p.Path) {
			list = append(list, other)
		}
	}
	return list
}

// hasOwnPage reports whether a metric, a chart or a group of projects has its page at
// an address.
func hasOwnPage(s *report.Site, address string) bool {
	section, id := path.Split(strings.TrimSuffix(address, "/"))
	return s.Sorted.Pages.Has(address) || section == report.MetricsPath && s.Metrics.Has(id) || section == report.ChartsPath && s.Charts.Has(id)
}

// isData reports whether a data file has an address.
func isData(s *report.Site, address string) bool {
	if slices.Contains(DataFiles(), address) {
		return true
	}
	folder, name := path.Split(address)
	if s.Sorted.Pages.Has(folder) && address == report.SortedFile(folder) {
		return true
	}
	id := strings.TrimSuffix(name, path.Ext(name))
	if m, ok := s.Metrics.Get(id); ok && folder == report.MetricDataPath {
		return slices.Contains(m.DataFiles(), address)
	}
	if p, ok := s.Projects.Get(id); ok && folder == report.ProjectDataPath {
		return address == p.DataFile()
	}
	c, ok := s.Charts.Get(id)
	return ok && folder == report.ChartsPath && slices.Contains(c.DataFiles(), address)
}

// Addresses lists every address that a link may lead to, for suggestions.
func Addresses(s *report.Site) []string {
	list := append([]string{report.HomePath}, Sections(s)...)
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

// Picture finds what a page names as it names a link: "before.jpg", "../other/a.jpg".
func Picture(s *report.Site, from *report.Page, dest string) (*report.Picture, bool) {
	u, err := url.Parse(dest)
	if err != nil || u.RawQuery != "" || u.Fragment != "" {
		return nil, false
	}
	address := u.Path
	if !strings.HasPrefix(address, "/") {
		address = path.Join(from.Path, address)
	}
	return s.Pictures.Get(path.Clean(address))
}

// Shown finds the pictures that a page shows, in whatever language.
func Shown(s *report.Site) map[*report.Picture]bool {
	shown := map[*report.Picture]bool{}
	for page := range s.Pages.All() {
		for _, w := range page.In {
			for placed := range w.Body.Pictures() {
				if p, ok := Picture(s, page, placed.Dest); ok {
					shown[p] = true
				}
			}
		}
	}
	return shown
}
