package load

import (
	"errors"
	"io/fs"
	"strings"

	"gongshi/internal/diag"
	"gongshi/internal/locale"
	"gongshi/internal/report"
	"gongshi/internal/tomlfile"
)

// ConfigFile is the file that makes a folder a site.
const ConfigFile = "config.toml"

// config reads config.toml. Languages come first, as all else is read in them.
func (l *loader) config() {
	c := &l.site.Config
	c.Pos = diag.Pos{File: ConfigFile}
	if _, err := fs.Stat(l.fsys, ConfigFile); errors.Is(err, fs.ErrNotExist) {
		l.problems.Add(diag.At(c.Pos, "file is missing; a site has one beside its content folder"))
		return
	}
	t := l.table(ConfigFile)
	l.languages(t)
	c.Title = t.text("title")
	c.Tagline = t.text("tagline")
	c.Notice = t.text("notice")
	c.BaseURL, c.BasePos = t.Str("base_url")
	c.Menu = t.refs("menu")
	c.Date = t.day("date")
	c.ShareImages = t.Get("share_images") == nil || t.Flag("share_images")

	publisher := t.part("publisher")
	c.Publisher.Name = publisher.text("name")
	c.Publisher.URL, c.Publisher.URLPos = publisher.Str("url")
	for _, contact := range publisher.refs("contacts") {
		c.Publisher.Contacts = append(c.Publisher.Contacts, contact.ID)
	}
	publisher.Done()

	c.Licence = licence(t)

	home := t.part("home")
	c.Home.Kicker = home.text("kicker")
	c.Home.Headline = home.ref("headline")
	c.Home.Tiles = home.refs("tiles")
	home.Done()
	l.look(t.part("look"))
	c.Waivers = waivers(t.part("waivers"))
	c.Profile = tomlfile.Choice(t.Table, "profile", report.Profiles)
	if n := t.Get("profile"); n != nil {
		c.ProfilePos = n.ValuePos()
	}
	c.Gov = gov(t.part("gov"))
	c.Security = security(t.part("security"))
	c.Accessibility = accessibility(t.part("accessibility"))
	t.Done()
}

// written returns the place of a table's name, the zero Pos when it was not written.
func (t *table) written() diag.Pos {
	if t.Key == "" {
		return diag.Pos{}
	}
	return t.KeyPos()
}

// gov reads [gov]: what a government site says of itself.
func gov(t *table) report.Gov {
	g := report.Gov{
		Pos:      t.written(),
		SiteCode: t.ref("site_code"),
		Host:     t.text("host"), Operator: t.text("operator"), Contact: t.text("contact"),
		ICP:    t.ref("icp"),
		Police: t.ref("police"), PoliceURL: t.ref("police_url"),
		ErrorsURL: t.ref("errors_url"),
	}
	t.Done()
	return g
}

// security reads [security]: whom to tell of a security hole.
func security(t *table) report.Security {
	s := report.Security{Pos: t.written(), Contact: t.ref("contact"), Expires: t.day("expires")}
	t.Done()
	return s
}

// accessibility reads [accessibility]: what the statement cannot know by itself.
func accessibility(t *table) report.Accessibility {
	a := report.Accessibility{Contact: t.text("contact"), Tested: t.day("tested")}
	t.Done()
	return a
}

func (l *loader) languages(t *table) {
	for _, code := range t.refs("languages") {
		lang, ok := locale.Lookup(code.ID)
		if !ok {
			l.problems.Add(diag.At(code.Pos, "language %q is not known; allowed are %s", code.ID, strings.Join(locale.Codes(), ", ")))
			continue
		}
		if _, twice := l.site.Language(code.ID); twice {
			l.problems.Add(diag.At(code.Pos, "language %q stands here twice", code.ID))
			continue
		}
		l.site.Languages = append(l.site.Languages, lang)
	}
}

// licence reads [licence]: on what terms the data may be used.
func licence(config *table) report.Licence {
	t := config.part("licence")
	defer t.Done()
	l := report.Licence{Name: t.text("name"), ID: t.ref("id")}
	l.URL, l.URLPos = t.Str("url")
	if n := config.Get("licence"); n != nil && n.IsTable {
		l.Pos = n.KeyPos()
	}
	return l
}

// waivers reads [waivers.hotline]: what may be published, why, and until when.
func waivers(t *table) []report.Waiver {
	var list []report.Waiver
	t.each("waiver", func(id string, in *table) {
		w := report.Waiver{ID: id, Pos: in.KeyPos(), Reason: in.text("reason"), Office: in.text("office"), Until: in.day("until")}
		w.Text, _ = in.Str("text")
		in.Done()
		list = append(list, w)
	})
	return list
}
