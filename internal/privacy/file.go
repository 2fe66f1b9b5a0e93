package privacy

import (
	"path"

	"gongshi/internal/words"
)

// File returns what looks like personal data in a file and in its name. The name
// tells how to read it: as HTML, SVG, XML, CSV, JSON or plain text. A zip, such
// as an office document, is unpacked. What cannot be read is a finding, [Unread].
func File(name string, data []byte, allow Allow) []Finding {
	found := within(FileName, Text(name, allow))
	for _, p := range words.Parts(name, data) {
		found = append(found, inPart(p, allow)...)
	}
	return found
}

// inPart looks through a file, or one in a zip.
func inPart(p words.Part, allow Allow) []Finding {
	found := within(FileName, Text(p.Path, allow))
	for _, t := range p.Texts {
		found = append(found, find(t, allow)...)
	}
	found = append(found, tables(p, allow)...)
	if p.Unread {
		found = append(found, Finding{Kind: Unread, Masked: "not readable as text"})
	}
	return within(p.Path, found)
}

// within says in which part of a file findings lie.
func within(part string, found []Finding) []Finding {
	for i := range found {
		found[i].In = path.Join(part, found[i].In)
	}
	return found
}

// Tables returns the tables of a file that name persons, and nothing else of it.
func Tables(name string, data []byte, allow Allow) []Finding {
	var found []Finding
	for _, p := range words.Parts(name, data) {
		found = append(found, within(p.Path, tables(p, allow))...)
	}
	return found
}

// tables returns the findings of tables that name persons.
func tables(p words.Part, allow Allow) []Finding {
	if !p.TablesMention(nameWords...) {
		return nil
	}
	var found []Finding
	for _, t := range p.Tables() {
		if f, ok := persons(t, allow); ok {
			found = append(found, f)
		}
	}
	return found
}
