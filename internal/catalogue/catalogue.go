// Package catalogue makes the data files about the whole report and about each
// project, and says on the page about them what they hold.
package catalogue

import (
	"fmt"
	"slices"
	"sync"

	"gongshi/internal/dataset"
	"gongshi/internal/report"
	"gongshi/internal/route"
)

// Catalogue is the data files of a site. It may be used by several goroutines at
// once.
type Catalogue struct {
	site  *report.Site
	pages dataset.Pages
	made  func() (made, error)
}

// made is what was made of the whole report.
type made struct {
	tables []dataset.File
	files  map[string][]byte // by address
}

// New prepares the data files of a site. Those about the whole report are made once,
// when one of them, or the page about them, is first asked for.
func New(of dataset.Package, pages dataset.Pages) *Catalogue {
	c := &Catalogue{site: of.Site, pages: pages}
	c.made = sync.OnceValues(func() (made, error) { return makeAll(of, pages) })
	return c
}

func makeAll(of dataset.Package, pages dataset.Pages) (made, error) {
	var err error
	if of.Files, err = dataset.Files(dataset.Tables(of.Site, pages)); err != nil {
		return made{}, err
	}
	m := made{of.Files, map[string][]byte{}}
	for _, f := range of.Files {
		m.files[route.Table(f.Name)] = f.Data
	}
	for address, write := range map[string]func() ([]byte, error){
		route.Package:  of.Descriptor,
		route.Workbook: of.Workbook,
		route.MetricsJSON: func() ([]byte, error) {
			return dataset.JSON(of.Site, slices.Collect(of.Site.Metrics.All()), of.Address)
		},
	} {
		if m.files[address], err = write(); err != nil {
			return made{}, fmt.Errorf("make %s: %w", address, err)
		}
	}
	return m, nil
}

// Files lists the files by address, each with the function that makes it.
func (c *Catalogue) Files() map[string]func() ([]byte, error) {
	files := map[string]func() ([]byte, error){}
	for _, address := range route.DataFiles() {
		files[address] = func() ([]byte, error) {
			m, err := c.made()
			return m.files[address], err
		}
	}
	for p := range c.site.Projects.All() {
		files[p.DataFile()] = func() ([]byte, error) { return dataset.ProjectJSON(c.site, p, c.pages) }
	}
	return files
}
