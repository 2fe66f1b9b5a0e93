// Package search makes the index by which a visitor's own browser finds the pages of
// a site. The index is many small files, so that a query downloads few bytes also
// in a large site: the list of what there is, the shard of each of its terms, and the
// texts of the results that are shown.
//
// A term is a pair of neighbouring characters of Chinese, a single one, the beginning
// of a word, a number, or a date. A page with all terms of a query is a result.
// templates/search.js reads the index, and makes terms of a query by the same rules
// as termsOf makes them of a text; testdata/terms.json holds both to that.
//
// # Files
//
// Every file is an array in JSON whose first item is the stamp: a number that is the
// same in all files of one index. An old page that meets a file of a new index sees
// that it does not belong to the others.
//
//	start.json  [stamp, number of shards, of files of texts, of passages, begins]:
//	            begins lists the passages that begin a document
//	s7.json     [stamp, term, in, title, term, in, title, …]: the passages that have
//	            a term, and the documents that have it in their title, by their first
//	            passage
//	t7.json     [stamp, [address, kind, title, text], …]: passages
//
// A list of numbers is a string, in the shorter of two forms: for each number, the
// character of code 93 more than the numbers left out before it; or "!" and a
// character of code 63 more than six bits, for each six numbers, the lowest first.
// Neither has a digit or a bracket, so that nothing in it looks like somebody's number,
// or like markup.
package search

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"iter"
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Document is a page that can be found.
type Document struct {
	Address string // where it is, from the root of its host
	Kind    string // what it is, in words: Project
	Title   string
	Text    string // what else it says: a line for each block, each line a text of its own
}

// Start is the name of the file that a query begins with.
const Start = "start.json"

// How many documents share a file: so few that a shard has some four kilobytes, and
// a file of texts some three, in a large site.
const (
	perShard = 3
	perTexts = 2
)

// Names lists the files of the index of so many documents. They can be told before
// the documents are there.
func Names(documents int) []string {
	names := []string{Start}
	for i := range shards(documents) {
		names = append(names, shardName(i))
	}
	for i := range texts(documents) {
		names = append(names, textsName(i))
	}
	return names
}

// shards is odd, so that all of a hash decides.
func shards(documents int) int { return documents/perShard | 1 }

func texts(documents int) int { return (documents + perTexts - 1) / perTexts }

func shardName(i int) string { return fmt.Sprintf("s%d.json", i) }
func textsName(i int) string { return fmt.Sprintf("t%d.json", i) }

// Files makes the index of some documents: the content of each file, by its name.
func Files(documents []Document) map[string][]byte {
	x := index{entries: map[string]*entry{}}
	for _, d := range documents {
		x.add(d)
	}
	files := map[string][]byte{}
	nShards, nTexts, all := shards(len(documents)), texts(len(documents)), len(x.passages)
	files[Start] = array([]any{nShards, nTexts, all, x.begins.String()})
	for i, items := range x.shards(nShards) {
		files[shardName(i)] = array(items)
	}
	for i := range nTexts { // passage p is in file p*nTexts/all
		files[textsName(i)] = array(x.passages[(i*all+nTexts-1)/nTexts : ((i+1)*all+nTexts-1)/nTexts])
	}
	stamp(files)
	return files
}

// An index is one that grows.
type index struct {
	passages []passage
	begins   list // the passages that begin a document
	entries  map[string]*entry
}

// entry is where a term stands.
type entry struct {
	in      list // passages
	inTitle list // documents, by their first passage
}

// passage is a part of a document that is short enough to be downloaded for a few
// lines of it: address, kind, title, text.
type passage [4]string

func (x *index) add(d Document) {
	first := len(x.passages)
	x.begins.add(first)
	termsOf(d.Title, func(key string) {
		e := x.entry(key)
		e.in.add(first)
		e.inTitle.add(first)
	})
	pairsOf(d.Title, func(key string) { x.entry(key).inTitle.add(first) })
	for text := range passages(d.Text) {
		at := len(x.passages)
		termsOf(text, func(key string) { x.entry(key).in.add(at) })
		x.passages = append(x.passages, passage{d.Address, d.Kind, d.Title, text})
	}
}

func (x *index) entry(key string) *entry {
	e, ok := x.entries[key]
	if !ok {
		e = &entry{}
		x.entries[key] = e
	}
	return e
}

// longest is how many bytes of text a passage has, unless a sentence is longer.
const longest = 1600

// passages cuts a text at ends of sentences. Even an empty text is one passage.
func passages(text string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for text := strings.TrimSpace(text); ; {
			end := sentence(text)
			for end < len(text) {
				next := end + sentence(text[end:])
				if next > longest {
					break
				}
				end = next
			}
			if !yield(oneLine(text[:end])) || end == len(text) {
				return
			}
			text = text[end:]
		}
	}
}

// oneLine joins the lines of a text. A dot parts what is no sentence.
func oneLine(text string) string {
	var b strings.Builder
	for line := range strings.Lines(text) {
		if line = strings.TrimSpace(line); line == "" {
			continue
		}
		before, _ := utf8.DecodeLastRuneInString(b.String())
		switch {
		case b.Len() == 0:
		case strings.ContainsRune("。！？；.!?;", before):
			b.WriteByte(' ')
		default:
			b.WriteString(" · ")
		}
		b.WriteString(line)
	}
	return b.String()
}

// sentence returns the length of the first sentence of a text, in bytes. A full stop
// ends one only before a space, a number may hold it.
func sentence(text string) int {
	for i, r := range text {
		end := i + utf8.RuneLen(r)
		after, _ := utf8.DecodeRuneInString(text[end:])
		if strings.ContainsRune("\n。！？；", r) || strings.ContainsRune(".!?", r) && unicode.IsSpace(after) {
			return end
		}
	}
	return len(text)
}

// shards shares the terms out, each with its two lists.
func (x *index) shards(n int) [][]any {
	list := make([][]any, n)
	for _, key := range slices.Sorted(maps.Keys(x.entries)) {
		e, at := x.entries[key], shardOf(key, n)
		list[at] = append(list[at], key, e.in.String(), e.inTitle.String())
	}
	return list
}

// shardOf returns the shard of a term. Words with the same beginning are in the same
// one.
func shardOf(key string, n int) int {
	whole := isDigit(rune(key[0])) || strings.Contains(key, " ")
	hash := uint32(2166136261) // FNV-1a, over characters
	at := 0
	for _, r := range key {
		if at++; at > short+1 && !whole {
			break
		}
		hash = (hash ^ uint32(r)) * 16777619
	}
	return int(hash % uint32(n))
}

// array writes items as an array in JSON, but for its first bracket and the stamp
// that is to follow it.
func array[T any](items []T) []byte {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	for _, item := range items {
		b.WriteByte(',')
		_ = enc.Encode(item) // texts and numbers, into memory: it cannot fail
		b.Truncate(b.Len() - 1)
	}
	b.WriteByte(']')
	return b.Bytes()
}

// stamp puts a hash of all files before each.
func stamp(files map[string][]byte) {
	hash := sha256.New()
	names := slices.Sorted(maps.Keys(files))
	for _, name := range names {
		fmt.Fprintf(hash, "%s %d\n%s", name, len(files[name]), files[name])
	}
	head := fmt.Appendf(nil, "[%d", binary.BigEndian.Uint32(hash.Sum(nil)))
	for _, name := range names {
		files[name] = slices.Concat(head, files[name])
	}
}
