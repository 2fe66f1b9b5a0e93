package render

import (
	"sync"

	"gongshi/internal/edition"
	"gongshi/internal/indexed"
	"gongshi/internal/route"
	"gongshi/internal/search"
)

// planSearch lists the files of the index for searching, which are made together when the
// first of them is asked for.
func (r *Renderer) planSearch(e *edition.Edition) {
	files := sync.OnceValue(func() map[string][]byte { return search.Files(indexed.Documents(e.Titles)) })
	for _, name := range search.Names(len(indexed.Pages(e.Site))) {
		r.add(route.SearchIndex(e.Lang)+name, func() (Output, error) { return Output{Data: files()[name], Derived: true}, nil })
	}
}
