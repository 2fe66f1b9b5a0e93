package dataset

import (
	"crypto/sha256"
	"encoding/hex"
	"net/url"
	"path"
	"regexp"
	"strings"

	"gongshi/internal/hosting"
	"gongshi/internal/locale"
	"gongshi/internal/report"
	"gongshi/internal/route"
)

// File is a table as it is published.
type File struct {
	Table
	Data []byte // CSV
}

// Files writes tables.
func Files(tables []Table) ([]File, error) {
	var files []File
	for _, t := range tables {
		data, err := t.CSV()
		if err != nil {
			return nil, err
		}
		files = append(files, File{t, data})
	}
	return files, nil
}

// Words finds the words of the interface in a language: templates/wording.
type Words func(l *locale.Language, key string, args ...any) string

// Package is all tables of a site, with what is to be said of them.
type Package struct {
	Site    *report.Site
	Files   []File
	Words   Words
	Address Address
	Home    string // the whole address of the site
}

// profile is the form that the descriptor has.
const profile = "https://datapackage.org/profiles/2.0/datapackage.json"

// descriptor, resource, schema and schemaField are what Data Package v2 calls a
// package, a resource of the type table, its table schema, and a field of that.
type descriptor struct {
	Schema       string        `json:"$schema"`
	Name         string        `json:"name"`
	ID           string        `json:"id"`
	Title        string        `json:"title"`
	Description  string        `json:"description"`
	Homepage     string        `json:"homepage"`
	Version      string        `json:"version,omitempty"` // the date that the site speaks of; of its making nothing is said
	Licenses     []license     `json:"licenses,omitempty"`
	Sources      []origin      `json:"sources,omitempty"`
	Contributors []contributor `json:"contributors,omitempty"`
	Resources    []resource    `json:"resources"`
}

type license struct {
	Name  string `json:"name,omitempty"` // its identifier
	Path  string `json:"path"`
	Title string `json:"title"`
}

type origin struct {
	Title string `json:"title"`
	Path  string `json:"path,omitempty"`
}

type contributor struct {
	Title string   `json:"title"`
	Path  string   `json:"path,omitempty"`
	Roles []string `json:"roles"`
}

type resource struct {
	Name        string `json:"name"`
	Path        string `json:"path"` // from the descriptor's folder
	Type        string `json:"type"`
	Title       string `json:"title"`
	Description string `json:"description"`
	Format      string `json:"format"`
	Mediatype   string `json:"mediatype"`
	Encoding    string `json:"encoding"`
	Bytes       int    `json:"bytes"`
	Hash        string `json:"hash"`
	Schema      schema `json:"schema"`
}

type schema struct {
	Fields        []schemaField `json:"fields"`
	MissingValues []string      `json:"missingValues"`
	PrimaryKey    []string      `json:"primaryKey,omitempty"`
	ForeignKeys   []foreignKey  `json:"foreignKeys,omitempty"`
}

type schemaField struct {
	Name        string       `json:"name"`
	Title       string       `json:"title"`
	Type        string       `json:"type"`
	Format      string       `json:"format,omitempty"`
	Constraints *constraints `json:"constraints,omitempty"`
}

type constraints struct {
	Required bool     `json:"required,omitempty"`
	Enum     []string `json:"enum,omitempty"`
}

type foreignKey struct {
	Fields    string `json:"fields"`
	Reference struct {
		Resource string `json:"resource,omitempty"` // none: the table itself
		Fields   string `json:"fields"`
	} `json:"reference"`
}

// Descriptor writes datapackage.json (Data Package v2). It has one text where the
// site has one in each language, so these stand one after the other.
func (p Package) Descriptor() ([]byte, error) {
	s, first := p.Site, p.Site.Languages[0]
	d := descriptor{
		Schema: profile, Name: packageName(p.Home),
		ID:          strings.TrimSuffix(p.Home, "/") + route.Package,
		Title:       p.inAll(s.Title.String),
		Description: p.inAll(func(l *locale.Language) string { return p.Words(l, "data-about") }),
		Homepage:    p.Address(first, report.DataPath),
		Version:     s.AsOf().String(),
	}
	if l := s.Licence; l.Stated() {
		d.Licenses = []license{{l.ID.ID, l.URL, p.inAll(l.Name.String)}}
	}
	for src := range s.Sources.All() {
		d.Sources = append(d.Sources, origin{p.inAll(src.Title.String), src.URL})
	}
	if s.Publisher.Name.Written() {
		d.Contributors = []contributor{{p.inAll(s.Publisher.Name.String), s.Publisher.URL, []string{"publisher"}}}
	}
	for _, f := range p.Files {
		d.Resources = append(d.Resources, p.resource(f))
	}
	return writeJSON(d)
}

// unnameable matches what the name of a Data Package may not have: small letters,
// digits, full stops, underscores and hyphens are what it may (Data Package v2, name).
var unnameable = regexp.MustCompile(`[^a-z0-9._-]+`)

// packageName makes the name of a Data Package of the address of a site.
func packageName(home string) string {
	u, err := url.Parse(home)
	if err != nil {
		return "data" // New read the same address
	}
	return unnameable.ReplaceAllString(strings.ToLower(strings.Trim(u.Host+u.EscapedPath(), "/")), "-")
}

// inAll joins a text of all languages, "" when it is written in none.
func (p Package) inAll(text func(*locale.Language) string) string {
	var texts []string
	for _, l := range p.Site.Languages {
		if t := text(l); t != "" {
			texts = append(texts, t)
		}
	}
	return strings.Join(texts, " / ")
}

func (p Package) resource(f File) resource {
	sum := sha256.Sum256(f.Data)
	r := resource{
		Name: f.Name, Path: path.Base(route.Table(f.Name)), Type: "table",
		Title:       p.inAll(func(l *locale.Language) string { return p.Words(l, "table-"+f.Name) }),
		Description: p.inAll(func(l *locale.Language) string { return p.Words(l, "table-"+f.Name+"-about") }),
		Format:      "csv", Mediatype: hosting.MediaType(".csv"), Encoding: "utf-8",
		Bytes: len(f.Data), Hash: "sha256:" + hex.EncodeToString(sum[:]),
		Schema: schema{MissingValues: []string{""}, PrimaryKey: f.Key},
	}
	for _, c := range f.Columns {
		r.Schema.Fields = append(r.Schema.Fields, p.field(c))
		if c.Refers == (Reference{}) || c.Language != nil {
			continue
		}
		key := foreignKey{Fields: c.Name}
		if key.Reference.Fields = c.Refers.Column; c.Refers.Table != f.Name {
			key.Reference.Resource = c.Refers.Table
		}
		r.Schema.ForeignKeys = append(r.Schema.ForeignKeys, key)
	}
	return r
}

func (p Package) field(c Column) schemaField {
	f := schemaField{Name: c.Name, Type: string(c.Type), Title: p.inAll(func(l *locale.Language) string { return p.meaning(l, c) })}
	if c.Type == URL {
		f.Type, f.Format = string(Text), string(URL)
	}
	if c.Required || c.Enum != nil {
		f.Constraints = &constraints{c.Required, c.Enum}
	}
	return f
}

// meaning says in a language what a column holds, and in which language if in one.
func (p Package) meaning(l *locale.Language, c Column) string {
	text := p.Words(l, "column-"+c.Means)
	if c.Language == nil {
		return text
	}
	return p.Words(l, "column-in", text, p.Words(l, "language-"+c.Language.Code))
}
