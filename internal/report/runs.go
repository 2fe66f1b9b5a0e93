package report

import "gongshi/internal/markdown"

// Runs lists the text of a writing, for rules that read it: its titles, its
// summary, and every block.
func (w *Writing) Runs() []markdown.Run {
	var runs []markdown.Run
	for _, line := range []markdown.Line{w.Title, w.MenuTitle, w.Summary} {
		if !line.Empty() {
			runs = append(runs, line.Run())
		}
	}
	return append(runs, w.Body.Runs...)
}
