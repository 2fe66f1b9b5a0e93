package hosting_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"gongshi/internal/hosting"
	"gongshi/internal/load"
)

func TestCheckSecurity(t *testing.T) {
	t.Parallel()
	const date = "languages = [\"zh\"]\ndate = 2026-01-31\n[security]\n"
	tests := []struct{ name, config, want string }{
		{"no table", "languages = [\"zh\"]\n", ""},
		{"sound", date + `contact = "mailto:security@example.org"` + "\nexpires = 2027-01-31", ""},
		{"page", date + `contact = "https://example.org/security/"` + "\nexpires = 2026-06-30", ""},
		{"telephone", date + `contact = "tel:+86-000-0000"` + "\nexpires = 2026-06-30", ""},
		{"empty table", date, "config.toml:3:2: [security] has no contact; it says whom to tell of a security hole|config.toml:3:2: [security] does not say until when it holds"},
		{"address without mailto", date + `contact = "security@example.org"` + "\nexpires = 2026-06-30", `config.toml:4:11: contact "security@example.org" is not an address that a browser can open; allowed are mailto:, tel: and https://`},
		{"page without encryption", date + `contact = "http://example.org/"` + "\nexpires = 2026-06-30", `config.toml:4:11: contact "http://example.org/" is not an address that a browser can open; allowed are mailto:, tel: and https://`},
		{"no address after mailto", date + `contact = "mailto:security"` + "\nexpires = 2026-06-30", `config.toml:4:11: contact "mailto:security" is not an address that a browser can open; allowed are mailto:, tel: and https://`},
		{"two lines", date + `contact = "mailto:a@example.org\nX: y"` + "\nexpires = 2026-06-30", `config.toml:4:11: contact "mailto:a@example.org\nX: y" is not an address that a browser can open; allowed are mailto:, tel: and https://`},
		{"ended", date + `contact = "mailto:a@example.org"` + "\nexpires = 2026-01-31", "config.toml:5:11: security.txt ended on 2026-01-31; the site speaks of 2026-01-31"},
		{"too far away", date + `contact = "mailto:a@example.org"` + "\nexpires = 2027-02-01", "config.toml:5:11: security.txt holds until 2027-02-01, more than a year after 2026-01-31, of which the site speaks"},
		{"far away, and no date to tell", "languages = [\"zh\"]\n[security]\ncontact = \"mailto:a@example.org\"\nexpires = 2099-01-01", ""},
	}
	for _, tt := range tests {
		site, _ := load.Site(fstest.MapFS{"config.toml": {Data: []byte(tt.config)}})
		if tt.name == "empty table" && !strings.Contains(hosting.Check(site)[1].Hint, "2026-07-31") {
			t.Errorf("the hint does not count from the site's date: %v", hosting.Check(site))
		}
		var got []string
		for _, p := range hosting.Check(site) {
			got = append(got, p.Pos.String()+": "+p.Text)
		}
		if strings.Join(got, "|") != tt.want {
			t.Errorf("%s: got\n%s, want\n%s", tt.name, strings.Join(got, "|"), tt.want)
		}
	}
}

// TestExpiresBySources holds that an end is measured where only the sources have a date.
func TestExpiresBySources(t *testing.T) {
	t.Parallel()
	site, _ := load.Site(fstest.MapFS{
		"config.toml":          {Data: []byte("languages = [\"zh\"]\n[security]\ncontact = \"mailto:a@example.org\"\nexpires = 2029-06-01")},
		"content/sources.toml": {Data: []byte("[notice]\ndate = 2024-12-31\n")},
	})
	const want = "security.txt holds until 2029-06-01, more than a year after 2024-12-31, of which the site speaks"
	if got := hosting.Check(site); len(got) != 1 || got[0].Text != want || !strings.Contains(got[0].Hint, "2025-07-01") {
		t.Errorf("got %v, want %s", got, want)
	}
}
