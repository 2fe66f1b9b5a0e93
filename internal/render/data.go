package render

import (
	"gongshi/internal/caption"
	"gongshi/internal/dataset"
	"gongshi/internal/locale"
	"gongshi/internal/report"
	"gongshi/internal/route"
	"gongshi/internal/tabulate"
)

// planData lists the data files, which all languages share: about the whole report and each
// project, each metric, each chart and each group of projects.
func (r *Renderer) planData() {
	site := r.set.Site
	for address, produce := range r.set.Data.Files() {
		r.add(address, func() (Output, error) {
			data, err := produce()
			return Output{Data: data, Derived: address == route.Workbook}, err
		})
	}
	for m := range site.Metrics.All() {
		files, alone := m.DataFiles(), []*report.Metric{m}
		r.addBytes(files[0], func() ([]byte, error) { return dataset.CSV(site, alone) })
		r.addBytes(files[1], func() ([]byte, error) { return dataset.JSON(site, alone, r.set.Absolute) })
	}
	for c := range site.Charts.All() {
		files := c.DataFiles()
		r.addBytes(files[0], func() ([]byte, error) { return dataset.ChartCSV(r.chartData(c)) })
		r.addBytes(files[1], func() ([]byte, error) { return dataset.ChartJSON(r.chartData(c)) })
	}
	for g := range r.set.Facets.Groups() {
		r.addBytes(g.DataFile(), func() ([]byte, error) { return dataset.ProjectsCSV(site, g.Projects, r.set.Page) })
	}
}

// chartData is what the data files of a chart are made from.
func (r *Renderer) chartData(c *report.Chart) dataset.Chart {
	d := dataset.Chart{Site: r.set.Site, Chart: c, Table: tabulate.Chart(r.set.Site, c), Words: map[string]string{}}
	for _, e := range r.set.Editions {
		d.Words[e.Lang.Code] = e.Charts[c.ID].Figure.Words
	}
	d.Head = func(l *locale.Language, h tabulate.Head) string { return caption.Head(r.set.In(l).Presenter, h) }
	return d
}
