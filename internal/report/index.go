package report

import "gongshi/internal/index"

// Index is a list that keeps the author's order and finds its items by id.
type Index[T any] = index.Index[T]
