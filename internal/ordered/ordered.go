// Package ordered keeps things in the order in which an author wrote them, and finds
// them by their ids.
package ordered

import "iter"

// Map is a list that keeps the author's order and finds its items by id. The
// zero value is empty and ready to use.
type Map[T any] struct {
	items []T
	ids   []string
	at    map[string]int
}

// Add appends an item. It reports false, and adds nothing, when the id is taken.
func (x *Map[T]) Add(id string, item T) bool {
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

// Get returns the item with the given id. A nil Map has none.
func (x *Map[T]) Get(id string) (T, bool) {
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
func (x *Map[T]) At(id string) (int, bool) {
	i, ok := x.at[id]
	return i, ok
}

// Has reports whether there is an item with the given id.
func (x *Map[T]) Has(id string) bool {
	_, ok := x.at[id]
	return ok
}

// All yields the items in order. A nil Map has none.
func (x *Map[T]) All() iter.Seq[T] {
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
func (x *Map[T]) Pairs() iter.Seq2[string, T] {
	return func(yield func(string, T) bool) {
		for i, item := range x.items {
			if !yield(x.ids[i], item) {
				return
			}
		}
	}
}

// IDs returns the ids in order. The caller must not change the slice.
func (x *Map[T]) IDs() []string { return x.ids }

// Len returns the number of items.
func (x *Map[T]) Len() int { return len(x.items) }
