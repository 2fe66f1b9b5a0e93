package look

import (
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strconv"
	"strings"

	"github.com/BurntSushi/toml"

	"gongshi/internal/diag"
	"gongshi/internal/locale"
)

// wording holds the words of the interface in one language, by key.
type wording map[string]string

// readWording reads templates/wording/<language>.toml for every language, and
// reports keys that one language has and another lacks.
func readWording(templates fs.FS, languages []*locale.Language) (map[string]wording, diag.List, error) {
	all := map[string]wording{}
	keys := map[string]bool{}
	var problems diag.List
	for _, lang := range languages {
		name := wordingFile(lang)
		source, err := fs.ReadFile(templates, name)
		if err != nil {
			return nil, nil, fmt.Errorf("read templates/%s: %w", name, err)
		}
		w := wording{}
		if _, err := toml.Decode(string(source), &w); err != nil {
			problems.Add(diag.At(diag.Pos{File: path.Join("templates", name)}, "wording cannot be read: %v", err))
		}
		all[lang.Code] = w
		for key := range w {
			keys[key] = true
		}
	}
	if len(problems) > 0 {
		return nil, problems, nil
	}
	for _, key := range slices.Sorted(maps.Keys(keys)) {
		for _, lang := range languages {
			if _, ok := all[lang.Code][key]; !ok {
				problems.Add(diag.At(diag.Pos{File: path.Join("templates", wordingFile(lang))}, "wording %q is missing in %s, which another language has", key, lang.Name))
			}
		}
	}
	return all, problems, nil
}

func wordingFile(lang *locale.Language) string { return "wording/" + lang.Code + ".toml" }

// Word returns the words for a key, with {0}, {1}, … replaced. Templates call it
// as word. A key that is not there is an error, which stops the build.
func (e *Edition) Word(key string, args ...any) (string, error) {
	text, ok := e.words[key]
	if !ok {
		return "", fmt.Errorf("templates/%s has no %q", wordingFile(e.lang), key)
	}
	var pairs []string
	for i, arg := range args {
		pairs = append(pairs, "{"+strconv.Itoa(i)+"}", e.argument(arg))
	}
	return strings.NewReplacer(pairs...).Replace(text), nil
}

func (e *Edition) argument(arg any) string {
	if n, ok := arg.(int); ok {
		return e.lang.Number(locale.Int(int64(n)))
	}
	return fmt.Sprint(arg)
}

// Say is Word for the keys that Go code names. The wording that comes with the
// program has them all, which a test holds; a site's own wording that lacks one
// shows the key.
func (e *Edition) Say(key string, args ...any) string {
	text, err := e.Word(key, args...)
	if err != nil {
		return key
	}
	return text
}

// Keys lists the keys of the wording.
func (e *Edition) Keys() []string { return slices.Sorted(maps.Keys(e.words)) }
