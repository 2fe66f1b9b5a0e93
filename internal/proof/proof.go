// Package proof reads what editors write, as a proofreader does: whether figures
// and links resolve, whether the languages of a page agree, whether a number was
// typed that should be named, whether personal data slipped in. Like the rules of
// package check, which runs them, one rule is one function.
package proof

import (
	"gongshi/internal/diag"
	"gongshi/internal/report"
	"gongshi/internal/typed"
)

// Rules are run in order; each looks at the whole site and returns what it finds.
var Rules = []func(*report.Site) diag.List{
	pagesSaySomething,   // no page with nothing on it
	placeholders,        // no text that is only … or ?
	publishedInAll,      // the time of publication in every language or in none (a notice)
	oneName,             // a word of the glossary has one name in every language
	referencesResolve,   // {{id}} names a metric, {{chart id}} a chart, {{this.id}} a contribution
	picturesResolve,     // every picture that a page names is there
	languagesAgree,      // the same figures, charts and pictures in every language of a page
	headingsAgree,       // the same headings, in number and level (a notice)
	typed.Figures,       // no number is typed that is a metric's value, contradicts one, or stands in one language only
	translated,          // no text that is the same in two languages
	termsAgree,          // a term has the same name wherever a page pair names it (a notice)
	translationsCurrent, // no text that has not followed a change in another language (a notice)
	leftovers,           // no Markdown that was not understood (a notice)
	documentsLinked,     // no document that no page leads to (a notice)
	picturesShown,       // no picture that no page shows (a notice)
	linksResolve,        // every link within the site leads somewhere, #parts included
	waiversSound,        // waivers with a reason, an office and an end
	noPersonalData,      // no identity number, telephone number, address of a person
}

// Where the things are that an id may name, for problems.
const (
	inMetrics = "content/metrics"
	inCharts  = "content/charts"
)
