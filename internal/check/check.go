// Package check looks for faults that only the whole site shows: a name without
// a translation, an id that nothing has, a rate that does not agree with its
// parts. One rule is one function; the list of them is what a published site
// promises.
package check

import (
	"slices"

	"gongshi/internal/diag"
	"gongshi/internal/gov"
	"gongshi/internal/hosting"
	"gongshi/internal/proof"
	"gongshi/internal/report"
	"gongshi/internal/tabulate"
)

// rules are run in order, and those of package proof after them; each looks at
// the whole site and returns what it finds.
var rules = []func(*report.Site) diag.List{
	configComplete,  // a title, a language, a base URL that pages can be addressed by
	hosting.Check,   // a contact for security holes that can be opened, and an end that is near
	gov.Check,       // all that the profile of a government site demands, and none of it without the profile
	publishedByNow,  // no text published, and no site tested, after the date that the site speaks of
	lookReadable,    // an accent colour that can be read
	homeResolves,    // the figures and pages that config.toml names exist
	textsComplete,   // every short text in every language
	unitsComplete,   // every unit in every language and plural category
	pagesComplete,   // every page in every language, with a title
	addressesUnique, // no two things at one address, none at a reserved one
	vocabularySound, // statuses that are known, areas that lie in areas
	sourcesComplete, // every source with publisher, title, date
	metricsComplete, // every metric with name, kind, definition, unit, source, values
	ratiosAgree,     // a rate has both parts at each date, and agrees with what is reported
	changesDeclared, // no published value changes without a correction
	breakdownsAddUp, // parts by area, level or category make up the total, or the rest is declared
	projectsAddUp,   // what projects contribute does not exceed the total, or the difference is declared
	projectsSound,   // terms, sources and metrics that exist, dates in order
	updatesSound,    // no update after the date that the site speaks of or published on another day, none within another
	chartsSound,     // charts whose metrics can stand together in that form
}

// Site runs every rule, also after a failure. Of a file that could not be read,
// what follows from that is left out: it would bury the cause.
func Site(site *report.Site) diag.List {
	if site.Unread[site.Pos.File] || site.Pos.File == "" {
		return nil // without config.toml there is not even a language
	}
	var problems diag.List
	for _, rule := range slices.Concat(rules, proof.Rules) {
		problems.Append(rule(site))
	}
	return slices.DeleteFunc(problems, func(p diag.Problem) bool { return site.Unread[p.Sought] })
}

// chartsSound leaves out what follows from a number that could not be read.
func chartsSound(s *report.Site) diag.List {
	broken := map[diag.Pos]bool{}
	for m := range s.Metrics.All() {
		broken[m.Pos] = s.Faulty(m)
	}
	for c := range s.Charts.All() {
		for _, ref := range c.Metrics {
			if m, ok := s.Metrics.Get(ref.ID); ok && s.Faulty(m) {
				broken[c.Pos], broken[ref.Pos] = true, true
			}
		}
	}
	return slices.DeleteFunc(tabulate.Check(s), func(p diag.Problem) bool { return broken[p.Pos] || p.See != nil && broken[*p.See] })
}

// Where the things are that an id may name, for problems.
const (
	inMetrics    = report.MetricsDir
	inSources    = "content/sources.toml"
	inVocabulary = "content/vocabulary.toml"
)
