package option

import (
	"reflect"
	"testing"
)

func TestHoist(t *testing.T) {
	datum := func(colour string) Tree { return Tree{"value": 1.0, "itemStyle": Tree{"color": colour}} }
	bare := Tree{"value": 1.0}
	tests := []struct {
		name     string
		in, want Tree
	}{
		{"all alike", Tree{"data": []any{datum("a"), datum("a")}},
			Tree{"data": []any{bare, bare}, "itemStyle": Tree{"color": "a"}}},
		{"the series keeps the rest of its style", Tree{"data": []any{datum("a")}, "itemStyle": Tree{"borderRadius": 3.0}},
			Tree{"data": []any{bare}, "itemStyle": Tree{"borderRadius": 3.0, "color": "a"}}},
		{"two styles", Tree{"data": []any{datum("a"), datum("b")}}, nil},
		{"one without", Tree{"data": []any{datum("a"), bare}}, nil},
		{"numbers", Tree{"data": []any{1.0, 2.0}}, nil},
		{"nothing", Tree{"data": []any{}}, nil},
		{"a legend of another style", Tree{"name": "x", "data": []any{datum("a")}, "itemStyle": Tree{"color": "b"}}, nil},
		{"a legend of the same style", Tree{"name": "x", "data": []any{datum("a")}, "itemStyle": Tree{"color": "a"}},
			Tree{"name": "x", "data": []any{bare}, "itemStyle": Tree{"color": "a"}}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			want := test.want
			if want == nil {
				want = asTree(test.in) // as it was
			}
			if got := hoist(test.in); !reflect.DeepEqual(got, want) {
				t.Errorf("got %v, want %v", got, want)
			}
		})
	}
}
