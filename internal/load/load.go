// Package load reads a site's folder into a report.Site: TOML by way of
// package tomlfile, Markdown by way of package markdown.
//
// Every file is read, also after a faulty one, so that an editor sees all faults
// at once. What can be judged by looking at one file alone is reported here:
// syntax, unknown keys, wrong types. What needs the whole site is package
// check's.
package load

import (
	"bytes"
	"io/fs"
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"gongshi/internal/diag"
	"gongshi/internal/facet"
	"gongshi/internal/picture"
	"gongshi/internal/report"
	"gongshi/internal/tomlfile"
)

// maxFile is the largest text file that is read, in bytes.
const maxFile = 4 << 20

// Site reads every file of a site. The file system is the site's folder; names
// in problems are relative to it.
func Site(fsys fs.FS) (*report.Site, diag.List) {
	l := &loader{fsys: fsys, site: &report.Site{
		Vocabulary: map[report.TermKind]*report.Index[*report.Term]{},
		Glossary:   &report.Index[*report.Term]{},
		Sources:    &report.Index[*report.Source]{},
		Metrics:    &report.Index[*report.Metric]{},
		Charts:     &report.Index[*report.Chart]{},
		Projects:   &report.Index[*report.Project]{},
		Pages:      &report.Index[*report.Page]{},
		Updates:    &report.Index[*report.Update]{},
		Files:      &report.Index[*report.File]{},
		Pictures:   &report.Index[*report.Picture]{},
		Unread:     map[string]bool{},
	}}
	for _, kind := range report.TermKinds {
		l.site.Vocabulary[kind] = &report.Index[*report.Term]{}
	}
	l.config()
	l.published()
	l.content()
	l.site.AddUp()
	facets := facet.Sort(l.site)
	l.site.Sorted = facets.Addresses()
	return l.site, l.problems
}

// loader is the state of reading one site.
type loader struct {
	fsys     fs.FS
	site     *report.Site
	problems diag.List
}

// read returns a text file: valid UTF-8, lines ending in \n, no byte-order mark.
// It reports false, and the fault, when there is no such text.
func (l *loader) read(name string) ([]byte, bool) {
	b, err := fs.ReadFile(l.fsys, name)
	switch {
	case err != nil:
		l.problems.Add(diag.At(diag.Pos{File: name}, "file cannot be read: %v", err))
		return nil, false
	case len(b) > maxFile:
		l.problems.Add(diag.At(diag.Pos{File: name}, "file has %d bytes; a text file may have %d", len(b), maxFile))
		return nil, false
	}
	b = bytes.TrimPrefix(b, []byte("\ufeff"))
	b = bytes.ReplaceAll(b, []byte("\r\n"), []byte("\n"))
	if at := invalid(b); at >= 0 {
		line := 1 + bytes.Count(b[:at], []byte{'\n'})
		col := 1 + utf8.RuneCount(b[bytes.LastIndexByte(b[:at], '\n')+1:at])
		l.problems.Add(diag.At(diag.Pos{File: name, Line: line, Col: col}, "byte %#02x is not UTF-8 text", b[at]).
			WithHint("save the file as UTF-8; in Notepad: Save as, Encoding: UTF-8"))
		return nil, false
	}
	return b, true
}

// invalid returns the offset of the first byte that is not UTF-8 text, or -1.
func invalid(b []byte) int {
	for i := 0; i < len(b); {
		r, n := utf8.DecodeRune(b[i:])
		if r == utf8.RuneError && n == 1 || r == 0 {
			return i
		}
		i += n
	}
	return -1
}

// table reads a TOML file.
func (l *loader) table(name string) *table {
	source, found := l.read(name)
	root, ok := tomlfile.Parse(name, source, &l.problems)
	t := &table{Table: root, texts: &l.site.Texts, unread: !found || !ok}
	if t.unread {
		l.site.Unread[name], l.site.Unread[path.Dir(name)] = true, true
	}
	return t
}

// content reads every file below content/, in the order of their names, whatever
// order the file system gives them in.
func (l *loader) content() {
	var files []string
	walk := func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			l.problems.Add(diag.At(diag.Pos{File: name}, "cannot be read: %v", err))
		case name != "content" && ignored(d.Name()):
			if d.IsDir() {
				return fs.SkipDir
			}
		case d.IsDir():
			l.folder(name)
		case !d.Type().IsRegular():
			l.problems.Add(diag.At(diag.Pos{File: name}, "is a link or a device; only files are read").WithHint("put the file itself here"))
		default:
			files = append(files, name)
		}
		return nil
	}
	_ = fs.WalkDir(l.fsys, "content", walk) // walk itself never fails
	slices.Sort(files)
	for _, name := range files {
		l.file(name)
	}
}

// ignored reports whether a file is the leaving of a system or an office
// program, which nobody means to publish.
func ignored(base string) bool {
	return strings.HasPrefix(base, ".") || strings.HasPrefix(base, "~$") || strings.HasSuffix(base, "~") ||
		slices.Contains([]string{"Thumbs.db", "desktop.ini"}, base)
}

// folder reports a folder whose name cannot be part of an address, and one of an
// update whose name does not begin with its date.
func (l *loader) folder(name string) {
	if path.Dir(name) == report.UpdatesDir {
		if meant, ok := withDate(path.Base(name)); ok {
			l.problems.Add(diag.At(diag.Pos{File: name}, "folder name %q has a month or a day of one digit", path.Base(name)).WithHint("write %s", meant))
			return
		}
		if _, err := updateDate(name); err != nil {
			l.problems.Add(diag.At(diag.Pos{File: name}, "%v", err).
				WithHint("an update is in a folder of its date and a name, such as %s/2024-12-05-new-lamps", report.UpdatesDir))
			return
		}
	}
	if parent := path.Base(path.Dir(name)); path.Dir(path.Dir(name)) == "content" && parent != path.Base(report.UpdatesDir) && looseDate.MatchString(path.Base(name)) {
		if _, near := diag.Nearest(parent, []string{path.Base(report.UpdatesDir)}); near {
			l.problems.Add(diag.At(diag.Pos{File: name}, "a folder with a date is an update only in %s; here it is a page like any other", report.UpdatesDir).
				WithHint("did you mean %s/%s?", report.UpdatesDir, path.Base(name)).AsNotice())
		}
	}
	if base := path.Base(name); !validSlug(base) {
		l.problems.Add(diag.At(diag.Pos{File: name}, "folder name %q cannot be part of an address; allowed are small letters a-z, digits and single hyphens", base))
	}
}

// documents are the endings of files beside a page that are published as they
// are.
var documents = []string{".csv", ".docx", ".ods", ".odt", ".pdf", ".xlsx"}

// pictures are the endings of pictures beside a page.
var pictures = []string{".jpeg", ".jpg", ".png", ".webp"}

// otherPictures are the endings that editors will try: package picture says of each what
// to do instead.
var otherPictures = []string{".avif", ".bmp", ".gif", ".heic", ".heif", ".jp2", ".jxl", ".psd", ".svg", ".tif", ".tiff"}

// file reads one file, as its name says.
func (l *loader) file(name string) {
	dir, base := path.Split(name)
	ext := strings.ToLower(path.Ext(base))
	switch {
	case name == "content/vocabulary.toml":
		l.vocabulary(name)
	case name == "content/glossary.toml":
		l.glossary(name)
	case name == "content/sources.toml":
		l.sources(name)
	case name == report.TranslationsFile:
		l.translations(name)
	case ext == ".toml" && dir == "content/metrics/":
		l.metrics(name)
	case ext == ".toml" && dir == "content/charts/":
		l.charts(name)
	case base == "project.toml" && path.Dir(path.Clean(dir)) == "content/projects":
		l.project(name)
	case ext == ".toml":
		l.unread(name, "a TOML file here is not read; there are content/vocabulary.toml, content/glossary.toml, content/sources.toml, content/metrics/*.toml, content/charts/*.toml and content/projects/<name>/project.toml")
	case ext == ".md":
		l.writing(name)
	case slices.Contains(documents, ext):
		l.document(name)
	case slices.Contains(pictures, ext), slices.Contains(otherPictures, ext):
		l.picture(name)
	default:
		l.unread(name, "a file that ends in %q is not published; allowed are %s", ext, strings.Join(slices.Concat(documents, pictures), ", "))
	}
}

func (l *loader) unread(name, format string, args ...any) {
	l.problems.Add(diag.At(diag.Pos{File: name}, format, args...).
		WithHint("move it out of content/, or begin its name with a full stop to have it passed over"))
}

// document adds a file that stands beside a page.
func (l *loader) document(name string) {
	if i := strings.IndexFunc(path.Base(name), unportable); i >= 0 {
		l.problems.Add(diag.At(diag.Pos{File: name}, "file name has %q, which not every system can store", path.Base(name)[i]).WithHint("rename the file"))
		return
	}
	address := strings.TrimPrefix(name, "content")
	l.site.Files.Add(address, &report.File{Path: address, Name: name})
}

// picture adds a picture that stands beside a page, also one that cannot be used: else
// the page that shows it would be reported as well.
func (l *loader) picture(name string) {
	address := strings.TrimPrefix(name, "content")
	p := &report.Picture{Path: address, Name: name}
	l.site.Pictures.Add(address, p)
	data, err := fs.ReadFile(l.fsys, name)
	if err == nil {
		p.Hash = hash(data)
		p.Info, err = picture.Inspect(data)
	}
	if err != nil {
		l.problems.Add(p.Problem(err))
	}
}

// unportable reports whether a character cannot stand in a file name on every
// system (Windows, naming files).
func unportable(r rune) bool { return r < ' ' || strings.ContainsRune(`\:*?"<>|`, r) }
