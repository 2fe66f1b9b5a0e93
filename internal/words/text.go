package words

import "sort"

// A Text is what a reader sees of a file, taken out of its markup. It remembers
// where in the file each piece stood.
type Text struct {
	Bytes   []byte // UTF-8, unless the file is not
	Records bool   // each line is a record: no word or number spans two

	pieces []piece // in order of at; none means that Bytes is the file itself
}

// A piece of a text begins at Bytes[at] and was taken from the file's bytes from
// to to. It was decoded if it is not as long as these.
type piece struct{ at, from, to int }

// Gap stands between two pieces that a reader sees apart.
const Gap = '\x1f'

// apart puts a gap at the end of the text.
func (t *Text) apart() {
	if n := len(t.Bytes); n > 0 && t.Bytes[n-1] != Gap {
		t.Bytes = append(t.Bytes, Gap)
	}
}

// copy appends the file's bytes from to to as they are.
func (t *Text) copy(data []byte, from, to int) {
	if from < to {
		t.pieces = append(t.pieces, piece{len(t.Bytes), from, to})
		t.Bytes = append(t.Bytes, data[from:to]...)
	}
}

// decode appends s, which is written otherwise in the file, from from to to.
func (t *Text) decode(s string, from, to int) {
	t.pieces = append(t.pieces, piece{len(t.Bytes), from, to})
	t.Bytes = append(t.Bytes, s...)
}

// Origin returns where Bytes[start:end] stood in the file.
func (t *Text) Origin(start, end int) (from, to int) {
	if len(t.pieces) == 0 {
		return start, end
	}
	p, length := t.piece(start)
	from = p.from
	if length == p.to-p.from {
		from += start - p.at
	}
	p, length = t.piece(end - 1)
	to = p.to
	if length == p.to-p.from {
		to = p.from + end - p.at
	}
	return from, to
}

// piece returns the piece that holds Bytes[i], and how long it is in Bytes. A gap
// after it counts as no part of it.
func (t *Text) piece(i int) (p piece, length int) {
	k := sort.Search(len(t.pieces), func(k int) bool { return t.pieces[k].at > i }) - 1
	p = t.pieces[k]
	end := len(t.Bytes)
	if k+1 < len(t.pieces) {
		end = t.pieces[k+1].at
	}
	for end > i+1 && t.Bytes[end-1] == Gap {
		end--
	}
	return p, end - p.at
}
