// Package edit changes a site's files on behalf of an editor. Everything else only
// reads them.
package edit

import (
	"bytes"
	"fmt"
	"maps"
	"os"
	"path"
	"slices"
	"strings"

	"gongshi/internal/report"
)

// RecordTranslations writes down that the languages of some pages say the same
// as of now: the pages in the given folders, or all pages when none is given. It
// returns how many records changed. A folder without a page is an error, and
// then nothing is written.
func RecordTranslations(root *os.Root, site *report.Site, folders []string) (changed int, err error) {
	records := map[string]map[string]string{}
	for p := range site.Pages.All() {
		if t, ok := site.Translations.Get(p.Path); ok {
			records[p.Path] = t.Hashes
		}
	}
	pages, err := pagesIn(site, folders)
	if err != nil {
		return 0, err
	}
	for _, p := range pages {
		now := map[string]string{}
		for _, l := range site.Languages {
			if w := p.In[l.Code]; w != nil {
				now[l.Code] = w.Hash
			}
		}
		if !maps.Equal(records[p.Path], now) {
			records[p.Path] = now
			changed++
		}
	}
	return changed, replace(root, report.TranslationsFile, format(site, records))
}

// NoPage is an error: a folder was named that holds no page.
type NoPage struct{ Folder string }

func (e *NoPage) Error() string { return "there is no page in " + e.Folder }

// pagesIn returns the pages in folders, which are written as a shell completes
// them: content/about/, ./content/about, content/about/index.zh.md.
func pagesIn(site *report.Site, folders []string) ([]*report.Page, error) {
	all := slices.DeleteFunc(slices.Collect(site.Pages.All()), func(p *report.Page) bool { return len(p.In) == 0 })
	if len(folders) == 0 {
		return all, nil
	}
	var pages []*report.Page
	for _, folder := range folders {
		dir := path.Clean(strings.ReplaceAll(folder, "\\", "/"))
		if path.Ext(dir) == ".md" {
			dir = path.Dir(dir)
		}
		i := slices.IndexFunc(all, func(p *report.Page) bool { return p.Dir == dir })
		if i < 0 {
			return nil, &NoPage{folder}
		}
		pages = append(pages, all[i])
	}
	return pages, nil
}

// format writes the records in the order of their addresses, so that a change
// touches only its own lines.
func format(site *report.Site, records map[string]map[string]string) []byte {
	var b bytes.Buffer
	b.WriteString("# Written by \"gongshi translated\": the state of each page's texts when an editor\n# last found that they say the same in every language. Do not edit.\n")
	for _, address := range slices.Sorted(maps.Keys(records)) {
		fmt.Fprintf(&b, "\n[%q]\n", address)
		for _, l := range site.Languages {
			if hash, ok := records[address][l.Code]; ok {
				fmt.Fprintf(&b, "%s = %q\n", l.Code, hash)
			}
		}
	}
	return b.Bytes()
}

// replace writes a file whole or not at all.
func replace(root *os.Root, name string, data []byte) error {
	temporary := name + ".new"
	if err := root.WriteFile(temporary, data, 0o644); err != nil {
		return err
	}
	if err := root.Rename(temporary, name); err != nil {
		return err
	}
	return nil
}
