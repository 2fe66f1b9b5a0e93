package load

import (
	"encoding/json"
	"errors"
	"io/fs"

	"gongshi/internal/diag"
	"gongshi/internal/locale"
	"gongshi/internal/report"
)

// published reads the data file of the site as it was last published, if a copy
// of it lies beside config.toml.
func (l *loader) published() {
	pos := diag.Pos{File: report.PublishedFile}
	if _, err := fs.Stat(l.fsys, report.PublishedFile); errors.Is(err, fs.ErrNotExist) {
		return
	}
	source, ok := l.read(report.PublishedFile)
	if !ok {
		return
	}
	var data struct {
		Metrics []struct {
			ID     string
			Kind   report.Kind
			Values []struct {
				AsOf  string      `json:"as_of"`
				Value json.Number `json:"value"`
				Bound string      `json:"bound"`
			}
		}
	}
	if err := json.Unmarshal(source, &data); err != nil {
		l.problems.Add(diag.At(pos, "not a data file of this program").WithHint("copy data/metrics.json of the published site to this place, or delete it"))
		return
	}
	for _, m := range data.Metrics {
		for _, v := range m.Values {
			date, err := locale.ParseDate(v.AsOf)
			number, err2 := locale.ParseDecimal(v.Value.String())
			if m.Kind == report.Ratio || v.Value == "" {
				continue // a rate follows its parts; a missing value may come in later
			}
			if err := errors.Join(err, err2); err != nil {
				l.problems.Add(diag.At(pos, "metric %q: %v", m.ID, err))
				continue
			}
			out := report.PublishedValue{Metric: m.ID, AsOf: date, Number: number}
			if v.Bound != "exact" {
				out.Bound = locale.Bound(v.Bound)
			}
			l.site.Published = append(l.site.Published, out)
		}
	}
}
