package typed

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"gongshi/internal/diag"
	"gongshi/internal/markdown"
	"gongshi/internal/report"
)

// replace says what of a text to replace by which reference, so that no unit stands
// there twice: the number with its unit, or else the number alone. In 4个项目, where
// the metric's name follows its unit, it is the number.
func (n typedNumber) replace(sub *subject, write string, scaled bool) string {
	after := n.block.folded[n.UnitAt:]
	size := len(sub.unitAt(after, scaled))
	bare := size == 0 || sub.namedAt(after[size:])
	if n.Percent || scaled && size == 0 {
		bare, size = false, 0
	}
	if bare {
		i := strings.IndexAny(write, " }")
		return "replace " + n.typed() + " by " + write[:i] + " value" + write[i:]
	}
	end := n.End
	if size > 0 {
		end = n.UnitAt + size
	}
	return "replace " + n.block.run.Text[n.Start:end] + " by " + write
}

// unitAt returns the form of the metric's unit that a text begins with, the longest
// of several; or, scaled, what that is without its scale.
func (x *subject) unitAt(text string, scaled bool) (longest string) {
	for _, u := range x.units {
		form := u.own
		if scaled && u.places > 0 {
			form = u.base
		}
		if len(form) > len(longest) && strings.HasPrefix(text, form) && wholeWord(form, text[len(form):]) {
			longest = form
		}
	}
	return longest
}

// wholeWord reports whether a word ends where the rest of the text begins: Chinese
// words have no such end.
func wholeWord(word, rest string) bool {
	last, _ := utf8.DecodeLastRuneInString(word)
	next, _ := utf8.DecodeRuneInString(rest)
	return unicode.Is(unicode.Han, last) || !unicode.IsLetter(next) || unicode.Is(unicode.Han, next)
}

// namedAt reports whether a text begins with a piece of the metric's name.
func (x *subject) namedAt(text string) bool {
	for _, piece := range x.pieces {
		if first, _ := utf8.DecodeRuneInString(piece); unicode.Is(unicode.Han, first) && strings.HasPrefix(text, piece) {
			return true
		}
	}
	return false
}

// doubled reports references that are followed by the unit which they print.
func (x *lexicon) doubled(w *report.Writing) diag.List {
	var l diag.List
	for _, run := range w.Runs() {
		for _, r := range run.Refs {
			sub, ok := x.subjects[r.Ref.ID]
			if !ok || r.Ref.Form != markdown.Quantity && r.Ref.Form != markdown.Change {
				continue
			}
			at := r.At + len(markdown.FigureMark)
			text := run.Text[at:]
			if unit := sub.doubledBy(fold(strings.TrimPrefix(text, " "))); unit != "" {
				at += len(text) - len(strings.TrimPrefix(text, " "))
				unit = run.Text[at : at+len(unit)]
				l.Add(diag.At(run.Pos(at), "%s prints its unit by itself; %q would stand there twice", r.Ref.Written(), unit).
					WithHint("leave %s out%s", unit, sub.orValue(*r.Ref)))
			}
		}
	}
	return l
}

// doubledBy returns the unit that a text after a reference begins with, though the
// reference prints it.
func (x *subject) doubledBy(text string) string {
	if x.rate {
		for _, sign := range []string{"%", "％", "per cent", "percent"} {
			if strings.HasPrefix(text, sign) {
				return sign
			}
		}
	}
	unit := x.unitAt(text, false)
	if unit == "" && x.places() > 0 {
		unit = x.unitAt(text, true)
	}
	if x.namedAt(text) {
		return "" // 项目 after a number of 项
	}
	return unit
}

// orValue says how to write a reference without its unit, if it can be.
func (x *subject) orValue(ref markdown.Ref) string {
	if ref.Form != markdown.Quantity || x.metric.Kind == report.Ratio {
		return ""
	}
	ref.Form = markdown.Value
	return ", or keep it and write " + ref.Written()
}
