package report

// The sections that every site has. A page of the same address adds its title
// and prose to them.
const (
	HomePath        = "/"
	ProjectsPath    = "/projects/"
	MetricsPath     = "/metrics/"
	ChartsPath      = "/charts/"
	UpdatesPath     = "/updates/"          // dated notes; only where there are any
	MethodPath      = "/how-we-count/"     // with the table that compares sums and totals
	CorrectionsPath = "/corrections/"      // every change of a published value
	StatusPath      = "/reporting-status/" // what is known of each figure, and what is not
	ReportPath      = "/report/"           // the whole programme on one page, to be printed
	DataPath        = "/data/"             // every data file, and what its columns mean
	SearchPath      = "/search/"

	GlossaryPath      = "/glossary/"      // words with their names in every language
	AccessibilityPath = "/accessibility/" // what the site does for people with disabilities
	SiteMapPath       = "/site-map/"      // every page
)

// Path returns the address of a metric's page.
func (m *Metric) Path() string { return MetricsPath + m.ID + "/" }

// The folders of the data files about one metric, and about one project.
const (
	MetricDataPath  = DataPath + "metrics/"
	ProjectDataPath = DataPath + "projects/"
)

// DataFile returns the address of the data file about a project, JSON.
func (p *Project) DataFile() string { return ProjectDataPath + p.Slug + ".json" }

// DataFiles lists the addresses of the data files about one metric.
func (m *Metric) DataFiles() []string {
	return []string{MetricDataPath + m.ID + ".csv", MetricDataPath + m.ID + ".json"}
}

// Path returns the address of a chart's page.
func (c *Chart) Path() string { return ChartsPath + c.ID + "/" }

// FramePath returns the address of a chart alone, to stand within a page elsewhere.
func (c *Chart) FramePath() string { return c.Path() + "frame/" }

// DrawingPath returns the address of a chart's drawing, SVG, below the address of
// a language's home page.
func (c *Chart) DrawingPath() string { return ChartsPath + c.ID + ".svg" }

// DataFiles lists the addresses of the data files of a chart.
func (c *Chart) DataFiles() []string {
	return []string{ChartsPath + c.ID + ".csv", ChartsPath + c.ID + ".json"}
}

// Addresses lists all that stands where a chart's page is: its page, the chart
// alone, its drawing and its data.
func (c *Chart) Addresses() []string {
	return append([]string{c.Path(), c.FramePath(), c.DrawingPath()}, c.DataFiles()...)
}
