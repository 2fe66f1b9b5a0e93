package report

import "gongshi/internal/locale"

// Printed is a value as text. Everything that shows a value, a sentence, a chart,
// a table, a data file, takes it from here, so that all show the same.
type Printed struct {
	Number  string // with its bound, as it stands alone: 156, 300余, 300+, 85.7%
	Unit    string // "" for a rate
	Text    string // number and unit as in a sentence: 156盏, more than 300 suggestions
	Machine string // for programs: 156, 300, 0.857
}

// Print prints a value of the metric in a language. A missing value prints "".
func (m *Metric) Print(l *locale.Language, v Value) Printed {
	if v.Missing {
		return Printed{}
	}
	if m.Kind == Ratio {
		text := l.Percent(v.Share, v.Digits)
		return Printed{Number: text, Text: text, Machine: v.Share.Fraction(v.Digits).String()}
	}
	unit := m.Unit.For(l, v.Number)
	return Printed{
		Number:  l.Alone(v.Number, v.Bound),
		Unit:    unit,
		Text:    l.WithUnit(l.Bounded(v.Number, v.Bound), unit),
		Machine: v.Number.String(),
	}
}
