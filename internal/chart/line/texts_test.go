package line

import (
	"fmt"
	"testing"

	"gongshi/internal/chart/option"
)

// The line of a goal and its text are beside the end of the line, where the
// newest value would stand.
func TestNewestValueIsWrittenBesideAGoal(t *testing.T) {
	for _, goal := range []float64{80, 90, 95, 100, 105, 110, 120} {
		for _, values := range [][]float64{{40, 60, 80, 96}, {40, 80, 100}, {30, 60, 85, 105}, {120, 110, 95}, {96, 97, 98, 99}} {
			for _, canvas := range []option.Canvas{option.Wide, option.Narrow} {
				t.Run(fmt.Sprintf("%v-%v-%s", goal, values, canvas.Suffix), func(t *testing.T) {
					ch := Chart{Goal: &Goal{goal, "Goal for 2026: 100 cases"}, Series: []Series{{Role: "done"}}}
					for i, v := range values {
						ch.Series[0].Points = append(ch.Series[0].Points, Point{Value: v, Label: fmt.Sprintf("%v cases", v)})
						ch.At = append(ch.At, float64(i))
						ch.Dates = append(ch.Dates, fmt.Sprint(2020+i))
					}
					l := newLayout(ch, canvas, false)
					texts, placed := l.place()
					if !placed {
						texts, _ = newLayout(ch, canvas, true).place()
					}
					if texts.offsets[0][len(values)-1] == nil {
						t.Error("the newest value is not written")
					}
				})
			}
		}
	}
}
