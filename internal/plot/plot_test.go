package plot

import (
	"fmt"
	"slices"
	"testing"

	"gongshi/internal/chart"
	"gongshi/internal/report"
	"gongshi/internal/tabulate"
)

func status(id string) tabulate.Head {
	return tabulate.Head{ID: id, Term: &report.Term{ID: id, Kind: report.StatusTerm}}
}

func TestPartRoles(t *testing.T) {
	word := func(id string) tabulate.Head { return tabulate.Head{ID: id, Word: "schedule-" + id} }
	level := func(id string) tabulate.Head {
		return tabulate.Head{ID: id, Term: &report.Term{ID: id, Kind: report.Level}}
	}
	rest := tabulate.Head{ID: "_rest", Word: "rest", Remainder: true}
	tests := []struct {
		name  string
		parts []tabulate.Head
		want  []chart.Role
	}{
		{"states", []tabulate.Head{status("completed"), status("in-progress"), status("stopped")}, []chart.Role{chart.Done, chart.Open, chart.One}},
		{"two that would be alike", []tabulate.Head{word("ahead"), word("on-time"), status("stopped"), status("not-started"), rest},
			[]chart.Role{chart.One, chart.Done, chart.Two, chart.Neutral, chart.Three}},
		{"levels", []tabulate.Head{level("town"), level("village"), rest}, []chart.Role{chart.One, chart.Two, chart.Neutral}},
		{"a level that is called like a state", []tabulate.Head{level("completed")}, []chart.Role{chart.One}},
	}
	for _, test := range tests {
		if got := partRoles(test.parts); !slices.Equal(got, test.want) {
			t.Errorf("%s: %v, want %v", test.name, got, test.want)
		}
	}
}

// Whatever six parts there are, no two look the same.
func TestPartRolesDiffer(t *testing.T) {
	var all []tabulate.Head
	for _, s := range report.Statuses {
		all = append(all, status(string(s)))
	}
	for _, s := range report.ScheduleStates {
		all = append(all, tabulate.Head{ID: string(s), Word: "schedule-" + string(s)})
	}
	all = append(all, tabulate.Head{Remainder: true}, tabulate.Head{ID: "x"})
	for i := range all {
		for j := range all {
			parts := append(slices.Clone(all[i:min(i+3, len(all))]), all[j:min(j+3, len(all))]...)
			seen := map[chart.Role]bool{}
			for _, r := range partRoles(parts) {
				if r == "" || seen[r] {
					t.Fatalf("%v have %v", fmt.Sprint(parts), partRoles(parts))
				}
				seen[r] = true
			}
		}
	}
}
