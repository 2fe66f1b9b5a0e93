package chart

import (
	"gongshi/internal/chart/line"
	"gongshi/internal/chart/option"
)

// planLine lays out points over time.
func planLine(s Spec, c option.Canvas) (option.Plan, error) {
	ch := line.Chart{Dates: s.Categories, At: s.At}
	if s.Goal != nil {
		ch.Goal = &line.Goal{Value: s.Goal.Value, Label: s.Goal.Label}
	}
	for _, series := range s.Series {
		out := line.Series{Name: series.Name, Role: string(series.Points[0].Role)}
		for _, p := range series.Points {
			out.Points = append(out.Points, line.Point{Value: p.Value, Label: p.Label, Missing: p.Missing, None: p.None})
		}
		ch.Series = append(ch.Series, out)
	}
	return line.Plan(ch, c)
}
