package dataset

import (
	"bytes"
	"encoding/csv"

	"gongshi/internal/locale"
	"gongshi/internal/report"
)

// ProjectsCSV writes some projects, a line each, in the order given (RFC 4180). The first
// column is the project's id, by which the list of projects picks lines. The titles are
// the caller's: figures may stand in them.
func ProjectsCSV(s *report.Site, projects []*report.Project, title func(*locale.Language, *report.Project) string) ([]byte, error) {
	header := []string{"project", "status", "schedule", "level", "category", "area", "lead_body", "started", "due", "completed", "source"}
	kinds := report.TermKinds // their names, after the ids
	for _, l := range s.Languages {
		header = append(header, "title_"+l.Code)
		for _, kind := range kinds {
			header = append(header, string(kind)+"_"+l.Code)
		}
	}
	rows := [][]string{header}
	for _, p := range projects {
		row := []string{p.Slug, p.Status.ID, s.Standing(p), p.Level.ID, p.Category.ID, p.Area.ID, p.LeadBody.ID,
			p.Started.String(), p.Due.String(), p.Completed.String(), p.Source.ID}
		for _, l := range s.Languages {
			row = append(row, harmless(title(l, p)))
			for _, kind := range kinds {
				name := ""
				if t, ok := s.Vocabulary[kind].Get(p.Term(kind).ID); ok {
					name = t.Name.String(l)
				}
				row = append(row, harmless(name))
			}
		}
		rows = append(rows, row)
	}
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	w.UseCRLF = true
	err := w.WriteAll(rows)
	return b.Bytes(), err
}
