package report

import "gongshi/internal/locale"

// PublishedFile is a copy of data/metrics.json of the site as it was last
// published. With it, a value cannot change in silence.
const PublishedFile = "published.json"

// PublishedValue is a value that the public has seen.
type PublishedValue struct {
	Metric string
	AsOf   locale.Date
	Number locale.Decimal
	Bound  locale.Bound
}
