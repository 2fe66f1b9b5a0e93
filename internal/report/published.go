package report

import "gongshi/internal/locale"

// PublishedFile is a copy of data/metrics.json of the site as it was last
// published. With it, a number cannot change in silence.
const PublishedFile = "published.json"

// Published is what the public has seen of a metric.
type Published struct {
	Metric      string
	Kind        Kind
	Currency    string
	Of          []string // of a ratio: the ids of numerator and denominator
	Numbers     []PublishedNumber
	Corrections []Correction // without places and reasons
}

// PublishedNumber is a value, a part of a breakdown or a target.
type PublishedNumber struct {
	Subject
	Number locale.Decimal // of a ratio: in percent, as it was printed
	Bound  locale.Bound
	Share  locale.Share // of a ratio's value
}
