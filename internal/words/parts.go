// Package words takes the words out of files: what a reader of HTML, SVG, XML,
// CSV, JSON or an office document sees, and what is hidden in attributes and
// comments, with the place in the file where each piece stood.
//
// It is made to read every file of a large site. It never fails: what is not
// well formed is read as far as it goes.
package words

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"path"
	"strings"
	"unicode/utf8"
)

// A Part is a file, or a file in a zip.
type Part struct {
	Path  string  // inside the zip; "" for a file that is none
	Texts []*Text // what it says, and aside from it what its markup hides

	// Unread says that the part holds more than was read: it is a picture or a
	// PDF, is damaged, or is not UTF-8.
	Unread bool

	data   []byte
	kind   kind
	shared []byte // the texts of the workbook that the part belongs to
}

// A kind is a way to read a file.
type kind int

const (
	plainText kind = iota
	markupText
	jsonText
	csvText
	sheetText // a page of a workbook
)

// Parts reads a file. Its name tells how; a zip, such as an office document, is
// unpacked.
func Parts(name string, data []byte) []Part {
	r := reader{left: largest}
	return r.parts(name, "", data, 0)
}

const (
	deepest = 3         // zips within zips
	largest = 256 << 20 // bytes of all parts of a file together, unpacked
)

// A reader reads a file. A zip of a few bytes may unpack to any size: what goes
// beyond the limit is left unread.
type reader struct{ left int64 } // bytes that may still be unpacked

// parts reads a file that lies at inside in a zip, or in none.
func (r *reader) parts(name, inside string, data []byte, depth int) []Part {
	if bytes.HasPrefix(data, []byte("PK\x03\x04")) && depth < deepest {
		return r.unzip(inside, data, depth)
	}
	p := Part{Path: inside, data: data, kind: kindOf(name)}
	if bytes.HasPrefix(data, []byte("%PDF-")) || bytes.IndexByte(data, 0) >= 0 {
		p.Unread = true
		return []Part{p}
	}
	p.Unread = !utf8.Valid(data)
	p.Texts = p.texts()
	return []Part{p}
}

func kindOf(name string) kind {
	if ok, _ := path.Match("xl/worksheets/*.xml", name); ok {
		return sheetText
	}
	switch strings.ToLower(path.Ext(name)) {
	case ".html", ".htm", ".xhtml", ".svg", ".xml", ".atom", ".rss", ".rels":
		return markupText
	case ".json", ".jsonld", ".geojson", ".webmanifest":
		return jsonText
	case ".csv", ".tsv":
		return csvText
	}
	return plainText
}

func (p Part) texts() []*Text {
	switch p.kind {
	case markupText, sheetText:
		words, aside := markup(p.data)
		return []*Text{words, aside}
	case jsonText:
		t := &Text{Bytes: make([]byte, 0, len(p.data)), Records: true}
		takeJSON(t, p.data, 0, len(p.data))
		return []*Text{t}
	}
	return []*Text{{Bytes: p.data, Records: p.kind == csvText}}
}

// Tables reads the tables of a part, a second pass over it.
func (p Part) Tables() []Table {
	switch p.kind {
	case markupText:
		return markupTables(p.data)
	case sheetText:
		return []Table{sheetTable(p.data, p.shared)}
	case jsonText:
		return jsonTables(p.data)
	case csvText:
		return []Table{csvTable(p.data)}
	}
	return nil
}

// TablesMention reports whether one of some words may stand in a table. It is
// much cheaper than reading the tables.
func (p Part) TablesMention(words ...string) bool {
	if p.kind == markupText && !hasTable(p.data) {
		return false
	}
	for _, w := range words {
		if bytes.Contains(p.data, []byte(w)) || bytes.Contains(p.shared, []byte(w)) {
			return true
		}
	}
	return false
}

// unzip reads the files of a zip, which itself lies at inside in another.
func (r *reader) unzip(inside string, data []byte, depth int) []Part {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return []Part{{Path: inside, Unread: true}}
	}
	var all []Part
	var shared []byte
	for _, f := range z.File {
		at := path.Join(inside, f.Name)
		part, err := r.unpack(f)
		if err != nil {
			all = append(all, Part{Path: at, Unread: true})
			continue
		}
		if f.Name == sharedStrings {
			shared = part
		}
		all = append(all, r.parts(f.Name, at, part, depth+1)...)
	}
	for i := range all {
		if all[i].kind == sheetText {
			all[i].shared = shared
		}
	}
	return all
}

var errTooLarge = errors.New("a zip holds too much")

// unpack returns the contents of a file in a zip.
func (r *reader) unpack(f *zip.File) ([]byte, error) {
	packed, err := f.Open()
	if err != nil {
		return nil, err
	}
	defer packed.Close()
	data, err := io.ReadAll(io.LimitReader(packed, max(0, r.left)+1))
	if err != nil {
		return nil, err
	}
	if r.left -= int64(len(data)); r.left < 0 {
		return nil, errTooLarge
	}
	return data, nil
}
