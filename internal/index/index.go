// Package index is a list that is also found by id.
package index

import "iter"

// Index is a list that keeps the author's order and finds its items by id. The
// zero value is empty and ready to use.
type Index[T any] struct {
	items []T
	ids   []string
	at    map[string]int
}

// Add appends an item. It reports false, and adds nothing, when the id is taken.
func (x *Index[T]) Add(id string, item T) bool {
	if _, taken := x.at[id]; taken {
		return false
	}
	if x.at == nil {
		x.at = map[string]int{}
	}
	x.at[id] = len(x.items)
	x.items = append(x.items, item)
	x.ids = append(x.ids, id)
	return true
}

// Get returns the item with the given id. A nil Index has none.
func (x *Index[T]) Get(id string) (T, bool) {
	if x == nil {
		var none T
		return none, false
	}
	i, ok := x.at[id]
	if !ok {
		var none T
		return none, false
	}
	return x.items[i], true
}

// At returns the position of the item with the given id.
func (x *Index[T]) At(id string) (int, bool) {
	i, ok := x.at[id]
	return i, ok
}

// Has reports whether there is an item with the given id. A nil Index has none.
func (x *Index[T]) Has(id string) bool {
	_, ok := x.Get(id)
	return ok
}

// All yields the items in order. A nil Index has none.
func (x *Index[T]) All() iter.Seq[T] {
	return func(yield func(T) bool) {
		if x == nil {
			return
		}
		for _, item := range x.items {
			if !yield(item) {
				return
			}
		}
	}
}

// Pairs yields the items in order, with their ids.
func (x *Index[T]) Pairs() iter.Seq2[string, T] {
	return func(yield func(string, T) bool) {
		for i, item := range x.items {
			if !yield(x.ids[i], item) {
				return
			}
		}
	}
}

// IDs returns the ids in order. The caller must not change the slice.
func (x *Index[T]) IDs() []string { return x.ids }

// Len returns the number of items. A nil Index has none.
func (x *Index[T]) Len() int {
	if x == nil {
		return 0
	}
	return len(x.items)
}
