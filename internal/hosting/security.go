package hosting

import (
	"bytes"
	"fmt"
	"net/mail"
	"net/url"
	"strings"
	"time"

	"gongshi/internal/diag"
	"gongshi/internal/locale"
	"gongshi/internal/report"
)

// SecurityPath is where security.txt stands on its host (RFC 9116, section 3).
const SecurityPath = "/.well-known/security.txt"

// Security returns security.txt (RFC 9116) for a site that gives a contact. The
// address is that of the file itself.
func Security(s *report.Site, address string) []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, "Contact: %s\n", s.Security.Contact.ID)
	fmt.Fprintf(&b, "Expires: %sT00:00:00Z\n", s.Security.Expires)
	var codes []string
	for _, l := range s.Languages {
		codes = append(codes, l.Code)
	}
	fmt.Fprintf(&b, "Preferred-Languages: %s\n", strings.Join(codes, ", "))
	fmt.Fprintf(&b, "Canonical: %s\n", address)
	return b.Bytes()
}

// Check reports a [security] table from which no security.txt can be made: one
// without a contact that can be opened, or one that does not say until when it holds,
// or no longer does. RFC 9116 recommends an end less than a year away (section 2.5.5).
// Nothing here looks at a clock: that is measured from the date that the site speaks of.
func Check(s *report.Site) diag.List {
	var l diag.List
	sec := s.Security
	if !sec.Written() {
		return nil
	}
	switch {
	case !sec.Contact.Set():
		l.Add(diag.At(sec.Pos, "[security] has no contact; it says whom to tell of a security hole").
			WithHint(`add contact = "mailto:security@example.org", or the https:// address of a page`))
	case !reachable(sec.Contact.ID):
		l.Add(diag.At(sec.Contact.Pos, "contact %q is not an address that a browser can open; allowed are mailto:, tel: and https://", sec.Contact.ID).
			WithHint("%s", contactHint(sec.Contact.ID)))
	}
	now := s.AsOf()
	switch {
	case sec.Expires.Pos == (diag.Pos{}) && now.IsZero():
		l.Add(diag.At(sec.Pos, "[security] does not say until when it holds").WithHint("add expires = and a day less than a year after the site's own date"))
	case sec.Expires.Pos == (diag.Pos{}):
		l.Add(diag.At(sec.Pos, "[security] does not say until when it holds").
			WithHint("add expires = %s, or another day less than a year after %s, of which the site speaks", later(now, 0, 6), now))
	case !sec.Expires.IsZero() && !now.IsZero():
		l.Append(expiresSound(sec.Expires, now))
	}
	return l
}

func expiresSound(expires report.Day, now locale.Date) diag.List {
	var l diag.List
	const text = "look whether the contact still holds, and write a day less than a year after %s, such as %s; if the site speaks of another day, write date = … at the top of config.toml"
	hint := fmt.Sprintf(text, now, later(now, 0, 6))
	switch {
	case expires.Compare(now) <= 0:
		l.Add(diag.At(expires.Pos, "security.txt ended on %s; the site speaks of %s", expires, now).WithHint("%s", hint))
	case expires.Compare(later(now, 1, 0)) > 0:
		l.Add(diag.At(expires.Pos, "security.txt holds until %s, more than a year after %s, of which the site speaks", expires, now).WithHint("%s", hint).AsNotice())
	}
	return l
}

// later returns the day some years and months after another.
func later(d locale.Date, years, months int) locale.Date {
	return locale.DateOf(time.Date(d.Year+years, d.Month+time.Month(months), d.Day, 0, 0, 0, 0, time.UTC))
}

// reachable reports whether a contact is a URI of a sort that RFC 9116 names (section
// 2.5.3).
func reachable(contact string) bool {
	u, err := url.Parse(contact)
	if err != nil || strings.ContainsAny(contact, " \t\r\n") {
		return false
	}
	switch u.Scheme {
	case "mailto":
		_, err := mail.ParseAddress(u.Opaque)
		return err == nil
	case "tel":
		return u.Opaque != ""
	case "https":
		return u.Host != ""
	}
	return false
}

func contactHint(contact string) string {
	if _, err := mail.ParseAddress(contact); err == nil {
		return fmt.Sprintf("did you mean %q?", "mailto:"+contact)
	}
	return `such as "mailto:security@example.org" or "https://example.org/security/"`
}
